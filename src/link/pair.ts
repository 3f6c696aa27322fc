import type { Link } from '../model.ts'
import { compareReports } from './compare.ts'
import { byDate, copyLink, sharedText } from './copies.ts'
import { mayCompare } from './keys.ts'
import type { Profile } from './profile.ts'

/** A report with the words of it that are common to many. */
export interface Masked {
  profile: Profile
  mask: Uint8Array | null
}

/** All links of two reports: a function of both and of what is common, in whichever order they are given. */
export function linkPair(one: Masked, other: Masked): Link[] {
  const [a, b] = byDate(one.profile, other.profile) <= 0 ? [one, other] : [other, one]
  const shared = sharedText(a.profile, b.profile, { a: a.mask, b: b.mask })
  const comparisons = shared || mayCompare(a.profile, b.profile) ? compareReports(a.profile, b.profile, shared) : []
  return shared ? [copyLink(a.profile, b.profile, shared), ...comparisons] : comparisons
}
