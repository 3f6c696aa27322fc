import Papa from 'papaparse'
import type { PlaceKind } from '../model.ts'

/** One place of a foreign table, before it becomes a row of a gazetteer. */
export interface ForeignPlace {
  id: string
  kind: PlaceKind
  country: string
  parent: string
  en: string
  ar: string[]
  lat: number
  lon: number
  population: number
  source: string
}
/** Why a line of a foreign table is no place for the gazetteer. */
export type Skipped = 'no-arabic-name' | 'no-coordinates' | 'no-settlement-or-division'
/** The tables that can be imported. */
export type ForeignFormat = 'geonames' | 'whos-on-first' | 'cod-ab'

/** Population from which a settlement counts as a city, and as a town. */
const CITY = 50_000
const TOWN = 5_000
const settlement = (population: number): PlaceKind => (population >= CITY ? 'city' : population >= TOWN ? 'town' : 'village')

const ARABIC_FIRST = 0x0600
const ARABIC_LAST = 0x06ff
/** Whether a name is in Arabic letters. */
const isArabic = (name: string): boolean => {
  const unit = name.charCodeAt(0)
  return unit >= ARABIC_FIRST && unit <= ARABIC_LAST
}

/**
 * Tells the format of a table by its first line: GeoNames' dump has 19 columns and no header, Who's On First's table names a `wof_id`,
 * COD-AB tables name p-codes.
 *
 * @example formatOf('wof_id\tcc\ttype') // 'whos-on-first'
 */
export function formatOf(firstLine: string): ForeignFormat | undefined {
  const line = firstLine.toLowerCase()
  if (line.includes('wof_id')) return 'whos-on-first'
  if (line.includes('pcode')) return 'cod-ab'
  const cells = firstLine.split('\t')
  return cells.length >= 19 && Number.isInteger(Number(cells[0])) && Number.isFinite(Number(cells[4])) ? 'geonames' : undefined
}

/** GeoNames feature codes that are places of the gazetteer, but for settlements (class P). Source: GeoNames' list of feature codes. */
const GEONAMES_KINDS: Record<string, PlaceKind> = {
  PCLI: 'country',
  PCLD: 'country',
  PCLS: 'country',
  ADM1: 'governorate',
  ADM2: 'district',
  ADM3: 'district',
  ADM4: 'district',
  CMPRF: 'camp',
  PRN: 'prison',
  CSTM: 'crossing',
  AIRP: 'site',
  AIRB: 'site',
  DAM: 'site',
  HSP: 'site',
  PRT: 'site',
  OILF: 'site',
  INSM: 'site',
  RGN: 'region',
  RGNE: 'region',
  ISL: 'region',
  ISLS: 'region',
  MTS: 'region',
  VAL: 'region',
  PEN: 'region',
}

/** One line of a GeoNames dump (19 tab-separated columns). */
export function geonamesPlace(line: string): ForeignPlace | Skipped {
  const cells = line.split('\t')
  const [id = '', name = '', , others = '', lat = '', lon = '', featureClass = '', code = '', country = '', , admin = ''] = cells
  const population = Number(cells[14]) || 0
  const kind = featureClass === 'P' ? (code === 'PPLX' ? 'district' : settlement(population)) : GEONAMES_KINDS[code]
  if (!kind) return 'no-settlement-or-division'
  const ar = [name, ...others.split(',')].filter(isArabic)
  const parent =
    kind === 'country' || country === ''
      ? ''
      : admin === '' || admin === '00' || kind === 'governorate'
        ? `country:${country}`
        : `admin:${country}.${admin}`
  return checked({
    id: `gn:${id}`,
    kind,
    country,
    parent,
    en: name,
    ar,
    lat: number(lat),
    lon: number(lon),
    population,
    source: 'geonames',
  })
}

const WOF_KINDS: Record<string, PlaceKind> = {
  country: 'country',
  region: 'governorate',
  county: 'district',
  localadmin: 'district',
  neighbourhood: 'district',
  campus: 'site',
}

