import { isCue, type Terms, termAt } from '../../lang/annotate.ts'
import type { Token } from '../../text/tokens.ts'
import { isGenericPeople, isSharedOut, looksLikeYear, othersOf } from './company.ts'
import { type Amount, countedAt, type Figure, type Head, nationalityAt, type QuantityContext } from './draft.ts'
import { nounAt } from './heads.ts'

/** Tokens before a bare number in which what it counts may be named. */
const REACH = 10

/**
 * What a number counts that stands without a noun: '15 آخرون', 'أربعة منهم', 'وأصيب سبعة', 'ارتفع عدد القتلى إلى 45', 'قتل العشرات',
 * 'إلى 450 (25 دولاراً)'. Undefined: nothing around says that it counts.
 */
export function understoodHead(
  context: QuantityContext,
  amount: Amount,
  before: Figure | undefined,
  people: Figure | undefined,
): Head | undefined {
  const { terms } = context
  const at = amount.next
  const other = termAt(terms, at, 'understood')
  const inherited = before && inherit(before)
  const killed = tollBefore(context, amount.first)
  if (other && !amount.number.definite) return person(other.last + 1, othersOf(before ?? people), 'figure.others')
  const numbered = numberOf(context, amount.first)
  if (numbered) return { ...numbered, next: at, why: 'figure.number-of' }
  const tallied = tallyNoun(context, amount)
  if (tallied) return { ...tallied, next: at, why: 'figure.number-of' }
  const group = termAt(terms, at, 'of-them')
  if (group && (inherited || killed || people || amount.number.digits || group.last > at))
    return { ...(inherited ?? (people ? inherit(people) : person(at, 'people', ''))), next: group.last + 1, why: 'figure.of-them' }
  if (looksLikeYear(amount)) return undefined
  if (inherited && (continues(context, amount) || outOf(context, amount) || isSharedOut(context, amount)))
    return { ...inherited, next: at, why: 'figure.same-noun' }
  if (killed) return person(at, killed === 'people' && people && HELD.has(people.counted!.of) ? people.counted!.of : killed, 'figure.toll')
  if (amount.number.vague && amount.number.definite && endsPhrase(context, at)) return person(at, 'people', 'figure.crowd')
  return undefined
}

/** People in custody stay so when a bare number of them is freed, moved or put to death. */
const HELD = new Set(['prisoners', 'detainees', 'hostages', 'migrants', 'displaced', 'refugees'])

/** 'عدد النازحين بأكثر من 6 ملايين شخص': a generic noun takes the population that the word for number has. */
export function narrowed(context: QuantityContext, amount: Amount, head: Head): Head {
  if (!isGenericPeople(head)) return head
  const of = numberOf(context, amount.first)?.counted?.of
  return of && of !== 'people' ? { ...head, counted: { ...head.counted!, of } } : head
}

const person = (next: number, of: string, why: string): Head => ({ unit: 'person', counted: { of }, first: -1, next, start: -1, why })

const inherit = ({ unit, counted }: Figure): Head => {
  if (!counted) return { unit, first: -1, next: 0, start: -1, why: '' }
  const { start: _s, end: _e, text: _t, ...properties } = counted
  return { unit, counted: properties, first: -1, next: 0, start: -1, why: '' }
}

/** Population of the nearest word of killing, wounding or taking before a number, within its clause and with no other figure between. */
function tollBefore(context: QuantityContext, first: number): string | undefined {
  const { tokens } = context.document
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) {
    const token = tokens[at]!
    if (token.kind === 'punct' || tokens[at + 1]!.breaks > 0) return undefined
    const toll = termAt<{ of: string }>(context.terms, at, 'toll')
    if (toll) return toll.suffix === '' ? toll.entry.value.of : undefined
    if (!isCue(context.terms, at, 'toll-filler')) return undefined
  }
  return undefined
}

/** 'عدد القتلى … 45': the noun behind the word for number. */
function numberOf(context: QuantityContext, first: number): Head | undefined {
  const { document, terms, numbers } = context
  const sentence = document.sentences[document.sentenceOf[first]!]!
  for (let at = first - 1; at >= Math.max(sentence.first, first - REACH); at--) {
    if (numbers[at]) return undefined
    const found = termAt(terms, at, 'number-of')
    if (!found) continue
    if (found.last + 1 >= first) return found.suffix === '' ? undefined : person(first, 'people', '')
    const noun = countedAt(terms, found.last + 1) ?? nationalityAt(terms, found.last + 1)
    return noun ? { ...nounAt(context, found.last + 1)!, first: -1 } : undefined
  }
  return undefined
}

/** 'حصيلة القتلى 41 والجرحى 75': a definite plural right before its number, beside another tally or the word for number. */
function tallyNoun(context: QuantityContext, amount: Amount): Head | undefined {
  const { document, terms, numbers } = context
  const to = document.tokens[amount.first - 1]
  const last = to?.form === 'الى' || to?.form === ':' ? amount.first - 2 : amount.first - 1
  const noun = last < 0 || amount.number.vague ? undefined : countedAt(terms, last)
  if (!noun?.features?.definite || noun.features.number === 'singular' || noun.suffix !== '' || noun.entry.value.unit !== 'person')
    return undefined
  if (isNounAhead(terms, document.tokens, amount.next)) return undefined
  const sentence = document.sentences[document.sentenceOf[amount.first]!]!
  for (let at = last - 1; at >= Math.max(sentence.first, last - REACH); at--)
    if (numbers[at]) return { ...nounAt(context, last)!, first: -1 }
  return undefined
}

/** The number goes on from the figure before it: 'من 167 جنيها إلى 450', '450 (25 دولارا)'. */
function continues({ document: { tokens }, terms }: QuantityContext, amount: Amount): boolean {
  const before = tokens[amount.first - 1]
  if (before?.form === 'اصل' || (before?.form === 'بين' && tokens[amount.first - 2]?.form === 'من')) return true
  if (terms.at[amount.first - 1]?.some((one) => one.entry.class === 'preposition' && one.proclitics === 'و'))
    return !isNounAhead(terms, tokens, amount.next)
  if (isCue(terms, amount.next, 'state-of')) return true
  return before !== undefined && isCue(terms, amount.first - 1, 'turn') && !isNounAhead(terms, tokens, amount.next)
}

/** A word follows that the number could count. */
const isNounAhead = (terms: Terms, tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at]
  return (
    next?.kind === 'word' &&
    next.breaks === 0 &&
    !/^[بلفو]ال/.test(next.form) &&
    !next.form.startsWith('لل') &&
    termAt(terms, at, 'preposition') === undefined
  )
}

/** 'نجا منهم 380': out of those counted before. */
const outOf = ({ document: { tokens } }: QuantityContext, amount: Amount): boolean =>
  ['منهم', 'منهن', 'بينهم', 'بينهن', 'منها', 'بينها'].includes(tokens[amount.first - 1]?.form ?? '')

/** Nothing that 'العشرات' could belong to follows. */
function endsPhrase({ document: { tokens }, terms }: QuantityContext, at: number): boolean {
  const next = tokens[at]
  return (
    !next ||
    next.kind === 'punct' ||
    next.breaks > 0 ||
    termAt(terms, at, 'preposition') !== undefined ||
    next.form === 'و' ||
    next.form.startsWith('و')
  )
}
