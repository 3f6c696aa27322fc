import type { Sentence } from '../../text/document.ts'
import { addresseeAt } from './addressees.ts'
import type { Draft } from './draft.ts'
import { formAt, type Grammar } from './grammar.ts'
import { joinChains, makeHop, spanOf } from './hops.ts'
import { nounPhrase } from './noun-phrase.ts'
import type { NounPhrase } from './nouns.ts'
import { isSourceLike } from './subjects.ts'

/** 'المرصد: مقتل …', 'مسؤول عراقي لرويترز: …', 'رويترز عن مسؤول: …': sources and a colon at the head of a line. */
export function headlineStatement(grammar: Grammar, sentence: Sentence): Draft | undefined {
  const phrase = nounPhrase(grammar, sentence.first, sentence.last)
  if (!phrase || !namesSpeaker(grammar, phrase)) return undefined
  const told = addresseeAt(grammar, phrase.last + 1, sentence.last)
  const behind = !told && formAt(grammar, phrase.last + 1) === 'عن' ? nounPhrase(grammar, phrase.last + 2, sentence.last) : undefined
  const colon = (told ?? behind ?? phrase).last + 1
  if (formAt(grammar, colon) !== ':' || colon >= sentence.last) return undefined
  const hop = (one: NounPhrase) => makeHop(grammar, one, 'say', spanOf(grammar, colon, colon))
  const chain = told
    ? joinChains([{ ...hop(told), act: 'report' }], [hop(phrase)])
    : behind
      ? joinChains([hop(phrase)], [hop(behind)])
      : [hop(phrase)]
  return {
    first: colon + 1,
    last: partEnd(grammar, colon + 1, sentence.last),
    chain,
    why: ['headline-colon'],
    end: 'sentence',
    nested: false,
  }
}

/** A bare country before a colon is where it happens, not who says it. */
const namesSpeaker = (grammar: Grammar, phrase: NounPhrase): boolean =>
  (isSourceLike(grammar, phrase) || isForce(grammar, phrase.head)) &&
  (phrase.kind !== undefined ||
    isForce(grammar, phrase.head) ||
    phrase.actors.some((actor) => actor.type !== 'state' && actor.type !== 'community'))

/** 'الأمن العام', 'الحرس الوطني' */
const isForce = (grammar: Grammar, at: number): boolean =>
  grammar.terms.at[at]?.some((term) => term.entry.class === 'force' && term.features?.definite) === true

/** '… من عرسال.. والجيش يحرر': points part a headline; the source speaks in the first part. */
function partEnd(grammar: Grammar, from: number, limit: number): number {
  for (let at = from; at < limit; at++)
    if (formAt(grammar, at) === '…' || (formAt(grammar, at) === '.' && formAt(grammar, at + 1) === '.')) return at - 1
  return limit
}
