import { IsnadError } from '../../errors.ts'
import type { Feed } from '../../ledger/index.ts'
import { findNames } from '../../ledger/private/names.ts'
import { matchOf } from '../../ledger/search.ts'
import type { ClaimQuery, FacetView, PageQuery } from '../shapes.ts'
import { makeCache } from './cache.ts'
import type { Keep } from './keep.ts'
import type { Labels } from './labels.ts'
import type { Sort } from './order.ts'
import { chosen, countFacet, type Facet, facetsOn, type Selection, select } from './select.ts'

/** Which rows of a desk's claims a question is about. */
export interface ClaimRows {
  /** The rows of a page. */
  page(query: ClaimQuery & PageQuery, open: boolean): Promise<{ total: number; at: number; rows: number[]; next: string | null }>
  facets(query: ClaimQuery, open: boolean): Promise<FacetView>
  /** All rows of a query, in its order. */
  all(query: ClaimQuery, open: boolean): Promise<Int32Array>
}

/** Values of a facet that are listed, besides those that are chosen. */
const LISTED = 100
/** Choices kept: each is a few megabytes at a million claims. */
const KEPT = 12

interface Selected {
  name: string
  selection: Selection
  facets: Facet[]
}

export function makeClaimRows(feed: Feed, keep: Keep, labels: Labels): ClaimRows {
  const selections = makeCache<Selection>(KEPT)
  const lists = makeCache<Int32Array>(KEPT)
  const views = makeCache<FacetView>(200)
  const flags = makeCache<Uint8Array>(KEPT)

  const sentencesWith = async (words: string, open: boolean): Promise<Uint8Array | null> => {
    const name = `${keep.version().all} ${open} ${matchOf(words)}`
    const known = flags.get(name)
    if (known) return known
    // A full name that is withheld finds nothing, wherever it stands without a mark.
    const isPrivate = !open && findNames(words, { own: new Map(), everyone: keep.holdings.masking.everyone }).length > 0
    const found = isPrivate ? [] : await feed.sentences(words, open ? 'all' : 'public')
    if (found === null) return null
    const marked = new Uint8Array(found.reduce((most, one) => Math.max(most, one), 0) + 1)
    for (const one of found) marked[one] = 1
    return flags.set(name, marked)
  }
  const selected = async (query: ClaimQuery, open: boolean): Promise<Selected> => {
    const asked = keep.version().all
    const sentences = query.q ? await sentencesWith(query.q, open) : null
    if (keep.version().all !== asked) return selected(query, open)
    const facets = facetsOn(keep.holdings, open)
    const name = `${keep.version().all} ${open} ${nameOf(query)}`
    const selection = selections.get(name) ?? selections.set(name, select(keep.holdings, query, { facets, open, sentences }))
    return { name, selection, facets }
  }
  const listOf = async (query: ClaimQuery, open: boolean): Promise<Int32Array> => {
    const sort: Sort = query.sort ?? 'report'
    const { name, selection } = await selected(query, open)
    const [order, ranks] = [keep.orders.rows(sort, open), keep.orders.ranks(sort, open)]
    return lists.get(`${name} ${sort}`) ?? lists.set(`${name} ${sort}`, listed(order, ranks, selection))
  }
  return {
    all: listOf,
    page: async (query, open) => {
      const sort: Sort = query.sort ?? 'report'
      const list = await listOf(query, open)
      const at = query.after === undefined ? (query.at ?? 0) : positionAfter(keep, { list, sort, open, cursor: query.after })
      const rows = [...list.subarray(at, at + query.limit)]
      const goesOn = rows.length > 0 && at + rows.length < list.length
      return { total: list.length, at, rows, next: goesOn ? cursorOf(keep, rows.at(-1)!) : null }
    },
    facets: async (query, open) => {
      const { name, selection, facets } = await selected(query, open)
      return views.get(name) ?? views.set(name, facetView(selection, facets, query, labels, open))
    },
  }
}

/** A choice by its values alone, whatever the order they are given in. */
function nameOf(query: ClaimQuery): string {
  const { sort: _, ...rest } = query as ClaimQuery & PageQuery
  const { after: __, at: ___, limit: ____, ...choice } = rest
  const entries = Object.entries(choice).filter(([, value]) => value !== undefined)
  return JSON.stringify(entries.map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]).sort())
}

/** Share of the rows beyond which it is quicker to walk an order of all than to put those that are taken in order. */
const FEW = 1 / 40

/** Rows that are taken, in an order: `ranks` is the place of each row in it. */
function listed(order: Int32Array, ranks: Int32Array, { fails, near, total }: Selection): Int32Array {
  const list = new Int32Array(total)
  let at = 0
  if (total > order.length * FEW) {
    for (const row of order) if (fails[row] === 0) list[at++] = row
    return list.subarray(0, at)
  }
  for (const row of near) if (fails[row] === 0) list[at++] = ranks[row]!
  return list.sort().map((rank) => order[rank]!)
}

/** A row by its report and its place in it: what comes after it can be told when rows have been added. */
const cursorOf = ({ holdings }: Keep, row: number): string =>
  `${holdings.reports[holdings.rows.report[row]!]!.key}.${holdings.rows.number[row]}`

/** Where the list goes on after the row of a cursor; where that row is gone, after the last of its report before it. */
function positionAfter(keep: Keep, { list, sort, open, cursor }: { list: Int32Array; sort: Sort; open: boolean; cursor: string }): number {
  const [, key = '', number = ''] = /^([0-9a-f]{64})\.(\d+)$/u.exec(cursor) ?? []
  const report = keep.holdings.reports[keep.holdings.byKey.get(key) ?? -1]
  if (!report || report.count === 0)
    throw new IsnadError({ code: 'bad-usage', message: 'The cursor is not of this list.', hint: 'Begin again without `after`.' })
  const rank = keep.orders.ranks(sort, open)
  const last = rank[report.from + Math.min(Number(number), report.count - 1)]!
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rank[list[middle]!]! <= last) low = middle + 1
    else high = middle
  }
  return low
}

function facetView(selection: Selection, facets: readonly Facet[], query: ClaimQuery, labels: Labels, open: boolean): FacetView {
  return {
    total: selection.total,
    facets: facets.map((facet, f) => {
      const { name } = facet
      const wanted = chosen(query[name])
      const counted = countFacet(selection, facet, f)
      const missing = wanted.filter((value) => !counted.some((one) => one.value === value))
      const shown = counted.filter(({ value }, i) => i < LISTED || wanted.includes(value))
      return {
        name,
        values: [
          ...shown.map(({ value, count, id }) => ({ value, label: labels.of(name, value, id, open), count })),
          ...missing.map((value) => ({ value, label: labelOfMissing(facet, value, labels, open), count: 0 })),
        ],
        distinct: counted.length + missing.length,
      }
    }),
  }
}

/** A value that is chosen but counts nothing here may be known all the same. */
function labelOfMissing(facet: Facet, value: string, labels: Labels, open: boolean): ReturnType<Labels['of']> {
  const id = facet.values.find(value)
  return id === undefined || !facet.shows(id, open) ? null : labels.of(facet.name, value, id, open)
}
