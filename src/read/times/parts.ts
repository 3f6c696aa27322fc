import { perWord, type Term, termAt } from '../../lang/annotate.ts'
import type { Found, Part } from '../../lang/rule.ts'
import type { NumberWord } from '../quantities/cardinals.ts'
import type { Direction, TimeContext } from './moment.ts'

/** A part of a time rule. */
export type TimePart<Value> = Part<TimeContext, Value>

/** The value of a term of a class at a token. @example term<number>('weekday') */
export const term =
  <Value>(ofClass: string, options: { bare?: true } = {}): TimePart<Value> =>
  ({ terms }, at) => {
    const found = termAt<Value>(terms, at, ofClass)
    if (!found || (options.bare && found.proclitics !== '')) return undefined
    return { value: found.entry.value, next: found.last + 1 }
  }

/** One of some folded words or marks. @example word('من') */
export const word =
  (...forms: readonly string[]): TimePart<string> =>
  ({ document }, at) => {
    const form = document.tokens[at]?.form
    return form !== undefined && forms.includes(form) ? { value: form, next: at + 1 } : undefined
  }

/** A part between brackets. @example inBrackets(monthName) */
export const inBrackets =
  <Value>(part: TimePart<Value>): TimePart<Value> =>
  (context, at) => {
    const { tokens } = context.document
    if (tokens[at]?.form !== '(') return undefined
    const found = part(context, at + 1)
    return found && tokens[found.next]?.form === ')' ? { value: found.value, next: found.next + 1 } : undefined
  }

/** A part that is only tried where a word of some classes stands ('numeral': digits). */
export const startingWith = <Value>(classes: readonly string[], part: TimePart<Value>): TimePart<Value> => {
  const isStart = perWord((here) => here.some(({ entry }) => classes.includes(entry.class)))
  const digits = classes.includes('numeral')
  return (context, at) =>
    isStart(context.terms, at) || (digits && context.document.tokens[at]?.kind === 'number') ? part(context, at) : undefined
}

/** Classes of the words that a day or a month may start with. */
export const DAY_STARTS = ['numeral', 'ordinal', 'number', 'first-day'] as const
export const MONTH_STARTS = ['month', 'month-word', 'hijri-month'] as const

/** Day of the month: digits, an ordinal, or a number word. */
export const dayNumber: TimePart<number> = startingWith(DAY_STARTS, (context, at) => {
  const token = context.document.tokens[at]
  if (!token) return undefined
  if (token.kind === 'number') return inRange(Number(token.form), at + 1, token.form.length <= 2)
  const first = termAt<number>(context.terms, at, 'first-day')
  if (first) return { value: 1, next: at + 1 }
  const ordinal = ordinalAt(context, at)
  if (ordinal) return inRange(ordinal.value, ordinal.next, true)
  const cardinal = context.numbers[at]
  return cardinal && !cardinal.vague ? inRange(cardinal.value, cardinal.next, true) : undefined
})

const inRange = (value: number, next: number, may: boolean): Found<number> | undefined =>
  may && Number.isInteger(value) && value >= 1 && value <= 31 ? { value, next } : undefined

/** الخامس، الخامس عشر، الخامس والعشرين. */
export function ordinalAt({ document, terms, numbers }: TimeContext, at: number): Found<number> | undefined {
  const found = termAt<{ n: number; only?: string }>(terms, at, 'ordinal')
  if (!found) return undefined
  const { n, only } = found.entry.value
  const next = termAt<NumberWord>(terms, at + 1, 'number')
  if (next && next.proclitics === '' && next.entry.value.kind === 'unit' && next.entry.value.n === 10)
    return { value: 10 + n, next: at + 2 }
  const ten = document.tokens[at + 1]?.form === 'و' ? at + 2 : at + 1
  const tens = termAt<NumberWord>(terms, ten, 'number')
  if (tens?.entry.value.kind === 'tens' && (tens.proclitics === 'و' || ten > at + 1) && (numbers[ten]?.next ?? ten + 1) === ten + 1)
    return { value: tens.entry.value.n + n, next: ten + 1 }
  return only || n === 0 ? undefined : { value: n, next: at + 1 }
}

/** A month by name: `sure` where nothing but a month can be meant. */
export interface MonthName {
  month: number
  hijri?: true
  sure: boolean
}

const JOINERS = new Set(['/', '-', '–', '\\', '|'])

/** شهر تموز، تموز/يوليو، يوليو (تموز)، يوليو تموز. */
export const monthName: TimePart<MonthName> = startingWith(MONTH_STARTS, (context, at) => {
  const head = termAt(context.terms, at, 'month-word')
  const headed = head?.features ? undefined : head
  const from = headed ? headed.last + 1 : at
  const one = bareMonth(context, from)
  if (!one) return undefined
  if (headed && termAt(context.terms, from, 'month')?.proclitics) return undefined
  const second = one.value.hijri ? undefined : secondName(context, one.next, one.value.month)
  if (second !== undefined) return { value: { ...one.value, sure: true }, next: second }
  return headed ? { value: { ...one.value, sure: true }, next: one.next } : one
})

const bareMonth: TimePart<MonthName> = ({ terms }, at) => {
  const found: Term<{ n: number; weak?: true }> | undefined = termAt(terms, at, 'month')
  const hijri: Term<{ n: number; weak?: true }> | undefined = found ? undefined : termAt(terms, at, 'hijri-month')
  const name = found ?? hijri
  if (name?.suffix !== '') return undefined
  const { n, weak } = name.entry.value
  return { value: { month: n, sure: !weak, ...(hijri ? { hijri: true as const } : {}) }, next: name.last + 1 }
}

