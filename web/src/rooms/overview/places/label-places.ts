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
/** Places that are named even where their name lies on another circle. */
const WEIGHTY = 6

/** Where a name stands, and at which side of its room it begins. */
export interface Label extends Anchor {
  width: number
  align: 'start' | 'center' | 'end'
}

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
 * Chooses which names stand on the map and where: beside their circle, none over another, off other circles but for the weightiest, all inside. `anchors` come in order of weight;
 * the one pointed at is always there.
 * `taken` is where something else stands already.
 */
export function place(
  anchors: readonly Anchor[],
  { width, height, pointed, taken: held = [] }: { width: number; height: number; pointed: string | null; taken?: readonly Box[] },
): Label[] {
  const taken = [...held]
  const ranked = anchors.toSorted((a, b) => Number(b.id === pointed) - Number(a.id === pointed))
  const placed: Label[] = []
  const circles = anchors.map(({ id, x, y, radius }) => ({ id, x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }))
  for (const [rank, anchor] of ranked.entries()) {
    if (placed.length >= MOST) break
    if (anchor.x < 0 || anchor.y < 0 || anchor.x > width || anchor.y > height) continue
    const inside = spotsOf(anchor).filter((one) => fits(one, { width, height }))
    const free = inside.filter((one) => !taken.some((other) => isOver(one, other)))
    const clear = free.find((one) => !circles.some((circle) => circle.id !== anchor.id && isOver(one, circle)))
    const box = clear ?? (rank < WEIGHTY ? free[0] : undefined) ?? (anchor.id === pointed ? inside[0] : undefined)
    if (!box) continue
    taken.push(box)
    placed.push({ ...anchor, x: Math.round(box.x), y: Math.round(box.y), width: Math.round(box.width), align: box.align })
  }
  return placed
}

const fits = ({ x, y, width }: Box, room: { width: number; height: number }): boolean =>
  x >= 0 && x + width <= room.width && y >= 0 && y + LINE <= room.height

/** Beside, on the other side, above and below. */
function spotsOf({ name, x, y, radius }: Anchor): (Box & Pick<Label, 'align'>)[] {
  const width = name.length * LETTER
  const middle = y - LINE / 2
  return [
    { x: x + radius + 3, y: middle, width, align: 'start' },
    { x: x - radius - 3 - width, y: middle, width, align: 'end' },
    { x: x - width / 2, y: y - radius - LINE - 1, width, align: 'center' },
    { x: x - width / 2, y: y + radius + 1, width, align: 'center' },
  ]
}
