import type { Terms } from '../../lang/annotate.ts'
import { longestAt, type Made, type Rule } from '../../lang/rule.ts'
import type { Report, Time } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import { type Cardinal, readCardinals } from '../quantities/cardinals.ts'
import type { Day } from './calendar.ts'
import { clockRules } from './clock.ts'
import { dateRules } from './dates.ts'
import { dispatch } from './dispatch.ts'
import { durationRules, fromNowRules } from './durations.ts'
import { isDeadline, pointsAhead } from './future.ts'
import type { Reading, TimeContext } from './moment.ts'
import { nthRules } from './nth.ts'
import { numericParts } from './numeric.ts'
import { periodRules } from './periods.ts'
import { relativeRules } from './relative.ts'
import { type Anchor, resolve } from './resolve.ts'

/** Every rule that reads a time; of products that start together the longest is taken. */
export const timeRules: readonly Rule<TimeContext, Reading>[] = [
  ...dateRules,
  ...relativeRules,
  ...periodRules,
  ...nthRules,
  ...durationRules,
  ...fromNowRules,
  ...clockRules,
]
const rulesAt = dispatch(timeRules)

/** What the times are read from, where it is at hand already. */
export interface TimeOptions {
  numbers?: readonly (Cardinal | undefined)[]
}

/**
 * Reads every expression of time of a document, resolved against the report's publication day.
 *
 * @example readTimes(document, terms, { published: { edtf: '2018-06-15', basis: 'given' } })
 */
export function readTimes(document: Document, terms: Terms, report: Pick<Report, 'published'>, options: TimeOptions = {}): Time[] {
  const context: TimeContext = {
    document,
    terms,
    numbers: options.numbers ?? readCardinals(document, terms),
    monthFirst: showsMonthFirst(document),
  }
  const published = dayOfEdtf(report.published?.edtf)
  const times: Time[] = []
  let told: { day: Partial<Day>; sentence: number; explicit: boolean } | undefined
  for (let at = 0; at < document.tokens.length; at++) {
    const rules = rulesAt(context, at)
    const made = rules && longestAt(rules, context, at)
    if (!made) continue
    const sentence = document.sentenceOf[at]!
    const anchor: Anchor = {
      published,
      future: pointsAhead(context, made.first, made.next),
      deadline: isDeadline(context, made.first),
      context: told?.day,
      near: told?.explicit === true && told.sentence === sentence,
    }
    const time = asTime(context, made, anchor, times.length + 1)
    times.push(time)
    const day = dayOfEdtf(time.edtf ?? undefined, true)
    if (day && !time.edtf!.includes('X')) told = { day, sentence, explicit: time.basis === 'absolute' && time.edtf!.length > 4 }
    at = made.next - 1
  }
  return times
}

function asTime(context: TimeContext, made: Made<Reading>, anchor: Anchor, count: number): Time {
  const { moment, part, modifier } = made.product
  const { tokens } = context.document
  const side = modifier ?? modifierBefore(context, made.first)
  return {
    id: `t${count}`,
    start: startOf(context, made),
    end: tokens[made.next - 1]!.end,
    ...resolve(moment, anchor),
    ...(side ? { modifier: side } : {}),
    ...(part ? { part } : {}),
    why: [made.rule],
  }
}

/** Behind any proclitics of the first word. */
function startOf({ document, terms }: TimeContext, { first, rule }: Made<Reading>): number {
  const starts = startsOf.get(rule)!
  return terms.at[first]?.find((one) => starts.includes(one.entry.class))?.start ?? document.tokens[first]!.start
}

const startsOf: ReadonlyMap<string, readonly string[]> = new Map(timeRules.map(({ name, starts }) => [name, starts]))

const MODIFIERS: Record<string, Time['modifier']> = {
  منذ: 'since',
  ومنذ: 'since',
  حتى: 'until',
  لغاية: 'until',
  وحتى: 'until',
  قبل: 'before',
  وقبل: 'before',
  بعد: 'after',
  وبعد: 'after',
  نحو: 'about',
  حوالي: 'about',
  حوالى: 'about',
  قرابة: 'about',
  زهاء: 'about',
}

function modifierBefore({ document }: TimeContext, first: number): Time['modifier'] {
  return MODIFIERS[document.tokens[first - 1]?.form ?? '']
}

/** 11/15/2017 can only be month first: then all numeric dates of the report are. */
function showsMonthFirst(document: Document): boolean {
  const { tokens } = document
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'number') continue
    const found = numericParts(tokens, i)
    if (found?.value.length !== 3 || found.value[0]!.length === 4) continue
    if (Number(found.value[0]) <= 12 && Number(found.value[1]) > 12) return true
  }
  return false
}

/** Day of an EDTF date with a year; `partial`: also of a year or a month. */
function dayOfEdtf(edtf: string | undefined, partial?: true): Day | undefined {
  const match = edtf === undefined ? null : /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(edtf)
  if (!match || (!partial && !match[3])) return undefined
  return { year: Number(match[1]), month: Number(match[2] ?? 1), day: Number(match[3] ?? 1) }
}
