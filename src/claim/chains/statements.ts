import type { Terms } from '../../lang/annotate.ts'
import type { Hop, Mentions, Statement, Warning } from '../../model.ts'
import type { Document, Sentence } from '../../text/document.ts'
import { mainSubject } from './carry.ts'
import { readVerbCue } from './cues.ts'
import { documentStatement, openingDocument } from './documents.ts'
import type { Draft } from './draft.ts'
import { type Grammar, has, MARK, makeGrammar, type ReportParticle, termOf } from './grammar.ts'
import { headlineStatement } from './headlines.ts'
import { makeHop, spanOf } from './hops.ts'
import { masdarStatement } from './masdars.ts'
import { applyParticle, particleCue } from './particles.ts'
import { closeEarlier } from './scope.ts'
import type { Scene, State } from './state.ts'
import { describedSource, verbStatement } from './verbs.ts'

/**
 * Reads who says what: stretches of text with the chain of sources each is attributed to. Stretches that no cue
 * governs are the outlet's own and get no statement. Of overlapping statements the innermost holds.
 *
 * @example readStatements(document, terms, mentions).statements[0]?.chain.map((hop) => hop.text) // ['الصحيفة', 'مصادر مطلعة']
 */
export function readStatements(
  document: Document,
  terms: Terms,
  mentions: Pick<Mentions, 'actors' | 'times'>,
): { statements: Statement[]; warnings: Warning[] } {
  const grammar = makeGrammar(document, terms, mentions)
  const state: State = { speakers: [], open: undefined, section: 'title', warnings: [] }
  const drafts: Draft[] = []
  for (const sentence of document.sentences) {
    if (sentence.block !== state.section) Object.assign(state, { speakers: [], open: undefined, section: sentence.block })
    drafts.push(...readSentence(grammar, sentence, state))
  }
  return { statements: drafts.map((draft, i) => publish(grammar, draft, i)), warnings: state.warnings }
}

const publish = (grammar: Grammar, draft: Draft, index: number): Statement => ({
  id: `s${index + 1}`,
  ...spanOf(grammar, draft.first, draft.last),
  chain: draft.chain,
  why: [...draft.why, `scope:${draft.end}`],
})

function readSentence(grammar: Grammar, sentence: Sentence, state: State): Draft[] {
  const scene: Scene = { grammar, sentence, state, drafts: [] }
  resumeQuotation(scene)
  const headline = headlineStatement(grammar, sentence)
  if (headline) scene.drafts.push(headline)
  let at = headline?.first ?? sentence.first
  while (at <= sentence.last) at = readCueAt(scene, at)
  remember(scene)
  return scene.drafts
}

/** A quotation that began in a sentence before goes on here. */
function resumeQuotation({ sentence, state, drafts }: Scene): void {
  if (!state.open || state.open.last < sentence.first) return
  const { chain } = state.open
  const last = Math.min(state.open.last, sentence.last)
  drafts.push({ first: sentence.first, last, chain, why: ['quotation-goes-on'], end: 'quotation', nested: false })
}

const CUES = MARK.particle | MARK.reportVerb | MARK.reportNoun | MARK.sourceNoun | MARK.preposition

/** Reads the cue at a token, if there is one; returns the token to go on from. */
function readCueAt(scene: Scene, at: number): number {
  if (!has(scene.grammar, at, CUES)) return at + 1
  return readParticle(scene, at) ?? readOpening(scene, at) ?? readVerb(scene, at) ?? readNoun(scene, at) ?? at + 1
}

function readParticle(scene: Scene, at: number): number | undefined {
  const { grammar, sentence, drafts } = scene
  const particle = has(grammar, at, MARK.particle) ? termOf<ReportParticle>(grammar, at, 'report-particle') : undefined
  if (!particle) return undefined
  const document = particle.entry.value.takes === 'content' ? documentStatement(grammar, sentence, at, particle) : undefined
  if (document) {
    drafts.push(document)
    return document.first
  }
  const cue = particleCue(scene, at, particle)
  if (!cue) return undefined
  applyParticle(scene, at, cue)
  return cue.last + 1
}

function readOpening({ grammar, sentence, drafts }: Scene, at: number): number | undefined {
  const draft = has(grammar, at, MARK.preposition) ? openingDocument(grammar, sentence, at) : undefined
  if (!draft) return undefined
  drafts.push(draft)
  return draft.first
}

function readVerb(scene: Scene, at: number): number | undefined {
  const { grammar, sentence, drafts } = scene
  const cue = has(grammar, at, MARK.reportVerb) ? readVerbCue(grammar, sentence, at) : undefined
  const draft = cue && verbStatement(scene, cue)
  if (!cue || !draft) return undefined
  closeEarlier(drafts, draft, grammar, cue, sentence)
  drafts.push(...describedSource(cue, draft), draft)
  return draft.nested || cue.frame === 'object' ? at + 1 : Math.max(at + 1, cue.content)
}

function readNoun({ grammar, sentence, drafts }: Scene, at: number): number | undefined {
  const draft = has(grammar, at, MARK.reportNoun | MARK.sourceNoun) ? masdarStatement(grammar, sentence, at, drafts) : undefined
  if (!draft) return undefined
  drafts.push(draft)
  return draft.first
}

/** Keeps the sentence's speakers for the verbs that go on without naming them. */
function remember({ grammar, sentence, state, drafts }: Scene): void {
  if (state.open && state.open.last <= sentence.last) state.open = undefined
  for (const { nested, chain } of drafts) if (!nested && chain.length > 0) keep(grammar, sentence, state, chain)
  if (drafts.length > 0 || state.speakers.length > 0) return
  const subject = mainSubject(grammar, sentence, sentence.last + 1)
  if (subject) keep(grammar, sentence, state, [makeHop(grammar, subject, 'say', undefined)])
}

function keep({ genders }: Grammar, { index }: Sentence, { speakers }: State, chain: Hop[]): void {
  const gender = genders.get(chain.at(-1)!.start) ?? 'unknown'
  const firstGender = genders.get(chain[0]!.start) ?? 'unknown'
  speakers.push({ chain, gender, firstGender, sentence: index })
}
