import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITS } from './body.ts'
import { ApiError } from './shapes.ts'
import { type Answer, formOf, type TestServer, testServer } from './testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

/** The one error shape, with its status and code, in words that say what to do. */
function isError(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.json?.error?.code], answer.text).toEqual([status, code])
  expect(ApiError.parse(answer.json)).toEqual(answer.json)
  expect(answer.json.error.message.length).toBeGreaterThan(5)
  expect(answer.json.error.hint.length).toBeGreaterThan(5)
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
}

const KEY = 'a'.repeat(64)

describe('a question that cannot be answered', () => {
  it.each([
    ['/api/nothing', 404, 'not-found'],
    ['/api', 404, 'not-found'],
    ['/api/', 404, 'not-found'],
    [`/api/reports/${KEY}`, 404, 'not-found'],
    [`/api/reports/${KEY}/original`, 404, 'not-found'],
    [`/api/reports/${KEY}/explain?at=1`, 404, 'not-found'],
    [`/api/links?report=${KEY}`, 404, 'not-found'],
    ['/api/links?after=nowhere', 400, 'bad-usage'],
    ['/api/reports?after=nowhere', 400, 'bad-usage'],
    ['/api/claims?after=nowhere', 400, 'bad-usage'],
    ['/api/measures?after=nowhere', 400, 'bad-usage'],
    ['/api/claims?from=someday', 400, 'bad-request'],
    ['/api/reports/short', 400, 'bad-request'],
    [`/api/reports/${KEY}/explain`, 400, 'bad-request'],
    [`/api/reports/${KEY}/explain?at=-1`, 400, 'bad-request'],
    ['/api/claims?limit=0', 400, 'bad-request'],
    ['/api/claims?limit=many', 400, 'bad-request'],
    ['/api/claims?limit=201', 400, 'bad-request'],
    ['/api/claims?sort=truth', 400, 'bad-request'],
    ['/api/claims?figures=maybe', 400, 'bad-request'],
    [`/api/claims?q=${'x'.repeat(501)}`, 400, 'bad-request'],
    ['/api/search', 400, 'bad-request'],
    ['/api/search?q=%20', 400, 'bad-request'],
    ['/api/measures/none', 404, 'not-found'],
    ['/api/measures/none?policy=truth', 400, 'bad-request'],
    ['/api/dossier?format=pdf', 400, 'bad-request'],
    ['/api/dossier?policy=truth', 400, 'bad-request'],
    ['/api/export?format=html', 400, 'bad-request'],
    ['/api/schema/none', 404, 'not-found'],
    ['/api/runs/none', 404, 'not-found'],
    ['/api/runs/none/events', 404, 'not-found'],
  ])('GET %s: %i %s', async (path, status, code) => isError(await server.get(path), status, code))

  it.each([
    ['POST', '/api/overview', 405, 'method-not-allowed'],
    ['DELETE', `/api/reports/${KEY}`, 405, 'method-not-allowed'],
    ['PATCH', '/api/settings/names', 405, 'method-not-allowed'],
    ['DELETE', '/api/runs/none', 404, 'not-found'],
    ['POST', '/', 405, 'method-not-allowed'],
    ['PUT', '/api/nothing', 404, 'not-found'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const answer = await server.send(method, path)
    isError(answer, status, code)
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/^(?:DELETE|GET|HEAD|POST|PUT)(?:, (?:GET|HEAD|POST|PUT))*$/u)
  })

  it('says what is wrong in the language asked for', async () => {
    const asked = await server.get('/api/claims?limit=many', { 'accept-language': 'ar-SY,ar;q=0.9,en;q=0.8' })
    expect(asked.json.error.message).toMatch(/الطلب غير مفهوم: limit/u)
    expect((await server.get('/api/nothing?lang=ar')).json.error.message).toMatch(/لا شيء/u)
    expect((await server.get('/api/nothing?lang=en', { 'accept-language': 'ar' })).json.error.message).toMatch(/There is nothing/u)
    expect((await server.get('/api/nothing', { 'accept-language': 'fr, en;q=0.2, ar;q=0.1' })).json.error.message).toMatch(/nothing/u)
  })
})

describe('a body that is not taken', () => {
  const json = { 'content-type': 'application/json' }

  it.each([
    ['PUT', '/api/settings/names', '{"reason":"', json, 400, 'bad-request'],
    ['PUT', '/api/settings/names', '{"reason":"  "}', json, 400, 'bad-request'],
    ['PUT', '/api/settings/names', '{}', json, 400, 'bad-request'],
    ['PUT', '/api/settings/names', 'null', json, 400, 'bad-request'],
    ['PUT', '/api/settings/names', '', json, 400, 'bad-request'],
    ['PUT', '/api/settings/names', 'reason=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-type'],
    ['POST', '/api/read', '{"text":""}', json, 400, 'bad-request'],
    ['POST', '/api/read', 'نص', { 'content-type': 'text/plain' }, 415, 'unsupported-type'],
    ['POST', '/api/read', '{"text":"   "}', json, 422, 'not-text'],
    ['POST', '/api/reports', '{"title":"بلا نص"}', json, 400, 'bad-request'],
    ['POST', '/api/reports', 'نص', { 'content-type': 'text/plain' }, 415, 'unsupported-type'],
    ['POST', '/api/reports', 'x', { 'content-type': 'multipart/form-data' }, 400, 'bad-request'],
    ['POST', '/api/reports', 'x', { 'content-type': 'multipart/form-data; boundary=y' }, 400, 'bad-request'],
    ['POST', '/api/reports', '--y--\r\n', { 'content-type': 'multipart/form-data; boundary=y' }, 400, 'bad-request'],
  ])('%s %s %s', async (method, path, body, headers, status, code) => {
    const host = new URL(server.url).host
    isError(await server.raw(path, { method, body, headers: { ...headers, host, origin: server.url } }), status, code)
  })

  it('is refused by the length it says, before it comes', async () => {
    const headers = { host: new URL(server.url).host, origin: server.url, 'content-length': String(LIMITS.total + 1) }
    const answer = server.raw('/api/reports', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=y' },
    })
    isError(await Promise.race([answer, tooSlow()]), 413, 'too-large')
  })

  it('is refused while it comes, where it does not say how long it is', async () => {
    const piece = new Uint8Array(1024 * 1024)
    const body = ReadableStream.from(
      (function* () {
        yield new TextEncoder().encode('--y\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n')
        for (let i = 0; i < 300; i++) yield piece
      })(),
    )
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { origin: server.url, 'content-type': 'multipart/form-data; boundary=y' },
    }
    const response = await fetch(`${server.url}/api/reports`, init as RequestInit)
    expect([response.status, ApiError.parse(await response.json()).error.code]).toEqual([413, 'too-large'])
  })

  it('may not hold more files than can be watched', async () => {
    const files = Object.fromEntries(Array.from({ length: LIMITS.files + 1 }, (_, i) => [`${i}.txt`, 'نص']))
    isError(await server.send('POST', '/api/reports', formOf(files)), 413, 'too-large')
    expect((await server.get('/api/settings')).json.reports).toBe(0)
  })
})

const tooSlow = (): Promise<never> => new Promise((_, fail) => setTimeout(() => fail(new Error('no answer')), 5000))
