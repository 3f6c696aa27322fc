import type { BlockKind } from '../model.ts'
import { kindOf, type Zone } from './kinds.ts'
import { type Line, type Page, sameWords } from './page.ts'
import { isMasthead, isRow } from './rows.ts'
import { type Survey, survey } from './survey.ts'
import { termOf } from './words.ts'

/** A line of the header or footer with what was found on it. */
export interface Furniture {
  line: Line
  zone: Zone
  seen: Survey
}

/** What became of the lines. */
export interface Marked {
  /** Index of the title's line, or -1. */
  title: number
  furniture: Furniture[]
}

/** Lines before the title that may be furniture, and lines that a header may have. */
const TOP_LINES = 8
const HEAD_LINES = 14
/** A title is no longer than this, in words; one that ends in a full stop no longer than the second. */
const TITLE_WORDS = 35
const TITLE_WORDS_STOPPED = 12
/** From so many words on a line is prose; one that ends as a sentence does, from fewer. */
const PROSE_WORDS = 10
const PROSE_WORDS_ENDING = 6
/** A headline in a list of links is no longer than this. */
const LINK_WORDS = 22
/** Headlines under one 'read also' amid the report. */
const LINKS_AMID = 4

/**
 * Gives every line that is not prose its kind, and finds the title's line. Kinds already set (captions of a web page) stay.
 *
 * @example markLines(layOut('عنوان الخبر هنا\n\n31/10/2015\n\nقال مسؤول إن شيئا حدث.')).title // 0
 */
export function markLines(page: Page): Marked {
  const furniture: Furniture[] = []
  const title = page.lines.findIndex((line) => line.kind === 'title')
  const marked: Marked = { title: title >= 0 ? title : findTitle(page, furniture), furniture }
  if (marked.title >= 0) {
    page.lines[marked.title]!.kind = 'title'
    page.desk = deskOf(page, page.lines[marked.title]!)
  }
  const from = marked.title >= 0 ? marked.title + 1 : furniture.length
  const prose = headEnd(page, from)
  const tail = tailStart(page, prose)
  for (let i = from; i < page.lines.length; i++) markLine(page, page.lines[i]!, i < prose ? 'head' : i >= tail ? 'tail' : 'body', furniture)
  markDoubled(page)
  markLinks(page, furniture)
  markAfterEnd(page, furniture)
  return marked
}

function markLine(page: Page, line: Line, zone: Zone, furniture: Furniture[]): void {
  if (line.kind) return
  const seen = survey(page, line)
  const kind = kindOf(page, line, seen, zone)
  if (!kind) return
  line.kind = kind
  furniture.push({ line, zone, seen })
}

function findTitle(page: Page, furniture: Furniture[]): number {
  for (let i = 0; i < Math.min(TOP_LINES, page.lines.length); i++) {
    const line = page.lines[i]!
    if (line.kind) continue
    const seen = survey(page, line)
    const kind = kindOf(page, line, seen, 'top') ?? (isAboveTitle(page, line, seen) ? 'metadata' : undefined)
    if (!kind) return isTitle(page, line) ? i : -1
    line.kind = kind
    furniture.push({ line, zone: 'top', seen })
  }
  return -1
}

const isTitle = (page: Page, line: Line): boolean =>
  line.words <= (line.stops ? TITLE_WORDS_STOPPED : TITLE_WORDS) && (!line.stops || page.lines.length > 1)

/** What stands over a title: a section's or series' name of one or two words, the outlet's name, a row of sections and places. */
function isAboveTitle(page: Page, line: Line, seen: Survey): boolean {
  const next = page.lines[line.index + 1]
  if (line.ends || !next || next.words < 4 || next.words > TITLE_WORDS || next.stops) return false
  if (page.lines.length <= line.index + 2) return false
  if (line.words <= 2 && next.words <= LINK_WORDS) return seen.left === 0 || survey(page, next).dates.length === 0
  return next.words > line.words && (isMasthead(page, line) || isRow(page, line, 'top')) && survey(page, next).dates.length === 0
}

/** The section of an agency's desk before the title, on its line: 'سياسي / …'. */
function deskOf(page: Page, line: Line): { first: number; last: number } | undefined {
  const desk = termOf(page.terms, line.first, 'section', line.last)
  const mark = desk && page.tokens[desk.last + 1]?.form
  return mark === '/' && line.last - desk!.last > DESK_TITLE ? { first: line.first, last: desk!.last + 1 } : undefined
}
/** Tokens that a title has at least behind the name of a desk. */
const DESK_TITLE = 4

