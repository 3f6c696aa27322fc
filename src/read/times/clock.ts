import { termAt } from '../../lang/annotate.ts'
import { type Found, maybe, type Rule, rule } from '../../lang/rule.ts'
import type { Clock, Reading, TimeContext } from './moment.ts'
import { ordinalAt, startingWith, type TimePart, term } from './parts.ts'

type Half = 'am' | 'pm' | 'noon' | 'night'

interface Hours extends Clock {
  /** Nothing but a clock time can be meant. */
  sure: boolean
}

const dayPart = term<{ half: Half; from: number }>('day-part', { bare: true })
const meridiem = term<'am' | 'pm'>('meridiem', { bare: true })

/** Classes of the words that a time of day may start with. */
export const CLOCK_STARTS = ['clock-word', 'numeral', 'ordinal', 'number'] as const

/** الساعة 10:30 صباحا بتوقيت غرينتش، الثامنة والنصف مساء، 20:00 (1700 ت غ). */
export const clock: TimePart<Clock> = startingWith(CLOCK_STARTS, (context, at) => {
  const head = termAt(context.terms, at, 'clock-word')
  const hours = readHours(context, head ? head.last + 1 : at)
  if (!hours) return undefined
  const half = halfAfter(context, hours.next, head !== undefined || hours.value.sure)
  const zone = zoneAfter(context, half?.next ?? hours.next)
  const sure =
    hours.value.sure ||
    (half !== undefined && hours.value.hour <= 12) ||
    zone?.value === 'Z' ||
    (head !== undefined && head.features?.number !== 'plural')
  if (!sure || (head && !hours.value.sure && !half && !zone && !headsClock(context, at))) return undefined
  const value = inHalf(hours.value, half?.value)
  const next = zone?.next ?? half?.next ?? hours.next
  return bracketed(context, { value: zone?.value === 'Z' ? { ...value, zone: 'Z' } : value, next })
})

/** 'الساعة 7', not '7 ساعات': the word for the clock is definite. */
const headsClock = ({ document }: TimeContext, at: number): boolean => document.tokens[at]!.form.includes('الساع')

function readHours(context: TimeContext, at: number): Found<Hours> | undefined {
  const token = context.document.tokens[at]
  if (!token) return undefined
  if (token.kind === 'number') return digitHours(context, at)
  const hour = ordinalAt(context, at) ?? oneOClock(context, at)
  if (!hour || hour.value > 12 || !/ة$|ه$/.test(context.document.tokens[hour.next - 1]!.form)) return undefined
  return withMinutes(context, { hour: hour.value, sure: false }, hour.next)
}

/** الواحدة is the cardinal. */
const oneOClock = ({ document, terms }: TimeContext, at: number): Found<number> | undefined =>
  document.tokens[at]?.form.endsWith('الواحدة') && termAt(terms, at, 'number') ? { value: 1, next: at + 1 } : undefined

/** 13:02, 19:46:52, 10.30, 1700 (only with a zone), 8. */
function digitHours(context: TimeContext, at: number): Found<Hours> | undefined {
  const { tokens } = context.document
  const form = tokens[at]!.form
  if (tokens[at + 1]?.form === ':' && tokens[at + 2]?.kind === 'number' && tokens[at + 2]!.glued) return colonHours(context, at)
  if (form.length === 4 && !form.includes('.')) {
    const hour = Number(form.slice(0, 2))
    const minute = Number(form.slice(2))
    return hour < 24 && minute < 60 && zoneAfter(context, at + 1)?.value === 'Z'
      ? { value: { hour, minute, sure: true }, next: at + 1 }
      : undefined
  }
  const dotted = form.split('.')
  if (dotted.length === 2 && dotted[1]!.length === 2 && Number(dotted[0]) < 24 && Number(dotted[1]) < 60)
    return { value: { hour: Number(dotted[0]), minute: Number(dotted[1]), sure: false }, next: at + 1 }
  if (form.length > 2 || Number(form) > 24) return undefined
  return withMinutes(context, { hour: Number(form), sure: false }, at + 1)
}

