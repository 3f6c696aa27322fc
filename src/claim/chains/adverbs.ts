import { formAt, type Grammar, has, MARK } from './grammar.ts'
import { isComma } from './nouns.ts'

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

/** 'طلب عدم الكشف عن اسمه', 'رفض ذكر اسمه', 'فضل عدم …': verbs and what they ask for. */
const ASKS = new Set(
  'طلب طلبت طلبوا طلبا طالبا طالبة طالبين فضل فضلت فضلوا مفضلا مفضلة رفض رفضت رفضوا رافضا رافضة اشترط اشترطت اشترطوا مشترطا مشترطة'.split(
    ' ',
  ),
)
const NOT_TOLD = new Set('عدم ذكر نشر الكشف كشف الافصاح التعريف حجب ان'.split(' '))

/** Whether a clause in which a source asks to stay nameless begins at a token. @example isAnonymity(grammar, 4) // 'طلب عدم الكشف عن هويته' */
export const isAnonymity = (grammar: Grammar, at: number): boolean => {
  if (!ASKS.has(formAt(grammar, at)) || !NOT_TOLD.has(formAt(grammar, at + 1))) return false
  for (let next = at + 2; next <= at + NAME_REACH; next++) if (OWN_NAME.test(formAt(grammar, next))) return true
  return false
}
const OWN_NAME = /^[ب]?(?:اسم|اسماء|اسمائ|هوي|هويا)(?:ه|ها|هم|ته|تها|تهم|هما|تهما|ين|ية)/u
/** How far, in tokens, the name may stand from the verb that asks not to tell it. */
const NAME_REACH = 6
