import type { Credit, Span } from '../model.ts'
import type { Inset } from './inline.ts'
import type { Furniture } from './lines.ts'
import type { Line, Page } from './page.ts'
import { longestOf, type Role, termOf } from './words.ts'

/** Who brings the report, as its header, credits and datelines say. */
export interface Names {
  outlet: string | null
  byline: string | null
  credits: Credit[]
}

interface Segment {
  first: number
  last: number
  quoted: boolean
  /** Stands between brackets. */
  bracketed: boolean
  zone: Furniture['zone']
  /** Stands on a line, or next to one, that carries a date. */
  dated: boolean
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
const QUOTES = new Set(['«', '"', '“', '”'])
const BRACKETS = new Set(['(', '['])
/** Longest name, in words. */
const NAME_WORDS = 5

/**
 * Reads outlet, author and credits off the furniture and the dateline of a report. A name that nothing shows to be an outlet's is none.
 *
 * @example readNames(page, marked, insets).outlet // 'الشرق الأوسط أونلاين' for 'لندن: «الشرق الأوسط أونلاين»'
 */
export function readNames(page: Page, furniture: readonly Furniture[], insets: readonly Inset[]): Names {
  const segments = furniture
    .filter((one) => one.line.kind !== 'caption' && one.line.kind !== 'boilerplate')
    .flatMap((one) => segmentsOf(page, one, furniture))
  const credits = [...creditsOf(page, segments), ...datelineCredits(page), ...closingCredits(page, insets)]
  const outlet = outletOf(page, segments, insets)
  return { outlet, byline: bylineOf(page, segments, insets), credits: once(credits.filter((one) => one.text !== outlet)) }
}

const once = (credits: Credit[]): Credit[] =>
  credits
    .sort((a, b) => a.span.start - b.span.start)
    .filter((one, i, all) => all.findIndex((other) => other.text === one.text || other.span.start === one.span.start) === i)

function segmentsOf(page: Page, one: Furniture, all: readonly Furniture[]): Segment[] {
  const { line, zone, seen } = one
  const dated = seen.dates.length > 0 || all.some((other) => Math.abs(other.line.index - line.index) === 1 && other.seen.dates.length > 0)
  const base = {
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
    segments.push({ ...base, first, last, quoted: QUOTES.has(before), bracketed: BRACKETS.has(before) })
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

/** Past the date or label that stands at a token. */
function skipTo(page: Page, { line, seen }: Furniture, at: number): number {
  const date = seen.dates.find((one) => one.first <= at && at <= one.last)
  if (date) return date.last + 1
  const label = longestOf(page.terms, at, ['label'], line.last)
  return label ? label.last + 1 : at
}

const textOf = (page: Page, first: number, last: number): string => page.text.slice(page.tokens[first]!.start, page.tokens[last]!.end)
const spanOf = (page: Page, first: number, last: number): Span => ({ start: page.tokens[first]!.start, end: page.tokens[last]!.end })

/** Whether a term of a role fills a segment but for marks. */
function fills(
  page: Page,
  segment: Segment,
  role: 'agency' | 'outlet' | 'agencies' | 'section' | 'place' | 'caption' | 'counter' | 'joint',
): boolean {
  const term = termOf(page.terms, segment.first, role, segment.last)
  if (!term) return false
  for (let at = term.last + 1; at <= segment.last; at++) if (page.tokens[at]!.kind !== 'punct') return false
  return true
}

function* creditsOf(page: Page, segments: readonly Segment[]): Generator<Credit> {
  for (const segment of segments) {
    const { first, last } = segment
    const named =
      fills(page, segment, 'agency') || (segment.source && !segment.author && isSourceName(page, segment)) || abbreviation(page, segment)
    const agency = segment.credit && !segment.author && !segment.bracketed && hasShape(page, segment)
    if (named || agency) yield { text: textOf(page, first, trimmed(page, segment)), span: spanOf(page, first, trimmed(page, segment)) }
    else if (last > first) yield* agencyWithin(page, segment)
  }
}

/** 'وكالة الأنباء الفلانية (و أ ف)': letters in brackets that no word of ours knows are an agency's, three of them or more. */
function abbreviation(page: Page, segment: Segment): boolean {
  let letters = 0
  for (let at = segment.first; at <= segment.last; at++) {
    const token = page.tokens[at]!
    if (token.kind === 'word' && token.form.length === 1) letters++
    else if (token.kind !== 'punct') return false
  }
  return segment.bracketed && letters >= 3
}

function* agencyWithin(page: Page, segment: Segment): Generator<Credit> {
  if (segment.author) return
  const term = termOf(page.terms, segment.first, 'agency', segment.last)
  if (term) yield { text: textOf(page, segment.first, term.last), span: spanOf(page, segment.first, term.last) }
}

const isSourceName = (page: Page, segment: Segment): boolean =>
  !fills(page, segment, 'agencies') &&
  termOf(page.terms, segment.first, 'source', segment.last) === undefined &&
  wordCount(page, segment) <= NAME_WORDS

/** Last token of a segment that is no mark; an abbreviation keeps its full stop. */
function trimmed(page: Page, segment: Segment): number {
  let last = segment.last
  while (last > segment.first && page.tokens[last]!.kind === 'punct' && page.tokens[last - 1]!.form.length > 1) last--
  return last
}

function wordCount(page: Page, segment: { first: number; last: number }): number {
  let words = 0
  for (let at = segment.first; at <= segment.last; at++) if (page.tokens[at]!.kind !== 'punct') words++
  return words
}

/** Tokens within which a dateline ends, and words that may stand in one that opens with no known place. */
const DATELINE_TOKENS = 16
const DATELINE_WORDS = 5
const DASHES = new Set(['-', '–', '—', '/', '|'])

/** Lines of prose among which a dateline is looked for: a standfirst may come before it. */
const DATELINE_LINES = 3

function firstProse(page: Page): Line[] {
  const found: Line[] = []
  for (const line of page.lines) {
    if (line.kind === undefined) found.push(line)
    if (found.length === DATELINE_LINES) break
  }
  return found
}

/** The agency of a dateline: 'دمشق (رويترز) -', 'أبوظبي في 5 مايو / وام /', 'الرياض - واس:'. */
function* datelineCredits(page: Page): Generator<Credit> {
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

function* closingCredits(page: Page, insets: readonly Inset[]): Generator<Credit> {
  for (const one of insets) {
    if (one.kind !== 'credit') continue
    let found = false
    for (let at = one.first; at <= one.last; at++) {
      const term = longestOf(page.terms, at, ['agency', 'outlet'], one.last)
      if (!term) continue
      found = true
      yield { text: textOf(page, at, term.last), span: spanOf(page, at, term.last) }
      at = term.last
    }
    if (!found)
      yield {
        text: page.text
          .slice(one.start, one.end)
          .replace(/[()[\]]/gu, '')
          .trim(),
        span: { start: one.start, end: one.end },
      }
  }
}

function outletOf(page: Page, segments: readonly Segment[], insets: readonly Inset[]): string | null {
  const head = segments.filter((one) => (one.zone === 'head' || one.zone === 'top') && (!one.source || followsPlace(page, one)))
  const sure = head.find((one) => !fills(page, one, 'agency') && (fills(page, one, 'outlet') || isQuotedName(page, one)))
  if (sure) return textOf(page, sure.first, trimmed(page, sure))
  const note = insets.find((one) => one.name)
  if (note?.name) return textOf(page, note.name.first, note.name.last)
  const open = head.filter((one) => !one.credit)
  const likely = open.find((one) => hasShape(page, one)) ?? open.find((one) => isUnknownOutlet(page, one))
  return likely ? textOf(page, likely.first, trimmed(page, likely)) : (datelineOutlet(page) ?? spokenTo(page))
}

/** 'المصدر: دبي - المنصة': in a header, the outlet's own office. */
const followsPlace = (page: Page, segment: Segment): boolean =>
  page.terms.at[segment.first - 2]?.some((term) => term.entry.class === 'place') ?? false

/** 'بيروت (المنصة) - …': a known outlet between brackets in the dateline. */
function datelineOutlet(page: Page): string | null {
  for (const line of firstProse(page)) {
    for (let at = line.first + 1; at < Math.min(line.last, line.first + DATELINE_TOKENS); at++) {
      const term = page.tokens[at - 1]!.form === '(' ? termOf(page.terms, at, 'outlet', line.last) : undefined
      if (term && isDateline(page, line, at, term.last)) return textOf(page, at, term.last)
    }
  }
  return null
}

const isQuotedName = (page: Page, segment: Segment): boolean =>
  segment.quoted && !segment.author && wordCount(page, segment) <= NAME_WORDS && !isPerson(page, segment)
const isPerson = (page: Page, segment: Segment): boolean => termOf(page.terms, segment.first, 'given-name', segment.last) !== undefined

/** A word such as 'الإخبارية', 'وكالة', 'نت' shows an outlet's name. */
function hasShape(page: Page, segment: Segment): boolean {
  if (segment.author || segment.bracketed || wordCount(page, segment) > NAME_WORDS || wordCount(page, segment) < 2) return false
  return holdsAny(page, segment, ['outlet-shape'])
}

/** A short name beside the date that is no person, place or section; or one that the text itself calls a paper or site. */
function isUnknownOutlet(page: Page, segment: Segment): boolean {
  if (segment.author || segment.bracketed || wordCount(page, segment) > NAME_WORDS - 1 || isPerson(page, segment)) return false
  if (onlyNumbers(page, segment) || holdsAny(page, segment, ['counter', 'share', 'button'])) return false
  for (const role of ['section', 'place', 'agency', 'agencies', 'caption', 'counter', 'joint'] as const)
    if (fills(page, segment, role)) return false
  if (isNamedInText(page, segment)) return true
  return (segment.dated || segment.alone) && wordCount(page, segment) > 1 && !isNisba(page, segment)
}

/** 'ثابت الحلبي': a name that ends in a nisba is a person's, where nothing else is known of it. */
function isNisba(page: Page, segment: Segment): boolean {
  const { form } = page.tokens[trimmed(page, segment)]!
  return form.startsWith('ال') && form.endsWith('ي')
}

function holdsAny(page: Page, segment: Segment, roles: readonly Role[]): boolean {
  for (let at = segment.first; at <= segment.last; at++) if (longestOf(page.terms, at, roles, segment.last)) return true
  return false
}

function onlyNumbers(page: Page, segment: Segment): boolean {
  for (let at = segment.first; at <= segment.last; at++)
    if (page.tokens[at]!.kind === 'word' && page.tokens[at]!.form.length > 1) return false
  return true
}

/** The same name behind 'صحيفة', 'لموقع', 'وكالة …' in the prose. */
function isNamedInText(page: Page, segment: Segment): boolean {
  const length = segment.last - segment.first
  for (let at = segment.last + 1; at + length < page.tokens.length; at++) {
    if (page.tokens[at]!.form !== page.tokens[segment.first]!.form || !sameForms(page, segment, at)) continue
    const before = page.tokens[at - 1]!.kind === 'punct' ? at - 2 : at - 1
    if (page.terms.at[before]?.some((term) => term.entry.class === 'outlet-shape')) return true
  }
  return false
}

function sameForms(page: Page, segment: Segment, at: number): boolean {
  for (let k = 0; k <= segment.last - segment.first; k++)
    if (page.tokens[segment.first + k]!.form !== page.tokens[at + k]?.form) return false
  return true
}

/** A report that says 'our correspondent' or 'told us' comes from the outlet to which, it says, people spoke. */
function spokenTo(page: Page): string | null {
  if (!page.terms.at.some((terms) => terms?.some((term) => term.entry.class === 'self'))) return null
  for (const token of page.tokens) {
    const known = page.terms.at[token.index]?.find(
      (one) => one.entry.class === 'outlet' && one.proclitics.endsWith('ل') && one.last > one.first,
    )
    if (known) return nameOf(page, known.start, known.end)
    const shape = token.form.startsWith('ل') ? termOf(page.terms, token.index + 1, 'outlet-shape', page.tokens.length - 1) : undefined
    if (shape && page.tokens[shape.first]!.breaks === 0 && page.tokens[shape.first]!.kind !== 'punct')
      return nameOf(page, token.start + 1, page.tokens[shape.last]!.end)
  }
  return null
}

/** 'للجوهرة' is 'الجوهرة' behind its preposition. */
function nameOf(page: Page, start: number, end: number): string {
  const text = page.text.slice(start, end)
  return page.text[start - 1] === 'ل' && text.startsWith('ل') ? `ا${text}` : text
}

function bylineOf(page: Page, segments: readonly Segment[], insets: readonly Inset[]): string | null {
  const person = segments.find((one) => isAuthor(page, one))
  if (person) return textOf(page, afterByline(page, person), trimmed(page, person))
  const initials = insets.find((one) => one.kind === 'byline')
  return initials ? page.text.slice(initials.start, initials.end) : null
}

function isAuthor(page: Page, segment: Segment): boolean {
  if (segment.source || segment.bracketed || afterByline(page, segment) > segment.last || onlyNumbers(page, segment)) return false
  for (const role of ['agency', 'outlet', 'agencies', 'section', 'place', 'caption', 'counter', 'joint'] as const)
    if (fills(page, segment, role)) return false
  return segment.author || isPerson(page, segment)
}

const afterByline = (page: Page, segment: Segment): number => {
  const term = termOf(page.terms, segment.first, 'byline', segment.last)
  return term ? term.last + 1 : segment.first
}
