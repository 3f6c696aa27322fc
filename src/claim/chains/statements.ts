import type { Term, Terms } from '../../lang/annotate.ts'
import type { Hop, Mentions, Statement, Warning } from '../../model.ts'
import type { Document, Sentence } from '../../text/document.ts'
import { readVerbCue, type VerbCue } from './cues.ts'
import { formAt, type Grammar, has, MARK, makeGrammar, quoteOpening, type ReportParticle, termOf } from './grammar.ts'
import { joinChains, makeHop, makerOf, spanOf } from './hops.ts'
import { isComma, type NounPhrase, nounPhrase } from './noun-phrase.ts'
import { particleCue } from './particles.ts'
import { genderOf, type Speaker, speakerFor } from './speakers.ts'

/** A statement being built: token range, chain and the names of the rules that made it. */
export interface Draft {
  first: number
  last: number
  chain: Hop[]
  why: string[]
  /** Made inside another statement of the sentence: it does not carry on. */
  nested: boolean
}

/** What one sentence leaves for the next. */
interface State {
  speakers: Speaker[]
  /** A quotation that goes on: its last token and its chain. */
  open: { last: number; chain: Hop[] } | undefined
  section: 'title' | 'body'
  warnings: Warning[]
}

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
  why: draft.why,
})

function readSentence(grammar: Grammar, sentence: Sentence, state: State): Draft[] {
  const drafts: Draft[] = []
  if (state.open && state.open.last >= sentence.first) {
    drafts.push({
      first: sentence.first,
      last: Math.min(state.open.last, sentence.last),
      chain: state.open.chain,
      why: ['quotation-goes-on'],
      nested: false,
    })
  }
  const headline = headlineStatement(grammar, sentence)
  if (headline) drafts.push(headline)
  let at = headline?.first ?? sentence.first
  while (at <= sentence.last) at = readCueAt(grammar, sentence, at, drafts, state)
  remember(grammar, sentence, drafts, state)
  return drafts
}

/** 'المرصد: مقتل …', 'مسؤول عراقي: …': a source and a colon at the head of a line. */
function headlineStatement(grammar: Grammar, sentence: Sentence): Draft | undefined {
  const phrase = nounPhrase(grammar, sentence.first, sentence.last)
  if (!phrase || formAt(grammar, phrase.last + 1) !== ':' || phrase.last + 1 >= sentence.last || !namesSpeaker(phrase)) return undefined
  const chain = [makeHop(grammar, phrase, 'say', spanOf(grammar, phrase.last + 1, phrase.last + 1))]
  return { first: phrase.last + 2, last: sentence.last, chain, why: ['headline-colon'], nested: false }
}

/** A bare country before a colon is where it happens, not who says it. */
const namesSpeaker = (phrase: NounPhrase): boolean =>
  phrase.kind !== undefined || phrase.actors.some((actor) => actor.type !== 'state' && actor.type !== 'community')

/** Reads the cue at a token, if there is one; returns the token to go on from. */
function readCueAt(grammar: Grammar, sentence: Sentence, at: number, drafts: Draft[], state: State): number {
  if (has(grammar, at, MARK.particle)) {
    const particle = termOf<ReportParticle>(grammar, at, 'report-particle')
    const document = particle?.entry.value.takes === 'content' ? documentStatement(grammar, sentence, at, particle) : undefined
    if (document) {
      drafts.push(document)
      return document.first
    }
    const cue = particle && particleCue(grammar, sentence, at, particle)
    if (cue) {
      applyParticle(grammar, sentence, at, cue, drafts)
      return cue.last + 1
    }
  }
  if (has(grammar, at, MARK.reportVerb)) {
    const cue = readVerbCue(grammar, sentence, at)
    const draft = cue && verbStatement(grammar, sentence, cue, drafts, state)
    if (cue && draft) {
      closeEarlier(drafts, draft, grammar, cue, sentence)
      drafts.push(...describedSource(cue, draft), draft)
      return Math.max(at + 1, draft.nested || cue.frame === 'object' ? at + 1 : cue.content)
    }
  }
  return at + 1
}

