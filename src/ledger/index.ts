import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { IsnadError } from '../errors.ts'
import { type Incident, incidentsOf } from '../link/incidents.ts'
import { pathOf, reportKey } from '../link/key.ts'
import type { Link, Reading } from '../model.ts'
import { addReport } from './add.ts'
import { sweepParts } from './bytes.ts'
import { collect } from './collect.ts'
import { guard, openDatabase } from './database.ts'
import { type Feed, feedOf } from './feed.ts'
import {
  type Acquisition,
  acquisitionOf,
  acquisitionsOf,
  bytesOf,
  type ClaimFilter,
  claimsOf,
  countOf,
  type FlatClaim,
  isKnown,
  linksOf,
  type Run,
  readingsOf,
  type SearchHit,
  searchOf,
  versionsOf,
} from './queries.ts'
import { addReview, listReviews, type NewReview, type Review, regroupingsOf } from './reviews.ts'
import type { Kept } from './rows.ts'
import type { Tables } from './schema.ts'

export { collect } from './collect.ts'
export type { Feed, FeedCard, FeedClaim, FeedLink, Marks } from './feed.ts'
export type { Acquisition, ClaimFilter, FlatClaim, SearchHit } from './queries.ts'
export type { NewReview, Review, ReviewAction } from './reviews.ts'
export type { Kept } from './rows.ts'

/** An open ledger. Every method may be called at any time; they queue. */
export interface Ledger {
  /**
   * Adds a report: its bytes, its reading, its claims, its links to what is there, in one transaction.
   * `known`: the same source and bytes, read by the same rules, are there already; nothing changes.
   * `reread`: the report is there, this reading of it is new; both are kept and the better one is in force
   * (newer rules, then a publication date that was given, then the digest).
   *
   * @throws IsnadError `ledger-locked`, `ledger-unwritable`; nothing is half-written.
   */
  add(acquired: Kept, reading: Reading): Promise<'added' | 'known' | 'reread'>
  /** Readings in force, in order of path then key, whatever the order of ingest. `await collect(ledger.readings())` for all. */
  readings(): AsyncGenerator<Reading>
  /** One reading by the report's key, its `report.id`, its path or its address; null where unknown (or where several share it). */
  reading(id: string): Promise<Reading | null>
  /** Every reading kept of one report, the one in force first. */
  history(id: string): Promise<Reading[]>
  /** What was fetched, in order of path then key. */
  acquisitions(): Promise<Acquisition[]>
  /** What was fetched of one report; null where unknown (or where several share the name). */
  acquisition(id: string): Promise<Acquisition | null>
  /** How many reports, claims and links there are. */
  count(): Promise<{ reports: number; claims: number; links: number }>
  /** Links between readings in force, in an order that depends on the set only. */
  links(): AsyncGenerator<Link>
  /**
   * What several reports say of one event, with the joins and splits of reviews applied: every figure kept, ranges over
   * independent origins. Reads the whole ledger.
   */
  incidents(): Promise<Incident[]>
  /** Reports that hold all words, found by folded word, also behind و ف ب ل ك ال. */
  search(words: string, options?: { limit?: number }): Promise<SearchHit[]>
  /** Claims by what they say, in order of report then position. */
  claims(filter?: ClaimFilter): Promise<FlatClaim[]>
  /** Original bytes of a report. @throws IsnadError `not-found`, `bad-data`. */
  bytes(id: string): Promise<Uint8Array>
  /** What a workbench reads to hold the ledger in memory, and to keep up with it. */
  feed: Feed
  /** Whether the same source and bytes, read by the same rules, are there already: then they need not be read again, unless something else is said of them. */
  known(acquired: Pick<Kept, 'id' | 'source'>, rules: string): Promise<boolean>
  /** Adds a signed review; returns its id. @throws IsnadError `bad-data`, `not-found`. */
  review(review: NewReview): Promise<string>
  /** All reviews, oldest first, undone ones marked. */
  reviews(): Promise<Review[]>
  close(): Promise<void>
}

/**
 * Opens a ledger folder: `ledger.sqlite` (and its write-ahead log) and `bytes/`, the original bytes under their SHA-256.
 * Makes it where it is missing, unless `create` is false.
 *
 * @throws IsnadError `not-found`, `ledger-unwritable`, `ledger-locked`, `ledger-version`, `bad-data`.
 * @example
 * const ledger = await openLedger({ dir: './isnad-ledger' })
 * await ledger.add(acquired, readReport(acquired))
 * await ledger.close()
 */
export async function openLedger(options: { dir: string; create?: boolean }): Promise<Ledger> {
  const { dir, create = true } = options
  if (!create && !existsSync(join(dir, 'ledger.sqlite'))) {
    throw new IsnadError({
      code: 'not-found',
      message: `There is no ledger in ${dir}.`,
      hint: 'Make one with `isnad ingest`, or name its folder with --ledger.',
    })
  }
  const db = await openDatabase({ dir, create })
  await guard('clearing the ledger', () => sweepParts(dir))
  return makeLedger(db, dir)
}

/** One connection, so no statement may slip into another's transaction: work queues. */
function queue(): Run {
  let last: Promise<unknown> = Promise.resolve()
  return (doing, work) => {
    const mine = last.then(() => guard(doing, work))
    last = mine.catch(() => undefined)
    return mine
  }
}

function makeLedger(db: Kysely<Tables>, dir: string): Ledger {
  const run = queue()
  return {
    add: (acquired, reading) => run(`adding ${pathOf(reading)}`, () => addReport(db, dir, acquired, reading)),
    readings: () => readingsOf(db, run),
    reading: (id) => run('reading the ledger', async () => (await versionsOf(db, id))[0] ?? null),
    history: (id) => run('reading the ledger', () => versionsOf(db, id)),
    acquisitions: () => run('reading the ledger', () => acquisitionsOf(db)),
    acquisition: (id) => run('reading the ledger', () => acquisitionOf(db, id)),
    count: () => run('counting the ledger', () => countOf(db)),
    links: () => linksOf(db, run),
    incidents: async () => {
      const [readings, links, reviews] = [
        await collect(readingsOf(db, run)),
        await collect(linksOf(db, run)),
        await run('reading reviews', () => listReviews(db)),
      ]
      return incidentsOf({ readings, links, regroupings: regroupingsOf(reviews) })
    },
    search: (words, { limit = 20 } = {}) => run('searching the ledger', () => searchOf(db, words, limit)),
    claims: (filter = {}) => run('reading claims', () => claimsOf(db, filter)),
    feed: feedOf(db, run),
    known: (acquired, rules) => run('looking for a report', () => isKnown(db, acquired, rules)),
    bytes: (id) => run('reading bytes', () => bytesOf(db, dir, id)),
    review: (review) => run('adding a review', () => addReview(db, review)),
    reviews: () => run('reading reviews', () => listReviews(db)),
    close: () => run('closing the ledger', () => db.destroy()),
  }
}

/** The key of a report in a ledger, for a reading at hand. */
export { reportKey }
