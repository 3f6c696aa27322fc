import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acquireBytes } from '../acquire/index.ts'
import { IsnadError } from '../errors.ts'
import { SHOWN_ITEMS } from './runs.ts'
import { ApiError, ReportDetail, RunView } from './shapes.ts'
import { EXAMPLES, formOf, type TestServer, testServer } from './testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const example = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(EXAMPLES, name)))
const report = (i: number): string => `قال المجلس المدني في بلدة الرحبة ${i} إن ${i + 20} شخصا وصلوا يوم 3 آذار/مارس 2021.\n`

const upload = async (files: Parameters<typeof formOf>[0], to = server): Promise<RunView> => {
  const answer = await to.send('POST', '/api/reports', formOf(files))
  expect(answer.status, answer.text).toBe(202)
  return RunView.parse(answer.json)
}
const add = async (files: Parameters<typeof formOf>[0], to = server): Promise<RunView> => {
  const { id } = await upload(files, to)
  await to.runs.finished(id)
  return RunView.parse((await to.get(`/api/runs/${id}`)).json)
}
/** All events of a run, until the stream ends. */
async function eventsOf(id: string, headers: Record<string, string> = {}): Promise<RunView[]> {
  const { text, headers: got } = await server.get(`/api/runs/${id}/events`, headers)
  expect(got.get('content-type')).toContain('text/event-stream')
  return text
    .split('\n\n')
    .filter((event) => event.includes('data:'))
    .map((event) => RunView.parse(JSON.parse(/^data: (.*)$/mu.exec(event)![1]!)))
}

describe('an addition of reports', () => {
  it('tells every step; one bad file among good ones is one failed item', async () => {
    const started = await upload({
      'evac-1.txt': example('evac-1-al-mina-al-yawm.txt'),
      'scan.txt': new TextEncoder().encode('%PDF-1.7 …'),
      'empty.txt': '',
      'evac-3.txt': example('evac-3-marfa.txt'),
    })
    expect(started).toMatchObject({ state: 'running', total: 4, done: 0 })
    expect(started.items.map(({ name }) => name)).toEqual(['evac-1.txt', 'scan.txt', 'empty.txt', 'evac-3.txt'])
    const events = await eventsOf(started.id, { 'accept-language': 'ar' })
    const last = events.at(-1)!
    expect(last).toMatchObject({ state: 'done', total: 4, done: 4, added: 2, known: 0, failed: 2 })
    expect(last.items.map(({ state }) => state)).toEqual(['added', 'failed', 'failed', 'added'])
    expect(last.items[0]).toMatchObject({ error: null, claims: expect.any(Number) })
    for (const { error } of last.items.slice(1, 3)) {
      expect(error!.code).toBe('not-text')
      expect(error!.message + error!.hint).toMatch(/^[^a-z]*(?:HTML)?[^a-z]*$/u)
    }
    expect(events.map(({ done }) => done)).toEqual(events.map(({ done }) => done).toSorted((a, b) => a - b))
    // A reader that is slower than the run is told its latest state.
    expect(new Set(events.map(({ done }) => done)).size).toBeGreaterThan(2)
    const { json } = await server.get(`/api/reports/${last.items[3]!.report}`)
    expect(ReportDetail.parse(json).claims).toHaveLength(last.items[3]!.claims!)
  })

  it('calls a file that fails what it was called', async () => {
    const { items } = await add({ 'scan.txt': new TextEncoder().encode('%PDF-1.7 …') })
    expect(items[0]!.error!.message).toBe('scan.txt is not text (application/pdf)')
  })

  it('knows what is there, and says so', async () => {
    const again = await add({ 'evac-1.txt': example('evac-1-al-mina-al-yawm.txt') })
    expect(again).toMatchObject({ state: 'done', added: 0, known: 1, items: [{ state: 'known', report: expect.any(String) }] })
  })

  it('can be watched late, and by a reader that comes back', async () => {
    const { id } = await add({ 'a.txt': report(1) })
    for (const headers of [{}, { 'last-event-id': '3' }, { 'last-event-id': 'nonsense' }] as Record<string, string>[])
      expect(await eventsOf(id, headers)).toMatchObject([{ state: 'done', done: 1 }])
  })

  it('takes a file that is too large for one that failed, and keeps the others', async () => {
    const run = await add({ 'large.txt': new Uint8Array(64 * 1024 * 1024 + 1), 'small.txt': report(2) })
    expect(run.items.map(({ state, error }) => [state, error?.code])).toEqual([
      ['failed', 'too-large'],
      ['added', undefined],
    ])
  })

  it('stops after the report in hand', async () => {
    const { id } = await upload(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, report(100 + i)])))
    const answer = await server.send('DELETE', `/api/runs/${id}`)
    expect(answer.status).toBe(200)
    await server.runs.finished(id)
    const run = RunView.parse((await server.get(`/api/runs/${id}`)).json)
    expect(run.state).toBe('stopped')
    expect(run.done).toBeLessThan(60)
    expect(run.items.filter(({ state }) => state === 'waiting')).toHaveLength(60 - run.done)
  })

  it('lets other questions be answered meanwhile, and is told in the settings', async () => {
    const { id } = await upload(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, report(300 + i)])))
    const { json, headers } = await server.get('/api/settings')
    expect(json.run).toBe(id)
    const during = RunView.parse((await server.get(`/api/runs/${id}`)).json)
    expect(during.done).toBeLessThan(30)
    await server.runs.finished(id)
    expect((await server.get('/api/settings', { 'if-none-match': headers.get('etag')! })).json.run).toBeNull()
  })
})

