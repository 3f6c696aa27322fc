import type { Link } from '../model.ts'
import { compareReports } from './compare.ts'
import { byDate, copyLink, sharedText } from './copies.ts'
import { type Key, mayCompare } from './keys.ts'
import type { Profile } from './profile.ts'
import { placeOf } from './sketch.ts'

/** A report with the words of it that are common to many. */
export interface Masked {
  profile: Profile
  mask: Uint8Array | null
}

/** Words of a run, alike in both texts, on which two reports that meet under a fingerprint alone are laid side by side. */
const RUN = 11

/** Whether the run of words around a fingerprint of both texts is long enough to look closer. */
export function sharesRun(a: Profile, b: Profile, print: Key): boolean {
  const [x, y] = [placeOf(a.prints, print), placeOf(b.prints, print)]
  if (x < 0 || y < 0) return false
  let [before, after] = [0, 0]
  while (before < Math.min(x, y) && a.words[x - before - 1] === b.words[y - before - 1]) before++
  while (x + after < a.words.length && y + after < b.words.length && a.words[x + after] === b.words[y + after]) after++
  return before + after >= RUN
}

/** Share of the shorter report's stems that stand in the other too, from which two reports of one time and subject are laid side by side. */
const ALIKE = 0.5

/** Whether two reports whose figures may be compared use the same words: a copy whose every line was touched shares no run with its model. */
export const isRetold = ({ sorted: a }: Profile, { sorted: b }: Profile): boolean =>
  hasInCommon(a, b, Math.max(FEW, ALIKE * Math.min(a.length, b.length)))

/** Stems below which a share says little. */
const FEW = 3

/** Whether two ascending rows have at least so many numbers in common. */
function hasInCommon(a: Uint32Array, b: Uint32Array, wanted: number): boolean {
  let [i, k, found] = [0, 0, 0]
  while (found < wanted && found + Math.min(a.length - i, b.length - k) >= wanted) {
    const [x, y] = [a[i]!, b[k]!]
    if (x === y) found++
    if (x <= y) i++
    if (y <= x) k++
  }
  return found >= wanted
}

/** The comparisons of two reports whose texts have nothing in common. */
export const comparePair = (one: Profile, other: Profile): Link[] =>
  byDate(one, other) <= 0 ? compareReports(one, other, null) : compareReports(other, one, null)

/**
 * All links of two reports that may be copies: a function of both and of what is common, in whichever order they are given.
 */
export function linkPair(one: Masked, other: Masked): Link[] {
  const [a, b] = byDate(one.profile, other.profile) <= 0 ? [one, other] : [other, one]
  const shared = sharedText(a.profile, b.profile, { a: a.mask, b: b.mask })
  const comparisons = shared || mayCompare(a.profile, b.profile) ? compareReports(a.profile, b.profile, shared) : []
  return shared ? [copyLink(a.profile, b.profile, shared), ...comparisons] : comparisons
}
