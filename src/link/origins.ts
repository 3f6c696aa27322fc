import type { Figure } from './figures.ts'
import type { Profile } from './profile.ts'

export type Independence = true | false | 'unknown'

/**
 * Where a figure comes from: the named sources of its chain, who else in the report carried its origin,
 * and the agency the report is credited to. The last named source is the origin.
 */
interface Provenance {
  origin: string | null
  carriers: readonly string[]
  credits: ReadonlySet<string>
}

const provenanceOf = (profile: Profile, figure: Figure): Provenance => {
  const origin = figure.hops.at(-1) ?? null
  const carried = origin ? [...(profile.carriers.get(origin) ?? [])] : []
  return { origin, carriers: [...figure.hops.slice(0, -1), ...carried, ...profile.credits], credits: profile.credits }
}

/** How the texts of two figures stand to each other. */
export type Copied = 'word-for-word' | 'rewritten' | 'no'

/**
 * Whether two figures go back to different origins. False: the same source stands behind both, one report copies the other
 * at that place, or both are one agency's copy. True: each names the source it ends with, and they differ. Else unknown, which never adds an origin.
 */
export function independenceOf(
  a: { profile: Profile; figure: Figure },
  b: { profile: Profile; figure: Figure },
  copied: Copied,
): Independence {
  const [one, other] = [provenanceOf(a.profile, a.figure), provenanceOf(b.profile, b.figure)]
  if (copied === 'word-for-word' || sharesOrigin(one, other) || sharesCredit(one, other)) return false
  if (isOwnVoice(a, b)) return false
  if (copied === 'rewritten') return a.figure.cued && b.figure.cued ? false : 'unknown'
  const known = one.origin !== null && other.origin !== null && !a.figure.opaque && !b.figure.opaque
  return known ? true : 'unknown'
}

function sharesOrigin(one: Provenance, other: Provenance): boolean {
  if (one.origin !== null && other.origin !== null && isSameSource(one.origin, other.origin)) return true
  return holds(other.carriers, one.origin) || holds(one.carriers, other.origin)
}

const holds = (sources: readonly string[], wanted: string | null): boolean =>
  wanted !== null && sources.some((source) => isSameSource(source, wanted))

const sharesCredit = (one: Provenance, other: Provenance): boolean => [...one.credits].some((credit) => holds([...other.credits], credit))

/** Both speak for themselves, and they are the same outlet. */
const isOwnVoice = (a: { profile: Profile; figure: Figure }, b: { profile: Profile; figure: Figure }): boolean =>
  !a.figure.cued && !b.figure.cued && a.profile.outlet !== 0 && a.profile.outlet === b.profile.outlet

/**
 * Whether two sources of one event are the same: by id, else by name, where the shorter name is part of the longer
 * ('the police', 'the Libyan police').
 */
export function isSameSource(a: string, b: string): boolean {
  if (a === b) return true
  if (!a.startsWith('~') || !b.startsWith('~')) return false
  const [short, long] = [a.slice(1).split(' '), b.slice(1).split(' ')].sort((x, y) => x.length - y.length)
  return short!.every((word) => long!.includes(word))
}
