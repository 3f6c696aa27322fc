import type { MeasureCard } from '../shapes.ts'
import { FLAG, has, mark, maxOf, minOf, NONE } from './columns.ts'
import { figureName, type Holdings, placeNamed, sourceNamed } from './holdings.ts'
import { eachLink, independenceOf, isComparison, verdictOf } from './links.ts'
import { type Compared, groupAlike, type Measured, measureCard, measureId } from './measures.ts'

/** A measure on the desk: the rows of its figures in order of appearance. */
export interface HeldMeasure {
  id: string
  rows: readonly number[]
  contested: boolean
  /** How many reports give it. */
  reports: number
  type: number
}

/** All measures, kept as figures and comparisons come and go. */
export interface Measures {
  /** Makes the measures anew that figures (by {@link figureName}) may have changed, all where none are given; `gone`: rows that were replaced. */
  update(figures: Iterable<number> | null, gone: readonly number[], ranks: Int32Array): void
  byId(id: string): HeldMeasure | undefined
  /** The measure that a row belongs to. */
  of(row: number): HeldMeasure | undefined
  all(): Iterable<HeldMeasure>
  contested(): Iterable<HeldMeasure>
  size(): { all: number; contested: number }
  card(measure: HeldMeasure, open: boolean): MeasureCard
}

export function makeMeasures(holdings: Holdings): Measures {
  const { rows } = holdings
  const held = new Map<number, HeldMeasure>()
  const byId = new Map<string, HeldMeasure>()
  const contested = new Set<HeldMeasure>()
  let next = 0
  const remove = (number: number): void => {
    const measure = held.get(number)!
    for (const row of measure.rows) {
      rows.measure[row] = NONE
      mark(rows, row, FLAG.contested, false)
    }
    held.delete(number)
    byId.delete(measure.id)
    contested.delete(measure)
  }
  const add = (measure: HeldMeasure): void => {
    const number = next++
    held.set(number, measure)
    byId.set(measure.id, measure)
    if (measure.contested) contested.add(measure)
    for (const row of measure.rows) {
      rows.measure[row] = number
      mark(rows, row, FLAG.contested, measure.contested)
    }
  }
  return {
    update: (figures, gone, ranks) => {
      const dirty = figures === null ? everyFigure(holdings) : [...figures].flatMap((name) => rowsNamed(holdings, name))
      const old = new Set([...dirty, ...gone].map((row) => rows.measure[row]!).filter((number) => number !== NONE))
      const seeds = [...dirty, ...[...old].flatMap((number) => held.get(number)!.rows)].filter((row) => !has(rows, row, FLAG.gone))
      for (const number of old) remove(number)
      const seen = new Set<number>()
      for (const seed of seeds) {
        if (seen.has(seed)) continue
        const component = componentOf(holdings, seed, seen)
        for (const row of component) if (rows.measure[row] !== NONE) remove(rows.measure[row]!)
        for (const measure of measuresIn(holdings, component, ranks)) add(measure)
      }
    },
    byId: (id) => byId.get(id),
    of: (row) => held.get(rows.measure[row]!),
    all: () => held.values(),
    contested: () => contested,
    size: () => ({ all: held.size, contested: contested.size }),
    card: (measure, open) => {
      const place = new Map(measure.rows.map((row, i) => [row, i]))
      return measureCard(
        measure.rows.map((row) => measuredAt(holdings, row, open)),
        comparisonsAmong(holdings, measure.rows, place),
      )
    },
  }
}

function everyFigure({ rows }: Holdings): number[] {
  const all: number[] = []
  for (let row = 0; row < rows.size; row++) if (has(rows, row, FLAG.figure) && !has(rows, row, FLAG.gone)) all.push(row)
  return all
}

function rowsNamed(holdings: Holdings, name: number): number[] {
  const row = rowAt(holdings, Math.floor(name / 2 ** 26), name % 2 ** 26)
  return row === NONE ? [] : [row]
}

/** The claim whose figure stands at an offset of a report; `NONE` where no claim takes it up. */
export function rowAt({ reports, rows }: Holdings, report: number, start: number): number {
  const { from, count } = reports[report]!
  for (let row = from + count - 1; row >= from; row--) if (rows.start[row] === start && has(rows, row, FLAG.figure)) return row
  return NONE
}

/** Calls back with each comparison of a row's figure with another claim's. */
function eachComparison(holdings: Holdings, row: number, found: (link: number, other: number) => void): void {
  const { rows, links } = holdings
  const [report, start] = [rows.report[row]!, rows.start[row]!]
  eachLink(links, report, (id) => {
    if (!isComparison(links, id)) return
    const isA = links.a[id] === report && links.startA[id] === start
    if (!isA && !(links.b[id] === report && links.startB[id] === start)) return
    const other = isA ? rowAt(holdings, links.b[id]!, links.startB[id]!) : rowAt(holdings, links.a[id]!, links.startA[id]!)
    if (other !== NONE) found(id, other)
  })
}

