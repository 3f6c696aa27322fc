import { perWord, type Term, termAt } from '../../lang/annotate.ts'
import { indexRules, type Rule, rulesOf } from '../../lang/rule.ts'
import type { Reading, TimeContext } from './moment.ts'

/*
 * Which rules are worth a try at a token. Most numbers count people, and most words for 'from' open no range: one look at what
 * stands behind them spares them the rules.
 */

type Rules = readonly Rule<TimeContext, Reading>[]

/**
 * Sorts rules by where they may start; the function it gives says which to try at a token, undefined where no time can begin.
 *
 * @example const rulesAt = dispatch(timeRules); rulesAt(context, 3)
 */
export function dispatch(rules: Rules): (context: TimeContext, at: number) => Rules | undefined {
  const index = indexRules(rules)
  const ofDigits = rulesOf(index, ['numeral'])
  const ofWord = perWord((here) => {
    const classes = here.map(({ entry }) => entry.class).filter((one) => index.has(one))
    return classes.length === 0 ? NO_WORD : wordRules(classes, (own) => rulesOf(index, own))
  })
  const rulesAt = (context: TimeContext, at: number): Rules | undefined => {
    if (context.document.tokens[at]?.kind === 'number') return mayTellTime(context, at) ? ofDigits : undefined
    const word = ofWord(context.terms, at)
    if (!word?.begins) return undefined
    const counts = word.isNumber && mayTellTime(context, at)
    const opens = word.isOpening && beginsBehind(context, at, rulesAt)
    return counts ? (opens ? word.all : word.unopened) : opens ? word.uncounted : word.others
  }
  return rulesAt
}

/** The rules of a word: all, and without those that it starts as a number, as the opening of a range, or as either. */
function wordRules(classes: readonly string[], rulesFor: (classes: readonly string[]) => Rules) {
  const without = (...left: string[]): Rules => rulesFor(classes.filter((one) => !left.includes(one)))
  return {
    begins: classes.length > 0,
    isNumber: classes.includes('number'),
    isOpening: classes.includes('range-open'),
    all: without(),
    uncounted: without('number'),
    unopened: without('range-open'),
    others: without('number', 'range-open'),
  }
}
const NO_WORD = wordRules([], () => [])

/** Words that may make a time of the number before them, and forms that may join them to it. */
const OF_TIME = new Set(
  'month hijri-month month-word time-unit direction pointer day-part meridiem zone fraction'.split(' '), // era: only behind four digits
)
const JOINTS = new Set(['من', 'في', 'الى', 'حتى', 'لغاية', 'الا', 'و'])
const goesOnInTime = perWord((here) => here.some((one) => OF_TIME.has(one.entry.class) || isJoined(one)))
const isJoined = ({ proclitics }: Term): boolean => proclitics.startsWith('و')

/** Whether a number may be one of a time: a year, or beside a mark, a joint or a word of time. */
function mayTellTime(context: TimeContext, at: number): boolean {
  const { form, kind } = context.document.tokens[at]!
  if (kind === 'number' && (form.length === 4 || form.includes('.') || context.terms.at[at])) return true
  const next = context.numbers[at]?.next ?? at + 1
  return goesOn(context, at + 1) || (next > at + 1 && goesOn(context, next))
}

function goesOn({ document, terms }: TimeContext, at: number): boolean {
  const token = document.tokens[at]
  return token !== undefined && (token.kind === 'punct' || JOINTS.has(token.form) || goesOnInTime(terms, at) === true)
}

/** Whether what an opening word opens can be a range of times. */
function beginsBehind(context: TimeContext, at: number, rulesAt: (context: TimeContext, at: number) => Rules | undefined): boolean {
  const next = termAt(context.terms, at, 'range-open')!.last + 1
  return context.document.tokens[next]?.form === '-' || rulesAt(context, next) !== undefined
}
