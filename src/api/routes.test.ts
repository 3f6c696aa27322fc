import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as shapes from './shapes.ts'
import { type Answer, EXAMPLES, exampleNames, exampleServer, START_MS, type TestServer } from './testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await exampleServer()
}, START_MS)
afterAll(() => server.close())

/** An answer that has its shape, and nothing besides. */
function fits<T extends z.ZodType>(schema: T, answer: Answer): z.output<T> {
  expect(answer.status, answer.text.slice(0, 300)).toBe(200)
  expect(schema.parse(answer.json)).toEqual(answer.json)
  return answer.json
}
const reports = async (): Promise<shapes.ReportCard[]> => fits(shapes.ReportPage, await server.get('/api/reports?limit=100')).rows
const reportNamed = async (path: string): Promise<shapes.ReportCard> => (await reports()).find((one) => one.path === path)!

describe('lists', () => {
  it('tells what this server is', async () => {
    const settings = fits(shapes.Settings, await server.get('/api/settings'))
    expect(settings).toMatchObject({ reports: 17, revealed: null, run: null, limits: { bytes: 64 * 1024 * 1024, files: 500 } })
  })

  it('gives an overview', async () => {
    const { counts, contested, custody } = fits(shapes.Overview, await server.get('/api/overview'))
    expect(counts).toMatchObject({ reports: 17, copies: 2 })
    expect(counts.contested).toBeGreaterThan(0)
    expect(contested).not.toEqual([])
    expect(custody).not.toEqual([])
  })

  it('pages through reports without leaving one out', async () => {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: z.output<typeof shapes.ReportPage> = fits(
        shapes.ReportPage,
        await server.get(`/api/reports?limit=5${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`),
      )
      expect(page.total).toBe(17)
      seen.push(...page.rows.map(({ path }) => path))
      after = page.next
    }
    expect(seen.toSorted()).toEqual(exampleNames())
  })

  it('narrows the list of reports, and puts it in order of outlets', async () => {
    const copies = fits(shapes.ReportPage, await server.get('/api/reports?copies=true')).rows
    expect(copies.length).toBe((await server.get('/api/overview')).json.counts.copies)
    const [copy] = copies
    const family = fits(shapes.ReportPage, await server.get(`/api/reports?copiesOf=${copy!.copyOf}`)).rows
    expect(family.map(({ key }) => key)).toEqual(expect.arrayContaining([copy!.key, copy!.copyOf]))
    const sorted = fits(shapes.ReportPage, await server.get('/api/reports?sort=outlet&limit=100')).rows.map(({ outletId }) => outletId)
    expect(sorted.filter((one, i) => one !== sorted[i - 1])).toEqual([...new Set(sorted)])
    expect((await server.get('/api/reports?undated=1')).json.error.code).toBe('bad-request')
  })

  it('finds reports by their words', async () => {
    const { total, rows } = fits(shapes.SearchPage, await server.get(`/api/search?q=${encodeURIComponent('مخيم السدرة')}`))
    expect(total).toBe(3)
    for (const { snippet } of rows)
      expect(snippet.hits.map(({ start, end }) => snippet.text.slice(start, end)).join(' ')).toMatch(/مخيم|السدرة/u)
    expect(fits(shapes.ReportPage, await server.get(`/api/reports?q=${encodeURIComponent('مخيم السدرة')}`)).total).toBe(3)
  })

  it('filters claims, and counts what each facet would leave', async () => {
    const all = fits(shapes.ClaimPage, await server.get('/api/claims?limit=3'))
    const kidnapped = fits(shapes.ClaimPage, await server.get('/api/claims?type=kidnap&type=ransom&figures=true&limit=200'))
    expect(kidnapped.total).toBeLessThan(all.total)
    expect(new Set(kidnapped.rows.map(({ type }) => type))).toEqual(new Set(['kidnap', 'ransom']))
    expect(kidnapped.rows.every(({ figure }) => figure !== null)).toBe(true)
    const facets = fits(shapes.FacetView, await server.get('/api/facets?type=kidnap'))
    const { total } = fits(shapes.ClaimPage, await server.get('/api/claims?type=kidnap'))
    expect(facets.total).toBe(total)
    expect(facets.facets.map(({ name }) => name)).toEqual([...shapes.FACETS])
  })

  it('gives pages of claims by cursor and by position alike', async () => {
    const first = fits(shapes.ClaimPage, await server.get('/api/claims?limit=7'))
    const byCursor = fits(shapes.ClaimPage, await server.get(`/api/claims?limit=7&after=${encodeURIComponent(first.next!)}`))
    const byPosition = fits(shapes.ClaimPage, await server.get('/api/claims?limit=7&at=7'))
    expect(byCursor.rows).toEqual(byPosition.rows)
    expect(byCursor.at).toBe(7)
  })

  it('gives every link with its two reports', async () => {
    const { rows, next } = fits(shapes.LinkPage, await server.get('/api/links?limit=200'))
    const keys = new Map((await reports()).map(({ key, path }) => [key, path]))
    expect(next).toBeNull()
    expect(rows.filter(({ link }) => link.kind === 'copy')).toHaveLength(2)
    for (const { a, b, link } of rows) expect([keys.get(a), keys.get(b)]).toEqual([link.a.path, link.b.path])
    const paged: typeof rows = []
    for (let after: string | null = ''; after !== null; ) {
      const query = after === '' ? '' : `&after=${encodeURIComponent(after)}`
      const page: shapes.LinkPage = fits(shapes.LinkPage, await server.get(`/api/links?limit=7${query}`))
      expect(page.rows.length).toBeLessThanOrEqual(7)
      paged.push(...page.rows)
      after = page.next
    }
    expect(paged).toEqual(rows)
    const own = fits(shapes.LinkPage, await server.get(`/api/links?report=${rows[0]!.a}`))
    expect(own.rows).toEqual(rows.filter(({ a, b }) => a === rows[0]!.a || b === rows[0]!.a))
  })
})

