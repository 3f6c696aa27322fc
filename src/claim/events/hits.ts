import { PEOPLE, PERSON_FIGURE, PLACE_NAME, type Trigger } from '../../events/index.ts'
import type { Term, Terms } from '../../lang/annotate.ts'
import { arabicSpelling } from '../../lang/ar/spelling.ts'
import type { Features } from '../../lang/lexicon.ts'
import { EVENT_TYPES, type Span } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import { Marks } from './marks.ts'

/** One way to read a hit. */
export interface Option {
  trigger: Trigger
  features: Features | undefined
}

/** Words of the text that may stand for an event: all event types that the words and their companions allow. */
export interface Hit {
  first: number
  last: number
  sentence: number
  clause: number
  proclitics: string
  suffix: string
  /** A noun that only speaks of the event again. */
  again?: true
  options: Option[]
}

interface Ground {
  document: Document
  terms: Terms
  marks: Uint32Array
  clauseOf: Int32Array
  /** First token of each clause. */
  clauseFirst: readonly number[]
  /** Words that announce a source: no events. */
  cues: readonly Span[]
  names: readonly Span[]
  places: readonly Span[]
}

/** Words after a trigger among which a companion (`with`) is looked for. */
const COMPANY = 10
/** Words before a verb with an object pronoun among which what the pronoun stands for may be named. */
const ANTECEDENT = 6
/** Words on either side among which the surroundings (`near`) are looked for. */
const SURROUNDINGS = 14
/** Words on either side of a trigger where a word that excludes it may stand. */
const BESIDE = 2
/** Words on either side of a trigger that counts only beside a figure. */
const TOUCH = 2

/** Finds the event triggers of a document; of overlapping ones the longest stays. */
export function readHits(ground: Ground): Hit[] {
  const covered = coverage(ground)
  const hits: Hit[] = []
  for (let at = 0; at < ground.document.tokens.length; at++) {
    const terms = ground.terms.at[at]
    if (!terms || (ground.marks[at]! & Marks.event) === 0 || covered[at] === NAME) continue
    const hit = hitAt(ground, at, terms, covered[at] === CUE)
    if (!hit) continue
    settle(ground, hit)
    hit.options.sort((a, b) => rank(a) - rank(b))
    hits.push(hit)
    at = hit.last
  }
  return hits
}

/** What names whom it befalls before what does not; then the order of the contract, the most specific first. */
const RANK = new Map<string, number>(EVENT_TYPES.map((type, i) => [type, i]))
const rank = ({ trigger }: Option): number => RANK.get(trigger.type)! + (trigger.of ? 0 : EVENT_TYPES.length)

/** Tokens inside names stand for no event, those of reporting cues only for refusals to speak and for promises. */
const NAME = 1
const CUE = 2
const SPOKEN: ReadonlySet<string> = new Set(['no-comment', 'denial-of-knowledge', 'agreement', 'forecast'])

function coverage({ document: { tokens }, cues, names, places }: Ground): Uint8Array {
  const covered = new Uint8Array(tokens.length)
  for (const spans of [cues, ...[names, places].map((list) => [...list].sort((a, b) => a.start - b.start))]) {
    const value = spans === cues ? CUE : NAME
    let at = 0
    for (const span of spans) {
      while (at > 0 && tokens[at - 1]!.end > span.start) at--
      while (at < tokens.length && tokens[at]!.end <= span.start) at++
      for (let i = at; i < tokens.length && tokens[i]!.start < span.end; i++) covered[i] = value
    }
  }
  return covered
}

function hitAt(ground: Ground, at: number, terms: readonly Term[], cue: boolean): Hit | undefined {
  let best: Hit | undefined
  for (const term of terms as readonly Term<Trigger>[]) {
    if (term.entry.class !== 'event') continue
    if (best && term.last < best.last) break
    const option = { trigger: term.entry.value, features: term.features }
    if ((cue && !SPOKEN.has(option.trigger.type)) || !fits(ground, term, option)) continue
    if (!best) best = newHit(ground, at, term)
    if (term.proclitics === best.proclitics && term.suffix === best.suffix) best.options.push(option)
  }
  if (best?.options.some(({ trigger }) => trigger.negated)) best.options = best.options.filter(({ trigger }) => trigger.negated)
  return best
}

