import { termAt } from '../../lang/annotate.ts'
import { amountOf, type Lead, leadAt } from './amounts.ts'
import type { Cardinal } from './cardinals.ts'
import type { Amount, QuantityContext } from './draft.ts'

const DASHES = new Set(['-', '–', '—'])
/** Tokens before 'من' in which a verb of change makes 'من 30 إلى 45' two figures, not a range. */
const CHANGE_REACH = 8

/**
 * 'بين 6 آلاف و10 آلاف', 'من 4 إلى 15', '6-10', 'خمسة أو ستة': one amount of two numbers that stand side by side.
 * `between`: tokens of a noun repeated behind the first number ('من 4 وسطاء إلى 15').
 */
export function readRange(context: QuantityContext, cardinal: Cardinal, lead: Lead | undefined): Amount | undefined {
  const second = secondNumber(context, cardinal, lead)
  if (!second) return undefined
  const open = lead?.open && lead.next === cardinal.first ? lead : undefined
  if (open?.open === 'from' && changes(context, open.first)) return undefined
  const low = scaledLike(cardinal, second)
  if (low >= second.value || cardinal.vague || second.vague) return undefined
  const modified = lead && lead.next === cardinal.first ? lead : undefined
  return {
    ...amountOf(second, undefined),
    min: low,
    max: second.value,
    modifier: 'between',
    first: modified?.first ?? cardinal.first,
    start: modified?.start ?? cardinal.start,
    why: ['figure.range'],
  }
}

/** 'أكثر من 100 وأقل من 300': two bounds that close on one another. */
export function readBounds(context: QuantityContext, first: Amount): Amount | undefined {
  if ((first.min === null) === (first.max === null)) return undefined
  const joined = context.document.tokens[first.next]?.form === 'و' ? first.next + 1 : first.next
  const lead = leadAt(context, joined, undefined)
  const second =
    lead?.modifier && (joined > first.next || termAt(context.terms, joined, 'number-modifier')?.proclitics === 'و')
      ? context.numbers[lead.next]
      : undefined
  if (!second || !lead) return undefined
  const { min, max } = amountOf(second, lead)
  const low = first.min ?? min
  const high = first.max ?? max
  if ((min === null) === (max === null) || low === null || high === null || low >= high) return undefined
  return { ...first, min: low, max: high, modifier: 'between', next: second.next, number: second, why: ['figure.bounds'] }
}

function secondNumber(context: QuantityContext, cardinal: Cardinal, lead: Lead | undefined): Cardinal | undefined {
  const { tokens } = context.document
  const at = lead?.open ? behindNoun(context, cardinal.next) : cardinal.next
  const mark = tokens[at]
  if (!mark || context.inTime[at]) return undefined
  if (DASHES.has(mark.form)) return context.numbers[at + 1]
  const joint = termAt<'to' | 'or'>(context.terms, at, 'range-to')
  if (joint) return joint.entry.value === 'to' && !lead?.open && !near(context, at) ? undefined : context.numbers[joint.last + 1]
  if (lead?.open !== 'between') return undefined
  const next = mark.form === 'و' ? context.numbers[at + 1] : context.numbers[at]
  return mark.form === 'و' || next?.proclitics === 'و' ? next : undefined
}

/** 'بين 15 ألف دولار و20 ألف دولار': past the noun of the first number, where the second has the same. */
function behindNoun({ terms, numbers, document: { tokens } }: QuantityContext, at: number): number {
  const noun = termAt(terms, at, 'currency') ?? termAt(terms, at, 'counted')
  if (noun?.proclitics !== '') return at
  const next = noun.last + 1
  const second = numbers[next] ?? numbers[next + 1]
  if (!second || tokens[next]!.kind === 'punct') return at
  const same = termAt(terms, second.next, noun.entry.class)
  return same?.entry.id === noun.entry.id ? next : at
}

/** '30 إلى 40 شخصا' without an opening word: only where a number follows at once. */
const near = (context: QuantityContext, at: number): boolean => context.numbers[at + 1] !== undefined

/** 'بين 6 و10 آلاف': the first number takes the scale of the second where it has none. */
const scaledLike = (first: Cardinal, second: Cardinal): number =>
  first.scale === 1 && second.scale > 1 && first.value < second.value / second.scale ? first.value * second.scale : first.value

function changes({ terms, document }: QuantityContext, at: number): boolean {
  const first = document.sentences[document.sentenceOf[at]!]!.first
  for (let i = at - 1; i >= Math.max(first, at - CHANGE_REACH); i--) if (termAt(terms, i, 'change-verb')) return true
  return false
}
