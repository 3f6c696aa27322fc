import { type Kysely, sql } from 'kysely'
import { IsnadError } from '../errors.ts'
import { rederive } from './put.ts'
import type { Tables } from './schema.ts'

/** One step of the schema. Steps are numbered from 1, run once, and never edited after a release. */
interface Migration {
  name: string
  up: (db: Kysely<Tables>) => Promise<unknown>
  /** What is derived from readings is derived again, once all steps are done. */
  rederives?: true
}

const migrations: Migration[] = [
  { name: 'reports', up: reports },
  { name: 'claims', up: claims },
  { name: 'links', up: links },
  { name: 'reviews', up: reviews },
  { name: 'search', up: search },
  { name: 'desk', up: desk, rederives: true },
]

async function reports(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('acquisitions')
    .addColumn('number', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('path', 'text', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('retrieved_at', 'text')
    .execute()
  await db.schema.createIndex('acquisitions_path').on('acquisitions').columns(['path', 'id']).execute()
  for (const column of ['report', 'source'] as const)
    await db.schema.createIndex(`acquisitions_${column}`).on('acquisitions').column(column).execute()
  await db.schema
    .createTable('readings')
    .addColumn('acquisition', 'text', (c) => c.notNull().references('acquisitions.id'))
    .addColumn('rules', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('given', 'integer', (c) => c.notNull())
    .addColumn('current', 'integer', (c) => c.notNull())
    .addColumn('json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('readings_key', ['acquisition', 'rules', 'digest'])
    .execute()
}

async function claims(db: Kysely<Tables>): Promise<void> {
  let table = db.schema
    .createTable('claims')
    .addColumn('acquisition', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
  for (const name of ['claim', 'type', 'modality'] as const) table = table.addColumn(name, 'text', (c) => c.notNull())
  for (const name of ['figure', 'modifier', 'unit', 'population', 'place', 'place_name', 'edtf', 'origin', 'origin_name'] as const)
    table = table.addColumn(name, 'text')
  for (const name of ['min', 'max'] as const) table = table.addColumn(name, 'double precision')
  for (const name of ['first_day', 'last_day', 'start', 'end'] as const) table = table.addColumn(name, 'integer')
  await table.addPrimaryKeyConstraint('claims_key', ['acquisition', 'number']).execute()
  await db.schema.createIndex('claims_type').on('claims').columns(['type', 'place']).execute()
}

async function links(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('links')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('a', 'integer', (c) => c.notNull())
    .addColumn('b', 'integer', (c) => c.notNull())
    .addColumn('json', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('links_a').on('links').column('a').execute()
  await db.schema.createIndex('links_b').on('links').column('b').execute()
  await candidates(db)
}

async function candidates(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('sketches')
    .addColumn('key', 'bigint', (c) => c.notNull())
    .addColumn('report', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('sketches_key', ['key', 'report'])
    .modifyEnd(sql`without rowid`) // SQLite keeps the table in its key then, at half the size
    .execute()
  await db.schema
    .createTable('standings')
    .addColumn('report', 'integer', (c) => c.primaryKey())
    .addColumn('outlet', 'bigint', (c) => c.notNull())
    .addColumn('story', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('commons')
    .addColumn('key', 'bigint', (c) => c.primaryKey())
    .execute()
}

async function reviews(db: Kysely<Tables>): Promise<void> {
  let table = db.schema.createTable('reviews').addColumn('id', 'text', (c) => c.primaryKey())
  for (const name of ['at', 'by', 'json'] as const) table = table.addColumn(name, 'text', (c) => c.notNull())
  await table.execute()
}

/** The one table that PostgreSQL would make otherwise (a tsvector column with a GIN index). */
async function search(db: Kysely<Tables>): Promise<void> {
  await sql`create virtual table search using fts5(acquisition unindexed, words, light, tokenize = "unicode61 remove_diacritics 0")`.execute(
    db,
  )
}

/** What the workbench asks by: facets of claims, cards of reports, whose names and counts are withheld, sentences by their words. */
async function desk(db: Kysely<Tables>): Promise<void> {
  for (const name of ['sentence', 'headline', 'voice'] as const)
    await db.schema
      .alterTable('claims')
      .addColumn(name, 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  for (const name of ['sex', 'age', 'nationality', 'source', 'actors', 'custody'] as const)
    await db.schema.alterTable('claims').addColumn(name, 'text').execute()
  let table = db.schema.createTable('cards').addColumn('number', 'integer', (c) => c.primaryKey().autoIncrement())
  for (const name of ['claims', 'findings', 'dated', 'file', 'sentences'] as const)
    table = table.addColumn(name, 'integer', (c) => c.notNull())
  await table
    .addColumn('report', 'integer', (c) => c.notNull().unique())
    .addColumn('outlet', 'text')
    .addColumn('moment', 'double precision')
    .addColumn('appearance', 'text', (c) => c.notNull())
    .execute()
  await privateTables(db)
  await linkColumns(db)
  await sql`drop table search`.execute(db)
  await sql`create virtual table search using fts5(acquisition unindexed, words, light, hidden, tokenize = "unicode61 remove_diacritics 0")`.execute(
    db,
  )
  await sql`create virtual table sentences using fts5(words, hidden, content = '', contentless_delete = 1, detail = column,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '.,'")`.execute(db)
}

async function privateTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('report', 'integer', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('fullest', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('people_key', ['report', 'words'])
    .execute()
  await db.schema
    .createTable('handfuls')
    .addColumn('report', 'integer', (c) => c.notNull())
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('telling', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('handfuls_key', ['report', 'start'])
    .execute()
  await db.schema
    .createTable('places')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('json', 'text', (c) => c.notNull())
    .execute()
}

async function linkColumns(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('links')
    .addColumn('verdict', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema.alterTable('links').addColumn('independent', 'text').execute()
  for (const name of ['a_start', 'b_start'] as const) await db.schema.alterTable('links').addColumn(name, 'integer').execute()
  const same = sql`json_extract(json, '$.a.path') = (select path from acquisitions where number = links.a)`
  await sql`update links set
    verdict = coalesce(json_extract(json, '$.verdict'), json_extract(json, '$.relation'), ''),
    independent = case json_type(json, '$.independent') when 'true' then 'true' when 'false' then 'false' when 'text' then 'unknown' end,
    a_start = case when ${same} then json_extract(json, '$.a.start') else json_extract(json, '$.b.start') end,
    b_start = case when ${same} then json_extract(json, '$.b.start') else json_extract(json, '$.a.start') end`.execute(db)
  await db.schema
    .createTable('unlinked')
    .addColumn('number', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('link', 'integer', (c) => c.notNull())
    .execute()
  await sql`create trigger links_unlinked after delete on links begin insert into unlinked (link) values (old.rowid); end`.execute(db)
}

/**
 * Brings a database to the newest schema, in one transaction. Safe when two processes open a new ledger at once.
 *
 * @param through the last step to take: for making ledgers as earlier versions did.
 * @throws IsnadError `ledger-version` where a newer Isnad wrote the ledger.
 */
export async function migrate(db: Kysely<Tables>, through = migrations.length): Promise<void> {
  // A ledger that needs nothing is opened without the write lock: another process may be filling it.
  if ((await stepsDone(db)) === through) return
  await db.transaction().execute(async (tx) => {
    await tx.schema
      .createTable('schema_migrations')
      .ifNotExists()
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .execute()
    const done = await tx.selectFrom('schema_migrations').selectAll().orderBy('number').execute()
    refuseNewer(done.at(-1)?.number ?? 0)
    const due = migrations.slice(done.length, through)
    for (const [i, migration] of due.entries()) {
      await migration.up(tx)
      await tx
        .insertInto('schema_migrations')
        .values({ number: done.length + i + 1, name: migration.name })
        .execute()
    }
    if (due.some((migration) => migration.rederives)) await rederive(tx)
  })
}

async function stepsDone(db: Kysely<Tables>): Promise<number> {
  const table = await sql<{ n: number }>`select count(*) as n from sqlite_master where name = 'schema_migrations'`.execute(db)
  if (table.rows[0]!.n === 0) return 0
  const found = await db
    .selectFrom('schema_migrations')
    .select((e) => e.fn.max('number').as('last'))
    .executeTakeFirst()
  return Number(found?.last ?? 0)
}

function refuseNewer(number: number): void {
  if (number <= migrations.length) return
  throw new IsnadError({
    code: 'ledger-version',
    message: `The ledger has schema ${number}; this Isnad knows schemas up to ${migrations.length}.`,
    hint: 'Open it with the newer version of Isnad that wrote it.',
  })
}
