import type { MeasureDetail, PointView } from '../../../../../src/api/shapes.ts'
import { type Box, overlaps } from './box.ts'
import { type Days, daysOf, daysOfPoint } from './days.ts'
import { type Label, placeLabels, type Wish } from './labels.ts'
import { boxOf, type Mark, marksOf } from './marks.ts'
import { type ScaleName, type TimeScale, timeScale, type ValueScale, valueScale, valuesOf } from './scale.ts'

/** Where everything of a chart stands. `u` runs with the reading from the beginning of the plot, `y` down from its top. */
export interface ChartLayout {
  width: number
  height: number
  /** The plot inside the drawing; its `u` counts from the edge at which reading begins. */
  plot: Box
  scale: ScaleName
  values: ValueScale
  /** Null where nothing is dated. */
  time: TimeScale | null
  /** The column of what has no date: middle and width; null where everything is dated. */
  undated: { u: number; width: number } | null
  marks: Mark[]
  labels: Label[]
  radius: number
  /** Low and high over independent origins, as heights; an end that nobody closes is null. */
  band: { low: number | null; high: number | null }
  /** One value under a policy: its height, and where its words stand. */
  best: { at: number; words: Box } | null
  /** From a copy to what it copies. */
  arcs: { from: number; to: number }[]
}

export interface LayoutInput {
  detail: Pick<MeasureDetail, 'points' | 'origins' | 'card' | 'best'>
  width: number
  height: number
  scale: ScaleName
  /** Widths of a figure's texts (with and without its value), of the texts of the axis. */
  labelWidths: (point: PointView) => readonly number[]
  tickWidth: (value: number) => number
  /** Width of the words of the one value. */
  bestWidth: number
}

const MARGIN = { top: 34, bottom: 44, end: 16, tick: 14 }
/** More marks than this are drawn small. */
const MANY = 48
const RADIUS = { few: 6.5, many: 4.2 }
const UNDATED_WIDTH = { least: 76, most: 220 }

/** @example layOut({ detail, width: 800, height: 420, scale: 'zero', labelWidths, tickWidth }).marks.length */
export function layOut({ detail, width, height, scale, labelWidths, tickWidth, bestWidth }: LayoutInput): ChartLayout {
  const radius = detail.points.length > MANY ? RADIUS.many : RADIUS.few
  const numbers = numbersOf(detail)
  const inner = height - MARGIN.top - MARGIN.bottom
  const values = valueScale(scale, numbers, inner, detail.card.unit === 'person')
  const start = Math.max(...values.ticks.map(tickWidth), 12) + MARGIN.tick
  const plot = { u: start, y: MARGIN.top, width: width - start - MARGIN.end, height: inner }
  const columns = columnsOf(detail.points, plot.width, radius)
  const time = columns.days.length > 0 ? timeScale(columns.days, columns.dated) : null
  const marks = marksOf(detail.points, {
    values,
    time,
    height: inner,
    dated: columns.dated,
    undated: columns.undated ?? { u: 0, width: 0 },
    radius,
  })
  const crowd = [...marks.map((mark) => boxOf(mark, radius)), ...shortArcs(detail.points, marks)]
  const best = bestOf(heightOf(detail.best, values), { crowd, width: bestWidth, plot })
  return {
    ...{ width, height, plot, scale, values, time, undated: columns.undated, marks, radius },
    labels: labelsOf(detail, marks, {
      radius,
      taken: [...crowd, ...linesOf(detail.card.range, values, plot.width), ...(best ? [best.words] : [])],
      widths: labelWidths,
      inside: { u: 0, y: -12, width: plot.width + MARGIN.end, height: inner + 12 },
    }),
    band: { low: heightOf(detail.card.range.low.value, values), high: heightOf(detail.card.range.high.value, values) },
    best,
    arcs: arcsOf(detail.points, marks),
  }
}

const heightOf = (value: number | null, { at }: ValueScale): number | null => (value === null ? null : at(value))

