import { annotate } from '../../src/lang/annotate.ts'
import type { Time } from '../../src/model.ts'
import { arabicLexicon } from '../../src/read/lexicon.ts'
import { readTimes } from '../../src/read/times/index.ts'
import { makeDocument } from '../../src/text/document.ts'
import { type Case, sameStretch } from './cases.ts'

/** Whether a time of the reading is the one a case wants: at its place, and with its value where the case has one. */
export function passesTime(one: Case): boolean {
  const times = read(one)
  if (one.negative) return times.length === 0
  const span = { start: one.span?.[0] ?? 0, end: one.span?.[1] ?? one.text.length }
  const here = times.filter((time) => sameStretch(one.text, time, span))
  if (one.spanOnly || (one.value === null && !one.past && !one.alts)) return here.length > 0
  const wanted = wantedOf(one)
  return here.some((time) =>
    wanted.some(
      (value) =>
        sameTime(time, value) ||
        sameClock(time, value, one.ref) ||
        (one.bias === 'future' && pastOf(value).some((past) => sameTime(time, past))),
    ),
  )
}

function read({ text, ref }: Case): Time[] {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  const terms = annotate(document, arabicLexicon())
  return readTimes(document, terms, { published: ref ? { edtf: ref.slice(0, 10), basis: 'given' } : null })
}

/** Every value that a case takes: its own, the past and the future reading. */
function wantedOf(one: Case): string[] {
  const values = [one.value, one.timex].filter((value): value is string => typeof value === 'string')
  for (const reading of [one.past, one.future, ...(one.alts ?? [])]) {
    if (!reading) continue
    const { date, time, dateTime, value } = reading
    const start = reading.startDate ?? reading.startDateTime ?? reading.startTime ?? reading.start
    const end = reading.endDate ?? reading.endDateTime ?? reading.endTime ?? reading.end
    for (const single of [date, time, dateTime, value]) if (single) values.push(single)
    if (start && end) values.push(`${start}/${end}`)
  }
  return values.map((value) => (one.type === 'duration' ? value : value.replace(' ', 'T').replace(/\/(\S+) /, '/$1T')))
}

function sameTime({ edtf, relative }: Time, wanted: string): boolean {
  const shift = relative && 'shift' in relative ? relative.shift.replace('-', '') : undefined
  if (edtf === wanted || shift === wanted) return true
  if (edtf?.startsWith('P') || wanted.startsWith('P'))
    return edtf !== null && durationSeconds(edtf) === durationSeconds(wanted) && durationSeconds(edtf) > 0
  if (edtf === null) return false
  if (/^T?\d\d.*\/T?\d\d:/.test(wanted) && edtf.includes('/'))
    return edtf.split('/').every((end, i) => clock(end) !== undefined && clock(end) === clock(wanted.split('/')[i]!))
  if (/^T?\d\d(:|$)/.test(wanted)) return clock(edtf) === clock(wanted)
  const mine = interval(edtf)
  const theirs = interval(wanted)
  if (!mine || !theirs) return false
  return mine[0] === theirs[0] && (mine[1] === theirs[1] || mine[1] - DAY === theirs[1] || mine[1] === theirs[1] - DAY)
}

/** A bare time of day, where the suite puts it on the day it is read on. */
const sameClock = ({ edtf }: Time, wanted: string, ref: string | null | undefined): boolean =>
  edtf !== null && /^T\d/.test(edtf) && wanted.slice(0, 10) === ref?.slice(0, 10) && clock(edtf) === clock(wanted.slice(0, 19))

/** The past readings of a date that the suite resolves to the future: a week, or a year, before. */
function pastOf(wanted: string): string[] {
  const shift = (by: (date: Date) => void): string =>
    wanted
      .split('/')
      .map((part) => {
        const date = new Date(`${part.slice(0, 10)}T00:00Z`)
        if (Number.isNaN(date.getTime())) return part
        by(date)
        return date.toISOString().slice(0, 10) + part.slice(10)
      })
      .join('/')
  return [shift((date) => date.setUTCDate(date.getUTCDate() - 7)), shift((date) => date.setUTCFullYear(date.getUTCFullYear() - 1))]
}

const clock = (text: string): string | undefined => {
  const match = /^(?:.*T)?(\d\d)(?::(\d\d))?(?::(\d\d))?Z?$/.exec(text)
  return match ? `${match[1]}:${match[2] ?? '00'}:${match[3] ?? '00'}` : undefined
}

const SECONDS: Record<string, number> = { Y: 31_536_000, M: 2_592_000, W: 604_800, D: 86_400 }
const CLOCK_SECONDS: Record<string, number> = { H: 3600, M: 60, S: 1 }

function durationSeconds(text: string): number {
  const [calendar, time = ''] = text.replace('P', '').split('T')
  let total = 0
  for (const [, count, unit] of calendar!.matchAll(/([\d.]+)([YMWD])/g)) total += Number(count) * SECONDS[unit!]!
  for (const [, count, unit] of time.matchAll(/([\d.]+)([HMS])/g)) total += Number(count) * CLOCK_SECONDS[unit!]!
  return Math.round(total)
}

const DAY = 86_400_000

/** Half-open interval of a date, in milliseconds; of a moment both ends are it. */
function interval(text: string): [number, number] | undefined {
  const [from, to] = text.split('/')
  const first = single(from!)
  const second = to === undefined ? first : single(to)
  return first && second ? [first[0], second[1]] : undefined
}

function single(text: string): [number, number] | undefined {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d)(?::(\d\d))?(?::(\d\d))?)?/.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour, minute] = match.map((part) => (part === undefined ? undefined : Number(part))) as (number | undefined)[]
  if (month !== undefined && month > 12) return shareOf(year!, month)
  const start = Date.UTC(year!, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0)
  if (hour !== undefined) return [start, start]
  const end = day !== undefined ? start + DAY : month !== undefined ? Date.UTC(year!, month, 1) : Date.UTC(year! + 1, 0, 1)
  return [start, end]
}

/** Quarters (33–36) and halves (40, 41) of a year. */
function shareOf(year: number, code: number): [number, number] | undefined {
  if (code >= 33 && code <= 36) return [Date.UTC(year, (code - 33) * 3, 1), Date.UTC(year, (code - 32) * 3, 1)]
  return code === 40 || code === 41 ? [Date.UTC(year, (code - 40) * 6, 1), Date.UTC(year, (code - 39) * 6, 1)] : undefined
}
