import { sortKey } from '../dates.ts'
import type { Draft } from './rows.ts'
import { SECTIONS } from './rows.ts'
import type { CustodyRow, RoleView, Row, Segment } from './types.ts'

/** Custodian × population × place × as-of: one line each, with every row that says so. */
export function custodyTable(drafts: readonly Draft[]): CustodyRow[] {
  const rows = drafts.flatMap(({ sheet, row }) => (isCustody(row) ? custodyRows(row, sheet.view.published?.edtf ?? null) : []))
  const byLine = Map.groupBy(rows, lineKey)
  const lines = [...byLine.values()].map((same) => ({ ...same[0]!, entries: same.flatMap((line) => line.entries) }))
  return lines.sort((a, b) => cmp(a.custodian, b.custodian) || cmp(a.place, b.place) || cmp(sortKey(a.asOf?.edtf), sortKey(b.asOf?.edtf)))
}

/** Whether a row says who is held: with a number, a name or a custodian. */
export const isCustody = (row: Row): boolean =>
  saysWho(row) &&
  (SECTIONS.held.includes(row.type) || (row.type === 'transfer' && custodianOf(row) !== null)) &&
  (row.modality === 'actual' || row.modality === 'generic')

const saysWho = (row: Row): boolean =>
  row.figures.some((f) => f.unit === 'person') || row.roles.some((r) => r.role === 'custodian' || r.role === 'patient')

/** Names in order, lines without one last. */
const cmp = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)

const lineKey = ({ custodian, population, nationality, place, asOf }: CustodyRow): string =>
  JSON.stringify([custodian, population, nationality, place, asOf?.edtf, asOf?.basis])

function custodyRows(row: Row, published: string | null): CustodyRow[] {
  const custodian = custodianOf(row)
  const shared = {
    custodian: custodian?.name ?? null,
    custodianAr: custodian?.nameAr ?? null,
    place: row.place,
    placeAr: row.placeAr,
    asOf: asOf(row, published),
  }
  const patient = row.roles.find((r) => r.role === 'patient')?.name ?? null
  const people = row.figures.filter((f) => f.unit === 'person')
  if (people.length === 0) return [{ ...shared, population: patient, entries: [row] }]
  return people.map((figure) => ({
    ...shared,
    population: figure.of ?? patient,
    ...(figure.nationality ? { nationality: figure.nationality } : {}),
    entries: [{ ...row, figures: [figure], quote: markedOnly(row.quote, figure.text) }],
  }))
}

/** Of a sentence's figures only the one that the line is about stays marked. */
const markedOnly = (quote: readonly Segment[], figure: string): Segment[] =>
  quote.map((s) => (s.figure && s.text.trim() !== figure ? { text: s.text } : s))

/** After a transfer the receiver holds; where it only names a place, nobody is named. */
function custodianOf(row: Row): RoleView | null {
  const named = (role: string): RoleView | undefined => row.roles.find((r) => r.role === role && !r.place)
  if (row.type === 'transfer') return named('to') ?? named('custodian') ?? null
  return named('custodian') ?? (row.type === 'hold' ? (named('agent') ?? null) : null)
}

function asOf(row: Row, published: string | null): CustodyRow['asOf'] {
  if (row.time && 'edtf' in row.time) return { edtf: row.time.edtf, basis: 'stated' }
  return published === null ? null : { edtf: published, basis: 'published' }
}
