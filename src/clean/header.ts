import type { Credit } from '../model.ts'
import { datelineCredits } from './datelines.ts'
import type { Inset } from './inline.ts'
import type { Furniture } from './lines.ts'
import { outletOf, staffedAgency } from './outlet.ts'
import type { Page } from './page.ts'
import {
  fills,
  hasShape,
  isPerson,
  NAME_WORDS,
  onlyNumbers,
  type Segment,
  segmentsOf,
  spanOf,
  textOf,
  trimmed,
  wordCount,
} from './segments.ts'
import { longestOf, termOf } from './words.ts'

/** Who brings the report, as its header, credits and datelines say. */
export interface Names {
  outlet: string | null
  byline: string | null
  credits: Credit[]
}

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
  const named = outletOf(page, segments, insets)
  const outlet = named ?? staffedAgency(page, segments)
  return { outlet, byline: bylineOf(page, segments, insets), credits: once(credits.filter((one) => one.text !== named)) }
}

const once = (credits: Credit[]): Credit[] =>
  credits
    .sort((a, b) => a.span.start - b.span.start)
    .filter((one, i, all) => all.findIndex((other) => other.text === one.text || other.span.start === one.span.start) === i)

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
  const goesOn = term && termOf(page.terms, term.last + 1, 'outlet-shape', segment.last) // 'سبأ نت' is not سبأ
  if (term && !goesOn) yield { text: textOf(page, segment.first, term.last), span: spanOf(page, segment.first, term.last) }
}

const isSourceName = (page: Page, segment: Segment): boolean =>
  !fills(page, segment, 'agencies') &&
  termOf(page.terms, segment.first, 'source', segment.last) === undefined &&
  wordCount(page, segment) <= NAME_WORDS

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

function bylineOf(page: Page, segments: readonly Segment[], insets: readonly Inset[]): string | null {
  const person = segments.find((one) => isAuthor(page, one))
  if (person) return textOf(page, afterByline(page, person), trimmed(page, person))
  const initials = insets.find((one) => one.kind === 'byline' && !one.dateline)
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
