import type { Feed } from '../../ledger/index.ts'
import { flat } from '../../ledger/origins.ts'
import { findNames } from '../../ledger/private/names.ts'
import type { ReportQuery } from '../shapes.ts'
import { makeCache } from './cache.ts'
import { NONE } from './columns.ts'
import type { Keep } from './keep.ts'
import type { Paging } from './list.ts'
import { chosen } from './select.ts'

interface Options {
  feed: Feed
  keep: Keep
  isOpen: () => boolean
}

/** Lists the reports that a query takes, by their place on the desk, in its order. A full name that is withheld finds none. */
export function makeReportList(options: Options): (query: ReportQuery) => Promise<readonly number[]> {
  const { keep, isOpen } = options
  const orders = makeCache<readonly number[]>(2)
  const lists = makeCache<readonly number[]>(8)
  const byOutlet = (open: boolean): readonly number[] => {
    const name = `${keep.version().all} ${open}`
    return orders.get(name) ?? orders.set(name, outletOrder(keep, open))
  }
  return async (query) => {
    const { after: _, limit: __, ...choice } = query as ReportQuery & Partial<Paging>
    const name = `${keep.version().all} ${isOpen()} ${JSON.stringify(Object.entries(choice).sort())}`
    const known = lists.get(name)
    if (known) return known
    const words = query.q ? await holding(options, query.q) : null
    const open = isOpen()
    const tests = [...testsOf(keep, query, open), ...(words ? [(report: number) => words[report] === 1] : [])]
    const order = query.sort === 'outlet' ? byOutlet(open) : keep.orders.byNewest()
    return lists.set(name, tests.length === 0 ? order : order.filter((report) => tests.every((test) => test(report))))
  }
}

/** Flags by report, where words were asked for. */
async function holding({ feed, keep, isOpen }: Options, q: string): Promise<Uint8Array | null> {
  const { masking, reports, byNumber } = keep.holdings
  const isPrivate = !isOpen() && findNames(q, { own: new Map(), everyone: masking.everyone }).length > 0
  const found = await feed.reports(q, isOpen() ? 'all' : 'public')
  if (found === null) return null
  const flags = new Uint8Array(reports.length)
  if (!isPrivate) for (const number of found) flags[byNumber.get(number) ?? reports.length] = 1
  return flags
}

type Test = (report: number) => boolean

function testsOf(keep: Keep, query: ReportQuery, open: boolean): Test[] {
  const { reports, byKey } = keep.holdings
  const { firstOf } = keep.copies()
  const tests: Test[] = []
  if (query.undated) tests.push((report) => !reports[report]!.isDated)
  if (query.findings) tests.push((report) => reports[report]!.findings > 0)
  if (query.copies) tests.push((report) => firstOf[report] !== NONE)
  if (query.copiesOf !== undefined) {
    const family = new Set(familyOf(keep, byKey.get(query.copiesOf)))
    tests.push((report) => family.has(report))
  }
  if (query.outlet !== undefined) tests.push(outletTest(keep, chosen(query.outlet), open))
  return tests
}

/** Reports that carry the text of a report, itself included. */
function familyOf(keep: Keep, report: number | undefined): readonly number[] {
  if (report === undefined) return []
  const { firstOf, families } = keep.copies()
  return families.get(firstOf[report] === NONE ? report : firstOf[report]!) ?? [report]
}

/** Outlets by their value among the facets, or by name. */
function outletTest({ holdings }: Keep, asked: readonly string[], open: boolean): Test {
  const { reports, outlet } = holdings
  const values = new Set(asked)
  const names = new Set(asked.map(flat))
  return (report) => {
    const tag = reports[report]!.outlet
    if (tag === NONE) return false
    const shown = outlet.shown(tag, open)
    return values.has(outlet.values.at(shown)) || names.has(flat(outlet.name(shown, open)))
  }
}

/** By the name of the outlet, those without one last; of one outlet the newest first. */
function outletOrder({ holdings, orders }: Keep, open: boolean): number[] {
  const { reports, outlet } = holdings
  const tags = [...new Set(reports.map((report) => report.outlet))].filter((tag) => tag !== NONE)
  const name = (tag: number): string => flat(outlet.name(outlet.shown(tag, open), open))
  const sorted = [...new Set(tags.map(name))].sort()
  const place = new Map(sorted.map((one, i) => [one, i]))
  const ranks = new Map(tags.map((tag) => [tag, place.get(name(tag))!]))
  const rankOf = (report: number): number => ranks.get(reports[report]!.outlet) ?? sorted.length
  return orders.byNewest().toSorted((a, b) => rankOf(a) - rankOf(b))
}
