import type { DatedBy, Warning } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import type { Day } from '../dates.ts'
import { type Cleaned, cleanText } from '../plain.ts'
import { type Piece, readArticle, stripArticle } from './article.ts'
import { dateOfUrl, readMetadata } from './metadata.ts'
import { scanPage } from './scan.ts'

export { dateOfUrl } from './metadata.ts'

/** A page's report: its extracted text and what page and text say of it. */
export interface CleanedPage extends Cleaned {
  text: string
  url: string | null
  /** Language that the page declares. */
  lang: string | null
}

/**
 * Extracts the report of a page: title and main text, captions marked, metadata read. A page nested too deep for a tree is read
 * by leaving its tags out, with a warning.
 *
 * @example cleanPage('<html lang="ar">…', {}).title
 */
export function cleanPage(html: string, options: { notAfter?: Day }): CleanedPage {
  const scan = scanPage(html)
  const data = readMetadata(scan, options)
  const warnings: Warning[] = []
  const pieces = scan.monstrous ? undefined : readArticle(html)
  if (!pieces) warnings.push(scan.monstrous ? TOO_DEEP : NO_ARTICLE)
  const { text, known } = compose(data.title, pieces ?? stripArticle(html))
  const cleaned = cleanText(text, { ...options, known })
  const published: DatedBy | null = data.published ?? cleaned.published ?? dateOfUrl(data.url)
  return {
    ...cleaned,
    text,
    title: cleaned.title ?? data.title,
    outlet: data.outlet ?? cleaned.outlet,
    byline: data.author ?? cleaned.byline,
    published,
    updated: data.updated ?? cleaned.updated,
    warnings: [...warnings, ...cleaned.warnings],
    url: data.url,
    lang: scan.lang?.trim() || null,
  }
}

const TOO_DEEP: Warning = {
  code: 'page-too-deep',
  message: 'The page is nested too deep or too large: its text was taken by leaving the tags out',
}
const NO_ARTICLE: Warning = { code: 'no-article', message: 'No main text was found in the page: all of its text was taken' }

/** Title and pieces as one text, paragraphs set apart by an empty line; a piece that only says the title again is left out. */
function compose(title: string | null, pieces: readonly Piece[]): { text: string; known: Map<number, 'title' | 'caption'> } {
  const known = new Map<number, 'title' | 'caption'>()
  const lines: string[] = []
  let at = 0
  const add = (text: string): number => {
    const start = at
    lines.push(text)
    at += text.length + 2
    return start
  }
  if (title) known.set(add(title), 'title')
  const said = title ? fold(title) : undefined
  for (const piece of pieces) {
    if (fold(piece.text) === said) continue
    const start = add(piece.text)
    if (piece.kind === 'caption') known.set(start, 'caption')
  }
  return { text: lines.join('\n\n'), known }
}
