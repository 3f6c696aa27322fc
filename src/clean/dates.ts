import type { Term } from '../lang/annotate.ts'
import type { Span } from '../model.ts'
import type { Page } from './page.ts'
import { longestOf, type Role, termOf } from './words.ts'

/** A calendar day; months 1–12. */
export interface Day {
  year: number
  month: number
  day: number
}

/** A date as a header writes it. `other` is the second reading of 05/06/2018. Tokens `first`..`last`. */
export interface WrittenDate extends Span {
  first: number
  last: number
  day: Day
  other?: Day
  calendar: 'gregorian' | 'hijri'
  /** ISO weekday written with it. */
  weekday?: number
  /** Tokens of a time of day written with it. */
  time?: { hour: number; minute: number; zone?: string }
}

interface Bare {
  last: number
  day: Day
  other?: Day
  calendar: 'gregorian' | 'hijri'
}

const SEPARATORS = new Set(['/', '-', '–', '\\', '.', '−'])
/** Marks and joining words that may stand between a date and its time. */
const JOINS = new Set([',', '،', '-', '–', '—', '|', '.', ':', '(', '[', '•', '·', '/', '+', '@', '؛'])
/** Most joining tokens between a date and its time. */
const REACH = 5

/**
 * Reads the date that starts at a token, with weekday, time and zone where they stand with it; null where none starts.
 *
 * @example readDate(layOut('Fri, 15 Jun 2018 19:46:52 GMT'), 0, 11)?.time // { hour: 19, minute: 46, zone: 'Z' }
 */
export function readDate(page: Page, token: number, limit: number): WrittenDate | null {
  const early = readTime(page, token, limit)
  const from = early ? skipJoins(page, early.last + 1, limit) : token
  const weekday = termOf(page.terms, from, 'weekday', limit)
  const at = weekday ? skipJoins(page, weekday.last + 1, limit) : from
  const bare = bareDate(page, at, limit)
  if (!bare) return null
  const whole = gregorianBeside(page, bare, limit)
  const late = early ? null : readTime(page, skipJoins(page, whole.last + 1, limit), limit)
  const last = late?.last ?? whole.last
  const time = early ?? late
  const day = weekday ? Number(weekday.entry.value) : undefined
  return { first: token, start: page.tokens[token]!.start, end: page.tokens[last]!.end, ...whole, last, weekday: day, time: time?.time }
}

/** '14 رمضان 1440 هـ الموافق 19 مايو 2019 م': the common date stands for both. */
function gregorianBeside(page: Page, bare: Bare, limit: number): Bare {
  const marked = termOf(page.terms, bare.last + 1, bare.calendar === 'hijri' ? 'hijri-mark' : 'common-mark', limit)
  const end = { ...bare, last: marked?.last ?? bare.last }
  let at = end.last + 1
  const equals = termOf(page.terms, at, 'equals', limit)
  if (equals) at = equals.last + 1
  else if (JOINS.has(page.tokens[at]?.form ?? '')) at++
  const second = at <= limit ? bareDate(page, at, limit) : null
  if (!second || second.calendar === end.calendar) return end
  const closing = termOf(page.terms, second.last + 1, second.calendar === 'hijri' ? 'hijri-mark' : 'common-mark', limit)
  const last = closing?.last ?? second.last
  return second.calendar === 'gregorian' ? { ...second, last } : { ...end, last }
}

const bareDate = (page: Page, at: number, limit: number): Bare | null =>
  at > limit
    ? null
    : (dottedDate(page, at) ??
      numericDate(page, at, limit) ??
      dayMonthYear(page, at, limit) ??
      monthDayYear(page, at, limit) ??
      yearDayMonth(page, at, limit))

const digits = (page: Page, at: number, limit: number): number | null => {
  const token = at <= limit ? page.tokens[at] : undefined
  return token?.kind === 'number' && token.form.length <= 4 && !token.form.includes('.') && !token.form.includes(',')
    ? Number(token.form)
    : null
}

/** '15.06.2018', one token. */
function dottedDate(page: Page, at: number): Bare | null {
  const token = page.tokens[at]!
  if (token.kind !== 'number') return null
  const parts = token.form.split('.')
  return parts.length === 3
    ? fromParts(
        parts.map(Number),
        parts.map((part) => part.length),
        at,
      )
    : null
}

function numericDate(page: Page, at: number, limit: number): Bare | null {
  const separator = page.tokens[at + 1]?.form ?? ''
  if (!SEPARATORS.has(separator) || page.tokens[at + 3]?.form !== separator) return null
  const parts = [digits(page, at, limit), digits(page, at + 2, limit), digits(page, at + 4, limit)]
  if (parts.some((part) => part === null) || (page.tokens[at + 5]?.form === separator && digits(page, at + 6, limit) !== null)) return null
  return fromParts(
    parts as number[],
    [0, 2, 4].map((k) => page.tokens[at + k]!.form.length),
    at + 4,
  )
}

