import { IsnadError } from '../errors.ts'
import { foldPhrase } from '../text/fold.ts'
import { GAZETTEER_COLUMNS, type Gazetteer } from './gazetteer.ts'
import {
  codPlace,
  type ForeignFormat,
  type ForeignPlace,
  formatOf,
  geonamesPlace,
  type Skipped,
  tableRows,
  wofPlace,
} from './gazetteer-formats.ts'

export type { ForeignFormat, Skipped } from './gazetteer-formats.ts'

/** What {@link importGazetteer} takes beside the table. */
export interface ImportOptions {
  /** The table's format; told by its first line when left out. */
  format?: ForeignFormat
  /** Only places of these countries (ISO 3166-1 alpha-2). */
  countries?: readonly string[]
  /** Places that this gazetteer has already, of one name within ten kilometres, are left out. */
  known?: Gazetteer
}

/** A gazetteer table of a team's own, and what became of the lines of the foreign one. */
export interface Imported {
  format: ForeignFormat
  /** The table, ready to be written to a file and read with `loadGazetteer([file])`. */
  table: string
  places: number
  skipped: Record<Skipped | 'known' | 'other-country' | 'twice', number>
}

/**
 * Turns a GeoNames dump, a Who's On First table or an OCHA COD-AB table into a gazetteer table of this project's format.
 * Small places and names of one short word are flagged `common`: they are read only where the text gives evidence of a place.
 *
 * @throws IsnadError bad-data when the format cannot be told
 * @example importGazetteer(readFileSync('SY.txt', 'utf8'), { known: loadGazetteer() }).places
 */
export function importGazetteer(text: string, options: ImportOptions = {}): Imported {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const format = options.format ?? formatOf(source.slice(0, source.indexOf('\n')))
  if (!format) {
    throw new IsnadError({
      code: 'bad-data',
      message: 'The table is neither a GeoNames dump, a Who’s On First table nor an OCHA COD-AB table',
      hint: 'GeoNames: 19 columns without a header. Who’s On First: a column wof_id. COD-AB: columns such as ADM1_PCODE.',
    })
  }
  const skipped = { 'no-arabic-name': 0, 'no-coordinates': 0, 'no-settlement-or-division': 0, known: 0, 'other-country': 0, twice: 0 }
  const lines = [GAZETTEER_COLUMNS.join('\t')]
  const seen = new Set<string>()
  for (const place of placesOf(source, format)) {
    const reason = typeof place === 'string' ? place : refused(place, seen, options)
    if (reason) skipped[reason]++
    else lines.push(lineOf(place as ForeignPlace))
  }
  return { format, table: `${lines.join('\n')}\n`, places: lines.length - 1, skipped }
}

function* placesOf(text: string, format: ForeignFormat): Generator<ForeignPlace | Skipped> {
  if (format === 'geonames') {
    for (const line of text.split('\n')) if (line.trim() !== '') yield geonamesPlace(line)
  } else {
    const place = format === 'cod-ab' ? codPlace : wofPlace
    for (const row of tableRows(text)) yield place(row)
  }
}

function refused(
  place: ForeignPlace,
  seen: Set<string>,
  { countries, known }: ImportOptions,
): 'other-country' | 'twice' | 'known' | undefined {
  if (countries && !countries.includes(place.country)) return 'other-country'
  if (seen.has(place.id)) return 'twice'
  seen.add(place.id)
  return known && isKnown(place, known) ? 'known' : undefined
}

/** Degrees of latitude that are ten kilometres. */
const TEN_KM = 0.09
const DIVISION = new Set(['governorate', 'district', 'region', 'country'])

function isKnown(place: ForeignPlace, known: Gazetteer): boolean {
  return place.ar.some((name) =>
    known.byName.get(foldPhrase(name))?.candidates.some((one) => {
      if (DIVISION.has(one.kind) !== DIVISION.has(place.kind)) return false
      if (one.kind === 'country' || one.kind === 'governorate') return one.kind === place.kind && one.country === place.country
      return Math.abs(one.lat - place.lat) < TEN_KM && Math.abs(one.lon - place.lon) < TEN_KM * 1.5
    }),
  )
}

/** People below which a place is too little known to be read from its bare name. */
const WELL_KNOWN = 20_000
/** Letters up to which a name of one word is too often another word. */
const SHORT_NAME = 4
const ALWAYS_MEANT = new Set(['country', 'governorate'])
const isCommon = ({ kind, ar, population }: ForeignPlace): boolean =>
  !ALWAYS_MEANT.has(kind) && (population < WELL_KNOWN || ar.some((name) => !name.includes(' ') && name.length <= SHORT_NAME))

const clean = (cell: string): string => cell.replace(/[\t\r\n]+/gu, ' ').trim()

function lineOf(place: ForeignPlace): string {
  const names = [...new Set(place.ar.map((name) => clean(name).replaceAll('|', ' ')))].filter((name) => name !== '')
  return [
    place.id,
    place.kind,
    place.country,
    place.parent,
    clean(place.en),
    names.join('|'),
    place.lat.toFixed(5),
    place.lon.toFixed(5),
    place.population > 0 ? String(place.population) : '',
    'exact',
    isCommon(place) ? 'common' : '',
    place.source,
  ].join('\t')
}
