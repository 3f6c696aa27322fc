import type { Token } from './tokens.ts'

/** A quotation: token indexes of its marks. `close` is one past the last token where the mark is missing. */
export interface Quote {
  open: number
  close: number
  closed: boolean
}

const OPENERS: Record<string, string> = { '«': '»', '‹': '›', '「': '」' }
const CLOSERS = new Set(Object.values(OPENERS))
const TOGGLES = new Set(['"', '“', '”', '„', '‟', '″', '＂'])

/**
 * Pairs the quotation marks of one paragraph. Straight and curly marks are taken alike, whichever way they are turned;
 * a mark that clearly opens while another is open leaves the first unclosed.
 *
 * @example pairQuotes(tokenize('قال «نعم»')) // [{ open: 1, close: 3, closed: true }]
 */
export function pairQuotes(tokens: readonly Token[]): Quote[] {
  const quotes: Quote[] = []
  const stack: { open: number; closer: string }[] = []
  tokens.forEach((token, i) => {
    if (token.kind !== 'punct') return
    if (OPENERS[token.form]) stack.push({ open: i, closer: OPENERS[token.form]! })
    else if (CLOSERS.has(token.form)) close(stack, quotes, i, token.form)
    else if (TOGGLES.has(token.form)) toggle(stack, quotes, tokens, i)
  })
  for (const left of stack) quotes.push({ open: left.open, close: tokens.length, closed: false })
  return quotes.sort((a, b) => a.open - b.open)
}

type Open = { open: number; closer: string }

function close(stack: Open[], quotes: Quote[], at: number, closer: string): void {
  const depth = stack.findLastIndex((one) => one.closer === closer)
  if (depth < 0) return
  quotes.push({ open: stack[depth]!.open, close: at, closed: true })
  stack.length = depth
}

function toggle(stack: Open[], quotes: Quote[], tokens: readonly Token[], at: number): void {
  const depth = stack.findLastIndex((one) => one.closer === '"')
  if (depth < 0) {
    stack.push({ open: at, closer: '"' })
    return
  }
  if (!looksOpening(tokens, at)) {
    close(stack, quotes, at, '"')
    return
  }
  quotes.push({ open: stack[depth]!.open, close: at, closed: false })
  stack.length = depth
  stack.push({ open: at, closer: '"' })
}

const looksOpening = (tokens: readonly Token[], at: number): boolean =>
  !tokens[at]!.glued && tokens[at + 1]?.glued === true && tokens[at + 1]?.kind !== 'punct'
