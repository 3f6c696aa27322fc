import type { Reading, Span } from '../model.ts'
import { makeDocument } from '../text/document.ts'
import { overlaps } from '../text/spans.ts'

/** Sentences of a reading's prose. */
export const sentencesOf = ({ report }: Pick<Reading, 'report'>): Span[] => makeDocument(report.text, report.blocks).sentences

/**
 * The sentences that hold a span, as one span; the span itself where the text around it is not prose.
 *
 * @example sentenceAt([{ start: 0, end: 9 }], { start: 2, end: 4 }) // { start: 0, end: 9 }
 */
export function sentenceAt(sentences: readonly Span[], span: Span): Span {
  const held = sentences.filter((one) => overlaps(one, span))
  if (held.length === 0) return { start: span.start, end: span.end }
  return { start: Math.min(span.start, held[0]!.start), end: Math.max(span.end, held.at(-1)!.end) }
}
