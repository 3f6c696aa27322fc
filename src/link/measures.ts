import { z } from 'zod'
import { loadData } from '../lang/data.ts'
import { EVENT_TYPES, EventType, PlaceKind } from '../model.ts'

const Measure = z.strictObject({
  like: z.array(EventType).default([]),
  within: z.array(EventType).default([]),
  cumulative: z.boolean().default(false),
  days: z.number().positive(),
  km: z.number().nonnegative(),
  status: z.array(z.string()),
})
/** What makes figures of one event type like. `days` and `km` are windows. */
export type Measure = z.infer<typeof Measure>

const Measures = z.strictObject({
  types: z.record(EventType, Measure),
  parts: z.record(z.string(), z.array(z.string())),
  synonyms: z.array(z.array(z.string())),
  near: z.array(z.array(z.string())),
  reach: z.record(PlaceKind, z.number().positive()),
})

const data = Measures.parse(loadData('src/link/measures.yaml'))

/** The measure of an event type; unknown types are measured as `other`. */
export const measureOf = (type: string): Measure => data.types[type as EventType] ?? data.types.other

/** How far a place of a kind reaches from its point, in kilometres. */
export const reachOf = (kind: PlaceKind): number => data.reach[kind]

/** How two event types or populations stand to each other: `near` under another name, `part` of the second, `whole` of it. */
export type Relation = 'same' | 'near' | 'part' | 'whole' | 'apart'

/** @example typeRelation('kill', 'casualties') // 'part' */
export function typeRelation(a: string, b: string): Relation {
  if (a === b) return 'same'
  const [ma, mb] = [measureOf(a), measureOf(b)]
  if (ma.within.includes(b as EventType)) return 'part'
  if (mb.within.includes(a as EventType)) return 'whole'
  if (ma.like.includes(b as EventType) || mb.like.includes(a as EventType)) return 'near'
  return 'apart'
}

/**
 * How two populations of a type stand to each other. What only repeats the type counts as people.
 *
 * @example populationRelation('dead', 'people', 'kill')     // 'same'
 * @example populationRelation('civilians', 'dead', 'kill')  // 'part'
 */
export function populationRelation(a: string, b: string, type: string): Relation {
  const [one, other] = [plain(a, type), plain(b, type)]
  if (one === other || together(data.synonyms, one, other)) return 'same'
  if (isPart(one, other)) return 'part'
  if (isPart(other, one)) return 'whole'
  if (together(data.near, one, other)) return 'near'
  return sharesNoun(one, other) ? 'near' : 'apart'
}

const together = (groups: readonly string[][], one: string, other: string): boolean =>
  groups.some((group) => group.includes(one) && group.includes(other))

const plain = (population: string, type: string): string => (measureOf(type).status.includes(population) ? 'people' : population)

const known = new Set([...Object.keys(data.parts), ...Object.values(data.parts).flat(), ...data.near.flat(), ...data.synonyms.flat()])

/** Directly a part; a population that is named nowhere is a part of people. */
const isPart = (part: string, whole: string): boolean => data.parts[whole]?.includes(part) || (whole === 'people' && !known.has(part))

/** 'activists and opponents' and 'political activists' share a noun. */
function sharesNoun(a: string, b: string): boolean {
  if (known.has(a) || known.has(b)) return false
  const nouns = new Set(a.split(/[^a-z]+/).filter((word) => word.length > 3))
  return b.split(/[^a-z]+/).some((word) => nouns.has(word))
}

/** The types that figures of a type may be compared with, itself first. */
export const kinOf = (type: string): readonly string[] => kin.get(type) ?? [type]

const kin: ReadonlyMap<string, string[]> = new Map(
  EVENT_TYPES.map((type) => [type, [type, ...EVENT_TYPES.filter((other) => other !== type && typeRelation(type, other) !== 'apart')]]),
)

/** Days that two reports of one event of these types may lie apart. */
export const windowOf = (a: string, b: string): number => Math.max(measureOf(a).days, measureOf(b).days)
