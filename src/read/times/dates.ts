import { isCue, termAt } from '../../lang/annotate.ts'
import { either, maybe, type Rule, rule } from '../../lang/rule.ts'
import { isCalendarDate } from './calendar.ts'
import { type DateMoment, type Direction, dateOf, type Moment, type Part, type Reading, type TimeContext } from './moment.ts'
import { numericDate, numericParts } from './numeric.ts'
import {
  DAY_STARTS,
  dayNumber,
  directedYear,
  direction,
  headedYear,
  MONTH_STARTS,
  type MonthName,
  type MonthTail,
  monthName,
  monthTail,
  ordinalAt,
  plainYear,
  startingWith,
  type TimePart,
  term,
  word,
  type Year,
} from './parts.ts'

/** Month with its tail; a word with other meanings needs the tail. */
const monthMoment = (name: MonthName, tail: MonthTail | undefined): DateMoment =>
  dateOf({ month: name.month, ...tail, ...(name.hijri || tail?.hijri ? { hijri: true as const } : {}) })

/** 14 أكتوبر، السادس من حزيران/يونيو 2018، 6 حزيران الجاري. */
export const dayMonth: TimePart<DateMoment> = (context, at) => {
  const day = dayNumber(context, at)
  if (!day) return undefined
  const { tokens } = context.document
  const joint = tokens[day.next]?.form
  const from = joint === 'من' || joint === '-' || joint === '/' ? day.next + 1 : day.next
  const name = monthName(context, from)
  const numbered = name ? undefined : numberedMonth(context, from)
  if (numbered) return { value: { ...numbered.value, day: day.value }, next: numbered.next }
  if (!name || termAt(context.terms, from, name.value.hijri ? 'hijri-month' : 'month')?.proclitics) return undefined
  const tail = monthTail(context, name.next)
  return { value: { ...monthMoment(name.value, tail?.value), day: day.value }, next: tail?.next ?? name.next }
}

/** يونيو 2014، شباط الماضي، شهر أيار. */
export const monthOnly: TimePart<DateMoment> = (context, at) => {
  const name = monthName(context, at)
  if (!name) return undefined
  const tail = monthTail(context, name.next)
  if (!name.value.sure && !tail && !behindPreposition(context, at)) return undefined
  return { value: monthMoment(name.value, tail?.value), next: tail?.next ?? name.next }
}

/** 'في مارس', 'منذ آب': no verb and no name stands there. */
const behindPreposition = ({ terms }: TimeContext, at: number): boolean =>
  isCue(terms, at - 1, 'before-month') && !terms.at[at]?.some((one) => one.entry.class === 'hijri-month' && one.proclitics !== '')

/** الشهر الجاري، هذا الشهر. */
export const directedMonth: TimePart<Direction> = (context, at) => {
  const pointed = term<Direction>('pointer')(context, at)
  const head = termAt(context.terms, pointed ? pointed.next : at, 'month-word')
  if (!head || context.document.tokens[head.first]!.form.includes('الشهر') === false) return undefined
  if (pointed) return { value: pointed.value, next: head.last + 1 }
  return direction({ weak: true })(context, head.last + 1)
}

/** السادس من الشهر الجاري، 15 الجاري. */
export const dayOfMonth: TimePart<DateMoment> = (context, at) => {
  const { tokens } = context.document
  if (!ordinalAt(context, at) && tokens[at]?.kind !== 'number' && !termAt(context.terms, at, 'first-day')) return undefined
  const day = dayNumber(context, at)
  if (!day) return undefined
  const from = tokens[day.next]?.form === 'من' ? day.next + 1 : day.next
  const month = directedMonth(context, from)
  if (month) return { value: dateOf({ day: day.value, monthDirection: month.value }), next: month.next }
  const own = direction()(context, from)
  if (own?.value.side !== 'this' || !tokens[from]!.form.startsWith('ال')) return undefined
  return { value: dateOf({ day: day.value, monthDirection: own.value }), next: own.next }
}

/** أيلول الحادي والعشرين 2017, مايو 29، 2018: the month before its day; a day in digits needs its year. */
const monthDay: TimePart<DateMoment> = (context, at) => {
  const name = monthName(context, at)
  const ordinal = name && ordinalAt(context, name.next)
  const day = ordinal ?? (name ? dayNumber(context, name.next) : undefined)
  if (!name || !day || day.value > 31) return undefined
  const tail = monthTail(context, day.next)
  if (!ordinal && tail?.value.year === undefined) return undefined
  return { value: { ...monthMoment(name.value, tail?.value), day: day.value }, next: tail?.next ?? day.next }
}