function verbStatement(grammar: Grammar, sentence: Sentence, cue: VerbCue, drafts: readonly Draft[], state: State): Draft | undefined {
  const cueSpan = spanOf(grammar, cue.at, cue.verb.last)
  const { act } = cue.verb.entry.value
  const hop = (phrase: NounPhrase): Hop => makeHop(grammar, phrase, act, cueSpan)
  const enclosing = drafts.findLast((draft) => draft.first <= cue.at && cue.at <= draft.last)
  const nested = enclosing !== undefined && (cue.nested || insideClause(grammar, cue, enclosing))
  const speaker = cue.subject ? [hop(cue.subject)] : carriedOn(grammar, sentence, cue, drafts, state)
  if (speaker === undefined) return undefined
  let chain = cue.subject || !isQuoting(cue) ? speaker : speaker.slice(0, 1)
  for (const phrase of cue.via) chain = joinChains(chain, [hop(phrase)])
  if (cue.addressee && !cue.subject) chain = chain.slice(-1)
  if (cue.addressee) chain = joinChains([{ ...hop(cue.addressee), act: 'report' }], chain)
  if (nested && cue.subject) chain = joinChains(enclosing.chain, chain)
  if (nested && act === 'demand' && cue.frame !== 'that') chain = enclosing.chain // a demand told of is an event, not one more teller
  const last = scopeEnd(grammar, sentence, cue)
  if (cue.quoteEnd !== undefined && cue.quoteEnd > sentence.last) state.open = { last: cue.quoteEnd, chain }
  return { first: Math.min(cue.content, last), last, chain, why: whyOf(cue, nested), nested }
}

/** What the text says of the source behind is said by the one who quotes it: 'نقلت X عن دبلوماسيين يمثلون … أن'. */
function describedSource(cue: VerbCue, draft: Draft): Draft[] {
  const [behind] = cue.via
  if (!behind || draft.chain.length < 2 || behind.first >= draft.first) return []
  return [
    {
      ...draft,
      first: behind.first,
      last: draft.first - 1,
      chain: draft.chain.slice(0, -1),
      why: [...draft.why, 'describes-source'],
      nested: true,
    },
  ]
}

/** 'بيانا صادرا عن X جاء فيه «…»': the document's maker, behind whoever passes it on. */
function documentStatement(grammar: Grammar, sentence: Sentence, at: number, particle: Term<ReportParticle>): Draft | undefined {
  for (let i = at - 1; i >= Math.max(sentence.first, at - 12); i--) {
    if (termOf<{ kind: string }>(grammar, i, 'source-noun')?.entry.value.kind !== 'document') continue
    const phrase = { first: i, last: i, kind: 'document' as const, actors: [] }
    const maker = makerOf(grammar, phrase)
    const carrier = mainSubject(grammar, sentence, i)
    const hops = [carrier, maker]
      .filter((one) => one !== undefined)
      .map((one) => makeHop(grammar, one, 'say', spanOf(grammar, at, particle.last)))
    const first = skipComplementizers(grammar, particle.last + 1)
    if (hops.length === 0 || first > sentence.last) return undefined
    return {
      first,
      last: sentence.last,
      chain: hops.length === 2 ? joinChains([hops[0]!], [hops[1]!]) : hops,
      why: [`particle:${particle.entry.id}`],
      nested: false,
    }
  }
  return undefined
}

function skipComplementizers(grammar: Grammar, at: number): number {
  let next = at
  while (next < grammar.marks.length && has(grammar, next, MARK.complementizer)) next++
  return next
}

const whyOf = (cue: VerbCue, nested: boolean): string[] => [
  `verb:${cue.verb.entry.id}/${cue.frame}`,
  cue.subject ? 'source-named' : cue.participle ? 'same-speaker' : 'goes-on',
  ...(nested ? ['inside-statement'] : []),
  ...(cue.via.length > 0 ? ['source-behind'] : []),
  ...(cue.addressee ? ['spoken-to-outlet'] : []),
]

const isQuoting = (cue: VerbCue): boolean => cue.via.length > 0

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

/** The chain that a verb without a subject of its own goes on with. */
function carriedOn(grammar: Grammar, sentence: Sentence, cue: VerbCue, drafts: readonly Draft[], state: State): Hop[] | undefined {
  const own = drafts.filter((draft) => !draft.nested && draft.why[0] !== 'quotation-goes-on')
  if (own.length > 0) return own.at(-1)!.chain
  const initial = cue.at <= sentence.first + 1
  if (!initial || state.speakers.length === 0) {
    const subject = mainSubject(grammar, sentence, cue.at)
    if (subject) return [makeHop(grammar, subject, cue.verb.entry.value.act, spanOf(grammar, cue.at, cue.verb.last))]
  }
  if (cue.verb.features?.voice === 'passive') return undefined
  const speaker = speakerFor(state.speakers, cue.verb.features)
  if (speaker) return speaker.chain
  state.warnings.push({
    code: 'unknown-speaker',
    message: `No source found for the verb at ${grammar.document.tokens[cue.at]!.start}; its sentence stands as the outlet's own.`,
  })
  return undefined
}

/** The subject of the sentence's own verb: the first source-like phrase near its beginning, not behind a preposition. */
function mainSubject(grammar: Grammar, sentence: Sentence, before: number): NounPhrase | undefined {
  const limit = Math.min(before - 1, sentence.first + 6)
  for (let at = sentence.first; at <= limit; at++) {
    if (has(grammar, at, MARK.preposition)) return undefined
    if (!has(grammar, at, MARK.actor | MARK.sourceNoun)) continue
    if (at > sentence.first && grammar.terms.at[at]?.every((term) => /[بل]$/u.test(term.proclitics))) return undefined
    return nounPhrase(grammar, at, before - 1)
  }
  return undefined
}

