import type { ProtectedReading } from '../../export/index.ts'
import { pseudonyms } from '../../export/privacy/pseudonym.ts'
import type { Ledger } from '../../ledger/index.ts'
import type { Reading } from '../../model.ts'
import type { FactOptions } from '../../read/lexicon.ts'
import type { ClaimPage, ClaimQuery, ClaimView, FacetView, MeasureCard, Overview, PageQuery, ReportCard, ReportQuery } from '../shapes.ts'
import { makeClaimRows } from './claims.ts'
import { measuredAt } from './figures.ts'
import { makeKeep } from './keep.ts'
import { makeLabels } from './labels.ts'
import { type Listing, type MeasureQuery, makeMeasureList, type Paging } from './list.ts'
import type { Measured } from './measures.ts'
import { type Picked, type PickOptions, picked } from './pick.ts'
import { makeReveals, type Revealed } from './reveal.ts'
import { type Bundle, makeShelf } from './shelf.ts'
import { makeShow } from './show.ts'

export type { Listing } from './list.ts'
export type { Picked } from './pick.ts'
export type { Bundle } from './shelf.ts'

/** A claim by the key of its report and its id in the reading. */
export interface ClaimRef {
  report: string
  claim: string
}

/** A measure with where its figures stand: by publication, undated last. */
export interface MeasureOnDesk {
  card: MeasureCard
  members: ClaimRef[]
  /** The figures of the members, as the card was made of them. */
  figures: Measured[]
}

/** The ledger held ready for questions. Everything it gives may leave: private people and contacts are masked, unless names are lifted. */
export interface Desk {
  /** Changes with every report, review and setting; the ETag of every answer is made of it. */
  revision(): string
  /** Takes in what the ledger has that the desk has not. */
  refresh(): Promise<void>
  /**
   * Readings of these reports as they may leave, in the order of `keys` (unknown ones are left out of both), and all links that touch them.
   * Links name reports by the paths that the readings have; `ends` by their keys, in the order of the links.
   */
  bundle(keys: readonly string[]): Promise<Bundle>
  /** Readings alone, by key: cheaper than a bundle. Unknown keys are left out. */
  readings(keys: readonly string[]): Promise<Map<string, ProtectedReading>>
  /** A reading that is not in the ledger, as it may leave: the ledger's private people are withheld from it too. */
  veil(reading: Reading): ProtectedReading
  /** Cards of reports, in the order of the keys, unknown ones left out. */
  cards(keys: readonly string[]): Promise<ReportCard[]>
  /** Reports that a query takes, newest first unless it says otherwise. */
  reports(query: ReportQuery & Paging): Promise<Listing<ReportCard>>
  /** Views of claims, in the order of the refs, unknown ones left out. */
  claimViews(refs: readonly ClaimRef[], words?: string): Promise<ClaimView[]>
  /** @throws IsnadError `bad-usage` where `after` is no cursor of this list. */
  claims(query: ClaimQuery & PageQuery): Promise<ClaimPage>
  facets(query: ClaimQuery): Promise<FacetView>
  /** All claims of a query, piece by piece: in the order it asks for, else in that of a file of the whole ledger. */
  pick(query: ClaimQuery): Promise<AsyncIterable<Picked[]>>
  overview(): Promise<Overview>
  /** Contested ones first, then those that most reports give. */
  measures(query: MeasureQuery): Promise<Listing<MeasureCard>>
  measure(id: string): Promise<MeasureOnDesk | null>
  /** Figures of a measure: where they stand. */
  membersOf(measure: string): Promise<ClaimRef[] | null>
  /** Why names are shown, since when; null where they are withheld. */
  revealed(): Revealed | null
  /** Shows names for a reason, which is kept as a signed review; null takes it back. */
  reveal(reason: string | null): Promise<void>
}

export interface DeskOptions {
  ledger: Ledger
  /** Key of the ledger's pseudonyms. */
  key: string
  now: () => Date
  /** Who signs what is done at this desk. */
  by: string
  /** Further registries and gazetteers that reports are read with, for the names of actors and places. */
  facts?: FactOptions
}

/**
 * Lays a ledger on the desk. Reads its claims once; what comes later is taken in by {@link Desk.refresh}.
 *
 * @example const desk = await openDesk({ ledger, key, now: () => new Date(), by: 'analyst' })
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { ledger, key, facts = {} } = options
  const keep = makeKeep(ledger.feed, pseudonyms(key), facts)
  const labels = makeLabels(keep.holdings)
  const rows = makeClaimRows(ledger.feed, keep, labels)
  const shelf = makeShelf(ledger.feed, keep, key)
  const reveals = makeReveals(options)
  const isOpen = (): boolean => reveals.now() !== null
  const show = makeShow({ feed: ledger.feed, keep, shelf, labels, isOpen })
  const measures = makeMeasureList(keep, labels)
  const catchUp = oneAtATime(async () => {
    if (await keep.catchUp()) await reveals.load()
  })
  await catchUp()
  return {
    revision: () => `${keep.version().all}${isOpen() ? '.open' : ''}`,
    refresh: catchUp,
    bundle: (keys) => shelf.bundle(keys, isOpen()),
    readings: (keys) => shelf.readings(keys, isOpen()),
    veil: (reading) => shelf.veil(reading, isOpen()),
    cards: show.cards,
    reports: show.reports,
    claimViews: (refs, words) => show.views(show.rowsOf(refs), words),
    claims: async (query) => {
      const page = await rows.page(query, isOpen())
      return { ...page, rows: await show.views(page.rows, query.q) }
    },
    facets: (query) => rows.facets(query, isOpen()),
    pick: async (query) => {
      const readings = (keys: readonly string[]) => shelf.readings(keys, isOpen())
      const view: PickOptions['view'] = (row, reading, claim) => show.view(row, { reading, claim, words: query.q })
      return picked({ keep, readings, view }, await rows.all(query, isOpen()), query.sort !== undefined)
    },
    overview: show.overview(measures),
    measures: async (query) => measures(query, isOpen()),
    measure: async (id) => {
      const found = keep.measures.byId(id)
      if (!found) return null
      const figures = found.rows.map((row) => measuredAt(keep.holdings, row, isOpen()))
      return { card: keep.measures.card(found, isOpen()), members: found.rows.map(show.refOf), figures }
    },
    membersOf: async (id) => keep.measures.byId(id)?.rows.map(show.refOf) ?? null,
    revealed: reveals.now,
    reveal: async (reason) => {
      await reveals.set(reason)
      await catchUp()
    },
  }
}

/** Runs of a piece of work one after another; those that come while one waits share the next. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  return () => {
    waiting ??= running
      .catch(() => undefined)
      .then(() => {
        waiting = undefined
        running = work()
        return running
      })
    return waiting
  }
}
