import type { Term, Terms } from '../../lang/annotate.ts'
import type { Act, Actor, Mentions } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import type { Quote } from '../../text/quotes.ts'

/** What may follow a reporting verb; see lexicon/report-verbs.yaml. */
export type Frame = 'that' | 'quote' | 'object' | 'bi' | 'ila' | 'an' | 'min' | 'ala' | 'li'
export interface ReportVerb {
  act: Act
  frames: Frame[]
  continues?: boolean
  /** عن after it names a source and does not bring what is said: نقل، نسب، اقتبس. */
  quotes?: boolean
  /** Its bare object is what is said only when it is one of these nouns (رفض التعليق، حمّل … المسؤولية). */
  objects?: string[]
  /** It needs somebody as its object: with one noun only, that is the object (واتهم الجيش بقتل). */
  transitive?: boolean
  /** Forms that without a subject name no one: 'يُذكر أن', 'تبيّن أن'. */
  impersonal?: string[]
}
/** A verbal noun that attributes: 'إعلان الوزارة مقتل …', 'تأكيد الحكومة أن'. */
export interface ReportNoun {
  act: Act
  frames: Frame[]
}
export interface ReportParticle {
  act: Act
  hop: 'outer' | 'inner'
  takes: 'noun' | 'verb' | 'any-verb' | 'content' | 'self'
}
export type SourceKind = 'unnamed' | 'office' | 'institution' | 'outlet' | 'document'

/** One bit per thing that matters about a token; see {@link tokenMarks}. */
export const MARK = {
  complementizer: 1,
  preposition: 2,
  relative: 4,
  break: 8,
  kana: 16,
  adverb: 32,
  reportVerb: 64,
  sourceNoun: 128,
  actor: 256,
  time: 512,
  particle: 1024,
  negation: 2048,
  event: 4096,
  punct: 8192,
  number: 16384,
  reportNoun: 32768,
} as const

const MARK_OF_CLASS: Record<string, number> = {
  complementizer: MARK.complementizer,
  preposition: MARK.preposition,
  relative: MARK.relative,
  'clause-break': MARK.break,
  kana: MARK.kana,
  adverb: MARK.adverb,
  'report-verb': MARK.reportVerb,
  'report-noun': MARK.reportNoun,
  'source-noun': MARK.sourceNoun,
  'report-particle': MARK.particle,
  negation: MARK.negation,
  event: MARK.event,
}

/** The document as the chain reader sees it: marks per token, actor mentions by token. */
export interface Grammar {
  document: Document
  terms: Terms
  marks: Uint16Array
  /** Actor mention that starts at a token, with its last token. */
  actorAt: (ActorRange | undefined)[]
  /** Quotation that opens at a token. */
  quoteAt: Map<number, Quote>
  /** Quotation that closes at a token. */
  quoteTo: Map<number, Quote>
  /** Words of the names of the report's people: 'عبد الرحمن' of 'رامي عبد الرحمن'. */
  names: Set<string>
  /** Gender of the sources found so far, by their start. */
  genders: Map<number, Gender>
}
export type Gender = 'm' | 'f' | 'plural' | 'unknown'
export interface ActorRange {
  actor: Actor
  first: number
  last: number
}

/** Marks every token once, so that the chain reader never looks a word up again. */
export function makeGrammar(document: Document, terms: Terms, mentions: Pick<Mentions, 'actors' | 'times'>): Grammar {
  const marks = tokenMarks(document, terms)
  const actorAt: (ActorRange | undefined)[] = new Array(document.tokens.length)
  const names = new Set<string>()
  eachRange(document, mentions.actors, (actor, first, last) => {
    if (actor.type === 'person') for (let i = first; i <= last; i++) names.add(document.tokens[i]!.form)
    const known = actorAt[first]
    if (!known || known.last < last) actorAt[first] = { actor, first, last }
    marks[first]! |= MARK.actor
  })
  eachRange(document, mentions.times, (_, first) => {
    marks[first]! |= MARK.time
  })
  const quoteAt = new Map(document.quotes.map((quote) => [quote.open, quote]))
  const quoteTo = new Map(document.quotes.filter((quote) => quote.closed).map((quote) => [quote.close, quote]))
  return { document, terms, marks, actorAt, quoteAt, quoteTo, names, genders: new Map() }
}

function tokenMarks({ tokens }: Document, terms: Terms): Uint16Array {
  const marks = new Uint16Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'punct') marks[i]! |= MARK.punct
    else if (tokens[i]!.kind === 'number') marks[i]! |= MARK.number
    const at = terms.at[i]
    if (at) for (const term of at) markTerm(marks, term)
  }
  return marks
}

/** Every word of 'من جهة ثانية' joins clauses; of other terms the first word carries the mark. */
function markTerm(marks: Uint16Array, { first, last, entry }: Term): void {
  const mark = MARK_OF_CLASS[entry.class]
  if (mark === undefined || (mark === MARK.event && /\/(?:verb|state)$/u.test(entry.id))) return // an event as a noun
  const end = mark === MARK.break ? last : first
  for (let i = first; i <= end; i++) marks[i]! |= mark
}

/** Calls back with the token range of every mention; mentions come in order of start. */
function eachRange<T extends { start: number; end: number }>(
  { tokens }: Document,
  mentions: readonly T[],
  found: (mention: T, first: number, last: number) => void,
): void {
  let at = 0
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    while (at < tokens.length && tokens[at]!.end <= mention.start) at++
    let last = at
    while (last + 1 < tokens.length && tokens[last + 1]!.start < mention.end) last++
    if (at < tokens.length && tokens[at]!.start < mention.end) found(mention, at, last)
  }
}

/** Whether a token carries any of the marks. @example has(grammar, 3, MARK.preposition | MARK.break) */
export const has = (grammar: Grammar, token: number, marks: number): boolean => (grammar.marks[token]! & marks) !== 0

/** The term of a class at a token, longest first. */
export const termOf = <Value>(grammar: Grammar, token: number, ofClass: string): Term<Value> | undefined =>
  grammar.terms.at[token]?.find((term) => term.entry.class === ofClass) as Term<Value> | undefined

/**
 * The reporting verb at a token: of several verbs spelled alike the one in the third person that is not a jussive
 * ('ونقل' is نقل, not the first person of قال).
 */
export function reportVerbAt(grammar: Grammar, token: number): Term<ReportVerb> | undefined {
  const terms = grammar.terms.at[token]
  if (!terms || !has(grammar, token, MARK.reportVerb)) return undefined
  let jussive: Term<ReportVerb> | undefined
  for (const term of terms) {
    if (term.entry.class !== 'report-verb' || !isThirdPerson(term.features?.person)) continue
    if (term.features?.tense === 'past' && /[سل]$/u.test(term.proclitics)) continue // 'لنقل الجرحى' is a noun
    if (!term.features?.jussive) return term as Term<ReportVerb>
    jussive ??= term as Term<ReportVerb>
  }
  return jussive
}

const isThirdPerson = (person: string | undefined): boolean => person === undefined || person.startsWith('3')

/** The folded form of a token, '' past the end. */
export const formAt = (grammar: Grammar, token: number): string => grammar.document.tokens[token]?.form ?? ''

/** The quotation that opens at a token, if any. */
export const quoteOpening = (grammar: Grammar, token: number): Quote | undefined => grammar.quoteAt.get(token)
