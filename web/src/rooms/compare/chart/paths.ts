/** Paths are in pixels of the drawing, where x runs to the right in both languages. */
export interface Place {
  x: number
  y: number
}

const round = (value: number): string => String(Math.round(value * 10) / 10)

/** A bar that ends in a rule at both ends. @example rangePath(10, 20, 40, 3) // 'M7 20H13M10 20V40M7 40H13' */
export const rangePath = (x: number, top: number, bottom: number, half: number): string =>
  `M${round(x - half)} ${round(top)}H${round(x + half)}M${round(x)} ${round(top)}V${round(bottom)}M${round(x - half)} ${round(bottom)}H${round(x + half)}`

/** The head of an arrow that points up or down, its tip at `y`. */
export const headPath = (x: number, y: number, way: 'up' | 'down', size = 5): string => {
  const back = way === 'up' ? size : -size
  return `M${round(x - size * 0.8)} ${round(y + back)}L${round(x)} ${round(y)}L${round(x + size * 0.8)} ${round(y + back)}`
}

/**
 * An arc from a copy to what it copies, and the head of its arrow. Both stop short of the marks by `gap`.
 */
export function arcPath(from: Place, to: Place, gap: number): { line: string; head: string } {
  const reach = Math.hypot(to.x - from.x, to.y - from.y)
  const lift = 14 + Math.min(46, reach * 0.22)
  const bend = { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - lift + Math.abs(from.y - to.y) * 0.35 }
  const start = towards(from, bend, gap)
  const end = towards(to, bend, gap)
  return {
    line: `M${round(start.x)} ${round(start.y)}Q${round(bend.x)} ${round(bend.y)} ${round(end.x)} ${round(end.y)}`,
    head: arrowHead(bend, end),
  }
}

const towards = (from: Place, to: Place, by: number): Place => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}

const HEAD = 5.5
const SPREAD = 0.5

/** The head of an arrow that comes from `from` and ends at `to`. */
export function arrowHead(from: Place, to: Place): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const wing = (turn: number): string => `${round(to.x - HEAD * Math.cos(angle + turn))} ${round(to.y - HEAD * Math.sin(angle + turn))}`
  return `M${wing(SPREAD)}L${round(to.x)} ${round(to.y)}L${wing(-SPREAD)}`
}
