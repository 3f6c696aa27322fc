import type { Draft } from './rows.ts'
import { SECTIONS } from './rows.ts'
import type { DenialRow, Row } from './types.ts'

/** Whether a row denies something, or refuses to speak of it. */
export const isDenial = (row: Row): boolean => row.modality === 'denied' || SECTIONS.denied.includes(row.type)

/** Denials and refusals, each with what it denies: a claim of the same kind, else what the report tells just before it. */
export function denialRows(drafts: readonly Draft[]): DenialRow[] {
  const told = drafts.filter(({ row }) => !isDenial(row))
  return drafts.filter(({ row }) => isDenial(row)).map((draft) => ({ ...draft.row, tie: tieOf(draft, told) }))
}

function tieOf(denial: Draft, told: readonly Draft[]): DenialRow['tie'] {
  const own = told.filter((d) => d.sheet === denial.sheet)
  const sameKind = (d: Draft): boolean => denial.row.modality === 'denied' && d.row.type === denial.row.type && d.row.type !== 'other'
  const same =
    nearestBefore(denial, own.filter(sameKind)) ?? own.find(sameKind) ?? told.find((d) => sameKind(d) && sharesNames(d.row, denial.row))
  if (same) return { kind: 'same', row: same.row }
  const before = nearestBefore(denial, own)
  return before ? { kind: 'after', row: before.row } : null
}

function nearestBefore(denial: Draft, candidates: readonly Draft[]): Draft | undefined {
  const at = denial.claims[0]!.evidence.start
  return candidates
    .filter((d) => d.claims[0]!.evidence.start < at)
    .reduce<Draft | undefined>((best, d) => (best && best.claims[0]!.evidence.start >= d.claims[0]!.evidence.start ? best : d), undefined)
}

/** Across reports a denial is tied only to what names the same actor or place. */
const sharesNames = (a: Row, b: Row): boolean =>
  (a.place !== null && a.place === b.place) || a.roles.some((r) => b.roles.some((other) => other.name === r.name))
