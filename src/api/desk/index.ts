import type { ProtectedReading } from '../../export/index.ts'
import type { Ledger } from '../../ledger/index.ts'
import type { Link } from '../../model.ts'
import type { ClaimPage, ClaimQuery, ClaimView, FacetView, MeasureCard, Overview, PageQuery, ReportCard } from '../shapes.ts'
import { openPlainDesk } from './plain.ts'

/** A claim by the key of its report and its id in the reading. */
export interface ClaimRef {
  report: string
  claim: string
}

/** A page of a list. `next` continues it; null at its end. */
export interface Listing<T> {
  total: number
  rows: T[]
  next: string | null
}

/** A measure with where its figures stand: by publication, undated last. */
export interface MeasureOnDesk {
  card: MeasureCard
  members: ClaimRef[]
}

/** The ledger held ready for questions. Everything it gives may leave: private people and contacts are masked, unless names are lifted. */
export interface Desk {
  /** Changes with every report, review and setting; the ETag of every answer is made of it. */
  revision(): string
  /** Takes in what the ledger has that the desk has not. */
  refresh(): Promise<void>
  /**
   * Readings of these reports as they may leave, in the order of `keys` (unknown ones are left out of both), and all links that touch them.
   * Links name reports by the paths that the readings have.
   */
  bundle(keys: readonly string[]): Promise<{ keys: string[]; readings: ProtectedReading[]; links: Link[] }>
  /** Cards of reports, in the order of the keys, unknown ones left out. */
  cards(keys: readonly string[]): Promise<ReportCard[]>
  /** Reports, newest first; those that hold all words of `q`; `copiesOf`: those that carry the text of that report, itself included. */
  reports(query: { q?: string; copiesOf?: string; after?: string; limit: number }): Promise<Listing<ReportCard>>
  /** Views of claims, in the order of the refs, unknown ones left out. */
  claimViews(refs: readonly ClaimRef[], words?: string): Promise<ClaimView[]>
  /** @throws IsnadError `bad-usage` where `after` is no cursor of this list. */
  claims(query: ClaimQuery & PageQuery): Promise<ClaimPage>
  facets(query: ClaimQuery): Promise<FacetView>
  overview(): Promise<Overview>
  /** Contested ones first, then those with most reports. */
  measures(query: { contested?: boolean; type?: string; q?: string; after?: string; limit: number }): Promise<Listing<MeasureCard>>
  measure(id: string): Promise<MeasureOnDesk | null>
  /** Figures of a measure: where they stand. */
  membersOf(measure: string): Promise<ClaimRef[] | null>
  /** Why names are shown, since when; null where they are withheld. */
  revealed(): { reason: string; at: string; by: string } | null
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
}

/**
 * Lays a ledger on the desk.
 *
 * @example const desk = await openDesk({ ledger, key, now: () => new Date(), by: 'analyst' })
 */
export const openDesk = (options: DeskOptions): Promise<Desk> => openPlainDesk(options)
