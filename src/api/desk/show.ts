import { oneLine } from '../../export/direction.ts'
import type { ProtectedReading } from '../../export/index.ts'
import type { Feed } from '../../ledger/index.ts'
import { flat } from '../../ledger/origins.ts'
import { pathOf } from '../../link/key.ts'
import type { Claim } from '../../model.ts'
import type { ClaimView, MeasureCard, Overview, ReportCard, ReportQuery } from '../shapes.ts'
import { makeCache } from './cache.ts'
import { FLAG, has, NONE } from './columns.ts'
import { shownRows } from './custody.ts'
import { arabicPlace, type Holdings, sourceNamed } from './holdings.ts'
import type { ClaimRef } from './index.ts'
import type { Keep } from './keep.ts'
import type { Labels } from './labels.ts'
import { type Listing, type MeasureQuery, type Paging, pageAfter } from './list.ts'
import { draftOverview } from './overview.ts'
import { makeReportList } from './reports.ts'
import type { Shelf } from './shelf.ts'
import { claimView, type Mentioned } from './views.ts'

/** Reports and claims as they are shown. */
export interface Show {
  cards(keys: readonly string[]): Promise<ReportCard[]>
  reports(query: ReportQuery & Paging): Promise<Listing<ReportCard>>
  views(rows: readonly number[], words?: string): Promise<ClaimView[]>
  view(row: number, shown: { reading: ProtectedReading; claim: Claim; words?: string | undefined }): ClaimView
  rowsOf(refs: readonly ClaimRef[]): number[]
  refOf(row: number): ClaimRef
  overview(measures: (query: MeasureQuery, open: boolean) => Listing<MeasureCard>): () => Promise<Overview>
}

export interface ShowOptions {
  feed: Feed
  keep: Keep
  shelf: Shelf
  labels: Labels
  isOpen: () => boolean
}

const CONTESTED = 20
/** Claims shown of a line of custody, and copies of a family. */
const CLAIMS = 3
const COPIES = 12
const CARDS = 20_000

const actorOf = (mention: Mentioned): string => mention.actor ?? `name:${flat(mention.name)}`

export function makeShow({ feed, keep, shelf, labels, isOpen }: ShowOptions): Show {
  const { holdings } = keep
  const known = makeCache<ReportCard>(CARDS)
  const overviews = makeCache<Overview>(2)
  const listed = makeReportList({ feed, keep, isOpen })
  const cards = async (keys: readonly string[]): Promise<ReportCard[]> => {
    const [open, stand] = [isOpen(), `${keep.version().all} ${isOpen()}`]
    const missing = keys.filter((key) => known.get(`${stand} ${key}`) === undefined)
    const made = new Map<string, ReportCard>()
    for (const [key, reading] of await shelf.readings(missing, open))
      made.set(key, known.set(`${stand} ${key}`, cardOf(keep, key, reading, open)))
    return keys.flatMap((key) => made.get(key) ?? known.get(`${stand} ${key}`) ?? [])
  }
  const views = async (rows: readonly number[], words = ''): Promise<ClaimView[]> => {
    const open = isOpen()
    const readings = await shelf.readings(
      rows.map((row) => keyAt(keep, row)),
      open,
    )
    return rows.flatMap((row) => {
      const reading = readings.get(keyAt(keep, row))
      const claim = reading?.claims[holdings.rows.number[row]!]
      return reading && claim ? [claimView(reading, claim, placedAt(keep, row, open), words)] : []
    })
  }
  return {
    ...{ cards, views },
    view: (row, { reading, claim, words }) => claimView(reading, claim, placedAt(keep, row, isOpen()), words),
    reports: async (query) => {
      const keyOf = (report: number): string => holdings.reports[report]!.key
      const page = pageAfter(await listed(query), keyOf, query)
      return { ...page, rows: await cards(page.rows.map(keyOf)) }
    },
    rowsOf: (refs) => rowsOf(keep, refs),
    refOf: (row) => ({ report: keyAt(keep, row), claim: holdings.words.claim.at(holdings.rows.claim[row]!) }),
    overview: (measures) => async () => {
      const open = isOpen()
      const stand = `${keep.version().all} ${open}`
      const made = overviews.get(stand)
      if (made) return made
      const { told, custody, newest, echoes } = draftOverview(keep, labels, open)
      const contested = measures({ contested: true, limit: CONTESTED }, open).rows
      const keysOf = (list: readonly number[]): string[] => list.map((report) => holdings.reports[report]!.key)
      return overviews.set(stand, {
        ...told,
        custody: await Promise.all(
          custody.map(async ({ line, rows }) => {
            const claims = await views(shownRows(keep, rows, CLAIMS))
            return { ...line, asOf: asOfIn(line.asOf, claims), claims, count: rows.length }
          }),
        ),
        contested,
        newest: await cards(keysOf(newest)),
        echoes: await Promise.all(
          echoes.map(async ({ first: one, copies: signed, told }) => {
            const [first, ...copies] = await cards(keysOf([one, ...signed.slice(0, COPIES)]))
            return { first: first!, copies, ...told }
          }),
        ),
      })
    },
  }
}

