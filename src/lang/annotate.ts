import type { Document } from '../text/document.ts'
import { foldUnit } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import type { Entry, Features, Lexicon, LexiconNode, LexiconStart, Pos, Split } from './lexicon.ts'

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
}

const CLITICS_OF: Record<Pos, { proclitics: RegExp; suffix: boolean }> = {
  name: { proclitics: /^[وف]?[بلك]?$/u, suffix: false },
  noun: { proclitics: /^[وف]?[بلك]?$/u, suffix: true },
  verb: { proclitics: /^[وف]?[سل]?$/u, suffix: true },
  particle: { proclitics: /^[وف]?$/u, suffix: true },
  exact: { proclitics: /^$/u, suffix: false },
}
const allowed = new Map<string, boolean>()

/**
 * Finds every lexicon entry in a document, in one pass.
 *
 * @example annotate(document, lexicon).at[0]?.[0]?.entry.class
 */
export function annotate(document: Document, lexicon: Lexicon): Terms {
  const { tokens, text } = document
  const at: (Term[] | undefined)[] = new Array(tokens.length)
  const loose = lexicon.isLoose(tokens)
  for (let i = 0; i < tokens.length; i++) {
    const { form, kind } = tokens[i]!
    const found: Term[] = []
    for (const start of startsOf(lexicon, form, kind)) collect(found, tokens, text, i, start, lexicon)
    const careful = kind === 'word' && (loose || found.length === 0) ? lexicon.careful(form) : undefined
    if (careful) for (const start of startsOf(lexicon, careful, kind)) collect(found, tokens, text, i, start, lexicon)
    if (found.length > 0) at[i] = found.sort(longestAndWhole)
  }
  return { at }
}

const longestAndWhole = (a: Term, b: Term): number =>
  b.last - a.last || a.proclitics.length + a.suffix.length - (b.proclitics.length + b.suffix.length)

/** Word forms kept in the cache of one lexicon. */
const CACHE_LIMIT = 200_000

function startsOf(lexicon: Lexicon, form: string, kind: Token['kind']): readonly LexiconStart[] {
  const known = lexicon.starts.get(form)
  if (known) return known
  const starts: LexiconStart[] = []
  const splits = kind === 'word' ? lexicon.splits(form) : [{ stem: form, cut: 0, proclitics: '', suffix: '' }]
  for (const split of splits) {
    const node = lexicon.root.get(lexicon.key(split.stem))
    if (node) starts.push({ split, node })
  }
  if (lexicon.starts.size >= CACHE_LIMIT) lexicon.starts.clear()
  lexicon.starts.set(form, starts)
  return starts
}

function collect(
  found: Term[],
  tokens: readonly Token[],
  text: string,
  first: number,
  { split, node }: LexiconStart,
  lexicon: Lexicon,
): void {
  let at: LexiconNode | undefined = node
  let last = first
  while (at) {
    if (at.leaves)
      for (const leaf of at.leaves)
        if (mayCarry(leaf.entry.pos, split, last > first)) found.push(term(tokens, text, first, last, split, leaf.entry, leaf.features))
    const next: Token | undefined = tokens[last + 1]
    if (!next || !at.next || at.next.size === 0 || split.suffix !== '' || next.breaks > 1) return
    at = nextNode(at.next, next.form, lexicon)
    last++
  }
}

function nextNode(level: ReadonlyMap<string, LexiconNode>, form: string, lexicon: Lexicon): LexiconNode | undefined {
  const node = level.get(lexicon.key(form))
  if (node) return node
  const careful = lexicon.careful(form)
  return careful === undefined ? undefined : level.get(lexicon.key(careful))
}

function mayCarry(pos: Pos, split: Split, several: boolean): boolean {
  if (split.suffix !== '' && (several || !CLITICS_OF[pos].suffix)) return false
  if (split.proclitics === '') return true
  const key = pos + split.proclitics
  let may = allowed.get(key)
  if (may === undefined) {
    may = CLITICS_OF[pos].proclitics.test(split.proclitics)
    allowed.set(key, may)
  }
  return may
}

function term(
  tokens: readonly Token[],
  text: string,
  first: number,
  last: number,
  split: Split,
  entry: Entry,
  features: Features | undefined,
): Term {
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
    const size = foldUnit(text.charCodeAt(at)).length
    if (size > 0 && seen >= letters) return at
    seen += size
    at++
  }
  return at
}

/** The longest term of a class that starts at a token, if any. @example termAt(terms, 3, 'month') */
export function termAt<Value>(terms: Terms, token: number, ofClass: string): Term<Value> | undefined {
  return terms.at[token]?.find((one) => one.entry.class === ofClass) as Term<Value> | undefined
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
