import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { asIsnadError, IsnadError } from '../../errors.ts'

/** Hexadecimal digits of a pseudonym: 32 bits, one chance in two of a shared one only at 77,000 people. */
const DIGITS = 8
const KEY_BYTES = 32

/**
 * Makes the pseudonyms of one ledger: the same name gives the same pseudonym under the same key, and without the key nobody can test a name.
 *
 * @example pseudonyms('secret')('سلمي الحمدان') // 'person-…' and eight digits
 */
export const pseudonyms =
  (key: string): ((name: string) => string) =>
  (name) =>
    `person-${createHmac('sha256', key).update(name).digest('hex').slice(0, DIGITS)}`

const KEY_FILE = 'pseudonym.key'

/**
 * The key of a ledger. A new ledger takes over its user's key, so that the same reports give the same export in each of a user's ledgers;
 * from then on the ledger has its own copy and stays the same wherever it is carried.
 *
 * @param options `dir` the ledger's folder; `home` the user's folder of Isnad, made where it is missing; `key` overrules both.
 * @throws IsnadError `ledger-unwritable`
 */
export function ledgerKey(options: { dir?: string; home: string; key?: string }): string {
  const { dir, home, key } = options
  if (key) return key
  const own = dir === undefined ? undefined : join(dir, KEY_FILE)
  if (own && existsSync(own)) return readKey(own)
  const users = keyIn(home)
  if (own && existsSync(dirname(own))) keep(own, users)
  return users
}

type Environment = Readonly<Record<string, string | undefined>>

/** Isnad's folder of the user, by the XDG base directory rules. */
export const userFolder = (env: Environment): string => join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'isnad')

/** The key of a ledger's pseudonyms: ISNAD_KEY, else the ledger's own, else the user's. */
export const keyFor = (env: Environment, dir?: string): string =>
  ledgerKey({ home: userFolder(env), ...(dir === undefined ? {} : { dir }), ...(env.ISNAD_KEY ? { key: env.ISNAD_KEY } : {}) })

const readKey = (file: string): string => {
  const key = readFileSync(file, 'utf8').trim()
  if (key !== '') return key
  throw new IsnadError({
    code: 'bad-data',
    message: `The key file ${file} is empty.`,
    hint: 'Restore it from a copy, or remove it: pseudonyms then change.',
  })
}

function keyIn(home: string): string {
  const file = join(home, KEY_FILE)
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    keep(file, randomBytes(KEY_BYTES).toString('hex'))
  }
  return readKey(file)
}

/** Puts a key into place whole, and leaves one that another run has put there first. */
function keep(file: string, key: string): void {
  const part = `${file}.${process.pid}.part`
  try {
    writeFileSync(part, `${key}\n`, { mode: 0o600 })
    linkSync(part, file)
  } catch (thrown) {
    if (!existsSync(file)) throw unwritable(file, thrown)
  } finally {
    rmSync(part, { force: true })
  }
}

const unwritable = (file: string, thrown: unknown): IsnadError =>
  new IsnadError({
    code: 'ledger-unwritable',
    message: `Cannot keep the key of the pseudonyms in ${file}: ${asIsnadError(thrown, 'writing a key').message}`,
    hint: 'Make the folder writable, or set ISNAD_KEY to a secret of your own.',
    cause: thrown,
  })
