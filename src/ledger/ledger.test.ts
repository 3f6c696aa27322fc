import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Reading } from '../model.ts'
import { sha256 } from './bytes.ts'
import { collect } from './collect.ts'
import { type Kept, openLedger } from './index.ts'
import { lightForms } from './search.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'isnad-ledger-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const encoder = new TextEncoder()

function report(path: string, text: string, over: Partial<Reading> = {}): [Kept, Reading] {
  const bytes = encoder.encode(text)
  const id = `sha256:${sha256(bytes)}`
  const source = { path, mediaType: 'text/plain', retrievedAt: new Date(Date.now()).toISOString() }
  const reading: Reading = {
    schema: 'isnad.reading/1',
    rules: '0.1.0',
    report: {
      id,
      source,
      title: null,
      outlet: null,
      credits: [],
      byline: null,
      published: null,
      updated: null,
      language: 'ar',
      text,
      blocks: [{ kind: 'body', start: 0, end: text.length }],
    },
    mentions: {
      quantities: [{ id: 'q1', start: 3, end: 9, min: 30, max: 30, modifier: 'exact', unit: 'person' }],
      times: [],
      places: [],
      actors: [],
    },
    statements: [],
    claims: [
      {
        id: 'c1',
        type: 'escape',
        modality: 'actual',
        figure: 'q1',
        roles: {},
        chain: [],
        origin: null,
        evidence: { start: 0, end: text.length },
        why: ['test'],
      },
    ],
    findings: [],
    warnings: [],
    ...over,
  }
  return [{ id, bytes, source }, reading]
}

const first = report('a.txt', 'فر 30 سجينا من السجن المركزي.')
const second = report('b.txt', 'نقل الأهالي بالسجن طعاما، ولم يصل شيء.')

/** Everything a ledger says, as one string. */
async function dump(at: string): Promise<string> {
  const ledger = await openLedger({ dir: at })
  const all = [await collect(ledger.readings()), await collect(ledger.links()), await ledger.claims(), await ledger.search('سجن')]
  await ledger.close()
  return JSON.stringify(all)
}

