import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { IsnadError } from '../errors.ts'
import { pathOf, reportKey } from '../link/key.ts'
import type { Link, Reading, Span } from '../model.ts'
import { keepBytes, readBytes, sweepParts } from './bytes.ts'
import { guard, openDatabase } from './database.ts'
import { linkReport, unlinkReport } from './links.ts'
import { addReview, listReviews, type NewReview, type Review } from './reviews.ts'
import { acquisitionRow, claimRows, type Kept, readingRow } from './rows.ts'
import type { ClaimRow, Tables } from './schema.ts'
import { findReports, hitsOf, indexReport, snippetOf, unindexReport } from './search.ts'

export { collect } from './collect.ts'
export type { NewReview, Review, ReviewAction } from './reviews.ts'
export type { Kept } from './rows.ts'

/** A report found by its words. Spans are UTF-16 offsets into the report's text. */
export interface SearchHit {
  /** Key of the report in the ledger. */
  id: string
  path: string
  title: string | null
  outlet: string | null
  published: string | null
  /** BM25, higher is better. */
  score: number
  hits: Span[]
  snippet: string
}

/** What to look for among the claims; fields given must all hold. Days are EDTF days or periods. */
export interface ClaimFilter {
  report?: string
  type?: string
  modality?: string
  unit?: string
  population?: string
  place?: string
  origin?: string
  /** Values at or above / at or below; a claim with an open bound matches where it may hold. */
  atLeast?: number
  atMost?: number
  limit?: number
}

/** A claim as a flat row: see {@link ClaimRow} for units. `path` names the report. */
export type FlatClaim = ClaimRow & { path: string }

/** A report as the ledger knows it from the outside. */
export interface Acquisition {
  id: string
  report: string
  sha256: string
  source: string
  path: string
  mediaType: string
  retrievedAt: string | null
}

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
  /** How many reports, claims and links there are. */
  count(): Promise<{ reports: number; claims: number; links: number }>
  /** Links between readings in force, in an order that depends on the set only. */
  links(): AsyncGenerator<Link>
  /** Reports that hold all words, found by folded word, also behind و ف ب ل ك ال. */
  search(words: string, options?: { limit?: number }): Promise<SearchHit[]>
  /** Claims by what they say, in order of report then position. */
  claims(filter?: ClaimFilter): Promise<FlatClaim[]>
  /** Original bytes of a report. @throws IsnadError `not-found`, `bad-data`. */
  bytes(id: string): Promise<Uint8Array>
  /** Adds a signed review; returns its id. @throws IsnadError `bad-data`, `not-found`. */
  review(review: NewReview): Promise<string>
  /** All reviews, oldest first, undone ones marked. */
  reviews(): Promise<Review[]>
  close(): Promise<void>
}

/** How many rows a page of a listing holds. */
const PAGE = 200

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

/** Runs one piece of work after another: one connection, so no statement may slip into another's transaction. */
function queue(): <T>(doing: string, work: () => Promise<T>) => Promise<T> {
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
    count: () => run('counting the ledger', () => countOf(db)),
    links: () => linksOf(db, run),
    search: (words, { limit = 20 } = {}) => run('searching the ledger', () => searchOf(db, words, limit)),
    claims: (filter = {}) => run('reading claims', () => claimsOf(db, filter)),
    bytes: (id) => run('reading bytes', () => bytesOf(db, dir, id)),
    review: (review) => run('adding a review', () => addReview(db, review)),
    reviews: () => run('reading reviews', () => listReviews(db)),
    close: () => run('closing the ledger', () => db.destroy()),
  }
}

type Run = ReturnType<typeof queue>

