import type { Link } from '../model.ts'
import { isBoilerplate, type Standing } from './common.ts'
import { bandKeys, figureKeys, type Key, maskUnder, mayCompare, partnerKeys, printKeys } from './keys.ts'
import { linkPair, type Masked } from './pair.ts'
import type { Profile } from './profile.ts'

/** A report under a key of the index. `report` is the index's own number for it. */
export interface Posting extends Standing {
  key: Key
  report: number
}

/** What linking needs of a store; a ledger or a store in memory gives it. Numbers of reports are the store's own. */
export interface LinkIndex {
  /** Who stands under the keys. */
  find(keys: readonly Key[]): Promise<Posting[]>
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
  const masked = new Map<number, Masked>()
  for (const one of await maskAll([...affected.keys()], index)) masked.set(...one)
  for (const [number, before] of affected) await resketch(number, masked.get(number)!, before, index)
  await index.put(report, figureKeys(profile))
  const done = new Set<number>()
  for (const [number, one] of masked) {
    done.add(number)
    await linkOne(number, one, done, index)
  }
}

/** Puts the report under its fingerprints; returns who must be linked (again), with the band keys to be taken back. */
async function learn(report: number, profile: Profile, index: LinkIndex): Promise<Map<number, Key[]>> {
  const prints = printKeys(profile)
  const known = await index.common(prints)
  const open = prints.filter((key) => !known.has(key))
  await index.put(report, open)
  const fresh = newlyCommon(await index.find(open))
  const others = [...new Set([...fresh.values()].flat())].filter((one) => one !== report)
  const before = (await maskAll(others, index)).map(([number, { profile, mask }]): [number, Key[]] => [number, bandKeys(profile, mask)])
  await index.addCommon([...fresh.keys()])
  for (const [key, reports] of fresh) for (const one of reports) await index.take(one, [key])
  return new Map([...before, [report, []]])
}

function newlyCommon(postings: readonly Posting[]): Map<Key, number[]> {
  const fresh = new Map<Key, number[]>()
  for (const [key, standing] of Map.groupBy(postings, (posting) => posting.key)) {
    if (isBoilerplate(standing))
      fresh.set(
        key,
        standing.map((posting) => posting.report),
      )
  }
  return fresh
}

/** Profiles of reports with what is common now, in the order asked for. */
async function maskAll(reports: readonly number[], index: LinkIndex): Promise<[number, Masked][]> {
  const profiles = await index.profiles(reports)
  const common = await index.common([...new Set([...profiles.values()].flatMap(printKeys))])
  return reports.map((report) => {
    const profile = profiles.get(report)!
    return [report, { profile, mask: maskUnder(profile, (key) => common.has(key)) }]
  })
}

async function resketch(report: number, { profile, mask }: Masked, before: readonly Key[], index: LinkIndex): Promise<void> {
  if (before.length > 0) await index.take(report, before)
  await index.put(report, bandKeys(profile, mask))
  if (before.length > 0) await index.unlink(report)
}

/** Links one report with all its candidates but those done already. */
async function linkOne(report: number, one: Masked, done: ReadonlySet<number>, index: LinkIndex): Promise<void> {
  const standing = async (keys: readonly Key[]): Promise<number[]> => (await index.find(keys)).map((posting) => posting.report)
  const copies = new Set(await standing([...bandKeys(one.profile, one.mask), ...printKeys(one.profile)]))
  const candidates = new Set([...copies, ...(await standing(partnerKeys(one.profile)))])
  for (const [other, masked] of await maskAll(
    [...candidates].filter((number) => !done.has(number)),
    index,
  )) {
    if (!copies.has(other) && !mayCompare(one.profile, masked.profile)) continue
    const links = linkPair(one, masked)
    if (links.length > 0) await index.link(report, other, links)
  }
}
