import type { BlockKind } from '../model.ts'
import type { Line, Page } from './page.ts'
import { isMasthead, isRow } from './rows.ts'
import type { Survey } from './survey.ts'
import { longestOf, type Role, termOf } from './words.ts'

/** Where a line stands: before the title, between title and prose, among prose, behind the last prose. */
export type Zone = 'top' | 'head' | 'body' | 'tail'

const COLONS = new Set([':', '：', '|', '/', '-', '–', '—', '،'])
const MARKERS = new Set([':', '：', '|'])

/** Most words of a line by its use. Above these it is taken for prose. */
const MOST = {
  label: 12,
  related: 25,
  terminal: 30,
  byline: 12,
  bareByline: 7,
  enclosedByline: 25,
  credit: 14,
  caption: 35,
  unknown: 4,
  dated: 9,
  /** From so many words before its date on, a line that ends in a credit describes a photograph. */
  described: 3,
  tags: 60,
}

/**
 * The kind of a line that is not prose; undefined for prose and for what cannot be told.
 *
 * @example kindOf(page, line, survey(page, line), 'head') // 'metadata' for 'تم النشر: 2019/01/17'
 */
export function kindOf(page: Page, line: Line, seen: Survey, zone: Zone): BlockKind | undefined {
  if (zone === 'top') return byScript(page, line, zone) ?? byCover(line, seen, zone)
  return (
    byScript(page, line, zone) ??
    byOpening(page, line, seen, zone) ??
    byCover(line, seen, zone) ??
    byDate(page, line, seen, zone) ??
    byCredit(page, line, seen, zone) ??
    byZone(page, line, seen, zone)
  )
}

/** Letters of the Latin alphabet alone, in a report in another script: a photograph's credit or a leftover of the page. */
function byScript(page: Page, line: Line, zone: Zone): BlockKind | undefined {
  if (page.latin || line.words === 0 || line.latin * 5 < line.words * 3) return undefined
  return line.words >= 4 ? 'caption' : zone === 'top' ? 'metadata' : undefined
}

/** A line as its opening words see it. */
interface Opening {
  page: Page
  line: Line
  seen: Survey
  /** A colon or bar stands behind the opening words. */
  colon: boolean
  /** A colon, dash, slash or comma does. */
  marked: boolean
  /** Header or footer. */
  edge: boolean
  /** Furniture words cover the line whole. */
  bare: boolean
  /** The opening is of several words. */
  several: boolean
}

function byOpening(page: Page, line: Line, seen: Survey, zone: Zone): BlockKind | undefined {
  if (!seen.opens) return undefined
  const { role, last } = seen.opens
  const next = last < line.last ? page.tokens[last + 1]!.form : ''
  const several = page.tokens[last]!.start > page.tokens[line.first]!.end
  const opening: Opening = {
    page,
    line,
    seen,
    colon: MARKERS.has(next),
    marked: COLONS.has(next),
    edge: zone !== 'body',
    bare: seen.left === 0,
    several,
  }
  const rule = OPENINGS[role]
  return rule?.holds(opening) ? rule.kind : undefined
}

/** What a line that opens with words of a role is, and when. */
const OPENINGS: Partial<Record<Role, { kind: BlockKind; holds: (one: Opening) => boolean }>> = {
  related: {
    kind: 'boilerplate',
    holds: ({ line, seen, colon, bare }) =>
      line.words <= MOST.related && (colon || bare || (!line.stops && seen.opens?.id === 'read-also')),
  },
  terminal: { kind: 'boilerplate', holds: (one) => one.line.words <= MOST.terminal && isFooter(one) },
  button: { kind: 'boilerplate', holds: ({ bare }) => bare },
  share: { kind: 'boilerplate', holds: ({ line, bare, colon }) => bare || (colon && line.words <= MOST.label && !line.stops) },
  tags: {
    kind: 'boilerplate',
    holds: ({ line, bare, colon, several, edge }) => (line.words <= MOST.tags && colon && !line.stops) || (bare && (several || edge)),
  },
  byline: { kind: 'byline', holds: (one) => isByline(one) },
  source: {
    kind: 'credit',
    holds: (one) =>
      one.line.words <= MOST.credit && !one.line.stops && (one.colon || (one.edge && hasName(one.seen) && one.seen.left <= 3)),
  },
  caption: {
    kind: 'caption',
    holds: ({ page, line, bare, colon }) => line.words <= MOST.caption && (colon || bare || (!line.stops && opensCaption(page, line))),
  },
  counter: { kind: 'metadata', holds: ({ line, seen, colon }) => colon && line.words <= MOST.label && seen.left <= 1 },
}

/** Copyright, newsletter, comments: several words of theirs, or nothing but theirs; one such word may open a sentence. */
const isFooter = ({ line, bare, colon, several, edge }: Opening): boolean =>
  bare || colon || (several && (edge || !line.stops)) || (edge && !line.stops)

