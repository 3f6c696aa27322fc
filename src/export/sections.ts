import type { Dossier, Measure, Row } from './dossier/types.ts'
import type { MessageKey } from './messages/index.ts'

/** The sections of a dossier that list rows, in the order in which they are told. */
export const rowSections = (dossier: Dossier): { id: string; title: MessageKey; note?: MessageKey; rows: Row[] }[] => [
  { id: 'taken', title: 'dossier.taken', rows: dossier.taken },
  { id: 'moved', title: 'dossier.moved', rows: dossier.moved },
  { id: 'harmed', title: 'dossier.harmed', rows: dossier.harmed },
  { id: 'prices', title: 'dossier.prices', rows: dossier.prices },
  { id: 'ahead', title: 'dossier.ahead', note: 'dossier.ahead.note', rows: dossier.ahead },
]

/** Rows that measure the same thing stand together, under that measure where more than one outlet or row gives it. */
export function clustersOf(all: readonly Row[], measures: readonly Measure[]): { measure: Measure | undefined; rows: Row[] }[] {
  return runsOf(all).map(({ measure, rows }) => {
    const shared = measure === undefined ? undefined : measures[measure]
    return { rows, measure: shared && (shared.outlets > 1 || rows.length > 1) ? shared : undefined }
  })
}

function runsOf(rows: readonly Row[]): { measure: number | undefined; rows: Row[] }[] {
  const clusters: { measure: number | undefined; rows: Row[] }[] = []
  for (const row of rows) {
    const last = clusters.at(-1)
    if (last && row.measure !== undefined && last.measure === row.measure) last.rows.push(row)
    else clusters.push({ measure: row.measure, rows: [row] })
  }
  return clusters
}
