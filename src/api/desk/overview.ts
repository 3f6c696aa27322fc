import type { EventType } from '../../model.ts'
import type { EchoFamily, Overview } from '../shapes.ts'
import { FLAG, has, NONE } from './columns.ts'
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
  echoes: { family: readonly number[]; told: Pick<EchoFamily, 'reports' | 'outlets' | 'origins' | 'origin'> }[]
}

const NEWEST = 12
const ECHOES = 20
const PLACES = 500

/** Counts what a desk holds; every number is what the claims' filters count. */
export function draftOverview(keep: Keep, labels: Labels, open: boolean): Draft {
  const { holdings, measures } = keep
  const { reports } = holdings
  const tally = tallyRows(holdings)
  const outlets = new Set(
    reports.map((report, i) => (report.outlet === NONE ? `report ${i}` : String(holdings.outlet.shown(report.outlet, open)))),
  )
  const all = [...measures.all()]
  return {
    told: {
      counts: {
        reports: reports.length,
        copies: keep.copies().firstOf.reduce((sum, first) => sum + (first === NONE ? 0 : 1), 0),
        outlets: outlets.size,
        origins: countOrigins(keep, open),
        undated: reports.filter((report) => !report.isDated).length,
        claims: tally.claims,
        figures: tally.figures,
        measures: all.length,
        contested: all.filter((measure) => measure.contested).length,
        findings: reports.reduce((sum, report) => sum + report.findings, 0),
      },
      timeline: timelineOf(holdings, tally),
      undatedClaims: tally.undated,
      places: placesOf(holdings, tally.places, labels),
      types: [...tally.types]
        .map(([type, count]) => ({ type: holdings.words.type.at(type) as EventType, count }))
        .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1)),
    },
    custody: custodyLines(keep, open),
    newest: keep.orders.byNewest().slice(0, NEWEST),
    echoes: echoesOf(keep, open),
  }
}

interface Tally {
  claims: number
  figures: number
  /** Claims of things that happened that belong to no month. */
  undated: number
  types: Map<number, number>
  places: Map<number, number>
  /** Claims of things that happened, by day of their beginning and type. */
  days: Map<number, number>
}

const more = (counts: Map<number, number>, of: number): unknown => counts.set(of, (counts.get(of) ?? 0) + 1)

/** Types are fewer than this. */
const TYPES = 64

function tallyRows({ rows, words }: Holdings): Tally {
  const tally: Tally = { claims: 0, figures: 0, undated: 0, types: new Map(), places: new Map(), days: new Map() }
  const actual = words.modality.find('actual')
  for (let row = 0; row < rows.size; row++) {
    if (has(rows, row, FLAG.gone)) continue
    tally.claims++
    if (has(rows, row, FLAG.figure)) tally.figures++
    more(tally.types, rows.type[row]!)
    if (rows.place[row] !== NONE) more(tally.places, rows.place[row]!)
    if (rows.modality[row] !== actual) continue
    if (inMonth(rows, row)) more(tally.days, rows.first[row]! * TYPES + rows.type[row]!)
    else tally.undated++
  }
  return tally
}

function timelineOf({ words }: Holdings, { days }: Tally): Overview['timeline'] {
  const months = new Map<string, number>()
  for (const [name, count] of days) {
    const type = ((name % TYPES) + TYPES) % TYPES
    const key = `${dateOf((name - type) / TYPES).slice(0, 7)} ${words.type.at(type)}`
    months.set(key, (months.get(key) ?? 0) + count)
  }
  return [...months]
    .map(([key, count]) => {
      const [month, type] = key.split(' ') as [string, EventType]
      return { month, type, count }
    })
    .sort((a, b) => (a.month === b.month ? b.count - a.count || (a.type < b.type ? -1 : 1) : a.month < b.month ? -1 : 1))
}

function placesOf({ words, places }: Holdings, counts: ReadonlyMap<number, number>, labels: Labels): Overview['places'] {
  return [...counts]
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

/** Families of copies, the largest first, with whom their claims go back to. */
function echoesOf(keep: Keep, open: boolean): Draft['echoes'] {
  const { holdings } = keep
  const { reports, rows, source, outlet } = holdings
  const families = [...keep.copies().families.values()]
    .sort((a, b) => b.length - a.length || (reports[a[0]!]!.key < reports[b[0]!]!.key ? -1 : 1))
    .slice(0, ECHOES)
  return families.map((family) => {
    const origins = new Map<number, number>()
    for (const member of family) {
      const { from, count } = reports[member]!
      for (let row = from; row < from + count; row++) {
        const origin = originAt(keep, row, open)
        if (origin !== NONE && rows.source[row] !== NONE) more(origins, origin)
      }
    }
    const [first] = [...origins].sort((a, b) => b[1] - a[1] || (source.values.at(a[0]) < source.values.at(b[0]) ? -1 : 1))
    const outlets = new Set(
      family.map((one) => (reports[one]!.outlet === NONE ? `report ${one}` : outlet.shown(reports[one]!.outlet, open))),
    )
    const origin = first ? sourceNamed(holdings, first[0], open) : null
    return { family, told: { reports: family.length, outlets: outlets.size, origins: origins.size, origin } }
  })
}
