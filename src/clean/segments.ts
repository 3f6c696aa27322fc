import type { Span } from '../model.ts'
import { readTime } from './dates.ts'
import type { Furniture } from './lines.ts'
import type { Line, Page } from './page.ts'
import { longestOf, type Role, termOf } from './words.ts'

/*
 * The stretches of a header line between its marks, dates and labels: names, for the most part.
 */

/** A stretch of a header or footer line. Tokens inclusive. */
export interface Segment {
  first: number
  last: number
  /** Index of its line. */
  line: number
  quoted: boolean
  /** Stands between brackets. */
  bracketed: boolean
  zone: Furniture['zone']
  /** Stands on a line, or next to one, that carries a date. */
  dated: boolean
  /** Stands behind a date and a bar: '5 يونيو 2020 | السلم والأمن'. */
  afterDate: boolean
  /** The line's own kind says who wrote it. */
  author: boolean
  source: boolean
  /** Stands on a credit line: an agency's name, not the outlet's. */
  credit: boolean
  /** The only thing on a line right under the title. */
  alone: boolean
}

const SEPARATORS = new Set([
  '|',
  '-',
  '–',
  '—',
  ':',
  '/',
  '+',
  '·',
  '•',
  '،',
  ',',
  '؛',
  '*',
  '>',
  '»',
  '«',
  '"',
  '“',
  '”',
  '(',
  ')',
  '[',
  ']',
  '…',
  '،',
])
/** Quotation marks around names. */
export const QUOTES = new Set(['«', '"', '“', '”'])
/** Opening brackets. */
export const BRACKETS = new Set(['(', '['])
/** Longest name of an outlet, in words. */
export const NAME_WORDS = 5

/** The stretches of a line. @example segmentsOf(page, line, all).map((one) => textOf(page, one.first, one.last)) */
export function segmentsOf(page: Page, one: Furniture, all: readonly Furniture[]): Segment[] {
  const { line, zone, seen } = one
  const dated = seen.dates.length > 0 || all.some((other) => Math.abs(other.line.index - line.index) === 1 && other.seen.dates.length > 0)
  const base = {
    line: line.index,
    zone,
    dated,
    author: seen.opens?.role === 'byline',
    source: seen.opens?.role === 'source',
    credit: line.kind === 'credit',
    alone: false,
  }
  const segments: Segment[] = []
  let first = -1
  const close = (last: number): void => {
    if (first < 0 || last < first) return
    const before = page.tokens[first - 1]?.form ?? ''
    const afterDate = before === '|' && seen.dates.some((date) => date.last === first - 2)
    segments.push({ ...base, afterDate, first, last, quoted: QUOTES.has(before), bracketed: BRACKETS.has(before) })
  }
  for (let at = line.first; at <= line.last; at++) {
    const skip = skipTo(page, one, at)
    if (skip > at || SEPARATORS.has(page.tokens[at]!.form)) {
      close(at - 1)
      first = -1
      at = Math.max(at, skip - 1)
    } else if (first < 0) first = at
  }
  close(line.last)
  return segments.length === 1 ? segments.map((segment) => ({ ...segment, alone: isUnderTitle(page, line) })) : segments
}

const isUnderTitle = (page: Page, line: Line): boolean => page.lines[line.index - 1]?.kind === 'title'

/** Past the date, time or label that stands at a token. */
function skipTo(page: Page, { line, seen }: Furniture, at: number): number {
  const date = seen.dates.find((one) => one.first <= at && at <= one.last)
  if (date) return date.last + 1
  const time = seen.time?.at === at ? readTime(page, at, line.last) : null
  if (time) return time.last + 1
  const label = longestOf(page.terms, at, ['label'], line.last)
  return label ? label.last + 1 : at
}

/** The words of tokens `first`..`last`. */
export const textOf = (page: Page, first: number, last: number): string =>
  page.text.slice(page.tokens[first]!.start, page.tokens[last]!.end)
/** The span of tokens `first`..`last`. */
export const spanOf = (page: Page, first: number, last: number): Span => ({ start: page.tokens[first]!.start, end: page.tokens[last]!.end })

/** Whether a term of a role fills a segment but for marks. */
export function fills(page: Page, segment: Segment, role: Role): boolean {
  const term = termOf(page.terms, segment.first, role, segment.last)
  if (!term) return false
  for (let at = term.last + 1; at <= segment.last; at++) if (page.tokens[at]!.kind !== 'punct') return false
  return true
}

/** Last token of a segment that is no mark; an abbreviation keeps its full stop. */
export function trimmed(page: Page, segment: Segment): number {
  let last = segment.last
  while (last > segment.first && page.tokens[last]!.kind === 'punct' && page.tokens[last - 1]!.form.length > 1) last--
  return last
}

/** Words and numerals of a stretch. */
export function wordCount(page: Page, segment: { first: number; last: number }): number {
  let words = 0
  for (let at = segment.first; at <= segment.last; at++) if (page.tokens[at]!.kind !== 'punct') words++
  return words
}

/** Whether a stretch begins with a given name. */
export const isPerson = (page: Page, segment: Segment): boolean =>
  termOf(page.terms, segment.first, 'given-name', segment.last) !== undefined

/** A word such as 'الإخبارية', 'وكالة', 'نت' shows an outlet's name. */
export function hasShape(page: Page, segment: Segment): boolean {
  if (segment.author || segment.bracketed || wordCount(page, segment) > NAME_WORDS || wordCount(page, segment) < 2) return false
  return holdsAny(page, segment, ['outlet-shape'])
}

/** Whether a term of any of some roles stands in a stretch. */
export function holdsAny(page: Page, segment: Segment, roles: readonly Role[]): boolean {
  for (let at = segment.first; at <= segment.last; at++) if (longestOf(page.terms, at, roles, segment.last)) return true
  return false
}

/** Whether a stretch holds no word but single letters. */
export function onlyNumbers(page: Page, segment: Segment): boolean {
  for (let at = segment.first; at <= segment.last; at++)
    if (page.tokens[at]!.kind === 'word' && page.tokens[at]!.form.length > 1) return false
  return true
}
