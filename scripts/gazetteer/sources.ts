import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './table.ts'
import { readTable } from './table.ts'

/** The kinds of place of the data contract. */
export const KINDS = [
  'country',
  'region',
  'governorate',
  'district',
  'city',
  'town',
  'village',
  'camp',
  'prison',
  'crossing',
  'site',
] as const

/** Columns of `gazetteer/names/*.tsv`, the hand-written side. */
export const NAME_COLUMNS = ['country', 'kind', 'en', 'match', 'admin', 'ar', 'near', 'lat', 'lon', 'flags', 'source']

/** Columns of `gazetteer/places.tsv`, the generated side. */
export const PLACE_COLUMNS = ['id', 'kind', 'country', 'parent', 'en', 'ar', 'lat', 'lon', 'population', 'precision', 'flags', 'source']

/** One hand-written row; see gazetteer/README.md for what each column holds. */
export interface NameRow {
  country: string
  kind: string
  en: string
  match: string
  admin: string
  ar: string
  near: string
  lat: string
  lon: string
  flags: string
  source: string
  file: string
}

const cell = (row: Row, name: string) => row[name] ?? ''

function nameRow(row: Row, file: string): NameRow {
  const columns = Object.fromEntries(NAME_COLUMNS.map((name) => [name, cell(row, name)]))
  return { ...(columns as Omit<NameRow, 'file'>), file }
}

/** Every hand-written place of `folder`, file by file in the order of their names. */
export function readNames(folder: string): NameRow[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv'))
  return files.toSorted().flatMap((file) => readTable(join(folder, file)).map((row) => nameRow(row, file)))
}

/** One country: ISO 3166-1 code, its capital and the Arabic names that news uses for it. */
export interface CountryRow {
  iso: string
  capital: string
  capitalAr: string
  ar: string
  flags: string
  capitalFlags: string
  /** Only for a land where GeoNames knows nobody. */
  lat: string
  lon: string
}

/** The hand-written countries. */
export function readCountries(path: string): CountryRow[] {
  return readTable(path).map((row) => ({
    iso: cell(row, 'iso'),
    capital: cell(row, 'capital'),
    capitalAr: cell(row, 'capital_ar'),
    ar: cell(row, 'ar'),
    flags: cell(row, 'flags'),
    capitalFlags: cell(row, 'capital_flags'),
    lat: cell(row, 'lat'),
    lon: cell(row, 'lon'),
  }))
}