describe('names', () => {
  it('of places and of actors of the registry stand in Arabic too', async () => {
    const { rows } = fits(shapes.ClaimPage, await server.get('/api/claims?limit=200&type=hold'))
    expect(rows.map(({ place }) => place && [place.name, place.nameAr])).toContainEqual(['Mosul', 'الموصل'])
    expect(rows.flatMap(({ roles }) => roles.map(({ name, nameAr }) => [name, nameAr]))).toContainEqual([
      'Al-Nakhil Regiment',
      'فوج النخيل',
    ])
    const { custody, contested } = fits(shapes.Overview, await server.get('/api/overview'))
    expect(custody.map(({ custodian, custodianAr }) => [custodian, custodianAr])).toContainEqual(['Al-Sadd Forces', 'قوات السد'])
    expect(contested.map(({ place }) => place?.nameAr)).toContain('الموصل')
  })

  it('of an origin are one, whatever a report calls it', async () => {
    const { rows } = fits(shapes.MeasurePage, await server.get('/api/measures?contested=true&type=exchange'))
    const detail = fits(shapes.MeasureDetail, await server.get(`/api/measures/${rows[0]!.id}`))
    const [paper] = detail.origins
    expect(paper!.name).toBe('ذا هاربر لانترن')
    expect(detail.card.range.low.by).toEqual([paper!.name])
    for (const { claim, origin } of detail.points) expect(claim.origin?.name).toBe(detail.origins[origin]!.name)
    expect(detail.comparisons.some(({ why }) => why.ar.includes(`(\u2068${paper!.name}\u2069)`))).toBe(true)
  })
})

