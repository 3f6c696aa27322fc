import type { Credit } from '../model.ts'
import type { Line, Page } from './page.ts'
import { BRACKETS, QUOTES, spanOf, textOf, wordCount } from './segments.ts'
import { termOf } from './words.ts'

/** Tokens within which a dateline ends, and words that may stand in one that opens with no known place. */
const DATELINE_TOKENS = 16
const DATELINE_WORDS = 5
const DASHES = new Set(['-', '–', '—', '/', '|'])

/** Lines of prose among which a dateline is looked for: a standfirst may come before it. */
const DATELINE_LINES = 3

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
