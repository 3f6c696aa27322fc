import Papa from 'papaparse'
import type { Claim } from '../model.ts'
import { chainNodes } from './chains.ts'
import { oneLine } from './direction.ts'
import { layOut, type Sheet } from './dossier/desk.ts'
import type { ExportFormat } from './format.ts'

/** Byte order mark: without it spreadsheets take UTF-8 for a code page of one byte a letter. */
const BYTE_ORDER_MARK = '\ufeff'

/** Beginnings that a spreadsheet runs as a formula; their full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u

/**
 * A cell that no spreadsheet runs: an apostrophe before what begins like a formula.
 *
 * @example defuse('=1+1') // "'=1+1"
 */
export const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

type Cell = string | number | null | undefined

/** Columns in order, one row a claim; docs/do-no-harm.md and the README describe them. */
const COLUMNS: readonly [name: string, cell: (sheet: Sheet, claim: Claim) => Cell][] = [
  ['report', ({ number }) => number],
  ['report_id', ({ view }) => view.id],
  ['path', ({ view }) => view.path],
  ['url', ({ view }) => view.url],
  ['title', ({ view }) => view.title],
  ['outlet', ({ view }) => view.outlet],
  ['credits', ({ view }) => view.credits.join('; ')],
  ['published', ({ view }) => view.published?.edtf],
  ['published_basis', ({ view }) => view.published?.basis],
  ['copy_of', ({ view }) => view.copyOf],
  ['claim', (_, claim) => claim.id],
  ['type', (_, claim) => claim.type],
  ['modality', (_, claim) => claim.modality],
  ['act', (_, claim) => claim.chain.at(-1)?.act],
  ['figure', (sheet, claim) => textOf(sheet, quantity(sheet, claim))],
  ['min', (sheet, claim) => quantity(sheet, claim)?.min],
  ['max', (sheet, claim) => quantity(sheet, claim)?.max],
  ['modifier', (sheet, claim) => quantity(sheet, claim)?.modifier],
  ['unit', (sheet, claim) => quantity(sheet, claim)?.unit],
  ['population', (sheet, claim) => quantity(sheet, claim)?.counted?.of],
  ['sex', (sheet, claim) => quantity(sheet, claim)?.counted?.sex],
  ['age', (sheet, claim) => quantity(sheet, claim)?.counted?.age],
  ['nationality', (sheet, claim) => quantity(sheet, claim)?.counted?.nationality],
  ['affiliation', (sheet, claim) => quantity(sheet, claim)?.counted?.affiliation],
  ['per', (sheet, claim) => textOf(sheet, quantity(sheet, claim)?.per)],
  ...(['agent', 'patient', 'custodian', 'from', 'to', 'counterpart', 'instrument', 'intermediary', 'price'] as const).map(
    (role): [string, (sheet: Sheet, claim: Claim) => Cell] => [role, (sheet, claim) => nameOf(sheet, claim.roles[role])],
  ),
  ['place', (_, claim) => claim.place?.name],
  ['place_id', (_, claim) => claim.place?.place],
  ['time', (_, claim) => claim.time?.edtf],
  [
    'chain',
    ({ reading }, claim) =>
      chainNodes(reading.report, claim)
        .map((node) => node.text || '?')
        .join(' ← '),
  ],
  ['origin', (_, claim) => claim.origin?.name],
  ['origin_id', (_, claim) => claim.origin?.actor],
  ['sentence', (sheet, claim) => textOf(sheet, claim.evidence)],
  ['rules', ({ reading }) => reading.rules],
]

/** Names of the columns, in order. */
export const CSV_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name)

const quantity = (sheet: Sheet, claim: Claim) => (claim.figure === undefined ? undefined : sheet.quantities.get(claim.figure))

const textOf = ({ reading }: Sheet, span: { start: number; end: number } | undefined): string =>
  span ? oneLine(reading.report.text.slice(span.start, span.end)) : ''

function nameOf(sheet: Sheet, id: string | undefined): string {
  if (id === undefined) return ''
  return sheet.actors.get(id)?.name ?? sheet.places.get(id)?.name ?? textOf(sheet, sheet.quantities.get(id))
}

const written = (cell: Cell): string | number => (typeof cell === 'number' ? cell : defuse(oneLine(cell ?? '')))

const line = (cells: readonly (string | number)[]): string => `${Papa.unparse([cells])}\r\n`

/** What a file of rows begins with. */
export const csvHead = (): string => BYTE_ORDER_MARK + line(CSV_COLUMNS)

/** A claim as a row of such a file, with the end of the line. */
export const csvRow = (sheet: Sheet, claim: Claim): string => line(COLUMNS.map(([, cell]) => written(cell(sheet, claim))))

/** Claims of one report as they stand in it. */
export const byEvidence = (a: Claim, b: Claim): number => a.evidence.start - b.evidence.start || (a.id < b.id ? -1 : 1)

export const csv: ExportFormat = {
  name: 'csv',
  kind: 'data',
  mediaType: 'text/csv; charset=utf-8',
  extension: 'csv',
  *write({ readings, links }) {
    yield csvHead()
    for (const sheet of layOut(readings, links).sheets)
      for (const claim of sheet.reading.claims.toSorted(byEvidence)) yield csvRow(sheet, claim)
  },
}
