import type { Claim, EventType, Link, Place, PlaceKind, Quantity, Reading } from '../../model.ts'
import { overlaps } from '../../text/spans.ts'

/** Counts below this are generalised (rule 9 of the design; the threshold of five is usual in statistical disclosure control). */
export const SMALL = 5

/** Places so small that a handful of people there can be told. */
const SMALL_PLACES: readonly PlaceKind[] = ['village', 'town', 'camp', 'prison', 'crossing', 'site']

/** Officials at work are public, and so is what counts nobody who is held, hurt or moved. */
const PUBLIC_POPULATIONS: readonly string[] = ['officials']
const PUBLIC_TYPES: readonly EventType[] = [
  'agreement',
  'deploy',
  'recruit',
  'capture-territory',
  'no-comment',
  'denial-of-knowledge',
  'forecast',
  'campaign',
]
/** In custody or moved between custodians: a nationality narrows these to a person as a village does. */
const CUSTODY_TYPES: readonly EventType[] = [
  'exchange',
  'ransom',
  'escape',
  'breakout',
  'execute',
  'kidnap',
  'arrest',
  'trial',
  'pardon',
  'release',
  'repatriate',
  'refuse-repatriation',
  'request-return',
  'transfer',
  'hold',
  'missing',
]
/** Words for a nationality that name no country. */
const WIDE_NATIONALITY: readonly string[] = ['foreign', 'western', 'european']

/** Figures of one reading to be generalised, by quantity id. */
export type SmallCounts = ReadonlyMap<Reading, ReadonlySet<string>>

/**
 * Figures that could point at one person: 1 to 4 people, private, in a place so small or of a nationality so telling that they can be told.
 * What repeats such a figure in the same report, or is linked to it as the same value in another, is generalised with it.
 */
export function smallCounts(
  readings: readonly Reading[],
  links: readonly Link[],
  find: (path: string) => Reading | undefined,
): SmallCounts {
  const small = new Map(readings.map((reading) => [reading, tellingCounts(reading)]))
  for (let grew = true; grew; ) grew = spread(small, links, find)
  return small
}

/** One to four people, both bounds known: what may be withheld at all. */
export const isHandful = (q: Quantity): boolean => q.unit === 'person' && q.max !== null && q.max > 0 && q.max < SMALL && q.min !== null

/** Counts of a reading that could point at one person by what the reading alone says, by quantity id. */
export function tellingCounts(reading: Reading): Set<string> {
  const found = reading.mentions.quantities.filter((q) => isHandful(q) && isTelling(reading, q))
  return withEqual(reading, new Set(found.map((q) => q.id)))
}

function isTelling(reading: Reading, q: Quantity): boolean {
  const claims = reading.claims.filter((claim) => claim.figure === q.id || Object.values(claim.roles).includes(q.id))
  if (PUBLIC_POPULATIONS.includes(q.counted?.of ?? '')) return false
  if (claims.length > 0 && claims.every((claim) => PUBLIC_TYPES.includes(claim.type))) return false
  return inSmallPlace(reading, q, claims) || isNarrowed(q, claims)
}

function inSmallPlace(reading: Reading, q: Quantity, claims: readonly Claim[]): boolean {
  const stated = claims.flatMap((claim) => (claim.place ? [claim.place.place] : []))
  const near = reading.mentions.places.filter(
    (p) => stated.includes(p.place) || claims.some((claim) => overlaps(claim.evidence, p)) || isNear(reading, q, p),
  )
  return (near.length > 0 ? near : placeInForce(reading, q)).some((p) => SMALL_PLACES.includes(p.kind))
}

/** Where neither claim nor sentence names a place, the one that was named last before them. */
const placeInForce = (reading: Reading, q: Quantity): Place[] =>
  reading.mentions.places
    .filter((p) => p.end <= q.start)
    .sort((a, b) => b.start - a.start)
    .slice(0, 1)

/** In the same line of the text: for figures that no claim takes up. */
function isNear(reading: Reading, a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  const between = reading.report.text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start))
  return !/[\n.؟!]/u.test(between)
}

function isNarrowed(q: Quantity, claims: readonly Claim[]): boolean {
  const nationality = q.counted?.nationality
  if (!nationality || WIDE_NATIONALITY.includes(nationality)) return false
  return claims.some((claim) => CUSTODY_TYPES.includes(claim.type))
}

/** The same count of the same people, said again in the report. */
function withEqual(reading: Reading, ids: ReadonlySet<string>): Set<string> {
  const key = (q: Quantity): string => [q.min, q.max, q.counted?.of].join('|')
  const keys = new Set(reading.mentions.quantities.filter((q) => ids.has(q.id)).map(key))
  return new Set(reading.mentions.quantities.filter((q) => isHandful(q) && keys.has(key(q))).map((q) => q.id))
}

/** Carries the mark over comparisons to handfuls in other reports; tells whether any was added. */
function spread(small: Map<Reading, Set<string>>, links: readonly Link[], find: (path: string) => Reading | undefined): boolean {
  let grew = false
  for (const link of links) {
    if (link.kind !== 'comparison') continue
    const [a, b] = [figureAt(find(link.a.path), link.a), figureAt(find(link.b.path), link.b)]
    if (a && b) grew = [carry(small, a, b), carry(small, b, a)].includes(true) || grew
  }
  return grew
}

type Found = { reading: Reading; quantity: Quantity }

function figureAt(reading: Reading | undefined, span: { start: number; end: number }): Found | undefined {
  const quantity = reading?.mentions.quantities.find((q) => overlaps(q, span))
  return reading && quantity ? { reading, quantity } : undefined
}

function carry(small: Map<Reading, Set<string>>, from: Found, to: Found): boolean {
  const [source, target] = [small.get(from.reading), small.get(to.reading)]
  if (!source?.has(from.quantity.id) || !target || target.has(to.quantity.id) || !isHandful(to.quantity)) return false
  target.add(to.quantity.id)
  return true
}
