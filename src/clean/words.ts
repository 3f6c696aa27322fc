import type { Term, Terms } from '../lang/annotate.ts'
import { loadEntries } from '../lang/ar/entries.ts'
import { arabicSpelling } from '../lang/ar/spelling.ts'
import { compileLexicon, type Lexicon } from '../lang/lexicon.ts'

/** The part that words play around a report; the classes of the YAML files of this folder. */
export type Role =
  | 'share'
  | 'counter'
  | 'related'
  | 'terminal'
  | 'button'
  | 'tags'
  | 'byline'
  | 'source'
  | 'agencies'
  | 'caption'
  | 'section'
  | 'place'
  | 'self'
  | 'outlet-shape'
  | 'agency'
  | 'outlet'
  | 'given-name'
  | 'month'
  | 'hijri-month'
  | 'hijri-mark'
  | 'common-mark'
  | 'equals'
  | 'weekday'
  | 'meridiem'
  | 'zone'
  | 'label'
  | 'joint'

const FILES = ['furniture', 'dates', 'outlets', 'given-names']
let compiled: Lexicon | undefined

/** The words of headers, footers, dates and outlets, compiled once per process. */
export function furnitureLexicon(): Lexicon {
  compiled ??= compileLexicon(
    FILES.flatMap((name) => loadEntries(`src/clean/${name}.yaml`)),
    arabicSpelling,
  )
  return compiled
}

/**
 * The longest term of a role that starts at a token and ends no later than `limit`; whole words only.
 *
 * @example termOf(terms, 4, 'month', line.last)?.entry.value // 6
 */
export function termOf(terms: Terms, token: number, role: Role, limit: number): Term | undefined {
  const found = terms.at[token]
  if (!found) return undefined
  for (const term of found) if (term.entry.class === role && term.last <= limit && term.proclitics === '') return term
  return undefined
}

/** The longest term of any of some roles at a token, within `limit`; of equals the first role named. */
export function longestOf(terms: Terms, token: number, roles: readonly Role[], limit: number): Term | undefined {
  let best: Term | undefined
  for (const role of roles) {
    const term = termOf(terms, token, role, limit)
    if (term && (!best || term.last > best.last)) best = term
  }
  return best
}
