import { termAt } from '../../lang/annotate.ts'
import { amountOf, type Lead } from './amounts.ts'
import type { Cardinal } from './cardinals.ts'
import type { Amount, Figure, Head, QuantityContext } from './draft.ts'

/** '15 %', '%7', '٪15', 'عشرون في المئة'. */
export function percentAt(context: QuantityContext, amount: Amount): Head | undefined {
  const after = termAt(context.terms, amount.next, 'percent')
  if (after) return { unit: 'percent', first: -1, next: after.last + 1, start: -1, why: 'figure.percent' }
  const at = signBefore(context, amount, 'percent')
  return at < 0 ? undefined : { unit: 'percent', first: -1, next: amount.next, start: -1, why: 'figure.percent', symbol: at }
}

/** Token of a sign of a class that is glued before an amount's number, -1 where none is. */
export function signBefore({ document: { tokens }, terms }: QuantityContext, amount: Amount, ofClass: string): number {
  for (const at of [amount.number.first - 1, amount.first - 1]) {
    const sign = tokens[at]
    if (sign && sign.kind !== 'word' && termAt(terms, at, ofClass)) return at
  }
  return -1
}

/** 'نصف السكان', 'ثلثا المقاتلين', 'ثلاثة أرباع الضحايا': a share of something definite, in percent. */
export function shareAt(context: QuantityContext, at: number, lead: Lead | undefined): Figure | undefined {
  const fraction = termAt<number>(context.terms, at, 'fraction')
  if (!fraction || fraction.features?.definite) return undefined
  const noun = termAt<{ unit: string; of: string }>(context.terms, fraction.last + 1, 'counted')
  if (!noun || (!noun.features?.definite && noun.suffix === '') || noun.entry.value.unit !== 'person') return undefined
  const many = fraction.proclitics === '' ? context.numbers[at - 1] : undefined
  const count = many?.next === at && !many.digits && !many.vague ? many : undefined
  const value = Math.round(fraction.entry.value * (count?.value ?? 1) * 1000) / 10
  if (value > 100) return undefined
  const number: Cardinal = {
    first: count?.first ?? at,
    next: fraction.last + 1,
    start: count?.start ?? fraction.start,
    value,
    definite: false,
    digits: false,
    scale: 1,
    dual: false,
    proclitics: count?.proclitics ?? fraction.proclitics,
  }
  const { number: _number, ...amount } = amountOf(number, lead)
  const { text, tokens } = context.document
  const end = tokens[noun.last]!.end
  return {
    ...amount,
    next: noun.last + 1,
    unit: 'percent',
    counted: { of: noun.entry.value.of, start: noun.start, end, text: text.slice(noun.start, end) },
    why: ['figure.share'],
  }
}
