import { datelineOutlet, OWN_ENDINGS } from './datelines.ts'
import type { Inset } from './inline.ts'
import type { Page } from './page.ts'
import {
  fills,
  hasShape,
  holdsAny,
  isPerson,
  NAME_WORDS,
  onlyNumbers,
  QUOTES,
  type Segment,
  textOf,
  trimmed,
  wordCount,
} from './segments.ts'
import { longestOf, termOf } from './words.ts'

/**
 * The outlet of a report: named in its header, else by its dateline, by a source line that the prose speaks of as 'us', by whom people
 * spoke to, by who got a copy of a statement. Null where nothing shows one.
 *
 * @example outletOf(page, segments, insets) // 'المنصة نيوز'
 */
export function outletOf(page: Page, segments: readonly Segment[], insets: readonly Inset[]): string | null {
  return headerOutlet(page, segments, insets) ?? spokenSource(page, segments) ?? spokenTo(page) ?? addressedOutlet(page) ?? copyHolder(page)
}

function headerOutlet(page: Page, segments: readonly Segment[], insets: readonly Inset[]): string | null {
  const head = segments.filter((one) => (one.zone === 'head' || one.zone === 'top') && (!one.source || followsPlace(page, one)))
  const sure = head.find((one) => !fills(page, one, 'agency') && (fills(page, one, 'outlet') || isQuotedName(page, one)))
  if (sure) return textOf(page, sure.first, trimmed(page, sure))
  const note = insets.find((one) => one.name)
  if (note?.name) return textOf(page, note.name.first, note.name.last)
  const open = head.filter((one) => !one.credit)
  const likely =
    open.find((one) => hasShape(page, one)) ??
    head.find((one) => one.credit && leadsWithShape(page, one)) ??
    open.find((one) => isUnknownOutlet(page, one)) ??
    open.find((one) => isBesideCompanion(page, one, open))
  return likely ? textOf(page, likely.first, trimmed(page, likely)) : datelineOutlet(page)
}

/** 'المصدر: "المنصة"' in a report in which people speak to المنصة: its own name. */
function spokenSource(page: Page, segments: readonly Segment[]): string | null {
  const sources = segments.filter((one) => one.source && !one.author && wordCount(page, one) <= NAME_WORDS && !fills(page, one, 'agency'))
  if (sources.length === 0) return null
  const names = [...addressees(page)]
  const own = sources.find((one) => names.some((name) => sameForms(page, one, name.first)))
  return own ? textOf(page, own.first, trimmed(page, own)) : null
}

/**
 * The agency of a line that names its own writer: 'تونس/ سامي كامل/ <agency>'. It is the outlet where no other is named, and credited besides.
 *
 * @example staffedAgency(page, segments)
 */
export function staffedAgency(page: Page, segments: readonly Segment[]): string | null {
  const agency = segments.find(
    (one) =>
      one.zone === 'head' &&
      fills(page, one, 'agency') &&
      segments.some((other) => other !== one && other.line === one.line && isPerson(page, other)) &&
      segments.some((other) => other.line === one.line && fills(page, other, 'place')),
  )
  return agency ? textOf(page, agency.first, trimmed(page, agency)) : null
}

interface Name {
  first: number
  last: number
}

/** Names between quotation marks behind a bare ل to which somebody speaks: 'قال لـ"المنصة" إن', not 'انتماؤه لـ"الجماعة"'. */
function* addressees(page: Page): Generator<Name> {
  for (let at = 0; at + 2 < page.tokens.length; at++) {
    if (page.tokens[at]!.form !== 'ل' || !isTold(page, at)) continue
    const name = quotedAt(page, at + 1)
    if (name) yield name
  }
}

/** Words from one of speaking to the ل of whom it is said to: a name with its office may stand between. */
const SPOKEN = 12

function isTold(page: Page, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - SPOKEN); i--) {
    if (page.terms.at[i]?.some((term) => term.entry.class === 'telling')) return true
    if (page.tokens[i]!.breaks > 0) return false
  }
  return false
}

/** The words between quotation marks that open at a token. */
function quotedAt(page: Page, open: number): Name | undefined {
  const mark = page.tokens[open]
  if (!mark || !QUOTES.has(mark.form) || mark.breaks > 0) return undefined
  for (let at = open + 1; at <= open + NAME_WORDS + 1 && at < page.tokens.length; at++) {
    const token = page.tokens[at]!
    if (token.breaks > 0) return undefined
    if (QUOTES.has(token.form) || token.form === '»') return at > open + 1 ? { first: open + 1, last: at - 1 } : undefined
  }
  return undefined
}

/** Whom people speak to in a report is its outlet: a name that no list has at once, a listed one from the second time on, an agency never. */
function addressedOutlet(page: Page): string | null {
  const counts = new Map<string, { name: Name; times: number }>()
  for (const name of addressees(page)) {
    if (longestOf(page.terms, name.first, ['agency'], name.last)) continue
    const key = page.tokens
      .slice(name.first, name.last + 1)
      .map((token) => token.form)
      .join(' ')
    const times = (counts.get(key)?.times ?? 0) + (termOf(page.terms, name.first, 'outlet', name.last) ? 1 : 2)
    counts.set(key, { name, times })
  }
  const [best] = [...counts.values()].sort((a, b) => b.times - a.times)
  return best && best.times > 1 ? textOf(page, best.name.first, best.name.last) : null
}

