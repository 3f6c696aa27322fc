import type { Link } from '../model.ts'
import { isBoilerplate, type Standing } from './common.ts'
import { bandKeys, figureKeys, type Key, maskUnder, mayCompare, partnerKeys, printKeys } from './keys.ts'
import { comparePair, isRetold, linkPair, type Masked, sharesRun } from './pair.ts'
import type { Profile } from './profile.ts'
import { ENOUGH_BANDS } from './sketch.ts'

/** A report under a key of the index. `report` is the index's own number for it. */
export interface Posting extends Standing {
  key: Key
  report: number
}

/** What linking needs of a store; a ledger or a store in memory gives it. Numbers of reports are the store's own. */
export interface LinkIndex {
  /** Who stands under the keys. */
  find(keys: readonly Key[]): Promise<Posting[]>
  /** Reports that stand under at least so many of the keys. */
  meet(keys: readonly Key[], times: number): Promise<number[]>
  /** Puts a report under keys, each of them new to it. */
  put(report: number, keys: readonly Key[]): Promise<void>
  /** Takes a report out from under keys. */
  take(report: number, keys: readonly Key[]): Promise<void>
  /** Those of the keys that are known to be boilerplate. */
  common(keys: readonly Key[]): Promise<ReadonlySet<Key>>
  addCommon(keys: readonly Key[]): Promise<void>
  profiles(reports: readonly number[]): Promise<Map<number, Profile>>
  /** Forgets the links of a report. */
  unlink(report: number): Promise<void>
  link(a: number, b: number, links: readonly Link[]): Promise<void>
}

/**
 * Links a new report with what an index holds, without reading all of it, and leaves the index as if all had been linked at once:
 * where the report makes a passage boilerplate, the few reports that carry it are linked anew.
 * `report` is the number the index has given the new report, whose profile it already knows.
 *
 * @example await linkNew(7, profileOf(reading), index)
 */
export async function linkNew(report: number, profile: Profile, index: LinkIndex): Promise<void> {
  const affected = await learn(report, profile, index)
  for (const one of affected) await resketch(one, index)
  await index.put(report, figureKeys(profile))
  const done = new Set<number>()
  for (const one of affected) {
    done.add(one.report)
    await linkOne(one, done, index)
  }
}

/** A report that is to be linked, with its band keys before and now. */
interface Affected extends Masked {
  report: number
  before: Key[]
  bands: Key[]
  /** Its fingerprints that are not common. */
  open: Key[]
}

/** Puts the report under its fingerprints; returns who must be linked: itself, and those for whom a passage has become boilerplate. */
async function learn(report: number, profile: Profile, index: LinkIndex): Promise<Affected[]> {
  const prints = printKeys(profile)
  const known = await index.common(prints)
  const open = prints.filter((key) => !known.has(key))
  await index.put(report, open)
  const fresh = newlyCommon(await index.find(open))
  const others = [...new Set([...fresh.values()].flat())].filter((one) => one !== report)
  const before = new Map([...(await maskAll(others, index))].map(([number, one]) => [number, bandKeys(one.profile, one.mask)]))
  await index.addCommon([...fresh.keys()])
  for (const [key, reports] of fresh) for (const one of reports) await index.take(one, [key])
  const masked = await maskAll([report, ...others], index)
  return [...masked].map(([number, one]) => ({
    ...one,
    report: number,
    before: before.get(number) ?? [],
    bands: bandKeys(one.profile, one.mask),
  }))
}

function newlyCommon(postings: readonly Posting[]): Map<Key, number[]> {
  const fresh = new Map<Key, number[]>()
  for (const [key, standing] of Map.groupBy(postings, (posting) => posting.key)) {
    if (!isBoilerplate(standing)) continue
    const reports = standing.map((posting) => posting.report)
    fresh.set(key, reports)
  }
  return fresh
}

/** Reports with what is common to many now. */
async function maskAll(reports: readonly number[], index: LinkIndex): Promise<Map<number, Masked & { open: Key[] }>> {
  const profiles = await index.profiles(reports)
  const common = await index.common([...new Set([...profiles.values()].flatMap(printKeys))])
  const isCommon = (key: Key): boolean => common.has(key)
  return new Map(
    [...profiles].map(([report, profile]) => [
      report,
      { profile, mask: maskUnder(profile, isCommon), open: printKeys(profile).filter((key) => !isCommon(key)) },
    ]),
  )
}

async function resketch({ report, before, bands }: Affected, index: LinkIndex): Promise<void> {
  if (before.length > 0) await index.take(report, before)
  await index.put(report, bands)
  if (before.length > 0) await index.unlink(report)
}

/** Links one report with all its candidates but those done already. */
async function linkOne(one: Affected, done: ReadonlySet<number>, index: LinkIndex): Promise<void> {
  const isFresh = (report: number): boolean => !done.has(report)
  const banded = new Set((await index.meet(one.bands, ENOUGH_BANDS)).filter(isFresh))
  const printed = Map.groupBy(
    (await index.find(one.open)).filter((posting) => isFresh(posting.report)),
    (posting) => posting.report,
  )
  const met = (await index.meet(partnerKeys(one.profile), 1)).filter(isFresh)
  const profiles = await index.profiles([...new Set([...banded, ...printed.keys(), ...met])])
  const partners = new Set(met.filter((report) => mayCompare(one.profile, profiles.get(report)!)))
  const mayCopy = (report: number): boolean =>
    banded.has(report) ||
    (printed.get(report)?.some((posting) => sharesRun(one.profile, profiles.get(report)!, posting.key)) ?? false) ||
    (partners.has(report) && isRetold(one.profile, profiles.get(report)!))
  const copies = await maskAll([...profiles.keys()].filter(mayCopy), index)
  for (const [report, masked] of copies) await keep(one.report, report, linkPair(one, masked), index)
  for (const report of partners)
    if (!copies.has(report)) await keep(one.report, report, comparePair(one.profile, profiles.get(report)!), index)
}

async function keep(a: number, b: number, links: readonly Link[], index: LinkIndex): Promise<void> {
  if (links.length > 0) await index.link(a, b, links)
}
