import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Reading } from '../model.ts'
import { deriveFrom } from './derive.ts'
import { linkReport } from './links.ts'
import { ownVeil } from './private/own.ts'
import { claimRows } from './rows.ts'
import type { PlaceRow, Tables } from './schema.ts'
import { indexReport, unindexReport } from './search.ts'
import { putSentences, takeSentences } from './sentence-index.ts'

/** Rows of one insert: SQLite takes 32,766 parameters a statement. */
const INSERT_ROWS = 500

type Filled = 'claims' | 'people' | 'handfuls'

/** Writes what is derived from a reading that has come into force, links apart. */
export async function putDerived(tx: Kysely<Tables>, acquisition: string, reading: Reading): Promise<void> {
  const report = await numberOf(tx, acquisition)
  const veil = ownVeil(reading)
  const { card, facets, sentences, people, handfuls, places } = deriveFrom(reading, veil)
  const first = (await lastSentence(tx)) + 1
  const claims = claimRows(reading).map((row, i) => ({ ...row, ...facets[i]!, sentence: first + facets[i]!.sentence }))
  await insertAll(tx, 'claims', claims)
  await insertAll(
    tx,
    'people',
    people.map((row) => ({ report, ...row })),
  )
  await insertAll(
    tx,
    'handfuls',
    handfuls.map((row) => ({ report, ...row })),
  )
  for (const place of places) await putPlace(tx, place)
  await putSentences(tx, { reading, veil, sentences, first })
  await indexReport(tx, { report, acquisition, reading, veil })
  await tx
    .insertInto('cards')
    .values({ report, ...card, sentences: first + sentences.length - 1 })
    .execute()
}

/** Takes it away again, when a newer reading replaces the old one. */
export async function takeDerived(tx: Kysely<Tables>, acquisition: string): Promise<void> {
  const report = await numberOf(tx, acquisition)
  await takeSentences(tx, acquisition)
  await tx.deleteFrom('claims').where('acquisition', '=', acquisition).execute()
  for (const table of ['people', 'handfuls', 'cards'] as const) await tx.deleteFrom(table).where('report', '=', report).execute()
  await unindexReport(tx, report)
}

const DERIVED = ['claims', 'people', 'handfuls', 'places', 'cards', 'links', 'sketches', 'standings', 'commons'] as const

/** Derives everything anew from the readings in force, for a ledger whose tables, or whose keys of candidates, have changed. */
export async function rederive(tx: Kysely<Tables>): Promise<void> {
  for (const table of DERIVED) await tx.deleteFrom(table).execute()
  for (let last = 0; ; ) {
    const row = await tx
      .selectFrom('acquisitions')
      .innerJoin('readings', (j) => j.onRef('readings.acquisition', '=', 'acquisitions.id').on('readings.current', '=', 1))
      .select(['number', 'acquisitions.id', 'json'])
      .where('number', '>', last)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst()
    if (!row) return
    const reading = JSON.parse(row.json) as Reading
    await putDerived(tx, row.id, reading)
    await linkReport(tx, row.id, reading)
    last = row.number
  }
}

const numberOf = async (tx: Kysely<Tables>, acquisition: string): Promise<number> =>
  (await tx.selectFrom('acquisitions').select('number').where('id', '=', acquisition).executeTakeFirstOrThrow()).number

/** Sentences are numbered on through the cards, so that a search's answer is a list of small numbers. */
const lastSentence = async (tx: Kysely<Tables>): Promise<number> =>
  (await tx.selectFrom('cards').select('sentences').orderBy('number', 'desc').limit(1).executeTakeFirst())?.sentences ?? 0

async function insertAll<T extends Filled>(tx: Kysely<Tables>, table: T, rows: readonly Tables[T][]): Promise<void> {
  for (let i = 0; i < rows.length; i += INSERT_ROWS)
    await tx
      .insertInto(table)
      .values(rows.slice(i, i + INSERT_ROWS) as never)
      .execute()
}

/** Of several mentions of a place the first by its JSON is kept, whichever came first. */
const putPlace = (tx: Kysely<Tables>, place: PlaceRow): Promise<unknown> =>
  sql`insert into places (id, json) values (${place.id}, ${place.json})
    on conflict (id) do update set json = excluded.json where excluded.json < places.json`.execute(tx)
