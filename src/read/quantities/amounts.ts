import { isCue, type Term, termAt } from '../../lang/annotate.ts'
import type { Modifier } from '../../model.ts'
import type { Cardinal } from './cardinals.ts'
import type { Amount, QuantityContext } from './draft.ts'

/** Value of a modifier word: modifiers.yaml. */
interface ModifierWord {
  modifier: Modifier
  side: 'before' | 'after' | 'both'
}

/** A modifier or the opening of a range, waiting for its number at token `next`. */
export interface Lead {
  modifier?: Modifier
  open?: 'between' | 'from'
  first: number
  next: number
  start: number
}

/** The modifier or range word at a token, if any; a bound before it is kept over an 'about'. */
export function leadAt({ terms }: QuantityContext, at: number, before: Lead | undefined): Lead | undefined {
  const modifier = termAt<ModifierWord>(terms, at, 'number-modifier')
  const open = termAt<'between' | 'from'>(terms, at, 'range-open')
  if (modifier && modifier.suffix === '' && modifier.entry.value.side !== 'after' && (!open || modifier.last >= open.last))
    return joinLeads(before, { modifier: modifier.entry.value.modifier, first: at, next: modifier.last + 1, start: modifier.start })
  if (open && open.suffix === '') return joinLeads(before, { open: open.entry.value, first: at, next: open.last + 1, start: open.start })
  return undefined
}

function joinLeads(before: Lead | undefined, lead: Lead): Lead {
  if (before?.next !== lead.first) return lead
  if (before.open === 'between' && lead.modifier) return { ...lead, ...before, modifier: lead.modifier, next: lead.next }
  if (!before.modifier || before.modifier === 'about' || before.modifier === 'exact') return lead
  return lead.modifier === 'about' || lead.open ? { ...before, next: lead.next } : lead
}

const BOUND_LOW = new Set<Modifier>(['more-than', 'at-least'])
const BOUND_HIGH = new Set<Modifier>(['less-than', 'at-most'])

/** Puts a modifier on a number: bounds open one side, vague plurals keep their own name. */
export function amountOf(cardinal: Cardinal, lead: Lead | undefined): Amount {
  const head = lead?.modifier && lead.next === cardinal.first ? lead : undefined
  const base = {
    first: head?.first ?? cardinal.first,
    next: cardinal.next,
    start: head?.start ?? cardinal.start,
    number: cardinal,
    why: ['figure.number'],
  }
  return { ...base, ...bounds(cardinal, head?.modifier ?? 'exact') }
}

export function bounds({ value, vague }: Pick<Cardinal, 'value' | 'vague'>, modifier: Modifier): Pick<Amount, 'min' | 'max' | 'modifier'> {
  if (BOUND_HIGH.has(modifier)) return { min: null, max: value, modifier }
  if (vague) return { min: value, max: null, modifier: modifier === 'exact' || modifier === 'about' ? vague : modifier }
  return { min: value, max: BOUND_LOW.has(modifier) ? null : value, modifier }
}

/** A modifier behind the noun: '39 شخصا على الأقل', within the same clause. */
export function modifierAfter(context: QuantityContext, at: number): Term<ModifierWord> | undefined {
  const { tokens } = context.document
  for (let i = at; i < Math.min(tokens.length, at + AFTER); i++) {
    const token = tokens[i]!
    if (
      token.kind === 'punct' ||
      token.kind === 'number' ||
      token.breaks > 1 ||
      context.numbers[i] ||
      (i > at && isCue(context.terms, i, 'ends-phrase'))
    )
      return undefined
    const found = termAt<ModifierWord>(context.terms, i, 'number-modifier')
    if (found && found.suffix === '' && found.entry.value.side !== 'before')
      return context.numbers[found.last + 1] || (tokens[found.last + 1]?.form === 'من' && found.entry.id === 'or-more') ? undefined : found
    if (found) return undefined
  }
  return undefined
}

/** Tokens behind the noun in which its modifier may stand: an adjective or two lie between. */
const AFTER = 4

/** Applies a modifier that stands behind. */
export const withModifier = (amount: Amount, modifier: Modifier): Amount =>
  amount.modifier === 'exact' || amount.modifier === 'about' || amount.modifier === 'between'
    ? { ...amount, ...(amount.modifier === 'between' ? {} : bounds(amount.number, modifier)) }
    : amount
