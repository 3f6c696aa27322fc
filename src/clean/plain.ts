import type { Block, Credit, DatedBy, Warning } from '../model.ts'
import { buildBlocks } from './blocks.ts'
import type { Day } from './dates.ts'
import { readNames } from './header.ts'
import { findInsets, type Inset } from './inline.ts'
import { type Marked, markLines } from './lines.ts'
import { layOut, type Page } from './page.ts'
import { readPublication } from './publication.ts'
import { findRepeats } from './repeats.ts'

/** What a text says of itself, and its blocks. */
export interface Cleaned {
  title: string | null
  outlet: string | null
  byline: string | null
  credits: Credit[]
  published: DatedBy | null
  updated: DatedBy | null
  blocks: Block[]
  warnings: Warning[]
}

/** A line whose kind is known before (from a web page's markup), by the offset it starts at. */
export type KnownKinds = ReadonlyMap<number, 'title' | 'caption' | 'body'>

/**
 * Cleans a text: title, outlet, dates, credits, and blocks by kind. Not a character of it is changed.
 *
 * @example cleanText('عنوان\n\n31/10/2015\n\nقال مسؤول إن شيئا حدث.', {}).published?.edtf // '2015-10-31'
 */
export function cleanText(text: string, options: { known?: KnownKinds; notAfter?: Day }): Cleaned {
  const page = layOut(text)
  if (options.known) for (const line of page.lines) line.kind = options.known.get(line.start) ?? line.kind
  const marked = markLines(page)
  releaseBody(page, options.known)
  const insets = findInsets(page)
  const repeats = findRepeats(page, prose(page, insets))
  const { published, updated, warnings } = readPublication(page, marked.furniture, insets, options)
  const blocks = buildBlocks(page, insets, repeats)
  if (page.limit < text.length)
    warnings.push({
      code: 'long-text',
      message: `Only the first ${page.limit} characters were looked through for headers, captions and repeats; the rest is kept as body`,
    })
  return { title: titleOf(page, marked), ...readNames(page, marked.furniture, insets), published, updated, blocks, warnings }
}

const titleOf = (page: Page, marked: Marked): string | null => {
  const line = page.lines[marked.title]
  return line ? page.text.slice(line.start, line.end) : null
}

/** Lines known to be body carry that mark only against the header's rules. */
function releaseBody(page: Page, known: KnownKinds | undefined): void {
  if (known) for (const line of page.lines) if (line.kind === 'body') line.kind = undefined
}

/** Title, body and captions may be repeated; headers and footers may not. */
function prose(page: Page, insets: readonly Inset[]): (token: number) => boolean {
  const takes = new Uint8Array(page.tokens.length)
  for (const line of page.lines)
    if (line.kind === undefined || line.kind === 'title' || line.kind === 'caption') takes.fill(1, line.first, line.last + 1)
  for (const one of insets) takes.fill(0, one.first, one.last + 1)
  return (token) => takes[token] === 1
}
