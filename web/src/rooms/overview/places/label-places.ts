/** A place on the map's canvas, in CSS pixels from its upper left corner. */
export interface Anchor {
  id: string
  name: string
  count: number
  x: number
  y: number
  radius: number
}

/** Width of a letter and height of a line, at the labels' size: measured, and wide enough for both scripts. */
const LETTER = 6.6
const LINE = 17
const MOST = 24

interface Box {
  x: number
  y: number
  width: number
  /** Of a line where it is not said. */
  height?: number
}

const isOver = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + (b.height ?? LINE) && b.y < a.y + (a.height ?? LINE)

/**
 * Chooses which names stand on the map and where: beside their circle, none over another, all inside. `anchors` come in order of weight;
 * the one pointed at is always there.
 * `taken` is where something else stands already.
 */
export function place<A extends Anchor>(
  anchors: readonly A[],
  { width, height, pointed, taken: held = [] }: { width: number; height: number; pointed: string | null; taken?: readonly Box[] },
): (A & { x: number; y: number })[] {
  const taken = [...held]
  const ranked = anchors.toSorted((a, b) => Number(b.id === pointed) - Number(a.id === pointed))
  const placed: A[] = []
  for (const anchor of ranked) {
    if (placed.length >= MOST) break
    if (anchor.x < 0 || anchor.y < 0 || anchor.x > width || anchor.y > height) continue
    const room = { width, height }
    const spot = spotsOf(anchor).find((one) => fits(one, room) && !taken.some((other) => isOver(one, other)))
    const box = spot ?? (anchor.id === pointed ? spotsOf(anchor).find((one) => fits(one, room)) : undefined)
    if (!box) continue
    taken.push(box)
    placed.push({ ...anchor, x: Math.round(box.x), y: Math.round(box.y) })
  }
  return placed
}

const fits = ({ x, y, width }: Box, room: { width: number; height: number }): boolean =>
  x >= 0 && x + width <= room.width && y >= 0 && y + LINE <= room.height

/** Beside, on the other side, above and below. */
function spotsOf({ name, count, x, y, radius }: Anchor): Box[] {
  const width = (name.length + String(count).length + 1) * LETTER
  const middle = y - LINE / 2
  return [
    { x: x + radius + 3, y: middle, width },
    { x: x - radius - 3 - width, y: middle, width },
    { x: x - width / 2, y: y - radius - LINE - 1, width },
    { x: x - width / 2, y: y + radius + 1, width },
  ]
}
