import type { Document } from '../text/document.ts'
import { DROPPED, foldedUnits, foldUnit, SEVERAL } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import type { Alone, Entry, Features, Lexicon, LexiconLeaf, LexiconNode, Pos, Split, WordForm } from './lexicon.ts'

/** A lexicon entry found in a document: tokens `first`..`last` (inclusive); `start` lies after any proclitics. */
export interface Term<Value = unknown> {
  first: number
  last: number
  start: number
  end: number
  entry: Entry<Value>
  features: Features | undefined
  /** Proclitics cut off the first token, e.g. 'وب'. */
  proclitics: string
  /** Pronoun suffix cut off the (only) token. */
  suffix: string
}

/** All terms of a document, by the token they start at; longest first, whole words before split ones. */
export interface Terms {
  at: readonly (readonly Term[] | undefined)[]
  /** The notes on the word form of each token whose terms are just those that its form has alone: see {@link perWord}. */
  notes: readonly (unknown[] | undefined)[]
}

const CLITICS_OF: Record<Pos, { proclitics: RegExp; suffix: boolean }> = {
  name: { proclitics: /^[وف]?[بلك]?$/u, suffix: false },
  noun: { proclitics: /^[وف]?[بلك]?$/u, suffix: true },
  verb: { proclitics: /^[وف]?[سل]?$/u, suffix: true },
  particle: { proclitics: /^[وف]?$/u, suffix: true },
  exact: { proclitics: /^$/u, suffix: false },
}

/**
 * Finds every lexicon entry in a document, in one pass.
 *
 * @example annotate(document, lexicon).at[0]?.[0]?.entry.class
 */
export function annotate(document: Document, lexicon: Lexicon): Terms {
  const { tokens } = document
  const words = tokens.map(({ form, kind }) => wordForm(lexicon, form, kind))
  const at: (readonly Term[] | undefined)[] = new Array(tokens.length)
  const notes: (unknown[] | undefined)[] = new Array(tokens.length)
  const loose = lexicon.isLoose(tokens)
  for (let i = 0; i < tokens.length; i++) {
    const word = words[i]!
    const { careful } = word
    let found = termsFrom(word, document, words, i)
    const own = found.length
    if (careful !== undefined && (loose || found.length === 0)) {
      const other = termsFrom(wordForm(lexicon, careful, 'word'), document, words, i)
      if (other.length > 0) found = [...found, ...other].sort(longestAndWhole)
    }
    if (found.length === 0) continue
    at[i] = found
    if (own === word.alone.length && own === found.length) notes[i] = word.notes
  }
  return { at, notes }
}

/** Readers that keep notes with the word forms. */
let readers = 0

/**
 * What a reader makes of the terms at a token, worked out once for a word form. `make` may look at what the terms are, not at where
 * they stand; undefined where no term begins.
 *
 * @example const isStop = perWord((here) => here.some(({ entry }) => entry.class === 'stop-word')); isStop(terms, 3)
 */
export function perWord<Value>(make: (here: readonly Term[]) => Value): (terms: Terms, token: number) => Value | undefined {
  const reader = readers++
  return ({ at, notes }, token) => {
    const own = notes[token]
    if (own !== undefined) {
      own[reader] ??= make(at[token]!)
      return own[reader] as Value
    }
    const here = at[token]
    return here && make(here)
  }
}

/** Terms that begin at a token, read as one of its spellings. */
function termsFrom({ alone, openings }: WordForm, { tokens, text }: Document, words: readonly WordForm[], i: number): readonly Term[] {
  const found: readonly Term[] = alone.length === 0 ? NOTHING : termsAlone(alone, tokens, text, i)
  const next = words[i + 1]
  if (openings.length === 0 || next === undefined || (next.inner < 0 && next.carefulInner < 0)) return found
  const longer = longerFrom(openings, tokens, words, text, i)
  return longer.length === 0 ? found : [...longer, ...found]
}

function termsAlone(alone: WordForm['alone'], tokens: readonly Token[], text: string, i: number): Term[] {
  const found: Term[] = new Array(alone.length)
  for (let k = 0; k < alone.length; k++) found[k] = term(tokens, text, i, i, alone[k]!, alone[k]!)
  return found
}

const longestAndWhole = (a: Term, b: Term): number => b.last - a.last || cliticLetters(a) - cliticLetters(b)
const cliticLetters = ({ proclitics, suffix }: Pick<Split, 'proclitics' | 'suffix'>): number => proclitics.length + suffix.length

/** Word forms kept in the cache of one lexicon; the commonest 50,000 forms of Arabic news are over 95 % of its words. */
const CACHE_LIMIT = 50_000

function wordForm(lexicon: Lexicon, form: string, kind: Token['kind']): WordForm {
  const known = lexicon.words.get(form)
  if (known) return known
  if (lexicon.words.size >= CACHE_LIMIT) lexicon.words.clear()
  const word = lookUp(lexicon, form, kind)
  lexicon.words.set(form, word)
  return word
}