const isProse = (line: Line): boolean =>
  line.kind === undefined && (line.words >= PROSE_WORDS || (line.ends && line.words >= PROSE_WORDS_ENDING))

/** Index of the first line of prose after the title, and after the standfirst where the date stands under it. */
function headEnd(page: Page, from: number): number {
  const limit = Math.min(page.lines.length, from + HEAD_LINES)
  for (let i = from; i < limit; i++) {
    const line = page.lines[i]!
    if (isProse(line) && !kindOf(page, line, survey(page, line), 'head')) return underStandfirst(page, i, limit)
  }
  return limit
}

/** Lines of a standfirst between the title and the line of date and author. */
const STANDFIRST_LINES = 5

/** Past a standfirst without full stops, when a header line with a date follows it; else where it begins. */
function underStandfirst(page: Page, from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, from + STANDFIRST_LINES); i++) {
    const line = page.lines[i]!
    const seen = survey(page, line)
    if (i > from && seen.dates.length > 0 && kindOf(page, line, seen, 'head') === 'metadata') return headEnd(page, i + 1)
    if (line.stops || line.words > TITLE_WORDS) return from
  }
  return from
}

/** Index of the line after the last prose: a sentence, or a long line that no list of links holds. */
function tailStart(page: Page, from: number): number {
  for (let i = page.lines.length - 1; i >= from; i--) if (endsProse(page, page.lines[i]!)) return i + 1
  return Math.min(from + 1, page.lines.length)
}

function endsProse(page: Page, line: Line): boolean {
  if (line.kind && line.kind !== 'body') return false
  if (!line.stops && line.words < LINK_WORDS && !line.ends) return false
  return isProse(line) && kindOf(page, line, survey(page, line), 'tail') === undefined
}

/** Two equal lines, one under the other, are a caption set twice. */
function markDoubled(page: Page): void {
  for (let i = 1; i < page.lines.length; i++) {
    const [a, b] = [page.lines[i - 1]!, page.lines[i]!]
    const bare = !a.stops && a.words >= 3 && a.words <= LINK_WORDS + 3
    if (bare && a.kind === undefined && b.kind === undefined && sameWords(page.tokens, a, b)) a.kind = 'caption'
  }
}

/** Headlines under a heading such as 'read also' belong to it. */
function markLinks(page: Page, furniture: Furniture[]): void {
  const headings = new Set(furniture.filter((one) => opensList(page, one)).map((one) => one.line.index))
  const lastProse = page.lines.findLastIndex((line) => line.kind === undefined && line.stops && line.words >= PROSE_WORDS_ENDING)
  let left = 0
  for (const line of page.lines) {
    if (headings.has(line.index)) left = line.index < lastProse ? LINKS_AMID : Number.POSITIVE_INFINITY
    else if (line.kind === undefined && left > 0) {
      if (line.stops || line.words > LINK_WORDS) left = 0
      else {
        line.kind = 'boilerplate'
        left--
      }
    }
  }
}

const LISTS: ReadonlySet<BlockKind> = new Set(['boilerplate'])
/** A heading that stands alone: nothing but its words, or a colon at its end. */
const opensList = (page: Page, { line, seen }: Furniture): boolean => {
  if (!LISTS.has(line.kind ?? 'body') || seen.left > 0 || !seen.opens) return false
  const { role, last } = seen.opens
  if (page.tokens[last]!.start < page.tokens[line.first]!.end && page.tokens[line.last]!.form !== ':') return false
  return role === 'related' || role === 'terminal' || role === 'tags' || (role === 'section' && page.tokens[line.last]!.form === ':')
}

/** Share of the report's words that must stand above a footer for all under it to be footer. */
const MOSTLY = 0.6

/** Under comments, copyright lines and the like nothing of the report comes any more. */
function markAfterEnd(page: Page, furniture: readonly Furniture[]): void {
  const end = furniture.find(({ line, seen }) => line.kind === 'boilerplate' && seen.opens?.role === 'terminal' && isLate(page, line))
  if (!end) return
  for (const line of page.lines.slice(end.line.index + 1)) line.kind ??= 'boilerplate'
}

function isLate(page: Page, line: Line): boolean {
  let above = 0
  let all = 0
  for (const one of page.lines) {
    if (one.kind) continue
    all += one.words
    if (one.index < line.index) above += one.words
  }
  return above >= all * MOSTLY
}
