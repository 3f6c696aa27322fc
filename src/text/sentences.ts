import type { Quote } from './quotes.ts'
import type { Token } from './tokens.ts'

const ENDERS = new Set(['.', '!', '?', '؟', '۔'])
const OPEN_BRACKETS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])
/** Longest bracket, in tokens, that keeps a full stop from ending the sentence. */
const BRACKET_REACH = 40

/**
 * Sentence ranges (token indexes, inclusive) of one paragraph. A full stop does not end a sentence inside brackets,
 * after an initial ('د.'), inside '...' that goes on, or glued between letters ('أ.ف.ب').
 *
 * @example splitSentences(tokenize('قال د. سامي نعم. ثم مضى.'), []).length // 2
 */
export function splitSentences(tokens: readonly Token[], quotes: readonly Quote[]): { first: number; last: number }[] {
  const closers = new Set(quotes.filter((q) => q.closed).map((q) => q.close))
  const ranges: { first: number; last: number }[] = []
  let first = 0
  let at = 0
  while (at < tokens.length) {
    const bracketEnd = closingBracket(tokens, at)
    if (bracketEnd > at) {
      at = bracketEnd
      continue
    }
    if (endsHere(tokens, at)) {
      let last = at
      while (last + 1 < tokens.length && goesWithEnd(tokens, last + 1, closers)) last++
      ranges.push({ first, last })
      first = last + 1
      at = last
    }
    at++
  }
  if (first < tokens.length) ranges.push({ first, last: tokens.length - 1 })
  return ranges
}

function closingBracket(tokens: readonly Token[], at: number): number {
  const { kind, form } = tokens[at]!
  const closer = kind === 'punct' ? OPEN_BRACKETS.get(form) : undefined
  if (closer === undefined) return -1
  const limit = Math.min(tokens.length, at + BRACKET_REACH)
  for (let i = at + 1; i < limit; i++) if (tokens[i]!.form === closer) return i
  return -1
}

function endsHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  if (token.kind !== 'punct' || !ENDERS.has(token.form)) return false
  const next = tokens[at + 1]
  if (!next) return true
  if (token.form !== '.') return true
  if (next.form === '.') return false
  if (tokens[at - 1]?.form === '.' && !next.breaks) return tokens[at - 2]?.form !== '.' // '..' ends, '...' goes on
  return !isInitial(tokens, at) && !(next.glued && next.kind !== 'punct' && isAbbreviation(tokens, at))
}

/** 'د.', 'أ.': one letter before the full stop, as in a title or an initial. */
const isInitial = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]
  return before !== undefined && before.kind !== 'number' && before.kind !== 'punct' && before.form.length === 1 && tokens[at]!.glued
}

const isAbbreviation = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === 'latin' || (tokens[at - 1]?.form.length ?? 9) <= 2

const goesWithEnd = (tokens: readonly Token[], at: number, closers: ReadonlySet<number>): boolean => {
  const token = tokens[at]!
  return closers.has(at) || ENDERS.has(token.form) || (token.glued && (token.form === ')' || token.form === ']'))
}