/** One row of a Who's On First table (columns wof_id, cc, type, names_ar, name, lat, lon, pop, region_id). */
export function wofPlace(row: Readonly<Record<string, string>>): ForeignPlace | Skipped {
  const country = row.cc ?? ''
  const population = Number(row.pop) || 0
  const kind = row.type === 'locality' ? settlement(population) : WOF_KINDS[row.type ?? '']
  if (!kind) return 'no-settlement-or-division'
  const region = row.region_id ?? ''
  const parent = kind === 'country' ? '' : region === '' || kind === 'governorate' ? `country:${country}` : `wof:${region}`
  const ar = (row.names_ar ?? '').split(/[|;]/u).map((name) => name.trim())
  return checked({
    id: `wof:${row.wof_id}`,
    kind,
    country,
    parent,
    en: row.name || ar[0] || '',
    ar: withBareNames(ar.filter(isArabic), kind),
    lat: number(row.lat),
    lon: number(row.lon),
    population,
    source: 'whos-on-first',
  })
}

/** Kinds of COD-AB levels: 1 governorate, 2 and 3 districts, 4 settlements. */
const COD_KINDS: readonly (PlaceKind | undefined)[] = ['country', 'governorate', 'district', 'district', 'village']

/** One row of a COD-AB table: the deepest level with a p-code and a name; `level` columns adm1_ar, admin1Name_ar, ADM1_AR … */
export function codPlace(row: Readonly<Record<string, string>>): ForeignPlace | Skipped {
  for (let level = 4; level >= 1; level--) {
    const pcode = cell(row, level, 'pcode')
    if (pcode === '') continue
    const ar = [cell(row, level, 'ar'), cell(row, level, 'name1'), cell(row, level, 'name_alt')].filter(isArabic)
    const kind = COD_KINDS[level]!
    const above = level === 1 ? '' : cell(row, level - 1, 'pcode')
    const country = pcode.slice(0, 2).toUpperCase()
    return checked({
      id: `cod:${pcode}`,
      kind,
      country,
      parent: above === '' ? `country:${country}` : `cod:${above}`,
      en: cell(row, level, 'en') || cell(row, level, 'name') || ar[0] || '',
      ar: withBareNames(ar, kind),
      lat: number(first(row, ['center_lat', 'latitude', 'lat', 'y_coord', 'y', `admin${level}lat`])),
      lon: number(first(row, ['center_lon', 'longitude', 'lon', 'long', 'x_coord', 'x', `admin${level}lon`])),
      population: 0,
      source: 'ocha-cod-ab',
    })
  }
  return 'no-settlement-or-division'
}

/** Column names of one level, as the tables of several countries and years spell them (lower case). */
function cell(row: Readonly<Record<string, string>>, level: number, what: 'pcode' | 'ar' | 'en' | 'name' | 'name1' | 'name_alt'): string {
  const heads =
    what === 'pcode'
      ? [`admin${level}pcode`, `adm${level}_pcode`]
      : [`admin${level}name_${what}`, `adm${level}_${what}`, `admin${level}_${what}`]
  return first(row, what === 'name1' ? [`adm${level}_name1`] : heads)
}

function first(row: Readonly<Record<string, string>>, columns: readonly string[]): string {
  for (const column of columns) if (row[column]) return row[column].trim()
  return ''
}

/** Rows of a delimited table with a header; column names in lower case. */
export function tableRows(text: string): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (head) => head.trim().toLowerCase(),
  })
  return parsed.data
}

const number = (cell: string | undefined): number => (cell === undefined || cell.trim() === '' ? Number.NaN : Number(cell))

/** 'منطقة دوما' is called دوما as well. */
const DIVISIONS = ['محافظة ', 'ولاية ', 'منطقة ', 'قضاء ', 'ناحية ', 'مديرية ', 'لواء ', 'مركز ']
function withBareNames(names: readonly string[], kind: PlaceKind): string[] {
  if (kind !== 'district' && kind !== 'governorate') return [...new Set(names)]
  const bare = names.flatMap((name) => DIVISIONS.filter((word) => name.startsWith(word)).map((word) => name.slice(word.length).trim()))
  return [...new Set([...names, ...bare])]
}

function checked(place: ForeignPlace): ForeignPlace | Skipped {
  if (place.ar.length === 0) return 'no-arabic-name'
  if (!Number.isFinite(place.lat) || !Number.isFinite(place.lon) || Math.abs(place.lat) > 90 || Math.abs(place.lon) > 180)
    return 'no-coordinates'
  return place
}
