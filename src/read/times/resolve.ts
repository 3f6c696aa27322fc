import type { Time } from '../../model.ts'
import { addDays, addMonths, type Day, dayCount, edtfOf, isoWeekday, monthLength } from './calendar.ts'
import { hijriOf, hijriToGregorian } from './hijri.ts'
import type { Clock, DateMoment, Direction, Moment } from './moment.ts'

/** What a moment is resolved against. */
export interface Anchor {
  /** Publication day; undefined where the report carries none. */
  published: Day | undefined
  /** The words around point ahead ('ستعقد', 'المقرر'). */
  future: boolean
  /** It ends a term ('قبل نهاية', 'بحلول'). */
  deadline?: boolean
  /** The last date before it in the text that is known to the year. */
  context: Partial<Day> | undefined
  /** That date stands in the same sentence, with its year. */
  near: boolean
}

export type Resolved = Pick<Time, 'edtf' | 'basis' | 'relative'>

const absolute = (edtf: string): Resolved => ({ edtf, basis: 'absolute' })
const byPublication = (edtf: string): Resolved => ({ edtf, basis: 'publication' })
const open = (relative?: Time['relative']): Resolved => ({ edtf: null, basis: 'publication', ...(relative ? { relative } : {}) })

/**
 * Puts a moment on the calendar. What cannot be known stays unknown: `edtf: null` with `relative`, or XXXX for the year.
 *
 * @example resolve({ kind: 'day', shift: -1 }, anchor) // { edtf: '2018-06-14', basis: 'publication', relative: { shift: '-P1D' } }
 */
