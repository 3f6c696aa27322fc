import { annotate, type Terms } from '../lang/annotate.ts'
import type { BlockKind, Span } from '../model.ts'
import { type Token, tokenize } from '../text/tokens.ts'
import { furnitureLexicon } from './words.ts'

/** A line with something on it. Offsets run from its first token to the end of its last. */
export interface Line extends Span {
  index: number
  /** First and last token (inclusive). */
  first: number
  last: number
  /** Words and numerals on it. */
  words: number
  /** Words of Latin letters on it. */
  latin: number
  /** Ends as a sentence does: . ! ? ؟ or …, quotes and brackets behind it left aside. */
  ends: boolean
  /** Ends with a full stop, the mark of prose (headlines may ask or exclaim). */
  stops: boolean
  /** Line breaks before it: 2 or more, a paragraph of its own. */
  gap: number
  kind: BlockKind | undefined
}

/** A text as tokens, furniture terms and lines. */
export interface Page {
  text: string
  tokens: readonly Token[]
  terms: Terms
  lines: Line[]
  /** Tokens of a desk's name that stands before the title on its line: 'سياسي / …'. */
  desk?: { first: number; last: number }
  /** Written in Latin letters for the most part. */
  latin: boolean
  /** Offset up to which the text was looked at. */
  limit: number
}

/** Longest stretch of a text, in UTF-16 units, that is looked through for furniture: no report is longer, and what follows is kept as body. */
export const LOOKED_AT = 2_000_000

/**
 * Lays a text out in lines.
 *
 * @example layOut('عنوان\n\nنص.').lines.length // 2
 */
export function layOut(text: string): Page {
  const limit = Math.min(text.length, LOOKED_AT)
  const tokens = tokenize(text, 0, limit)
  const blank = new Int32Array(0)
  const terms = annotate({ text, tokens, sentences: [], quotes: [], sentenceOf: blank, quoteOf: blank }, furnitureLexicon())
  const lines = linesOf(tokens)
  return { text, tokens, terms, lines, latin: isLatin(lines), limit }
}

function isLatin(lines: readonly Line[]): boolean {
  let words = 0
  let latin = 0
  for (const line of lines) {
    words += line.words
    latin += line.latin
  }
  return latin * 2 > words
}

function linesOf(tokens: readonly Token[]): Line[] {
  const lines: Line[] = []
  let first = 0
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at]!.breaks === 0) continue
    lines.push(lineOf(tokens, first, at - 1, lines.length))
    first = at
  }
  return tokens.length === 0 ? [] : lines
}

function lineOf(tokens: readonly Token[], first: number, last: number, index: number): Line {
  let words = 0
  let latin = 0
  for (let at = first; at <= last; at++) {
    const { kind } = tokens[at]!
    if (kind !== 'punct') words++
    if (kind === 'latin') latin++
  }
  const mark = endMark(tokens, first, last)
  const stops = mark === '.' || mark === '…' || mark === '۔'
  const ends = stops || mark === '!' || mark === '?' || mark === '؟'
  return {
    index,
    first,
    last,
    start: tokens[first]!.start,
    end: tokens[last]!.end,
    words,
    latin,
    ends,
    stops,
    gap: tokens[first]!.breaks,
    kind: undefined,
  }
}

const BEHIND_END = new Set(['"', '”', '“', '»', '«', ')', ']', "'", '’', '›'])

/** The last mark of a line, closing quotes and brackets left aside; of a line that ends in a word, the word. */
function endMark(tokens: readonly Token[], first: number, last: number): string {
  let at = last
  while (at > first && BEHIND_END.has(tokens[at]!.form)) at--
  return tokens[at]!.form
}

/** Whether two lines hold the same words and marks. */
export function sameWords(tokens: readonly Token[], a: Line, b: Line): boolean {
  if (a.last - a.first !== b.last - b.first) return false
  for (let k = 0; k <= a.last - a.first; k++) if (tokens[a.first + k]!.form !== tokens[b.first + k]!.form) return false
  return true
}
