import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Acquired, type AcquireFailure, type AcquireOptions, acquire, isFailure, MAX_BYTES } from './index.ts'
import { sniffMediaType } from './sniff.ts'

const now = new Date('2021-01-01T00:00:00Z')
let dir = ''

async function all(inputs: string[], options: Partial<AcquireOptions> = {}): Promise<(Acquired | AcquireFailure)[]> {
  const found: (Acquired | AcquireFailure)[] = []
  for await (const one of acquire(inputs, { now, ...options })) found.push(one)
  return found
}
const told = (one: Acquired | AcquireFailure): string =>
  isFailure(one)
    ? `${one.path.slice(dir.length + 1)}: ${one.skipped ? 'passed over' : one.error.code}`
    : `${one.source.path!.slice(dir.length + 1)}: ${one.source.mediaType}`

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'isnad-acquire-'))
  await mkdir(join(dir, 'b/c'), { recursive: true })
  await writeFile(join(dir, 'b/2.txt'), 'خبر ثان')
  await writeFile(join(dir, 'b/10.txt'), 'خبر أول')
  await writeFile(join(dir, 'b/c/page.txt'), '<!DOCTYPE html><p>خبر')
  await writeFile(join(dir, 'b/.hidden.txt'), 'خبر')
  await writeFile(join(dir, 'b/photo.jpg'), Buffer.from([0xff, 0xd8, 0xff]))
  await writeFile(join(dir, 'b/plain'), 'خبر بلا امتداد')
  await symlink(join(dir, 'b'), join(dir, 'b/c/up'))
  await symlink(join(dir, 'nowhere'), join(dir, 'b/z.txt'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

describe('acquire', () => {
  it('walks folders in sorted order; tells what it passes over and what it cannot read', async () => {
    expect((await all([join(dir, 'b')])).map(told)).toEqual([
      'b/.hidden.txt: passed over',
      'b/10.txt: text/plain',
      'b/2.txt: text/plain',
      'b/c/page.txt: text/html',
      'b/c/up: passed over',
      'b/photo.jpg: passed over',
      'b/plain: text/plain',
      'b/z.txt: not-found',
    ])
  })
  it('gives bytes, hash, time and what was given', async () => {
    const [one] = (await all([join(dir, 'b/2.txt')], { given: { url: 'https://a.example/x' } })) as Acquired[]
    expect(one).toEqual({
      id: 'sha256:1df5636ccd634aafb0cbbd7a0e3283b11983b5b255eac4b5e2be61fe2b551d2c',
      bytes: Buffer.from('خبر ثان'),
      source: { path: join(dir, 'b/2.txt'), url: 'https://a.example/x', mediaType: 'text/plain', retrievedAt: '2021-01-01T00:00:00.000Z' },
      given: { url: 'https://a.example/x' },
    })
  })
  it('reads a named file whatever its name, and says what it is', async () => {
    expect((await all([join(dir, 'b/photo.jpg'), join(dir, 'none.txt')])).map(told)).toEqual([
      'b/photo.jpg: image/jpeg',
      'none.txt: not-found',
    ])
  })
  it('goes on past an unreadable file', async () => {
    const path = join(dir, 'b/2.txt')
    await chmod(path, 0)
    const found = await all([path, join(dir, 'b/10.txt')])
    await chmod(path, 0o644)
    // The superuser reads everything: there the file must come whole.
    expect(found.map(told)).toEqual([process.getuid?.() === 0 ? 'b/2.txt: text/plain' : 'b/2.txt: unreadable', 'b/10.txt: text/plain'])
  })
  it('reads standard input', async () => {
    const [one] = (await all(['-'], { stdin: chunks('خبر ', 'طويل') })) as Acquired[]
    expect([Buffer.from(one!.bytes).toString(), one!.source.path]).toEqual(['خبر طويل', '-'])
  })
  it('refuses what is too large before reading it', async () => {
    const path = join(dir, 'large.txt')
    await writeFile(path, '')
    await truncate(path, MAX_BYTES + 1)
    expect((await all([path])).map(told)).toEqual(['large.txt: too-large'])
    await rm(path)
    const many = Array.from({ length: 65 }, () => new Uint8Array(1024 * 1024))
    expect((await all(['-'], { stdin: chunks(...many) })).map((one) => isFailure(one) && one.error.code)).toEqual(['too-large'])
  })
  it('a failing standard input is one failure', async () => {
    const found = await all(['-', join(dir, 'b/10.txt')], { stdin: failing() })
    expect([isFailure(found[0]!) && found[0].error.code, found.length]).toEqual(['unreadable', 2])
  })
  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const seen: string[] = []
    for await (const one of acquire([join(dir, 'b'), join(dir, 'b')], { now, signal: stop.signal })) {
      seen.push(told(one))
      stop.abort()
    }
    expect(seen.length).toBe(1)
  })
})

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part
}
// biome-ignore lint/correctness/useYield: it fails before its first chunk
async function* failing(): AsyncGenerator<Uint8Array> {
  throw new Error('the pipe broke')
}

describe('what a file is', () => {
  it.each([
    ['text/html', '<!doctype html><p>نص', 'a.txt'],
    ['text/html', '\n<html lang="ar">', ''],
    ['text/html', '<?xml version="1.0"?><html>', 'a'],
    ['text/html', '\ufeff<HTML>', 'a'],
    ['text/html', '<p>نص بلا رأس</p>', 'a.htm'],
    ['text/plain', 'نص <b> فيه علامة', 'a.txt'],
    ['text/plain', 'نص لا غير', 'a.html'],
    ['application/pdf', '%PDF-1.4', 'a.txt'],
    ['application/octet-stream', 'a\0b\0\u0001\u0002', 'a.txt'],
  ])('%s: %s', (type, content, name) => expect(sniffMediaType(Buffer.from(content), name)).toBe(type))
  it('UTF-16 is text', () => expect(sniffMediaType(Buffer.from('قالت لجنة', 'utf16le'))).toBe('text/plain'))
  it('UTF-16 may be a page', () => expect(sniffMediaType(Buffer.from('\ufeff<html><p>قالت', 'utf16le'))).toBe('text/html'))
})