/** All figures that are tied to one by comparisons other than `scope`, itself included. */
function componentOf(holdings: Holdings, seed: number, seen: Set<number>): number[] {
  const found = [seed]
  seen.add(seed)
  for (const row of found) {
    eachComparison(holdings, row, (id, other) => {
      if (seen.has(other) || verdictOf(holdings.links, id) === 'scope') return
      seen.add(other)
      found.push(other)
    })
  }
  return found
}

function measuresIn(holdings: Holdings, component: readonly number[], ranks: Int32Array): HeldMeasure[] {
  if (component.length < 2) return []
  const { rows } = holdings
  const ordered = component.toSorted((a, b) => ranks[rows.report[a]!]! - ranks[rows.report[b]!]! || rows.start[a]! - rows.start[b]!)
  const place = new Map(ordered.map((row, i) => [row, i]))
  const compared = comparisonsAmong(holdings, ordered, place)
  // The bounds that the report gives decide, also where they are withheld.
  const isOpen = (i: number): boolean => Number.isNaN(rows.min[ordered[i]!]) || Number.isNaN(rows.max[ordered[i]!])
  const groups = groupAlike(ordered.length, compared, isOpen)
  const groupOf = new Map(groups.flatMap((group, g) => group.map((i) => [i, g] as const)))
  const contested = new Set(
    compared.flatMap(({ a, b, verdict }) => (verdict === 'conflict' && groupOf.get(a) === groupOf.get(b) ? (groupOf.get(a) ?? []) : [])),
  )
  return groups.map((group, g) =>
    heldMeasure(
      holdings,
      group.map((i) => ordered[i]!),
      contested.has(g),
    ),
  )
}

function heldMeasure(holdings: Holdings, members: readonly number[], contested: boolean): HeldMeasure {
  const { rows, reports } = holdings
  const keys = members.map((row) => {
    const { key, path } = reports[rows.report[row]!]!
    return { profile: { key, path }, start: rows.start[row]! }
  })
  const spoken = members.find((row) => holdings.words.type.at(rows.type[row]!) !== 'other') ?? members[0]!
  return {
    id: measureId(keys),
    rows: members,
    contested,
    reports: new Set(members.map((row) => rows.report[row]!)).size,
    type: rows.type[spoken]!,
  }
}

/** Comparisons among figures of a list, each once, in the order of the list. */
function comparisonsAmong(holdings: Holdings, list: readonly number[], place: ReadonlyMap<number, number>): Compared[] {
  const { links } = holdings
  const found: Compared[] = []
  for (const [i, row] of list.entries()) {
    eachComparison(holdings, row, (id, other) => {
      const j = place.get(other)
      if (j === undefined || j < i) return
      found.push({ a: i, b: j, verdict: verdictOf(links, id), independent: independenceOf(links, id) })
    })
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b)
}

/** A row as measures take it. Names of sources are as they may leave. */
export function measuredAt(holdings: Holdings, row: number, open: boolean): Measured {
  const { rows, reports, words, source, outlet } = holdings
  const report = reports[rows.report[row]!]!
  const word = (name: 'unit' | 'population' | 'nationality' | 'edtf' | 'place'): string | null =>
    rows[name][row] === NONE ? null : words[name].at(rows[name][row]!)
  const [place, bounds] = [
    word('place'),
    [minOf(rows, row, open), maxOf(rows, row, open)].map((bound) => (Number.isNaN(bound) ? null : bound)),
  ]
  const origin = rows.source[row] === NONE ? NONE : source.shown(rows.source[row]!, open)
  return {
    claim: words.claim.at(rows.claim[row]!),
    start: rows.start[row]!,
    headline: has(rows, row, FLAG.headline),
    type: words.type.at(rows.type[row]!),
    unit: word('unit') ?? '',
    of: word('population'),
    nationality: word('nationality'),
    place: place === null ? null : placeNamed(holdings, place),
    time: word('edtf'),
    profile: {
      key: report.key,
      path: report.path,
      moment: report.moment,
      outlet: report.outlet === NONE ? '' : outlet.values.at(outlet.shown(report.outlet, open)),
    },
    figure: {
      min: bounds[0]!,
      max: bounds[1]!,
      modifier: words.modifier.at(rows.modifier[row]!) as Measured['figure']['modifier'],
      hops: has(rows, row, FLAG.named) && origin !== NONE ? [source.values.at(origin)] : [],
      source: origin === NONE ? '' : sourceNamed(holdings, origin, open),
    },
  }
}

/** Names of the figures that a link joins. */
export const namesOfLink = ({ links }: Holdings, id: number): number[] =>
  isComparison(links, id) ? [figureName(links.a[id]!, links.startA[id]!), figureName(links.b[id]!, links.startB[id]!)] : []