/** 'قتل', 'خطف': after a preposition or another verb a verbal noun, else a finite verb. */
function settle(ground: Ground, hit: Hit): void {
  const { marks, terms } = ground
  const kinds = new Set(hit.options.map(({ trigger }) => trigger.kind))
  if (!kinds.has('verb') || !kinds.has('masdar')) return
  const before = hit.first - 1
  const inside = before >= ground.document.sentences[hit.sentence]!.first
  const governed = inside && ((marks[before]! & (Marks.preposition | Marks.adjunct)) !== 0 || terms.at[before]?.some(governs) === true)
  const drop =
    governed || /[بلك]$/u.test(hit.proclitics) || (hit.first > ground.clauseFirst[hit.clause]! && followsVerb(ground, hit))
      ? 'verb'
      : 'masdar'
  hit.options = hit.options.filter(({ trigger }) => trigger.kind !== drop)
}

/** A clause that has its verb goes on to a verbal noun: 'تعتزم الإدارة نقل من تبقى'. */
function followsVerb({ marks, clauseOf }: Ground, hit: Hit): boolean {
  for (let i = hit.first - 1; i >= 0 && clauseOf[i] === hit.clause; i--) if (marks[i]! & Marks.verb) return true
  return false
}

const GOVERNING = new Set(['light', 'modal-light', 'modal', 'report-verb'])
const governs = ({ entry, features }: Term): boolean =>
  GOVERNING.has(entry.class) &&
  (entry.class.includes('light') || features?.tense !== undefined || entry.class === 'modal') &&
  !(entry.value as { verb?: boolean } | undefined)?.verb

const newHit = ({ document, clauseOf }: Ground, at: number, term: Term): Hit => ({
  first: at,
  last: term.last,
  sentence: document.sentenceOf[at]!,
  clause: clauseOf[at]!,
  proclitics: term.proclitics,
  suffix: term.suffix,
  options: [],
})

function fits(ground: Ground, term: Term<Trigger>, { trigger, features }: Option): boolean {
  if (trigger.kind === 'verb' && !isLikelyForm(ground, term)) return false
  if (trigger.pastOnly && features?.tense === 'present' && !term.proclitics.endsWith('س')) return false
  if (trigger.kind === 'verb' && /[بك]$/u.test(term.proclitics)) return false
  if (trigger.adjacent && (term.suffix !== '' || !touchesFigure(ground, term))) return false
  if (trigger.negated && !isNegated(ground, term.first)) return false
  if (trigger.own && (ground.marks[term.first]! & Marks.figure) === 0) return false
  if (trigger.with && !company(ground, term, trigger.with, trigger.reach)) return false
  if (trigger.near && !surroundings(ground, term, trigger.near)) return false
  return !(trigger.without && beside(ground, term, trigger.without))
}

/** Shortened forms need their particle; the first person stands in quotations or with a future; nobody is spoken to. */
function isLikelyForm({ document }: Ground, { features, first, proclitics }: Term<Trigger>): boolean {
  if (!features) return true
  if (features.jussive) return SHORTENING.has(document.tokens[first - 1]?.form ?? '')
  if (features.tense !== 'present' || proclitics.endsWith('س')) return true
  if (features.person === '1s' || features.person === '2') return false
  return features.person !== '1p' || document.quoteOf[first]! >= 0
}

const SHORTENING = new Set(['لم', 'ولم', 'فلم', 'لا', 'ولا', 'لما', 'الم'])

/** '4 حراس أوقفوا': a plural verb right after those it counts, in its sentence. */
const isPassiveAfter = ({ tokens, sentenceOf }: Document, first: number): boolean =>
  /(?:وا|ن)$/u.test(tokens[first]!.form) && first > TOUCH && sentenceOf[first - 1 - TOUCH] === sentenceOf[first]

function touchesFigure({ marks, document }: Ground, { first, last, entry }: Term<Trigger>): boolean {
  const from = entry.value.patient === 'subject' || isPassiveAfter(document, first) ? Math.max(0, first - TOUCH - 1) : last + 1
  for (let i = from; i <= Math.min(marks.length - 1, last + TOUCH); i++) if (marks[i]! & Marks.figure) return true
  return false
}

function isNegated({ terms, marks }: Ground, first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 2); i--) {
    if (marks[i]! & Marks.still) continue
    const negation = terms.at[i]?.some((term) => term.entry.class === 'modal' && (term.entry.value as { verb?: boolean }).verb)
    if (negation) return true
  }
  return false
}

