import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { CompiledQuery, type Dialect, type Driver, Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { asIsnadError, type ErrorCode, IsnadError } from '../errors.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './schema.ts'

/** How long a writer waits for another process to finish its report, in milliseconds. */
const BUSY_MS = 20_000

/**
 * Opens (or makes) the database of a ledger folder and brings it to the newest schema.
 * Write-ahead log, one writer at a time; a second process waits {@link BUSY_MS}.
 *
 * @throws IsnadError `ledger-unwritable`, `ledger-locked`, `ledger-version`, `bad-data` (not a ledger).
 */
export async function openDatabase(options: { dir: string; create: boolean; through?: number }): Promise<Kysely<Tables>> {
  const file = join(options.dir, 'ledger.sqlite')
  return guard(`opening the ledger ${options.dir}`, async () => {
    if (options.create) mkdirSync(join(options.dir, 'bytes'), { recursive: true })
    const raw = new DatabaseSync(file, { timeout: BUSY_MS })
    try {
      raw.exec('pragma journal_mode = WAL; pragma synchronous = NORMAL; pragma foreign_keys = ON')
      const db = new Kysely<Tables>({ dialect: immediate(raw) })
      await migrate(db, options.through)
      return db
    } catch (thrown) {
      raw.close()
      throw thrown
    }
  })
}

/** Node's own SQLite in the shape that Kysely's dialect asks for. */
function asKyselyDatabase(raw: DatabaseSync): SqliteDatabase {
  return {
    close: () => raw.close(),
    prepare(sql) {
      const statement = raw.prepare(sql)
      const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
}

/**
 * SQLite takes the write lock when a transaction begins: two processes then queue instead of failing in the middle.
 * On a full disk SQLite rolls back by itself; rolling back again would hide what happened.
 */
function immediate(raw: DatabaseSync): Dialect {
  const dialect = new SqliteDialect({ database: asKyselyDatabase(raw) })
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
      driver.rollbackTransaction = async (connection) => (raw.isTransaction ? run('rollback')(connection, {}) : undefined)
      return driver
    },
  }
}

/** SQLite's primary result codes (sqlite.org/rescode.html): BUSY, LOCKED, PROTOCOL. */
const LOCKED = new Set([5, 6, 15])
/** PERM, READONLY, IOERR, FULL, CANTOPEN. */
const UNWRITABLE = new Set([3, 8, 10, 13, 14])
/** CORRUPT, NOTADB. */
const NOT_A_LEDGER = new Set([11, 26])
const UNWRITABLE_FILE = /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EFBIG|ENOTDIR|EEXIST|EISDIR|EIO)/

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
  const { code = '', errcode = 0 } = thrown as { code?: string; errcode?: number }
  const known = explain(String(code), errcode & 0xff)
  if (thrown instanceof IsnadError || !known) return asIsnadError(thrown, doing)
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return new IsnadError({ ...known, message: `Failed while ${doing}: ${reason}`, cause: thrown })
}

function explain(code: string, result: number): { code: ErrorCode; hint: string } | null {
  if (LOCKED.has(result))
    return {
      code: 'ledger-locked',
      hint: 'Another process is writing to this ledger. Wait until it is done and run again: nothing is lost.',
    }
  if (UNWRITABLE.has(result) || UNWRITABLE_FILE.test(code))
    return {
      code: 'ledger-unwritable',
      hint: 'Check that the folder exists, is yours to write and that the disk has room. Reports already in the ledger are safe.',
    }
  if (NOT_A_LEDGER.has(result))
    return {
      code: 'bad-data',
      hint: 'The file ledger.sqlite is not a ledger, or is damaged. Restore it from a copy, or ingest into a new folder.',
    }
  return null
}
