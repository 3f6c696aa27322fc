import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { IsnadError } from '../errors.ts'

/** SHA-256 in hex. @example sha256('a').slice(0, 4) // 'ca97' */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

const placeOf = (dir: string, digest: string): string => join(dir, 'bytes', digest.slice(0, 2), digest)

const partsOf = (dir: string): string => join(dir, 'bytes', 'parts')

/** Removes what killed processes left half-written; parts of living processes stay. */
export async function sweepParts(dir: string): Promise<void> {
  const names = await readdir(partsOf(dir)).catch(() => [])
  for (const name of names) if (!isAlive(Number(name.split('.')[0]))) await rm(join(partsOf(dir), name), { force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM'
  }
}

/**
 * Keeps original bytes under their SHA-256: written aside, flushed, then renamed, so that a file that is there is whole.
 * Returns the digest. Keeping the same bytes again does nothing.
 */
export async function keepBytes(dir: string, bytes: Uint8Array): Promise<string> {
  const digest = sha256(bytes)
  const place = placeOf(dir, digest)
  if (existsSync(place)) return digest
  await mkdir(dirname(place), { recursive: true })
  await mkdir(partsOf(dir), { recursive: true })
  const aside = join(partsOf(dir), `${process.pid}.${randomUUID()}`)
  try {
    await writeThrough(aside, bytes)
    await rename(aside, place)
  } catch (thrown) {
    await rm(aside, { force: true })
    throw thrown
  }
  return digest
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * The original bytes of a report.
 *
 * @throws IsnadError `not-found` where they are gone, `bad-data` where they no longer match their digest.
 */
export async function readBytes(dir: string, digest: string): Promise<Uint8Array> {
  const bytes = await readFile(placeOf(dir, digest)).catch(() => null)
  if (!bytes)
    throw new IsnadError({
      code: 'not-found',
      message: `The bytes ${digest} are not in the ledger.`,
      hint: 'Restore the folder bytes/ from a copy.',
    })
  if (sha256(bytes) === digest) return bytes
  throw new IsnadError({ code: 'bad-data', message: `The bytes kept as ${digest} were changed.`, hint: 'Restore that file from a copy.' })
}
