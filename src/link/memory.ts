import type { Link } from '../model.ts'
import type { LinkIndex, Posting } from './incremental.ts'
import type { Key } from './keys.ts'
import { makePostings } from './postings.ts'
import type { Profile } from './profile.ts'
import { makeTally } from './tally.ts'

/** A store of the linker that lives in memory, for tests, benchmarks and piles that need no ledger. */
export interface MemoryIndex extends LinkIndex {
  /** Makes a report known and returns its number. */
  register(profile: Profile): number
  links(): Link[]
}

/** Links by both ends. */
export interface LinkStore {
  set(a: number, b: number, links: readonly Link[]): void
  /** Forgets all links of a report. */
  drop(report: number): void
  all(): Link[]
}

/** Where profiles come from when they are not all kept, and where links go. */
export interface MemoryOptions {
  load?: (report: number) => Profile
  links?: LinkStore
}

/** @example const index = memoryIndex(); await linkNew(index.register(profile), profile, index) */
export function memoryIndex({ load, links = linkStore() }: MemoryOptions = {}): MemoryIndex {
  const profiles: Profile[] = []
  // Two rows of numbers instead of a million small objects.
  const outlets: number[] = []
  const stories: number[] = []
  const postings = makePostings()
  const tally = makeTally()
  const common = new Set<Key>()
  const find = (keys: readonly Key[]): Posting[] => {
    const found: Posting[] = []
    for (const key of keys) postings.each(key, (report) => found.push({ key, report, outlet: outlets[report]!, story: stories[report]! }))
    return found
  }
  return {
    register: (profile) => {
      if (!load) profiles.push(profile)
      stories.push(profile.story)
      return outlets.push(profile.outlet) - 1
    },
    find: async (keys) => find(keys),
    meet: async (keys, times) => {
      for (const key of keys) postings.each(key, tally.add)
      return tally.take(times)
    },
    put: async (report, keys) => {
      for (const key of keys) postings.put(key, report)
    },
    take: async (report, keys) => {
      for (const key of keys) postings.take(key, report)
    },
    common: async (keys) => new Set(keys.filter((key) => common.has(key))),
    addCommon: async (keys) => {
      for (const key of keys) common.add(key)
    },
    profiles: async (reports) => new Map(reports.map((report) => [report, load ? load(report) : profiles[report]!])),
    unlink: async (report) => links.drop(report),
    link: async (a, b, found) => links.set(a, b, found),
    links: links.all,
  }
}

function linkStore(): LinkStore {
  const linked = new Map<number, Map<number, readonly Link[]>>()
  const under = (one: number): Map<number, readonly Link[]> => linked.get(one) ?? linked.set(one, new Map()).get(one)!
  return {
    set: (a, b, links) => {
      under(a).set(b, links)
      under(b).set(a, links)
    },
    drop: (report) => {
      for (const other of under(report).keys()) under(other).delete(report)
      linked.delete(report)
    },
    all: () => [...linked].flatMap(([a, others]) => [...others].filter(([b]) => a < b).flatMap(([, links]) => links)),
  }
}
