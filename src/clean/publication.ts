import type { DatedBy, Span, Warning } from '../model.ts'
import { datelineAt } from './datelines.ts'
import { type Day, readDate, type WrittenDate } from './dates.ts'
import type { Inset } from './inline.ts'
import type { Furniture } from './lines.ts'
import type { Line, Page } from './page.ts'
import { chooseOrder, edtfStamp, fromHijri, type OrderHints } from './stamp.ts'
import { termOf } from './words.ts'

/** When a report was published and updated, as far as its text says. */
export interface Publication {
  published: DatedBy | null
  updated: DatedBy | null
  warnings: Warning[]
}

interface Candidate {
  date: WrittenDate
  label: 'published' | 'updated' | undefined
  /** A time that stands on the next line. */
  time: WrittenDate['time']
  basis: 'metadata' | 'dateline'
  span: Span
}

/**
 * Reads the publication date off header, footer, notes within the text and dateline. None is invented: 'اليوم السبت' dates nothing.
 *
 * @example readPublication(page, furniture, insets, {}).published?.edtf // '2018-06-15T19:46Z'
 */
export function readPublication(
  page: Page,
  furniture: readonly Furniture[],
  insets: readonly Inset[],
  options: { notAfter?: Day },
): Publication {
  const candidates = [...fromLines(furniture), ...fromInsets(insets), ...fromDateline(page)]
  const warnings: Warning[] = []
  const hints: OrderHints = {
    sure: candidates.flatMap((one) => (one.date.other ? [] : [common(one.date.day, one.date.calendar)])).filter((day) => day !== null),
    today: todayOf(page),
    notAfter: options.notAfter,
  }
  const dated = (one: Candidate | undefined): DatedBy | null => (one ? dateOf(one, hints, warnings, page) : null)
  const updated = candidates.find((one) => one.label === 'updated')
  const published = candidates.find((one) => one.label === 'published') ?? candidates.find((one) => one.label === undefined)
  const last = dated(updated)
  if (published) return { published: dated(published), updated: last, warnings }
  return { published: last && { ...last, basis: 'inferred' }, updated: last, warnings }
}

function fromLines(furniture: readonly Furniture[]): Candidate[] {
  return furniture.flatMap((one, i) =>
    one.line.kind === 'caption' || (one.zone === 'body' && one.seen.labels.length === 0) ? [] : fromLine(one, furniture[i + 1]),
  )
}

/** The dates of a line, each under the label before it; a time on the next line belongs to the only date. */
function fromLine({ line, seen }: Furniture, next: Furniture | undefined): Candidate[] {
  const below =
    next?.line.index === line.index + 1 && next.seen.dates.length === 0 && next.seen.labels.length === 0 ? next.seen.time : undefined
  const found = seen.dates.slice(0, 2).map((date): Candidate => {
    const label = seen.labels.findLast((one) => one.at <= date.first)?.value
    const span = { start: date.start, end: date.end }
    return {
      date,
      label,
      time: date.time ?? bareTime(seen, date) ?? (seen.dates.length === 1 ? below : undefined),
      basis: 'metadata',
      span,
    }
  })
  const [only] = found
  return only && found.length === 1 && lateUpdate(seen, only.date) ? [only, { ...only, label: 'updated', time: seen.time }] : found
}

/** A time apart from the date, unless another label claims it. */
const bareTime = (seen: Furniture['seen'], date: WrittenDate): WrittenDate['time'] => (lateUpdate(seen, date) ? undefined : seen.time)

/** '15 حزيران 2018، آخر تحديث 17:30': the time is the update's. */
const lateUpdate = (seen: Furniture['seen'], date: WrittenDate): boolean =>
  seen.time !== undefined && seen.labels.some((one) => one.value === 'updated' && one.at > date.last && one.at < seen.time!.at)

const fromInsets = (insets: readonly Inset[]): Candidate[] =>
  insets.flatMap((one) =>
    one.date
      ? [
          {
            date: one.date,
            label: one.label,
            time: one.date.time,
            basis: 'metadata' as const,
            span: { start: one.date.start, end: one.date.end },
          },
        ]
      : [],
  )

/** Tokens within which a dateline gives its date. */
const DATELINE = 14
/** Lines of prose looked at: a standfirst may come before the dateline. */
const DATELINE_LINES = 3
const DATELINE_END = new Set(['(', '/', '-', '–', '—', ':', '|'])

/** 'الرياض 14 مايو 2019 (واس) - …': a whole date, a year with it, before the dateline's mark. */
function fromDateline(page: Page): Candidate[] {
  let looked = 0
  for (const line of page.lines) {
    if (line.kind !== undefined) continue
    const found = datelineOf(page, line)
    if (found) return [found]
    if (++looked === DATELINE_LINES) break
  }
  return []
}

function datelineOf(page: Page, line: Line): Candidate | undefined {
  const whole = datelineAt(page, line)
  for (let at = line.first; at < Math.min(line.last, line.first + 5); at++) {
    if (STOPPED.has(page.tokens[at]!.form)) return undefined
    const date = readDate(page, at, Math.min(line.last, at + DATELINE))
    if (date && (DATELINE_END.has(page.tokens[date.last + 1]?.form ?? '') || (whole && date.last <= whole.last)))
      return { date, label: undefined, time: date.time, basis: 'dateline', span: { start: date.start, end: date.end } }
  }
  return undefined
}
const STOPPED = new Set(['.', '؟', '!'])

const common = (day: Day, calendar: WrittenDate['calendar']): Day | null => (calendar === 'hijri' ? fromHijri(day) : day)

function dateOf(one: Candidate, hints: OrderHints, warnings: Warning[], page: Page): DatedBy | null {
  const chosen = chooseOrder(one.date, hints)
  const day = common(chosen.day, one.date.calendar)
  if (!day) return null
  const written = page.text.slice(one.span.start, one.span.end)
  if (chosen.why !== 'only')
    warnings.push({ code: 'date-order', message: `'${written}' may be day/month or month/day; ${REASONS[chosen.why]}` })
  if (one.date.calendar === 'hijri')
    warnings.push({ code: 'hijri-date', message: `'${written}' is converted by the Umm al-Qura calendar and may be a day off` })
  return { edtf: edtfStamp(day, one.time), basis: one.basis, span: one.span }
}

const REASONS = {
  weekday: 'read so that its weekday is the one the text gives',
  near: 'read so that it agrees with another date of the header',
  future: 'read so that it does not lie in the future',
  habit: 'read day first, the habit of Arabic outlets',
}

/** The weekday that the text calls today: 'اليوم الجمعة', 'اليوم (الخميس)'. */
function todayOf(page: Page): number | undefined {
  for (let at = 1; at < page.tokens.length; at++) {
    if (!page.terms.at[at]) continue
    const weekday = termOf(page.terms, at, 'weekday', page.tokens.length - 1)
    const before = page.tokens[at - 1]!.form === '(' ? at - 2 : at - 1
    if (weekday && page.terms.at[before]?.some((term) => term.entry.class === 'joint' && term.entry.id === 'today'))
      return Number(weekday.entry.value)
  }
  return undefined
}
