import { perWord, type Term, type Terms } from '../../lang/annotate.ts'
import type { Document } from '../../text/document.ts'
import type { Token } from '../../text/tokens.ts'
import type { PlaceName } from '../gazetteer.ts'

/*
 * What the lexicon says of each token, as bits: one pass, so that the rules about names look at numbers, not at lists.
 */

/** Bits of one token's marks. */
export const MARK = {
  stop: 1 << 0,
  verb: 1 << 1,
  title: 1 << 2,
  sureGiven: 1 << 3,
  commonGiven: 1 << 4,
  kunya: 1 << 5,
  link: 1 << 6,
  org: 1 << 7,
  place: 1 << 8,
  actor: 1 << 9,
  definite: 1 << 10,
  ordinary: 1 << 11,
  orgAdjective: 1 << 12,
  clauseEnd: 1 << 13,
  preposition: 1 << 14,
  reportVerb: 1 << 15,
  placeKind: 1 << 16,
  nation: 1 << 17,
  common: 1 << 18,
  outletEnding: 1 << 19,
  naming: 1 << 20,
  /** Inside a place's name of several words, behind its first. */
  inPlace: 1 << 21,
  ordinal: 1 << 22,
  short: 1 << 23,
  acting: 1 << 24,
  /** A place whose name is a common word as well. */
  commonPlace: 1 << 25,
} as const

const BY_CLASS: Record<string, number> = {
  'stop-word': MARK.stop,
  complementizer: MARK.stop | MARK.clauseEnd,
  relative: MARK.stop | MARK.clauseEnd,
  preposition: MARK.stop | MARK.preposition,
  'clause-break': MARK.stop | MARK.clauseEnd,
  kana: MARK.stop | MARK.clauseEnd,
  adverb: MARK.stop,
  negation: MARK.stop | MARK.clauseEnd,
  weekday: MARK.stop,
  month: MARK.stop,
  number: MARK.stop,
  'relative-day': MARK.stop,
  'day-part': MARK.stop,
  'future-cue': MARK.stop,
  'report-particle': MARK.stop,
  'report-verb': MARK.reportVerb,
  kunya: MARK.kunya,
  'name-link': MARK.link,
  'org-kind': MARK.org,
  'org-adjective': MARK.orgAdjective,
  'org-not': MARK.ordinary,
  actor: MARK.actor,
  'actor-short': MARK.short,
  'actor-acting': MARK.acting,
  'place-kind': MARK.placeKind | MARK.common,
  counted: MARK.common,
  'source-noun': MARK.common,
  subordinator: MARK.stop | MARK.clauseEnd,
  adjunct: MARK.stop,
  event: MARK.common,
  ordinal: MARK.ordinal | MARK.common,
  'org-name': MARK.actor,
  'outlet-ending': MARK.outletEnding,
  'naming-cue': MARK.naming,
  'time-unit': MARK.common,
}

/** The marks of every token of a document. Only terms of one token, without a pronoun suffix unless a verb or a function word, count. */
export function marksOf(document: Document, terms: Terms): Int32Array {
  const marks = new Int32Array(document.tokens.length)
  for (let i = 0; i < marks.length; i++) {
    marks[i]! |= (isDefinite(document.tokens[i]!.form) ? MARK.definite : 0) | (bitsAt(terms, i) ?? 0)
    if (!terms.notes[i]) markPlaces(marks, terms.at[i] ?? [])
  }
  return marks
}

const bitsAt = perWord((here) => here.reduce((bits, term) => bits | bitsOf(term), 0))

function markPlaces(marks: Int32Array, here: readonly Term[]): void {
  for (const { entry, first, last } of here)
    if (entry.class === 'place') for (let inside = first + 1; inside <= last; inside++) marks[inside]! |= MARK.inPlace
}

function bitsOf(term: Term): number {
  const { entry } = term
  if (entry.class === 'given-name') return givenBits(term)
  if (entry.class === 'title') return isOneTitle(term) ? MARK.title : MARK.common
  if (entry.class === 'nationality') return isCountry(entry.value as { nationality: string; group?: boolean }) ? MARK.nation : 0
  if (entry.class === 'place')
    return (entry.value as PlaceName).candidates[0]!.common && term.last === term.first ? MARK.commonPlace : MARK.place
  const bits = BY_CLASS[entry.class] ?? 0
  if (term.last !== term.first) return bits & ~MARK.stop & ~MARK.ordinary
  if (entry.pos === 'verb') return (bits & ~MARK.common) | MARK.verb
  if (term.suffix !== '' && entry.pos !== 'particle') return bits & ~MARK.stop
  return bits
}

/** A title of one person, or of 'the two': plurals name nobody. */
const isOneTitle = ({ features }: Term): boolean =>
  features?.number !== 'plural' && (features?.number !== 'dual' || features.definite === true)
const isCountry = ({ nationality, group }: { nationality: string; group?: boolean }): boolean => !group && nationality.length === 2
const givenBits = (term: Term): number =>
  term.last > term.first || (term.entry.value as { sure: boolean }).sure ? MARK.sureGiven : MARK.commonGiven

/** A word with the article: ال, or ل that has taken it in (لل). */
const isDefinite = (form: string): boolean => form.length > 3 && form.charCodeAt(0) === 0x627 && form.charCodeAt(1) === 0x644

/** Whether a word is an adjective of relation with the article: العراقية، السوريين. @example isRelational('العراقية') // true */
export const isRelational = (form: string): boolean => isDefinite(form) && RELATIONAL.some((ending) => form.endsWith(ending))
/** The last two are the first two as spelled in Egypt. */
const RELATIONAL = ['ية', 'ي', 'يين', 'يون', 'يه', 'ى']

/** Whether a token is an Arabic or Latin word that follows its neighbour on the same line. */
export const isWord = (token: Token | undefined): token is Token => token !== undefined && (token.kind === 'word' || token.kind === 'latin')
