import type { Token } from '../text/tokens.ts'
import type { Page } from './page.ts'

/** A later stretch that says again, word for word, what an earlier one said. Tokens, inclusive. */
export interface Repeat {
  first: number
  last: number
  /** First and last token of the earlier stretch. */
  source: number
  sourceLast: number
}

/** Words by which two stretches are first compared. */
const KEY_WORDS = 4
/** Fewest words of a repeated stretch within a line, and of one that fills whole lines. Shorter ones are formulae. */
const INLINE_WORDS = 10
const LINE_WORDS = 4
/** Earlier places compared with one later place: keeps the search linear. */
const CANDIDATES = 6

interface Words {
  /** Token index of each word that takes part. */
  at: number[]
  /** Folded form of each. */
  forms: string[]
}

/**
 * Finds stretches repeated verbatim, wherever paragraphs are broken: words are compared, marks and breaks are not.
 * A repeat begins where a sentence or line begins and ends where one ends; the later one is returned.
 *
 * @example findRepeats(page, () => true) // [{ first: 120, last: 260, source: 14, sourceLast: 154 }]
 */
export function findRepeats(page: Page, takesPart: (token: number) => boolean): Repeat[] {
  const words = wordsOf(page.tokens, takesPart)
  const seen = new Map<string, number[]>()
  const repeats: Repeat[] = []
  for (let w = 0; w + KEY_WORDS <= words.at.length; w++) {
    if (!beginsStretch(page.tokens, words.at[w]!)) continue
    const key = `${words.forms[w]} ${words.forms[w + 1]} ${words.forms[w + 2]} ${words.forms[w + 3]}`
    const known = seen.get(key)
    const found = known && beginsSentence(page.tokens, words.at[w]!) ? longestMatch(page.tokens, words, known, w) : undefined
    if (found) {
      repeats.push(found.repeat)
      w += found.count - 1
    } else if (!known) seen.set(key, [w])
    else if (known.length < CANDIDATES) known.push(w)
  }
  return repeats
}

function wordsOf(tokens: readonly Token[], takesPart: (token: number) => boolean): Words {
  const at: number[] = []
  const forms: string[] = []
  for (const token of tokens) {
    if (token.kind === 'punct' || !takesPart(token.index)) continue
    at.push(token.index)
    forms.push(token.form)
  }
  return { at, forms }
}

/** After any mark or line break: where an earlier stretch may begin. */
const beginsStretch = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || tokens[at]!.breaks > 0 || tokens[at - 1]!.kind === 'punct'

const STOPS = new Set(['.', '!', '?', '؟', '…', '۔'])
const OPENING = new Set(['"', '“', '”', '«', '(', '[', '-', '–', '•', '*', "'"])

/** Where a line or sentence begins, opening quotes left aside. */
function beginsSentence(tokens: readonly Token[], word: number): boolean {
  for (let at = word; at > 0; at--) {
    if (tokens[at]!.breaks > 0 || STOPS.has(tokens[at - 1]!.form)) return true
    if (!OPENING.has(tokens[at - 1]!.form)) return tokens[at - 1]!.form === '»' && STOPS.has(tokens[at - 2]?.form ?? '')
  }
  return true
}

/** Last token of the sentence that a word closes (its mark, closing quotes); -1 where the sentence goes on. */
function sentenceEnd(tokens: readonly Token[], word: number): number {
  let at = word
  let stopped = false
  while (at + 1 < tokens.length && tokens[at + 1]!.kind === 'punct' && tokens[at + 1]!.breaks === 0) {
    const { form } = tokens[at + 1]!
    if (stopped && OPENING.has(form) && !tokens[at + 1]!.glued) break
    at++
    stopped ||= STOPS.has(form)
  }
  return stopped || at + 1 >= tokens.length || tokens[at + 1]!.breaks > 0 ? at : -1
}

function longestMatch(
  tokens: readonly Token[],
  words: Words,
  known: readonly number[],
  w: number,
): { repeat: Repeat; count: number } | undefined {
  let best: { repeat: Repeat; count: number } | undefined
  for (const source of known) {
    let count = 0
    while (source + count < w && w + count < words.forms.length && words.forms[source + count] === words.forms[w + count]) count++
    const trimmed = trim(tokens, words, source, w, count)
    if (trimmed && trimmed.count > (best?.count ?? 0)) best = trimmed
  }
  return best
}

/** Cuts a match back to the last sentence end; undefined when too little is left. */
function trim(
  tokens: readonly Token[],
  words: Words,
  source: number,
  w: number,
  matched: number,
): { repeat: Repeat; count: number } | undefined {
  for (let count = matched; count >= LINE_WORDS; count--) {
    const end = sentenceEnd(tokens, words.at[w + count - 1]!)
    if (end < 0) continue
    const first = backOverMarks(tokens, words.at[w]!)
    if (count < INLINE_WORDS && !fillsLines(tokens, first, end)) return undefined
    return { repeat: { first, last: end, source: words.at[source]!, sourceLast: words.at[source + count - 1]! }, count }
  }
  return undefined
}

function backOverMarks(tokens: readonly Token[], word: number): number {
  let at = word
  while (
    at > 0 &&
    tokens[at]!.breaks === 0 &&
    tokens[at - 1]!.kind === 'punct' &&
    OPENING.has(tokens[at - 1]!.form) &&
    (tokens[at]!.glued || tokens[at - 1]!.breaks > 0)
  )
    at--
  return at
}

const fillsLines = (tokens: readonly Token[], first: number, last: number): boolean =>
  (first === 0 || tokens[first]!.breaks > 0) && (last + 1 >= tokens.length || tokens[last + 1]!.breaks > 0)
