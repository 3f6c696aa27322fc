import type { EventType } from '../../model.ts'
import type { EchoFamily, Overview } from '../shapes.ts'
import { type Dictionary, FLAG, has, NONE } from './columns.ts'
import { type CustodyDraft, custodyLines } from './custody.ts'
import { dateOf } from './days.ts'
import { rowAt } from './figures.ts'
import { type Holdings, inMonth, sourceNamed } from './holdings.ts'
import type { Keep } from './keep.ts'
import type { Labels } from './labels.ts'
import { independenceOf, isComparison } from './links.ts'

/** An overview whose reports and claims are named, not shown yet. */
export interface Draft {
  told: Omit<Overview, 'custody' | 'contested' | 'newest' | 'echoes'>
  custody: CustodyDraft[]
  newest: readonly number[]
  /** `copies`: those with an outlet. */
  echoes: { first: number; copies: readonly number[]; told: Omit<EchoFamily, 'first' | 'copies'> }[]
}

const NEWEST = 12
const ECHOES = 20
const PLACES = 500

/** Counts what a desk holds; every number is what the claims' filters count. */
export function draftOverview(keep: Keep, labels: Labels, open: boolean): Draft {
  const { holdings, measures } = keep
  const { reports } = holdings
  const tally = tallyRows(holdings)
  return {
    told: {
      counts: {
        reports: reports.length,
        copies: keep.copies().firstOf.reduce((sum, first) => sum + (first === NONE ? 0 : 1), 0),
        outlets: countOutlets(holdings, open),
        origins: countOrigins(keep, open),
        undated: reports.filter((report) => !report.isDated).length,
        claims: tally.claims,
        figures: tally.figures,
        measures: measures.size().all,
        contested: measures.size().contested,
        findings: reports.reduce((sum, report) => sum + report.findings, 0),
      },
      timeline: timelineOf(holdings, tally),
      undatedClaims: tally.undated,
      places: placesOf(holdings, tally.places, labels),
      types: typesOf(holdings.words.type, tally.types),
    },
    custody: custodyLines(keep, open),
    newest: keep.orders.byNewest().slice(0, NEWEST),
    echoes: echoesOf(keep, open),
  }
}

/** Outlets by their value; a report that names none stands for one of its own. */
function countOutlets({ reports, outlet }: Holdings, open: boolean): number {
  const named = new Set<number>()
  let unnamed = 0
  for (const report of reports) {
    if (report.outlet === NONE) unnamed++
    else named.add(outlet.shown(report.outlet, open))
  }
  return named.size + unnamed
}

interface Tally {
  claims: number
  figures: number
  /** Claims of things that happened that belong to no month. */
  undated: number
  /** Claims by the number of their type and place. */
  types: Int32Array
  places: Int32Array
  /** Claims of things that happened, by day of their beginning, then by type. */
  days: Map<number, Int32Array>
}

function tallyRows({ rows, words }: Holdings): Tally {
  const { type, place, flags } = rows
  const tally = { claims: 0, figures: 0, undated: 0, types: new Int32Array(words.type.size()), places: new Int32Array(words.place.size()) }
  const days = new Map<number, Int32Array>()
  const actual = words.modality.find('actual')
  for (let row = 0; row < rows.size; row++) {
    if ((flags[row]! & FLAG.gone) !== 0) continue
    tally.claims++
    if ((flags[row]! & FLAG.figure) !== 0) tally.figures++
    tally.types[type[row]!]!++
    if (place[row] !== NONE) tally.places[place[row]!]!++
    if (rows.modality[row] !== actual) continue
    if (inMonth(rows, row)) dayOf(days, rows.first[row]!, words.type.size())[type[row]!]!++
    else tally.undated++
  }
  return { ...tally, days }
}

function dayOf(days: Map<number, Int32Array>, day: number, types: number): Int32Array {
  const known = days.get(day)
  if (known) return known
  const made = new Int32Array(types)
  days.set(day, made)
  return made
}

function timelineOf({ words }: Holdings, { days }: Tally): Overview['timeline'] {
  const months = new Map<string, Int32Array>()
  for (const [day, counts] of days) {
    const month = dateOf(day).slice(0, 7)
    const sum = months.get(month) ?? new Int32Array(counts.length)
    for (const [type, count] of counts.entries()) sum[type]! += count
    months.set(month, sum)
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, counts]) => typesOf(words.type, counts).map((one) => ({ month, ...one })))
}