function colonHours({ document: { tokens } }: TimeContext, at: number): Found<Hours> | undefined {
  const hour = Number(tokens[at]!.form)
  const minute = Number(tokens[at + 2]!.form)
  if (hour > 24 || minute > 59 || tokens[at + 2]!.form.length !== 2) return undefined
  const more = tokens[at + 3]?.form === ':' && tokens[at + 4]?.kind === 'number' && tokens[at + 4]!.glued
  if (!more) return { value: { hour, minute, sure: true }, next: at + 3 }
  return { value: { hour, minute, second: Math.floor(Number(tokens[at + 4]!.form)), sure: true }, next: at + 5 }
}

/** والنصف، والربع، إلا ربعا، وخمس دقائق. */
function withMinutes(context: TimeContext, hours: Hours, at: number): Found<Hours> {
  const { document, terms, numbers } = context
  const minus = document.tokens[at]?.form === 'الا'
  const joined = minus ? at + 1 : document.tokens[at]?.form === 'و' ? at + 1 : at
  const fraction = termAt<number>(terms, joined, 'fraction')
  if (fraction && (minus || joined > at || fraction.proclitics === 'و'))
    return { value: shiftMinutes(hours, Math.round(fraction.entry.value * 60), minus), next: joined + 1 }
  const cardinal = numbers[joined]
  if (!cardinal || cardinal.vague || cardinal.value > 59 || (!minus && joined === at && cardinal.proclitics !== 'و'))
    return { value: hours, next: at }
  const unit = termAt<{ code: string }>(terms, cardinal.next, 'time-unit')
  if (!unit && !minus && !cardinal.digits && halfAfter(context, cardinal.next))
    return { value: shiftMinutes(hours, cardinal.value, false), next: cardinal.next }
  if (unit?.entry.value.code !== 'TM') return { value: hours, next: at }
  return { value: shiftMinutes(hours, cardinal.value, minus), next: unit.last + 1 }
}

const shiftMinutes = (hours: Hours, minutes: number, minus: boolean): Hours => {
  if (!minus) return { ...hours, minute: minutes, sure: true }
  return { ...hours, hour: hours.hour === 0 ? 23 : hours.hour === 1 ? 12 : hours.hour - 1, minute: 60 - minutes, sure: true }
}

function halfAfter(context: TimeContext, at: number, mayJoin = false): Found<Half> | undefined {
  const letter = meridiem(context, at)
  if (letter) return { value: letter.value, next: letter.next }
  const { tokens } = context.document
  const from = tokens[at]?.form === 'من' || (mayJoin && tokens[at]?.form === 'في') ? at + 1 : at
  const part = dayPart(context, from)
  return part && { value: part.value.half, next: part.next }
}

function zoneAfter({ document, terms }: TimeContext, at: number): Found<string> | undefined {
  const open = document.tokens[at]?.form === '(' || document.tokens[at]?.form === '،' ? at + 1 : at
  const found = termAt<string>(terms, open, 'zone')
  if (!found) return undefined
  const last = document.tokens[found.last]!.form
  const named = found.entry.value === 'local' && last.endsWith('توقيت') && document.tokens[found.last + 1]?.kind === 'word' ? 1 : 0
  const next = found.last + 1 + named
  return { value: found.entry.value, next: open > at && document.tokens[next]?.form === ')' ? next + 1 : next }
}

/** A second clock time in brackets, in another zone, belongs to the first: '20:00 (1700 ت غ)'. */
function bracketed(context: TimeContext, found: Found<Clock>): Found<Clock> {
  const { tokens } = context.document
  if (tokens[found.next]?.form !== '(') return found
  const hours = readHours(context, found.next + 1)
  const zone = hours && zoneAfter(context, hours.next)
  if (!hours || !zone || tokens[zone.next]?.form !== ')') return found
  const { sure: _, ...inner } = hours.value
  return { value: zone.value === 'Z' ? { ...inner, zone: 'Z' } : found.value, next: zone.next + 1 }
}

