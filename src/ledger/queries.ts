import type { Kysely } from 'kysely'
import { IsnadError } from '../errors.ts'
import { pathOf, reportKey } from '../link/key.ts'
import type { Link, Reading, Span } from '../model.ts'
import { byForce } from './add.ts'
import { readBytes } from './bytes.ts'
import type { Kept } from './rows.ts'
import type { AcquisitionRow, ClaimRow, Tables } from './schema.ts'
import { findReports, hitsOf, snippetOf } from './search.ts'

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

/** Columns of a claim that mean something outside the ledger. */
const CLAIM_COLUMNS = [
  ...(['acquisition', 'number', 'claim', 'type', 'modality', 'figure', 'min', 'max', 'modifier', 'unit', 'population'] as const),
  ...([
    'sex',
    'age',
    'nationality',
    'place',
    'place_name',
    'edtf',
    'first_day',
    'last_day',
    'origin',
    'origin_name',
    'start',
    'end',
  ] as const),
] as const

/** A claim as a flat row: see {@link ClaimRow} for units. `path` names the report. */
export type FlatClaim = Pick<ClaimRow, (typeof CLAIM_COLUMNS)[number]> & { path: string }

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

type AcquisitionFound = Omit<AcquisitionRow, 'number'> & { number: number }

/** Runs one piece of work after another, naming what it does. */
export type Run = <T>(doing: string, work: () => Promise<T>) => Promise<T>

/** How many rows a page of a listing holds. */
const PAGE = 200

export async function* readingsOf(db: Kysely<Tables>, run: Run): AsyncGenerator<Reading> {
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

export async function isKnown(db: Kysely<Tables>, { id, source }: Pick<Kept, 'id' | 'source'>, rules: string): Promise<boolean> {
  const key = reportKey({ report: { id, source } })
  const row = await db.selectFrom('readings').select('digest').where('acquisition', '=', key).where('rules', '=', rules).executeTakeFirst()
  return row !== undefined
}

export async function versionsOf(db: Kysely<Tables>, id: string): Promise<Reading[]> {
  const key = await findKey(db, id)
  if (!key) return []
  const rows = await db.selectFrom('readings').selectAll().where('acquisition', '=', key).execute()
  return rows.toSorted(byForce).map((row) => JSON.parse(row.json) as Reading)
}

export async function acquisitionsOf(db: Kysely<Tables>): Promise<Acquisition[]> {
  const rows = await db.selectFrom('acquisitions').selectAll().orderBy('path').orderBy('id').execute()
  return rows.map(acquired)
}

export async function acquisitionOf(db: Kysely<Tables>, id: string): Promise<Acquisition | null> {
  const key = await findKey(db, id)
  const row = key ? await db.selectFrom('acquisitions').selectAll().where('id', '=', key).executeTakeFirst() : undefined
  return row ? acquired(row) : null
}

const acquired = ({ number: _, media_type, retrieved_at, ...row }: AcquisitionFound): Acquisition => ({
  ...row,
  mediaType: media_type,
  retrievedAt: retrieved_at,
})

export async function countOf(db: Kysely<Tables>): Promise<{ reports: number; claims: number; links: number }> {
  const of = async (table: 'acquisitions' | 'claims' | 'links'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(row.n)
  }
  return { reports: await of('acquisitions'), claims: await of('claims'), links: await of('links') }
}

export async function* linksOf(db: Kysely<Tables>, run: Run): AsyncGenerator<Link> {
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

export async function searchOf(db: Kysely<Tables>, words: string, limit: number): Promise<SearchHit[]> {
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

export async function claimsOf(db: Kysely<Tables>, filter: ClaimFilter): Promise<FlatClaim[]> {
  let query = db
    .selectFrom('claims')
    .innerJoin('acquisitions', 'acquisitions.id', 'claims.acquisition')
    .select(CLAIM_COLUMNS.map((column) => `claims.${column}` as const))
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

export async function bytesOf(db: Kysely<Tables>, dir: string, id: string): Promise<Uint8Array> {
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
