import type { Hop } from '../../model.ts'
import { formAt, type Grammar, has, MARK } from './grammar.ts'
import { isComma } from './nouns.ts'

/** Why a statement ends where it does. */
export type ScopeEnd = 'sentence' | 'quotation' | 'clause' | 'next-source'

/** A statement being built: token range, chain and the names of the rules that made it. */
export interface Draft {
  first: number
  last: number
  chain: Hop[]
  why: string[]
  end: ScopeEnd
  /** Made inside another statement of the sentence: it does not carry on. */
  nested: boolean
  /** Named before the clause that speaks ('بحسب الصحيفة، قال فلان إن', 'في تقرير نشرته الصحيفة، قال …'). */
  opens?: true
}

/** Where a clause ends: before the next break or comma (a comma before a date is none). */
export function clauseEnd(grammar: Grammar, from: number, limit: number): number {
  for (let at = from + 1; at <= limit; at++) {
    if (has(grammar, at, MARK.break) || (isComma(formAt(grammar, at)) && !has(grammar, Math.min(at + 1, limit), MARK.time))) return at - 1
  }
  return limit
}

/** Where a clause that a comma and 'بينما', 'فيما', 'لكن' follow ends: what is told behind them is another's. */
export function breakEnd(grammar: Grammar, from: number, limit: number): number {
  for (let at = from + 1; at < limit; at++)
    if (isComma(formAt(grammar, at)) && (has(grammar, at + 1, MARK.break) || tellsOn(grammar, at + 1))) return at
  return limit
}

/** '، واحتجزت', '، وتقع': a finite verb with و begins a clause of the outlet's own. */
const tellsOn = (grammar: Grammar, at: number): boolean =>
  formAt(grammar, at).startsWith('و') &&
  !has(grammar, at, MARK.reportVerb | MARK.sourceNoun | MARK.event) &&
  grammar.terms.at[at]?.some((term) => term.entry.pos === 'verb' && term.proclitics === 'و' && term.suffix === '') === true

/** Nothing but commas and adverbs between a source named before the clause and the clause's first token. */
export function leadsInto(grammar: Grammar, opener: Draft, clause: number): boolean {
  if (!opener.opens || opener.first > clause || opener.last < clause) return false
  for (let at = opener.first; at < clause; at++)
    if (!isComma(formAt(grammar, at)) && !has(grammar, at, MARK.adverb | MARK.time | MARK.kana)) return false
  return true
}
