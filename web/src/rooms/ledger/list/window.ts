/*
 * Which rows of a long list are in view. Rows are of one height, so that the place of any row is a multiplication, however many there are.
 *
 * Browsers cap the height of an element (Chromium and Safari at about 33 million pixels, Firefox at about 17 million, less when zoomed), and
 * 1,000,000 rows are taller. So the scrolled element is never taller than MOST_HEIGHT: near either end a pixel of the bar is a pixel of the list,
 * between the ends the bar is a scale. `bar` is a place in the element, `list` one in the list as if it were as tall as it should be.
 */

/** Pixels; half of what the strictest browser allows, for pages shown larger than they are. */
export const MOST_HEIGHT = 8_000_000

/** Pixels at either end where bar and list go together: some hundred screens. */
export const PLAIN_END = 100_000

/** Pixels; `view` is what is seen of the rows at once. */
export interface Extent {
  rows: number
  rowHeight: number
  view: number
}

/** Height of the scrolled element. */
export const barHeight = ({ rows, rowHeight }: Extent): number => Math.min(rows * rowHeight, MOST_HEIGHT)

/** How far the bar can go. */
export const barEnd = (extent: Extent): number => Math.max(0, barHeight(extent) - extent.view)

/** How far the list can go. */
export const listEnd = ({ rows, rowHeight, view }: Extent): number => Math.max(0, rows * rowHeight - view)

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** List pixels for each bar pixel between the ends. */
const slope = (extent: Extent): number => (listEnd(extent) - 2 * PLAIN_END) / (barEnd(extent) - 2 * PLAIN_END)

const isScaled = (extent: Extent): boolean => extent.rows * extent.rowHeight > MOST_HEIGHT

/** The place in the list that the bar stands for. */
export function listAt(bar: number, extent: Extent): number {
  const [end, long] = [barEnd(extent), listEnd(extent)]
  const at = clamp(bar, 0, end)
  if (!isScaled(extent) || at <= PLAIN_END) return at
  if (at >= end - PLAIN_END) return long - (end - at)
  return PLAIN_END + (at - PLAIN_END) * slope(extent)
}

/** Where the bar stands for a place in the list. */
export function barAt(list: number, extent: Extent): number {
  const [end, long] = [barEnd(extent), listEnd(extent)]
  const at = clamp(list, 0, long)
  if (!isScaled(extent) || at <= PLAIN_END) return at
  if (at >= long - PLAIN_END) return end - (long - at)
  return PLAIN_END + (at - PLAIN_END) / slope(extent)
}

/** First and last row in view, from 0, with `beyond` rows more on either side; null where there are none. */
export function rowsAt(list: number, { rows, rowHeight, view }: Extent, beyond: number): { first: number; last: number } | null {
  if (rows === 0) return null
  const first = clamp(Math.floor(list / rowHeight) - beyond, 0, rows - 1)
  const last = clamp(Math.ceil((list + view) / rowHeight) - 1 + beyond, first, rows - 1)
  return { first, last }
}

/** Whole rows on one screen: how far PageUp and PageDown go. */
export const rowsInView = ({ rowHeight, view }: Extent): number => Math.max(1, Math.floor(view / rowHeight))

/** The nearest place in the list where a row is wholly in view. `centre`: where it was far off, in the middle. */
export function listFor(row: number, list: number, extent: Extent): number {
  const [top, bottom] = [row * extent.rowHeight, (row + 1) * extent.rowHeight]
  const far = top < list - extent.view || bottom > list + 2 * extent.view
  if (far) return clamp(top - (extent.view - extent.rowHeight) / 2, 0, listEnd(extent))
  if (top < list) return top
  return bottom > list + extent.view ? clamp(bottom - extent.view, 0, listEnd(extent)) : list
}

/** Rows of one answer of the server. */
export const PAGE = 50

/** Pages, by number, that hold these rows. */
export function pagesOf(first: number, last: number): number[] {
  const from = Math.floor(first / PAGE)
  return Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, i) => from + i)
}
