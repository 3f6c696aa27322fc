import { daysOf } from '../../link/when.ts'
import { type ClaimQuery, FACETS, type FacetName } from '../shapes.ts'
import { type Dictionary, FLAG, has, maxOf, minOf, NO_DAY, NONE, type Rows } from './columns.ts'
import { type Holdings, inMonth, type PlainColumn } from './holdings.ts'
import type { Tags } from './tags.ts'

/** A facet: what stands in each row, and what values that stands for. */
export interface Facet {
  name: FacetName
  /** Number of a group in each row; `NONE` for none. */
  column: Int32Array
  groups(): number
  /** Values of a group, as numbers of `values`. */
  valuesOf(group: number): readonly number[]
  values: Dictionary
  /** Whether a value may be named: one that stands for masked names only may not, and the other way round. */
  shows(value: number, open: boolean): boolean
}

/** All facets of a desk; `open` where names are lifted. */
export function facetsOn(holdings: Holdings, open: boolean): Facet[] {
  return FACETS.map((name) => {
    if (name === 'source') return tagged(name, holdings.source, open, holdings.rows.source)
    if (name === 'outlet') return tagged(name, holdings.outlet, open, holdings.rows.outlet)
    return name === 'actor' ? actors(holdings, open) : plain(holdings, name)
  })
}

const plain = ({ rows, words }: Holdings, name: Exclude<FacetName, 'source' | 'outlet' | 'actor'> & PlainColumn): Facet => ({
  name,
  column: rows[name],
  groups: words[name].size,
  valuesOf: (group) => [group],
  values: words[name],
  shows: () => true,
})

const tagged = (name: FacetName, tags: Tags, open: boolean, column: Int32Array): Facet => ({
  ...{ name, column, groups: tags.size, values: tags.values, shows: tags.shows },
  valuesOf: (group) => [tags.shown(group, open)],
})

const actors = ({ rows, actor, actorLists }: Holdings, open: boolean): Facet => ({
  name: 'actor',
  column: rows.actors,
  groups: () => actorLists.length,
  valuesOf: (group) => [...new Set(actorLists[group]!.map((tag) => actor.shown(tag, open)))],
  values: actor.values,
  shows: actor.shows,
})

/** Which rows a query takes: how many of its facets each row fails, and the last of those. */
export interface Selection {
  /** 0: taken; 1: taken but for one facet; {@link OUT}: out for another reason. */
  fails: Uint8Array
  failed: Uint8Array
  /** Rows that are taken, or taken but for one facet. */
  near: Int32Array
  total: number
}

/** Beyond the number of facets. */
export const OUT = 255

/** What was chosen for a facet. @example chosen('a') // ['a'] */
export const chosen = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** @param sentences flags by sentence, where words were asked for. */
export function select(
  holdings: Holdings,
  query: ClaimQuery,
  options: { facets: readonly Facet[]; open: boolean; sentences: Uint8Array | null },
): Selection {
  const { rows } = holdings
  const fails = new Uint8Array(rows.size)
  const failed = new Uint8Array(rows.size)
  for (let row = 0; row < rows.size; row++) if ((rows.flags[row]! & FLAG.gone) !== 0) fails[row] = OUT
  for (const test of testsOf(holdings, query, options)) failTest(fails, test)
  for (const [f, facet] of options.facets.entries()) {
    const wanted = chosen(query[facet.name])
    if (wanted.length > 0) failFacet({ fails, failed }, facet.column, f, allowedGroups(facet, wanted))
  }
  return { fails, failed, ...countNear(fails) }
}

function failTest(fails: Uint8Array, test: Test): void {
  for (let row = 0; row < fails.length; row++) if (fails[row] === 0 && !test(row)) fails[row] = OUT
}

function countNear(fails: Uint8Array): Pick<Selection, 'near' | 'total'> {
  let [total, size] = [0, 0]
  for (let row = 0; row < fails.length; row++) {
    if (fails[row] === 0) total++
    if (fails[row]! <= 1) size++
  }
  const near = new Int32Array(size)
  let at = 0
  for (let row = 0; row < fails.length; row++) if (fails[row]! <= 1) near[at++] = row
  return { near, total }
}

function allowedGroups(facet: Facet, wanted: readonly string[]): Uint8Array {
  const values = new Set(wanted.map((value) => facet.values.find(value)))
  return Uint8Array.from({ length: facet.groups() }, (_, group) => (facet.valuesOf(group).some((value) => values.has(value)) ? 1 : 0))
}

function failFacet({ fails, failed }: Pick<Selection, 'fails' | 'failed'>, column: Int32Array, f: number, allowed: Uint8Array): void {
  for (let row = 0; row < fails.length; row++) {
    if (fails[row] === OUT) continue
    const group = column[row]!
    if (group !== NONE && allowed[group] === 1) continue
    fails[row]!++
    failed[row] = f
  }
}

type Test = (row: number) => boolean

function testsOf(holdings: Holdings, query: ClaimQuery, { open, sentences }: { open: boolean; sentences: Uint8Array | null }): Test[] {
  const { rows } = holdings
  const tests: Test[] = []
  if (sentences) tests.push((row) => sentences[rows.sentence[row]!] === 1)
  if (query.report !== undefined) tests.push(reportTest(holdings, chosen(query.report)))
  if (query.figures) tests.push((row) => has(rows, row, FLAG.figure))
  if (query.contested) tests.push((row) => has(rows, row, FLAG.contested))
  if (query.undated) tests.push((row) => !inMonth(rows, row))
  const { min, max } = query
  if (min !== undefined) tests.push((row) => has(rows, row, FLAG.figure) && !(maxOf(rows, row, open) < min))
  if (max !== undefined) tests.push((row) => has(rows, row, FLAG.figure) && !(minOf(rows, row, open) > max))
  if (query.from !== undefined || query.to !== undefined) tests.push(timeTest(rows, query))
  return tests
}

function reportTest({ byKey, rows }: Holdings, keys: readonly string[]): Test {
  const wanted = new Set(keys.map((key) => byKey.get(key)))
  return (row) => wanted.has(rows.report[row]!)
}

/** What lies between two days whole, and what spans a month at most and begins between them. */
function timeTest(rows: Rows, { from, to }: ClaimQuery): Test {
  const low = daysOf(from)?.first ?? -Infinity
  const high = daysOf(to)?.last ?? Infinity
  return (row) => {
    const [first, last] = [rows.first[row]!, rows.last[row]!]
    if (first === NO_DAY || first < low) return false
    return (last === NO_DAY ? high === Infinity : last <= high) || (inMonth(rows, row) && first <= high)
  }
}

/** Values of a facet with the number of rows under the choice in all other facets, the most frequent first. */
export function countFacet(selection: Selection, facet: Facet, f: number): { value: string; count: number; id: number }[] {
  const { fails, failed, near } = selection
  const { column } = facet
  const counts = new Int32Array(facet.groups())
  for (const row of near) {
    const group = column[row]!
    if (group !== NONE && (fails[row] === 0 || failed[row] === f)) counts[group]!++
  }
  const byValue = new Map<number, number>()
  for (const [group, count] of counts.entries())
    if (count > 0) for (const value of facet.valuesOf(group)) byValue.set(value, (byValue.get(value) ?? 0) + count)
  return [...byValue]
    .map(([id, count]) => ({ id, value: facet.values.at(id), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