/** A zone, and a second clock time in brackets, behind the day of a clock time: 'صباح الخميس بالتوقيت المحلي (04:30 ت غ)'. */
export const zoneTail: TimePart<Clock | undefined> = (context, at) => {
  const zone = zoneAfter(context, at)
  const given: Found<Clock> = { value: { hour: -1, ...(zone?.value === 'Z' ? { zone: 'Z' as const } : {}) }, next: zone?.next ?? at }
  const found = bracketed(context, given)
  if (found.next === at) return undefined
  return { value: found === given && zone?.value !== 'Z' ? undefined : found.value, next: found.next }
}

/** The clock time with what its tail says: another hour in GMT, or only the zone. */
export const withZone = (time: Clock, tail: Clock | undefined): Clock =>
  tail === undefined ? time : tail.hour < 0 ? { ...time, ...(tail.zone ? { zone: tail.zone } : {}) } : tail

/** Puts an hour of twelve into the half of the day that is named. */
function inHalf({ sure: _, ...value }: Hours, half: Half | undefined): Clock {
  if (half === undefined || value.hour > 12) return value
  return { ...value, hour: hourIn(value.hour, half) }
}

function hourIn(hour: number, half: Half): number {
  if (half === 'am') return hour === 12 ? 0 : hour
  if (half === 'pm') return hour === 12 ? 12 : hour + 12
  if (half === 'noon') return hour >= 10 ? hour : hour + 12
  return hour === 12 ? 0 : hour >= 6 ? hour + 12 : hour // night: 8–11 before midnight, 1–5 after
}

const opening = maybe(term('range-open'))
const clockJoint: TimePart<string> = (context, at) => {
  const { tokens } = context.document
  const form = tokens[at]?.form ?? ''
  if (['حتى', 'الى', '-', '–'].includes(form)) return { value: 'to', next: at + 1 }
  if (form === 'و') return { value: 'and', next: at + 1 }
  return context.terms.at[at]?.some((one) => one.proclitics === 'و') ? { value: 'and', next: at } : undefined
}

/** The hour that opens a range: its half of the day may stand behind the other end. */
const anyClock: TimePart<Clock & { loose?: true }> = startingWith(CLOCK_STARTS, (context, at) => {
  const head = termAt(context.terms, at, 'clock-word')
  const hours = readHours(context, head ? head.last + 1 : at)
  if (!hours || hours.value.hour > 12 || halfAfter(context, hours.next)) return clock(context, at)
  const { sure: _, ...value } = hours.value
  return { value: { ...value, loose: true }, next: hours.next }
})

/** '5 و7 مساء': the half of the day of the end, if that leaves the beginning before it. */
function likeEnd({ loose, ...from }: Clock & { loose?: true }, to: Clock): Clock {
  const later = { ...from, hour: from.hour + 12 }
  return loose && to.hour > 12 && later.hour < to.hour ? later : from
}

export const clockRules: readonly Rule<TimeContext, Reading>[] = [
  rule({
    name: 'time.clock',
    starts: CLOCK_STARTS,
    pattern: [clock],
    make: ([time]): Reading => ({ moment: { kind: 'clock', clock: time } }),
    examples: [
      ['الساعة 10:30 صباحا', 'T10:30'],
      ['الثامنة والنصف مساء', 'T20:30'],
      ['الساعة 20:00 (1700 ت غ)', 'T17:00Z'],
    ],
    not: ['بعد 7 ساعات', 'الدورة الثامنة'],
  }),
  rule({
    name: 'time.clock-range',
    starts: ['range-open', ...CLOCK_STARTS],
    pattern: [opening, anyClock, clockJoint, clock],
    make: ([, from, by, to], { context, first }): Reading | undefined =>
      by === 'and' && termAt(context.terms, first, 'range-open')?.entry.value !== 'between'
        ? undefined
        : { moment: { kind: 'range', from: { kind: 'clock', clock: likeEnd(from, to) }, to: { kind: 'clock', clock: to } } },
    examples: [
      ['من الثامنة صباحا حتى الرابعة عصرا', 'T08/T16'],
      ['بين الساعة 5 و7 مساء', 'T17/T19'],
    ],
    not: ['من 5 إلى 7 أشخاص'],
  }),
]
