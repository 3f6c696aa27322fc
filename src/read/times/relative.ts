import { isCue, termAt } from '../../lang/annotate.ts'
import { either, maybe, type Rule, rule } from '../../lang/rule.ts'
import { isoWeekday } from './calendar.ts'
import { CLOCK_STARTS, clock, withZone, zoneTail } from './clock.ts'
import { calendarDate, joinedBy } from './dates.ts'
import type { Clock, DateMoment, Direction, Moment, Reading, TimeContext } from './moment.ts'
import { direction, inBrackets, ordinalAt, type TimePart, term, word } from './parts.ts'

const STARTS = ['relative-day', 'weekday', 'day-word', 'day-part'] as const

const weekdayWord: TimePart<number> = term<number>('weekday')
const bareWeekday: TimePart<number> = term<number>('weekday', { bare: true })
const comma = word('،', ',')

/** صباح، مساء يوم، ليلة before a day. */
const lead: TimePart<true> = (context, at) => {
  const part = termAt(context.terms, at, 'day-part')
  const from = part ? part.last + 1 : at
  const day = termAt(context.terms, from, 'day-word')
  const next = day && !context.document.tokens[from]!.form.includes('اليوم') ? day.last + 1 : from
  return next > at ? { value: true, next } : undefined
}

const relativeDay: TimePart<number> = (context, at) => {
  const found = termAt<number>(context.terms, at, 'relative-day')
  if (!found) return undefined
  if (found.entry.value === 0 && !isToday(context, found.first, found.last)) return undefined
  return { value: found.entry.value, next: found.last + 1 }
}

