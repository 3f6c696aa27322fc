import type { Term } from '../../lang/annotate.ts'
import type { Act, Hop } from '../../model.ts'
import type { Sentence } from '../../text/document.ts'
import { isQuotingVerb, isSourceLike, postverbalSubject, skipAdverbs } from './cues.ts'
import { formAt, type Grammar, has, MARK, type ReportParticle, type ReportVerb, termOf } from './grammar.ts'
import { joinChains, makeHop, spanOf } from './hops.ts'
import { nounPhrase } from './noun-phrase.ts'

/** A source named by a particle: its hops, from the one nearest the outlet, and the last token of the phrase. */
export interface ParticleCue {
  hops: Hop[]
  hop: 'outer' | 'inner'
  last: number
  why: string[]
}

/**
 * Reads the source that a particle names: 'بحسب X', 'نقلا عن X', 'حسبما ذكر X', 'وفق ما نقلت X عن Y'.
 * Undefined where no source follows ('حسب قوله', 'وفق الاتفاق').
 */
export function particleCue(grammar: Grammar, sentence: Sentence, at: number, particle: Term<ReportParticle>): ParticleCue | undefined {
  const { takes, act, hop } = particle.entry.value
  if (takes === 'content') return undefined
  const why = [`particle:${particle.entry.id}`]
  const next = skipAdverbs(grammar, particle.last + 1, sentence.last)
  if (next > sentence.last) return undefined
  const read =
    takes === 'noun'
      ? nounSource(grammar, sentence, next, act, spanOf(grammar, at, particle.last))
      : verbSource(grammar, sentence, next, takes, particle)
  return read && { ...read, hop, why }
}

type Read = Pick<ParticleCue, 'hops' | 'last'>

function nounSource(grammar: Grammar, sentence: Sentence, at: number, act: Act, cue: { start: number; end: number }): Read | undefined {
  const start = formAt(grammar, at) === 'ل' || formAt(grammar, at) === 'ما' ? at + 1 : at
  const phrase = nounPhrase(grammar, start, sentence.last)
  if (!phrase || !isSourceLike(phrase) || carriesPronoun(grammar, start)) return undefined
  const hop = makeHop(grammar, phrase, act, cue)
  const inner = innerSource(grammar, sentence, phrase.last + 1)
  return inner ? { hops: joinChains([hop], inner.hops), last: inner.last } : { hops: [hop], last: phrase.last }
}

/** 'بحسب الصحيفة نقلا عن مصادر' */
function innerSource(grammar: Grammar, sentence: Sentence, at: number): Read | undefined {
  if (at > sentence.last || !has(grammar, at, MARK.particle)) return undefined
  const particle = termOf<ReportParticle>(grammar, at, 'report-particle')
  if (particle?.entry.value.hop !== 'inner') return undefined
  return particleCue(grammar, sentence, at, particle)
}

/** 'حسب قوله', 'بحسب شهادتها': whoever speaks already. */
const carriesPronoun = (grammar: Grammar, at: number): boolean =>
  grammar.terms.at[at]?.[0]?.suffix !== undefined && grammar.terms.at[at]![0]!.suffix !== ''

function verbSource(
  grammar: Grammar,
  sentence: Sentence,
  at: number,
  takes: ReportParticle['takes'],
  particle: Term<ReportParticle>,
): Read | undefined {
  const verb = termOf<ReportVerb>(grammar, at, 'report-verb')
  if (takes === 'verb' && !verb) return undefined
  const phrase = postverbalSubject(grammar, sentence, skipAdverbs(grammar, at + 1, sentence.last), true)
  if (!phrase || !isSourceLike(phrase)) return undefined
  const after = phrase.last + 1
  if (particle.entry.id === 'kama' && (isConnective(grammar, sentence, at) || bringsContent(grammar, sentence, after))) return undefined
  const act = verb?.entry.value.act ?? particle.entry.value.act
  const hops = [makeHop(grammar, phrase, act, spanOf(grammar, at, at))]
  if (verb && (isQuotingVerb(verb) || verb.entry.value.frames.includes('an')) && formAt(grammar, after) === 'عن') {
    const behind = nounPhrase(grammar, after + 1, sentence.last)
    if (behind) return { hops: joinChains(hops, [makeHop(grammar, behind, act, spanOf(grammar, at, at))]), last: behind.last }
  }
  return { hops, last: phrase.last }
}

/** 'كما' at the head of a sentence only joins it to the one before. */
const isConnective = (grammar: Grammar, sentence: Sentence, verb: number): boolean =>
  verb <= sentence.first + 1 && has(grammar, verb, MARK.reportVerb)

/** What the source says follows, so that the verb is a cue of its own. */
function bringsContent(grammar: Grammar, sentence: Sentence, at: number): boolean {
  for (let i = at; i <= Math.min(sentence.last, at + 4); i++) if (has(grammar, i, MARK.complementizer)) return true
  return formAt(grammar, at) === ':' || formAt(grammar, at) === 'الى' || formAt(grammar, at) === 'عن'
}