const hasName = (seen: Survey): boolean => Boolean(seen.covers.agency ?? seen.covers.outlet ?? seen.covers.agencies)

function isByline({ page, line, seen, marked, edge }: Opening): boolean {
  const enclosed = page.tokens[line.first]!.form === '(' && page.tokens[line.last]!.form === ')'
  if (enclosed) return line.words <= MOST.enclosedByline
  if (line.stops || line.words > MOST.byline) return false
  if (marked) return seen.left <= (edge ? MOST.bareByline : MOST.unknown)
  return edge && line.words <= MOST.bareByline && seen.left + seen.initials <= MOST.bareByline - 2
}

/** 'صورة أرشيفية لـ…', 'صورة من …': a photograph's description; 'صور' alone may open a headline. */
const opensCaption = (page: Page, line: Line): boolean => {
  const term = termOf(page.terms, line.first, 'caption', line.last)
  return term !== undefined && term.last > line.first
}

/** Lines that the furniture words cover whole. */
function byCover(line: Line, seen: Survey, zone: Zone): BlockKind | undefined {
  if (seen.left > 0) return undefined
  const { covers } = seen
  if (seen.dates.length > 0 || seen.time || covers.label) return 'metadata'
  if (seen.hashtags > 0) return 'boilerplate'
  if (covers.share || covers.button || covers.terminal || covers.related || covers.tags) return 'boilerplate'
  if (covers.counter) return 'metadata'
  if (line.words === 0) return zone === 'body' ? 'boilerplate' : 'metadata'
  if (covers.agency || covers.agencies || covers.source) return zone === 'body' && line.stops ? undefined : 'credit'
  if (covers.caption) return 'caption'
  if (covers.byline || seen.initials > 0) return zone === 'body' ? undefined : 'byline'
  if (zone === 'body') return undefined
  if (covers.outlet || covers.section || covers.place || covers.weekday || covers.month || covers.joint) return 'metadata'
  return onlyNumbers(line, seen) ? 'metadata' : undefined
}

const onlyNumbers = (line: Line, seen: Survey): boolean => line.words > 0 && seen.left === 0

/** A whole date beside a few words: 'نخيل الجنوب | الثلاثاء 8 أيلول 2020'. A date amid many words is prose. */
function byDate(page: Page, line: Line, seen: Survey, zone: Zone): BlockKind | undefined {
  const [date] = seen.dates
  if (!date || line.stops) return undefined
  if (seen.left >= MOST.described && date.first > line.first && creditAtEnd(page, line)) return undefined // 'عمال عند المبنى، 5 يونيو 2020 (أ ف ب)'
  const labelled = seen.labels.some((label) => Math.abs(date.first - label.at) <= LABEL_REACH)
  if (zone === 'body') return labelled && seen.left <= MOST.unknown ? 'metadata' : undefined
  const apart = SET_APART.has(page.tokens[date.first - 1]?.form ?? '') || SET_APART.has(page.tokens[date.last + 1]?.form ?? '')
  return seen.left <= (labelled || apart ? MOST.dated : MOST.unknown - 1) ? 'metadata' : undefined
}

/** Tokens from a label to its date; marks that set a date apart from words beside it. */
const LABEL_REACH = 5
const SET_APART = new Set(['|', '-', '–', '—', '/', ':', '(', ')', '[', ']', '•', '·'])

/** Lines that end in the name of an agency: a caption ('… / رويترز', '… (أ ف ب)'), or a credit when little else stands there. */
function byCredit(page: Page, line: Line, seen: Survey, zone: Zone): BlockKind | undefined {
  if (line.words > MOST.caption) return undefined
  if (zone !== 'body' && hasCopyright(page, line)) return 'caption'
  if (endsInSentence(page, line)) return undefined
  const credit = creditAtEnd(page, line)
  if (!credit) return undefined
  if (credit === 'letters')
    return zone !== 'body' && seen.left <= MOST.unknown + 1 ? 'credit' : seen.left > MOST.unknown ? 'caption' : undefined
  if (seen.left + seen.initials <= 3 && (credit === 'agency' || zone !== 'body'))
    return zone === 'body' && seen.left > 0 ? 'caption' : 'credit'
  if (credit === 'unknown') return zone === 'head' && line.words <= MOST.credit && line.words >= 4 ? 'caption' : undefined
  return 'caption'
}

/** '… . © أ ف ب / أرشيف': a holder's mark near the end, whatever stands before it. */
function hasCopyright(page: Page, line: Line): boolean {
  for (let at = line.last - 1; at > Math.max(line.first, line.last - CREDIT_REACH); at--) if (page.tokens[at]!.form === '©') return true
  return false
}

/** A full stop within the line: prose with a credit behind it, not a caption. */
function endsInSentence(page: Page, line: Line): boolean {
  for (let at = line.first + 3; at < line.last; at++) {
    const token = page.tokens[at]!
    if (
      (token.form === '.' || token.form === '؟') &&
      page.tokens[at - 1]!.form.length > 1 &&
      page.tokens[at + 1]!.form !== '.' &&
      page.tokens[at - 1]!.form !== '.'
    )
      return true
  }
  return line.stops
}

