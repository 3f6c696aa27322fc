import { FLAG, has, maxOf, minOf, NO_DAY, type Rows } from './columns.ts'
import type { HeldReport, Holdings } from './holdings.ts'

/** Orders that claims are listed in. */
export type Sort = 'report' | 'time' | 'value' | 'newest'

/** Orders of reports and of rows, kept as reports come. They depend on what is in the ledger, never on when it came. */
export interface Orders {
  /** Takes new reports in; all are put in order anew where one was replaced. */
  update(fresh: readonly number[], replaced: boolean): void
  /** Reports by path, then key; by publication (undated last), outlet, title; newest first. */
  byPath(): readonly number[]
  byNewest(): readonly number[]
  /** Place of each report in order of publication, outlet, title, path and key. */
  appearance(): Int32Array
  /** All rows in an order; those of a report stand as in the report. */
  rows(sort: Sort, open: boolean): Int32Array
  /** The place of each row in such an order. */
  ranks(sort: Sort, open: boolean): Int32Array
  /** Forgets the orders of rows: values have changed. */
  forget(): void
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byPlace = (a: HeldReport, b: HeldReport): number => compare(a.path, b.path) || compare(a.key, b.key)
const byAppearance = (a: HeldReport, b: HeldReport): number => compare(a.appearance, b.appearance) || byPlace(a, b)
const byMoment = (a: HeldReport, b: HeldReport): number => (a.moment === b.moment ? 0 : (a.moment ?? -Infinity) - (b.moment ?? -Infinity))
const byNews = (a: HeldReport, b: HeldReport): number => byMoment(b, a) || byPlace(a, b)

export function makeOrders(holdings: Holdings): Orders {
  const orders = [byPlace, byAppearance, byNews].map((by) => sortedList(holdings, by))
  const [path, appearance, newest] = orders as [SortedList, SortedList, SortedList]
  let ranks: Int32Array | undefined
  const kept = new Map<string, Int32Array>()
  const rows = (sort: Sort, open: boolean): Int32Array => {
    const name = `${sort} ${sort === 'value' && open}`
    const made = kept.get(name) ?? rowsIn(holdings, sort, sort === 'newest' ? newest.list : path.list, open)
    kept.set(name, made)
    return made
  }
  return {
    update: (fresh, replaced) => {
      for (const order of orders) order.update(fresh, replaced)
      ranks = undefined
      kept.clear()
    },
    byPath: () => path.list,
    byNewest: () => newest.list,
    appearance: () => {
      ranks ??= placesIn(appearance.list)
      return ranks
    },
    rows,
    ranks: (sort, open) => {
      const name = `ranks ${sort} ${sort === 'value' && open}`
      const known = kept.get(name) ?? placesIn(rows(sort, open), holdings.rows.size)
      kept.set(name, known)
      return known
    },
    forget: () => kept.clear(),
  }
}

interface SortedList {
  list: number[]
  update(fresh: readonly number[], replaced: boolean): void
}

/** New ones are put in their places: a report more costs no comparison of all. */
function sortedList({ reports }: Holdings, by: (a: HeldReport, b: HeldReport) => number): SortedList {
  const order = (a: number, b: number): number => by(reports[a]!, reports[b]!)
  const sorted: SortedList = {
    list: [],
    update: (fresh, replaced) => {
      sorted.list = replaced ? [...reports.keys()].sort(order) : merge(sorted.list, fresh.toSorted(order), order)
    },
  }
  return sorted
}

/** Fewer than this are put in their places one by one. */
const FEW = 64

function merge(one: readonly number[], other: readonly number[], order: (a: number, b: number) => number): number[] {
  const out = [...one]
  if (other.length >= FEW) return [...one, ...other].sort(order)
  for (const report of other) out.splice(placeOf(out, report, order), 0, report)
  return out
}

function placeOf(list: readonly number[], report: number, order: (a: number, b: number) => number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (order(list[middle]!, report) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of each number of a list in it. */
function placesIn(list: ArrayLike<number>, size = list.length): Int32Array {
  const places = new Int32Array(size)
  for (let place = 0; place < list.length; place++) places[list[place]!] = place
  return places
}

function rowsIn({ reports, rows }: Holdings, sort: Sort, order: readonly number[], open: boolean): Int32Array {
  const all = new Int32Array(rows.size)
  let at = 0
  for (const report of order) {
    const { from, count } = reports[report]!
    for (let row = from; row < from + count; row++) all[at++] = row
  }
  const listed = all.subarray(0, at)
  if (sort === 'time') return byRank(listed, dayRanks(rows))
  return sort === 'value' ? byRank(listed, valueRanks(rows, open)) : listed
}

/** Puts rows in order of small numbers, keeping the order of equals: counted, not compared. */
function byRank(listed: Int32Array, { ranks, size }: { ranks: Int32Array; size: number }): Int32Array {
  const starts = new Int32Array(size + 1)
  for (const row of listed) starts[ranks[row]! + 1]!++
  for (let i = 1; i <= size; i++) starts[i]! += starts[i - 1]!
  const out = new Int32Array(listed.length)
  for (const row of listed) out[starts[ranks[row]!]!++] = row
  return out
}

/** Earlier first, undated last. */
const dayRanks = (rows: Rows): { ranks: Int32Array; size: number } =>
  ranksOf(rows, (row) => (rows.first[row] === NO_DAY ? Infinity : rows.first[row]!))

/** Larger first (by the upper bound, else the lower), claims without a figure last. */
const valueRanks = (rows: Rows, open: boolean): { ranks: Int32Array; size: number } =>
  ranksOf(rows, (row) => (has(rows, row, FLAG.figure) ? -sizeOf(rows, row, open) : Infinity))

function sizeOf(rows: Rows, row: number, open: boolean): number {
  const max = maxOf(rows, row, open)
  const size = Number.isNaN(max) ? minOf(rows, row, open) : max
  return Number.isNaN(size) ? -Infinity : size
}

function ranksOf(rows: Rows, rankBy: (row: number) => number): { ranks: Int32Array; size: number } {
  const ranks = new Int32Array(rows.size)
  const numbers = new Map<number, number>()
  for (let row = 0; row < rows.size; row++) {
    const value = rankBy(row)
    const number = numbers.get(value) ?? numbers.size
    if (number === numbers.size) numbers.set(value, number)
    ranks[row] = number
  }
  const sorted = [...numbers.keys()].sort((a, b) => (a === b ? 0 : a - b))
  const place = new Int32Array(sorted.length)
  for (const [i, value] of sorted.entries()) place[numbers.get(value)!] = i
  for (let row = 0; row < rows.size; row++) ranks[row] = place[ranks[row]!]!
  return { ranks, size: sorted.length }
}