function isToday({ document: { tokens }, terms }: TimeContext, first: number, last: number): boolean {
  const form = tokens[first]!.form
  if (form === 'هذا' || form === 'هذه') return true
  const quoted = tokens[first - 1]?.form
  if ((quoted === '"' || quoted === '«') && tokens[last + 1] && /^["»]$/.test(tokens[last + 1]!.form)) return false
  if (isEachDay(tokens[first - 1]?.form) && !termAt(terms, last + 1, 'weekday')) return false
  return !isCue(terms, last + 1, 'not-today-after') && !isCue(terms, first - 1, 'not-today-before')
}

/** '150 شخصا في اليوم': so many each day. */
const isEachDay = (before: string | undefined): boolean => before === 'في' || before === 'فى' || before === 'بال'

/** (الخميس)، الخميس، ، الخميس، after a relative day. */
const apposedWeekday: TimePart<number> = (context, at) => {
  const bracket = inBrackets(bareWeekday)(context, at)
  if (bracket) return bracket
  const from = comma(context, at)?.next ?? at
  const found = bareWeekday(context, from)
  if (!found || from === at) return found
  return comma(context, found.next) || !context.document.tokens[found.next] ? found : undefined
}

/** A date that says which day a weekday or 'today' was: 'الأحد 2 سبتمبر', 'الأحد الموافق 2 سبتمبر', 'أمس (5 مايو)'. */
const apposedDate: TimePart<DateMoment> = (context, at) => {
  const { tokens } = context.document
  const dated = termAt(context.terms, at, 'dated')
  const from = dated ? dated.last + 1 : (comma(context, at)?.next ?? at)
  const found = inBrackets(calendarDate)(context, from) ?? (tokens[from]?.breaks ? undefined : calendarDate(context, from))
  if (found?.value.day === undefined || termAt(context.terms, from, 'range-open')) return undefined
  return found
}

/** The time of day behind a day: 'الأحد عند الساعة الثالثة', 'غدا 8:00 صباحا'. */
const clockAfter: TimePart<Clock> = (context, at) => {
  const from = comma(context, at)?.next ?? at
  const about = termAt(context.terms, from, 'number-modifier')
  const next = word('في', 'عند', 'على', 'فى', 'نحو')(context, from)?.next ?? (about ? about.last + 1 : from)
  const found = clock(context, next)
  return found && (next === at || termAt(context.terms, next, 'clock-word') || about || context.document.tokens[next]?.kind === 'number')
    ? found
    : undefined
}

/** من الأسبوع الماضي، هذا الأسبوع behind a weekday. */
const ofWeek: TimePart<Direction> = (context, at) => {
  const from = word('من', 'في')(context, at)?.next ?? at
  const pointed = term<Direction>('pointer')(context, from)
  const head = termAt<{ code: string }>(context.terms, pointed?.next ?? from, 'time-unit')
  if (head?.entry.value.code !== 'W' || !head.features?.definite) return undefined
  return pointed ? { value: pointed.value, next: head.last + 1 } : direction()(context, head.last + 1)
}

/** الأسبوع المقبل before its weekday. */
const ofWeekFirst: TimePart<Direction> = (context, at) => {
  const { form } = context.document.tokens[at]!
  return form === 'من' || form === 'في' ? undefined : ofWeek(context, at)
}

/** ليل السبت الأحد: the night from one day to the next. */
const nextWeekday =
  (weekday: number): TimePart<number> =>
  (context, at) => {
    const from = word('-', '/', '–', 'على', 'الى')(context, at)?.next ?? (joinedBy(context, at) === at ? -1 : at)
    if (from < 0) return undefined
    const found = bareWeekday(context, from)
    return found?.value === (weekday % 7) + 1 ? found : undefined
  }

const relativeMoment = (shift: number, weekday: number | undefined, date: DateMoment | undefined, time: Clock | undefined): Moment => {
  const clocked = time ? { clock: time } : {}
  return date
    ? { ...date, ...(weekday ? { weekday } : {}), ...clocked }
    : { kind: 'day', shift, ...(weekday ? { weekday } : {}), ...clocked }
}

/** أمس، مساء أمس (الاثنين)، اليوم الجمعة 15 يونيو. */
const dayExpression: TimePart<Moment> = (context, at) => {
  const led = lead(context, at)
  const day = (led && relativeDay(context, led.next)) ?? relativeDay(context, at) // 'الليلة الماضية' begins with a word for a part of a day
  if (!day) return undefined
  const weekday = apposedWeekday(context, day.next)
  const date = apposedDate(context, weekday?.next ?? day.next)
  return { value: relativeMoment(day.value, weekday?.value, date?.value, undefined), next: date?.next ?? weekday?.next ?? day.next }
}

/** 'الثلاثاء الثالث من أيلول': the third Tuesday, where the third is no Tuesday. */
function isNthWeekday(context: TimeContext, at: number, { year, month, day }: DateMoment, weekday: number): boolean {
  if (year === undefined || month === undefined || day === undefined || day > 5 || !ordinalAt(context, at)) return false
  return isoWeekday({ year, month, day }) !== weekday
}

/** الأحد، يوم الأحد الماضي، الأحد 2 سبتمبر، الثلاثاء من الأسبوع المقبل. */
const weekdayExpression: TimePart<Moment> = (context, at) => {
  const led = lead(context, at)
  const from = led?.next ?? at
  const found = weekdayWord(context, from)
  if (!found) return undefined
  const weekday = found.value
  const turned = direction()(context, found.next)
  const week = turned ? undefined : ofWeek(context, found.next)
  const after = turned?.next ?? week?.next ?? found.next
  const date = apposedDate(context, after)
  if (date && !isNthWeekday(context, after, date.value, weekday)) return { value: { ...date.value, weekday }, next: date.next }
  const night = led && !turned ? nextWeekday(weekday)(context, after) : undefined
  if (night)
    return { value: { kind: 'range', from: { kind: 'weekday', weekday }, to: { kind: 'weekday', weekday: night.value } }, next: night.next }
  return {
    value: { kind: 'weekday', weekday, ...(turned ? { direction: turned.value } : {}), ...(week ? { week: week.value } : {}) },
    next: after,
  }
}

const someClock = maybe(clockAfter)
const someZone = maybe(zoneTail)

/** A day by any name. */
export const anyDay: TimePart<Moment> = either<TimeContext, Moment>(dayExpression, weekdayExpression, calendarDate)

const withClock = (moment: Moment, time: Clock | undefined): Moment =>
  time && (moment.kind === 'day' || moment.kind === 'weekday' || moment.kind === 'date') ? { ...moment, clock: time } : moment
const isMarket = ({ document: { tokens }, terms }: TimeContext, first: number): boolean =>
  isCue(terms, first - 1, 'named-by-day') ||
  (tokens[first - 1]?.form === 'بين' && tokens[first]!.form === 'الاثنين' && !tokens[first + 1]?.form.startsWith('و'))

export const relativeRules: readonly Rule<TimeContext, Reading>[] = [
  rule({
    name: 'time.relative-day',
    starts: STARTS,
    pattern: [dayExpression, someClock],
    make: ([moment, time]): Reading => ({ moment: withClock(moment, time) }),
    examples: [
      ['مساء أمس', '2018-06-14'],
      ['أمس الأول', '2018-06-13'],
      ['اليوم (الخميس)', '2018-06-14'],
      ['بعد غد', '2018-06-17'],
      ['الليلة الماضية', '2018-06-14'],
      ['وصلوا الليلة', '2018-06-15'],
      ['الليلة قبل الماضية', '2018-06-13'],
      ['ليلة أول أمس', '2018-06-13'],
    ],
    not: ['في اليوم التالي', 'ذلك اليوم', 'حتى اليوم', 'صحيفة اليوم السابع'],
  }),
  rule({
    name: 'time.weekday',
    starts: STARTS,
    pattern: [weekdayExpression, someClock],
    make: ([moment, time], { context, first }): Reading | undefined =>
      isMarket(context, first) ? undefined : { moment: withClock(moment, time) },
    examples: [
      ['الثلاثاء الماضي', '2018-06-12'],
      ['فجر يوم السبت', '2018-06-09'],
      ['الأحد 2 سبتمبر 2018', '2018-09-02'],
    ],
    not: ['في حي سوق الجمعة', 'اثنان من الجنود'],
  }),
  rule({
    name: 'time.clock-of-day',
    starts: CLOCK_STARTS,
    pattern: [clock, maybe(word('من', 'في', '،')), anyDay, someZone],
    make: ([time, , moment, tail]): Reading | undefined =>
      moment.kind === 'date' && moment.day === undefined ? undefined : { moment: withClock(moment, withZone(time, tail)) },
    examples: [['الساعة 3:15 فجر الأحد 2 سبتمبر 2018', '2018-09-02T03:15']],
  }),
  rule({
    name: 'time.date-with-clock',
    starts: ['numeral', 'ordinal', 'number', 'dated'],
    pattern: [maybe(term('dated')), calendarDate, clockAfter],
    make: ([, date, time]): Reading | undefined => (date.day === undefined ? undefined : { moment: { ...date, clock: time } }),
    examples: [['2019/01/17 الساعة 13:02 بتوقيت غرينتش', '2019-01-17T13:02Z']],
  }),
  rule({
    name: 'time.day-range',
    starts: ['range-open', ...STARTS],
    pattern: [maybe(term('range-open')), anyDay, maybe(word('و')), word('حتى', 'الى', 'لغاية'), anyDay],
    make: ([, from, , , to]): Reading | undefined =>
      (from.kind === 'day' || from.kind === 'weekday') && to.kind !== 'range' ? { moment: { kind: 'range', from, to } } : undefined,
    examples: [
      ['من الأحد حتى الخميس', '2018-06-10/2018-06-14'],
      ['من اليوم إلى 22 حزيران', '2018-06-15/2018-06-22'],
    ],
  }),
  rule({
    name: 'time.weekday-of-week',
    starts: ['time-unit', 'pointer'],
    pattern: [ofWeekFirst, maybe(word('يوم')), bareWeekday],
    make: ([week, , weekday]): Reading => ({ moment: { kind: 'weekday', weekday, week } }),
    examples: [['الأسبوع المقبل يوم الاثنين', '2018-06-18']],
  }),
]
