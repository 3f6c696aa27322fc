/** A box in the chart: `u` runs with the reading, `y` downwards. */
export interface Box {
  u: number
  y: number
  width: number
  height: number
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.u < b.u + b.width && b.u < a.u + a.width && a.y < b.y + b.height && b.y < a.y + a.height

export const holds = (outer: Box, inner: Box): boolean =>
  inner.u >= outer.u &&
  inner.y >= outer.y &&
  inner.u + inner.width <= outer.u + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
