import { isCue, type Term, termAt } from '../../lang/annotate.ts'
import { type Found, maybe, type Rule, rule } from '../../lang/rule.ts'
import type { NumberWord } from '../quantities/cardinals.ts'
import { joinedBy } from './dates.ts'
import type { Moment, Reading, TimeContext } from './moment.ts'
import { startingWith, type TimePart, term } from './parts.ts'

interface Unit {
  code: string
}

/** So many units of time. `count` null: some ('أيام'). */
export interface Stretch {
  count: number | null
  unit: string
  /** One unit named without a number ('شهر'): a duration only in some company. */
  single?: true
}

const unitAt = (context: TimeContext, at: number): Term<Unit> | undefined => termAt<Unit>(context.terms, at, 'time-unit')
const one = (found: Term<Unit>, count: number | null, single?: true): Found<Stretch> => ({
  value: { count, unit: found.entry.value.code, ...(single ? { single } : {}) },
  next: found.last + 1,
})

/** ثلاثة أيام، 24 ساعة، أسبوعين، شهرا، نصف ساعة، بضعة أيام، أيام. */
export const stretch: TimePart<Stretch> = startingWith(
  ['numeral', 'number', 'time-unit', 'fraction', 'few', 'several'],
  (context, at) => counted(context, at) ?? fractional(context, at) ?? uncounted(context, at),
)

function counted(context: TimeContext, at: number): Found<Stretch> | undefined {
  const cardinal = context.numbers[at]
  if (!cardinal) return undefined
  const found = unitAt(context, cardinal.next)
  if (
    found?.proclitics !== '' ||
    found.suffix !== '' ||
    found.features?.number === 'dual' ||
    termAt(context.terms, cardinal.next, 'relative-day') || // 'قتل 15 اليوم': fifteen people, today
    context.document.tokens[cardinal.next]!.breaks
  )
    return undefined
  return one(found, cardinal.vague ? null : cardinal.value)
}

/** نصف ساعة، ربع ساعة، ثلث قرن. */
function fractional(context: TimeContext, at: number): Found<Stretch> | undefined {
  const few = termAt(context.terms, at, 'few') ?? termAt(context.terms, at, 'several')
  if (few) {
    const found = unitAt(context, few.last + 1)
    return found && found.proclitics === '' ? one(found, null) : undefined
  }
  const fraction = termAt<number>(context.terms, at, 'fraction')
  const found = fraction && unitAt(context, at + 1)
  return found && found.proclitics === '' && found.features?.number === 'singular' && !fraction.features?.definite
    ? one(found, fraction.entry.value)
    : undefined
}

/** A dual counts two, a lone singular one, a bare plural some. */
function uncounted(context: TimeContext, at: number): Found<Stretch> | undefined {
  const found = unitAt(context, at)
  if (!found || found.features?.definite || found.suffix !== '' || found.features?.construct || endsNumber(context, at)) return undefined
  if (found.features?.number === 'dual') return one(found, 2)
  if (found.features?.number === 'plural') return one(found, null)
  const next = termAt<NumberWord>(context.terms, found.last + 1, 'number')
  const alone = next?.entry.value.n === 1 && !next.entry.value.only && next.proclitics === '' && !next.features?.definite
  return alone ? { value: { count: 1, unit: found.entry.value.code }, next: next.last + 1 } : one(found, 1, true)
}

/** The token before is a number of its own: its unit was looked at with it. */
const endsNumber = ({ document, terms }: TimeContext, at: number): boolean =>
  document.tokens[at - 1]?.kind === 'number' || (at > 0 && termAt(terms, at - 1, 'number') !== undefined)

/** ISO 8601 duration of stretches in falling order of unit. @example durationOf([{ count: 2, unit: 'M' }, { count: 3, unit: 'D' }]) // 'P2M3D' */
export function durationOf(stretches: readonly Stretch[]): string {
  const piece = ({ count, unit }: Stretch): string => {
    const code = unit.replace('T', '')
    const times = code.startsWith('00') ? 100 : code.startsWith('0') ? 10 : 1
    return `${count === null ? 'X' : Number((count * times).toFixed(3))}${code.replace(/0/g, '')}`
  }
  const calendar = stretches.filter((one) => !one.unit.startsWith('T')).map(piece)
  const time = stretches.filter((one) => one.unit.startsWith('T')).map(piece)
  return `P${calendar.join('')}${time.length > 0 ? `T${time.join('')}` : ''}`
}

