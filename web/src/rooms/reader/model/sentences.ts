import type { Span } from '../../../../../src/model.ts'

/** Code units that are shown on either side of a span that stands in a very long sentence. */
const MOST = 220
const END = /[.!?؟\n]/u

/**
 * The sentence around a span, not too long. Code units.
 *
 * @example sentenceAround('قال. ثم عاد 7 منهم. وبقي', { start: 12, end: 13 }) // { start: 5, end: 19 }
 */
export function sentenceAround(text: string, { start, end }: Span): Span {
  let from = start
  while (from > 0 && start - from < MOST && !isEnd(text, from - 1)) from--
  let to = Math.max(start, end - 1)
  while (to < text.length && to - end < MOST && !isEnd(text, to)) to++
  if (to < text.length && text[to] !== '\n') to++
  while (from < start && /\s/u.test(text[from]!)) from++
  return { start: from, end: Math.max(to, end) }
}

/** A point between two digits is part of a number. */
const isEnd = (text: string, at: number): boolean => END.test(text[at]!) && !(text[at] === '.' && /\d/u.test(text[at + 1] ?? ''))
