import { type Term, type Terms, termAt } from '../../lang/annotate.ts'
import type { Counted, Modifier } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import type { Cardinal } from './cardinals.ts'

/** Value of a head noun in the lexicon: people.yaml, things.yaml, measures.yaml. */
export interface CountedWord {
  unit: string
  of: string
  sex?: 'female' | 'male'
  age?: 'child' | 'adult'
  /** false: a dual names (الطرفان) rather than counts. */
  dual?: false
  /** A unit of measure: its duals and fractions count too. */
  measure?: true
}

/** Value of a nationality word: nationalities.yaml. */
export interface NationalityWord {
  nationality: string
  group?: true
}

/** What the quantity rules see. */
export interface QuantityContext {
  document: Document
  terms: Terms
  numbers: readonly (Cardinal | undefined)[]
  /** 1 where a token belongs to a time. */
  inTime: Uint8Array
  /** Countries (ISO 3166-1) that the report names, and how often. */
  countries: ReadonlyMap<string, number>
}

/** The value of a quantity before its noun is known. */
export interface Amount {
  min: number | null
  max: number | null
  modifier: Modifier
  /** Tokens `first`..`next - 1`; `start` in the text. */
  first: number
  next: number
  start: number
  /** Token of the last number in it. */
  number: Cardinal
  why: string[]
}

/** What a number counts: tokens up to `next`. */
export interface Head {
  unit: string
  counted?: Omit<Counted, 'start' | 'end' | 'text'>
  /** Token of the head noun, -1 where the noun is understood. */
  first: number
  next: number
  start: number
  why: string
  /** Token of a sign before the number ('$', '%'). */
  symbol?: number
}

/** A quantity with its tokens. */
export interface Figure extends Omit<Amount, 'number'> {
  unit: string
  counted?: Counted
  per?: { start: number; end: number }
}

/** Units whose duals and lone singulars with واحد carry a count. */
export const COUNTABLE = new Set(['person', 'family', 'vehicle', 'weapon', 'building', 'place', 'country', 'organisation', 'event'])

export const countedAt = (terms: Terms, at: number): Term<CountedWord> | undefined => termAt<CountedWord>(terms, at, 'counted')
export const nationalityAt = (terms: Terms, at: number): Term<NationalityWord> | undefined =>
  termAt<NationalityWord>(terms, at, 'nationality')
