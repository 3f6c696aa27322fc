import type { Credit } from '../model.ts'
import { readDate } from './dates.ts'
import type { Line, Page } from './page.ts'
import { BRACKETS, NAME_WORDS, QUOTES, spanOf, textOf, wordCount } from './segments.ts'
import { longestOf, termOf } from './words.ts'

/** Tokens within which a dateline ends, and words that may stand in one that opens with no known place. */
const DATELINE_TOKENS = 16
const DATELINE_WORDS = 5
const DASHES = new Set(['-', '–', '—', '/', '|'])

/** Lines of prose among which a dateline is looked for: a standfirst may come before it. */
const DATELINE_LINES = 3

/** The first lines of prose. */
export function firstProse(page: Page): Line[] {
  const found: Line[] = []
  for (const line of page.lines) {
    if (line.kind === undefined) found.push(line)
    if (found.length === DATELINE_LINES) break
  }
  return found
}

/** The agency of a dateline: 'دمشق (رويترز) -', 'أبوظبي في 5 مايو / وام /', 'الرياض - واس:'. */
export function* datelineCredits(page: Page): Generator<Credit> {
  for (const line of firstProse(page)) {
    for (let at = line.first; at < Math.min(line.last, line.first + DATELINE_TOKENS); at++) {
      const end = termOf(page.terms, at, 'agency', line.last)?.last ?? unknownAgency(page, at, line)
      if (end === undefined) continue
      if (isDateline(page, line, at, end)) yield { text: textOf(page, at, end), span: spanOf(page, at, end) }
      at = end
    }
  }
}

/** Three single letters between brackets. */
function unknownAgency(page: Page, at: number, line: Line): number | undefined {
  if (page.tokens[at - 1]?.form !== '(' || at === line.first) return undefined
  let end = at
  while (end <= line.last && (page.tokens[end]!.form === '.' || (page.tokens[end]!.kind === 'word' && page.tokens[end]!.form.length === 1)))
    end++
  return page.tokens[end]?.form === ')' && wordCount(page, { first: at, last: end - 1 }) >= 3 ? end - 1 : undefined
}

/** Whether a name stands as in a dateline: marked off before it, a dash behind it, and no sentence begun; behind a known place a bracket or colon will do. */
function isDateline(page: Page, line: Line, at: number, end: number): boolean {
  const before = page.tokens[at - 1]?.form ?? ''
  if (at !== line.first && !BRACKETS.has(before) && !QUOTES.has(before) && !DASHES.has(before)) return false
  const after = page.tokens[end + 1]?.form ?? ''
  const mark = CLOSING.has(after) ? (page.tokens[end + 2]?.form ?? '') : after
  if (termOf(page.terms, line.first, 'place', line.last)) return CLOSING.has(after) || DASHES.has(mark) || mark === ':'
  return DASHES.has(mark) && wordCount(page, { first: line.first, last: at - 1 }) <= DATELINE_WORDS
}
const CLOSING = new Set([')', ']', '»', '"', '”'])

/** 'بيروت (المنصة) - …': a known outlet, or a name that no list has, between brackets in the dateline. */
export function datelineOutlet(page: Page): string | null {
  for (const line of firstProse(page)) {
    for (let at = line.first + 1; at < Math.min(line.last, line.first + DATELINE_TOKENS); at++) {
      const term = page.tokens[at - 1]!.form === '(' ? termOf(page.terms, at, 'outlet', line.last) : undefined
      if (term && isDateline(page, line, at, term.last)) return textOf(page, at, term.last)
    }
  }
  return null
}

/** Most words of a dateline that no list knows, in a row. */
const UNKNOWN_WORDS = 3
const MARKS = new Set([...DASHES, ':', '،', ','])

/**
 * The dateline that opens a line of prose and names more than a place (an agency, an outlet, a date): first and last token.
 * 'رام الله 3-7-2022 وفا- …', 'بيروت (المنصة) - …', 'تونس/ سامي كامل/ المنصة - …'. A place alone ('بيروت - …') stays prose.
 *
 * @example datelineAt(page, line) // { first: 0, last: 4 }
 */
export function datelineAt(page: Page, line: Line): { first: number; last: number } | undefined {
  if (longestOf(page.terms, line.first, ['joint', 'label'], line.last)) return undefined
  const walk: Walk = { page, line, named: false, unknown: 0, end: -1 }
  for (let at = line.first; at >= 0 && at <= Math.min(line.last, line.first + DATELINE_TOKENS); ) at = step(walk, at)
  return walk.end >= 0 && walk.end < line.last ? { first: line.first, last: walk.end } : undefined
}

interface Walk {
  page: Page
  line: Line
  /** An agency, an outlet, a date or a bracket has been seen. */
  named: boolean
  unknown: number
  /** Last mark behind all that. */
  end: number
}

/** Past what stands at a token; -1 where the dateline is over. */
function step(walk: Walk, at: number): number {
  const { page, line } = walk
  const token = page.tokens[at]!
  if (MARKS.has(token.form)) return pastMark(walk, at)
  const date = token.kind === 'number' || page.terms.at[at] ? readDate(page, at, line.last) : null
  if (date) return pastName(walk, date.last)
  if (token.form === '(') return pastBracket(walk, at)
  if (QUOTES.has(token.form)) return at + 1
  const name = startsSegment(page, at, line) ? longestOf(page.terms, at, ['agency', 'outlet'], line.last) : undefined
  if (name) return pastName(walk, name.last)
  const place = termOf(page.terms, at, 'place', line.last)
  if (place && walk.end < 0) return place.last + 1
  walk.unknown++
  return walk.end >= 0 || walk.unknown > UNKNOWN_WORDS ? -1 : at + 1
}

function pastMark(walk: Walk, at: number): number {
  const { form } = walk.page.tokens[at]!
  if (walk.named && form !== '،' && form !== ',') walk.end = at
  else if (walk.end >= 0) return -1
  walk.unknown = 0
  return at + 1
}

const pastName = (walk: Walk, last: number): number => {
  walk.named = true
  return last + 1
}

/** '(المنصة)', '(رويترز)', '(أ ن م)': a short name between brackets; a place there names nobody. */
function pastBracket(walk: Walk, open: number): number {
  const { page, line } = walk
  for (let at = open + 1; at <= Math.min(line.last, open + NAME_WORDS * 2); at++) {
    if (page.tokens[at]!.form !== ')') continue
    if (at === open + 1) return -1
    if (termOf(page.terms, open + 1, 'place', at - 1)?.last !== at - 1) walk.named = true
    return at + 1
  }
  return -1
}

const startsSegment = (page: Page, at: number, line: Line): boolean => {
  if (at === line.first) return true
  const { kind } = page.tokens[at - 1]!
  return kind === 'punct' || kind === 'number' || page.terms.at[at - 1]?.some((term) => STARTERS.has(term.entry.class)) === true
}
const STARTERS = new Set(['place', 'outlet-shape', 'month'])
