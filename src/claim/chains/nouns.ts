import type { Actor } from '../../model.ts'
import { formAt, type Grammar, type SourceKind, termOf } from './grammar.ts'

/** A noun phrase that may name a source: tokens `first`..`last`, inclusive. */
export interface NounPhrase {
  first: number
  last: number
  /** Kind of the noun that heads it, where the lexicon knows it. */
  kind: SourceKind | undefined
  /** Token of the noun that heads it, behind 'أحد', 'عدد من', 'كبير'. */
  head: number
  /** Actor mentions inside it. */
  actors: Actor[]
}
export interface PhraseOptions {
  /** The verb takes ب: a word with it is no part of the name. */
  stopAtBi?: boolean
  /** No complementizer shows where the name ends: it ends where its own syntax does. */
  strict?: boolean
}

/** What kind of source a noun names. @example kindAt(grammar, 1) // 'office' at 'المتحدث' */
export const kindAt = (grammar: Grammar, at: number): SourceKind | undefined =>
  termOf<{ kind: SourceKind }>(grammar, at, 'source-noun')?.entry.value.kind

/** Whether a word carries the article, with or without proclitics. @example isDefinite('والوزارة') // true */
export const isDefinite = (form: string): boolean => DEFINITE.test(form) && !NO_ARTICLE.has(form)
const DEFINITE = /^[وف]?(ال|[بك]ال|لل)/u
/** Words whose ال is no article. */
const NO_ARTICLE = new Set(
  'والد والدة والدا والدي والده والدها والدته والدتها والدهم والدتهم والي وال والية بالغ الف الفا الى الا الياس الهام المانيا والمانيا البانيا والبانيا الفريد الكسندر والكسندر البرت الينا الكس اليكس اليكسي اليزابيث الون'.split(
    ' ',
  ),
)

/** 'للصحافيين', 'لوكالة', 'بمقتل': a known word behind ل or ب, where the whole word is not known. */
export function startsWithPreposition(grammar: Grammar, at: number, stopAtBi = false): boolean {
  const form = formAt(grammar, at)
  if (form.startsWith('لل')) return true
  const terms = grammar.terms.at[at]
  if (!terms || terms.some((term) => term.proclitics === '' && !NO_WORD.has(term.entry.class))) return false
  return terms.some((term) => /[بلك]$/u.test(term.proclitics) && !(term.entry.class === 'place' && !stopAtBi))
}
/** Classes that also hold bits of words and rare names: they do not show that a word is whole. */
const NO_WORD = new Set(['given-name', 'stop-word'])

/** @example isComma('،') // true */
export const isComma = (form: string): boolean => form === '،' || form === ','
