import type { Block, Span } from '../model.ts'
import { pairQuotes, type Quote } from './quotes.ts'
import { splitSentences } from './sentences.ts'
import { type Token, tokenize } from './tokens.ts'

/** A sentence: tokens `first`..`last` (inclusive) of the document. */
export interface Sentence extends Span {
  index: number
  first: number
  last: number
  /** Paragraph it stands in; a title is a paragraph of its own. */
  paragraph: number
  /** Kind of the block it stands in. */
  block: 'title' | 'body'
}

/** The prose of a report (title and body blocks) as tokens, sentences and quotations. Offsets point into `text`. */
export interface Document {
  text: string
  tokens: Token[]
  sentences: Sentence[]
  quotes: Quote[]
  /** Sentence index of each token. */
  sentenceOf: Int32Array
  /** Innermost quotation of each token (index into `quotes`), -1 outside. The marks themselves are outside. */
  quoteOf: Int32Array
}

/**
 * Reads the prose blocks of a text into tokens, sentences and quotations.
 *
 * @example makeDocument('قال شيئا.', [{ kind: 'body', start: 0, end: 9 }]).sentences.length // 1
 */
export function makeDocument(text: string, blocks: readonly Block[]): Document {
  const stretches: Token[][] = []
  let shift = 0
  const sentences: Sentence[] = []
  const quotes: Quote[] = []
  let paragraph = 0
  for (const block of blocks) {
    if (block.kind !== 'title' && block.kind !== 'body') continue
    for (const stretch of paragraphsOf(text, block)) {
      const own = tokenize(text, stretch.start, stretch.end, shift)
      if (own.length === 0) continue
      const pairs = pairQuotes(own)
      for (const sentence of splitSentences(own, pairs))
        sentences.push(place(sentence, own, shift, sentences.length, paragraph, block.kind))
      for (const quote of pairs) quotes.push({ ...quote, open: quote.open + shift, close: quote.close + shift })
      stretches.push(own)
      shift += own.length
      paragraph++
    }
  }
  const tokens = stretches.length === 1 ? stretches[0]! : stretches.flat()
  return { text, tokens, sentences, quotes, sentenceOf: sentenceIndex(tokens, sentences), quoteOf: quoteIndex(tokens, quotes) }
}

type TokenRange = { first: number; last: number }
const place = (range: TokenRange, own: Token[], shift: number, index: number, paragraph: number, block: 'title' | 'body'): Sentence => ({
  index,
  first: range.first + shift,
  last: range.last + shift,
  start: own[range.first]!.start,
  end: own[range.last]!.end,
  paragraph,
  block,
})

const endsSentence = /[.!?؟:…»”"’)\]]\s*$/u

/** Paragraphs of a block: lines, where a line broken in mid-sentence (no closing mark, next line at once) goes on. */
function* paragraphsOf(text: string, block: Span): Generator<Span> {
  let start = block.start
  let lineStart = block.start
  for (let at = text.indexOf('\n', start); at >= 0 && at < block.end; at = text.indexOf('\n', at + 1)) {
    if (isSoftBreak(text, lineStart, at, block.end)) {
      lineStart = at + 1
      continue
    }
    if (at > start) yield { start, end: at }
    start = at + 1
    lineStart = start
  }
  if (block.end > start) yield { start, end: block.end }
}

/** Longest line, in UTF-16 code units, looked at when a break may be soft. */
const LINE_TAIL = 40

function isSoftBreak(text: string, lineStart: number, at: number, limit: number): boolean {
  if (lineStart === at || at + 1 >= limit || /\s/u.test(text[at + 1]!)) return false
  return !endsSentence.test(text.slice(Math.max(lineStart, at - LINE_TAIL), at))
}

function sentenceIndex(tokens: Token[], sentences: Sentence[]): Int32Array {
  const index = new Int32Array(tokens.length)
  for (const sentence of sentences) index.fill(sentence.index, sentence.first, sentence.last + 1)
  return index
}

function quoteIndex(tokens: Token[], quotes: Quote[]): Int32Array {
  const index = new Int32Array(tokens.length).fill(-1)
  const outerFirst = [...quotes.keys()].sort((a, b) => quotes[a]!.open - quotes[b]!.open)
  for (const i of outerFirst) index.fill(i, quotes[i]!.open + 1, quotes[i]!.close)
  return index
}