/** شهر 9، شهر ثلاثة: the month by its number, where nothing that it could count follows. */
const numberedMonth: TimePart<DateMoment> = (context, at) => {
  const head = termAt(context.terms, at, 'month-word')
  const number = head && context.document.tokens[at]!.form.endsWith('شهر') ? context.numbers[head.last + 1] : undefined
  if (!number || number.vague || number.definite || !Number.isInteger(number.value) || number.value < 1 || number.value > 12)
    return undefined
  const after = context.document.tokens[number.next]
  const tail = monthTail(context, number.next) ?? yearAhead(context, number.next)
  if (!tail && after?.kind === 'word' && termAt(context.terms, number.next, 'preposition') === undefined) return undefined
  return { value: dateOf({ month: number.value, ...tail?.value }), next: tail?.next ?? number.next }
}

const yearAhead: TimePart<MonthTail> = (context, at) => {
  const turned = directedYear(context, at)
  return turned && { value: { yearDirection: turned.value }, next: turned.next }
}

/** Any date with at least a month. */
export const calendarDate: TimePart<DateMoment> = startingWith(
  [...DAY_STARTS, ...MONTH_STARTS],
  either(numericDate, dayMonth, dayOfMonth, monthDay, monthOnly, numberedMonth),
)

/** '22/4' behind a preposition of time, day first unless only the other order holds. */
const dayAndMonth: TimePart<DateMoment> = (context, at) => {
  const { tokens } = context.document
  const found = numericParts(tokens, at)
  if (
    found?.value.length !== 2 ||
    tokens[at + 1]!.form !== '/' ||
    !(
      isCue(context.terms, at - 1, 'before-month') ||
      termAt(context.terms, at - 1, 'day-word') ||
      termAt(context.terms, at - 1, 'dated') ||
      termAt(context.terms, at - 1, 'weekday')
    )
  )
    return undefined
  const [a, b] = found.value.map(Number) as [number, number]
  const [day, month] = b <= 12 && !(context.monthFirst && a <= 12) ? [a, b] : [b, a]
  const tail = direction()(context, found.next)
  return isCalendarDate(2000, month, day)
    ? { value: dateOf({ month, day, ...(tail ? { monthDirection: tail.value } : {}) }), next: tail?.next ?? found.next }
    : undefined
}