describe('a report', () => {
  it('comes with claims, findings, copies and its source', async () => {
    const card = await reportNamed('swap-2-bawabat-al-sahl.txt')
    const report = fits(shapes.ReportDetail, await server.get(`/api/reports/${card.key}`))
    expect(report.card).toEqual(card)
    expect(report.claims.map(({ key }) => key)).toEqual(report.reading.claims.map(({ id }) => `${card.key}:${id}`))
    expect(report.source).toMatchObject({ mediaType: 'text/plain', available: false })
    expect(report.copies).toHaveLength(1)
    const [copy] = report.copies
    expect(copy).toMatchObject({ relation: 'near-copy', earlier: false, other: { path: 'swap-1-sada-al-nahr.txt' } })
    const other = fits(shapes.ReportDetail, await server.get(`/api/reports/${copy!.other.key}`))
    for (const { there, text } of copy!.passages) expect(other.reading.report.text.slice(there.start, there.end)).toBe(text)
  })

  it('explains a place by the rules that read it', async () => {
    const card = await reportNamed('kidnap-1-marfa.txt')
    const { reading } = fits(shapes.ReportDetail, await server.get(`/api/reports/${card.key}`))
    const at = reading.report.text.indexOf('ثمانية أشخاص')
    const told = fits(shapes.Explanation, await server.get(`/api/reports/${card.key}/explain?at=${at}`))
    expect(told.line.text).toContain('ثمانية أشخاص')
    expect(told.groups.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['quantities', 'claims']))
    expect(told.groups.find(({ kind }) => kind === 'quantities')?.items[0]?.why.length).toBeGreaterThan(0)
    const inArabic = fits(shapes.Explanation, await server.get(`/api/reports/${card.key}/explain?at=${at}&lang=ar`))
    expect(inArabic.groups.find(({ kind }) => kind === 'claims')!.items[0]!.facts.join(' ')).toMatch(/[\u0600-\u06ff]/u)
  })

  it('gives its original only where names are lifted', async () => {
    const card = await reportNamed('camp-1-bawabat-al-sahl.txt')
    const refused = await server.get(`/api/reports/${card.key}/original`)
    expect(refused.status).toBe(403)
    expect(shapes.ApiError.parse(refused.json).error.hint).toContain('reason')
  })
})

describe('a measure', () => {
  it('sets every figure of the contested one beside its origin', async () => {
    const { rows } = fits(shapes.MeasurePage, await server.get('/api/measures?contested=true'))
    const card = rows.find(({ type, of }) => type === 'hold' && of === 'women')!
    const measure = fits(shapes.MeasureDetail, await server.get(`/api/measures/${card.id}`))
    expect(measure.card).toEqual(card)
    expect(measure).toMatchObject({ policy: 'range', best: null })
    expect(measure.points.map(({ claim, verdict }) => [claim.figure!.min, verdict])).toEqual([
      [7000, 'conflict'],
      [5200, 'conflict'],
    ])
    expect(measure.origins.filter(({ counted }) => counted)).toHaveLength(card.origins)
    expect(measure.comparisons[0]!.why.ar).toMatch(/[\u0600-\u06ff]/u)
  })

  it.each([
    ['lowest', 5200],
    ['ucdp', 5200],
    ['range', null],
    ['source-ranked', null],
  ])('gives a best value under %s: %s', async (policy, best) => {
    const { rows } = fits(shapes.MeasurePage, await server.get('/api/measures?contested=true&type=hold'))
    expect(fits(shapes.MeasureDetail, await server.get(`/api/measures/${rows[0]!.id}?policy=${policy}`)).best).toBe(best)
  })

  it('takes the first source of a ranking that gives a value', async () => {
    const { rows } = fits(shapes.MeasurePage, await server.get('/api/measures?type=kidnap&contested=true'))
    const { origins, points } = fits(shapes.MeasureDetail, await server.get(`/api/measures/${rows[0]!.id}`))
    for (const { key, latest } of origins) {
      const rank = ['nobody', key!].map((one) => `rank=${encodeURIComponent(one)}`).join('&')
      const { best } = fits(shapes.MeasureDetail, await server.get(`/api/measures/${rows[0]!.id}?policy=source-ranked&${rank}`))
      expect(best).toBe(points[latest]!.claim.figure!.min)
    }
  })

  it('shows who copied whom, and what changed on the way', async () => {
    const { rows } = fits(shapes.MeasurePage, await server.get('/api/measures?limit=200'))
    const all = await Promise.all(rows.map(async ({ id }) => fits(shapes.MeasureDetail, await server.get(`/api/measures/${id}`))))
    const copied = all.flatMap(({ points }) =>
      points.filter(({ copyOf }) => copyOf !== null).map((point) => [point, points[point.copyOf!]!] as const),
    )
    expect(copied.length).toBeGreaterThan(0)
    for (const [copy, from] of copied) expect(from.claim.figure!.min).toBe(copy.claim.figure!.min)
    expect(all.flatMap(({ drift }) => drift).map(({ kind }) => kind)).toContain('lost-its-source')
    for (const { card, points, origins } of all) {
      expect(points.every(({ origin }) => origins[origin] !== undefined)).toBe(true)
      expect(origins.filter(({ counted }) => !counted)).toHaveLength(card.unsure)
      expect([card.id, points.length, origins.filter(({ counted }) => counted).length]).toEqual([card.id, card.figures, card.origins])
    }
  })
})

