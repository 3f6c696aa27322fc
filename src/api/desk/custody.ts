import type { Overview } from '../shapes.ts'
import { FLAG, has, NO_DAY, NONE } from './columns.ts'
import { dateOf } from './days.ts'
import { type Holdings, placeNamed } from './holdings.ts'
import type { Keep } from './keep.ts'

/** A line of the custody table before its claims are shown. */
export interface CustodyDraft {
  line: Omit<Overview['custody'][number], 'claims' | 'count'>
  rows: number[]
  /** The day it stands for; minus infinity where unknown. */
  day: number
}

/** Lines at most: the newest, of one day those that most reports give. */
const LINES = 40

/** Custodian × population × place × as-of: one line each, in the order of the dossier's table. */
export function custodyLines(keep: Keep, open: boolean): CustodyDraft[] {
  const { holdings } = keep
  const byDay = daysOfCustody(keep, open)
  const drafts: { own: number[]; day: number; reports: number }[] = []
  // Lines of one day stand together, so that those of earlier days need not be looked at.
  for (const day of [...byDay.keys()].sort((a, b) => (a === b ? 0 : b - a))) {
    if (drafts.length >= LINES) break
    for (const own of Map.groupBy(byDay.get(day)!, (row) => lineKey(holdings, row, open)).values())
      drafts.push({ own, day, reports: reportsOf(holdings, own) })
  }
  const kept = drafts.sort((a, b) => (a.day === b.day ? b.reports - a.reports : b.day - a.day)).slice(0, LINES)
  return kept.map(({ own, day }) => ({ line: lineOf(holdings, own[0]!, open), rows: own, day })).sort(inOrder)
}

/** Populations that nobody holds: they tell. */
const NOBODY = ['sources', 'reports']

/** Claims of custody by the day they stand for, in order of report and place in it. */
function daysOfCustody({ holdings, orders }: Keep, open: boolean): Map<number, number[]> {
  const { rows, words } = holdings
  const byDay = new Map<number, number[]>()
  const nobody = new Set(NOBODY.map((word) => words.population.find(word)))
  for (const row of orders.rows('report', open)) {
    if (rows.custody[row] === NONE || nobody.has(rows.population[row]!)) continue
    const day = dayAt(holdings, row)
    const own = byDay.get(day)
    if (own) own.push(row)
    else byDay.set(day, [row])
  }
  return byDay
}

const reportsOf = ({ rows }: Holdings, own: readonly number[]): number => new Set(own.map((row) => rows.report[row]!)).size

const compare = (a: string | undefined | null, b: string | undefined | null): number =>
  a === b ? 0 : a == null ? 1 : b == null ? -1 : a < b ? -1 : 1

const inOrder = (a: CustodyDraft, b: CustodyDraft): number =>
  compare(a.line.custodian, b.line.custodian) || compare(a.line.place?.name, b.line.place?.name) || (a.day === b.day ? 0 : a.day - b.day)

/** The day a line stands for: when the claim says, else when it was published. */
function dayAt({ rows, reports }: Holdings, row: number): number {
  if (rows.first[row] !== NO_DAY) return rows.first[row]!
  return rows.edtf[row] === NONE ? (reports[rows.report[row]!]!.moment ?? -Infinity) : -Infinity
}

/** Whose custody: the custodian's value, and the name of those held where no population is counted. */
function partiesAt(holdings: Holdings, row: number, open: boolean): { holder: number; patient: number; population: number } {
  const { rows, custodies, actor, patient } = holdings
  const custody = custodies[rows.custody[row]!]!
  const isCounted = has(rows, row, FLAG.figure) && holdings.words.unit.at(rows.unit[row]!) === 'person'
  const population = isCounted ? rows.population[row]! : NONE
  return {
    holder: custody.holder === NONE ? NONE : actor.shown(custody.holder, open),
    patient: population !== NONE || custody.patient === NONE ? NONE : patient.shown(custody.patient, open),
    population,
  }
}

function lineKey(holdings: Holdings, row: number, open: boolean): string {
  const { rows, reports } = holdings
  const { holder, patient, population } = partiesAt(holdings, row, open)
  const asOf = rows.edtf[row] === NONE ? `p${reports[rows.report[row]!]!.moment}` : rows.edtf[row]
  return [holder, patient, population, rows.nationality[row], rows.place[row], asOf].join(' ')
}

function lineOf(holdings: Holdings, row: number, open: boolean): CustodyDraft['line'] {
  const { rows, words, names, actor } = holdings
  const { holder, patient, population } = partiesAt(holdings, row, open)
  const custodianId = holder === NONE ? null : actor.values.at(holder)
  const place = rows.place[row] === NONE ? null : words.place.at(rows.place[row]!)
  return {
    custodian: custodianId === null ? null : actor.name(holder, open),
    custodianAr: custodianId === null ? null : (names.actor(custodianId)?.ar ?? null),
    custodianId,
    population: population !== NONE ? words.population.at(population) : patient === NONE ? null : holdings.patient.name(patient, open),
    nationality: rows.nationality[row] === NONE ? null : words.nationality.at(rows.nationality[row]!),
    place: place === null ? null : placeNamed(holdings, place),
    asOf: asOfAt(holdings, row),
  }
}

function asOfAt({ rows, words, reports }: Holdings, row: number): CustodyDraft['line']['asOf'] {
  if (rows.edtf[row] !== NONE) return { edtf: words.edtf.at(rows.edtf[row]!), basis: 'stated' }
  const { moment } = reports[rows.report[row]!]!
  return moment === null ? null : { edtf: dateOf(Math.floor(moment)), basis: 'published' }
}

/** Which of a line's claims are shown: of reports that copy none, in order of appearance, one a report, then the rest. */
export function shownRows(keep: Keep, own: readonly number[], limit: number): number[] {
  const { rows } = keep.holdings
  const rank = keep.orders.appearance()
  const { firstOf } = keep.copies()
  const weight = (row: number): number => (firstOf[rows.report[row]!] === NONE ? 0 : 1)
  const sorted = own.toSorted(
    (a, b) => weight(a) - weight(b) || rank[rows.report[a]!]! - rank[rows.report[b]!]! || rows.number[a]! - rows.number[b]!,
  )
  const firsts = [...new Map(sorted.toReversed().map((row) => [rows.report[row]!, row])).values()].reverse()
  return [...firsts, ...sorted.filter((row) => !firsts.includes(row))].slice(0, limit)
}
