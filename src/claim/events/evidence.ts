import type { Span } from '../../model.ts'
import { type Scene, spanOf } from './scene.ts'

/** Longest evidence of a claim, in UTF-16 code units. */
export const LONGEST_EVIDENCE = 400

/** The sentence that shows a claim; of a longer one, the clauses around its words, as far as fits. */
export function evidenceAround(scene: Scene, sentence: number, first: number, last: number): Span {
  const whole = scene.document.sentences[sentence]!
  if (whole.end - whole.start <= LONGEST_EVIDENCE) return { start: whole.start, end: whole.end }
  const clause = clauseRange(scene, first, last)
  const span = spanOf(scene.document, clause.first, clause.last)
  return span.end - span.start <= LONGEST_EVIDENCE ? span : around(scene, whole, first, last)
}

/** Tokens of the clauses that hold the words, without a gap. */
export function clauseRange(scene: Scene, first: number, last: number): { first: number; last: number } {
  const from = scene.clauses[scene.clauseOf[first]!]!
  const to = scene.clauses[scene.clauseOf[last]!]!
  return { first: Math.min(from.first, first), last: Math.max(to.last, last) }
}

/** As many words before and after as fit. */
function around({ document: { tokens } }: Scene, whole: { first: number; last: number }, first: number, last: number): Span {
  let from = first
  let to = last
  const fits = (a: number, b: number): boolean => tokens[b]!.end - tokens[a]!.start <= LONGEST_EVIDENCE
  for (;;) {
    const grewLeft = from > whole.first && fits(from - 1, to)
    if (grewLeft) from--
    const grewRight = to < whole.last && fits(from, to + 1)
    if (grewRight) to++
    if (!grewLeft && !grewRight)
      return { start: tokens[from]!.start, end: Math.min(tokens[to]!.end, tokens[from]!.start + LONGEST_EVIDENCE) }
  }
}