/** 'يوم 27': a day of the month that goes without saying. */
const unnamedDay: TimePart<DateMoment> = (context, at) => {
  const { tokens } = context.document
  const digits = tokens[at + 1]
  if (
    !tokens[at]!.form.endsWith('يوم') ||
    tokens[at]!.form.endsWith('اليوم') ||
    digits?.kind !== 'number' ||
    digits.form.length > 2 ||
    digits.breaks > 0
  )
    return undefined
  const after = tokens[at + 2]
  const day = Number(digits.form)
  if (
    day < 1 ||
    day > 31 ||
    (after?.form === 'من' && monthName(context, at + 3)) ||
    (after &&
      (after.kind === 'word' || after.kind === 'number' || after.glued) &&
      !(after.kind === 'punct' && /[.،,؛)"»]/.test(after.form)) &&
      !termAt(context.terms, at + 2, 'preposition'))
  )
    return undefined
  return { value: dateOf({ day, monthDirection: { side: 'past', by: 0 } }), next: at + 2 }
}

const partWord = term<Part>('period-part')
const somePart = maybe(partWord)
const someMonth = maybe(monthOnly)
const joint = word('-', '–', '—', 'الى', 'حتى', 'لغاية')
const opening = term<string>('range-open')

/** Whether و joins the next token on, as a clitic or a word: the index it joins. */
export const joinedBy = ({ document, terms }: TimeContext, at: number): number => {
  const token = document.tokens[at]
  if (!token) return -1
  if (token.form === 'و') return at + 1
  return terms.at[at]?.some((one) => one.proclitics === 'و') ? at : -1
}

const and: TimePart<'and'> = (context, at) => {
  const next = joinedBy(context, at)
  return next < 0 ? undefined : { value: 'and', next }
}

/** The second end of a range: dash, إلى, or و where the range was opened by بين. */
const rangeEnd: TimePart<string> = either<TimeContext, string>(joint, and)

const dateReading = (moment: Moment | undefined, part?: Part): Reading | undefined =>
  moment ? { moment, ...(part ? { part } : {}) } : undefined
const span = (from: DateMoment, to: DateMoment): Moment => ({ kind: 'range', from, to })
/** What the end of a range says of month and year holds for its beginning too. */
const shared = (from: DateMoment, to: DateMoment): DateMoment => {
  const { year, yearDirection, month, monthDirection, hijri } = to
  return {
    ...(year !== undefined && from.year === undefined ? { year } : {}),
    ...(yearDirection && from.year === undefined ? { yearDirection } : {}),
    ...(hijri ? { hijri } : {}),
    ...(from.month === undefined ? { month, monthDirection } : {}),
    ...from,
  }
}

export const dateRules: readonly Rule<TimeContext, Reading>[] = [
  rule({
    name: 'time.date',
    starts: [...DAY_STARTS, ...MONTH_STARTS],
    pattern: [calendarDate],
    make: ([date]) => dateReading(date),
    examples: [
      ['في 6 حزيران/يونيو 2018', '2018-06-06'],
      ['السادس من يونيو 2018', '2018-06-06'],
      ['31/10/2015', '2015-10-31'],
      ['في آب 2014', '2014-08'],
      ['13 أفريل 2017', '2017-04-13'],
      ['في 20 غشت 2019', '2019-08-20'],
    ],
    not: ['كما مارس الضغط', 'هذا اب لطفلين', 'القرار 2254'],
  }),
  rule({
    name: 'time.day-slash-month',
    starts: ['numeral'],
    pattern: [dayAndMonth],
    make: ([date]) => dateReading(date),
    examples: [['في 22/4 الماضي', '2018-04-22']],
    not: ['نسبة 22/4', 'في 1/40'],
  }),
  rule({
    name: 'time.day-of-unnamed-month',
    starts: ['day-word'],
    pattern: [unnamedDay],
    make: ([date]) => dateReading(date),
    examples: [['في يوم 12، اعتقلوا', '2018-06-12']],
    not: ['في يوم 12 شخصا', 'يوم واحد'],
  }),
  rule({
    name: 'time.part-of-month',
    starts: ['period-part'],
    pattern: [partWord, maybe(word('من')), either<TimeContext, DateMoment>(monthOnly, numericDate)],
    make: ([part, , date]) => dateReading(date, part),
    examples: [['أواخر أيار 2016', '2016-05 late']],
  }),
  rule({
    name: 'time.part-of-year',
    starts: ['period-part'],
    pattern: [partWord, maybe(word('من')), either<TimeContext, Year>(headedYear, plainYear)],
    make: ([part, , year]) => dateReading(dateOf(year), part),
    examples: [
      ['في أواخر 2016', '2016 late'],
      ['منتصف عام 2017', '2017 mid'],
    ],
  }),
  rule({
    name: 'time.year',
    starts: ['year-word'],
    pattern: [headedYear],
    make: ([year]) => dateReading(dateOf(year)),
    examples: [
      ['عام 2011', '2011'],
      ['في العام 2014', '2014'],
      ['سنة ألفين وعشرة', '2010'],
    ],
    not: ['الأمين العام'],
  }),
  rule({
    name: 'time.plain-year',
    starts: ['numeral'],
    pattern: [plainYear],
    make: ([year], { context, first, next }) => (standsAsYear(context, first, next) ? dateReading(dateOf(year)) : undefined),
    examples: [
      ['خفض الدعم في 2013.', '2013'],
      ['الثورة (2011)', '2011'],
    ],
    not: ['في 2000 قرية', 'القرار 1973', 'مقتل 2011 شخصا'],
  }),
  rule({
    name: 'time.days-of-month',
    starts: ['range-open', ...DAY_STARTS],
    pattern: [maybe(opening), dayNumber, rangeEnd, either<TimeContext, DateMoment>(dayMonth, dayOfMonth)],
    make: ([, day, , to]) => (day < (to.day ?? 0) ? dateReading(span({ ...to, day }, to)) : undefined),
    examples: [
      ['من 7 إلى 13 أفريل 2017', '2017-04-07/2017-04-13'],
      ['بين 5 و7 مايو 2018', '2018-05-05/2018-05-07'],
      ['5-7 مايو 2018', '2018-05-05/2018-05-07'],
    ],
  }),
  rule({
    name: 'time.date-range',
    starts: ['range-open', ...DAY_STARTS, ...MONTH_STARTS],
    pattern: [maybe(opening), calendarDate, maybe(word('،')), rangeEnd, calendarDate],
    make: ([open, from, , by, to]) => (by === 'and' && open !== 'between' ? undefined : dateReading(span(shared(from, to), to))),
    examples: [
      ['من 12 أكتوبر إلى 3 نوفمبر 2017', '2017-10-12/2017-11-03'],
      ['بين آذار ونيسان 2018', '2018-03/2018-04'],
    ],
  }),
  rule({
    name: 'time.year-range',
    starts: ['range-open', 'year-word', 'numeral'],
    pattern: [maybe(opening), maybe(term('year-word')), maybe(word('-')), plainYear, rangeEnd, maybe(term('year-word')), plainYear],
    make: ([open, head, , from, by, , to]) =>
      from.year < to.year && (by !== 'and' || open === 'between' || head) ? dateReading(span(dateOf(from), dateOf(to))) : undefined,
    examples: [
      ['بين عامي 2011 و2014', '2011/2014'],
      ['من 2011 إلى 2014', '2011/2014'],
      ['حرب 2014-2018', '2014/2018'],
    ],
  }),
  rule({
    name: 'time.directed-year',
    starts: ['year-word', 'pointer', 'period-part'],
    pattern: [somePart, maybe(word('من')), directedYear],
    make: ([part, , turned], { context, first }) =>
      generalAdjective(context, first, turned) ? undefined : dateReading(dateOf({ yearDirection: turned }), part),
    examples: [
      ['العام الماضي', '2017'],
      ['مطلع العام الجاري', '2018 early'],
    ],
    not: ['الأمين العام السابق'],
  }),
  rule({
    name: 'time.directed-month',
    starts: ['month-word', 'pointer', 'period-part'],
    pattern: [somePart, maybe(word('من')), directedMonth, someMonth],
    make: ([part, , turned, named]) => dateReading(named ?? dateOf({ monthDirection: turned }), part),
    examples: [
      ['الشهر الفائت', '2018-05'],
      ['منتصف الشهر الجاري', '2018-06 mid'],
    ],
  }),
]

/** 'الأمين العام السابق': العام is an adjective there. */
const generalAdjective = ({ terms }: TimeContext, first: number, turned: Direction): boolean =>
  turned.side !== 'same' && first > 0 && termAt(terms, first - 1, 'general-title') !== undefined

/** A bare four-digit number is a year behind the words that years follow, and in brackets, unless it counts the noun after it. */
function standsAsYear(context: TimeContext, first: number, next: number): boolean {
  const { tokens } = context.document
  const before = tokens[first - 1]?.form ?? ''
  const after = tokens[next]
  if (before === '(' && after?.form === ')') return true
  const year = Number(tokens[first]!.form)
  if (year < 1900 || year > 2100 || !(isCue(context.terms, first - 1, 'before-year') || before === 'ل' || isOfStretch(context, first)))
    return false
  return !countsNext(context, next, year)
}

/** Words between a stretch of time and its year. */
const STRETCH_REACH = 5

/** 'في الفترة نفسها من 2019', 'الأشهر الستة الأولى من 2021'. */
function isOfStretch({ document: { tokens }, terms }: TimeContext, first: number): boolean {
  if (tokens[first - 1]?.form !== 'من') return false
  for (let at = first - 2; at >= Math.max(0, first - STRETCH_REACH) && tokens[at]!.kind !== 'punct'; at--)
    if (isCue(terms, at, 'stretch-of-year')) return true
  return false
}

/** Whether the noun after a number has the form in which that number counts it: accusative after 11–99, plural after 3–10, else genitive singular. */
function countsNext({ document, terms }: TimeContext, at: number, value: number): boolean {
  const token = document.tokens[at]
  if (token?.kind !== 'word' || token.breaks > 0) return false
  const counted = termAt(terms, at, 'counted') ?? termAt(terms, at, 'nationality') ?? termAt(terms, at, 'currency')
  if (!counted || counted.features?.definite || counted.proclitics !== '') return false
  const rest = value % 100
  const accusative = /[اةءى]$/.test(token.form)
  if (rest >= 11) return accusative
  return rest >= 3 ? counted.features?.number === 'plural' : !token.form.endsWith('ا')
}
