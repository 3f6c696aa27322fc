import type { Point } from './geo.ts'
import type { Settlement } from './geonames.ts'
import { PLACE_COLUMNS } from './sources.ts'
import { tableText } from './table.ts'

/** One line of `gazetteer/places.tsv`. Degrees are WGS 84; `ar` begins with the standard name. */
export interface Place extends Point {
  id: string
  kind: string
  country: string
  parent: string
  en: string
  ar: string[]
  population: number
  precision: 'exact' | 'mean' | 'approximate'
  flags: string
  source: string
}

/** A place at a GeoNames point; its parent is the first-level division that GeoNames puts it in. */
export function joined(at: Settlement, names: Pick<Place, 'kind' | 'en' | 'ar' | 'flags'>): Place {
  return {
    id: `gn:${at.id}`,
    country: at.country,
    parent: `admin:${at.country}.${at.admin}`,
    ...names,
    lat: at.lat,
    lon: at.lon,
    population: at.population,
    precision: 'exact',
    source: 'isnad+geonames',
  }
}

// Four decimals are about ten metres; approximate points get two, about a kilometre.
const degrees = (value: number, place: Place) => value.toFixed(place.precision === 'exact' ? 4 : 2)

const cells = (place: Place) => ({
  ...place,
  ar: place.ar.join('|'),
  lat: degrees(place.lat, place),
  lon: degrees(place.lon, place),
  population: place.population > 0 ? String(place.population) : '',
})

// Code-unit order, not a locale's: the file must come out the same everywhere.
const byId = (a: Place, b: Place) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The text of `gazetteer/places.tsv`, sorted by id. */
export function placesText(places: readonly Place[]): string {
  return tableText(PLACE_COLUMNS, places.toSorted(byId).map(cells))
}
