import type { Found } from '../../lang/rule.ts'
import type { Token } from '../../text/tokens.ts'
import { isCalendarDate } from './calendar.ts'
import { type DateMoment, dateOf } from './moment.ts'
import { type TimePart, term } from './parts.ts'

const SEPARATORS = new Set(['/', '-', '.', '\\'])

/** 31/10/2015, 2017-11-15, 5.5.1999, 14-09-1432 هـ; day first unless only the other order holds or the report shows it. */
export const numericDate: TimePart<DateMoment> = (context, at) => {
  const found = numericParts(context.document.tokens, at)
  if (!found) return undefined
  const mark = term<string>('era')(context, found.next)
  const hijri = mark?.value === 'hijri'
  const date = orderParts(found.value, context.monthFirst, hijri)
  return date && { value: hijri ? { ...date, hijri: true } : date, next: mark ? mark.next : found.next }
}

export function numericParts(tokens: readonly Token[], at: number): Found<string[]> | undefined {
  const first = tokens[at]
  if (first?.kind !== 'number') return undefined
  const dotted = first.form.includes('.') ? first.form.split('.') : [first.form]
  if (dotted.length === 3 && !first.form.includes(',')) return { value: dotted, next: at + 1 }
  const mark = tokens[at + 1]
  if (!mark?.glued || !SEPARATORS.has(mark.form) || dotted.length > 1) return undefined
  const parts = [first.form]
  let next = at + 1
  while (parts.length < 3 && tokens[next]?.form === mark.form && tokens[next + 1]?.kind === 'number' && tokens[next + 1]!.breaks === 0) {
    parts.push(tokens[next + 1]!.form)
    next += 2
  }
  const over = tokens[next]
  if (parts.length < 2 || (over?.glued && over.form === mark.form && tokens[next + 1]?.kind === 'number')) return undefined
  return { value: parts, next }
}

/** Which part is day, month and year: a four-digit part is the year, a part over twelve the day, else the day comes first. */
function orderParts(parts: readonly string[], monthFirst: boolean, hijri: boolean): DateMoment | undefined {
  const [a, b, c] = parts.map(Number) as [number, number, number | undefined]
  if (c === undefined)
    return parts[1]!.length === 4 && a >= 1 && a <= 12 && b >= 1900 && b <= 2100 ? dateOf({ month: a, year: b }) : undefined
  const yearFirst = parts[0]!.length === 4
  const year = yearFirst ? a : parts[2]!.length === 2 ? 2000 + c : c
  if (!hijri && (year < 1800 || year > 2200)) return undefined
  const [day, month] = yearFirst ? [c, b] : monthFirst && a <= 12 ? [b, a] : [a, b]
  return asDate(year, month, day, hijri) ?? asDate(year, day, month, hijri)
}

const asDate = (year: number, month: number, day: number, hijri: boolean): DateMoment | undefined =>
  hijri
    ? month >= 1 && month <= 12 && day >= 1 && day <= 30
      ? dateOf({ year, month, day })
      : undefined
    : isCalendarDate(year, month, day)
      ? dateOf({ year, month, day })
      : undefined