describe('files', () => {
  it.each([
    ['/api/dossier?format=html&lang=ar', 'text/html', 'dossier.html', /<html lang="ar" dir="rtl">/u],
    ['/api/dossier?format=md&policy=lowest', 'text/markdown', 'dossier.md', /^# /u],
    ['/api/export?format=csv', 'text/csv', 'isnad.csv', /report_id/u],
    ['/api/export?format=jsonl', 'application/jsonl', 'isnad.jsonl', /^\{/u],
  ])('%s is saved as a file', async (path, type, name, content) => {
    const answer = await server.get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
    expect(answer.text).toMatch(content)
  })

  it('writes what the command line writes', async () => {
    const lines = (await server.get('/api/export?format=jsonl')).text.trim().split('\n')
    expect(lines.filter((line) => line.includes('"isnad.reading/1"'))).toHaveLength(17)
  })

  it('writes the claims that filters choose, as rows of the whole file', async () => {
    const linesOf = async (query: string) => (await server.get(`/api/export?${query}`)).text.replace('\ufeff', '').trim().split('\r\n')
    const all = await linesOf('format=csv')
    const { total } = fits(shapes.ClaimPage, await server.get('/api/claims?figures=true'))
    const chosen = await linesOf('format=csv&figures=true')
    expect(chosen).toHaveLength(total + 1)
    expect(all.filter((line) => chosen.includes(line))).toEqual(chosen)
    expect((await linesOf('format=csv&type=exchange&type=ransom&figures=true')).slice(1)).toSatisfy((rows: string[]) =>
      rows.every((row) => /,(?:exchange|ransom),/u.test(row)),
    )
    expect(await linesOf('format=csv&type=ascension')).toEqual([all[0]])
  })

  it('writes a chosen claim a line, in the order asked for', async () => {
    const query = 'type=exchange&figures=true&sort=value'
    const answer = await server.get(`/api/export?format=jsonl&${query}`)
    const lines = answer.text.trim().split('\n')
    const { rows } = fits(shapes.ClaimPage, await server.get(`/api/claims?limit=200&${query}`))
    expect(rows.length).toBeGreaterThan(1)
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="isnad-claims.jsonl"')
  })

  it('gives the schemas of the contract', async () => {
    expect((await server.get('/api/schema/reading')).json.properties.schema.const).toBe('isnad.reading/1')
    expect((await server.get('/api/schema/link')).json).toHaveProperty('oneOf')
  })
})

describe('a text that is only read', () => {
  it('is read as a file would be, masked, and kept nowhere', async () => {
    const text = readFileSync(join(EXAMPLES, 'camp-1-bawabat-al-sahl.txt'), 'utf8')
    const before = (await server.get('/api/settings')).json
    const answer = fits(shapes.ReadAnswer, await server.send('POST', '/api/read', { text, outlet: 'وسيلة' }))
    expect(answer.reading.claims.length).toBeGreaterThan(5)
    expect(answer.masked.contacts).toBeGreaterThan(0)
    expect((await server.get('/api/settings')).json).toEqual(before)
    expect(server.touched()).toBe(false)
  })
})

describe('what a browser has already', () => {
  const PATHS = [
    '/api/settings',
    '/api/overview',
    '/api/reports',
    '/api/claims?type=kidnap',
    '/api/facets',
    '/api/measures',
    '/api/links',
    '/api/openapi.json',
  ]

  it.each(PATHS)('%s is not sent twice', async (path) => {
    const etag = (await server.get(path)).headers.get('etag')!
    expect(etag).toMatch(/^"[\w-]{22}"$/u)
    const again = await server.get(path, { 'if-none-match': `"other", W/${etag}` })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    expect((await server.get(path, { 'if-none-match': etag, 'accept-language': 'ar' })).status).toBe(200)
  })

  it('has one tag for each question', async () => {
    const tags = await Promise.all([...PATHS, '/api/claims?type=hold'].map(async (path) => (await server.get(path)).headers.get('etag')))
    expect(new Set(tags).size).toBe(tags.length)
  })
})
