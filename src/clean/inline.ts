import type { BlockKind, Span } from '../model.ts'
import { datelineAt, firstProse } from './datelines.ts'
import { readDate, type WrittenDate } from './dates.ts'
import type { Line, Page } from './page.ts'
import { longestOf, termOf } from './words.ts'

/** A stretch within a line that is not prose. */
export interface Inset extends Span {
  kind: BlockKind
  first: number
  last: number
  /** The date it gives the report. */
  date?: WrittenDate
  label?: 'published' | 'updated'
  /** The dateline of the first paragraph. */
  dateline?: true
  /** Tokens (first, last) of a name that stands before the date. */
  name?: { first: number; last: number }
}

const OPEN: Record<string, string> = { '[': ']', '(': ')' }
/** Most tokens in a bracket, in a name before it, in a link within a line. */
const REACH = { bracket: 24, name: 4, link: 26, credit: 20 }

/**
 * Finds furniture within the lines of prose: a date line run into the text ('… [نُشر في 2017/11/15] …'), a link ('(اقرأ أيضا: …)'),
 * and the credit or initials behind the last sentence.
 */
export function findInsets(page: Page): Inset[] {
  const insets: Inset[] = firstProse(page).flatMap((line) => {
    const dateline = datelineAt(page, line)
    return dateline ? [{ ...inset(page, dateline.first, dateline.last, 'byline'), dateline: true as const }] : []
  })
  if (page.desk) insets.push(inset(page, page.desk.first, page.desk.last, 'metadata'))
  let lastProse: Line | undefined
  for (const line of page.lines) {
    if (line.kind !== undefined) continue
    findInLine(page, line, insets)
    if (line.words >= REACH.name) lastProse = line
  }
  const closing = lastProse && closingCredit(page, lastProse)
  if (closing && !insets.some((one) => one.last >= closing.first)) insets.push(closing)
  return insets.sort((a, b) => a.start - b.start)
}

function findInLine(page: Page, line: Line, insets: Inset[]): void {
  for (let at = line.first; at <= line.last; at++) {
    const inset = OPEN[page.tokens[at]!.form] ? bracketed(page, line, at) : page.terms.at[at] ? runOnLink(page, line, at) : undefined
    if (!inset) continue
    insets.push(inset)
    at = inset.last
  }
}

const inset = (page: Page, first: number, last: number, kind: BlockKind): Inset => ({
  kind,
  first,
  last,
  start: page.tokens[first]!.start,
  end: page.tokens[last]!.end,
})

function bracketed(page: Page, line: Line, open: number): Inset | undefined {
  const label = longestOf(page.terms, open + 1, ['label'], line.last)
  const link = label ? undefined : termOf(page.terms, open + 1, 'related', line.last)
  if (!label && !link) return undefined
  const close = closing(page, line, open)
  if (close < 0) return undefined
  if (link) return page.tokens[link.last + 1]?.form === ':' ? inset(page, open, close, 'boilerplate') : undefined
  return publicationNote(page, line, open, close, label!.last + 1, label!.entry.value as 'published' | 'updated')
}

function closing(page: Page, line: Line, open: number): number {
  const mark = OPEN[page.tokens[open]!.form]!
  for (let at = open + 1; at <= Math.min(line.last, open + REACH.bracket); at++) if (page.tokens[at]!.form === mark) return at
  return -1
}

function publicationNote(
  page: Page,
  line: Line,
  open: number,
  close: number,
  from: number,
  label: 'published' | 'updated',
): Inset | undefined {
  for (let at = from; at < Math.min(close, from + 4); at++) {
    const date = readDate(page, at, close - 1)
    if (!date) continue
    const first = nameBefore(page, line, open)
    const note = { ...inset(page, first, close, 'metadata'), date, label }
    return first < open ? { ...note, name: { first, last: open - 1 } } : note
  }
  return undefined
}

/** First token of a short name between the last sentence's end and the bracket; the bracket itself where none stands. */
function nameBefore(page: Page, line: Line, open: number): number {
  for (let at = open - 1; at >= Math.max(line.first, open - REACH.name - 1); at--) {
    const { form } = page.tokens[at]!
    if (form === '.' || form === '؟' || form === '!' || form === '…') return at + 1
    if (at === line.first) return at
  }
  return open
}

/** 'للمزيد: …' or 'اقرأ أيضا: …' after a full stop, up to the end of the line. */
function runOnLink(page: Page, line: Line, at: number): Inset | undefined {
  const link = termOf(page.terms, at, 'related', line.last)
  if (!link || at === line.first || page.tokens[link.last + 1]?.form !== ':') return undefined
  const before = page.tokens[at - 1]!.form
  if (before !== '.' && before !== '؟' && before !== '!' && before !== '"' && before !== '»') return undefined
  return line.last - at <= REACH.link ? inset(page, at, line.last, 'boilerplate') : undefined
}

/** What stands behind the last full stop of the last line, when it is but agencies and initials: '(أ ف ب)', 'ح.ز / ع.ش'. */
function closingCredit(page: Page, line: Line): Inset | undefined {
  const staff = closingStaff(page, line)
  if (staff) return staff
  const stop = lastStop(page, line)
  if (stop < 0 || stop >= line.last) return undefined
  const named = onlyCredits(page, stop + 1, line.last)
  return named === undefined ? undefined : inset(page, stop + 1, line.last, named ? 'credit' : 'byline')
}

/** '(إعداد … للنشرة العربية - تحرير …)' behind the last sentence. */
function closingStaff(page: Page, line: Line): Inset | undefined {
  if (page.tokens[line.last]!.form !== ')') return undefined
  for (let at = line.last - 1; at > Math.max(line.first, line.last - REACH.link); at--) {
    if (page.tokens[at]!.form !== '(') continue
    return endsSentence(page, at - 1) && termOf(page.terms, at + 1, 'byline', line.last) ? inset(page, at, line.last, 'byline') : undefined
  }
  return undefined
}

function lastStop(page: Page, line: Line): number {
  for (let at = line.last - 1; at > Math.max(line.first, line.last - REACH.credit); at--) if (endsSentence(page, at)) return at
  return -1
}

/** A full stop, or a closing quotation mark with a bracket behind it; the stop of an initial or of 'أ.ف.ب' ends nothing. */
function endsSentence(page: Page, at: number): boolean {
  const { form, glued } = page.tokens[at]!
  if (page.tokens[at - 1]!.form.length === 1 && page.tokens[at - 1]!.kind === 'word') return false
  if (form === '"' || form === '»' || form === '”') return glued && BRACKETS.has(page.tokens[at + 1]!.form)
  return form === '.' || form === '؟' || form === '!'
}

const BRACKETS = new Set(['(', '['])

/** Whether tokens are but credits: true, with an agency among them; false, but initials; undefined, other words too. */
export function onlyCredits(page: Page, first: number, last: number): boolean | undefined {
  let named = 0
  let letters = 0
  for (let at = first; at <= last; at++) {
    const token = page.tokens[at]!
    const term = longestOf(page.terms, at, ['agency', 'outlet', 'agencies', 'source'], last)
    if (term) {
      named++
      at = term.last
    } else if (token.kind === 'word' && token.form.length === 1) letters++
    else if (token.kind !== 'punct') return undefined
  }
  if (named > 0 || letters >= 3) return true
  return letters > 0 ? false : undefined
}
