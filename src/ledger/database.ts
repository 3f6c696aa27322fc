import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CompiledQuery, type Dialect, type Driver, Kysely, SqliteDialect } from 'kysely'
import { asIsnadError, type ErrorCode, IsnadError } from '../errors.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './schema.ts'

/** How long a writer waits for another process to finish its report, in milliseconds. */
const BUSY_MS = 20_000

/**
 * Opens (or makes) the database of a ledger folder and brings it to the newest schema.
 * Write-ahead log, one writer at a time; a second process waits {@link BUSY_MS}.
 *
 * @throws IsnadError `ledger-unwritable`, `ledger-locked`, `ledger-version`, `bad-data` (not a ledger), `not-found`.
 */
export async function openDatabase(options: { dir: string; create: boolean }): Promise<Kysely<Tables>> {
  const file = join(options.dir, 'ledger.sqlite')
  return guard(`opening the ledger ${options.dir}`, async () => {
    if (options.create) mkdirSync(join(options.dir, 'bytes'), { recursive: true })
    const raw = new Database(file, { fileMustExist: !options.create, timeout: BUSY_MS })
    try {
      raw.pragma('journal_mode = WAL')
      raw.pragma('synchronous = NORMAL')
      raw.pragma('foreign_keys = ON')
      const db = new Kysely<Tables>({ dialect: immediate(raw) })
      await migrate(db)
      return db
    } catch (thrown) {
      raw.close()
      throw thrown
    }
  })
}

/**
 * SQLite takes the write lock when a transaction begins: two processes then queue instead of failing in the middle.
 * On a full disk SQLite rolls back by itself; rolling back again would hide what happened.
 */
function immediate(raw: Database.Database): Dialect {
  const dialect = new SqliteDialect({ database: raw })
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => {
      const driver: Driver = dialect.createDriver()
      const run =
        (sql: string): Driver['beginTransaction'] =>
        async (connection) =>
          void (await connection.executeQuery(CompiledQuery.raw(sql)))
      driver.beginTransaction = run('begin immediate')
      driver.rollbackTransaction = async (connection) => (raw.inTransaction ? run('rollback')(connection, {}) : undefined)
      return driver
    },
  }
}

const LOCKED = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL'])
const UNWRITABLE = /^(SQLITE_(FULL|READONLY|IOERR|PERM|CANTOPEN)|EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EFBIG|ENOTDIR|EEXIST|EISDIR|EIO)/
const NOT_A_LEDGER = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT'])

/**
 * Runs something that touches the ledger's files; what the system or SQLite throws becomes an IsnadError.
 *
 * @example await guard('adding a.txt', () => write())
 */
export async function guard<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw ledgerError(thrown, doing)
  }
}

function ledgerError(thrown: unknown, doing: string): IsnadError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const known = explain(code)
  if (thrown instanceof IsnadError || !known) return asIsnadError(thrown, doing)
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return new IsnadError({ ...known, message: `Failed while ${doing}: ${reason}`, cause: thrown })
}

function explain(code: string): { code: ErrorCode; hint: string } | null {
  if (LOCKED.has(code))
    return {
      code: 'ledger-locked',
      hint: 'Another process is writing to this ledger. Wait until it is done and run again: nothing is lost.',
    }
  if (UNWRITABLE.test(code))
    return {
      code: 'ledger-unwritable',
      hint: 'Check that the folder exists, is yours to write and that the disk has room. Reports already in the ledger are safe.',
    }
  if (NOT_A_LEDGER.has(code))
    return {
      code: 'bad-data',
      hint: 'The file ledger.sqlite is not a ledger, or is damaged. Restore it from a copy, or ingest into a new folder.',
    }
  return null
}