describe('a ledger', () => {
  test('keeps a report with its bytes, and adds nothing twice', async () => {
    const ledger = await openLedger({ dir })
    expect(await ledger.add(...first)).toBe('added')
    expect(await ledger.add(...first)).toBe('known')
    expect(await ledger.count()).toMatchObject({ reports: 1, claims: 1 })
    const [reading] = await collect(ledger.readings())
    expect(reading?.report.text).toBe(first[1].report.text)
    expect(await ledger.bytes('a.txt')).toEqual(Buffer.from(first[0].bytes))
    await ledger.close()
  })

  test('knows a report before it is read, by source, bytes and rules', async () => {
    const ledger = await openLedger({ dir })
    expect(await ledger.known(first[0], '0.1.0')).toBe(false)
    await ledger.add(...first)
    expect(await ledger.known(first[0], '0.1.0')).toBe(true)
    expect(await ledger.known(first[0], '0.2.0')).toBe(false)
    expect(await ledger.known(second[0], '0.1.0')).toBe(false)
    await ledger.close()
  })

  test('finds what is private only where all words are asked for', async () => {
    const text = 'خرج رامي سعد الديب من السجن. هاتف 0944123456.'
    const [kept, reading] = report('c.txt', text)
    reading.mentions.actors = [{ id: 'a1', start: 4, end: 18, name: 'رامي سعد الديب', type: 'person', private: true }]
    const ledger = await openLedger({ dir })
    await ledger.add(kept, reading)
    for (const words of ['رامي', 'الديب', '0944123456']) {
      expect(await ledger.feed.sentences(words, 'public')).toEqual([])
      expect(await ledger.feed.sentences(words, 'all')).toHaveLength(1)
      expect(await ledger.feed.reports(words, 'public')).toEqual([])
      expect(await ledger.feed.reports(words, 'all')).toHaveLength(1)
    }
    expect(await ledger.feed.sentences('سجن', 'public')).toHaveLength(1)
    expect(await ledger.feed.sentences('، .', 'public')).toBeNull()
    await ledger.close()
  })

  test('keeps two outlets’ identical text as two reports', async () => {
    const ledger = await openLedger({ dir })
    await ledger.add(...report('x.txt', 'نص واحد'))
    await ledger.add(...report('y.txt', 'نص واحد'))
    expect(await ledger.count()).toMatchObject({ reports: 2 })
    await ledger.close()
  })

  test('says the same whatever the order of ingest', async () => {
    const one = join(dir, 'one')
    const other = join(dir, 'other')
    for (const [at, reports] of [
      [one, [first, second]],
      [other, [second, first]],
    ] as const) {
      const ledger = await openLedger({ dir: at })
      for (const each of reports) await ledger.add(...each)
      await ledger.close()
    }
    expect(await dump(one)).toBe(await dump(other))
  })

  test('keeps older readings when the rules change, the newest in force', async () => {
    const ledger = await openLedger({ dir })
    const [acquired, reading] = first
    await ledger.add(acquired, { ...reading, rules: '0.10.0', claims: [] })
    expect(await ledger.add(acquired, { ...reading, rules: '0.9.0' })).toBe('reread')
    expect((await ledger.reading('a.txt'))?.rules).toBe('0.10.0')
    expect((await ledger.history('a.txt')).map((one) => one.rules)).toEqual(['0.10.0', '0.9.0'])
    expect(await ledger.claims()).toEqual([])
    await ledger.close()
  })

  test.each([
    ['سجن', ['a.txt', 'b.txt']],
    ['السجن', ['a.txt', 'b.txt']],
    ['سجينا', ['a.txt']],
    ['طعاما شيء', ['b.txt']],
    ['طعاما سجينا', []],
    ['"', []],
  ])('finds %s', async (words, paths) => {
    const ledger = await openLedger({ dir })
    await ledger.add(...first)
    await ledger.add(...second)
    expect((await ledger.search(words)).map((hit) => hit.path).sort()).toEqual(paths)
    await ledger.close()
  })

  test('finds claims by type and value', async () => {
    const ledger = await openLedger({ dir })
    await ledger.add(...first)
    expect(await ledger.claims({ type: 'escape', atLeast: 30 })).toHaveLength(1)
    expect(await ledger.claims({ atLeast: 31 })).toHaveLength(0)
    expect(await ledger.claims({ type: 'kill' })).toHaveLength(0)
    await ledger.close()
  })

  test('keeps reviews signed and undoes them by another', async () => {
    const ledger = await openLedger({ dir })
    const figure = { path: 'a.txt', start: 3, end: 9 }
    const id = await ledger.review({
      by: 'N. N.',
      at: '2026-01-02T00:00:00Z',
      reason: 'another raid',
      action: { kind: 'split', figures: [figure] },
    })
    await ledger.review({ by: 'N. N.', at: '2026-01-03T00:00:00Z', reason: 'my mistake', action: { kind: 'undo', review: id } })
    expect((await ledger.reviews()).map((one) => one.undone)).toEqual([true, false])
    await expect(
      ledger.review({ by: '', at: '2026-01-02T00:00:00Z', reason: 'x', action: { kind: 'undo', review: id } }),
    ).rejects.toMatchObject({ code: 'bad-data' })
    await ledger.close()
  })
})

describe('a ledger that cannot be opened', () => {
  test('is not made when that is not wanted', async () => {
    await expect(openLedger({ dir: join(dir, 'none'), create: false })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('says that its folder is no folder', async () => {
    writeFileSync(join(dir, 'file'), '')
    await expect(openLedger({ dir: join(dir, 'file') })).rejects.toMatchObject({ code: 'ledger-unwritable' })
  })

  test('says that its database is none', async () => {
    writeFileSync(join(dir, 'ledger.sqlite'), 'not a database, and long enough to be looked at '.repeat(40))
    await expect(openLedger({ dir })).rejects.toMatchObject({ code: 'bad-data' })
  })

  test('says that a newer version wrote it', async () => {
    await (await openLedger({ dir })).close()
    const raw = new DatabaseSync(join(dir, 'ledger.sqlite'))
    raw.prepare("insert into schema_migrations values (999, 'from the future')").run()
    raw.close()
    await expect(openLedger({ dir })).rejects.toMatchObject({ code: 'ledger-version' })
  })
})

test.each([
  ['بالسجن', ['السجن', 'سجن']],
  ['للسجن', ['السجن', 'سجن']],
  ['وبالسجن', ['بالسجن', 'السجن', 'سجن']],
  ['محتجزا', ['محتجز']],
  ['والمحتجزا', ['محتجز']],
  ['بحر', []],
])('%s may be found as %j', (form, light) => {
  expect(lightForms(form)).toEqual(expect.arrayContaining(light))
  if (light.length === 0) expect(lightForms(form)).toEqual([])
})
