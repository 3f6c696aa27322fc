import type { Overview } from '../../../../../src/api/shapes.ts'
import type { EventType } from '../../../../../src/model.ts'

export type MonthCount = Overview['timeline'][number]

/** A stretch of whole months. `from` and `to` are days, both inclusive; `edtf` names it. */
export interface Bin {
  from: string
  to: string
  edtf: string
  /** The year that it begins in. */
  year: number
}

/** One line of the chart: an event type, or those that are too few to have a line each. */
export interface Strip {
  types: readonly EventType[]
  /** By bin. */
  counts: readonly number[]
  total: number
}

export interface Timeline {
  /** Months in a bin. */
  step: number
  bins: Bin[]
  /** All types together. */
  all: Strip
  strips: Strip[]
  /** Claims before the first bin and after the last one: a few stragglers would make everything else a line. */
  before: number
  after: number
}

/** Lengths of a bin in months: as long as makes them fit. */
const STEPS = [1, 3, 12, 60, 120, 600, 1200]
/** Lines with a type of their own. */
const OWN_LINES = 7
/** Share of the claims that may be left outside at either end, where that makes the span half as long or less. */
const STRAGGLERS = 0.02
/** Share of the whole span from which stragglers stay in. */
const WORTH_CUTTING = 0.5
const MONTHS = 12

const numberOf = (month: string): number => Number(month.slice(0, 4)) * MONTHS + Number(month.slice(5, 7)) - 1
const pad = (value: number, length: number): string => String(value).padStart(length, '0')
const monthOf = (number: number): string => `${pad(Math.floor(number / MONTHS), 4)}-${pad((number % MONTHS) + 1, 2)}`
const lastDayOf = (number: number): string =>
  `${monthOf(number)}-${new Date(Date.UTC(2000 + (Math.floor(number / MONTHS) % 400), (number % MONTHS) + 1, 0)).getUTCDate()}`

/**
 * Lays counts by month out on a line of at most `most` bins: of one year, or of all.
 *
 * @example timelineOf([{ month: '2021-03', type: 'hold', count: 2 }], { most: 60 })?.bins.length // 1
 */
export function timelineOf(rows: readonly MonthCount[], { most, year }: { most: number; year?: number | undefined }): Timeline | null {
  const counted = rows.filter(({ count }) => count > 0).map((row) => ({ ...row, at: numberOf(row.month) }))
  if (counted.length === 0) return null
  const [first, last] = year === undefined ? spanOf(counted, most) : [year * MONTHS, year * MONTHS + MONTHS - 1]
  const step = STEPS.find((one) => binsBetween(first, last, one) <= Math.max(most, 1)) ?? STEPS.at(-1)!
  const start = Math.floor(first / step) * step
  const inside = counted.filter(({ at }) => at >= first && at <= last)
  const bins = Array.from({ length: binsBetween(first, last, step) }, (_, i) => binAt(start + i * step, step))
  const strip = (types: readonly EventType[] | null): Strip => {
    const counts = new Array<number>(bins.length).fill(0)
    for (const { at, type, count } of inside) if (!types || types.includes(type)) counts[Math.floor((at - start) / step)]! += count
    return { types: types ?? [], counts, total: sum(counts) }
  }
  const outside = (is: (at: number) => boolean): number => sum(counted.filter(({ at }) => is(at)).map(({ count }) => count))
  return {
    step,
    bins,
    all: strip(null),
    strips: linesOf(inside).map(strip),
    before: outside((at) => at < first),
    after: outside((at) => at > last),
  }
}

const binsBetween = (first: number, last: number, step: number): number => Math.floor(last / step) - Math.floor(first / step) + 1

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** First and last month to show: all of them where they fit, else without the stragglers at either end. */
function spanOf(rows: readonly { at: number; count: number }[], most: number): [number, number] {
  const sorted = rows.toSorted((a, b) => a.at - b.at)
  const [first, last] = [sorted[0]!.at, sorted.at(-1)!.at]
  if (last - first < most) return [first, last]
  const spare = sum(rows.map(({ count }) => count)) * STRAGGLERS
  const [low, high] = [reach(sorted, spare), reach(sorted.toReversed(), spare)]
  return high - low < (last - first) * WORTH_CUTTING ? [low, high] : [first, last]
}

/** The first month at which more than `spare` claims have been passed. */
function reach(rows: readonly { at: number; count: number }[], spare: number): number {
  let passed = 0
  for (const { at, count } of rows) {
    passed += count
    if (passed > spare) return at
  }
  return rows.at(-1)!.at
}

function binAt(start: number, step: number): Bin {
  const end = start + step - 1
  const year = Math.floor(start / MONTHS)
  const edtf = step === 1 ? monthOf(start) : step === MONTHS ? pad(year, 4) : `${monthOf(start)}/${monthOf(end)}`
  return {
    from: `${monthOf(start)}-01`,
    to: lastDayOf(end),
    edtf: step > MONTHS ? `${pad(year, 4)}/${monthOf(end).slice(0, 4)}` : edtf,
    year,
  }
}

/** Types in lines: the most frequent each in its own, the rest together; `other` is never more than a rest. */
function linesOf(rows: readonly MonthCount[]): EventType[][] {
  const totals = new Map<EventType, number>()
  for (const { type, count } of rows) totals.set(type, (totals.get(type) ?? 0) + count)
  const ranked = [...totals].toSorted((a, b) => Number(a[0] === 'other') - Number(b[0] === 'other') || b[1] - a[1]).map(([type]) => type)
  const own = ranked.slice(0, ranked.length === OWN_LINES + 1 ? OWN_LINES + 1 : OWN_LINES)
  const rest = ranked.slice(own.length)
  return [...own.map((type) => [type]), ...(rest.length > 0 ? [rest] : [])]
}

/** Years whose beginning is marked under the chart, with the bin that they begin in; every nth where they stand closer than `gap`. */
export function yearMarks({ bins, step }: Pick<Timeline, 'bins' | 'step'>, binWidth: number, gap: number): { year: number; bin: number }[] {
  const starts = bins.map(({ year }, bin) => ({ year, bin })).filter(({ year, bin }) => bin === 0 || bins[bin - 1]!.year !== year)
  // A first year that is cut short leaves no room for its own mark beside the next one.
  const isCut = starts.length > 1 && step < MONTHS && (starts[1]!.bin - starts[0]!.bin) * binWidth < gap
  const whole = isCut ? starts.slice(1) : starts
  const perMark = whole.length > 1 ? (whole[1]!.bin - whole[0]!.bin) * binWidth : gap
  const every = Math.max(1, Math.ceil(gap / Math.max(perMark, 1)))
  return whole.filter((_, i) => i % every === 0)
}
