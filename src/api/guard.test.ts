import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLoopback, urlOf } from './guard.ts'
import { type TestServer, testServer } from './testing/server.ts'

let server: TestServer
let port: string
beforeAll(async () => {
  server = await testServer()
  port = new URL(server.url).port
})
afterAll(() => server.close())

const withPort = (host: string): string => host.replace('PORT', port)

describe('the name a server is called by', () => {
  it.each(['127.0.0.1:PORT', 'localhost:PORT', 'LOCALHOST:PORT', '[::1]:PORT'])('%s is its own', async (host) =>
    expect((await server.raw('/api/settings', { headers: { host: withPort(host) } })).status).toBe(200),
  )

  it.each([
    'evil.example:PORT',
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example:PORT',
    '127.0.0.1:PORT.evil.example',
    '0.0.0.0:PORT',
    'a b',
    '[',
  ])('%s is refused: a foreign name may be made to point here', async (host) => {
    for (const path of ['/', '/api/settings', '/api/export']) {
      const answer = await server.raw(path, { headers: { host: withPort(host) } })
      expect([answer.status, answer.json?.error.code]).toEqual([403, 'forbidden'])
    }
  })
})

describe('where a request comes from', () => {
  const own = { host: '127.0.0.1:PORT' }

  it.each([
    [{ origin: 'http://127.0.0.1:PORT' }, 200],
    [{ origin: 'http://localhost:PORT' }, 200],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'https://127.0.0.1:PORT' }, 403],
    [{ origin: 'http://127.0.0.1:PORT.evil.example' }, 403],
    [{ origin: 'http://127.0.0.1:1' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 200],
    [{}, 200],
  ])('GET with %j: %i', async (headers, status) => {
    const sent = Object.fromEntries(Object.entries({ ...own, ...headers }).map(([name, value]) => [name, withPort(value)]))
    expect((await server.raw('/api/settings', { headers: sent })).status).toBe(status)
  })

  it.each([
    [{ origin: 'http://127.0.0.1:PORT' }, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }, 403],
    [{ origin: 'http://evil.example' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{}, 403],
  ])('a change with %j: %i', async (headers, status) => {
    const sent = Object.fromEntries(Object.entries({ ...own, ...headers }).map(([name, value]) => [name, withPort(value)]))
    const answer = await server.raw('/api/settings/names', { method: 'DELETE', headers: sent })
    expect(answer.status).toBe(status)
    if (status === 403) expect(answer.json.error.hint).toContain(server.url)
  })

  it('lets a link from elsewhere open the workbench', async () => {
    expect((await server.raw('/', { headers: { host: withPort(own.host), 'sec-fetch-site': 'cross-site' } })).status).toBe(200)
  })
})

describe('every answer', () => {
  it.each([['/'], ['/api/settings'], ['/api/nothing'], ['/nothing.js'], ['/api/openapi.json']])('of %s is fenced in', async (path) => {
    const { headers } = await server.get(path)
    const policy = headers.get('content-security-policy')!
    expect(policy).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/u)
    expect(policy).not.toMatch(/unsafe|\*|https?:/u)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('an address', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.7', false],
    ['127.evil.example', false],
  ])('%s is of this machine only: %s', (host, is) => expect(isLoopback(host)).toBe(is))

  it.each([
    [{ host: '::1', port: 80 }, 'http://[::1]'],
    [{ host: '0.0.0.0', port: 4747 }, 'http://127.0.0.1:4747'],
    [{ host: 'desk.example', port: 4747 }, 'http://desk.example:4747'],
  ])('%j is opened at %s', (own, url) => expect(urlOf(own)).toBe(url))

  it('that was bound to all answers to this machine’s names', async () => {
    const open = await testServer({ host: '0.0.0.0' })
    const { port } = new URL(open.url)
    expect((await open.raw('/api/settings', { headers: { host: `127.0.0.1:${port}` } })).status).toBe(200)
    expect((await open.raw('/api/settings', { headers: { host: `evil.example:${port}` } })).status).toBe(403)
    await open.close()
  })
})
