import { IsnadError } from '../errors.ts'
import { foldPhrase } from '../text/fold.ts'

/*
 * Words and what they mean, compiled into one trie over folded word forms. Knows no Arabic:
 * inflection and clitics come in as functions.
 */

/** Which clitics a form may carry: a name و ف ب ل ك, a noun also pronoun suffixes, a verb س and object pronouns, a particle و ف, exact none. */
export type Pos = 'name' | 'noun' | 'verb' | 'particle' | 'exact'

/** Grammatical features of one inflected form. */
export interface Features {
  tense?: 'past' | 'present' | 'participle'
  voice?: 'active' | 'passive' | 'either'
  person?: '1s' | '1p' | '2' | '3ms' | '3fs' | '3d' | '3mp' | '3fp'
  number?: 'singular' | 'dual' | 'plural'
  gender?: 'm' | 'f'
  /** Before a genitive: مقاتلو، مقاتلي (no final ن). */
  construct?: true
  definite?: true
  jussive?: true
}

/** One meaning; many forms lead to it. `class` says who reads it: 'number', 'month', 'report-verb', 'actor', … */
export interface Entry<Value = unknown> {
  id: string
  class: string
  pos: Pos
  value: Value
}

/** One form that leads to an entry. */
export interface FormOf {
  form: string
  features?: Features
}

/** An entry with all its forms, spelled as people spell them. */
export interface EntryWithForms<Value = unknown> extends Entry<Value> {
  forms: FormOf[]
}

interface Leaf {
  entry: Entry
  features: Features | undefined
}
interface Node {
  /** By the number of the next word ({@link Lexicon.inner}). Undefined: no entry goes on. */
  next: Map<number, Node> | undefined
  leaves: Leaf[] | undefined
}

/** A compiled lexicon. `key` is the spelling key of one folded word. */
export interface Lexicon {
  root: Map<string, Node>
  /** Spelling keys of the words that stand behind the first in entries of several words, numbered. */
  inner: ReadonlyMap<string, number>
  key: (form: string) => string
  splits: (form: string) => readonly Split[]
  careful: (form: string) => string | undefined
  isLoose: (words: Iterable<{ form: string }>) => boolean
  /** What is known of each word form that texts have brought: look-ups are made once a form. */
  words: Map<string, WordForm>
}

/** One way to take a word apart: `cut` folded letters of proclitics before `stem`, `suffix` after it. */
export interface Split {
  stem: string
  cut: number
  proclitics: string
  suffix: string
}

/** An entry that a word form may be alone, taken apart so: all that a term is made of in one place. */
export interface Alone extends Leaf, Omit<Split, 'stem'> {}

/** What a lexicon says of one word form: spelling keys, the entries that it may be alone, and the nodes at which longer entries go on. */
export interface WordForm {
  /** The careful spelling. */
  careful: string | undefined
  alone: readonly Alone[]
  openings: readonly { split: Split; node: Node }[]
  /** Its number, and that of its careful spelling, where entries of several words go on with it; -1 where none does. */
  inner: number
  carefulInner: number
  /** What readers have made of the entries that the form may be alone, by reader. */
  notes: unknown[]
}

export type { Leaf as LexiconLeaf, Node as LexiconNode }

/** What a language brings to its lexicon. */
export interface Spelling {
  /** Spelling key of one folded word; two words with one key are the same word. */
  key: (form: string) => string
  /** Ways to take a folded word apart, the whole word first. */
  splits: (form: string) => readonly Split[]
  /** The careful spelling of a word whose spelling leads nowhere; undefined where there is no other. */
  careful?: (form: string) => string | undefined
  /** Whether the words of a text are spelled without care throughout, so that the careful spelling is looked up in any case. */
  isLoose?: (words: Iterable<{ form: string }>) => boolean
}

/**
 * Compiles entries into a lexicon. The same form may lead to several entries; the same entry twice under one form is kept once.
 *
 * @throws IsnadError bad-data when an entry has an empty form
 */
export function compileLexicon(entries: Iterable<EntryWithForms>, spelling: Spelling): Lexicon {
  const root = new Map<string, Node>()
  const inner = new Map<string, number>()
  const shared = new Map<string, Features>()
  for (const entry of entries) {
    const plain: Entry = { id: entry.id, class: oneString(entry.class), pos: oneString(entry.pos), value: entry.value }
    const leaves = new Map<Features | undefined, Leaf>()
    for (const { form, features } of entry.forms) {
      const leaf = leafOf(plain, share(features, shared), leaves)
      insert({ root, inner, key: spelling.key }, wordsOf(form, entry), leaf)
    }
  }
  const { key, splits, careful = () => undefined, isLoose = () => false } = spelling
  return { root, inner, key, splits, careful, isLoose, words: new Map() }
}

/** The engine's one copy of a string, as literals in code are: readers compare classes for every word, and the same copy is equal at a glance. */
const oneString = <Text extends string>(text: Text): Text => Object.keys({ [text]: 0 })[0] as Text

/** Equal features are one object, so that a lexicon of many forms stays small and leaves compare by identity. */
function share(features: Features | undefined, shared: Map<string, Features>): Features | undefined {
  if (features === undefined) return undefined
  const id = JSON.stringify(features)
  const known = shared.get(id)
  if (known) return known
  shared.set(id, features)
  return features
}

/** One leaf for all forms of an entry that have the same features. */
function leafOf(entry: Entry, features: Features | undefined, leaves: Map<Features | undefined, Leaf>): Leaf {
  const known = leaves.get(features)
  if (known) return known
  const leaf = { entry, features }
  leaves.set(features, leaf)
  return leaf
}

function wordsOf(form: string, entry: Entry): string[] {
  const folded = foldPhrase(form)
  if (folded === '') {
    throw new IsnadError({
      code: 'bad-data',
      message: `Entry ${entry.class}/${entry.id} has an empty form`,
      hint: 'Give the form or remove the line.',
    })
  }
  return lexiconWords(folded)
}

// What the tokenizer cuts: runs of letters, runs of digits, single other marks.
const pieces = /\p{L}+|\d+|[^\s\p{L}\d]/gu
/** Cuts a folded phrase as the tokenizer cuts text. @example lexiconWords('ا.ف.ب') // ['ا','.','ف','.','ب'] */
export const lexiconWords = (folded: string): string[] => folded.match(pieces) ?? []

type Growing = Pick<Lexicon, 'root' | 'key'> & { inner: Map<string, number> }

function insert({ root, inner, key }: Growing, [first, ...others]: string[], leaf: Leaf): void {
  if (first === undefined) return
  let node = nodeAt(root, key(first))
  for (const word of others) {
    node.next ??= new Map()
    node = nodeAt(node.next, numberOf(key(word), inner))
  }
  node.leaves ??= []
  if (!node.leaves.some((known) => isSame(known, leaf))) node.leaves.push(leaf)
}

function numberOf(key: string, inner: Map<string, number>): number {
  const known = inner.get(key) ?? inner.size
  inner.set(key, known)
  return known
}

function nodeAt<Key>(level: Map<Key, Node>, key: Key): Node {
  const known = level.get(key)
  if (known) return known
  const node: Node = { next: undefined, leaves: undefined }
  level.set(key, node)
  return node
}

const isSame = (a: Leaf, b: Leaf): boolean => a.features === b.features && a.entry.id === b.entry.id && a.entry.class === b.entry.class
