import { type Box, holds, overlaps } from './box.ts'

/** What wants a label: the box of its mark, and its texts from the fullest to the barest, by their width. */
export interface Wish {
  index: number
  mark: Box
  widths: readonly number[]
}

export interface Label {
  index: number
  /** Which of the widths it was. */
  form: number
  box: Box
}

const GAP = 3
const HEIGHT = 15

/** Above, below, behind and before the mark. */
const placesAt = (mark: Box, width: number): Box[] => {
  const middle = mark.u + mark.width / 2 - width / 2
  const beside = mark.y + mark.height / 2 - HEIGHT / 2
  return [
    { u: middle, y: mark.y - HEIGHT - GAP, width, height: HEIGHT },
    { u: middle, y: mark.y + mark.height + GAP, width, height: HEIGHT },
    { u: mark.u + mark.width + GAP, y: beside, width, height: HEIGHT },
    { u: mark.u - width - GAP, y: beside, width, height: HEIGHT },
  ]
}

/**
 * Places labels one after another, the weightiest first, where they cover neither each other nor a mark nor the rim.
 * What has no room goes without: its mark is in the table still.
 */
export function placeLabels(wishes: readonly Wish[], marks: readonly Box[], inside: Box): Label[] {
  const taken = [...marks]
  const labels: Label[] = []
  for (const { index, mark, widths } of wishes) {
    const found = widths
      .flatMap((width, form) => placesAt(mark, width).map((box) => ({ index, form, box })))
      .find(({ box }) => holds(inside, box) && !taken.some((other) => overlaps(other, box)))
    if (!found) continue
    labels.push(found)
    taken.push(found.box)
  }
  return labels
}
