import type { Block, BlockKind, Span } from '../../../../../src/model.ts'

/** A paragraph of a report: what is shown of one block between two breaks. Spans are offsets into the report's text. */
export interface Paragraph extends Span {
  kind: BlockKind
  /** First of its block: it carries the label of the block's kind. */
  first: boolean
}

/** A line this long was not broken to fit a page: its end is the end of a paragraph. */
const UNWRAPPED = 110
const ENDS_SENTENCE = /[.!?؟…:؛»”"')\]]\s*$/u

/**
 * The paragraphs of a report, in order: blocks cut at empty lines, and at the ends of lines that end a sentence or are too long to have
 * been wrapped. Other line ends stay inside their paragraph, as line ends. Only white space falls between paragraphs.
 *
 * @example paragraphsOf('أ.\nب', [{ kind: 'body', start: 0, end: 4 }]).length // 2
 */
export function paragraphsOf(text: string, blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap(({ kind, start, end }) =>
    partsOf(text.slice(start, end)).map((part, i) => ({ kind, first: i === 0, start: start + part.start, end: start + part.end })),
  )
}

/** Stretches of a block between breaks, without white space at their ends. */
function partsOf(text: string): Span[] {
  const parts: Span[] = []
  let from = 0
  for (const { index, 0: breaks } of text.matchAll(/[^\S\n]*(?:\n[^\S\n]*)+/gu)) {
    if (!isBreak(text.slice(from, index), breaks)) continue
    push(parts, text, { start: from, end: index })
    from = index + breaks.length
  }
  push(parts, text, { start: from, end: text.length })
  return parts
}

function isBreak(before: string, breaks: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return breaks.split('\n').length > 2 || line.length > UNWRAPPED || ENDS_SENTENCE.test(line)
}

function push(parts: Span[], text: string, { start, end }: Span): void {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = start + words.trimEnd().length
  if (to > from) parts.push({ start: from, end: to })
}
