import type { Span } from '../../../../../src/model.ts'

/** A span with what is said of it. */
export interface Marked<Note> extends Span {
  note: Note
}

/** A stretch of text under the same marks from end to end. `notes` are in the order of the marks. */
export interface Piece<Note> extends Span {
  text: string
  notes: Note[]
}

/**
 * Cuts a stretch of a text at every end of its marks, overlapping ones included: each code unit comes once, in order, and the pieces
 * join back to the stretch. Offsets are UTF-16 code units of `text`; marks may reach out of the stretch.
 *
 * @param cuts further places to cut at, so that something can be anchored there
 * @example segment('abcd', { start: 0, end: 4 }, [{ start: 1, end: 3, note: 'x' }]).map((p) => p.text) // ['a', 'bc', 'd']
 */
export function segment<Note>(
  text: string,
  { start, end }: Span,
  marks: readonly Marked<Note>[],
  cuts: readonly number[] = [],
): Piece<Note>[] {
  const within = marks.filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start)
  const ends = new Set([start, end, ...cuts, ...within.flatMap((mark) => [mark.start, mark.end])])
  const at = [...ends].filter((place) => place >= start && place <= end).sort((a, b) => a - b)
  return at.slice(0, -1).map((from, i) => {
    const notes = within.filter((mark) => mark.start <= from && from < mark.end).map(({ note }) => note)
    return { start: from, end: at[i + 1]!, text: text.slice(from, at[i + 1]), notes }
  })
}

/**
 * The line under the text that each span is drawn on, so that spans that overlap are drawn below each other: the first free one, the
 * longest span nearest to the text.
 *
 * @example lanesOf([{ start: 0, end: 9 }, { start: 2, end: 4 }, { start: 9, end: 12 }]) // [0, 1, 0]
 */
export function lanesOf(spans: readonly Span[]): number[] {
  const order = spans.map((_, i) => i).sort((a, b) => spans[a]!.start - spans[b]!.start || spans[b]!.end - spans[a]!.end || a - b)
  const free: number[] = []
  const lanes = new Array<number>(spans.length).fill(0)
  for (const i of order) {
    const { start, end } = spans[i]!
    const found = free.findIndex((from) => from <= start)
    const lane = found === -1 ? free.length : found
    free[lane] = end
    lanes[i] = lane
  }
  return lanes
}
