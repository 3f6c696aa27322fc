import type { Document, Sentence } from '../../text/document.ts'
import { Marks } from './marks.ts'

/** How a clause hangs on the one before: `that` (أن), `relative` (الذي), `when` (بعدما), `and` (و + verb), `new` (after a mark or a break). */
export type ClauseKind = 'main' | 'that' | 'relative' | 'when' | 'and' | 'new'

/** A clause of a sentence. Tokens of a clause that is interrupted by a relative clause go on after it. */
export interface Clause {
  kind: ClauseKind
  /** Clause it hangs on; -1 for the first of a sentence. */
  parent: number
  first: number
  last: number
  sentence: number
}

const STRONG = new Set(['؛', ':', ';'])
const COMMAS = new Set(['،', ','])
const DASHES = new Set(['-', '–', '—'])

/**
 * Cuts every sentence into clauses: at strong marks, complementizers, relatives, subordinators, breaks,
 * and where a conjunction or a comma stands before a finite verb.
 */
export function splitClauses(document: Document, marks: Uint32Array): { clauses: Clause[]; clauseOf: Int32Array } {
  const clauses: Clause[] = []
  const clauseOf = new Int32Array(document.tokens.length)
  for (const sentence of document.sentences) splitSentence(document, marks, sentence, clauses, clauseOf)
  return { clauses, clauseOf }
}

function splitSentence({ tokens }: Document, marks: Uint32Array, sentence: Sentence, clauses: Clause[], clauseOf: Int32Array): void {
  let current = open(clauses, 'main', -1, sentence.first, sentence.index)
  for (let at = sentence.first; at <= sentence.last; at++) {
    const kind = at === sentence.first ? undefined : startsClause(tokens, marks, at, clauses[current]!.first)
    if (kind) current = open(clauses, kind, current, at, sentence.index)
    else if (clauses[current]!.kind === 'relative' && resumes(tokens, marks, at)) current = clauses[current]!.parent
    clauseOf[at] = current
    clauses[current]!.last = at
  }
}

function open(clauses: Clause[], kind: ClauseKind, parent: number, first: number, sentence: number): number {
  clauses.push({ kind, parent, first, last: first, sentence })
  return clauses.length - 1
}

function startsClause(tokens: Document['tokens'], marks: Uint32Array, at: number, since: number): ClauseKind | undefined {
  const mark = marks[at]!
  const before = tokens[at - 1]!.form
  if (STRONG.has(before) || (DASHES.has(before) && !tokens[at - 1]!.glued)) return 'new'
  if (mark & Marks.still) return mark & Marks.conjoined ? 'and' : undefined
  if (mark & Marks.subordinator) return 'when'
  if (mark & Marks.complementizer) return at - since < 1 ? undefined : 'that'
  if (mark & Marks.relative || (COMMAS.has(before) && isDescribing(tokens, marks, at))) return 'relative'
  if (mark & Marks.break) return 'new'
  if (mark & Marks.circumstance && COMMAS.has(before)) return 'and'
  const beginsVerb = (mark & Marks.verb) !== 0 || ((mark & Marks.modal) !== 0 && (mark & Marks.preposition) === 0)
  if (!beginsVerb) return undefined
  if (mark & Marks.conjoined) return mark & Marks.ambiguous && isGoverned(marks, since, at) ? undefined : 'and'
  return COMMAS.has(before) && hasVerb(marks, since, at) ? 'and' : undefined
}

/** Words back to the word of intent that two joined verbal nouns hang on: 'هدد بوقف المفاوضات ونقل الأسرى'. */
const GOVERNED = 6
function isGoverned(marks: Uint32Array, since: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(since, at - GOVERNED * 2); i--) {
    if (marks[i]! & Marks.punct) return false
    if (marks[i]! & Marks.modal && (marks[i]! & Marks.still) === 0) return true
  }
  return false
}

/** A clause that has had no verb yet goes on to it over a comma: 'أن المئات، بينهم أجانب، غادروا'. */
function hasVerb(marks: Uint32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (marks[i]! & Marks.verb) return true
  return false
}

/** '، المتهمة بالتضييق على'، '، المدعومة من': a participle with its preposition describes what stands before. */
const isDescribing = (tokens: Document['tokens'], marks: Uint32Array, at: number): boolean => {
  const next = tokens[at + 1]
  return (
    /^الم.{2,}/u.test(tokens[at]!.form) &&
    next !== undefined &&
    ((marks[at + 1]! & Marks.preposition) !== 0 || /^(بال|لل)/u.test(next.form))
  )
}

/** A comma ends a relative clause unless the next word begins another one. */
const resumes = (tokens: Document['tokens'], marks: Uint32Array, at: number): boolean =>
  at > 0 && COMMAS.has(tokens[at - 1]!.form) && (marks[at]! & Marks.punct) === 0
