import { type Term, termAt } from '../../lang/annotate.ts'
import { either, maybe, type Rule, type Part as RulePart, rule } from '../../lang/rule.ts'
import { directedMonth, monthOnly } from './dates.ts'
import { type DateMoment, type Direction, dateOf, type Moment, type Reading, type TimeContext } from './moment.ts'
import { directedYear, headedYear, ordinalAt, type TimePart, term, word, type Year } from './parts.ts'

/** Which one of a month or year: 1 the first, -1 the last. */
type Nth = number

const last: TimePart<Nth> = term<number>('last-one')
const ordinal: TimePart<Nth> = (context, at) => ordinalAt(context, at)
const nth: TimePart<Nth> = either<TimeContext, Nth>(last, ordinal)
/** 'أول' and 'آخر' before their noun; other ordinals stand there too ('ثالث جمعة'). */
const nthBefore: TimePart<Nth> = (context, at) => (context.document.tokens[at]!.form.startsWith('ال') ? undefined : nth(context, at))

interface Whole {
  code: 'D' | 'W' | 'weekday'
  weekday?: number
}

const unit: TimePart<Whole> = (context, at) => {
  const day = termAt(context.terms, at, 'day-word')
  const weekday = weekdayAt(context, day && day.last === at ? at + 1 : at)
  if (weekday) return { value: { code: 'weekday', weekday: weekday.value }, next: weekday.next }
  const found: Term<{ code: string }> | undefined = termAt(context.terms, at, 'time-unit')
  if (found?.suffix !== '' || found.features?.number !== 'singular') return undefined
  const { code } = found.entry.value
  return code === 'D' || code === 'W' ? { value: { code }, next: found.last + 1 } : undefined
}

/** الجمعة, and جمعة behind an ordinal. */
const weekdayAt: TimePart<number> = either<TimeContext, number>(term<number>('weekday'), term<number>('weekday-bare'))

const year: TimePart<DateMoment> = (context, at) => {
  const found: { value: Year; next: number } | undefined = headedYear(context, at)
  if (found) return { value: dateOf(found.value), next: found.next }
  const turned = directedYear(context, at)
  return turned && { value: dateOf({ yearDirection: turned.value }), next: turned.next }
}
const month: TimePart<DateMoment> = (context, at) => {
  const turned: { value: Direction; next: number } | undefined = directedMonth(context, at)
  return turned ? { value: dateOf({ monthDirection: turned.value }), next: turned.next } : monthOnly(context, at)
}
const period: RulePart<TimeContext, DateMoment> = either<TimeContext, DateMoment>(month, year)
const of = maybe(word('من', 'في', 'ب'))

const reading = (which: Nth, whole: Whole, within: DateMoment): Reading | undefined => {
  if (within.hijri || which === 0 || which > 31) return undefined
  const moment: Moment = { kind: 'nth', nth: which, code: whole.code, weekday: whole.weekday, within }
  return { moment }
}

/** One day, week or weekday of a month or a year, counted from its beginning or its end. */
export const nthRules: readonly Rule<TimeContext, Reading>[] = [
  rule({
    name: 'time.nth-of-period',
    starts: ['time-unit', 'weekday', 'day-word'],
    pattern: [unit, nth, of, period],
    make: ([whole, which, , within]) => reading(which, whole, within),
    examples: [
      ['الأسبوع الأول من آذار 2018', '2018-03-01/2018-03-07'],
      ['اليوم الأخير من شهر أيار 2018', '2018-05-31'],
      ['الثلاثاء الثالث من أيلول 2014', '2014-09-16'],
    ],
    not: ['الأسبوع الأول من المعركة'],
  }),
  rule({
    name: 'time.nth-before',
    starts: ['ordinal', 'last-one'],
    pattern: [nthBefore, unit, of, period],
    make: ([which, whole, , within]) => reading(which, whole, within),
    examples: [
      ['في أول جمعة من تموز 2016', '2016-07-01'],
      ['آخر أسبوع في أيلول 2014', '2014-09-24/2014-09-30'],
    ],
    not: ['آخر يوم في حياته'],
  }),
]