const keyAt = ({ holdings }: Keep, row: number): string => holdings.reports[holdings.rows.report[row]!]!.key

/** A date of publication as the report gives it. */
const asOfIn = (asOf: Overview['custody'][number]['asOf'], claims: readonly ClaimView[]): typeof asOf =>
  asOf?.basis === 'published' ? { ...asOf, edtf: claims[0]?.published ?? asOf.edtf } : asOf

/** The rows of claims, unknown ones left out: each report's are gone through once. */
function rowsOf({ holdings }: Keep, refs: readonly ClaimRef[]): number[] {
  const { reports, byKey, rows, words } = holdings
  const found = new Map<string, Map<string, number>>()
  for (const [key, own] of Map.groupBy(refs, (ref) => ref.report)) {
    const { from, count } = reports[byKey.get(key) ?? -1] ?? { from: 0, count: 0 }
    const wanted = new Set(own.map((ref) => ref.claim))
    const places = new Map<string, number>()
    for (let row = from; row < from + count; row++) {
      const claim = words.claim.at(rows.claim[row]!)
      if (wanted.has(claim)) places.set(claim, row)
    }
    found.set(key, places)
  }
  return refs.flatMap(({ report, claim }) => found.get(report)?.get(claim) ?? [])
}

function placedAt({ holdings, measures }: Keep, row: number, open: boolean) {
  const { rows, reports, outlet } = holdings
  const report = reports[rows.report[row]!]!
  return {
    report: report.key,
    outletId: report.outlet === NONE ? null : outlet.values.at(outlet.shown(report.outlet, open)),
    source: sourceAt(holdings, row, open),
    placeAr: (id: string) => arabicPlace(holdings, id),
    actorAr: (value: string) => holdings.names.actor(value)?.ar ?? null,
    measure: measures.of(row)?.id ?? null,
    contested: has(rows, row, FLAG.contested),
    actorOf,
  }
}

function sourceAt(holdings: Holdings, row: number, open: boolean): { key: string; name: string } | null {
  const { rows, source } = holdings
  if (rows.source[row] === NONE) return null
  const value = source.shown(rows.source[row]!, open)
  return { key: source.values.at(value), name: sourceNamed(holdings, value, open) }
}

function cardOf(keep: Keep, key: string, reading: ProtectedReading, open: boolean): ReportCard {
  const { reports, byKey, outlet } = keep.holdings
  const place = byKey.get(key)!
  const { report, claims, findings } = reading
  const first = keep.copies().firstOf[place] ?? NONE
  const tag = reports[place]!.outlet
  return {
    key,
    path: pathOf(reading),
    url: report.source.url ?? null,
    title: report.title === null ? null : oneLine(report.title),
    outlet: report.outlet ? oneLine(report.outlet.name) : null,
    outletId: tag === NONE ? null : outlet.values.at(outlet.shown(tag, open)),
    published: report.published && { edtf: report.published.edtf, basis: report.published.basis },
    language: report.language,
    claims: claims.length,
    findings: findings.length,
    copyOf: first === NONE ? null : reports[first]!.key,
  }
}
