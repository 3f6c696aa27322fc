import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collect, openLedger } from '../ledger/index.ts'
import { privateMentions } from '../ledger/private/names.ts'
import type { ReportCard, ReportDetail } from './shapes.ts'
import { exampleServer, START_MS, type TestServer } from './testing/server.ts'

let server: TestServer
let secrets: string[]
beforeAll(async () => {
  server = await exampleServer()
  const ledger = await openLedger({ dir: server.dir, create: false })
  const readings = await collect(ledger.readings())
  await ledger.close()
  const names = readings.flatMap((reading) => privateMentions(reading).map(({ start, end }) => reading.report.text.slice(start, end)))
  secrets = [...new Set([...names, '0770', '07700'].filter((name) => name.includes(' ')))]
}, START_MS)
afterAll(() => server.close())

/** Every answer that the server gives about the ledger, by its path. */
async function everything(): Promise<[string, string][]> {
  const cards = (await server.get('/api/reports?limit=200')).json.rows as ReportCard[]
  const measures = (await server.get('/api/measures?limit=200')).json.rows as { id: string }[]
  const details = await Promise.all(cards.map(async ({ key }) => (await server.get(`/api/reports/${key}`)).json as ReportDetail))
  const explained = details.flatMap(({ card, claims }) =>
    claims.slice(0, 2).map(({ evidence }) => `/api/reports/${card.key}/explain?at=${evidence.start}`),
  )
  const paths = [
    '/api/settings',
    '/api/overview',
    '/api/reports?limit=200',
    '/api/claims?limit=200',
    '/api/claims?limit=200&at=200',
    '/api/facets',
    '/api/links?limit=200',
    '/api/measures?limit=200',
    ...['ar', 'en'].flatMap((lang) => ['html', 'md'].map((format) => `/api/dossier?format=${format}&lang=${lang}`)),
    '/api/export?format=csv',
    '/api/export?format=jsonl',
    '/api/export?format=csv&sort=value',
    '/api/export?format=jsonl&modality=actual&sort=newest',
    ...secrets.flatMap((name) => ['search', 'reports', 'claims'].map((list) => `/api/${list}?q=${encodeURIComponent(name)}`)),
    ...cards.map(({ key }) => `/api/reports/${key}`),
    ...cards.map(({ key }) => `/api/reports/${key}/original`),
    ...measures.map(({ id }) => `/api/measures/${id}?policy=ucdp`),
    ...explained,
  ]
  return Promise.all(paths.map(async (path): Promise<[string, string]> => [path, (await server.get(path)).text]))
}

describe('private people', () => {
  it(
    'are named in no answer',
    async () => {
      expect(secrets.length).toBeGreaterThan(3)
      for (const [path, text] of await everything())
        for (const secret of secrets) expect(text.includes(secret) ? `${path}: ${secret}` : '').toBe('')
    },
    START_MS,
  )

  it(
    'keep one pseudonym in all answers',
    async () => {
      const found = new Map<string, Set<string>>()
      for (const [path, text] of await everything()) found.set(path, new Set(text.match(/person-[0-9a-f]{8}/gu)))
      const all = found.get('/api/export?format=jsonl')!
      expect(all.size).toBeGreaterThan(2)
      for (const [path, names] of found) for (const name of names) expect([path, all.has(name)]).toEqual([path, true])
    },
    START_MS,
  )
})

describe('a text that is only read', () => {
  it('names none of the ledger’s private people, though it does not mark them as such', async () => {
    for (const name of secrets) {
      const { reading } = (await server.send('POST', '/api/read', { text: `زار ${name} السوق يوم الأحد واشترى الخبز.` })).json
      expect(reading.report.text).toMatch(/^زار person-[0-9a-f]{8} السوق/u)
    }
  })
})

describe('lifting names', () => {
  it(
    'needs a reason, keeps it signed, shows names, and can be taken back',
    async () => {
      const before = (await server.get('/api/overview')).headers.get('etag')
      const lifted = await server.send('PUT', '/api/settings/names', { reason: 'family tracing, with consent' })
      expect(lifted.json.revealed).toEqual({ reason: 'family tracing, with consent', at: '2031-06-01T00:00:00.000Z', by: 'tester' })
      const shown = await everything()
      for (const secret of secrets) expect(shown.some(([, text]) => text.includes(secret))).toBe(true)
      expect((await server.get('/api/overview')).headers.get('etag')).not.toBe(before)
      const [card] = (await server.get('/api/reports?limit=1')).json.rows as ReportCard[]
      const original = await server.get(`/api/reports/${card!.key}/original`)
      expect([original.status, original.headers.get('content-type')]).toEqual([200, 'application/octet-stream'])
      expect(original.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.(?:txt|html)"/u)
      const withheld = await server.send('DELETE', '/api/settings/names')
      expect(withheld.json.revealed).toBeNull()
      for (const [path, text] of await everything())
        for (const secret of secrets) expect(text.includes(secret) ? `${path}: ${secret}` : '').toBe('')
      const ledger = await openLedger({ dir: server.dir, create: false })
      const reviews = await ledger.reviews()
      await ledger.close()
      expect(reviews.map(({ action, reason, by }) => [action.kind, reason, by])).toContainEqual([
        'reveal',
        'family tracing, with consent',
        'tester',
      ])
      expect(server.touched()).toBe(true)
    },
    START_MS,
  )
})
