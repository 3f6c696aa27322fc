import type { Reading, Span } from '../model.ts'
import { makeDocument } from '../text/document.ts'
import { overlaps } from '../text/spans.ts'

/** Sentences of a reading's prose, in the order of the text. */
export const sentencesOf = ({ report }: Pick<Reading, 'report'>): Span[] =>
  makeDocument(report.text, report.blocks).sentences.toSorted((a, b) => a.start - b.start)

/**
 * The sentences that hold a span, as one span; the span itself where the text around it is not prose. They come in the order of the text.
 *
 * @example sentenceAt([{ start: 0, end: 9 }], { start: 2, end: 4 }) // { start: 0, end: 9 }
 */
export function sentenceAt(sentences: readonly Span[], span: Span): Span {
  const first = firstAfter(sentences, span.start)
  let last = first
  while (last < sentences.length && overlaps(sentences[last]!, span)) last++
  if (last === first) return { start: span.start, end: span.end }
  return { start: Math.min(span.start, sentences[first]!.start), end: Math.max(span.end, sentences[last - 1]!.end) }
}

/** The place of the first span that ends after an offset, by binary search: a long report has thousands. */
function firstAfter(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}
