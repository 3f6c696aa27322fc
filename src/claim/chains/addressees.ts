import { formAt, type Grammar, has, MARK, quoteOpening, termOf } from './grammar.ts'
import { makerOf } from './hops.ts'
import { nounPhrase } from './noun-phrase.ts'
import type { NounPhrase } from './nouns.ts'

/** Whom something was said to, and whose words are passed on, as they are found between a verb and what is said. */
export interface Sides {
  /** The sources behind the subject: نقلت X عن Y. */
  via: NounPhrase[]
  /** The outlet spoken to: قال X لوكالة Y. */
  addressee: NounPhrase | undefined
}

/** Notes نقلا عن Y, لوكالة Y, في تصريح لـY at a token. Returns the token to go on from. */
export function sideSource(grammar: Grammar, at: number, limit: number, found: Sides, afterSubject: boolean): number {
  const particle = has(grammar, at, MARK.particle) ? termOf<{ hop: string; takes: string }>(grammar, at, 'report-particle') : undefined
  if (particle?.entry.value.hop === 'inner' && particle.entry.value.takes === 'noun')
    return takeSources(grammar, particle.last + 1, limit, found.via, at)
  if (found.addressee) return at
  const phrase = addresseeAt(grammar, at, limit) ?? (afterSubject ? outletAt(grammar, at, limit) : undefined)
  if (!phrase) return at
  found.addressee = phrase
  return phrase.last + 1
}

/** Takes 'X' or 'X عن Y' (every source behind the one before) from a token; returns the token behind, `at` where there is none. */
export function takeSources(grammar: Grammar, start: number, limit: number, into: NounPhrase[], at: number): number {
  let next = take(grammar, start, limit, into, at)
  while (next > at && next < limit && formAt(grammar, next) === 'عن' && into.at(-1)?.kind !== 'document') {
    const after = take(grammar, next + 1, limit, into, next)
    if (after === next) break
    next = after
  }
  return next
}

function take(grammar: Grammar, start: number, limit: number, into: NounPhrase[], at: number): number {
  const phrase = nounPhrase(grammar, start, limit)
  if (!phrase) return at
  into.push(phrase)
  const maker = phrase.kind === 'document' ? makerOf(grammar, phrase) : undefined
  return Math.max(phrase.last, maker?.last ?? 0) + 1
}

/** An outlet after ل, لـ, مع or لدى: the one that was spoken to. */
export function addresseeAt(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  const form = formAt(grammar, at)
  const separate = form === 'ل' || form === 'مع' || form === 'لدى'
  if ((!separate && !form.startsWith('ل')) || (separate && at >= limit)) return undefined
  const quoted = form === 'ل' ? quotedOutlet(grammar, at + 1, limit) : undefined
  if (quoted) return quoted
  const phrase = nounPhrase(grammar, separate ? at + 1 : at, limit)
  if (!phrase || !isOutlet(phrase)) return undefined
  const glued = separate || grammar.terms.at[at]?.some((term) => /ل$/u.test(term.proclitics)) === true || form.startsWith('لل')
  return glued ? phrase : undefined
}

/** Longest name in quotation marks, in tokens with its marks. */
const LONGEST_QUOTED_NAME = 7

/** 'لـ«الوسط»': what is named in quotation marks behind ل is an outlet. */
function quotedOutlet(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  const quote = quoteOpening(grammar, at)
  if (!quote?.closed || quote.close > limit || quote.close - quote.open > LONGEST_QUOTED_NAME) return undefined
  const actors = []
  for (let i = at; i <= quote.close; i++) if (grammar.actorAt[i]) actors.push(grammar.actorAt[i]!.actor)
  return { first: at, last: quote.close, head: at, kind: 'outlet', actors }
}

/** 'أبلغ مصدر أمني وكالة …': the outlet stands as the verb's object. */
function outletAt(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  if (has(grammar, at, MARK.punct)) return undefined
  const phrase = nounPhrase(grammar, at, limit)
  return phrase && isOutlet(phrase) ? phrase : undefined
}

/** An outlet, or somebody who works for one. */
export const isOutlet = (phrase: NounPhrase): boolean => phrase.kind === 'outlet' || phrase.actors.some((actor) => actor.type === 'outlet')
