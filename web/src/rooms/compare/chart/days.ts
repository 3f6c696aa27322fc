import type { PointView } from '../../../../../src/api/shapes.ts'

/** A stretch of days, counted from 1 January 1970 UTC; `to` is the last day in it. */
export interface Days {
  from: number
  to: number
}

const MS_PER_DAY = 86_400_000
const YEAR = /^-?\d{4}/u
/** First months of the EDTF seasons 21 (spring) to 24 (winter, which ends in the next year). */
const SEASONS: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 }

const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / MS_PER_DAY

/**
 * The days that an EDTF value can mean; null where it names no year. An end left open is taken for the one that is known.
 *
 * @example daysOf('1970-02') // { from: 31, to: 58 }
 */
export function daysOf(edtf: string | null): Days | null {
  if (edtf === null) return null
  const [first, last] = edtf.split('/').map(partOf)
  if (last === undefined) return first ?? null
  if (!first || !last) return first ?? last
  return { from: first.from, to: Math.max(first.from, last.to) }
}

/** The days that a figure may be about: of its own time where that is stated, else the day it is shown at. */
export const daysOfPoint = ({ day, basis, claim }: Pick<PointView, 'day' | 'basis' | 'claim'>): Days | null =>
  (basis === 'stated' ? daysOf(claim.time) : null) ?? daysOf(day)

/** One date, without what qualifies it; digits that are not known end it: '2018-XX' is 2018. */
function partOf(text: string): Days | null {
  const plain = text.replaceAll(/[~?%]|T.*$/gu, '').replace(/-?X.*$/u, '')
  if (!YEAR.test(plain)) return null
  const [year = 0, month, day] = plain.split('-').map(Number)
  if (month === undefined) return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) }
  if (day !== undefined) return { from: dayNumber(year, month, day), to: dayNumber(year, month, day) }
  const season = SEASONS[month]
  const start = season ?? month
  return { from: dayNumber(year, start, 1), to: dayNumber(year, start + (season ? 3 : 1), 1) - 1 }
}

/** The moment at which a day begins. */
export const dateOf = (day: number): Date => new Date(day * MS_PER_DAY)
