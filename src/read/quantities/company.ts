import { isCue, termAt } from '../../lang/annotate.ts'
import { amountOf } from './amounts.ts'
import { type Amount, countedAt, type Figure, type Head, type QuantityContext } from './draft.ts'
import { readHead } from './heads.ts'

/** Sentences back in which the people may stand that a pronoun means. */
const SENTENCES_BACK = 2

/** The last figure of people before a token, at most two sentences back: whom 'أربعة منهم' and 'سبعة من زملائه' are of. */
export function lastPeople({ document }: QuantityContext, figures: readonly Figure[], at: number): Figure | undefined {
  const sentence = document.sentenceOf[at]!
  for (let i = figures.length - 1; i >= 0; i--) {
    const figure = figures[i]!
    if (document.sentenceOf[figure.first]! < sentence - SENTENCES_BACK) return undefined
    if (figure.unit === 'person' && figure.counted && figure.counted.of !== 'people') return figure
  }
  return undefined
}

/** 'سبعة من زملائه': people by their tie to those named before are of the same population. */
export function withCompany({ terms }: QuantityContext, head: Head, last: Figure | undefined): Head {
  if (head.first < 0 || !last?.counted || !head.counted) return head
  const noun = countedAt(terms, head.first)
  if (noun?.entry.id !== 'comrade' || noun.suffix === '' || NOT_SHARED.has(last.counted.of)) return head
  return { ...head, counted: { ...head.counted, of: last.counted.of } }
}

/** What befell people is not shared with those who are named beside them. */
const NOT_SHARED = new Set(['dead', 'wounded', 'casualties', 'missing', 'families', 'wives', 'women', 'children'])

/** Population of '15 others': those before, save for what befell them. */
export const othersOf = (before: Figure | undefined): string =>
  before?.unit === 'person' && before.counted && !NOT_SHARED.has(before.counted.of) ? before.counted.of : 'people'

/** '4 من أصل 83 معتقلا', '6 من بين كل 10 نازحين': a part takes the noun of its whole. */
export function wholeBehind(context: QuantityContext, amount: Amount): Head | undefined {
  const { tokens } = context.document
  if (tokens[amount.next]?.form !== 'من') return undefined
  let at = amount.next + 1
  if (isCue(context.terms, at, 'whole-of')) at++
  if (tokens[at]?.form === 'كل') at++
  const whole = context.numbers[at]
  if (!whole || at === amount.next + 1 || whole.proclitics !== '' || context.inTime[whole.next]) return undefined
  const head = readHead(context, amountOf(whole, undefined))
  return head && { ...head, first: -1, next: amount.next, start: -1, why: 'figure.part-of' }
}

/** 'من كل 10 نازحين': the whole of a share counts, 'كل 10 أشهر' does not. */
export const isWholeOfShare = ({ document: { tokens }, terms }: QuantityContext, first: number): boolean =>
  tokens[first - 1]?.form === 'كل' &&
  (tokens[first - 2]?.form === 'من' || (isCue(terms, first - 2, 'whole-of') && tokens[first - 3]?.form === 'من'))

/** Token of the noun behind a word for number, where a generic noun follows later: 'عدد النازحين … بنحو مليون شخص'. */
export const isGenericPeople = (head: Head): boolean =>
  head.unit === 'person' && head.counted?.of === 'people' && head.why === 'figure.noun'

/** A bare four-digit number in the range of years names one more often than it counts. */
export const looksLikeYear = ({ number, min, max }: Amount): boolean =>
  number.digits && min === max && Number.isInteger(number.value) && number.value >= 1900 && number.value <= 2100 && number.scale === 1

/** 'بواقع 75 من كل جانب', '10 لكل طرف': shared out evenly, each side gets so many of what was counted before. */
export function isSharedOut({ document: { tokens }, terms }: QuantityContext, amount: Amount): boolean {
  const next = tokens[amount.next]?.form
  const from = next === 'من' || next === 'عن' || next === 'في' ? amount.next + 1 : amount.next
  const each = tokens[from]?.form
  const side =
    termAt(terms, from, 'each') !== undefined || isCue(terms, from, 'each') || each === 'كلا' || each === 'الجانبين' || each === 'الطرفين'
  return side && !termAt(terms, from + 1, 'currency') && (from > amount.next || tokens[amount.first]?.form === 'بواقع')
}
