/** Where something is, and how much of it. Degrees (WGS 84). */
export interface Weighed {
  lat: number
  lon: number
  count: number
}

/** Degrees that the map shows at least, each way. */
const LEAST = 3
/** Share of all counts that may lie outside at each side: a few far places would make everything else a dot. */
const FAR = 0.02

/**
 * South-west and north-east of where nearly all counts lie.
 *
 * @returns west, south, east, north
 * @example boundsOf([{ lat: 36.2, lon: 37.1, count: 5 }]) // [35.6, 34.7, 38.6, 37.7]
 */
export function boundsOf(places: readonly Weighed[]): [number, number, number, number] {
  const [west, east] = spanOf(places, ({ lon }) => lon)
  const [south, north] = spanOf(places, ({ lat }) => lat)
  return [west, south, east, north]
}

function spanOf(places: readonly Weighed[], of: (place: Weighed) => number): [number, number] {
  const sorted = places.toSorted((a, b) => of(a) - of(b))
  const spare = FAR * places.reduce((sum, { count }) => sum + count, 0)
  const [low, high] = [of(reach(sorted, spare)), of(reach(sorted.toReversed(), spare))]
  const missing = Math.max(0, LEAST - (high - low)) / 2
  return [low - missing, high + missing]
}

/** The first place at which more than `spare` has been passed. */
function reach(places: readonly Weighed[], spare: number): Weighed {
  let passed = 0
  for (const place of places) {
    passed += place.count
    if (passed > spare) return place
  }
  return places.at(-1)!
}