/** سنتان وثلاثة أشهر، ساعة ونصف. */
const stretches: TimePart<Stretch[]> = (context, at) => {
  const first = stretch(context, at)
  if (!first) return undefined
  const all = [first.value]
  let next = first.next
  for (;;) {
    const joined = joinedBy(context, next)
    if (joined < 0) break
    const half = termAt<number>(context.terms, joined, 'fraction')
    const last = all.at(-1)!
    if (half && last.count !== null && !unitAt(context, joined + 1)) {
      all[all.length - 1] = { ...last, count: last.count + half.entry.value, single: undefined }
      next = joined + 1
      break
    }
    const more = stretch(context, joined)
    if (!more || more.value.count === null || last.count === null || !smaller(more.value.unit, last.unit)) break
    all.push(more.value)
    next = more.next
  }
  return { value: all, next: full(context, next) }
}

/** شهر كامل، ثلاثة أيام متتالية */
const full = ({ document: { tokens }, terms }: TimeContext, next: number): number =>
  tokens[next]?.breaks === 0 && isCue(terms, next, 'full') ? next + 1 : next

const ORDER = ['00Y', '0Y', 'Y', 'M', 'W', 'D', 'TH', 'TM', 'TS']
const smaller = (a: string, b: string): boolean => ORDER.indexOf(a) > ORDER.indexOf(b)

/** A lone unit is a duration with a accusative ending after anything but 'كل', or behind a word that wants a duration. */
function loneHolds(context: TimeContext, first: number, next: number): boolean {
  const { tokens } = context.document
  const before = (tokens[first - 1]?.form ?? '').replace(/^[ولب](?=مدة|خلال|منذ|بعد|طوال|طيلة|مدى)/u, '')
  const after = tokens[next]
  if (before === 'كل' || (after?.kind === 'word' && /^ال/.test(after.form) && after.breaks === 0)) return false
  if (
    context.numbers[next] ||
    termAt(context.terms, next, 'month') ||
    termAt(context.terms, next, 'ordinal') ||
    termAt(context.terms, next, 'weekday')
  )
    return false
  if (termAt(context.terms, next, 'direction') || termAt(context.terms, next, 'hijri-month')) return false
  const found = unitAt(context, first)!
  if (found.proclitics.endsWith('ل'))
    return (
      after?.kind !== 'word' ||
      isCue(context.terms, next - 1, 'full') ||
      termAt(context.terms, next, 'preposition') !== undefined ||
      termAt(context.terms, next, 'ago') !== undefined
    )
  if (isCue(context.terms, first - 1, 'scale-word')) return /^(اكثر|اقل|يزيد|تزيد|يقل|يربو|ازيد)$/.test(tokens[first - 2]?.form ?? '')
  if (isCue(context.terms, first - 1, 'before-duration') || before !== tokens[first - 1]?.form) return true
  const form = tokens[first]!.form
  return form.endsWith('ا') && form !== 'يوما' && !found.proclitics
}

/** 'البالغ من العمر 30 عاما', '(25 عاما)', 'دون سن 18 سنة': an age is no time. */
function isAge({ document: { tokens }, terms }: TimeContext, first: number, next: number): boolean {
  for (let i = Math.max(0, first - 6); i < first; i++)
    if (termAt(terms, i, 'age-word') && !tokens.slice(i, first).some((token) => token.form === '.')) return true
  const before = tokens[first - 1]?.form
  const after = tokens[next]?.form
  if (isCue(terms, first - 1, 'of-age') || (before === 'ال' && isCue(terms, first - 2, 'of-age'))) return true
  if (after === 'من' && termAt(terms, next + 1, 'age-word')) return true
  return (before === '(' && after === ')') || (before === '،' && (after === '،' || after === '.'))
}

const modifier = maybe(term<{ modifier: string }>('number-modifier'))

