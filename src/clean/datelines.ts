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

/** 'بيروت (المنصة) - …', 'المنصة نيوز/ …': the outlet that the dateline names, listed or not; never an agency. */
export function datelineOutlet(page: Page): string | null {
  for (const line of firstProse(page)) {
    const name = datelineAt(page, line)?.outlet
    if (name) return textOf(page, name.first, name.last)
  }
  return null
}

/** Most words of a dateline that no list knows, in a row. */
const UNKNOWN_WORDS = 3
const MARKS = new Set([...DASHES, ':', '،', ','])

interface Stretch {
  first: number
  last: number
}

/**
 * The dateline that opens a line of prose and names more than a place (an agency, an outlet, a date): first and last token.
 * 'رام الله 3-7-2022 وفا- …', 'بيروت (المنصة) - …', 'تونس/ سامي كامل/ المنصة - …'. A place alone ('بيروت - …') stays prose.
 *
 * @example datelineAt(page, line) // { first: 0, last: 4 }
 */
export function datelineAt(page: Page, line: Line): (Stretch & { outlet: Stretch | undefined }) | undefined {
  if (longestOf(page.terms, line.first, ['joint', 'label'], line.last)) return undefined
  const walk: Walk = { page, line, named: false, unknown: 0, words: 0, end: -1, outlet: undefined }
  for (let at = line.first; at >= 0 && at <= Math.min(line.last, line.first + DATELINE_TOKENS); ) at = step(walk, at)
  return walk.end >= 0 && walk.end < line.last ? { first: line.first, last: walk.end, outlet: walk.outlet } : undefined
}

interface Walk {
  page: Page
  line: Line
  /** An agency, an outlet, a date or a bracket has been seen. */
  named: boolean
  /** Unknown words since the last mark, and in all. */
  unknown: number
  words: number
  /** Last mark behind all that. */
  end: number
  outlet: Stretch | undefined
}

/** Past what stands at a token; -1 where the dateline is over. */
function step(walk: Walk, at: number): number {
  const { page, line } = walk
  const token = page.tokens[at]!
  if (MARKS.has(token.form) || (token.form === '.' && walk.end === at - 1)) return pastMark(walk, at)
  const date = token.kind === 'number' || page.terms.at[at] ? readDate(page, at, line.last) : null
  if (date) return pastName(walk, date.last)
  if (token.form === '(') return pastBracket(walk, at)
  if (QUOTES.has(token.form)) return pastQuote(walk, at)
  const name = startsSegment(page, at, line) ? longestOf(page.terms, at, ['agency', 'outlet'], line.last) : undefined
  if (name && !goesOn(page, name.last + 1, line)) {
    if (name.entry.class === 'outlet' || (at === line.first && OWN_ENDINGS.has(page.tokens[name.last]!.form)))
      walk.outlet ??= { first: at, last: name.last }
    return pastName(walk, name.last)
  }
  return pastWord(walk, at)
}

function pastMark(walk: Walk, at: number): number {
  const { form } = walk.page.tokens[at]!
  if (walk.named && form !== '،' && form !== ',') walk.end = at
  else if (walk.end >= 0) return -1
  walk.unknown = 0
  return at + 1
}

function pastName(walk: Walk, last: number): number {
  walk.named = true
  const { page, line } = walk
  if (page.tokens[last + 1]?.form === '.' && last + 1 < line.last && walk.end >= 0) walk.end = last + 1 // 'موسكو / تاس. قال'
  return last + 1
}

/** A place, the word that ends an outlet's name ('المنصة نيوز/ …'), or a word that no list knows. */
function pastWord(walk: Walk, at: number): number {
  const { page, line } = walk
  const place = termOf(page.terms, at, 'place', line.last)
  if (place && walk.end < 0) return place.last + 1
  const shape = walk.end < 0 && walk.unknown > 0 ? termOf(page.terms, at, 'outlet-shape', line.last) : undefined
  if (shape && page.tokens[shape.last + 1]?.form === '/' && walk.unknown === at - line.first) {
    walk.outlet ??= { first: at - walk.unknown, last: shape.last }
    return pastName(walk, shape.last)
  }
  walk.unknown++
  walk.words++
  return walk.end >= 0 || walk.unknown > UNKNOWN_WORDS ? -1 : at + 1
}

/** '(المنصة)', '(رويترز)', '(أ ن م)': a short name between brackets; a place there names nobody. Behind a listed one no mark is needed. */
function pastBracket(walk: Walk, open: number): number {
  const { page, line } = walk
  const close = closing(page, line, open, ')')
  if (close < 0) return -1
  const inside = { first: open + 1, last: close - 1 }
  if (termOf(page.terms, inside.first, 'place', inside.last)?.last === inside.last) return close + 1
  const listed = longestOf(page.terms, inside.first, ['agency', 'outlet'], inside.last)
  if (listed && open > line.first && walk.words === 0) walk.end = close // behind a place or date alone
  if (listed?.entry.class === 'outlet' || (!listed && isNameOnly(page, inside))) walk.outlet ??= inside
  walk.named = true
  return close + 1
}

/** '«المنصة»:', with a mark before and behind it. */
function pastQuote(walk: Walk, open: number): number {
  const { page, line } = walk
  const close = closing(page, line, open, page.tokens[open]!.form === '«' ? '»' : page.tokens[open]!.form)
  const after = page.tokens[close + 1]?.form ?? ''
  const apart = open > line.first && MARKS.has(page.tokens[open - 1]!.form)
  if (close < 0 || !apart || !(DASHES.has(after) || after === ':')) return -1
  const inside = { first: open + 1, last: close - 1 }
  if (termOf(page.terms, inside.first, 'agency', inside.last)?.last !== inside.last) walk.outlet ??= inside
  return pastName(walk, close)
}

/** The closing mark within the length of a name; -1 for none, or where nothing stands between. */
function closing(page: Page, line: Line, open: number, mark: string): number {
  for (let at = open + 1; at <= Math.min(line.last, open + NAME_WORDS * 2); at++)
    if (page.tokens[at]!.form === mark) return at > open + 1 ? at : -1
  return -1
}

/** Endings of the names of sites that call themselves agencies: 'المنصة نيوز/ …' leads its own report. */
export const OWN_ENDINGS: ReadonlySet<string> = new Set(['نيوز', 'اليوم', 'نت', 'اونلاين', 'بوست', 'ميديا', 'تايمز'])

/** Words alone, no person's and no date. */
function isNameOnly(page: Page, { first, last }: Stretch): boolean {
  if (last - first >= NAME_WORDS - 1 || termOf(page.terms, first, 'given-name', last)) return false
  for (let at = first; at <= last; at++) if (page.tokens[at]!.kind === 'punct' || page.tokens[at]!.form.length < 3) return false
  return true
}

/** 'الأناضول نيوز': a listed name that a further word makes another's. */
const goesOn = (page: Page, at: number, line: Line): boolean => termOf(page.terms, at, 'outlet-shape', line.last) !== undefined

const startsSegment = (page: Page, at: number, line: Line): boolean => {
  if (at === line.first) return true
  const { kind } = page.tokens[at - 1]!
  return kind === 'punct' || kind === 'number' || page.terms.at[at - 1]?.some((term) => STARTERS.has(term.entry.class)) === true
}
const STARTERS = new Set(['place', 'outlet-shape', 'month'])
