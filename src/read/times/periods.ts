import { type Term, termAt } from '../../lang/annotate.ts'
import { maybe, type Rule, rule } from '../../lang/rule.ts'
import { durationOf } from './durations.ts'
import type { Direction, Part, Reading, TimeContext } from './moment.ts'
import { directedYear, direction, headedYear, ordinalAt, plainYear, pointer, type TimePart, term, word, type Year } from './parts.ts'

const partWord = term<Part>('period-part')

const definiteUnit: TimePart<Term<{ code: string }>> = ({ terms }, at) => {
  const found = terms.at[at]?.find((one) => one.entry.class === 'time-unit' && one.features?.definite && one.suffix === '') as
    | Term<{ code: string }>
    | undefined
  return found ? { value: found, next: found.last + 1 } : undefined
}

/** القليلة، الأخيرة between a plural and its direction. */
const filler = word('القليله', 'القليلة', 'القصيرة', 'المعدودة', 'الاخيرة', 'الكثيرة', 'العديدة', 'الطويلة', 'التسعة', 'ال')

const definiteCount: TimePart<number> = ({ document, numbers }, at) => {
  const from = document.tokens[at]?.form === 'ال' ? at + 1 : at
  const cardinal = numbers[from]
  return cardinal && !cardinal.vague && (cardinal.definite || from > at) ? { value: cardinal.value, next: cardinal.next } : undefined
}

const isSingle = (unit: Term): boolean => unit.features?.number === 'singular'

/** The season of a year: صيف 2014، الصيف الماضي، شتاء العام الماضي. */
const yearTail: TimePart<{ year?: number; direction?: Direction }> = (context, at) => {
  const from = word('من')(context, at)?.next ?? at
  const year: { value: Year; next: number } | undefined = headedYear(context, from) ?? plainYear(context, from)
  if (year && !year.value.hijri) return { value: { year: year.value.year }, next: year.next }
  const turned = directedYear(context, from) ?? direction()(context, at)
  return turned && { value: { direction: turned.value }, next: turned.next }
}

/** First year of a decade of the century that is named, of the last century where none is. */
const century: TimePart<number> = (context, at) => {
  const from = word('من')(context, at)?.next ?? at
  const unit = definiteUnit(context, from)
  if (unit?.value.entry.value.code !== '00Y') return undefined
  const ordinal = ordinalAt(context, unit.next)
  if (ordinal) return { value: (ordinal.value - 1) * 100, next: ordinal.next }
  const turned = direction()(context, unit.next)
  if (turned) return { value: turned.value.side === 'past' ? 1900 : 2000, next: turned.next }
  const cardinal = context.numbers[unit.next]
  return cardinal?.definite && cardinal.value <= 30 ? { value: (cardinal.value - 1) * 100, next: cardinal.next } : undefined
}

const somePart = maybe(partWord)
const someCount = maybe(definiteCount)
const someDirection = maybe(direction({ weak: true }))
const someYear = maybe(yearTail)
const somePointer = maybe(pointer)
const someCentury = maybe(century)

const beforeChrist = ({ document: { tokens } }: TimeContext, at: number): boolean =>
  tokens[at]?.form === 'قبل' && tokens[at + 1]?.form === 'الميلاد'