async function addReport(db: Kysely<Tables>, dir: string, acquired: Kept, reading: Reading): Promise<'added' | 'known' | 'reread'> {
  const digest = await keepBytes(dir, acquired.bytes)
  return db.transaction().execute(async (tx) => {
    const fresh = await tx
      .insertInto('acquisitions')
      .values(acquisitionRow(acquired, reading, digest))
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    const row = readingRow(reading)
    const kept = await tx
      .insertInto('readings')
      .values({ ...row, current: 0 })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows === 0n) return 'known'
    await putInForce(tx, row.acquisition)
    return fresh.numInsertedOrUpdatedRows === 0n ? 'reread' : 'added'
  })
}

/** Puts the best reading of a report in force and derives from it what is derived. */
async function putInForce(tx: Kysely<Tables>, acquisition: string): Promise<void> {
  const versions = await tx
    .selectFrom('readings')
    .select(['rules', 'given', 'digest', 'current'])
    .where('acquisition', '=', acquisition)
    .execute()
  const best = versions.toSorted(byForce)[0]!
  if (best.current === 1) return
  await tx.updateTable('readings').set({ current: 0 }).where('acquisition', '=', acquisition).execute()
  await tx.updateTable('readings').set({ current: 1 }).where('acquisition', '=', acquisition).where('digest', '=', best.digest).execute()
  if (versions.length > 1) await forget(tx, acquisition)
  const { json } = await tx
    .selectFrom('readings')
    .select('json')
    .where('acquisition', '=', acquisition)
    .where('current', '=', 1)
    .executeTakeFirstOrThrow()
  await derive(tx, acquisition, JSON.parse(json) as Reading)
}

type Version = { rules: string; given: number; digest: string }
const byForce = (a: Version, b: Version): number =>
  b.rules.localeCompare(a.rules, 'en', { numeric: true }) || b.given - a.given || (a.digest < b.digest ? -1 : 1)

async function forget(tx: Kysely<Tables>, acquisition: string): Promise<void> {
  await tx.deleteFrom('claims').where('acquisition', '=', acquisition).execute()
  await unindexReport(tx, acquisition)
  await unlinkReport(tx, acquisition)
}

/** Rows of one insert: SQLite takes 32,766 parameters a statement. */
const INSERT_ROWS = 500

async function derive(tx: Kysely<Tables>, acquisition: string, reading: Reading): Promise<void> {
  const rows = claimRows(reading)
  for (let i = 0; i < rows.length; i += INSERT_ROWS) {
    await tx
      .insertInto('claims')
      .values(rows.slice(i, i + INSERT_ROWS))
      .execute()
  }
  await indexReport(tx, acquisition, reading)
  await linkReport(tx, acquisition, reading)
}

async function* readingsOf(db: Kysely<Tables>, run: Run): AsyncGenerator<Reading> {
  for (let last = { path: '', id: '' }; ; ) {
    const after = last
    const page = await run('reading the ledger', () =>
      db
        .selectFrom('acquisitions')
        .innerJoin('readings', (j) => j.onRef('readings.acquisition', '=', 'acquisitions.id').on('readings.current', '=', 1))
        .select(['acquisitions.path', 'acquisitions.id', 'readings.json'])
        .where((e) => e.or([e('path', '>', after.path), e.and([e('path', '=', after.path), e('acquisitions.id', '>', after.id)])]))
        .orderBy('path')
        .orderBy('acquisitions.id')
        .limit(PAGE)
        .execute(),
    )
    for (const row of page) yield JSON.parse(row.json) as Reading
    const end = page.at(-1)
    if (!end || page.length < PAGE) return
    last = end
  }
}

async function findKey(db: Kysely<Tables>, id: string): Promise<string | null> {
  const found = await db
    .selectFrom('acquisitions')
    .select('id')
    .where((e) => e.or([e('id', '=', id), e('report', '=', id), e('path', '=', id), e('source', '=', id)]))
    .limit(2)
    .execute()
  return found.length === 1 ? found[0]!.id : null
}

async function versionsOf(db: Kysely<Tables>, id: string): Promise<Reading[]> {
  const key = await findKey(db, id)
  if (!key) return []
  const rows = await db.selectFrom('readings').selectAll().where('acquisition', '=', key).execute()
  return rows.toSorted(byForce).map((row) => JSON.parse(row.json) as Reading)
}

