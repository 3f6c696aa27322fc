import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { IsnadError } from '../errors.ts'
import { binaryType, sniffMediaType } from './sniff.ts'
import { type Found, walk } from './walk.ts'

export { sniffMediaType } from './sniff.ts'

/** What the user says of a report beside what it says itself. */
export interface Given {
  /** EDTF. */
  published?: string
  outlet?: string
  url?: string
}

/** Bytes with where, when and as what they came. `id` is 'sha256:' and the hexadecimal SHA-256 of the bytes. */
export interface Acquired {
  id: string
  bytes: Uint8Array
  source: { path?: string; url?: string; mediaType: string; retrievedAt?: string }
  given: Given
}

/** A path that gave no bytes. `skipped`: passed over on purpose (hidden, another type), which fails nothing. */
export interface AcquireFailure {
  path: string
  error: IsnadError
  skipped?: true
}

/** What acquiring needs beside the paths; `now` is the time of the run. */
export interface AcquireOptions {
  given?: Given
  now: Date
  stdin?: AsyncIterable<Uint8Array>
  signal?: AbortSignal
}

/** Largest report in bytes (64 MiB): four thousand times a long one, and what one process can hold several times over. */
export const MAX_BYTES = 64 * 1024 * 1024

/**
 * Reads files, folders (recursively, sorted) and standard input ('-'), one after another. What cannot be read becomes a failure and
 * the rest goes on; an aborted signal ends it after the file at hand.
 *
 * @example for await (const one of acquire(['reports', '-'], { now: new Date(), stdin: process.stdin })) …
 */
export async function* acquire(inputs: readonly string[], options: AcquireOptions): AsyncGenerator<Acquired | AcquireFailure> {
  for (const input of inputs) {
    if (input === '-') yield await acquireStdin(options)
    else for await (const found of walk(input, options.signal)) yield await acquireFound(found, options)
    if (options.signal?.aborted) return
  }
}

/** Whether an acquisition failed or was passed over. @example if (isFailure(one)) report(one.error) */
export const isFailure = (one: Acquired | AcquireFailure): one is AcquireFailure => 'error' in one

/**
 * Wraps bytes that are at hand already.
 *
 * @example acquireBytes(Buffer.from('نص'), { path: 'a.txt', now: new Date() }).source.mediaType // 'text/plain'
 */
export function acquireBytes(bytes: Uint8Array, options: { path?: string; now: Date; given?: Given }): Acquired {
  const given = options.given ?? {}
  const source = {
    path: options.path,
    url: given.url,
    mediaType: sniffMediaType(bytes, options.path),
    retrievedAt: options.now.toISOString(),
  }
  return { id: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes, source, given }
}

async function acquireFound(found: Found, options: AcquireOptions): Promise<Acquired | AcquireFailure> {
  const { path } = found
  if ('skipped' in found) return { path, skipped: true, error: skippedError(path, found.skipped) }
  if ('failed' in found) return { path, error: readError(path, found.failed) }
  try {
    return acquireBytes(await readCapped(path), { ...options, path })
  } catch (thrown) {
    return { path, error: thrown instanceof IsnadError ? thrown : readError(path, thrown) }
  }
}

async function readCapped(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > MAX_BYTES) throw tooLarge(path, size)
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function acquireStdin(options: AcquireOptions): Promise<Acquired | AcquireFailure> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of options.stdin ?? []) {
      size += chunk.length
      if (size > MAX_BYTES) return { path: '-', error: tooLarge('-', size) }
      chunks.push(chunk)
      if (options.signal?.aborted) break
    }
  } catch (thrown) {
    return { path: '-', error: readError('-', thrown) }
  }
  return acquireBytes(Buffer.concat(chunks), { ...options, path: '-' })
}

const nameOf = (path: string): string => (path === '-' ? 'standard input' : path)

const tooLarge = (path: string, size: number): IsnadError =>
  new IsnadError({
    code: 'too-large',
    message: `${nameOf(path)} is too large: ${size} bytes, the limit is ${MAX_BYTES}`,
    hint: 'A report is one article: split the file, one report each.',
  })

const skippedError = (path: string, why: string): IsnadError =>
  new IsnadError({ code: 'not-text', message: `${path} was passed over: ${why}`, hint: 'Name the file itself to read it all the same.' })

const REASONS: Record<string, { code: 'not-found' | 'unreadable'; why: string; hint: string }> = {
  ENOENT: { code: 'not-found', why: 'there is no such file', hint: 'Check the path.' },
  EACCES: { code: 'unreadable', why: 'permission is denied', hint: 'Give yourself the right to read it.' },
  EPERM: { code: 'unreadable', why: 'permission is denied', hint: 'Give yourself the right to read it.' },
}

function readError(path: string, cause: unknown): IsnadError {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? ''
  const reason = REASONS[code] ?? {
    code: 'unreadable' as const,
    why: cause instanceof Error ? cause.message : String(cause),
    hint: 'Check the file and the disk.',
  }
  return new IsnadError({ code: reason.code, message: `Cannot read ${nameOf(path)}: ${reason.why}`, hint: reason.hint, cause })
}

/**
 * The error for bytes that cannot be a report; undefined when they may be one.
 *
 * @example refusal(acquired)?.code // 'not-text' for a photograph
 */
export function refusal({ bytes, source }: Acquired): IsnadError | undefined {
  const name = nameOf(source.path ?? source.url ?? 'the input')
  if (bytes.length > MAX_BYTES) return tooLarge(name, bytes.length)
  if (bytes.length === 0)
    return new IsnadError({ code: 'not-text', message: `${name} is empty`, hint: 'Nothing to read: check how the file was made.' })
  const type = binaryType(bytes)
  if (!type) return undefined
  return new IsnadError({ code: 'not-text', message: `${name} is not text (${type})`, hint: 'Give the report as plain text or HTML.' })
}
