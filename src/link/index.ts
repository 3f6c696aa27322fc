import type { Link, Reading } from '../model.ts'
import { isBoilerplate, type Standing } from './common.ts'
import { copyKeys, figureKeys, type Key, maskUnder, mayCompare, partnerKeys, printKeys } from './keys.ts'
import { linkPair, type Masked } from './pair.ts'
import { type Profile, profileOf } from './profile.ts'

export { type LinkIndex, linkNew, type Posting } from './incremental.ts'
export { pathOf, reportKey } from './key.ts'
export { type Profile, profileOf } from './profile.ts'

/**
 * All links between readings: near copies, shared passages, comparisons of like figures. Pure; the order of the
 * readings changes nothing, and a report given twice counts once.
 *
 * @example linkReadings(readings).filter((link) => link.kind === 'comparison' && link.verdict === 'conflict')
 */
export function linkReadings(readings: readonly Reading[]): Link[] {
  return linkProfiles(readings.map(profileOf))
}

/** As {@link linkReadings}, from prepared profiles. */
export function linkProfiles(all: readonly Profile[]): Link[] {
  const profiles = [...new Map(all.map((profile) => [profile.key, profile])).values()].sort((x, y) => (x.key < y.key ? -1 : 1))
  const masked = maskCommon(profiles)
  const links = candidatePairs(masked).flatMap(([one, other]) => linkPair(masked[one]!, masked[other]!))
  return links.sort((x, y) => (orderOf(x) < orderOf(y) ? -1 : 1))
}

/** What links are sorted by: it names both ends. */
export const orderOf = (link: Link): string =>
  [link.a.path, link.b.path, link.kind, ...(link.kind === 'comparison' ? [link.a.start, link.b.start].map(pad) : [])].join('\n')

const pad = (offset: number): string => String(offset).padStart(12, '0')

function maskCommon(profiles: readonly Profile[]): Indexed[] {
  const standing = new Map<Key, Standing[]>()
  for (const profile of profiles) for (const key of printKeys(profile)) push(standing, key, profile)
  const common = new Set([...standing].filter(([, reports]) => isBoilerplate(reports)).map(([key]) => key))
  return profiles.map((profile) => {
    const mask = maskUnder(profile, (key) => common.has(key))
    return { profile, mask, copy: copyKeys(profile, mask, (key) => common.has(key)) }
  })
}

interface Indexed extends Masked {
  copy: Key[]
}

function push<T>(lists: Map<Key, T[]>, key: Key, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** Pairs of reports (by position) that may be copies, or may have figures to compare. */
function candidatePairs(reports: readonly Indexed[]): [number, number][] {
  const standing = new Map<Key, number[]>()
  reports.forEach(({ profile, copy }, i) => {
    for (const key of [...copy, ...figureKeys(profile)]) push(standing, key, i)
  })
  const pairs = new Map<number, [number, number]>()
  const meet = (keys: readonly Key[], i: number, wanted: (other: number) => boolean): void => {
    for (const key of keys)
      for (const other of standing.get(key) ?? [])
        if (other !== i && wanted(other)) pairs.set(Math.min(i, other) * reports.length + Math.max(i, other), [i, other])
  }
  reports.forEach(({ profile, copy }, i) => {
    meet(copy, i, (other) => other > i)
    meet(partnerKeys(profile), i, (other) => mayCompare(profile, reports[other]!.profile))
  })
  return [...pairs.values()]
}