export const periodRules: readonly Rule<TimeContext, Reading>[] = [
  rule({
    name: 'time.directed-period',
    starts: ['period-part', 'time-unit'],
    pattern: [somePart, definiteUnit, direction({ weak: true })],
    make: ([part, unit, turned]): Reading | undefined => {
      const { code } = unit.entry.value
      if (unit.features?.number === 'dual') return undefined
      if (!isSingle(unit))
        return {
          moment: {
            kind: 'vague',
            shift: `${turned.side === 'past' ? '-' : ''}P${code.startsWith('T') ? 'T' : ''}X${code.replace('T', '')}`,
          },
        }
      if (code === 'Y' || code === 'M' || code === 'D' || code.startsWith('T')) return undefined
      return { moment: { kind: 'period', unit: code, direction: turned }, ...(part ? { part } : {}) }
    },
    examples: [
      ['الأسبوع الماضي', '2018-06-04/2018-06-10'],
      ['العقد المقبل', '202X'],
    ],
    not: ['الساعة الأخيرة'],
  }),
  rule({
    name: 'time.pointed-period',
    starts: ['pointer', 'period-part'],
    pattern: [somePart, pointer, definiteUnit],
    make: ([part, pointed, unit]): Reading | undefined => {
      const { code } = unit.entry.value
      if (!isSingle(unit) || !['W', 'M', 'Y', '0Y'].includes(code) || pointed.side === 'same') return undefined
      return { moment: { kind: 'period', unit: code, direction: pointed }, ...(part ? { part } : {}) }
    },
    examples: [['هذا الأسبوع', '2018-06-11/2018-06-17']],
  }),
  rule({
    name: 'time.part-of-period',
    starts: ['period-part'],
    pattern: [partWord, maybe(word('من')), definiteUnit],
    make: ([part, , unit]): Reading | undefined =>
      isSingle(unit) && ['W', 'M', 'Y'].includes(unit.entry.value.code) && !(unit.entry.value.code === 'W' && part === 'late')
        ? { moment: { kind: 'period', unit: unit.entry.value.code, direction: { side: 'this', by: 0 } }, part }
        : undefined,
    examples: [['منذ مطلع العام', '2018 early']],
    not: ['عطلة نهاية الأسبوع'],
  }),
  rule({
    name: 'time.counted-period',
    starts: ['time-unit'],
    pattern: [definiteUnit, someCount, maybe(filler), someDirection],
    make: ([unit, count, extra, turned]): Reading | undefined => {
      const dual = unit.features?.number === 'dual'
      if (isSingle(unit) || (!turned && !(count && !extra) && !(extra && !dual))) return undefined
      if (count === undefined && !dual) {
        if (extra === 'ال' || (!turned && extra !== 'الاخيرة' && extra !== 'القليلة')) return undefined
        return {
          moment: {
            kind: 'vague',
            shift: `${turned?.side === 'next' ? '' : '-'}${durationOf([{ count: null, unit: unit.entry.value.code }])}`,
          },
        }
      }
      return { moment: { kind: 'duration', edtf: durationOf([{ count: count ?? 2, unit: unit.entry.value.code }]) } }
    },
    examples: [
      ['الأيام الثلاثة الماضية', 'P3D'],
      ['اليومين الماضيين', 'P2D'],
      ['الساعات الـ24 الأخيرة', 'PT24H'],
      ['الأيام القليلة القادمة', 'PXD'],
    ],
  }),
  rule({
    name: 'time.definite-number-of-units',
    starts: ['numeral', 'number'],
    pattern: [
      (context, at) => {
        const cardinal = context.numbers[at]
        return cardinal && !cardinal.vague ? { value: cardinal.value, next: cardinal.next } : undefined
      },
      (context, at) => {
        const unit = termAt<{ code: string }>(context.terms, at, 'time-unit')
        return unit && unit.proclitics === '' ? { value: unit, next: unit.last + 1 } : undefined
      },
      direction({ weak: true }),
    ] as [TimePart<number>, TimePart<Term<{ code: string }>>, TimePart<Direction>],
    make: ([count, unit]): Reading => ({ moment: { kind: 'duration', edtf: durationOf([{ count, unit: unit.entry.value.code }]) } }),
    examples: [['خلال الـ24 ساعة الماضية', 'PT24H']],
  }),
  rule({
    name: 'time.season',
    starts: ['season', 'season-word', 'period-part', 'pointer'],
    pattern: [somePart, somePointer, maybe(term('season-word')), term<number>('season'), someYear],
    make: ([part, pointed, head, season, tail]): Reading | undefined => {
      if (!tail && !head && pointed?.side !== 'this') return undefined
      return { moment: { kind: 'season', season, ...(pointed ? { direction: pointed } : tail) }, ...(part ? { part } : {}) }
    },
    examples: [
      ['صيف 2014', '2014-22'],
      ['الصيف الماضي', '2017-22'],
    ],
    not: ['الربيع العربي'],
  }),
  rule({
    name: 'time.share-of-year',
    starts: ['year-share'],
    pattern: [term<2 | 4>('year-share'), ordinalAt as TimePart<number>, someYear],
    make: ([of, nth, tail]): Reading | undefined => (tail && nth <= of ? { moment: { kind: 'share', of, nth, ...tail } } : undefined),
    examples: [
      ['الربع الأول من 2018', '2018-33'],
      ['النصف الثاني من عام 2017', '2017-41'],
    ],
    not: ['الربع الأول من المباراة'],
  }),
  rule({
    name: 'time.decade',
    starts: ['decade-name', 'period-part'],
    pattern: [somePart, term<number>('decade-name'), someCentury],
    make: ([part, decade, start]): Reading => ({
      moment: { kind: 'fixed', edtf: `${((start ?? 1900) / 10 + decade).toString()}X` },
      ...(part ? { part } : {}),
    }),
    examples: [
      ['ثمانينيات القرن الماضي', '198X'],
      ['في التسعينيات', '199X'],
    ],
  }),
  rule({
    name: 'time.century',
    starts: ['period-part', 'time-unit'],
    pattern: [somePart, century],
    make: ([part, start], { context, next }): Reading | undefined =>
      beforeChrist(context, next)
        ? undefined
        : { moment: { kind: 'fixed', edtf: `${String(start / 100).padStart(2, '0')}XX` }, ...(part ? { part } : {}) },
    examples: [
      ['القرن العشرين', '19XX'],
      ['مطلع القرن الحادي والعشرين', '20XX early'],
    ],
  }),
  rule({
    name: 'time.vague',
    starts: ['vague-time'],
    pattern: [term('vague-time')],
    make: (_values, { context, next }): Reading | undefined =>
      context.document.tokens[next]?.form === 'من' ? undefined : { moment: { kind: 'vague' } },
    examples: [['مؤخرا', 'unknown']],
  }),
]
