import type { Term, Terms } from '../../lang/annotate.ts'
import type { Actor, Quantity, Report, Time } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import type { Knowledge } from '../lexicon.ts'
import { marksOf } from './marks.ts'

/** What the readers of actors and places need beside the document and its terms. */
export interface ReadContext {
  knowledge: Knowledge
  report?: Report
  quantities?: readonly Quantity[]
  times?: readonly Time[]
}

/** One document under reading: tokens with their marks, and which of them already belong to a mention. */
export interface Scene {
  document: Document
  terms: Terms
  context: ReadContext
  marks: Int32Array
  /** 1 where a token belongs to an actor's name. */
  taken: Uint8Array
  /** 1 where a token belongs to a person of the registry. */
  persons: Uint8Array
}

/** A mention before it is numbered. */
export type Draft = Omit<Actor, 'id'>

/** An actor's name found in the text, before it is numbered. Token indexes inclusive. */
export interface Found {
  first: number
  last: number
  start: number
  end: number
}

export const makeScene = (document: Document, terms: Terms, context: ReadContext): Scene => ({
  document,
  terms,
  context,
  marks: marksOf(document, terms),
  taken: new Uint8Array(document.tokens.length),
  persons: new Uint8Array(document.tokens.length),
})

/** Whether none of the tokens belongs to a name yet. */
export function isFree(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (scene.taken[i] === 1) return false
  return true
}

export const take = (scene: Scene, { first, last }: Found): void => {
  scene.taken.fill(1, first, last + 1)
}

/** The span of tokens `first`..`last`, beginning after the proclitics of a term that starts there. */
export const spanOf = (scene: Scene, first: number, last: number, term?: Term): Found => ({
  first,
  last,
  start: term?.start ?? scene.document.tokens[first]!.start,
  end: scene.document.tokens[last]!.end,
})

/** The token before, if it stands in the same sentence and no mark lies between. */
export const before = (scene: Scene, i: number): number =>
  i > 0 && scene.document.sentenceOf[i - 1] === scene.document.sentenceOf[i] ? i - 1 : -1