async function acquisitionsOf(db: Kysely<Tables>): Promise<Acquisition[]> {
  const rows = await db.selectFrom('acquisitions').selectAll().orderBy('path').orderBy('id').execute()
  return rows.map(({ number: _, media_type, retrieved_at, ...row }) => ({ ...row, mediaType: media_type, retrievedAt: retrieved_at }))
}

async function countOf(db: Kysely<Tables>): Promise<{ reports: number; claims: number; links: number }> {
  const of = async (table: 'acquisitions' | 'claims' | 'links'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(row.n)
  }
  return { reports: await of('acquisitions'), claims: await of('claims'), links: await of('links') }
}

async function* linksOf(db: Kysely<Tables>, run: Run): AsyncGenerator<Link> {
  for (let last = ''; ; ) {
    const after = last
    const page = await run('reading links', () =>
      db.selectFrom('links').select(['id', 'json']).where('id', '>', after).orderBy('id').limit(PAGE).execute(),
    )
    for (const row of page) yield JSON.parse(row.json) as Link
    const end = page.at(-1)
    if (!end || page.length < PAGE) return
    last = end.id
  }
}

async function searchOf(db: Kysely<Tables>, words: string, limit: number): Promise<SearchHit[]> {
  const found = await findReports(db, words, limit)
  const hits: SearchHit[] = []
  for (const { acquisition, score } of found) {
    const row = await db
      .selectFrom('readings')
      .select('json')
      .where('acquisition', '=', acquisition)
      .where('current', '=', 1)
      .executeTakeFirstOrThrow()
    hits.push(hitOf(acquisition, score, JSON.parse(row.json) as Reading, words))
  }
  return hits
}

function hitOf(id: string, score: number, reading: Reading, words: string): SearchHit {
  const { title, outlet, published, text } = reading.report
  const hits = hitsOf(text, words)
  return {
    id,
    path: pathOf(reading),
    title,
    outlet: outlet?.name ?? null,
    published: published?.edtf ?? null,
    score,
    hits,
    snippet: snippetOf(text, hits[0]),
  }
}

async function claimsOf(db: Kysely<Tables>, filter: ClaimFilter): Promise<FlatClaim[]> {
  let query = db
    .selectFrom('claims')
    .innerJoin('acquisitions', 'acquisitions.id', 'claims.acquisition')
    .selectAll('claims')
    .select('acquisitions.path')
  for (const field of ['type', 'modality', 'unit', 'population', 'place', 'origin'] as const) {
    const wanted = filter[field]
    if (wanted !== undefined) query = query.where(`claims.${field}`, '=', wanted)
  }
  if (filter.report !== undefined) query = query.where('claims.acquisition', '=', (await findKey(db, filter.report)) ?? '')
  const { atLeast, atMost } = filter
  if (atLeast !== undefined)
    query = query.where('claims.figure', 'is not', null).where((e) => e.or([e('max', '>=', atLeast), e('max', 'is', null)]))
  if (atMost !== undefined)
    query = query.where('claims.figure', 'is not', null).where((e) => e.or([e('min', '<=', atMost), e('min', 'is', null)]))
  if (filter.limit !== undefined) query = query.limit(filter.limit)
  return query.orderBy('acquisitions.path').orderBy('claims.acquisition').orderBy('claims.number').execute()
}

async function bytesOf(db: Kysely<Tables>, dir: string, id: string): Promise<Uint8Array> {
  const key = await findKey(db, id)
  const row = key ? await db.selectFrom('acquisitions').select('sha256').where('id', '=', key).executeTakeFirst() : undefined
  if (!row)
    throw new IsnadError({
      code: 'not-found',
      message: `No report ${id} in the ledger.`,
      hint: 'Name it by its path, its address or its id.',
    })
  return readBytes(dir, row.sha256)
}

/** The key of a report in a ledger, for a reading at hand. */
export { reportKey }
