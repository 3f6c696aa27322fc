import type { Link } from '../model.ts'
import type { LinkIndex, Posting } from './incremental.ts'
import type { Key } from './keys.ts'
import type { Profile } from './profile.ts'

/** A store of the linker that lives in memory, for tests, benchmarks and piles that need no ledger. */
export interface MemoryIndex extends LinkIndex {
  /** Makes a report known and returns its number. */
  register(profile: Profile): number
  links(): Link[]
}

/** @example const index = memoryIndex(); await linkNew(index.register(profile), profile, index) */
export function memoryIndex(): MemoryIndex {
  const profiles: Profile[] = []
  const standing = new Map<Key, number[]>()
  const common = new Set<Key>()
  const linked = new Map<number, Map<number, readonly Link[]>>()
  const posting = (key: Key, report: number): Posting => ({ key, report, outlet: profiles[report]!.outlet, story: profiles[report]!.story })
  return {
    register: (profile) => profiles.push(profile) - 1,
    find: async (keys) => keys.flatMap((key) => (standing.get(key) ?? []).map((report) => posting(key, report))),
    put: async (report, keys) => {
      for (const key of new Set(keys)) standing.set(key, [...(standing.get(key) ?? []), report])
    },
    take: async (report, keys) => {
      for (const key of keys) standing.set(key, standing.get(key)?.filter((one) => one !== report) ?? [])
    },
    common: async (keys) => new Set(keys.filter((key) => common.has(key))),
    addCommon: async (keys) => {
      for (const key of keys) common.add(key)
    },
    profiles: async (reports) => new Map(reports.map((report) => [report, profiles[report]!])),
    unlink: async (report) => {
      for (const other of linked.get(report)?.keys() ?? []) linked.get(other)?.delete(report)
      linked.delete(report)
    },
    link: async (a, b, links) => {
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const)
        linked.set(one, (linked.get(one) ?? new Map()).set(other, links))
    },
    links: () => [...linked].flatMap(([a, others]) => [...others].filter(([b]) => a < b).flatMap(([, links]) => links)),
  }
}
