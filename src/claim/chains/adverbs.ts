import { formAt, type Grammar, has, MARK } from './grammar.ts'
import { isComma } from './noun-phrase.ts'

/** Skips 'له', 'لها', 'لنا' (said to whom), then adverbs. @example skipAside(grammar, 1, 20) */
export const skipAside = (grammar: Grammar, at: number, limit: number): number =>
  TO_WHOM.has(formAt(grammar, at)) && at < limit ? at + 1 : at
const TO_WHOM = new Set(['له', 'لها', 'لهم', 'لنا', 'لهما', 'لهن', 'لي', 'به', 'بها'])

/** Skips the words between verb and subject that name no one, with the commas around them. @example skipAdverbs(grammar, 1, 20) */
export function skipAdverbs(grammar: Grammar, at: number, limit: number): number {
  let next = at
  while (next <= limit) {
    const range = adverbEnd(grammar, next)
    if (range === undefined) break
    next = range + 1
  }
  return next
}

/** 'اليوم الخميس', 'أيضا', '، الجمعة،': words between verb and subject that name no one. */
function adverbEnd(grammar: Grammar, at: number): number | undefined {
  if (has(grammar, at, MARK.actor)) return undefined
  if (has(grammar, at, MARK.adverb | MARK.time)) return at
  if (isComma(formAt(grammar, at)) && has(grammar, Math.min(at + 1, grammar.marks.length - 1), MARK.time | MARK.adverb)) return at
  if (formAt(grammar, at) === '(' && has(grammar, Math.min(at + 1, grammar.marks.length - 1), MARK.time)) return at
  if ((isComma(formAt(grammar, at)) || formAt(grammar, at) === ')') && at > 0 && has(grammar, at - 1, MARK.time)) return at
  return undefined
}
