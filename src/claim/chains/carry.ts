import type { Features } from '../../lang/lexicon.ts'
import type { Hop } from '../../model.ts'
import type { Sentence } from '../../text/document.ts'
import { opensOwnClause } from './clauses.ts'
import type { VerbCue } from './cues.ts'
import { type Draft, leadsInto } from './draft.ts'
import { type Grammar, has, MARK } from './grammar.ts'
import { makeHop, spanOf } from './hops.ts'
import { nounPhrase } from './noun-phrase.ts'
import type { NounPhrase } from './nouns.ts'
import { fits, type Speaker, speakerFor } from './speakers.ts'
import { isSourceLike } from './subjects.ts'

/** What the sentences before leave for a verb without a subject of its own. */
export interface Carry {
  grammar: Grammar
  sentence: Sentence
  drafts: readonly Draft[]
  speakers: readonly Speaker[]
}

/** The chain that a verb without a subject of its own goes on with: the sentence's own speaker, else the latest that fits. */
export function carriedOn({ grammar, sentence, drafts, speakers }: Carry, cue: VerbCue): Hop[] | undefined {
  const { features } = cue.verb
  if (!cue.participle && cue.via.length === 0 && !opensOwnClause(grammar, sentence, cue.at, cue.verb.proclitics)) return undefined
  const own = drafts.findLast(
    (draft) =>
      !draft.nested &&
      !leadsInto(grammar, draft, cue.at) &&
      draft.why[0] !== 'quotation-goes-on' &&
      Math.min(draft.first, draft.last) < cue.at,
  )
  if (own && (cue.participle || fits(genderOfLast(grammar, own.chain), features))) return withCue(grammar, own.chain, cue)
  const initial = cue.at <= sentence.first + 1
  if (!initial || speakers.length === 0) {
    const subject = mainSubject(grammar, sentence, cue.at)
    const hop = subject && makeHop(grammar, subject, cue.verb.entry.value.act, spanOf(grammar, cue.at, cue.verb.last))
    if (hop && (cue.participle || fits(genderOfLast(grammar, [hop]), features))) return [hop]
  }
  const speaker = speakerFor(speakers, cue.participle ? asPerson(features) : features)
  return speaker && withCue(grammar, speaker.chain, cue)
}

/** 'قائلا' goes along with a masculine verb, 'قائلة' with a feminine one. */
const asPerson = (features: Features | undefined): Features => ({
  person: features?.number === 'plural' ? '3mp' : features?.gender === 'f' ? '3fs' : '3ms',
})

const genderOfLast = (grammar: Grammar, chain: readonly Hop[]) => grammar.genders.get(chain.at(-1)!.start) ?? 'unknown'

/** The chain again, its last hop under the new verb: 'وأضاف' says, whatever the verb before did. */
function withCue(grammar: Grammar, chain: readonly Hop[], cue: VerbCue): Hop[] {
  const { act } = cue.verb.entry.value
  const last = { ...chain.at(-1)!, act, cue: spanOf(grammar, cue.at, cue.verb.last) }
  return [...chain.slice(0, -1), last]
}

/** Who 'قوله', 'كما قالت' stand for. */
export const speakerOf = (speakers: readonly Speaker[], features: Features): Hop[] | undefined => speakerFor(speakers, features)?.chain

/** How far, in tokens, the subject may stand from the beginning of its sentence. */
const SUBJECT_REACH = 6

/** The subject of the sentence's own verb: the first source-like phrase near its beginning, not behind a preposition. */
export function mainSubject(grammar: Grammar, sentence: Sentence, before: number): NounPhrase | undefined {
  const limit = Math.min(before - 1, sentence.first + SUBJECT_REACH)
  for (let at = sentence.first; at <= limit; at++) {
    if (has(grammar, at, MARK.preposition)) return undefined
    if (!has(grammar, at, MARK.actor | MARK.sourceNoun)) continue
    if (at > sentence.first && grammar.terms.at[at]?.every((term) => /[بل]$/u.test(term.proclitics))) return undefined
    const phrase = nounPhrase(grammar, at, before - 1, { strict: true })
    return phrase && isSourceLike(grammar, phrase) ? phrase : undefined
  }
  return undefined
}
