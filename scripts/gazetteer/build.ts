import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capitalPlace, countryPlace } from './countries.ts'
import { distanceKm } from './geo.ts'
import { findSettlement, populationOf } from './geonames.ts'
import type { RowIndex } from './locate.ts'
import { adminCode, indexRows, locate } from './locate.ts'
import { slug } from './names.ts'
import type { Place } from './place.ts'
import { joined, placesText } from './place.ts'
import type { NameRow } from './sources.ts'
import { readCountries, readNames } from './sources.ts'

const FOLDER = join(import.meta.dirname, '../../gazetteer')

/** A place, or the reason why a row could not become one. */
type Made = Place | { problem: string }

const ownPoint = (row: NameRow) => row.lat !== '' || row.near !== ''

function handId(row: NameRow): string {
  if (row.kind === 'governorate' && !ownPoint(row)) return `admin:${row.country}.${row.admin}`
  const kind = ['governorate', 'district', 'region'].includes(row.kind) ? `-${row.kind}` : ''
  return `isnad:${row.country === '' ? 'world' : row.country.toLowerCase()}-${slug(row.en)}${kind}`
}

function handParent(row: NameRow, rows: RowIndex): string {
  if (row.country === '') return ''
  if (row.kind === 'governorate' || row.admin === '') return `country:${row.country}`
  return `admin:${row.country}.${adminCode(row, rows)}`
}

function handPlace(row: NameRow, rows: RowIndex): Made {
  const at = locate(row, rows)
  if ('problem' in at) return at
  const division = row.kind === 'governorate' && !ownPoint(row)
  return {
    id: handId(row),
    kind: row.kind,
    country: row.country,
    parent: handParent(row, rows),
    en: row.en,
    ar: row.ar.split('|'),
    lat: at.lat,
    lon: at.lon,
    population: division ? populationOf(row.country, row.admin) : 0,
    precision: division ? 'mean' : 'approximate',
    flags: row.flags,
    source: division ? 'isnad+geonames' : row.source || 'isnad',
  }
}

function placeOf(row: NameRow, rows: RowIndex): Made {
  if (row.kind === 'governorate' || ownPoint(row)) return handPlace(row, rows)
  const at = findSettlement(row.country, row.match || row.en, adminCode(row, rows))
  if (at === undefined) return { problem: `GeoNames has no ${row.match || row.en} ${row.admin}`.trim() }
  return joined(at, { kind: row.kind, en: row.en, ar: row.ar.split('|'), flags: row.flags })
}

/** Puts hand entries without a division of their own into that of the nearest GeoNames place of their country. */
function parentByNearest(place: Place, exact: readonly Place[]): string {
  const near = exact.filter((other) => other.country === place.country)
  near.sort((a, b) => distanceKm(a, place) - distanceKm(b, place))
  return near[0]?.parent ?? place.parent
}

const LOCAL = new Set(['town', 'village', 'city', 'camp', 'prison', 'crossing', 'site', 'district'])

function withParents(places: readonly Place[]): Place[] {
  const ids = new Set(places.map((place) => place.id))
  const exact = places.filter((place) => place.precision === 'exact')
  return places.map((place) => {
    const inCountry = place.parent.startsWith('country:') && LOCAL.has(place.kind)
    const parent = inCountry ? parentByNearest(place, exact) : place.parent
    const known = parent === '' || ids.has(parent)
    return { ...place, parent: known ? parent : `country:${place.country}` }
  })
}

/** The second of two rows that are one GeoNames place (a capital stands in the countries' table already). */
function repeats(places: readonly Place[]): string[] {
  const groups = Map.groupBy(places, (place) => place.id)
  return [...groups].filter(([, same]) => same.length > 1).map(([id, same]) => `${id} twice: ${same.map((p) => p.en)}`)
}

/** All places from the hand-written names in `folder`, with what could not be placed. */
export function buildPlaces(folder: string): { places: Place[]; problems: string[] } {
  const rows = readNames(join(folder, 'names'))
  const index = indexRows(rows)
  const countries = readCountries(join(folder, 'countries.tsv'))
  const made = rows.map((row) => ({ row, place: placeOf(row, index) }))
  const problems = made.flatMap(({ row, place }) => ('problem' in place ? [`${row.file}: ${row.en}: ${place.problem}`] : []))
  const own = made.flatMap(({ place }) => ('problem' in place ? [] : [place]))
  const states = countries.flatMap((row) => [countryPlace(row), capitalPlace(row)].filter((place) => place !== undefined))
  const places = withParents([...states, ...own])
  return { places, problems: [...problems, ...repeats(places)] }
}

if (import.meta.main) {
  const { places, problems } = buildPlaces(FOLDER)
  writeFileSync(join(FOLDER, 'places.tsv'), placesText(places))
  for (const problem of problems) console.error(problem)
  console.log(`${places.length} places written, ${problems.length} problems`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
