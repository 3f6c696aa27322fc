import type { Day, WrittenDate } from './dates.ts'

/** What helps to choose between 5 June and 6 May for '05/06/2018'. */
export interface OrderHints {
  /** Days that stand elsewhere in the header in a form that leaves no doubt. */
  sure: readonly Day[]
  /** ISO weekday that the text calls today. */
  today?: number
  /** The report cannot be later than this day. */
  notAfter?: Day
}

const utc = (day: Day): number => Date.UTC(day.year, day.month - 1, day.day)
const DAY = 86_400_000
/** ISO weekday (1 = Monday) of a day. @example weekdayOf({ year: 2018, month: 6, day: 15 }) // 5 */
export const weekdayOf = (day: Day): number => ((new Date(utc(day)).getUTCDay() + 6) % 7) + 1

/** Days within which two dates of one header may lie (an update follows its report soon). */
const NEAR_DAYS = 3

/**
 * Chooses the reading of a date whose day and month may be swapped, and says why. Day first is the Arabic habit and the last resort.
 *
 * @example chooseOrder(date, { sure: [], today: 5 }) // { day: { year: 2015, month: 11, day: 6 }, why: 'weekday' }
 */
export function chooseOrder(date: WrittenDate, hints: OrderHints): { day: Day; why: 'only' | 'weekday' | 'near' | 'future' | 'habit' } {
  const { day, other } = date
  if (!other) return { day, why: 'only' }
  const weekday = date.weekday ?? hints.today
  const byWeekday = pick(day, other, (one) => weekday !== undefined && weekdayOf(one) === weekday)
  if (byWeekday) return { day: byWeekday, why: 'weekday' }
  const byNear = pick(day, other, (one) => hints.sure.some((known) => Math.abs(utc(known) - utc(one)) <= NEAR_DAYS * DAY))
  if (byNear) return { day: byNear, why: 'near' }
  const { notAfter } = hints
  const byFuture = notAfter && pick(day, other, (one) => utc(one) <= utc(notAfter) + DAY)
  return byFuture ? { day: byFuture, why: 'future' } : { day, why: 'habit' }
}

/** The one of two days that passes, if just one does. */
const pick = (a: Day, b: Day, passes: (day: Day) => boolean): Day | undefined => (passes(a) === passes(b) ? undefined : passes(a) ? a : b)

const two = (n: number): string => String(n).padStart(2, '0')
/** A day as EDTF. @example edtfDay({ year: 2018, month: 6, day: 5 }) // '2018-06-05' */
export const edtfDay = (day: Day): string => `${day.year}-${two(day.month)}-${two(day.day)}`

/**
 * A day with its time of day and zone as EDTF, to the minute. Midnight without a zone is what systems print for 'no time': left out.
 *
 * @example edtfStamp({ year: 2018, month: 2, day: 18 }, { hour: 19, minute: 51, zone: '+04:00' }) // '2018-02-18T19:51+04:00'
 */
export function edtfStamp(day: Day, time: WrittenDate['time']): string {
  const date = edtfDay(day)
  if (!time || (time.hour === 0 && time.minute === 0 && !time.zone)) return date
  const local = `${date}T${two(time.hour)}:${two(time.minute)}`
  if (!time.zone) return local
  if (/^[+-]/.test(time.zone)) return local + (time.zone === '+00:00' || time.zone === '-00:00' ? 'Z' : time.zone)
  return local + offsetOf(time.zone, local)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Offset of an IANA zone at a local time: 'Z', '+03:00'. Daylight saving comes from the platform's tz database. */
function offsetOf(zone: string, local: string): string {
  if (zone === 'UTC') return 'Z'
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  const name = format.formatToParts(new Date(`${local}Z`)).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  return name === 'GMT' ? 'Z' : name.slice(3)
}

/** Days searched around the estimate: calendars of one kind differ by a day or two. */
const HIJRI_SEARCH = 4
let umalqura: Intl.DateTimeFormat | undefined

/**
 * The common day of a Hijri day, by the Umm al-Qura calendar of the platform. A sighted moon may differ by a day.
 *
 * @example fromHijri({ year: 1440, month: 9, day: 14 }) // { year: 2019, month: 5, day: 19 }
 */
export function fromHijri(day: Day): Day | null {
  // Tabular estimate: 354.367 days a year, 29.53 a month, from 16 July 622 (Julian), which is 19 July in the proleptic Gregorian calendar.
  const estimate = Date.UTC(622, 6, 19) + Math.round((day.year - 1) * 354.367 + (day.month - 1) * 29.5306 + (day.day - 1)) * DAY
  umalqura ??= new Intl.DateTimeFormat('en-US-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  })
  for (let shift = -HIJRI_SEARCH; shift <= HIJRI_SEARCH; shift++) {
    const at = new Date(estimate + shift * DAY)
    const parts = Object.fromEntries(umalqura.formatToParts(at).map((part) => [part.type, Number.parseInt(part.value, 10)]))
    if (parts.day === day.day && parts.month === day.month && parts.year === day.year)
      return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
  }
  return null
}