/** What name the line closes with: a known agency or a caption word, or two or three unknown words in brackets. */
function creditAtEnd(page: Page, line: Line): 'agency' | 'letters' | 'unknown' | undefined {
  const bracketed = page.tokens[line.last]!.form === ')' || page.tokens[line.last]!.form === ']'
  const open = bracketed ? openingBracket(page, line) : openingSlash(page, line)
  if (open < 0) return undefined
  const end = bracketed ? line.last - 1 : line.last
  for (let at = open + 1; at <= end; at++)
    if (longestOf(page.terms, at, ['agency', 'caption', 'outlet'], end)) return known(page, open, at, end, bracketed)
  if (bracketed && onlyLetters(page, open + 1, end)) return 'letters'
  const inside = end - open
  return bracketed && open > line.first && inside >= 2 && inside <= 3 ? 'unknown' : undefined
}

/** '(أ ن م)': three single letters or more, an agency's short name. */
function onlyLetters(page: Page, first: number, last: number): boolean {
  let letters = 0
  for (let at = first; at <= last; at++) {
    const token = page.tokens[at]!
    if (token.kind === 'word' && token.form.length === 1) letters++
    else if (token.form !== '.') return false
  }
  return letters >= 3
}

/** An agency or caption word anywhere in the brackets; an outlet's name only when it fills them. */
function known(page: Page, open: number, at: number, end: number, bracketed: boolean): 'agency' | 'unknown' | undefined {
  const term = longestOf(page.terms, at, ['agency', 'caption', 'outlet'], end)!
  if (term.entry.class !== 'outlet') return 'agency'
  return at === open + 1 && (term.last === end || !bracketed) ? 'agency' : bracketed && open >= 0 ? 'unknown' : undefined
}

/** Longest credit in tokens ('أ. ف. ب، رويترز، د. ب. أ'). */
const CREDIT_REACH = 16

function openingBracket(page: Page, line: Line): number {
  for (let at = line.last - 1; at >= Math.max(line.first, line.last - CREDIT_REACH); at--) {
    const { form } = page.tokens[at]!
    if (form === '(' || form === '[') return at
  }
  return -1
}

/** The slash, dash or © before the last few tokens. */
function openingSlash(page: Page, line: Line): number {
  for (let at = line.last - 1; at > Math.max(line.first, line.last - 7); at--) {
    const { form } = page.tokens[at]!
    if (form === '/' || form === '-' || form === '–' || form === '—' || form === '|' || form === '©' || form === ':')
      return creditTail(page, at, line.last) ? at : -1
  }
  return -1
}

/** Behind the mark stands a name at once, and little behind it; an outlet's, often a common word, only behind a slash or bar. */
const creditTail = (page: Page, at: number, last: number): boolean => {
  const strong = page.tokens[at]!.form === '/' || page.tokens[at]!.form === '|' || page.tokens[at]!.form === '©'
  const term = longestOf(page.terms, at + 1, strong ? ['agency', 'caption', 'outlet'] : ['agency', 'caption'], last)
  return term !== undefined && last - term.last <= 2
}

/** Short lines at the edges that no sentence needs. */
function byZone(page: Page, line: Line, seen: Survey, zone: Zone): BlockKind | undefined {
  if (line.stops || zone === 'body' || zone === 'top' || BULLETS.has(page.tokens[line.first]!.form)) return undefined
  if (isRow(page, line, zone) || (zone === 'head' && isMasthead(page, line))) return 'metadata'
  if (isJoinedName(page, line) && line.words <= MOST.bareByline) return 'byline'
  if (zone === 'tail' && seen.covers.terminal && line.words <= MOST.label) return 'boilerplate'
  if (line.ends || seen.left > MOST.unknown || line.words > MOST.unknown + 2 || goesOn(page, line)) return undefined
  return zone === 'head' ? 'byline' : 'boilerplate'
}

/** Marks of the points of a standfirst. */
const BULLETS = new Set(['-', '–', '—', '•', '*', '·'])

/** 'ونشرت الخبر صحيفة …': several words that 'and' joins to what stands above are prose. */
const goesOn = (page: Page, line: Line): boolean =>
  line.words >= 4 &&
  !longestOf(page.terms, line.first, ['agency', 'outlet', 'given-name'], line.last) &&
  page.tokens[line.first]!.form.startsWith('و')

/** 'القاهرة – مصطفى سنجر', 'لندن: «…»': a place or word, a mark, a name. */
function isJoinedName(page: Page, line: Line): boolean {
  const place = longestOf(page.terms, line.first, ['place', 'byline', 'outlet'], line.last)
  const mark = place ? page.tokens[place.last + 1]?.form : undefined
  return mark !== undefined && place!.last < line.last && COLONS.has(mark) && mark !== '،'
}