function company(ground: Ground, term: Term, words: ReadonlySet<string>, reach: number = COMPANY): boolean {
  if (term.suffix !== '' && anyOf(ground, Math.max(0, term.first - ANTECEDENT), term.first - 1, words)) return true
  const end = Math.min(lastOfSentence(ground, term.first), term.last + reach)
  if (marked(ground, term, words)) return true
  return anyOf(ground, term.last + 1, end, words)
}

function surroundings(ground: Ground, term: Term, words: ReadonlySet<string>): boolean {
  const sentence = ground.document.sentences[ground.document.sentenceOf[term.first]!]!
  return (
    anyOf(ground, Math.max(sentence.first, term.first - SURROUNDINGS), term.first - 1, words) ||
    anyOf(ground, term.last + 1, Math.min(sentence.last, term.last + SURROUNDINGS), words)
  )
}

const beside = (ground: Ground, term: Term, words: ReadonlySet<string>): boolean =>
  anyOf(ground, Math.max(0, term.first - BESIDE), term.first - 1, words) ||
  anyOf(ground, term.last + 1, Math.min(ground.marks.length - 1, term.last + BESIDE), words)

/** Words after a trigger within which people or a place are its object. */
const OBJECT_REACH = 6
const MARK_OF_COMPANION: Record<string, number> = { [PERSON_FIGURE]: Marks.person, [PEOPLE]: Marks.people, [PLACE_NAME]: Marks.place }

/** '@person', '@people', '@place': such a mention follows in the clause, or is what the verb's pronoun stands for. */
function marked(ground: Ground, term: Term, words: ReadonlySet<string>): boolean {
  const { marks, clauseOf, document } = ground
  const mask = maskOf(words)
  if (mask === 0) return false
  const end = Math.min(document.sentences[document.sentenceOf[term.first]!]!.last, term.last + OBJECT_REACH)
  for (let i = term.last + 1; i <= end && clauseOf[i] === clauseOf[term.last]; i++) if (marks[i]! & mask) return true
  if (mask & (Marks.person | Marks.people) && reachesFigure(ground, term)) return true
  if (term.suffix !== '') for (let i = Math.max(0, term.first - ANTECEDENT); i < term.first; i++) if (marks[i]! & mask) return true
  return false
}

/** Words to a number of people behind the subject and its adverbs: 'أوقفت قوات …، فجر الجمعة، 46 شخصا'. */
const FAR_OBJECT = 14

/** Whether the first figure after a verb in its clause counts people. */
function reachesFigure({ marks, clauseOf, document }: Ground, { last, features }: Term): boolean {
  if (!features) return false
  const end = Math.min(document.sentences[document.sentenceOf[last]!]!.last, last + FAR_OBJECT)
  for (let i = last + 1; i <= end && clauseOf[i] === clauseOf[last]; i++) {
    if (marks[i]! & Marks.figure) return (marks[i]! & Marks.person) !== 0
    if (marks[i]! & Marks.event) return false
  }
  return false
}

const masks = new WeakMap<ReadonlySet<string>, number>()

/** The marks that the '@' companions of a trigger stand for, 0 where it has none. */
function maskOf(words: ReadonlySet<string>): number {
  const before = masks.get(words)
  if (before !== undefined) return before
  let mask = 0
  for (const [name, one] of Object.entries(MARK_OF_COMPANION)) if (words.has(name)) mask |= one
  masks.set(words, mask)
  return mask
}

const lastOfSentence = ({ document }: Ground, token: number): number => document.sentences[document.sentenceOf[token]!]!.last

/** Whether one of the words or phrases stands among the tokens, whatever clitics it carries. */
function anyOf({ document: { tokens } }: Ground, from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let i = from; i <= to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') continue
    for (const stem of stemsOf(token.form)) if (words.has(stem)) return true
    const next = tokens[i + 1]
    if (i < to && next && words.has(`${token.form} ${next.form}`)) return true
  }
  return false
}

const stems = new Map<string, readonly string[]>()
const STEMS_KEPT = 50_000

/** A folded word and what is left of it without clitics and article. @example stemsOf('سراحهم') // ['سراحهم', 'سراح'] */
function stemsOf(form: string): readonly string[] {
  const known = stems.get(form)
  if (known) return known
  const found = new Set<string>()
  for (const { stem } of arabicSpelling.splits(form)) {
    found.add(stem)
    if (stem.startsWith('ال') && stem.length > 4) found.add(stem.slice(2))
  }
  if (stems.size >= STEMS_KEPT) stems.clear()
  const list = [...found]
  stems.set(form, list)
  return list
}
