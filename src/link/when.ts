/** Days since 1970-01-01, both ends inclusive; an open or unknown end is infinite. */
export interface Days {
  first: number
  last: number
}

const DAY_MS = 86_400_000
const dayOf = (year: number, month: number, day: number): number => Math.floor(Date.UTC(year, month - 1, day) / DAY_MS)

/**
 * The days an EDTF expression covers: a day, month, year, season, interval, or an interval open at one end.
 * Null where it names no days of the calendar (`XXXX-06`, durations, unresolved).
 *
 * @example daysOf('2018-02')     // 1 to 28 February 2018
 * @example daysOf('2018-02/..')  // from 1 February 2018 on
 */
export function daysOf(edtf: string | null | undefined): Days | null {
  if (!edtf) return null
  const [from, to] = edtf.split('/')
  if (to === undefined) return onePeriod(edtf)
  const first = isOpen(from) ? { first: -Infinity, last: 0 } : onePeriod(from!)
  const last = isOpen(to) ? { first: 0, last: Infinity } : onePeriod(to)
  return first && last ? { first: first.first, last: last.last } : null
}

const isOpen = (end: string | undefined): boolean => end === '..' || end === ''

/** Months of the EDTF seasons 21 to 24: first month, number of months. */
const SEASONS: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 }

function onePeriod(edtf: string): Days | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(edtf.replace(/[?~%]+$/, ''))
  if (!match) return null
  const year = Number(match[1])
  const month = Number(match[2] ?? 0)
  if (match[3]) return { first: dayOf(year, month, Number(match[3])), last: dayOf(year, month, Number(match[3])) }
  if (month === 0) return { first: dayOf(year, 1, 1), last: dayOf(year + 1, 1, 1) - 1 }
  const start = SEASONS[month] ?? month
  return { first: dayOf(year, start, 1), last: dayOf(year, start + (SEASONS[month] ? 3 : 1), 1) - 1 }
}

/**
 * The moment of a date as a number that sorts: days since 1970-01-01 with the time of day as the fraction.
 * A date without a time of day sorts at its beginning. Null where unknown.
 *
 * @example momentOf('1970-01-02T12:00Z') // 1.5
 */
export function momentOf(edtf: string | null | undefined): number | null {
  if (!edtf) return null
  const parsed = edtf.includes('T') ? Date.parse(edtf) : Number.NaN
  return Number.isNaN(parsed) ? (daysOf(edtf)?.first ?? null) : parsed / DAY_MS
}

/** Days between two periods; 0 where they touch or overlap. */
export const gapOf = (a: Days, b: Days): number => Math.max(0, b.first - a.last, a.first - b.last)

/** Whether `outer` holds all of `inner`. */
export const holds = (outer: Days, inner: Days): boolean => outer.first <= inner.first && inner.last <= outer.last