const NOTHING: readonly never[] = []

function lookUp(lexicon: Lexicon, form: string, kind: Token['kind']): WordForm {
  const splits = kind === 'word' ? lexicon.splits(form) : [{ stem: form, cut: 0, proclitics: '', suffix: '' }]
  const starts = splits
    .map((split) => ({ split, node: lexicon.root.get(lexicon.key(split.stem)) }))
    .filter((one): one is Start => one.node !== undefined)
  const careful = kind === 'word' ? lexicon.careful(form) : undefined
  const innerOf = (spelling: string): number => lexicon.inner.get(lexicon.key(spelling)) ?? -1
  return {
    careful,
    alone: starts.length === 0 ? NOTHING : starts.flatMap(aloneAt).sort((a, b) => cliticLetters(a) - cliticLetters(b)),
    openings: starts.length === 0 ? NOTHING : starts.filter(({ split, node }) => node.next !== undefined && split.suffix === ''),
    inner: innerOf(form),
    carefulInner: careful === undefined ? -1 : innerOf(careful),
    notes: [],
  }
}

interface Start {
  split: Split
  node: LexiconNode
}

const aloneAt = ({ split: { cut, proclitics, suffix }, node }: Start): Alone[] =>
  (node.leaves ?? NOTHING)
    .filter(({ entry }) => mayCarry(entry.pos, { proclitics, suffix }))
    .map(({ entry, features }) => ({ entry, features, cut, proclitics, suffix }))

/** Entries of several words that begin at a token, the longest first; they carry no suffix. */
function longerFrom(
  openings: WordForm['openings'],
  tokens: readonly Token[],
  words: readonly WordForm[],
  text: string,
  first: number,
): readonly Term[] {
  let found: Term[] | undefined
  for (const { split, node } of openings) {
    let at: LexiconNode | undefined = node
    for (let last = first + 1; at?.next && last < tokens.length && tokens[last]!.breaks <= 1; last++) {
      at = nextNode(at.next, words[last]!)
      for (const leaf of at?.leaves ?? NOTHING) {
        if (!mayCarry(leaf.entry.pos, split)) continue
        found ??= []
        found.push(term(tokens, text, first, last, split, leaf))
      }
    }
  }
  return found === undefined || found.length === 1 ? (found ?? NOTHING) : found.sort(longestAndWhole)
}

function nextNode(level: ReadonlyMap<number, LexiconNode>, { inner, carefulInner }: WordForm): LexiconNode | undefined {
  return (inner < 0 ? undefined : level.get(inner)) ?? (carefulInner < 0 ? undefined : level.get(carefulInner))
}

function mayCarry(pos: Pos, { proclitics, suffix }: Omit<Cut, 'cut'>): boolean {
  if (suffix !== '' && !CLITICS_OF[pos].suffix) return false
  return proclitics === '' || CLITICS_OF[pos].proclitics.test(proclitics)
}

type Cut = Omit<Split, 'stem'>

function term(tokens: readonly Token[], text: string, first: number, last: number, split: Cut, { entry, features }: LexiconLeaf): Term {
  const start = split.cut === 0 ? tokens[first]!.start : offsetOfLetter(text, tokens[first]!, split.cut)
  return { first, last, start, end: tokens[last]!.end, entry, features, proclitics: split.proclitics, suffix: split.suffix }
}

/**
 * Source offset (UTF-16) of the n-th folded letter of a token.
 *
 * @example offsetOfLetter('وَقال', token, 1) // 2: the harakat belongs to the letter before it
 */
export function offsetOfLetter(text: string, token: Token, letters: number): number {
  let seen = 0
  let at = token.start
  while (at < token.end) {
    const folded = foldedUnits[text.charCodeAt(at)]!
    const size = folded === DROPPED ? 0 : folded === SEVERAL ? foldUnit(text.charCodeAt(at)).length : 1
    if (size > 0 && seen >= letters) return at
    seen += size
    at++
  }
  return at
}

/** The longest term of a class that starts at a token, if any. @example termAt(terms, 3, 'month') */
export function termAt<Value>(terms: Terms, token: number, ofClass: string): Term<Value> | undefined {
  const here = terms.at[token]
  if (here === undefined) return undefined
  for (let i = 0; i < here.length; i++) if (here[i]!.entry.class === ofClass) return here[i] as Term<Value>
  return undefined
}

/** All terms of a class in order; of terms that start at one token only the longest. */
export function* termsOf<Value>(terms: Terms, ofClass: string): Generator<Term<Value>> {
  for (let i = 0; i < terms.at.length; i++) {
    const one = termAt<Value>(terms, i, ofClass)
    if (one) yield one
  }
}

/** Whether a cue word of a class, whole or behind و or ف, is the one token at an index. @example isCue(terms, at - 1, 'before-year') */
export const isCue = (terms: Terms, token: number, ofClass: string): boolean =>
  terms.at[token]?.some((one) => one.entry.class === ofClass && one.suffix === '' && one.last === token) === true
