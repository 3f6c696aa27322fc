import type { Term } from '../../lang/annotate.ts'
import type { Sentence } from '../../text/document.ts'
import { addresseeAt, isOutlet } from './addressees.ts'
import { mainSubject } from './carry.ts'
import type { Draft } from './draft.ts'
import { afterComplementizers } from './frames.ts'
import { formAt, type Grammar, has, MARK, type ReportParticle } from './grammar.ts'
import { joinChains, makeHop, makerOf, spanOf } from './hops.ts'
import { nounPhrase } from './noun-phrase.ts'
import { isComma, kindAt, type NounPhrase } from './nouns.ts'
import { isSourceLike } from './subjects.ts'

/** How far back, in tokens, the document of 'قال فيه' may stand. */
const DOCUMENT_REACH = 12

/** 'بيانا صادرا عن X جاء فيه «…»': the document's maker, behind whoever passes it on. */
export function documentStatement(grammar: Grammar, sentence: Sentence, at: number, particle: Term<ReportParticle>): Draft | undefined {
  for (let i = at - 1; i >= Math.max(sentence.first, at - DOCUMENT_REACH); i--) {
    if (kindAt(grammar, i) !== 'document') continue
    const carrier = mainSubject(grammar, sentence, i)
    const outlet = carrier && !isOutlet(carrier) ? outletBetween(grammar, carrier.last + 1, at - 1) : undefined
    const maker = makerOf(grammar, { first: i, last: i, head: i, kind: 'document', actors: [] })
    const behind = maker && outlet && maker.first >= outlet.first && maker.first <= outlet.last ? undefined : maker
    const hops = [outlet, carrier, behind]
      .filter((one) => one !== undefined)
      .map((one) => makeHop(grammar, one, 'say', spanOf(grammar, at, particle.last)))
    const first = has(grammar, particle.last + 1, MARK.complementizer)
      ? afterComplementizers(grammar, particle.last + 1)
      : particle.last + 1
    if (hops.length === 0 || first > sentence.last) return undefined
    const chain = hops.reduce((chain, hop) => joinChains(chain, [hop]), [] as Draft['chain'])
    return { first, last: sentence.last, chain, why: [`particle:${particle.entry.id}`], end: 'sentence', nested: false }
  }
  return undefined
}

/** 'خص القائد | موقع «…» | بتصريح', 'أدلى بتصريح | لقناة … |': the outlet spoken to. */
function outletBetween(grammar: Grammar, from: number, to: number): NounPhrase | undefined {
  for (let at = from; at <= to; at++) {
    const told = addresseeAt(grammar, at, to)
    if (told) return told
    if (kindAt(grammar, at) !== 'outlet' && grammar.actorAt[at]?.actor.type !== 'outlet') continue
    const phrase = nounPhrase(grammar, at, to)
    if (phrase && isOutlet(phrase)) return phrase
  }
  return undefined
}

const OPENERS = new Set(['في', 'وفي', 'عبر', 'خلال', 'وخلال', 'وعبر'])
/** How far, in tokens, the comma behind 'في تقرير نشرته الصحيفة' may stand. */
const OPENER_REACH = 10

/** 'في تقرير نشرته X، …', 'وفي حديث لإذاعة X، …' at the head of a sentence: a source before the one who speaks. */
export function openingDocument(grammar: Grammar, sentence: Sentence, at: number): Draft | undefined {
  if (at > sentence.first || !OPENERS.has(formAt(grammar, at)) || kindAt(grammar, at + 1) !== 'document') return undefined
  const phrase = nounPhrase(grammar, at + 1, sentence.last)
  if (!phrase) return undefined
  const source = addresseeNear(grammar, phrase.last + 1, sentence.last) ?? makerOf(grammar, phrase)
  if (!source || !isSourceLike(grammar, source)) return undefined
  for (let end = source.last + 1; end <= Math.min(sentence.last - 1, source.last + OPENER_REACH); end++) {
    if (isComma(formAt(grammar, end))) return opening(grammar, sentence, source, { at, first: end + 1 })
    if (has(grammar, end, MARK.reportVerb)) return opening(grammar, sentence, source, { at, first: end })
    if (has(grammar, end, MARK.complementizer | MARK.break)) return undefined
  }
  return undefined
}

function addresseeNear(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  for (let i = at; i <= Math.min(limit, at + 3); i++) {
    const told = addresseeAt(grammar, i, limit)
    if (told) return told
  }
  return undefined
}

function opening(grammar: Grammar, sentence: Sentence, source: NounPhrase, { at, first }: { at: number; first: number }): Draft {
  const hop = makeHop(grammar, source, 'report', spanOf(grammar, at, at + 1))
  return { first, last: sentence.last, chain: [hop], why: ['opening-document'], end: 'sentence', nested: false, opens: true }
}
