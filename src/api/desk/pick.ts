import { byEvidence } from '../../export/csv.ts'
import { type Sheet, sheet } from '../../export/dossier/desk.ts'
import type { ProtectedReading } from '../../export/index.ts'
import type { Claim } from '../../model.ts'
import type { ClaimView } from '../shapes.ts'
import { FLAG, has, NONE } from './columns.ts'
import type { Keep } from './keep.ts'

/** A claim with all that a file says of it. */
export interface Picked {
  /** Its report, by the number it has in a file of the whole ledger. */
  sheet: Sheet
  claim: Claim
  view: () => ClaimView
}

/** Claims read at once; those of one report are not parted. */
const PIECE = 500

export interface PickOptions {
  keep: Keep
  readings: (keys: readonly string[]) => Promise<Map<string, ProtectedReading>>
  view: (row: number, reading: ProtectedReading, claim: Claim) => ClaimView
}

/** Claims of rows, piece by piece: in the order of the rows, or in that of a file of the whole ledger. Rows that are replaced meanwhile are left out. */
export async function* picked({ keep, readings, view }: PickOptions, rows: Int32Array, isOrdered: boolean): AsyncGenerator<Picked[]> {
  const { holdings } = keep
  const rank = keep.orders.appearance()
  const { firstOf } = keep.copies()
  const reportOf = (row: number): number => holdings.rows.report[row]!
  const list = isOrdered ? rows : rows.toSorted((a, b) => rank[reportOf(a)]! - rank[reportOf(b)]! || a - b)
  const sheetOf = (report: number, reading: ProtectedReading): Sheet => {
    const made = sheet(reading, rank[report]! + 1)
    const first = firstOf[report]!
    return first === NONE ? made : { ...made, view: { ...made.view, copyOf: rank[first]! + 1 } }
  }
  for (const piece of pieces(list, reportOf)) {
    const read = await readings([...new Set(piece.map((row) => holdings.reports[reportOf(row)]!.key))])
    const sheets = new Map<number, Sheet>()
    const found = piece.flatMap((row): Picked[] => {
      const reading = read.get(holdings.reports[reportOf(row)]!.key)
      const claim = reading?.claims[holdings.rows.number[row]!]
      if (!reading || !claim || has(holdings.rows, row, FLAG.gone)) return []
      const own = sheets.get(reportOf(row)) ?? sheetOf(reportOf(row), reading)
      sheets.set(reportOf(row), own)
      return [{ sheet: own, claim, view: () => view(row, reading, claim) }]
    })
    yield isOrdered ? found : found.sort((a, b) => a.sheet.number - b.sheet.number || byEvidence(a.claim, b.claim))
  }
}

/** Parts a list where the report changes. */
function* pieces(list: Int32Array, reportOf: (row: number) => number): Generator<number[]> {
  let piece: number[] = []
  for (const row of list) {
    if (piece.length >= PIECE && reportOf(row) !== reportOf(piece.at(-1)!)) {
      yield piece
      piece = []
    }
    piece.push(row)
  }
  if (piece.length > 0) yield piece
}
