import type { MeasureDetail } from '../../../../../src/api/shapes.ts'

type Cell = string | number | null | undefined
type Point = MeasureDetail['points'][number]

/** Byte order mark: without it spreadsheets take UTF-8 for a code page of one byte a letter. */
const BYTE_ORDER_MARK = '\ufeff'
/** Beginnings that a spreadsheet runs as a formula; their full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u

/** Columns in order; their names are the same in both languages, as in the other exports. */
const COLUMNS: readonly (readonly [name: string, cell: (point: Point, detail: MeasureDetail) => Cell])[] = [
  ['origin_number', ({ origin }) => origin + 1],
  ['origin', ({ origin }, { origins }) => origins[origin]?.name],
  ['outlet', ({ claim }) => claim.outlet],
  ['title', ({ claim }) => claim.title],
  ['published', ({ claim }) => claim.published],
  ['time', ({ claim }) => claim.time],
  ['day', ({ day }) => day],
  ['day_basis', ({ basis }) => basis],
  ['min', ({ claim }) => claim.figure?.min],
  ['max', ({ claim }) => claim.figure?.max],
  ['modifier', ({ claim }) => claim.figure?.modifier],
  ['unit', ({ claim }) => claim.figure?.unit],
  ['population', ({ claim }) => claim.figure?.of],
  ['figure', ({ claim }) => claim.figure?.text],
  ['type', ({ claim }) => claim.type],
  ['modality', ({ claim }) => claim.modality],
  ['place', ({ claim }) => claim.place?.name],
  ['verdict', ({ verdict }) => verdict],
  ['chain', ({ claim }) => claim.chain.map(({ text }) => text || '?').join(' ← ')],
  ['copy_of', ({ copyOf }, { points }) => (copyOf === null ? null : points[copyOf]?.claim.report)],
  ['sentence', ({ claim }) => claim.evidence.text],
  ['report', ({ claim }) => claim.report],
  ['claim', ({ claim }) => claim.key],
]

/**
 * The figures of a measure as a table: one row a figure, with origin, outlet, day and sentence. RFC 4180, UTF-8 with its mark;
 * what begins like a formula has an apostrophe before it.
 */
export function csvOf(detail: MeasureDetail): string {
  const rows = detail.points.map((point) => COLUMNS.map(([, cell]) => cell(point, detail)))
  return `${BYTE_ORDER_MARK}${[COLUMNS.map(([name]) => name), ...rows].map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`
}

/** @example cellText('a "b", c') // '"a ""b"", c"' */
export function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell ?? ''
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
