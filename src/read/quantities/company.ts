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

/** 'سبعة من زملائه': people by their tie to somebody are of the population that was named last before them. */
export function withCompany(context: QuantityContext, head: Head): Head {
  const noun = head.first < 0 ? undefined : countedAt(context.terms, head.first)
  if (noun?.entry.id !== 'comrade' || noun.suffix === '' || !head.counted) return head
  const of = namedBefore(context, head.first)
  return of ? { ...head, counted: { ...head.counted, of } } : head
}

function namedBefore({ document, terms }: QuantityContext, before: number): string | undefined {
  const sentence = Math.max(0, document.sentenceOf[before]! - SENTENCES_BACK)
  for (let at = before - 1; at >= document.sentences[sentence]!.first; at--) {
    const word = countedAt(terms, at)?.entry.value
    if (word?.unit === 'person' && !NOT_SHARED.has(word.of) && !SPEAKERS.has(word.of)) return word.of
  }
  return undefined
}

/** Those whom a report quotes, more often than it counts them. */
const SPEAKERS = new Set(['people', 'officials', 'sources', 'leaders', 'witnesses', 'men'])

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

/** Tokens back in which 'خلية' makes its members suspects. */
const CELL_REACH = 4

/** What the words before a number say of people that its noun leaves open: 'جثامين 15 فلسطينيا', 'خلية من 6 عناصر'. */
export function saidBefore({ document: { tokens }, terms }: QuantityContext, first: number, head: Head): Head {
  const of = head.counted?.of
  if (head.unit !== 'person' || of === undefined) return head
  if (OPEN.has(of) && isCue(terms, first - 1, 'bodies')) return { ...head, counted: { ...head.counted, of: 'dead' } }
  if (of !== 'fighters' || countedAt(terms, head.first)?.entry.id !== 'fighter' || head.counted?.affiliation) return head
  for (let at = first - 1; at >= Math.max(0, first - CELL_REACH) && tokens[at]!.kind === 'word'; at--)
    if (isCue(terms, at, 'cell')) return { ...head, counted: { ...head.counted, of: 'suspected-fighters' } }
  return head
}

/** Populations that say no more than that they are people. */
const OPEN = new Set(['people', 'citizens', 'men'])
