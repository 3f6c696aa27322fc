import type { Sentence } from '../../text/document.ts'
import { formAt, type Grammar, has, MARK } from './grammar.ts'

const OPENS =
  MARK.complementizer | MARK.break | MARK.kana | MARK.adverb | MARK.relative | MARK.punct | MARK.preposition | MARK.particle | MARK.time
const JOINS = new Set(['و', 'ثم', 'كما', 'هو', 'هي', 'وهو', 'وهي', 'فهو', 'بل', 'ما', 'مما', 'لم', 'لا', 'لن', 'ولم', 'ولا'])
/** Words within which 'في تصريحات صحفية' may stand before its verb. */
const SETTING_REACH = 16

/**
 * Whether a finite verb at a token may open a clause. In mid-clause ('صورا تظهر 7 جثث', 'تعتزم الحكومة نشر') it describes
 * a noun, or is a noun spelled like a verb.
 */
export function opensOwnClause(grammar: Grammar, sentence: Sentence, at: number, proclitics: string): boolean {
  if (at <= sentence.first + 1 || /^[وف]/u.test(proclitics)) return true
  if (has(grammar, at - 1, OPENS) || JOINS.has(formAt(grammar, at - 1)) || has(grammar, sentence.first, MARK.kana)) return true
  return at - sentence.first <= SETTING_REACH && has(grammar, sentence.first, MARK.preposition | MARK.adverb | MARK.time | MARK.break)
}
