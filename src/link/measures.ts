import { z } from 'zod'
import { type Comparable, eventDefinitions } from '../events/index.ts'
import { loadData } from '../lang/data.ts'
import { type EventType, PlaceKind } from '../model.ts'
import { hashText } from './hash.ts'

const Likeness = z.strictObject({
  parts: z.record(z.string(), z.array(z.string())),
  synonyms: z.array(z.array(z.string())),
  near: z.array(z.array(z.string())),
  reach: z.record(PlaceKind, z.number().positive()),
})

const data = Likeness.parse(loadData('src/link/likeness.yaml'))

/** The measure of an event type; unknown types are measured as `other`. */
export const measureOf = (type: string): Comparable => {
  const definitions = eventDefinitions()
  return (definitions.get(type as EventType) ?? definitions.get('other')!).compare
}

/** How far a place of a kind reaches from its point, in kilometres. */
export const reachOf = (kind: PlaceKind): number => data.reach[kind]

/** How two event types or populations stand to each other: `near` under another name, `kin` of one domain only, `part` of the second, `whole` of it. */
export type Relation = 'same' | 'near' | 'kin' | 'part' | 'whole' | 'apart'

/** @example typeRelation('kill', 'casualties') // 'part' */
export function typeRelation(a: string, b: string): Relation {
  if (a === b) return 'same'
  const [ma, mb] = [measureOf(a), measureOf(b)]
  if (ma.within.includes(b as EventType)) return 'part'
  if (mb.within.includes(a as EventType)) return 'whole'
  if (ma.like.includes(b as EventType) || mb.like.includes(a as EventType)) return 'near'
  return isKinDomain(ma.domain, mb.domain) && !isPair(a, b, 'kill', 'injure') ? 'kin' : 'apart'
}

type Domain = Comparable['domain']
const isKinDomain = (a: Domain, b: Domain): boolean => a === b || a === 'other' || b === 'other'

/** The dead and the hurt are told side by side everywhere: they are never one number. */
const isPair = (a: string, b: string, one: string, other: string): boolean => (a === one && b === other) || (a === other && b === one)

/**
 * How two populations stand to each other, under the types of both. What only repeats a type counts as people; where the types
 * are only kin, the words themselves must agree.
 *
 * @example populationRelation('dead', 'people', ['kill'])     // 'same'
 * @example populationRelation('civilians', 'dead', ['kill'])  // 'part'
 */
export function populationRelation(a: string, b: string, types: readonly string[]): Relation {
  const kin = types.length === 2 && typeRelation(types[0]!, types[1]!) === 'kin'
  if (kin) return a === b || together(data.synonyms, a, b) ? 'same' : a === 'people' || b === 'people' ? 'near' : 'apart'
  const [one, other] = [plain(a, types), plain(b, types)]
  if (one === other || together(data.synonyms, one, other)) return 'same'
  if (isPart(one, other)) return 'part'
  if (isPart(other, one)) return 'whole'
  if (together(data.near, one, other)) return 'near'
  return sharesNoun(one, other) ? 'near' : 'apart'
}

const together = (groups: readonly string[][], one: string, other: string): boolean =>
  groups.some((group) => group.includes(one) && group.includes(other))

const plain = (population: string, types: readonly string[]): string =>
  types.some((type) => measureOf(type).status.includes(population)) ? 'people' : population

const known = new Set([...Object.keys(data.parts), ...Object.values(data.parts).flat(), ...data.near.flat(), ...data.synonyms.flat()])

/** Directly a part; a population that is named nowhere is a part of people. */
const isPart = (part: string, whole: string): boolean => data.parts[whole]?.includes(part) || (whole === 'people' && !known.has(part))

/** 'activists and opponents' and 'political activists' share a noun. */
function sharesNoun(a: string, b: string): boolean {
  if (known.has(a) || known.has(b)) return false
  const nouns = new Set(a.split(/[^a-z]+/).filter((word) => word.length > 3))
  return b.split(/[^a-z]+/).some((word) => nouns.has(word))
}

/** Days that two reports of one event of these types may lie apart. */
export const windowOf = (a: string, b: string): number =>
  a === b ? measureOf(a).timeDays : Math.min(measureOf(a).timeDays, measureOf(b).timeDays)

/** Types that share keys in the index of candidates: those of one domain with windows of one order. `days` is the bucket of time. */
export interface Track {
  /** Hash of its name. */
  hash: number
  domain: Domain
  days: number
}
const SHORT = 45
const LONG = 90
const tracks: Track[] = (['custody', 'harm', 'other'] as const).flatMap((domain) => [
  { hash: hashText(`${domain} short`), domain, days: SHORT },
  { hash: hashText(`${domain} long`), domain, days: LONG },
])

/** The track of an event type. */
export const trackOf = (type: string): Track =>
  tracks.find(({ domain, days }) => domain === measureOf(type).domain && days === (measureOf(type).timeDays > SHORT ? LONG : SHORT))!

/** Tracks on which partners of a type's figures may stand. */
export const partnerTracks = (type: string): Track[] => tracks.filter((track) => isKinDomain(track.domain, measureOf(type).domain))