export function resolve(moment: Moment, anchor: Anchor): Resolved {
  switch (moment.kind) {
    case 'date':
      return resolveDate(moment, anchor)
    case 'weekday':
      return resolveWeekday(moment, anchor)
    case 'day':
      return resolveRelativeDay(moment, anchor)
    case 'period':
      return resolvePeriod(moment.unit, moment.direction, anchor)
    case 'ago':
      return resolveAgo(moment, anchor)
    case 'season':
    case 'share':
      return resolveShare(moment, anchor)
    case 'nth':
      return resolveNth(moment, anchor)
    case 'range':
      return resolveRange(moment.from, moment.to, anchor)
    case 'duration':
    case 'fixed':
      return absolute(moment.edtf)
    case 'clock':
      return absolute(clockText(moment.clock))
    case 'vague':
      return open(moment.shift ? { shift: moment.shift } : undefined)
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** @example clockText({ hour: 13, minute: 2, zone: 'Z' }) // 'T13:02Z' */
export function clockText({ hour, minute, second, zone }: Clock): string {
  const head = `T${two(hour)}`
  const minutes = minute === undefined ? (zone ? ':00' : '') : `:${two(minute)}`
  return `${head}${minutes}${second === undefined ? '' : `:${two(second)}`}${zone ?? ''}`
}

/** A day with its time of day; to the minute, as EDTF has no hours alone. */
function withClock(edtf: string, clock: Clock | undefined): string {
  return clock && /^\d{4}-\d\d-\d\d$/.test(edtf) ? `${edtf}${clockText({ ...clock, minute: clock.minute ?? 0 })}` : edtf
}

function resolveDate(date: DateMoment, anchor: Anchor): Resolved {
  if (date.hijri) return resolveHijri(date, anchor)
  const explicit = date.year !== undefined
  const { day, basis } = explicit ? { day: date, basis: 'absolute' as const } : withYear(date, anchor)
  const edtf = edtfOf(day)
  return { edtf: edtf === 'XXXX' ? null : withClock(edtf, date.clock), basis, ...relativeOf(date) }
}

const relativeOf = ({ yearDirection, monthDirection, month, day }: DateMoment): Pick<Resolved, 'relative'> => {
  if (isTold(yearDirection) || isTold(monthDirection)) return {}
  if (yearDirection && month === undefined) return { relative: { shift: shiftText(yearDirection, 'Y') } }
  return monthDirection && month === undefined && day === undefined ? { relative: { shift: shiftText(monthDirection, 'M') } } : {}
}

/** It points at a time named before ('ذلك العام'), not at publication. */
const isTold = (direction: Direction | undefined): boolean => direction?.side === 'same' || direction?.side === 'following'

const shiftText = ({ side, by }: Direction, unit: string): string =>
  side === 'past' ? `-P${by}${unit}` : side === 'next' ? `P${by}${unit}` : `P0${unit}`
const signed = ({ side, by }: Direction): number => (side === 'past' ? -by : side === 'next' || side === 'following' ? by : 0)

type Dated = { day: Partial<Day>; basis: Time['basis'] }

/** Completes a date without a year from its directions, the publication day or the context. */
function withYear(date: DateMoment, anchor: Anchor): Dated {
  const { published, context } = anchor
  if (date.yearDirection) return directedYear(date, anchor)
  if (date.monthDirection && date.month === undefined) return directedMonth(date, anchor)
  const { month, day } = date
  if (context?.year !== undefined && anchor.near && !date.monthDirection)
    return { day: { year: context.year, month, day }, basis: 'context' }
  if (!published || month === undefined) return { day: { month, day }, basis: 'publication' }
  const year = yearOf({ month, day, published, direction: date.monthDirection, future: anchor.future, deadline: anchor.deadline })
  return { day: { year: month === 2 && day === 29 ? leapUpTo(year) : year, month, day }, basis: 'publication' }
}

function directedYear(date: DateMoment, { published, context }: Anchor): Dated {
  const turned = date.yearDirection!
  const from = turned.side === 'same' || turned.side === 'following' ? context?.year : published?.year
  const year = from === undefined ? undefined : from + signed(turned)
  return {
    day: { year, month: date.month, day: date.day },
    basis: turned.side === 'same' || turned.side === 'following' ? 'context' : 'publication',
  }
}

function directedMonth(date: DateMoment, { published, context }: Anchor): Dated {
  const turned = date.monthDirection!
  const told = turned.side === 'same' || turned.side === 'following'
  const from = told
    ? context?.year !== undefined && context.month !== undefined
      ? { year: context.year, month: context.month, day: 1 }
      : undefined
    : published
  if (!from) return { day: { day: date.day }, basis: told ? 'context' : 'publication' }
  const unnamed = turned.side === 'past' && turned.by === 0 && (date.day ?? 0) > from.day ? -1 : 0
  const { year, month } = addMonths({ ...from, day: 1 }, signed(turned) + unnamed)
  return { day: { year, month, day: date.day }, basis: told ? 'context' : 'publication' }
}

const leapUpTo = (year: number): number => (monthLength(year, 2) === 29 ? year : leapUpTo(year - 1))

/** Days ahead of publication up to which a date without a year is near, not nearly a year ago. */
const NEAR_AHEAD = 31

interface Yearless {
  month: number
  day: number | undefined
  published: Day
  direction: Direction | undefined
  future: boolean
  deadline: boolean | undefined
}

/** Months ahead up to which the end of a term lies before it is taken for one that has passed. */
const TERM_AHEAD = 6

/** The latest such date up to publication, unless a direction, the tense or nearness point ahead. */
function yearOf({ month, day, published, direction, future, deadline }: Yearless): number {
  const { year } = published
  const passed = month < published.month || (month === published.month && (day ?? 1) <= published.day)
  if (direction?.side === 'this') return year
  if (direction?.side === 'next') return passed && month <= published.month ? year + 1 : year
  if (direction?.side === 'past')
    return month < published.month || (month === published.month && day !== undefined && day < published.day)
      ? year + 1 - direction.by
      : year - direction.by
  if (deadline && (month - published.month + 12) % 12 <= TERM_AHEAD) return month < published.month ? year + 1 : year
  if (future) return passed && month !== published.month ? year + 1 : year
  if (passed) return year
  const ahead = day === undefined ? NEAR_AHEAD + 1 : dayCount({ year, month, day }) - dayCount(published)
  return ahead <= NEAR_AHEAD ? year : year - 1
}

function resolveHijri(date: DateMoment, anchor: Anchor): Resolved {
  const { month, day } = date
  const today = anchor.published ? hijriOf(anchor.published) : undefined
  const year = date.year ?? hijriYear(date, today)
  if (year === undefined) return open()
  const basis = date.year === undefined ? 'publication' : 'absolute'
  if (month === undefined) return hijriSpan(year, 1, year + 1, 1, basis)
  if (day === undefined) return hijriSpan(year, month, month === 12 ? year + 1 : year, (month % 12) + 1, basis)
  const found = hijriToGregorian(year, month, day)
  return found ? { edtf: withClock(edtfOf(found), date.clock), basis } : open()
}

function hijriYear({ month, day, monthDirection, yearDirection }: DateMoment, today: Day | undefined): number | undefined {
  if (!today) return undefined
  if (yearDirection) return today.year + signed(yearDirection)
  if (month === undefined) return undefined
  const passed = month < today.month || (month === today.month && (day ?? 1) <= today.day)
  if (monthDirection?.side === 'next') return passed ? today.year + 1 : today.year
  if (monthDirection?.side === 'past' && month === today.month) return today.year - 1
  return passed ? today.year : today.year - 1
}

function hijriSpan(year: number, month: number, endYear: number, endMonth: number, basis: Time['basis']): Resolved {
  const from = hijriToGregorian(year, month, 1)
  const past = hijriToGregorian(endYear, endMonth, 1)
  return from && past ? { edtf: `${edtfOf(from)}/${edtfOf(addDays(past, -1))}`, basis } : open()
}

function resolveWeekday({ weekday, direction, week, clock }: Extract<Moment, { kind: 'weekday' }>, anchor: Anchor): Resolved {
  const { published } = anchor
  if (!published) return open({ weekday })
  if (week) return byPublication(withClock(edtfOf(addDays(weekStart(published, signed(week)), weekday - 1)), clock))
  const back = (isoWeekday(published) - weekday + 7) % 7
  const ahead = (weekday - isoWeekday(published) + 7) % 7
  const shift = weekdayShift(back, ahead, direction, anchor.future)
  return { ...byPublication(withClock(edtfOf(addDays(published, shift)), clock)), relative: { weekday } }
}

/** The latest such day up to publication; 'الماضي' strictly before it, 'المقبل' strictly after it. */
function weekdayShift(back: number, ahead: number, direction: Direction | undefined, future: boolean): number {
  if (direction?.side === 'past') return -(back === 0 ? 7 : back) - 7 * (direction.by - 1)
  if (direction?.side === 'next' || direction?.side === 'following') return (ahead === 0 ? 7 : ahead) + 7 * (direction.by - 1)
  if (direction?.side === 'this') return future ? ahead : back <= 3 ? -back : ahead
  return future ? ahead : -back
}

const weekStart = (day: Day, weeks: number): Day => addDays(day, 1 - isoWeekday(day) + 7 * weeks)

/** A header date in GMT and a local day are not forced together: a weekday beside 'اليوم' or 'أمس' may move it by one. */
function resolveRelativeDay({ shift, weekday, clock }: Extract<Moment, { kind: 'day' }>, { published }: Anchor): Resolved {
  const relative = { shift: shift === 0 ? 'P0D' : `${shift < 0 ? '-' : ''}P${Math.abs(shift)}D` }
  if (!published) return open(weekday ? { weekday } : relative)
  const plain = addDays(published, shift)
  const day =
    weekday === undefined ? plain : ([0, 1, -1].map((by) => addDays(plain, by)).find((one) => isoWeekday(one) === weekday) ?? plain)
  return { ...byPublication(withClock(edtfOf(day), clock)), relative }
}

function resolvePeriod(unit: string, direction: Direction, { published, context }: Anchor): Resolved {
  const relative = { shift: shiftText(direction, unit.startsWith('0') ? 'Y' : unit) }
  const from = direction.side === 'same' || direction.side === 'following' ? asDay(context) : published
  if (!from) return open(relative)
  const by = signed(direction)
  if (unit === 'W') {
    const start = weekStart(from, by)
    return { ...byPublication(`${edtfOf(start)}/${edtfOf(addDays(start, 6))}`), relative }
  }
  if (unit === 'M') return { ...byPublication(edtfOf({ ...addMonths(from, by), day: undefined })), relative }
  if (unit === 'Y') return { ...byPublication(edtfOf({ year: from.year + by })), relative }
  return { ...byPublication(unit === '0Y' ? `${Math.floor(from.year / 10) + by}X` : `${Math.floor(from.year / 100) + by}XX`), relative }
}

const asDay = (date: Partial<Day> | undefined): Day | undefined =>
  date?.year === undefined ? undefined : { year: date.year, month: date.month ?? 1, day: date.day ?? 1 }

/** 'قبل ثلاث سنوات' is as exact as its unit: a year, a month, a day. */
function resolveAgo({ count, unit, side }: Extract<Moment, { kind: 'ago' }>, { published }: Anchor): Resolved {
  const sign = side === 'past' ? -1 : 1
  const relative = { shift: `${side === 'past' ? '-' : ''}P${unit.startsWith('T') ? 'T' : ''}${count}${unit.replace('T', '')}` }
  if (!published || unit.startsWith('T') || !Number.isInteger(count)) return open(relative)
  if (unit === 'D' || unit === 'W') return { ...byPublication(edtfOf(addDays(published, sign * count * (unit === 'W' ? 7 : 1)))), relative }
  if (unit === 'M') return { ...byPublication(edtfOf({ ...addMonths(published, sign * count), day: undefined })), relative }
  const years = count * (unit === '00Y' ? 100 : unit === '0Y' ? 10 : 1)
  return {
    ...byPublication(edtfOf({ year: published.year + sign * years })),
    relative: { shift: `${side === 'past' ? '-' : ''}P${years}Y` },
  }
}

/** EDTF level 2 codes: 21–24 the seasons, 33–36 the quarters, 40–41 the halves of a year. */
function resolveShare(moment: Extract<Moment, { kind: 'season' | 'share' }>, anchor: Anchor): Resolved {
  const code = moment.kind === 'season' ? moment.season : (moment.of === 4 ? 32 : 39) + moment.nth
  if (moment.year !== undefined) return absolute(`${moment.year}-${code}`)
  const { published } = anchor
  if (!published) return open()
  return byPublication(`${shareYear(moment, published)}-${code}`)
}

/** First month of each season in the northern half of the world. */
const SEASON_STARTS: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 }

function shareYear(moment: Extract<Moment, { kind: 'season' | 'share' }>, published: Day): number {
  const turned = moment.direction
  if (moment.kind === 'share') return published.year + (turned ? signed(turned) : 0)
  const begun = published.month >= SEASON_STARTS[moment.season]!
  if (turned?.side === 'past') return begun && published.month >= SEASON_STARTS[moment.season]! + 3 ? published.year : published.year - 1
  if (turned?.side === 'next') return begun ? published.year + 1 : published.year
  return published.year
}

/** The n-th day, week (of seven days from its first) or weekday of a month or year; -1 is the last. */
function resolveNth({ nth, code, weekday, within }: Extract<Moment, { kind: 'nth' }>, anchor: Anchor): Resolved {
  const whole = resolveDate(within, anchor)
  const match = /^(\d{4})(?:-(\d\d))?$/.exec(whole.edtf ?? '')
  if (!match) return open()
  const year = Number(match[1])
  const month = match[2] === undefined ? undefined : Number(match[2])
  const first = { year, month: month ?? 1, day: 1 }
  const final = { year, month: month ?? 12, day: monthLength(year, month ?? 12) }
  if (code === 'W') {
    const start = nth < 0 ? addDays(final, -6) : addDays(first, 7 * (nth - 1))
    return { edtf: `${edtfOf(start)}/${edtfOf(addDays(start, 6))}`, basis: whole.basis }
  }
  if (code === 'D') return { edtf: edtfOf(nth < 0 ? final : addDays(first, nth - 1)), basis: whole.basis }
  const day =
    nth < 0
      ? addDays(final, -((isoWeekday(final) - weekday! + 7) % 7))
      : addDays(first, ((weekday! - isoWeekday(first) + 7) % 7) + 7 * (nth - 1))
  return { edtf: edtfOf(day), basis: whole.basis }
}

function resolveRange(from: Moment, to: Moment, anchor: Anchor): Resolved {
  const end = resolve(to, anchor)
  const start = resolve(from, anchor)
  if (!start.edtf || !end.edtf) return open(start.relative ?? end.relative)
  const first =
    start.edtf > end.edtf && from.kind === 'weekday' ? resolve({ ...from, direction: { side: 'past', by: 1 } }, anchor).edtf! : start.edtf
  return { edtf: `${first}/${end.edtf}`, basis: start.basis === 'absolute' ? end.basis : start.basis }
}
