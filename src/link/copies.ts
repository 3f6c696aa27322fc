import type { CopyLink, Span } from '../model.ts'
import { type Passage, passagesOf, runsOf, type WordRun } from './passages.ts'
import type { Profile } from './profile.ts'

/** Words alike that make a passage worth naming on its own: more than an institution's full name or a formula. */
const SHARED = 12
/** Words alike that a passage of a near copy needs. */
const LISTED = 6
/** Share of a passage's words that must be alike. */
const DENSE = 0.6
/** A near copy: nearly all of the shorter text, or a good part of both. */
const NEARLY_ALL = 0.8
const PART_OF_SHORTER = 0.4
const PART_OF_LONGER = 0.3

/** What two reports have in common, word by word. Word indexes are those of the profiles. */
export interface Shared {
  relation: 'near-copy' | 'shared-passage'
  /** Share of the shorter text's words that stand in both. */
  similarity: number
  passages: Passage[]
}

/**
 * Whether one report copies the other in whole or in part; null where neither. `masks` leave out what is common.
 */
export function sharedText(a: Profile, b: Profile, masks: { a: Uint8Array | null; b: Uint8Array | null }): Shared | null {
  const [one, other]: [WordRun, WordRun] = [
    { words: a.words, mask: masks.a },
    { words: b.words, mask: masks.b },
  ]
  const passages = passagesOf(runsOf(one, other)).filter(isDense)
  const same = passages.reduce((sum, passage) => sum + passage.same, 0)
  const sizes = [clearWords(one), clearWords(other)].sort((x, y) => x - y)
  const [ofShorter, ofLonger] = [same / Math.max(1, sizes[0]!), same / Math.max(1, sizes[1]!)]
  if (same >= SHARED && (ofShorter >= NEARLY_ALL || (ofShorter >= PART_OF_SHORTER && ofLonger >= PART_OF_LONGER))) {
    return { relation: 'near-copy', similarity: Math.min(1, ofShorter), passages: passages.filter((one) => one.same >= LISTED) }
  }
  const long = passages.filter((passage) => passage.same >= SHARED)
  return long.length > 0 ? { relation: 'shared-passage', similarity: Math.min(1, ofShorter), passages: long } : null
}

const isDense = ({ a, aEnd, b, bEnd, same }: Passage): boolean => same / Math.max(aEnd - a, bEnd - b) >= DENSE

const clearWords = ({ words, mask }: WordRun): number => words.length - (mask?.reduce((sum, one) => sum + one, 0) ?? 0)

/** The contract's link; `a` is the earlier report where the dates tell, else the first by key. */
export const copyLink = (a: Profile, b: Profile, shared: Shared): CopyLink => ({
  kind: 'copy',
  a: { path: a.path },
  b: { path: b.path },
  relation: shared.relation,
  similarity: Math.round(shared.similarity * 1000) / 1000,
  passages: shared.passages.map((passage) => ({ a: spanOf(a, passage.a, passage.aEnd), b: spanOf(b, passage.b, passage.bEnd) })),
})

const spanOf = (profile: Profile, from: number, to: number): Span => ({ start: profile.starts[from]!, end: profile.ends[to - 1]! })

/** Order of two reports: the earlier first; where the dates do not tell, by key. */
export function byDate(a: Profile, b: Profile): number {
  if (a.moment !== null && b.moment !== null && a.moment !== b.moment) return a.moment - b.moment
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.key < b.key ? -1 : 1
}
