import type { Link, Reading } from '../model.ts'
import { isBoilerplate, type Standing } from './common.ts'
import { bandKeys, figureKeys, type Key, maskUnder, mayCompare, partnerKeys, printKeys } from './keys.ts'
import { comparePair, isRetold, linkPair, type Masked, sharesRun } from './pair.ts'
import { type Profile, profileOf } from './profile.ts'
import { ENOUGH_BANDS } from './sketch.ts'
import { makeTally } from './tally.ts'

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
  return linksOf(masked).sort((x, y) => (orderOf(x) < orderOf(y) ? -1 : 1))
}

/** What links are sorted by: it names both ends. */
export const orderOf = (link: Link): string =>
  [link.a.path, link.b.path, link.kind, ...(link.kind === 'comparison' ? [link.a.start, link.b.start].map(pad) : [])].join('\n')

const pad = (offset: number): string => String(offset).padStart(12, '0')

interface Indexed extends Masked {
  bands: Key[]
  open: Key[]
}

function maskCommon(profiles: readonly Profile[]): Indexed[] {
  const standing = new Map<Key, Standing[]>()
  for (const profile of profiles) for (const key of printKeys(profile)) push(standing, key, profile)
  const common = new Set([...standing].filter(([, reports]) => isBoilerplate(reports)).map(([key]) => key))
  return profiles.map((profile) => {
    const mask = maskUnder(profile, (key) => common.has(key))
    return { profile, mask, bands: bandKeys(profile, mask), open: printKeys(profile).filter((key) => !common.has(key)) }
  })
}

function push<T>(lists: Map<Key, T[]>, key: Key, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** Positions of reports under each key. */
function standingUnder(reports: readonly Indexed[], keysOf: (report: Indexed) => readonly Key[]): Map<Key, number[]> {
  const standing = new Map<Key, number[]>()
  reports.forEach((report, i) => {
    for (const key of keysOf(report)) push(standing, key, i)
  })
  return standing
}

/** Links of all pairs that may be copies, or may have figures to compare. */
function linksOf(reports: readonly Indexed[]): Link[] {
  const banded = standingUnder(reports, (report) => report.bands)
  const printed = standingUnder(reports, (report) => report.open)
  const figured = standingUnder(reports, (report) => figureKeys(report.profile))
  const tally = makeTally()
  return reports.flatMap((one, i) => {
    const later = (key: Key, standing: Map<Key, number[]>): number[] => (standing.get(key) ?? []).filter((other) => other > i)
    for (const key of one.bands) for (const other of later(key, banded)) tally.add(other)
    const copies = new Set(tally.take(ENOUGH_BANDS))
    for (const key of one.open)
      for (const other of later(key, printed)) if (sharesRun(one.profile, reports[other]!.profile, key)) copies.add(other)
    const met = new Set(partnerKeys(one.profile).flatMap((key) => figured.get(key) ?? []))
    // Keys of figures meet from either side: a pair is taken where the first of it looks, so that none is taken twice.
    const partners = [...met].filter((other) => other > i && mayCompare(one.profile, reports[other]!.profile))
    for (const other of partners) if (isRetold(one.profile, reports[other]!.profile)) copies.add(other)
    const compared = partners.filter((other) => !copies.has(other))
    return [
      ...[...copies].flatMap((other) => linkPair(one, reports[other]!)),
      ...compared.flatMap((other) => comparePair(one.profile, reports[other]!.profile)),
    ]
  })
}
