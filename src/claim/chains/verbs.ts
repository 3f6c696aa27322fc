import type { Hop } from '../../model.ts'
import { isOutlet } from './addressees.ts'
import { carriedOn, mainSubject } from './carry.ts'
import type { VerbCue } from './cues.ts'
import { type Draft, leadsInto } from './draft.ts'
import { formAt, type Grammar, has, MARK, quoteOpening } from './grammar.ts'
import { joinChains, makeHop, spanOf } from './hops.ts'
import { isComma, isDefinite, type NounPhrase } from './nouns.ts'
import { scopeOf } from './scope.ts'
import type { Scene } from './state.ts'

/** The statement of a reporting verb: its chain and how far it reaches. Undefined where nobody is known to speak. */
export function verbStatement(scene: Scene, cue: VerbCue): Draft | undefined {
  const { grammar, sentence, drafts, state } = scene
  const enclosing = drafts.findLast((draft) => !draft.opens && draft.first <= cue.at && cue.at <= draft.last)
  const nested = enclosing !== undefined && (cue.nested || insideClause(grammar, cue, enclosing))
  if (cue.participle && drafts.some((draft) => draft.first === cue.content)) return undefined // 'أخبرني القائد قائلا: …'
  const spoken = spokenChain(scene, cue)
  if (!spoken) return warnUnknown(scene, cue)
  const chain = nested ? nestedChain(cue, enclosing, spoken) : openedChain(scene, cue, spoken)
  const { last, end } = scopeOf(grammar, sentence, cue)
  const after = closesLater(grammar, sentence.last, cue)
  if (after !== undefined) state.open = { last: after, chain }
  return { first: Math.min(cue.content, last), last, chain, why: whyOf(cue, nested), end, nested }
}

/** The chain that the verb's own clause names: who was spoken to, who speaks, whose words are passed on. */
function spokenChain(scene: Scene, cue: VerbCue): Hop[] | undefined {
  const { grammar, sentence, drafts, state } = scene
  const span = spanOf(grammar, cue.at, cue.verb.last)
  const { act } = cue.verb.entry.value
  const hop = (phrase: NounPhrase): Hop => makeHop(grammar, phrase, cue.negated ? 'say' : act, span)
  const speaker = cue.subject ? [hop(cue.subject)] : carriedOn({ grammar, sentence, drafts, speakers: state.speakers }, cue)
  if (!speaker && cue.via.length === 0) return undefined
  const carrier = cue.subject && cue.nested ? carrierOf(scene, cue.subject) : undefined
  let chain = carrier ? joinChains([hop(carrier)], speaker!) : cue.subject || cue.via.length === 0 ? speaker! : (speaker?.slice(0, 1) ?? [])
  if (cue.pronoun && cue.subject) chain = joinChains(chain, state.speakers.at(-1)?.chain.slice(-1) ?? [])
  for (const phrase of cue.via) chain = joinChains(chain, [hop(phrase)])
  if (!cue.addressee) return chain
  return joinChains([{ ...hop(cue.addressee), act: 'report' }], cue.subject ? chain : chain.slice(-1))
}

/** 'اطلعت مجلة X على تقرير يقول إن', 'بثت قناة X تسجيلا يقول': the outlet that passes the document on. */
function carrierOf({ grammar, sentence, drafts }: Scene, subject: NounPhrase): NounPhrase | undefined {
  if (subject.kind !== 'document' || drafts.length > 0 || isDefinite(formAt(grammar, subject.head))) return undefined
  const carrier = mainSubject(grammar, sentence, subject.first)
  return carrier && isOutlet(carrier) ? carrier : undefined
}

/** A demand told of is an event, not one more teller. */
function nestedChain(cue: VerbCue, enclosing: Draft, spoken: Hop[]): Hop[] {
  if (!cue.subject || (cue.verb.entry.value.act === 'demand' && cue.frame !== 'that')) return enclosing.chain
  return joinChains(enclosing.chain, spoken)
}

/** 'بحسب الصحيفة، قال المسؤول إن': the source named before the clause stands nearer the outlet. */
function openedChain({ grammar, drafts }: Scene, cue: VerbCue, spoken: Hop[]): Hop[] {
  const clause = Math.min(cue.at, cue.subject?.first ?? cue.at)
  const opener = drafts.findLast((draft) => leadsInto(grammar, draft, clause))
  if (!opener) return spoken
  const known = new Set(spoken.map((hop) => hop.actor ?? hop.text))
  return joinChains(
    opener.chain.filter((hop) => !known.has(hop.actor ?? hop.text)),
    spoken,
  )
}

/** Last token of a quotation that goes on behind the sentence, or of what a colon at the end of a paragraph announces. */
function closesLater(grammar: Grammar, last: number, cue: VerbCue): number | undefined {
  if (cue.quoteEnd !== undefined && cue.quoteEnd > last) return cue.quoteEnd
  if (cue.content <= last || cue.frame !== 'quote') return undefined
  const quote = quoteOpening(grammar, cue.content)
  if (quote?.closed) return quote.close
  const { sentences, sentenceOf } = grammar.document
  return cue.content < sentenceOf.length ? sentences[sentenceOf[cue.content]!]!.last : undefined
}

function warnUnknown({ grammar, state }: Scene, cue: VerbCue): undefined {
  state.warnings.push({
    code: 'unknown-speaker',
    message: `No source found for the verb at ${grammar.document.tokens[cue.at]!.start}; its sentence stands as the outlet's own.`,
  })
  return undefined
}

/** What the text says of the source behind is said by the one who quotes it: 'نقلت X عن دبلوماسيين يمثلون … أن'. */
export function describedSource(cue: VerbCue, draft: Draft): Draft[] {
  const [behind] = cue.via
  if (!behind || draft.chain.length < 2 || behind.first >= draft.first) return []
  const chain = draft.chain.slice(0, -1)
  return [
    { ...draft, first: behind.first, last: draft.first - 1, chain, why: [...draft.why, 'describes-source'], end: 'clause', nested: true },
  ]
}

const whyOf = (cue: VerbCue, nested: boolean): string[] => [
  `verb:${cue.verb.entry.id}/${cue.frame}`,
  cue.subject ? 'source-named' : cue.participle ? 'same-speaker' : 'goes-on',
  ...(cue.negated ? ['negated-denial'] : []),
  ...(nested ? ['inside-statement'] : []),
  ...(cue.via.length > 0 ? ['source-behind'] : []),
  ...(cue.addressee ? ['spoken-to-outlet'] : []),
]

/** A finite verb without 'و' inside what another says belongs to it: '… إن تقارير تشير إلى أن'. */
function insideClause(grammar: Grammar, cue: VerbCue, enclosing: Draft): boolean {
  if (cue.participle || /^[وف]/u.test(cue.verb.proclitics)) return false
  const subjectFirst = cue.subject && cue.subject.first < cue.at ? cue.subject.first : cue.at
  const before = subjectFirst - 1
  if (before < enclosing.first) return true
  return !isComma(formAt(grammar, before)) && !has(grammar, before, MARK.break) && !startsCoordinate(grammar, subjectFirst)
}

const startsCoordinate = (grammar: Grammar, at: number): boolean =>
  grammar.terms.at[at]?.some((term) => term.proclitics.startsWith('و')) === true
