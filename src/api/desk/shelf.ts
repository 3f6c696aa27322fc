import { type ProtectedReading, portable, protect, type Surroundings } from '../../export/index.ts'
import type { Feed } from '../../ledger/index.ts'
import { smallCounts } from '../../ledger/private/counts.ts'
import type { Link, Reading } from '../../model.ts'
import { makeCache } from './cache.ts'
import { figureName } from './holdings.ts'
import type { Keep } from './keep.ts'

/** Readings of reports, by their keys in the same order; all links that touch them, and the keys of the reports at both ends of each. */
export interface Bundle {
  keys: string[]
  readings: ProtectedReading[]
  links: Link[]
  ends: { a: string; b: string }[]
}

/** Readings as they may leave, those asked for of late kept at hand. */
export interface Shelf {
  /** By key; unknown keys are left out. */
  readings(keys: readonly string[], open: boolean): Promise<Map<string, ProtectedReading>>
  bundle(keys: readonly string[], open: boolean): Promise<Bundle>
  /** A reading that is not in the ledger, as it may leave. */
  veil(reading: Reading, open: boolean): ProtectedReading
}

/** What the readings at hand may weigh: code units of text, and for every mention and claim as much as it takes beside it. */
const LIMIT = 20_000_000
const EACH = 200
const weightOf = ({ report, mentions, claims }: Reading): number =>
  report.text.length + EACH * (claims.length * 2 + mentions.quantities.length + mentions.places.length + mentions.actors.length)

/** A bundle of reports that nothing touches is their readings. */
const untouched = (readings: ReadonlyMap<string, ProtectedReading>): Bundle => ({
  keys: [...readings.keys()],
  readings: [...readings.values()],
  links: [],
  ends: [],
})

export function makeShelf(feed: Feed, keep: Keep, key: string): Shelf {
  const cache = makeCache<ProtectedReading>(LIMIT)
  let stand = ''
  const settle = (open: boolean): void => {
    const now = `${keep.version().masks} ${open}`
    if (now !== stand) cache.clear()
    stand = now
  }
  const readingsAtHand = async (keys: readonly string[], open: boolean): Promise<Map<string, ProtectedReading>> => {
    settle(open)
    const wanted = [...new Set(keys)].filter((one) => keep.holdings.byKey.has(one))
    const missing = wanted.filter((one) => cache.get(cardName(keep, one)) === undefined)
    const read = await feed.readings(missing)
    settle(open)
    const fresh = new Map(missing.flatMap((one) => (read.has(one) ? [[one, read.get(one)!] as const] : [])))
    const shown = leaving(keep, key, { readings: [...fresh.values()], keys: [...fresh.keys()], links: [], open })
    const made = new Map([...fresh.keys()].map((one, i) => [one, shown.readings[i]!]))
    for (const [one, reading] of made) cache.set(cardName(keep, one), reading, weightOf(reading))
    return new Map(wanted.flatMap((one) => atHand(one, made.get(one) ?? cache.get(cardName(keep, one)))))
  }
  return {
    readings: readingsAtHand,
    bundle: async (keys, open) => {
      const { byKey, byNumber, reports } = keep.holdings
      const wanted = [...new Set(keys)].filter((one) => byKey.has(one))
      const held = (number: number) => reports[byNumber.get(number) ?? -1]
      // A link to a report that the desk has not taken in yet could not be masked.
      const touching = (await feed.linksOf(wanted.map((one) => reports[byKey.get(one)!]!.number))).flatMap(({ a, b, link }) => {
        const [one, other] = [held(a), held(b)]
        if (!one || !other) return []
        const isForward = one.path === link.a.path
        return [{ link, ends: isForward ? { a: one.key, b: other.key } : { a: other.key, b: one.key } }]
      })
      if (touching.length === 0) return untouched(await readingsAtHand(wanted, open))
      const ends = touching.map((one) => one.ends)
      const read = await feed.readings([...new Set([...wanted, ...ends.flatMap(({ a, b }) => [a, b])])])
      settle(open)
      const all = [...read.keys()]
      const shown = leaving(keep, key, { readings: [...read.values()], keys: all, links: touching.map((one) => one.link), open })
      for (const [i, one] of all.entries()) cache.set(cardName(keep, one), shown.readings[i]!, weightOf(shown.readings[i]!))
      const place = new Map(all.map((one, i) => [one, i]))
      const found = wanted.filter((one) => place.has(one))
      return { keys: found, readings: found.map((one) => shown.readings[place.get(one)!]!), links: shown.links, ends }
    },
    veil: (reading, open) => {
      if (open) return unmasked(reading)
      const small = smallCounts([reading], [], () => undefined).get(reading)!
      return protect([reading], [], { key, surroundings: { everyone: keep.holdings.masking.everyone, cut: 0, small: () => small } })
        .readings[0]!
    },
  }
}

const unmasked = (reading: Reading): ProtectedReading => ({ ...reading, masked: { people: 0, contacts: 0, counts: 0 } })

const atHand = (key: string, reading: ProtectedReading | undefined): [string, ProtectedReading][] => (reading ? [[key, reading]] : [])

/** A reading that replaces another has rows of its own: the first of them tells the two apart. */
const cardName = ({ holdings }: Keep, key: string): string => `${key} ${holdings.reports[holdings.byKey.get(key)!]!.from}`

interface Leaving {
  readings: readonly Reading[]
  keys: readonly string[]
  links: readonly Link[]
  open: boolean
}

/** Masks readings as they would be masked among all of the ledger; where names are lifted only what is of this machine goes. */
function leaving(keep: Keep, key: string, { readings, keys, links, open }: Leaving): { readings: ProtectedReading[]; links: Link[] } {
  const { masking, folder, byKey } = keep.holdings
  const cut = folder?.length ?? 0
  if (open) {
    const bundle = portable(readings, links, cut)
    return { ...bundle, readings: bundle.readings.map(unmasked) }
  }
  const withheld = keep.withheld()
  const small: Surroundings['small'] = (index) => {
    const report = byKey.get(keys[index]!)!
    return new Set(readings[index]!.mentions.quantities.filter((one) => withheld.has(figureName(report, one.start))).map((one) => one.id))
  }
  return protect(readings, links, { key, surroundings: { everyone: masking.everyone, cut, small } })
}
