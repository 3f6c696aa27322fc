import type { EventType, Link, Modality, Reading } from '../model.ts'
import { custodyTable, isCustody } from './dossier/custody.ts'
import { denialRows, isDenial } from './dossier/denials.ts'
import { type Desk, layOut } from './dossier/desk.ts'
import { comparisonViews, findingViews } from './dossier/disagreements.ts'
import { countOutlets, gatherMeasures } from './dossier/measures.ts'
import { originKey } from './dossier/origins.ts'
import type { Policy } from './dossier/policy.ts'
import { collapseCopies, type Draft, draftRows, SECTIONS } from './dossier/rows.ts'
import type { Dossier, Row } from './dossier/types.ts'

export type { Policy } from './dossier/policy.ts'
export type { Dossier } from './dossier/types.ts'

export interface DossierOptions {
  /** Chooses a single 'best' value beside each range; without it only ranges are given. */
  policy?: Policy
  /** Why names are shown, where rule 9 was lifted. */
  revealed?: string
}

/**
 * Makes one dossier of many readings: who holds whom, who moved where, what it cost, who says so in the end, what disagrees.
 * Depends on the set of readings and links, never on their order. Mask them first ({@link protect}) unless names are to be shown.
 *
 * @example buildDossier(readings, links).counts // { reports: 5, copies: 1, outlets: 5, origins: 3, undated: 3 }
 */
export function buildDossier(readings: readonly Reading[], links: readonly Link[], options: DossierOptions = {}): Dossier {
  const desk = layOut(readings, links)
  const measures = gatherMeasures(desk, options.policy)
  const drafts = collapseCopies(
    desk,
    desk.sheets.flatMap((sheet) => draftRows(sheet, measures)),
  )
  return {
    schema: 'isnad.dossier/1',
    rules: [...new Set(readings.map((r) => r.rules))].sort(),
    reports: desk.sheets.map((s) => s.view),
    counts: countAll(desk),
    custody: custodyTable(drafts),
    ...sections(drafts),
    denied: denialRows(drafts),
    between: comparisonViews(desk),
    within: findingViews(desk),
    measures: measures.list,
    single: measures.single,
    revealed: options.revealed ?? null,
  }
}

function countAll(desk: Desk): Dossier['counts'] {
  const { sheets } = desk
  return {
    reports: sheets.length,
    copies: sheets.filter((s) => s.view.copyOf !== undefined).length,
    outlets: countOutlets(sheets),
    origins: countOrigins(desk),
    undated: sheets.filter((s) => s.view.published === null).length,
  }
}

/**
 * Distinct origins of all claims. A claim that a link traces to an earlier one of another origin adds none, nor does a copy's own outlet;
 * that two origins meet in one claim does not make them one everywhere.
 */
function countOrigins(desk: Desk): number {
  const traced = new Set(desk.links.map((link) => tracedClaim(desk, link)))
  const claims = desk.sheets.flatMap((s) => s.reading.claims.map((claim) => ({ number: s.number, claim })))
  const standing = claims.filter(({ number, claim }) => !traced.has(claimName(number, claim)))
  return new Set(standing.map(({ number, claim }) => keyOf(desk, number, claim)).filter((key) => key !== null)).size
}

type ClaimOf = { number: number; claim: Reading['claims'][number] }

const claimName = (number: number, claim: ClaimOf['claim']): string => `${number} ${claim.id}`

/** Of two claims that go back to one origin but name two, the later. */
function tracedClaim(desk: Desk, link: Link): string | null {
  if (link.kind !== 'comparison' || link.independent !== false) return null
  const [a, b] = [claimAt(desk, link.a), claimAt(desk, link.b)]
  if (!a || !b) return null
  const [one, other] = [keyOf(desk, a.number, a.claim), keyOf(desk, b.number, b.claim)]
  if (one === null || other === null || one === other) return null
  const later = a.number > b.number ? a : b
  return claimName(later.number, later.claim)
}

function keyOf(desk: Desk, number: number, claim: ClaimOf['claim']): string | null {
  const sheet = desk.sheets[number - 1]!
  const own = claim.chain.length === 0 && sheet.view.copyOf !== undefined
  return own ? null : originKey(sheet, claim)
}

function claimAt(desk: Desk, at: { path: string; start: number; end: number }): ClaimOf | null {
  const sheet = desk.find(at.path)
  const quantity = sheet?.reading.mentions.quantities.find((q) => q.start < at.end && at.start < q.end)
  const claim = sheet?.reading.claims.find((c) => c.figure !== undefined && c.figure === quantity?.id)
  return sheet && claim ? { number: sheet.number, claim } : null
}

/** What has not happened is told apart from what has. */
const AHEAD: readonly Modality[] = ['planned', 'possible', 'conditional', 'demanded']
const AHEAD_TYPES: readonly EventType[] = ['forecast', 'request-return']

const isAhead = (row: Row): boolean => AHEAD.includes(row.modality) || AHEAD_TYPES.includes(row.type)

/** A sum of money: its unit is an ISO 4217 code. */
const isMoney = (row: Row): boolean => row.figures.some((figure) => /^[A-Z]{3}$/u.test(figure.unit))

/** Without a type and without a figure: said, but nothing that can be listed. */
const isBare = (row: Row): boolean => row.type === 'other' && row.figures.length === 0

type Sections = Pick<Dossier, 'taken' | 'moved' | 'harmed' | 'prices' | 'ahead' | 'other' | 'bare'>

function sections(drafts: readonly Draft[]): Sections {
  const told = clustered(drafts.map((d) => d.row).filter((row) => !isDenial(row)))
  const facts = told.filter((row) => !isAhead(row))
  const listed = Object.values(SECTIONS).flat()
  const of = (types: readonly EventType[]): Row[] => types.flatMap((type) => facts.filter((row) => row.type === type))
  const unlisted = facts.filter((row) => !listed.includes(row.type) || (SECTIONS.held.includes(row.type) && !isCustody(row)))
  return {
    taken: of(SECTIONS.taken),
    moved: of(SECTIONS.moved),
    harmed: of(SECTIONS.harmed),
    prices: [...of(SECTIONS.prices), ...unlisted.filter(isMoney)],
    ahead: told.filter((row) => isAhead(row) && !isBare(row)),
    other: unlisted.filter((row) => !isMoney(row) && !isBare(row)),
    bare: told.filter(isBare).length,
  }
}

/** Rows in the order of their reports, those of one measure next to the first of them. */
function clustered(rows: readonly Row[]): Row[] {
  const inOrder = [...rows].sort((a, b) => a.report - b.report)
  const clusters = Map.groupBy(
    inOrder.map((row, i) => ({ row, i })),
    ({ row, i }) => (row.measure === undefined ? `row ${i}` : `measure ${row.measure}`),
  )
  return [...clusters.values()].flat().map(({ row }) => row)
}
