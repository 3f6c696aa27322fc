import { NO_DAY } from './columns.ts'

const DAY_MS = 86_400_000
/** Days of the longest month: what spans no more belongs to the month it begins in. */
const MONTH = 31

/** The day as EDTF. @example dateOf(0) // '1970-01-01' */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Whether days are known and span a month at most. */
export const isWithinMonth = (first: number, last: number): boolean => first !== NO_DAY && last !== NO_DAY && last - first < MONTH

/** The year that days lie in, or begin in where they span a month at most; null otherwise. */
export function yearOf(first: number, last: number): string | null {
  if (first === NO_DAY || last === NO_DAY) return null
  const year = yearAt(first)
  return isWithinMonth(first, last) || year === yearAt(last) ? String(year).padStart(4, '0') : null
}

const yearAt = (day: number): number => new Date(day * DAY_MS).getUTCFullYear()
