import type { Block, Credit, DatedBy, Warning } from '../model.ts'
import { buildBlocks } from './blocks.ts'
import type { Day } from './dates.ts'
import { readNames } from './header.ts'
import { findInsets, type Inset } from './inline.ts'
import { type Furniture, type Marked, markLines } from './lines.ts'
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
export type KnownKinds = ReadonlyMap<number, 'title' | 'caption'>

/**
 * Cleans a text: title, outlet, dates, credits, and blocks by kind. Not a character of it is changed.
 *
 * @example cleanText('عنوان\n\n31/10/2015\n\nقال مسؤول إن شيئا حدث.', {}).published?.edtf // '2015-10-31'
 */
export function cleanText(text: string, options: { known?: KnownKinds; notAfter?: Day }): Cleaned {
  const page = layOut(text)
  if (options.known) for (const line of page.lines) line.kind = options.known.get(line.start) ?? line.kind
  const marked = markLines(page)
  const insets = findInsets(page)
  const repeats = findRepeats(page, prose(page, insets))
  const told = edges(marked.furniture)
  const { published, updated, warnings } = readPublication(page, told, insets, options)
  const blocks = buildBlocks(page, insets, repeats)
  if (page.limit < text.length)
    warnings.push({
      code: 'long-text',
      message: `Only the first ${page.limit} characters were looked through for headers, captions and repeats; the rest is kept as body`,
    })
  return { title: titleOf(page, marked), ...readNames(page, told, insets), published, updated, blocks, warnings }
}

/** Furniture lines at either end that may name the outlet and the date; a text of nothing else must not be searched through for each. */
const TELLING_LINES = 40
const edges = (furniture: Furniture[]): Furniture[] =>
  furniture.length <= TELLING_LINES * 2 ? furniture : [...furniture.slice(0, TELLING_LINES), ...furniture.slice(-TELLING_LINES)]

const titleOf = (page: Page, marked: Marked): string | null => {
  const line = page.lines[marked.title]
  if (!line) return null
  return page.text.slice(page.desk ? page.tokens[page.desk.last + 1]!.start : line.start, line.end)
}

/** Title, body and captions may be repeated; headers and footers may not. */
function prose(page: Page, insets: readonly Inset[]): (token: number) => boolean {
  const takes = new Uint8Array(page.tokens.length)
  for (const line of page.lines)
    if (line.kind === undefined || line.kind === 'title' || line.kind === 'caption') takes.fill(1, line.first, line.last + 1)
  for (const one of insets) takes.fill(0, one.first, one.last + 1)
  return (token) => takes[token] === 1
}