function fromParts(parts: number[], lengths: number[], last: number): Bare | null {
  const [a, b, c] = parts as [number, number, number]
  if (lengths[0] === 4) return dated(a, b, c, last)
  const year = lengths[2] === 4 ? c : lengths[2] === 2 && lengths[0]! <= 2 ? 2000 + c : 0
  const dayFirst = dated(year, b, a, last)
  const monthFirst = dated(year, a, b, last)
  if (!dayFirst) return monthFirst
  return monthFirst && a !== b ? { ...dayFirst, other: monthFirst.day } : dayFirst
}

/** Years that a report may carry, common and Hijri. */
const YEARS = { first: 1900, last: 2100, firstHijri: 1318, lastHijri: 1524 }

function dated(year: number, month: number, day: number, last: number, calendar?: Bare['calendar']): Bare | null {
  const hijri = year >= YEARS.firstHijri && year <= YEARS.lastHijri
  if (!hijri && (year < YEARS.first || year > YEARS.last)) return null
  if (month < 1 || month > 12 || day < 1 || day > (hijri ? 30 : daysIn(year, month))) return null
  if (calendar && (calendar === 'hijri') !== hijri) return null
  return { last, day: { year, month, day }, calendar: hijri ? 'hijri' : 'gregorian' }
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

interface Month {
  month: number
  last: number
  calendar: Bare['calendar']
}

const monthOf = (term: Term): number => (term.entry.value as { n: number }).n

/** A month's name, or two for one month: 'شباط/فبراير', 'كانون الثاني (يناير)'. */
function readMonth(page: Page, at: number, limit: number): Month | null {
  const term = longestOf(page.terms, at, ['month', 'hijri-month'], limit)
  if (!term) return null
  const calendar = term.entry.class === 'month' ? 'gregorian' : 'hijri'
  const month = monthOf(term)
  const beside = longestOf(page.terms, term.last + 1, ['month', 'hijri-month'], limit)
  if (beside && monthOf(beside) === month) return { month, last: beside.last, calendar }
  const bracket = page.tokens[term.last + 1]?.form === '('
  if (!bracket && page.tokens[term.last + 1]?.form !== '/' && page.tokens[term.last + 1]?.form !== '-')
    return { month, last: term.last, calendar }
  const second = longestOf(page.terms, term.last + 2, ['month', 'hijri-month'], limit)
  if (!second || monthOf(second) !== month) return { month, last: term.last, calendar }
  return { month, last: second.last + (bracket && page.tokens[second.last + 1]?.form === ')' ? 1 : 0), calendar }
}

const skip = (page: Page, at: number, limit: number, roles: readonly Role[], marks: ReadonlySet<string>): number => {
  if (at <= limit && marks.has(page.tokens[at]?.form ?? '')) return at + 1
  let next = at
  for (let term = longestOf(page.terms, next, roles, limit); term; term = longestOf(page.terms, next, roles, limit)) next = term.last + 1
  return next
}
const BETWEEN = new Set([',', '،', '-', '/', '–'])

function dayMonthYear(page: Page, at: number, limit: number): Bare | null {
  const day = digits(page, at, limit)
  if (day === null || day > 31) return null
  const month = readMonth(page, skip(page, at + 1, limit, ['joint'], BETWEEN), limit)
  if (!month) return null
  const yearAt = skip(page, month.last + 1, limit, ['joint'], BETWEEN)
  const year = digits(page, yearAt, limit)
  return year === null ? null : dated(year, month.month, day, yearAt, month.calendar)
}

/** 'يونيو 15, 2018', 'June 15, 2018'. */
function monthDayYear(page: Page, at: number, limit: number): Bare | null {
  const month = readMonth(page, at, limit)
  if (!month) return null
  const day = digits(page, month.last + 1, limit)
  if (day === null || day > 31) return null
  const yearAt = skip(page, month.last + 2, limit, ['joint'], BETWEEN)
  const year = digits(page, yearAt, limit)
  return year === null ? null : dated(year, month.month, day, yearAt, month.calendar)
}

/** '2018 الجمعة 15 يونيو'. */
function yearDayMonth(page: Page, at: number, limit: number): Bare | null {
  const year = digits(page, at, limit)
  if (year === null || year < YEARS.firstHijri) return null
  const dayAt = skip(page, at + 1, limit, ['weekday'], BETWEEN)
  const day = digits(page, dayAt, limit)
  const month = day === null || day > 31 ? null : readMonth(page, dayAt + 1, limit)
  return month ? dated(year, month.month, day!, month.last, month.calendar) : null
}

function skipJoins(page: Page, from: number, limit: number): number {
  let at = from
  for (let step = 0; step < REACH && at <= limit; step++) {
    if (JOINS.has(page.tokens[at]!.form)) at++
    else {
      const word = termOf(page.terms, at, 'joint', limit)
      if (!word) break
      at = word.last + 1
    }
  }
  return at
}

/** A time of day read at a token. */
export interface TimeRead {
  last: number
  time: { hour: number; minute: number; zone?: string }
}

/**
 * Reads the time of day that starts at a token: '19:46:52 GMT', '7:46 م', 'الساعة 13:02 بتوقيت غرينتش', '13 بتوقيت مكة'.
 *
 * @example readTime(layOut('7:46 م'), 0, 3)?.time // { hour: 19, minute: 46 }
 */
export function readTime(page: Page, from: number, limit: number): TimeRead | null {
  let at = from
  for (let word = termOf(page.terms, at, 'joint', limit); word; word = termOf(page.terms, at, 'joint', limit)) at = word.last + 1
  const zoned = page.tokens[at]?.kind === 'latin' ? termOf(page.terms, at, 'zone', limit) : undefined
  if (zoned) at = zoned.last + 1
  const hour = digits(page, at, limit)
  if (hour === null || hour > 24 || page.tokens[at + 1]?.form !== ':') return null
  const minute = digits(page, at + 2, limit)
  if (minute === null || minute > 59 || page.tokens[at + 2]!.form.length !== 2) return null
  const seconds = page.tokens[at + 3]?.form === ':' && wholeSeconds(page, at + 4, limit)
  const read = withZone(page, seconds ? at + 4 : at + 2, limit, hour, minute)
  return zoned ? { ...read, time: { ...read.time, zone: String(zoned.entry.value) } } : read
}

/** '52' or '52.000'. */
const wholeSeconds = (page: Page, at: number, limit: number): boolean =>
  at <= limit && page.tokens[at]!.kind === 'number' && Number.parseFloat(page.tokens[at]!.form) < 61

function withZone(page: Page, last: number, limit: number, hour: number, minute: number): TimeRead {
  const half = termOf(page.terms, last + 1, 'meridiem', limit)
  const after = half?.last ?? last
  const shifted = half?.entry.value === 'pm' && hour < 12 ? hour + 12 : half?.entry.value === 'am' && hour === 12 ? 0 : hour
  const zone = readZone(page, after + 1, limit)
  const time = { hour: shifted % 24, minute }
  return zone ? { last: zone.last, time: { ...time, zone: zone.zone } } : { last: after, time }
}

/** 'GMT', 'بتوقيت غرينتش', 'بتوقيت مكة المكرمة', '+0400', '+03:00', '(GMT+3)'; `zone` is 'Z', an offset or an IANA name. */
function readZone(page: Page, from: number, limit: number): { zone: string; last: number } | null {
  let at = from
  if (page.tokens[at]?.form === '(' && at <= limit) at++
  const joined = termOf(page.terms, at, 'joint', limit)
  if (joined) at = joined.last + 1
  const offset = readOffset(page, at, limit)
  if (offset) return offset
  const named = termOf(page.terms, at, 'zone', limit)
  if (!named || (!joined && named.entry.value !== 'UTC' && page.tokens[at]!.kind !== 'latin')) return null
  const shifted = named.entry.value === 'UTC' ? readOffset(page, named.last + 1, limit) : null
  const zone = shifted ?? { zone: String(named.entry.value), last: named.last }
  return { ...zone, last: page.tokens[zone.last + 1]?.form === ')' && zone.last < limit ? zone.last + 1 : zone.last }
}

function readOffset(page: Page, at: number, limit: number): { zone: string; last: number } | null {
  const sign = at <= limit ? page.tokens[at]?.form : undefined
  const number = at + 1 <= limit ? page.tokens[at + 1] : undefined
  if ((sign !== '+' && sign !== '-' && sign !== '−') || number?.kind !== 'number' || !number.glued) return null
  const mark = sign === '+' ? '+' : '-'
  if (number.form.length === 4) return { zone: `${mark}${number.form.slice(0, 2)}:${number.form.slice(2)}`, last: at + 1 }
  if (number.form.length > 2 || longestOf(page.terms, at + 2, ['month', 'hijri-month'], limit)) return null // '10:15-5 يونيو'
  const hours = `${mark}${number.form.padStart(2, '0')}`
  const minutes = page.tokens[at + 2]?.form === ':' && at + 3 <= limit ? page.tokens[at + 3] : undefined
  return minutes?.form.length === 2 ? { zone: `${hours}:${minutes.form}`, last: at + 3 } : { zone: `${hours}:00`, last: at + 1 }
}
