import { join } from 'node:path'
import type { Point } from './geo.ts'
import { distanceKm } from './geo.ts'
import { nameKey } from './names.ts'
import type { Row } from './table.ts'
import { readTable } from './table.ts'

/** How far an approximate entry may lie from the table's place of the same name, in kilometres. */
const LIMIT_KM = 10
/** From here on a namesake is another place: villages share their names across a country. */
const ELSEWHERE_KM = 25

const point = (row: Row): Point => ({ lat: Number(row.lat), lon: Number(row.lon) })
const spellings = (row: Row) => [...new Set((row.ar ?? row.names_ar ?? '').split(/[|;,،]/).map((s) => nameKey(s.trim())))]
const LOCAL = new Set(['town', 'village', 'city'])

/** An entry that the table has under the same name in the same country, and how far off its nearest namesake is. */
export interface Checked {
  entry: Row
  km: number
  nearest: Row
}

/** Compares every settlement of the gazetteer with the namesakes of its country in a table of Who's On First. */
export function compare(entries: readonly Row[], table: readonly Row[]): Checked[] {
  const named = table.flatMap((row) => spellings(row).map((name) => ({ key: `${row.cc}:${name}`, row })))
  const byName = Map.groupBy(named, ({ key }) => key)
  return entries.flatMap((entry) => {
    const same = spellings(entry).flatMap((name) => byName.get(`${entry.country}:${name}`) ?? [])
    const far = same.map(({ row }) => ({ entry, nearest: row, km: distanceKm(point(entry), point(row)) }))
    return far.toSorted((a, b) => a.km - b.km).slice(0, 1)
  })
}

if (import.meta.main) {
  const path = process.argv[2] ?? process.env.ISNAD_LEVANT_TABLE
  if (path === undefined) throw new Error('give the table as an argument or in ISNAD_LEVANT_TABLE')
  const places = readTable(join(import.meta.dirname, '../../gazetteer/places.tsv'))
  const checked = compare(
    places.filter((row) => LOCAL.has(row.kind ?? '')),
    readTable(path),
  )
  const far = checked.filter(({ km }) => km > LIMIT_KM && km < ELSEWHERE_KM)
  const elsewhere = checked.filter(({ km }) => km >= ELSEWHERE_KM)
  for (const { entry, km, nearest } of far) console.log(`${km.toFixed(0)} km\t${entry.precision}\t${entry.id}\t${nearest.name}`)
  const hand = checked.filter(({ entry }) => entry.precision === 'approximate')
  console.log(
    `${checked.length} in the table, ${hand.length} of them approximate, ${far.length} farther than ${LIMIT_KM} km, ${elsewhere.length} namesakes elsewhere`,
  )
  process.exitCode = far.some(({ entry }) => entry.precision === 'approximate') ? 1 : 0
}