/** Index after a second name of the same month, if one follows. */
function secondName(context: TimeContext, at: number, month: number): number | undefined {
  const { tokens } = context.document
  const mark = tokens[at]?.form ?? ''
  const bracket = mark === '(' || mark === '['
  const found = bareMonth(context, bracket || JOINERS.has(mark) ? at + 1 : at)
  if (!found || found.value.month !== month || found.value.hijri) return undefined
  if (!bracket) return termAt(context.terms, at, 'month')?.proclitics ? undefined : found.next
  return tokens[found.next]?.form === ')' || tokens[found.next]?.form === ']' ? found.next + 1 : undefined
}

/** First and last year that four digits or a number in words are taken for. */
const YEARS = { first: 1000, last: 2199 } as const

/** A year in digits or words; behind 'عام' also of two digits ('عام 67'). */
export const yearNumber =
  (options: { headed: boolean }): TimePart<number> =>
  ({ document, numbers }, at) => {
    const token = document.tokens[at]
    const cardinal = numbers[at]
    if (!token) return undefined
    if (token.kind === 'number') return digitYear(token.form, at, options.headed)
    if (!cardinal || cardinal.vague || cardinal.proclitics !== '' || !options.headed) return undefined
    const { value } = cardinal
    return value >= YEARS.first && value <= YEARS.last ? { value, next: cardinal.next } : undefined
  }

function digitYear(form: string, at: number, headed: boolean): Found<number> | undefined {
  const value = Number(form)
  if (!Number.isInteger(value) || form.includes('.')) return undefined
  if (form.length === 4 && value >= (headed ? YEARS.first : 1800) && value <= YEARS.last) return { value, next: at + 1 }
  if (headed && form.length === 2) return { value: value < 30 ? 2000 + value : 1900 + value, next: at + 1 }
  return undefined
}

/** هـ, ميلادي after a year. */
export const era: TimePart<string> = term<string>('era')

export interface Year {
  year: number
  hijri?: true
}

/** عام 2011، من عام 2011، لعام ألفين وعشرة، سنة 1440 هـ. */
export const headedYear: TimePart<Year> = (context, at) => {
  const from = context.document.tokens[at]?.form === 'من' || context.document.tokens[at]?.form === 'في' ? at + 1 : at
  const head = termAt(context.terms, from, 'year-word')
  if (!head || head.proclitics.startsWith('و')) return undefined
  const year = yearNumber({ headed: true })(context, head.last + 1)
  return year && withEra(context, year)
}

/** 2011, without a word for the year before it. */
export const plainYear: TimePart<Year> = (context, at) => {
  const year = yearNumber({ headed: false })(context, at)
  if (year) return withEra(context, year)
  const old = context.document.tokens[at]
  const marked = old?.kind === 'number' && old.form.length === 4 ? era(context, at + 1) : undefined
  return marked?.value === 'hijri' ? { value: { year: Number(old!.form), hijri: true }, next: marked.next } : undefined
}

function withEra(context: TimeContext, year: Found<number>): Found<Year> {
  const mark = era(context, year.next)
  if (!mark) return { value: { year: year.value }, next: year.next }
  return { value: { year: year.value, ...(mark.value === 'hijri' ? { hijri: true as const } : {}) }, next: mark.next }
}

/** الماضي، المقبل، الجاري; `weak` words (السابق، الأخير) only where asked for. */
export const direction =
  (options: { weak?: true } = {}): TimePart<Direction> =>
  ({ terms }, at) => {
    const found = termAt<Direction & { weak?: true }>(terms, at, 'direction')
    if (found?.proclitics !== '' || (found.entry.value.weak && !options.weak)) return undefined
    const { side, by } = found.entry.value
    return { value: { side, by }, next: found.last + 1 }
  }

/** هذا، ذلك before the word they point at. */
export const pointer: TimePart<Direction> = term<Direction>('pointer')

/** What may follow a month: a year, a direction, or both in turn ('من العام الماضي'). */
export interface MonthTail {
  year?: number
  hijri?: true
  monthDirection?: Direction
  yearDirection?: Direction
}

/** ألفين وثمانية عشر behind a month. */
const spokenYear: TimePart<Year> = ({ numbers }, at) => {
  const found = numbers[at]
  const year = found && !found.digits && !found.vague && found.proclitics === '' && found.value >= 1800 && found.value <= YEARS.last
  return year ? { value: { year: found.value }, next: found.next } : undefined
}

export const monthTail: TimePart<MonthTail> = (context, at) => {
  const { tokens } = context.document
  const comma = tokens[at]?.form === '،' || tokens[at]?.form === ',' || tokens[at]?.form === '-' || tokens[at]?.form === '/' ? at + 1 : at
  const year = headedYear(context, at) ?? plainYear(context, comma) ?? spokenYear(context, at) ?? inBrackets(plainYear)(context, at)
  if (year) return { value: year.value, next: year.next }
  const own = direction()(context, at)
  if (own) return { value: { monthDirection: own.value }, next: own.next }
  const from = tokens[at]?.form === 'من' ? at + 1 : at
  const turned = from > at || termAt(context.terms, at, 'year-word') ? directedYear(context, from) : undefined
  return turned ? { value: { yearDirection: turned.value }, next: turned.next } : undefined
}

/** العام الماضي، هذا العام. */
export const directedYear: TimePart<Direction> = (context, at) => {
  const pointed = pointer(context, at)
  const head = termAt(context.terms, pointed ? pointed.next : at, 'year-word')
  if (!head || !/(عام|سنة|سنه)$/.test(context.document.tokens[head.first]!.form)) return undefined
  if (pointed) return { value: pointed.value, next: head.last + 1 }
  return direction({ weak: true })(context, head.last + 1)
}
