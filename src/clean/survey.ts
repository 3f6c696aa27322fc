import { readDate, readTime, type WrittenDate } from './dates.ts'
import type { Line, Page } from './page.ts'
import { longestOf, type Role } from './words.ts'

/** What stands on a line, as far as the furniture words know it. */
export interface Survey {
  dates: WrittenDate[]
  /** Labels such as 'تم النشر' and 'آخر تحديث', by the token they stand at. */
  labels: { value: 'published' | 'updated'; at: number }[]
  /** A time of day that stands with no date, and its token. */
  time: { hour: number; minute: number; zone?: string; at: number } | undefined
  /** How many words each role covers. */
  covers: Partial<Record<Role, number>>
  /** Role, lexicon entry and last token of the term that the line opens with, marks left aside. */
  opens: { role: Role; id: string; last: number } | undefined
  /** Words that nothing covers. */
  left: number
  /** Words of one letter among them ('م', 'ش'). */
  initials: number
  hashtags: number
}

/** Roles looked for, the first named winning among equals. */
const ROLES: readonly Role[] = [
  'related',
  'terminal',
  'button',
  'share',
  'counter',
  'tags',
  'byline',
  'source',
  'caption',
  'agency',
  'outlet',
  'agencies',
  'section',
  'place',
  'weekday',
  'joint',
  'month',
]

/** Longest line, in tokens, that is surveyed whole; of a longer one only the opening is. */
const SURVEYED = 60
const OPENING = 12

/**
 * Surveys a line.
 *
 * @example survey(page, page.lines[1]!).dates.length // 1 for 'تم النشر: 2019/01/17'
 */
export function survey(page: Page, line: Line): Survey {
  const found: Survey = { dates: [], labels: [], time: undefined, covers: {}, opens: undefined, left: 0, initials: 0, hashtags: 0 }
  const limit = Math.min(line.last, line.first + (line.last - line.first > SURVEYED ? OPENING : SURVEYED))
  let words = 0
  for (let at = line.first; at <= limit; ) {
    const last = take(page, at, line.last, found, words === 0)
    for (let k = at; k <= last; k++) if (page.tokens[k]!.kind !== 'punct') words++
    at = last + 1
  }
  found.left += Math.max(0, line.words - words)
  return found
}

/** Takes in what starts at a token; the last token taken. */
function take(page: Page, at: number, limit: number, found: Survey, opening: boolean): number {
  return (
    takeDate(page, at, limit, found) ??
    takeLabel(page, at, limit, found) ??
    takeTerm(page, at, limit, found, opening) ??
    takeWord(page, at, found)
  )
}

const STARTS = new Set(['month', 'hijri-month', 'weekday', 'zone'])

function takeDate(page: Page, at: number, limit: number, found: Survey): number | undefined {
  const token = page.tokens[at]!
  if (token.kind !== 'number' && !page.terms.at[at]?.some((term) => STARTS.has(term.entry.class))) return undefined
  const date = readDate(page, at, limit)
  if (date) {
    found.dates.push(date)
    return date.last
  }
  const time = readTime(page, at, limit)
  if (!time) return undefined
  found.time ??= { ...time.time, at }
  return time.last
}

function takeLabel(page: Page, at: number, limit: number, found: Survey): number | undefined {
  const term = longestOf(page.terms, at, ['label'], limit)
  if (!term || longerElsewhere(page, at, limit, term.last)) return undefined
  found.labels.push({ value: term.entry.value as 'published' | 'updated', at })
  found.covers.label = (found.covers.label ?? 0) + 1
  return term.last
}

const longerElsewhere = (page: Page, at: number, limit: number, last: number): boolean =>
  (longestOf(page.terms, at, ROLES, limit)?.last ?? -1) > last

function takeTerm(page: Page, at: number, limit: number, found: Survey, opening: boolean): number | undefined {
  const term = longestOf(page.terms, at, ROLES, limit)
  if (!term) return undefined
  const role = term.entry.class as Role
  found.covers[role] = (found.covers[role] ?? 0) + 1
  if (opening) found.opens ??= { role, id: term.entry.id, last: term.last }
  return term.last
}

function takeWord(page: Page, at: number, found: Survey): number {
  const token = page.tokens[at]!
  if (token.kind === 'punct' || token.kind === 'number') return at
  if (page.tokens[at - 1]?.form === '#' && token.glued) return takeHashtag(page, at, found)
  if (token.form.length === 1) found.initials++
  else found.left++
  return at
}

/** '#جبهة_النصرة': words joined by _ are one tag. */
function takeHashtag(page: Page, from: number, found: Survey): number {
  let at = from
  while (page.tokens[at + 1]?.form === '_' && page.tokens[at + 1]!.glued && page.tokens[at + 2]?.glued) at += 2
  found.hashtags++
  return at
}
