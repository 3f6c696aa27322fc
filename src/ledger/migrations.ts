import { type Kysely, sql } from 'kysely'
import { IsnadError } from '../errors.ts'
import type { Tables } from './schema.ts'

/** One step of the schema. Steps are numbered from 1, run once, and never edited after a release. */
interface Migration {
  name: string
  up: (db: Kysely<Tables>) => Promise<unknown>
}

const migrations: Migration[] = [
  { name: 'reports', up: reports },
  { name: 'claims', up: claims },
  { name: 'links', up: links },
  { name: 'reviews', up: reviews },
  { name: 'search', up: search },
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

/**
 * Brings a database to the newest schema, in one transaction. Safe when two processes open a new ledger at once.
 *
 * @throws IsnadError `ledger-version` where a newer Isnad wrote the ledger.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.schema
      .createTable('schema_migrations')
      .ifNotExists()
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .execute()
    const done = await tx.selectFrom('schema_migrations').selectAll().orderBy('number').execute()
    refuseNewer(done.at(-1)?.number ?? 0)
    for (const [i, migration] of migrations.entries()) {
      if (i < done.length) continue
      await migration.up(tx)
      await tx
        .insertInto('schema_migrations')
        .values({ number: i + 1, name: migration.name })
        .execute()
    }
  })
}

function refuseNewer(number: number): void {
  if (number <= migrations.length) return
  throw new IsnadError({
    code: 'ledger-version',
    message: `The ledger has schema ${number}; this Isnad knows schemas up to ${migrations.length}.`,
    hint: 'Open it with the newer version of Isnad that wrote it.',
  })
}
