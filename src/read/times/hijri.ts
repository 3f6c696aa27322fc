import { type Day, dayCount, fromDayCount } from './calendar.ts'

/*
 * Hijri dates by the Umm al-Qura calendar. The lengths of the months come from Node's own ICU data
 * (Intl calendar 'islamic-umalqura', https://www.unicode.org/reports/tr35/tr35-dates.html#calendar-fields), turned round once into a table.
 */

/** Hijri years covered by the table: ICU's Umm al-Qura data. */
const FIRST = 1300
const LAST = 1600
/** First days of all months from Muharram 1300, as days since 1 January 1970. */
let starts: Int32Array | undefined

/**
 * The Gregorian day of a Hijri date, right to a day; undefined outside 1300–1600 AH.
 *
 * @example hijriToGregorian(1432, 9, 14) // { year: 2011, month: 8, day: 14 }
 */
export function hijriToGregorian(year: number, month: number, day: number): Day | undefined {
  if (year < FIRST || year >= LAST || month < 1 || month > 12) return undefined
  starts ??= monthStarts()
  return fromDayCount(starts[(year - FIRST) * 12 + month - 1]! + day - 1)
}

/** Hijri year and month of a Gregorian day. @example hijriOf({ year: 2011, month: 8, day: 14 }) // { year: 1432, month: 9, day: 14 } */
export function hijriOf(day: Day): Day {
  starts ??= monthStarts()
  const count = dayCount(day)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= count) low = middle
    else high = middle - 1
  }
  return { year: FIRST + Math.floor(low / 12), month: (low % 12) + 1, day: count - starts[low]! + 1 }
}

/** Days from one Hijri month to the next are 29 or 30: one probe a month tells which. */
function monthStarts(): Int32Array {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { day: 'numeric', timeZone: 'UTC' })
  const table = new Int32Array((LAST - FIRST) * 12)
  let start = firstDay()
  for (let i = 0; i < table.length; i++) {
    table[i] = start
    start += dayOfMonth(format, start + 29) === 1 ? 29 : 30
  }
  return table
}

/** 1 Muharram 1300 AH was 12 November 1882 (Umm al-Qura); moved to the month's first day by ICU's own word. */
function firstDay(): number {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', { day: 'numeric', timeZone: 'UTC' })
  const near = dayCount({ year: 1882, month: 11, day: 12 })
  for (let shift = -2; shift <= 2; shift++) if (dayOfMonth(format, near + shift) === 1) return near + shift
  return near
}

const dayOfMonth = (format: Intl.DateTimeFormat, count: number): number =>
  Number(format.formatToParts(new Date(count * 86_400_000)).find((part) => part.type === 'day')?.value)