/** Every number that the axis must hold. */
export function numbersOf({ points, card }: Pick<MeasureDetail, 'points' | 'card'>): number[] {
  const numbers = [...points.flatMap(({ claim }) => valuesOf(claim.figure)), card.range.low.value, card.range.high.value]
  const known = numbers.filter((value) => value !== null)
  return known.length > 0 ? known : [0, 1]
}

/** How the width is shared between what is dated and what is not. */
function columnsOf(points: readonly PointView[], width: number, radius: number) {
  const dated = points.filter(({ day }) => daysOf(day) !== null)
  const days = dated.flatMap((point) => [daysOf(point.day), daysOfPoint(point)]).filter((one): one is Days => one !== null)
  const without = points.length - dated.length
  if (without === 0) return { days, dated: width, undated: null }
  if (days.length === 0) return { days, dated: 0, undated: { u: width / 2, width } }
  const wanted = (2 * radius + 2) * without
  const column = Math.min(Math.max(UNDATED_WIDTH.least, wanted), UNDATED_WIDTH.most, width * 0.4)
  return { days, dated: width - column, undated: { u: width - column / 2, width: column } }
}

/** Both ends of the band: no label is crossed by them. */
const linesOf = (range: MeasureDetail['card']['range'], values: ValueScale, width: number): Box[] =>
  [range.low.value, range.high.value].flatMap((value) => {
    const y = heightOf(value, values)
    return y === null ? [] : [{ u: 0, y: y - 1, width, height: 2 }]
  })

/** Height of the words of the one value. */
const BEST = 18

/** The words of the one value stand on its line or under it, where they hide nothing; at its end if there is no such place. */
function bestOf(at: number | null, { crowd, width, plot }: { crowd: readonly Box[]; width: number; plot: Box }): ChartLayout['best'] {
  if (at === null) return null
  const places = [at - BEST - 2, at + 2].flatMap((y) =>
    [plot.width - width, (plot.width - width) / 2, 0].map((u): Box => ({ u, y, width, height: BEST })),
  )
  const isFree = (place: Box): boolean => place.y + BEST < plot.height && !crowd.some((box) => overlaps(box, place))
  return { at, words: places.find(isFree) ?? places[0]! }
}

interface LabelGround {
  radius: number
  inside: Box
  /** What no label may cover or be crossed by. */
  taken: readonly Box[]
  widths: LayoutInput['labelWidths']
}

function labelsOf(
  { points, origins }: LayoutInput['detail'],
  marks: readonly Mark[],
  { radius, inside, taken, widths }: LabelGround,
): Label[] {
  const latest = new Set(origins.map((origin) => origin.latest))
  const weight = ({ index }: Mark): number => (latest.has(index) ? 2 : 0) + (points[index]!.verdict === 'conflict' ? 1 : 0)
  const wishes = marks
    .toSorted((a, b) => weight(b) - weight(a))
    .map((mark): Wish => ({ index: mark.index, mark: boxOf(mark, radius), widths: widths(points[mark.index]!) }))
  return placeLabels(wishes, taken, inside)
}

/** Reach up to which an arc is a loop between neighbours that a label would hide, and how high it stands. */
const LOOP = { reach: 48, height: 16 }

function shortArcs(points: readonly PointView[], marks: readonly Mark[]): Box[] {
  const places = new Map(marks.map((mark) => [mark.index, mark]))
  return arcsOf(points, marks).flatMap(({ from, to }) => {
    const [a, b] = [places.get(from)!, places.get(to)!]
    const [u, y] = [Math.min(a.u, b.u), Math.min(a.y, b.y)]
    const reach = Math.hypot(a.u - b.u, a.y - b.y)
    return reach < LOOP.reach ? [{ u, y: y - LOOP.height, width: Math.abs(a.u - b.u), height: LOOP.height }] : []
  })
}

function arcsOf(points: readonly PointView[], marks: readonly Mark[]): ChartLayout['arcs'] {
  const drawn = new Set(marks.map((mark) => mark.index))
  return points.flatMap(({ copyOf }, from) => (copyOf !== null && drawn.has(from) && drawn.has(copyOf) ? [{ from, to: copyOf }] : []))
}
