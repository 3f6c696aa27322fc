import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from './testing/server.ts'

let server: TestServer
let bare: TestServer
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isnad-web-'))
  const web = join(folder, 'web')
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>front</title>')
  writeFileSync(join(web, 'assets', 'index-Ab3_x-9Z.js'), 'export {}')
  writeFileSync(join(web, 'assets', 'plain.css'), 'p{}')
  writeFileSync(join(web, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(web, 'link.txt'))
  server = await testServer({ web })
  bare = await testServer()
})
afterAll(async () => {
  await Promise.all([server.close(), bare.close()])
  rmSync(folder, { recursive: true, force: true })
})

const raw = (path: string) => server.raw(path, { headers: { host: new URL(server.url).host } })

describe('the built workbench', () => {
  it.each([
    ['/', 'text/html', 'no-cache', 'front'],
    ['/ledger', 'text/html', 'no-cache', 'front'],
    [`/reports/${'a'.repeat(64)}?claim=c1`, 'text/html', 'no-cache', 'front'],
    ['/assets/index-Ab3_x-9Z.js', 'text/javascript', 'immutable', 'export {}'],
    ['/assets/plain.css', 'text/css', 'no-cache', 'p{}'],
    ['/icon.svg', 'image/svg+xml', 'no-cache', '<svg'],
  ])('%s is %s', async (path, type, caching, content) => {
    const answer = await server.get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)])
    expect(answer.headers.get('cache-control')).toContain(caching)
    expect(answer.text).toContain(content)
  })

  it.each([
    '/nothing.js',
    '/assets/index-gone1234.js',
    '/link.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00secret.txt',
    '/%ff.txt',
    '//secret.txt',
    '/assets',
    '/assets/',
  ])('%s gives nothing from outside the folder', async (path) => {
    const { status, text } = await raw(path)
    expect(text).not.toContain('secret\n')
    expect(text === '<!doctype html><title>front</title>' || status === 404).toBe(true)
    expect(text).not.toBe('secret')
  })

  it('gives no page where data was asked for', async () => {
    const answer = await server.get('/api/nothing')
    expect([answer.status, answer.json.error.code]).toEqual([404, 'not-found'])
  })
})

describe('where the workbench is not built', () => {
  it('a plain page says so in both languages', async () => {
    const { status, text, headers } = await bare.get('/')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toMatch(/<section lang="ar" dir="rtl">[\s\S]+<section lang="en" dir="ltr">/u)
    expect(text).toContain('npm run build')
    expect(headers.get('content-security-policy')).toMatch(/style-src 'self' 'sha256-/u)
    for (const [, path] of text.matchAll(/href="([^"]+)"/gu)) expect((await bare.get(path!.replaceAll('&amp;', '&'))).status).toBe(200)
  })

  it('other addresses are not found', async () => expect((await bare.get('/ledger')).status).toBe(404))
})
