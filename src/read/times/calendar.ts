/*
 * Arithmetic on the Gregorian calendar, in days since 1 January 1970.
 */

/** A day of the Gregorian calendar. */
export interface Day {
  year: number
  month: number
  day: number
}

const DAY_MS = 86_400_000

/** @example dayCount({ year: 1970, month: 1, day: 2 }) // 1 */
export const dayCount = ({ year, month, day }: Day): number => Math.round(Date.UTC(year, month - 1, day) / DAY_MS)

/** @example fromDayCount(1) // { year: 1970, month: 1, day: 2 } */
export function fromDayCount(count: number): Day {
  const date = new Date(count * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** ISO weekday, Monday 1 to Sunday 7. @example isoWeekday({ year: 2018, month: 6, day: 15 }) // 5 */
export const isoWeekday = (day: Day): number => ((((dayCount(day) + 3) % 7) + 7) % 7) + 1

export const addDays = (day: Day, days: number): Day => fromDayCount(dayCount(day) + days)

/** Adds months and years; a day past the end of the month becomes its last. @example addMonths({ year: 2018, month: 3, day: 31 }, -1).day // 28 */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return { ...target, day: Math.min(day, monthLength(target.year, target.month)) }
}

export const monthLength = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** @example isCalendarDate(2018, 2, 30) // false */
export const isCalendarDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)

const two = (value: number): string => String(value).padStart(2, '0')
const four = (value: number): string => String(value).padStart(4, '0')

/** EDTF of a date with what is known of it. @example edtfOf({ month: 4 }) // 'XXXX-04' */
export function edtfOf({ year, month, day }: Partial<Day>): string {
  const head = year === undefined ? 'XXXX' : four(year)
  if (month === undefined) return day === undefined ? head : `${head}-XX-${two(day)}`
  return day === undefined ? `${head}-${two(month)}` : `${head}-${two(month)}-${two(day)}`
}