/** 'تلقت «المنصة» نسخة منه', 'حصل موقع المنصة على نسخة منها', 'في بيان تلقته "المنصة"': whoever holds the statement writes the report. */
function copyHolder(page: Page): string | null {
  for (let at = 1; at < page.tokens.length; at++) {
    if (!page.terms.at[at]) continue
    const got = termOf(page.terms, at, 'receipt', page.tokens.length - 1)
    const name = got ? (quotedAt(page, got.last + 1) ?? knownAt(page, got.last + 1)) : copyBefore(page, at)
    if (name) return textOf(page, name.first, name.last)
  }
  return null
}

function copyBefore(page: Page, at: number): Name | undefined {
  if (!termOf(page.terms, at, 'copy', page.tokens.length - 1)) return undefined
  const end = page.tokens[at - 1]!.form === 'على' ? at - 2 : at - 1
  for (let first = Math.max(0, end - NAME_WORDS - 1); first < end; first++) {
    const name = quotedAt(page, first)
    if (name?.last === end - 1) return name
  }
  for (let first = Math.max(0, end - NAME_WORDS); first <= end; first++) {
    const name = knownAt(page, first)
    if (name?.last === end) return name
  }
  return undefined
}

/** A listed outlet's name at a token, no agency's. */
function knownAt(page: Page, first: number): Name | undefined {
  const known = page.terms.at[first] ? longestOf(page.terms, first, ['agency', 'outlet'], page.tokens.length - 1) : undefined
  return known?.entry.class === 'outlet' ? { first, last: known.last } : undefined
}

/** 'المصدر: دبي - المنصة': in a header, the outlet's own office. */
const followsPlace = (page: Page, segment: Segment): boolean =>
  page.terms.at[segment.first - 2]?.some((term) => term.entry.class === 'place') ?? false

const isQuotedName = (page: Page, segment: Segment): boolean =>
  segment.quoted && !segment.author && wordCount(page, segment) <= NAME_WORDS && !isPerson(page, segment)
/** A short name beside the date that is no person, place or section; or one that the text itself calls a paper or site. */
function isUnknownOutlet(page: Page, segment: Segment): boolean {
  if (segment.author || segment.bracketed || wordCount(page, segment) > NAME_WORDS - 1 || isPerson(page, segment)) return false
  if (onlyNumbers(page, segment) || isTime(page, segment) || holdsAny(page, segment, ['counter', 'share', 'button', 'byline'])) return false
  for (const role of ['section', 'place', 'agency', 'agencies', 'caption', 'counter', 'joint'] as const)
    if (fills(page, segment, role)) return false
  if (isNamedInText(page, segment)) return true
  if (segment.afterDate) return false
  return (segment.dated || segment.alone) && wordCount(page, segment) > 1 && !isNisba(page, segment)
}

/** 'المنصة نيوز/ بغداد' of a listed agency: the name that leads a line with a place behind it is the page's own, but for a wire's. */
function leadsWithShape(page: Page, segment: Segment): boolean {
  const line = page.lines[segment.line]!
  if (segment.first !== line.first || segment.last === line.last || segment.bracketed || wordCount(page, segment) < 2) return false
  return OWN_ENDINGS.has(page.tokens[trimmed(page, segment)]!.form)
}

/** 'المنصة - متابعات', 'حلب - سامي كامل - المنصة', 'المنصة | غزة': one definite word beside a place, a person or a word of bylines. */
function isBesideCompanion(page: Page, segment: Segment, open: readonly Segment[]): boolean {
  const { form } = page.tokens[segment.first]!
  if (segment.bracketed || segment.author || wordCount(page, segment) !== 1 || !form.startsWith('ال') || form.length < 5) return false
  if (isNisba(page, segment) || isPerson(page, segment)) return false
  if (NO_NAMES.some((role) => fills(page, segment, role))) return false
  return open.some((one) => one !== segment && one.line === segment.line && isCompanion(page, one))
}
const isCompanion = (page: Page, segment: Segment): boolean =>
  isPerson(page, segment) || (['place', 'byline', 'agencies'] as const).some((role) => fills(page, segment, role))
const NO_NAMES = ['section', 'place', 'agency', 'agencies', 'caption', 'counter', 'joint', 'byline', 'share', 'button', 'tags'] as const

/** 'اليوم الساعة 10': numbers and the words that join them. */
function isTime(page: Page, segment: Segment): boolean {
  for (let at = segment.first; at <= segment.last; at++) {
    const joint = termOf(page.terms, at, 'joint', segment.last)
    if (!joint && page.tokens[at]!.kind === 'word') return false
    at = joint?.last ?? at
  }
  return true
}

/** 'ثابت الحلبي': a name that ends in a nisba is a person's, where nothing else is known of it. */
function isNisba(page: Page, segment: Segment): boolean {
  const { form } = page.tokens[trimmed(page, segment)]!
  return form.startsWith('ال') && form.endsWith('ي')
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
