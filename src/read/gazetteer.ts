import { readFileSync } from 'node:fs'
import { IsnadError } from '../errors.ts'
import { packageRoot } from '../lang/data.ts'
import type { EntryWithForms } from '../lang/lexicon.ts'
import { PlaceKind } from '../model.ts'
import { foldPhrase } from '../text/fold.ts'

/** The gazetteer that the package brings along. */
export const GAZETTEER = 'gazetteer/places.tsv'

/** One place of a gazetteer table. `lat`, `lon` in degrees (WGS 84). */
export interface PlaceRecord {
  id: string
  kind: PlaceKind
  /** ISO 3166-1 alpha-2; empty for seas, continents and the like. */
  country: string
  /** Id of the division it lies in; empty where none is known. */
  parent: string
  en: string
  lat: number
  lon: number
  population: number
  /** The name is also a common word or a person's name: it needs evidence beside it. */
  common: boolean
  capital: boolean
  /** ISO code of the state that this place's name stands for, as a capital does. */
  metonym: string | undefined
}

/** What a place name may mean: every place of that name, the most populous first. */
export interface PlaceName {
  candidates: PlaceRecord[]
}

/** The columns of a gazetteer table, in any order; further columns are kept out. */
export const GAZETTEER_COLUMNS = [
  'id',
  'kind',
  'country',
  'parent',
  'en',
  'ar',
  'lat',
  'lon',
  'population',
  'precision',
  'flags',
  'source',
] as const
type Column = (typeof GAZETTEER_COLUMNS)[number]
const KINDS = new Set<string>(PlaceKind.options)

/** A gazetteer in memory: places by id, and by spelling. */
export interface Gazetteer {
  byId: ReadonlyMap<string, PlaceRecord>
  byName: ReadonlyMap<string, PlaceName>
}

/**
 * Reads gazetteer tables (tab-separated, `ar` names separated by `|`) into one gazetteer; of two rows with one id the first stands.
 *
 * @throws IsnadError bad-data with file and line, unreadable when a table cannot be read
 * @example loadGazetteer().byName.get('دمشق')?.candidates[0]?.en // 'Damascus'
 */
export function loadGazetteer(extra: readonly string[] = []): Gazetteer {
  const byId = new Map<string, PlaceRecord>()
  const byName = new Map<string, PlaceName>()
  for (const path of [packageRoot + GAZETTEER, ...extra]) readTable(path, byId, byName)
  for (const name of byName.values()) if (name.candidates.length > 1) name.candidates.sort((a, b) => b.population - a.population)
  return { byId, byName }
}

/**
 * The gazetteer's names as lexicon entries of class `place`: one entry a spelling, with all places of that name.
 *
 * @example [...placeEntries(loadGazetteer())].length
 */
export function* placeEntries(gazetteer: Gazetteer): Generator<EntryWithForms<PlaceName>> {
  for (const [form, value] of gazetteer.byName) yield { id: form, class: 'place', pos: 'name', value, forms: [{ form }] }
}

function readTable(path: string, byId: Map<string, PlaceRecord>, byName: Map<string, PlaceName>): void {
  const lines = tableText(path).split('\n')
  const columns = columnsOf(lines[0] ?? '', path)
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!
    if (line === '' || line === '\r') continue
    const cells = line.split('\t')
    const record = recordOf(cells, columns, `${path}:${i + 1}`)
    if (byId.has(record.id)) continue
    byId.set(record.id, record)
    for (const name of cells[columns.ar]!.split('|')) addName(byName, name, record)
  }
}

function tableText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new IsnadError({
      code: 'unreadable',
      message: `Cannot read the gazetteer table ${path}`,
      hint: 'Check the path, or make the table again with `isnad gazetteer import`.',
      cause,
    })
  }
}

function columnsOf(header: string, path: string): Record<Column, number> {
  const names = header.trim().split('\t')
  const columns = Object.fromEntries(GAZETTEER_COLUMNS.map((name) => [name, names.indexOf(name)])) as Record<Column, number>
  const missing = GAZETTEER_COLUMNS.filter((name) => columns[name] < 0)
  if (missing.length === 0) return columns
  throw new IsnadError({
    code: 'bad-data',
    message: `${path}:1: no column ${missing.join(', ')}`,
    hint: `A gazetteer table begins with a line of column names: ${GAZETTEER_COLUMNS.join(' ')}.`,
  })
}

function recordOf(cells: readonly string[], at: Record<Column, number>, where: string): PlaceRecord {
  const cell = (column: Column): string => cells[at[column]]?.trim() ?? ''
  const lat = Number(cell('lat'))
  const lon = Number(cell('lon'))
  const kind = cell('kind')
  const good =
    cell('id') !== '' && cell('ar') !== '' && KINDS.has(kind) && cell('lat') !== '' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  if (!good)
    throw new IsnadError({
      code: 'bad-data',
      message: `${where}: not a place (id, kind, ar, lat, lon)`,
      hint: `The kinds are ${PlaceKind.options.join(', ')}.`,
    })
  const flags = cell('flags') === '' ? [] : cell('flags').split(',')
  return {
    id: cell('id'),
    kind: kind as PlaceKind,
    country: cell('country'),
    parent: cell('parent'),
    en: cell('en') || cell('ar').split('|')[0]!,
    lat,
    lon,
    population: Number(cell('population')) || 0,
    common: flags.includes('common'),
    capital: flags.includes('capital'),
    metonym: flags.find((flag) => flag.startsWith('metonym:'))?.slice('metonym:'.length),
  }
}

function addName(byName: Map<string, PlaceName>, name: string, record: PlaceRecord): void {
  const form = foldPhrase(name)
  if (form === '') return
  const known = byName.get(form)
  if (!known) byName.set(form, { candidates: [record] })
  else if (!known.candidates.includes(record)) known.candidates.push(record)
}
