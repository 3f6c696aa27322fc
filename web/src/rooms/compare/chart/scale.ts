import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale'
import type { FigureView } from '../../../../../src/api/shapes.ts'
import { type Days, dateOf } from './days.ts'

/** How values stand on the axis: from zero, near the values only, or by factors. */
export type ScaleName = 'zero' | 'near' | 'log'
export const SCALES: readonly ScaleName[] = ['zero', 'near', 'log']

/** Spread (largest by smallest) from which factors tell more than differences: offered, and taken unasked. */
const LOG_OFFERED = 20
const LOG_TAKEN = 100
/** Spread below which an axis from zero hides what differs. */
const NEAR_OFFERED = 2

/** What a figure gives as numbers, none where neither end is known. */
export const valuesOf = (figure: Pick<FigureView, 'min' | 'max'> | null): number[] =>
  [figure?.min, figure?.max].filter((value) => typeof value === 'number')

/**
 * The scales that fit these values, the one to begin with first.
 *
 * @example scalesFor([2, 70000])   // ['log', 'zero']
 * @example scalesFor([118, 120])   // ['zero', 'near']
 */
export function scalesFor(values: readonly number[]): ScaleName[] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (!(least > 0) || least === most) return ['zero']
  const spread = most / least
  if (spread >= LOG_TAKEN) return ['log', 'zero']
  if (spread >= LOG_OFFERED) return ['zero', 'log']
  return spread <= NEAR_OFFERED ? ['zero', 'near'] : ['zero']
}

export interface ValueScale {
  /** Distance from the top of the plot. */
  at: (value: number) => number
  ticks: number[]
}

const PX_PER_TICK = 52
/** Room above the largest value, by the height of the axis, so that its mark is no part of the rim. */
const HEADROOM = 0.04

/** The axis of values over `height` pixels, the largest on top. */
export function valueScale(name: ScaleName, values: readonly number[], height: number, whole: boolean): ValueScale {
  const count = Math.max(2, Math.round(height / PX_PER_TICK))
  if (name === 'log') return logScale(values, height, count)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const low = name === 'zero' ? Math.min(0, least) : least - (most - least || most) * 0.25
  const high = most + (most - low) * HEADROOM
  const scale = scaleLinear([low, high > low ? high : low + 1], [height, 0]).nice(count)
  return { at: scale, ticks: scale.ticks(count).filter((tick) => !whole || Number.isInteger(tick)) }
}

function logScale(values: readonly number[], height: number, count: number): ValueScale {
  const low = 10 ** Math.floor(Math.log10(Math.min(...values)))
  const most = Math.max(...values)
  const steps = [1, 2, 5, 10].map((step) => step * 10 ** Math.floor(Math.log10(most)))
  const high = Math.max(steps.find((step) => step >= most) ?? most, low * 10)
  const decades = Math.log10(high / low)
  const every = decades * 3 <= count * 1.6 ? [1, 2, 5] : [1]
  const ticks = Array.from({ length: Math.ceil(decades) + 1 }, (_, i) => every.map((step) => step * low * 10 ** i)).flat()
  return { at: scaleLog([low, high], [height, 0]), ticks: ticks.filter((tick) => tick <= high * 1.0001) }
}

export interface TimeTick {
  /** Distance from the beginning of the plot, in the direction of reading. */
  u: number
  date: Date
  /** What it stands for. */
  step: 'day' | 'month' | 'year'
  /** Whether the year is to be told with it. */
  withYear: boolean
}

export interface TimeScale {
  at: (day: number) => number
  ticks: TimeTick[]
}

const PX_PER_DATE = 92
const MONTH_DAYS = 28
const YEAR_DAYS = 360

/** The axis of days over `width` pixels; the first stands some way in, so that no mark is cut. */
export function timeScale(days: readonly Days[], width: number): TimeScale {
  const [first, last] = [Math.min(...days.map(({ from }) => from)), Math.max(...days.map(({ to }) => to))]
  const pad = Math.max(0.75, (last - first) * 0.06)
  const scale = scaleUtc([dateOf(first - pad), dateOf(last + pad)], [0, width])
  const at = (day: number): number => scale(dateOf(day))
  if (first === last) return { at, ticks: [{ u: at(first), date: dateOf(first), step: 'day', withYear: true }] }
  const dates = scale.ticks(Math.max(2, Math.floor(width / PX_PER_DATE))).filter((date) => date.getTime() % dateOf(1).getTime() === 0)
  const apart = dates.length > 1 ? (dates[1]!.getTime() - dates[0]!.getTime()) / dateOf(1).getTime() : 1
  const step = apart >= YEAR_DAYS ? 'year' : apart >= MONTH_DAYS ? 'month' : 'day'
  const isNewYear = (date: Date, i: number): boolean => i === 0 || date.getUTCFullYear() !== dates[i - 1]!.getUTCFullYear()
  return { at, ticks: dates.map((date, i) => ({ u: scale(date), date, step, withYear: step !== 'year' && isNewYear(date, i) })) }
}