/** Acts whose bare object reaches no further than its clause: what follows is told by the outlet again. */
const NARROW_ACTS: ReadonlySet<string> = new Set(['warn', 'threaten', 'demand', 'deny', 'decline'])

function clauseEnd(grammar: Grammar, from: number, limit: number): number {
  for (let at = from + 1; at <= limit; at++) {
    if (has(grammar, at, MARK.break) || (isComma(formAt(grammar, at)) && !has(grammar, Math.min(at + 1, limit), MARK.time))) return at - 1
  }
  return limit
}

/** What is said ends with its quotation, with the sentence, or where the next source begins to speak. */
function scopeEnd(grammar: Grammar, sentence: Sentence, cue: VerbCue): number {
  if (cue.content < cue.at && cue.quoteEnd !== undefined && cue.quoteEnd < cue.at) return cue.quoteEnd
  if (NARROW_ACTS.has(cue.verb.entry.value.act) && cue.frame !== 'that' && cue.frame !== 'quote')
    return clauseEnd(grammar, cue.content, sentence.last)
  if (cue.quoteEnd === undefined) return sentence.last
  if (cue.quoteEnd >= sentence.last) return sentence.last
  if (cue.frame === 'that') return sentence.last
  return isComma(formAt(grammar, cue.quoteEnd + 1)) && !quoteOpening(grammar, cue.quoteEnd + 2)
    ? Math.min(cue.quoteEnd + 1, sentence.last)
    : sentence.last
}

/** A new top-level statement ends those before it in the sentence, at the beginning of its own clause. */
function closeEarlier(drafts: Draft[], next: Draft, grammar: Grammar, cue: VerbCue, sentence: Sentence): void {
  if (next.nested) return
  const clause = clauseStart(grammar, sentence, Math.min(cue.at, cue.subject?.first ?? cue.at))
  for (const draft of drafts) if (draft.last >= clause && draft.first < clause && draft.last <= sentence.last) draft.last = clause - 1
}

function clauseStart(grammar: Grammar, sentence: Sentence, at: number): number {
  let start = at
  while (
    start > sentence.first &&
    has(grammar, start - 1, MARK.kana | MARK.break | MARK.adverb) &&
    !has(grammar, start - 1, MARK.complementizer)
  )
    start--
  return start
}

function applyParticle(
  grammar: Grammar,
  sentence: Sentence,
  at: number,
  cue: NonNullable<ReturnType<typeof particleCue>>,
  drafts: Draft[],
): void {
  const atStart = at <= sentence.first + 1 || has(grammar, at - 1, MARK.break)
  const hops = cue.hops
  if (hops.length === 0) return
  if (!atStart) {
    const earlier = drafts.filter((draft) => draft.first < at)
    const outermost = earlier.find((draft) => !draft.nested && draft.last >= at - 1) ?? earlier.findLast((draft) => !draft.nested)
    if (outermost) {
      for (const draft of earlier) {
        if (draft !== outermost && !(draft.nested && draft.first >= outermost.first)) continue
        draft.chain = cue.hop === 'outer' ? joinOuter(hops, draft.chain) : joinChains(draft.chain, hops)
        draft.why.push(...cue.why)
      }
      return
    }
  }
  const last = sentence.last
  drafts.push({ first: atStart ? cue.last + 1 : sentence.first, last, chain: hops, why: cue.why, nested: false })
  if (atStart && cue.last + 1 > last) drafts.at(-1)!.first = last
}

/** A trailing source stands nearer the outlet than the speaker; a source that is already there stands once. */
const joinOuter = (outer: readonly Hop[], chain: readonly Hop[]): Hop[] => {
  const fresh = outer.filter(
    (hop) => !chain.some((known) => known.text === hop.text || (known.actor !== undefined && known.actor === hop.actor)),
  )
  return [...fresh, ...chain]
}

/** Keeps the sentence's speakers for the verbs that go on without naming them. */
function remember(grammar: Grammar, sentence: Sentence, drafts: readonly Draft[], state: State): void {
  if (state.open && state.open.last <= sentence.last) state.open = undefined
  for (const draft of drafts) {
    if (!draft.nested && draft.chain.length > 0)
      state.speakers.push({
        chain: draft.chain,
        gender: genderOf(draft.chain.at(-1)!),
        firstGender: genderOf(draft.chain[0]!),
        sentence: sentence.index,
      })
  }
  if (drafts.length === 0) {
    const subject = mainSubject(grammar, sentence, sentence.last + 1)
    if (subject && state.speakers.length === 0) {
      const hop = makeHop(grammar, subject, 'say', undefined)
      state.speakers.push({ chain: [hop], gender: genderOf(hop), firstGender: genderOf(hop), sentence: sentence.index })
    }
  }
}
