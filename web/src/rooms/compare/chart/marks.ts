import type { PointView } from '../../../../../src/api/shapes.ts'
import { type Box, overlaps } from './box.ts'
import { daysOf, daysOfPoint } from './days.ts'
import type { TimeScale, ValueScale } from './scale.ts'

/** What is drawn of a figure: a point, a bar for its range, or a bar that is open at one end. */
export type Shape = 'point' | 'range' | 'least' | 'most'

export interface Mark {
  /** Index into the measure's points. */
  index: number
  shape: Shape
  /** Where its verdict's mark stands, and the ends of its bar. */
  u: number
  y: number
  top: number
  bottom: number
  /** First and last day it can mean, where that is more than one. */
  span: { from: number; to: number } | null
  undated: boolean
}

/** How far an open bar is drawn. */
const OPEN = 40

type Bounds = { min: number | null; max: number | null }

/** @example shapeOf({ min: 100, max: null }) // 'least' */
export const shapeOf = ({ min, max }: Bounds): Shape => (max === null ? 'least' : min === null ? 'most' : min === max ? 'point' : 'range')

/** Ends of a figure's bar: an open one runs on for a fixed way, never below the floor. */
function endsOf({ min, max }: Bounds, { at }: ValueScale, floor: number): Pick<Mark, 'y' | 'top' | 'bottom'> {
  if (max === null) return { y: at(min!), top: at(min!) - OPEN, bottom: at(min!) }
  if (min === null) return { y: at(max), top: at(max), bottom: Math.max(at(max) + 12, Math.min(floor, at(max) + OPEN)) }
  const [top, bottom] = [at(max), at(min)]
  return { y: (top + bottom) / 2, top, bottom }
}

/** Where on the axis of days: at its day, with the stretch that its time covers; or among the undated. */
function whenOf(point: PointView, { time, undated }: Ground): Pick<Mark, 'u' | 'span' | 'undated'> {
  const [day, stretch] = [daysOf(point.day), daysOfPoint(point)]
  if (!time || !day || !stretch) return { u: undated.u, span: null, undated: true }
  const span = stretch.from === stretch.to ? null : { from: time.at(stretch.from), to: time.at(stretch.to) }
  return { u: time.at((day.from + day.to) / 2), span, undated: false }
}

export interface Ground {
  values: ValueScale
  time: TimeScale | null
  height: number
  /** Width of the days. */
  dated: number
  /** Where the undated stand: middle and width. */
  undated: { u: number; width: number }
  /** Half the width of a mark. */
  radius: number
}

/** The marks of the figures that have a number, side by side where they would cover each other. */
export function marksOf(points: readonly PointView[], ground: Ground): Mark[] {
  const marks = points.flatMap((point, index) => {
    const { figure } = point.claim
    if (!figure || (figure.min === null && figure.max === null)) return []
    return [{ index, shape: shapeOf(figure), ...whenOf(point, ground), ...endsOf(figure, ground.values, ground.height) }]
  })
  return sideBySide(marks, ground)
}

/** @example boxOf({ u: 10, y: 20, top: 20, bottom: 20 }, 5) // { u: 5, y: 15, width: 10, height: 10 } */
export const boxOf = ({ u, y, top, bottom }: Pick<Mark, 'u' | 'y' | 'top' | 'bottom'>, radius: number): Box => {
  const [from, to] = [Math.min(top, y - radius), Math.max(bottom, y + radius)]
  return { u: u - radius, y: from, width: 2 * radius, height: to - from }
}

/** Steps to the sides that a mark of a day may make: three keep it near its day. */
const DATED_STEPS = 3

function sideBySide(marks: readonly Mark[], { radius, undated, dated }: Ground): Mark[] {
  const step = 2 * radius + 1
  const taken: Box[] = []
  return marks.map((mark) => {
    const steps = mark.undated ? Math.floor((undated.width / 2 - radius) / step) : DATED_STEPS
    const isInside = (by: number): boolean => mark.undated || Math.abs(mark.u + by * step - dated / 2) <= dated / 2 - radius
    const isFree = (by: number): boolean => !taken.some((box) => overlaps(box, boxOf({ ...mark, u: mark.u + by * step }, radius)))
    const free = shifts(steps).find((by) => (by === 0 || isInside(by)) && isFree(by))
    const moved = { ...mark, u: mark.u + (free ?? 0) * step }
    taken.push(boxOf(moved, radius))
    return moved
  })
}

/** 0, 1, -1, 2, -2 … */
const shifts = (most: number): number[] => [0, ...Array.from({ length: Math.max(0, most) }, (_, i) => [i + 1, -i - 1]).flat()]
