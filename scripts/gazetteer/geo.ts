/** A point in degrees, WGS 84. */
export interface Point {
  lat: number
  lon: number
}

const RADIANS = Math.PI / 180
/** Mean radius of the Earth (IUGG), in kilometres. */
const EARTH_KM = 6371

/** Distance between two points over the sphere, in kilometres. */
export function distanceKm(a: Point, b: Point): number {
  const lat = Math.sin(((b.lat - a.lat) * RADIANS) / 2) ** 2
  const lon = Math.sin(((b.lon - a.lon) * RADIANS) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(lat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * lon))
}

/** The weighted mean of points on the sphere (safe across the 180th meridian). Throws when there is none. */
export function meanPoint(points: readonly (Point & { weight: number })[]): Point {
  if (points.length === 0) throw new Error('no points to take the mean of')
  let [x, y, z] = [0, 0, 0]
  for (const { lat, lon, weight } of points) {
    x += weight * Math.cos(lat * RADIANS) * Math.cos(lon * RADIANS)
    y += weight * Math.cos(lat * RADIANS) * Math.sin(lon * RADIANS)
    z += weight * Math.sin(lat * RADIANS)
  }
  return { lat: Math.atan2(z, Math.hypot(x, y)) / RADIANS, lon: Math.atan2(y, x) / RADIANS }
}

const COMPASS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ')

/**
 * The point `km` kilometres from another in a compass direction of sixteen (N, NNE, NE …).
 * Throws for an unknown direction.
 * @example offset({ lat: 36, lon: 37 }, 10, 'N') // { lat: 36.09, lon: 37 }
 */
export function offset(from: Point, km: number, direction: string): Point {
  const step = COMPASS.indexOf(direction)
  if (step < 0) throw new Error(`no such compass direction: ${direction}`)
  const bearing = step * 22.5 * RADIANS
  const arc = km / EARTH_KM / RADIANS
  const lat = from.lat + arc * Math.cos(bearing)
  return { lat, lon: from.lon + (arc * Math.sin(bearing)) / Math.cos(from.lat * RADIANS) }
}
