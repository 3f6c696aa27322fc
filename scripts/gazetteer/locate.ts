import type { Point } from './geo.ts'
import { meanPoint, offset } from './geo.ts'
import { countryCentre, divisionCentre, findSettlement } from './geonames.ts'
import { latinKey } from './names.ts'
import type { NameRow } from './sources.ts'

/** Where a row lies, or why that is not known. */
export type Located = Point | { problem: string }

/** The hand-written rows by country and English name: what `near` refers to. */
export type RowIndex = ReadonlyMap<string, NameRow[]>

const STEP = /^(.+) (\d+) ([NSEW]{1,3})$/
const MAX_DEPTH = 6
// A distance from 'Daraa' is one from the town, not from the middle of its governorate.
const AREAS = new Set(['governorate', 'region', 'district'])

/** The key of a row in the index. */
export const rowKey = (country: string, en: string) => `${country}:${latinKey(en)}`

/** Groups rows for look-up by `near`. */
export const indexRows = (rows: readonly NameRow[]): RowIndex => Map.groupBy(rows, (row) => rowKey(row.country, row.en))

/** The code of the first-level division that a row's `admin` cell names, in GeoNames' own codes. */
export function adminCode(row: NameRow, rows: RowIndex): string {
  const named = rows.get(rowKey(row.country, row.admin))?.find((other) => other.kind === 'governorate')
  return named?.admin ?? row.admin
}

function anchor(name: string, row: NameRow, rows: RowIndex, depth: number): Located {
  if (name.startsWith('country:')) return countryCentre(name.slice(8)) ?? { problem: `no country ${name}` }
  const [country, en] = name.includes('/') ? (name.split('/') as [string, string]) : [row.country, name]
  const namesakes = (rows.get(rowKey(country, en)) ?? []).filter((other) => other !== row)
  const known = namesakes.find((other) => !AREAS.has(other.kind)) ?? namesakes[0]
  if (known !== undefined) return locate(known, rows, depth + 1)
  return findSettlement(country, en) ?? { problem: `no place near: ${name}` }
}

function stepFrom(text: string, row: NameRow, rows: RowIndex, depth: number): Located {
  const step = STEP.exec(text)
  const at = anchor(step?.[1] ?? text, row, rows, depth)
  if ('problem' in at || step === null) return at
  return offset(at, Number(step[2]), step[3] ?? '')
}

function locateNear(row: NameRow, rows: RowIndex, depth: number): Located {
  const points = row.near.split('+').map((part) => stepFrom(part.trim(), row, rows, depth))
  const problem = points.find((point) => 'problem' in point)
  if (problem !== undefined) return problem
  return meanPoint(points.map((point) => ({ ...(point as Point), weight: 1 })))
}

/** Where a row lies: its own degrees, else `near`, else its division's middle, else the GeoNames place of its name. */
export function locate(row: NameRow, rows: RowIndex, depth = 0): Located {
  if (depth > MAX_DEPTH) return { problem: `"near" goes round in a circle at ${row.en}` }
  if (row.lat !== '') return { lat: Number(row.lat), lon: Number(row.lon) }
  if (row.near !== '') return locateNear(row, rows, depth)
  if (row.kind === 'governorate') return divisionCentre(row.country, row.admin) ?? { problem: `no division ${row.admin}` }
  const found = findSettlement(row.country, row.match || row.en, adminCode(row, rows))
  return found ?? { problem: `GeoNames has no ${row.match || row.en} (${row.country} ${row.admin})` }
}