function durationReading(all: readonly Stretch[], context: TimeContext, first: number, next: number): Reading | undefined {
  const years = all[0]!.unit === 'Y'
  if (years && all[0]!.count !== null && isAge(context, first, next)) return undefined
  if (all.length === 1 && all[0]!.single && !loneHolds(context, first, next)) return undefined
  if (all[0]!.count === null) return vagueStretch(all[0]!, context, first)
  return { moment: { kind: 'duration', edtf: durationOf(all) } }
}

/** 'منذ أيام', 'لسنوات': some units, only behind a word of time. */
function vagueStretch(some: Stretch, context: TimeContext, first: number): Reading | undefined {
  const before = context.document.tokens[first - 1]?.form ?? ''
  const few = termAt(context.terms, first, 'few')
  if (few) return { moment: { kind: 'vague', shift: durationOf([some]) } }
  const unit = unitAt(context, first)
  if (!['منذ', 'بعد', 'خلال', 'غضون', 'مدى', 'مدار', 'طوال', 'طيلة'].includes(before) && unit?.proclitics !== 'ل') return undefined
  if (!unit) return undefined
  return { moment: { kind: 'vague', shift: durationOf([some]) } }
}

export const durationRules: readonly Rule<TimeContext, Reading>[] = [
  rule({
    name: 'time.duration',
    starts: ['numeral', 'number', 'time-unit', 'fraction', 'few'],
    pattern: [stretches],
    make: ([all], { context, first, next }) => durationReading(all, context, first, next),
    examples: [
      ['لمدة ثلاثة أيام', 'P3D'],
      ['استمرت أسبوعا', 'P1W'],
      ['مهلة 48 ساعة', 'PT48H'],
      ['منذ خمسة أشهر', 'P5M'],
      ['سنتان وثلاثة أشهر', 'P2Y3M'],
      ['عقدين من الزمن', 'P20Y'],
    ],
    not: ['يبلغ من العمر 30 عاما', 'محمد (25 عاما)', 'كل يوم'],
  }),
  rule({
    name: 'time.ago',
    starts: ['ago'],
    pattern: [term('ago'), modifier, stretch],
    make: ([, about, some], { context, next }): Reading | undefined => {
      if (fromOtherEvent(context, next) || /^ال/.test(context.document.tokens[next]?.form ?? '')) return undefined
      if (some.single && (context.numbers[next] || termAt(context.terms, next, 'month') || termAt(context.terms, next, 'weekday')))
        return undefined
      const moment: Moment =
        some.count === null
          ? { kind: 'vague', shift: `-${durationOf([some])}` }
          : { kind: 'ago', count: some.count, unit: some.unit, side: 'past' }
      return { moment, ...(about?.modifier === 'about' ? { modifier: 'about' as const } : {}) }
    },
    examples: [
      ['قبل ثلاث سنوات', '2015'],
      ['قبل حوالى أسبوعين', '2018-06-01'],
      ['قبل شهر', '2018-05'],
    ],
    not: ['قبل يومين من الانتخابات', 'قبل عام 2011'],
  }),
]

/** 'بعد أسبوعين من الآن' */
export const fromNowRules: readonly Rule<TimeContext, Reading>[] = [
  rule({
    name: 'time.from-now',
    starts: ['after-word'],
    pattern: [term('after-word'), modifier, stretch, term('from-now')],
    make: ([, , some]): Reading | undefined =>
      some.count === null ? undefined : { moment: { kind: 'ago', count: some.count, unit: some.unit, side: 'next' } },
    examples: [['بعد أسبوعين من الآن', '2018-06-29']],
  }),
]

/** 'قبل يومين من الانتخابات' counts from something else than now. */
const fromOtherEvent = (context: TimeContext, next: number): boolean => {
  const { tokens } = context.document
  if (tokens[next]?.form !== 'من' || ['الان', 'اليوم'].includes(tokens[next + 1]?.form ?? '')) return false
  const from = termAt<{ unit: string }>(context.terms, next + 1, 'counted')?.entry.value.unit
  return termAt(context.terms, next + 1, 'place') === undefined && from !== 'place' && from !== 'country' && from !== 'building'
}