/** Types that were counted, the most frequent first. */
const typesOf = (types: Dictionary, counts: Int32Array): Overview['types'] =>
  [...counts.entries()]
    .filter(([, count]) => count > 0)
    .map(([type, count]) => ({ type: types.at(type) as EventType, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1))

function placesOf({ words, places }: Holdings, counts: Int32Array, labels: Labels): Overview['places'] {
  return [...counts.entries()]
    .filter(([, count]) => count > 0)
    .map(([place, count]) => ({ id: words.place.at(place), count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, PLACES)
    .flatMap(({ id, count }) => {
      const known = places.get(id)
      if (!known) return []
      const { name, lat, lon, kind } = known
      return [{ id, name, nameAr: labels.placeAr(id), lat, lon, kind, count }]
    })
}

/** The value of a row's source; `NONE` where a copy speaks for itself: its outlet adds no origin. */
function originAt(keep: Pick<Keep, 'holdings' | 'copies'>, row: number, open: boolean): number {
  const { rows, source } = keep.holdings
  const isCopy = keep.copies().firstOf[rows.report[row]!] !== NONE
  if (rows.source[row] === NONE || (isCopy && !has(rows, row, FLAG.chained))) return NONE
  return source.shown(rows.source[row]!, open)
}

/**
 * Distinct origins of all claims, as the dossier counts them: a claim that a comparison traces to an earlier one of another origin adds none.
 */
function countOrigins(keep: Keep, open: boolean): number {
  const { rows, source } = keep.holdings
  const traced = tracedRows(keep, open)
  const used = new Uint8Array(source.values.size())
  for (let row = 0; row < rows.size; row++) {
    const origin = has(rows, row, FLAG.gone) || traced.has(row) ? NONE : originAt(keep, row, open)
    if (origin !== NONE) used[origin] = 1
  }
  return used.reduce((sum, one) => sum + one, 0)
}

/** Of two claims that go back to one origin but name two, the later. */
function tracedRows({ holdings, orders, copies }: Keep, open: boolean): Set<number> {
  const { links, rows } = holdings
  const rank = orders.appearance()
  const keep = { holdings, copies }
  const traced = new Set<number>()
  for (let id = 0; id < links.size; id++) {
    if (links.gone[id] === 1 || !isComparison(links, id) || independenceOf(links, id) !== false) continue
    const [a, b] = [rowAt(holdings, links.a[id]!, links.startA[id]!), rowAt(holdings, links.b[id]!, links.startB[id]!)]
    if (a === NONE || b === NONE) continue
    const [one, other] = [originAt(keep, a, open), originAt(keep, b, open)]
    if (one !== NONE && other !== NONE && one !== other) traced.add(rank[rows.report[a]!]! > rank[rows.report[b]!]! ? a : b)
  }
  return traced
}

/** The largest lists, and those as large as the last of them. */
function largest<T extends readonly unknown[]>(lists: readonly T[], limit: number): T[] {
  const least =
    Int32Array.from(lists, (list) => list.length)
      .sort()
      .at(-limit) ?? 0
  return lists.filter((list) => list.length >= least)
}

/** Families of copies, the largest first, with whom their claims go back to: named sources, and the outlet of the first. */
function echoesOf(keep: Keep, open: boolean): Draft['echoes'] {
  const { holdings } = keep
  const { reports, rows, source, outlet } = holdings
  const families = largest([...keep.copies().families.values()], ECHOES)
    .sort((a, b) => b.length - a.length || (reports[a[0]!]!.key < reports[b[0]!]!.key ? -1 : 1))
    .slice(0, ECHOES)
  return families.map((family) => {
    const origins = new Map<number, number>()
    for (const member of family) {
      const { from, count } = reports[member]!
      for (let row = from; row < from + count; row++) {
        const isTold = has(rows, row, FLAG.named) || (member === family[0] && reports[member]!.outlet !== NONE)
        const origin = isTold ? originAt(keep, row, open) : NONE
        if (origin !== NONE) origins.set(origin, (origins.get(origin) ?? 0) + 1)
      }
    }
    const [first] = [...origins].sort((a, b) => b[1] - a[1] || (source.values.at(a[0]) < source.values.at(b[0]) ? -1 : 1))
    const signed = family.filter((one) => reports[one]!.outlet !== NONE)
    const outlets = new Set(signed.map((one) => outlet.shown(reports[one]!.outlet, open)))
    const origin = first ? sourceNamed(holdings, first[0], open) : null
    const copies = signed.filter((one) => one !== family[0])
    const told = {
      reports: family.length,
      unsigned: family.length - 1 - copies.length,
      outlets: outlets.size,
      origins: origins.size,
      origin,
    }
    return { first: family[0]!, copies, told }
  })
}