describe('what comes from elsewhere', () => {
  it('may fail without taking the next addition along', async () => {
    const broken = (async function* () {
      yield { name: 'a.txt', acquired: acquireBytes(Buffer.from(report(500)), { path: 'a.txt', now: new Date() }) }
      throw new Error('the disk is gone')
    })()
    const id = server.runs.start(broken, { total: 3 })
    await server.runs.finished(id)
    expect(server.runs.view(id, 'en')).toMatchObject({ state: 'stopped', total: 3, done: 1, added: 1 })
    expect(server.logged.join()).toMatch(/^Error\n\s+at /u)
    expect(await add({ 'b.txt': report(501) })).toMatchObject({ state: 'done', added: 1 })
  })

  it('shows the newest and what failed of a long list', async () => {
    const many = function* () {
      for (let i = 0; i < SHOWN_ITEMS + 20; i++)
        yield { name: `${i}`, error: new IsnadError({ code: 'unreadable', message: 'x', hint: 'y' }) }
    }
    const id = server.runs.start(many(), { total: 0 })
    await server.runs.finished(id)
    const view = server.runs.view(id, 'ar')!
    expect([view.failed, view.total, view.items.length, view.items.at(-1)!.name]).toEqual([520, 520, SHOWN_ITEMS, '519'])
  })
})

describe('the name of a file', () => {
  it('is a label: nothing is written but inside the ledger', async () => {
    const above = (): string[] => readdirSync(dirname(server.dir)).filter((name) => !name.startsWith('isnad-'))
    const before = above()
    const run = await add({ '../../escape.txt': report(4), '..\\..\\escape2.txt': report(5), '/etc/cron.d/x': report(6), '..': report(7) })
    expect(run.items.map(({ name, state }) => [name, state])).toEqual([
      ['escape.txt', 'added'],
      ['escape2.txt', 'added'],
      ['x', 'added'],
      ['report', 'added'],
    ])
    expect(above()).toEqual(before)
    expect(readdirSync(server.dir).toSorted()).toEqual(expect.arrayContaining(['bytes', 'ledger.sqlite']))
    const { json } = await server.get('/api/reports?limit=200')
    expect(json.rows.every(({ path }: { path: string }) => !path.includes('..') && !path.includes('/'))).toBe(true)
  })

  it('may be that of two reports, in whatever order they come', async () => {
    const [one, other] = [example('swap-1-sada-al-nahr.txt'), example('swap-4-qaws-al-ufuq.txt')]
    const exports: string[] = []
    for (const contents of [
      [one, other],
      [other, one],
    ]) {
      const own = await testServer()
      for (const content of contents) expect(await add({ 'report.txt': content! }, own)).toMatchObject({ added: 1 })
      exports.push((await own.get('/api/export?format=jsonl')).text)
      await own.close()
    }
    expect(exports[0]).toBe(exports[1])
    expect(exports[0]!.match(/"path":"report\.txt#[0-9a-f]{8}"/gu)!.length).toBeGreaterThan(1)
  })
})

describe('a pasted text', () => {
  it('becomes a report with what was said of it', async () => {
    const paste = { text: report(8), title: 'عنوان اللصق', outlet: 'وسيلة المثال', published: '2021-03-05', url: 'https://example.org/a' }
    const answer = await server.send('POST', '/api/reports', paste)
    expect(answer.status).toBe(202)
    const { id } = RunView.parse(answer.json)
    await server.runs.finished(id)
    const { items } = RunView.parse((await server.get(`/api/runs/${id}`)).json)
    expect(items).toMatchObject([{ name: 'عنوان اللصق', state: 'added' }])
    const { card, reading } = ReportDetail.parse((await server.get(`/api/reports/${items[0]!.report}`)).json)
    expect(card).toMatchObject({
      title: 'عنوان اللصق',
      outlet: 'وسيلة المثال',
      published: { edtf: '2021-03-05', basis: 'given' },
      url: 'https://example.org/a',
    })
    expect(reading.report.text.startsWith('عنوان اللصق\n\nقال المجلس')).toBe(true)
    expect((await server.send('POST', '/api/reports', paste)).status).toBe(202)
  })

  it('that holds nothing is a failed item', async () => {
    const { json } = await server.send('POST', '/api/reports', { text: '   ' })
    await server.runs.finished(json.id)
    expect((await server.get(`/api/runs/${json.id}`)).json.items).toMatchObject([{ state: 'failed', error: { code: 'not-text' } }])
  })
})

describe('a run that is not there', () => {
  it.each(['GET', 'DELETE'])('%s says so', async (method) => {
    const answer = method === 'GET' ? await server.get('/api/runs/x') : await server.send('DELETE', '/api/runs/x')
    expect([answer.status, ApiError.parse(answer.json).error.code]).toEqual([404, 'not-found'])
  })
})
