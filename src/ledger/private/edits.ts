import type { Span } from '../../model.ts'
import { longestFirst } from '../../text/spans.ts'

/** A stretch of text to be replaced. */
export interface Edit extends Span {
  text: string
}

/** A text after its edits, with the way from old offsets to new ones. */
export interface Edited {
  text: string
  /** Moves a span along. What begins or ends inside a replaced stretch takes all of its replacement. */
  move: <T extends Span>(span: T) => T
}

/**
 * Replaces stretches of a text; of overlapping ones the longest wins.
 *
 * @example applyEdits('abcd', [{ start: 1, end: 3, text: 'XYZ' }]).move({ start: 3, end: 4 }) // { start: 4, end: 5 }
 */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  const kept = longestFirst(edits)
  let out = ''
  let at = 0
  const placed = kept.map((edit) => {
    out += text.slice(at, edit.start)
    const start = out.length
    out += edit.text
    at = edit.end
    return { from: edit, start, end: out.length }
  })
  out += text.slice(at)
  return {
    text: out,
    move: (span) =>
      kept.length === 0 ? span : { ...span, start: moved(placed, span.start, 'start'), end: moved(placed, span.end, 'end') },
  }
}

type Placed = { from: Edit; start: number; end: number }

/** New place of an old offset, by binary search for the last edit that begins before it. */
function moved(placed: readonly Placed[], offset: number, side: 'start' | 'end'): number {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    const begins = placed[middle]!.from.start
    if (begins < offset || (side === 'start' && begins === offset)) low = middle + 1
    else high = middle
  }
  const before = placed[low - 1]
  if (!before) return offset
  if (offset >= before.from.end) return offset - before.from.end + before.end
  return side === 'start' ? before.start : before.end
}
