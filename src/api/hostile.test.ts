import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReportDetail } from './shapes.ts'
import { formOf, START_MS, type TestServer, testServer } from './testing/server.ts'

const SCRIPT = '<script>alert(1)</script>'
const HANDLER = '"><img src=x onerror=alert(2)>'
const SVG = '<svg/onload=alert(3)>'
const BIDI = '\u202eمقلوب\u202c'
const PAGE = `<!doctype html><html lang="ar"><head><title>عنوان ${HANDLER.replaceAll('<', '&lt;')}</title><script>alert(4)</script></head>
<body onload="alert(5)"><article><h1>عنوان &lt;script&gt;alert(6)&lt;/script&gt;</h1>
<p onclick="alert(7)">قال المجلس المدني في الرقة إن 40 شخصا وصلوا يوم 3 آذار/مارس 2021 إلى المدينة ${SVG.replaceAll('<', '&lt;')}.</p>
<p>وأضاف المجلس أن 12 منهم نقلوا إلى المستشفى في اليوم نفسه بعد وصولهم.</p></article></body></html>`

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  const text = `${SCRIPT} عنوان ${HANDLER}\n\nقال مجلس ${SVG} المدني في الرقة إن 40 شخصا وصلوا ${BIDI} يوم 3 آذار/مارس 2021.\n`
  const forms = formOf({ [`${SCRIPT}.txt`]: text, 'page.html': PAGE, '=cmd()|a.txt': `=1+1 ${text}` })
  const { json } = await server.send('POST', '/api/reports', forms)
  await server.runs.finished(json.id)
}, START_MS)
afterAll(() => server.close())

describe('a report that would run', () => {
  it('comes back as text in JSON, letter by letter', async () => {
    const { rows } = (await server.get('/api/reports?limit=10')).json
    expect(rows).toHaveLength(3)
    const details = await Promise.all(
      rows.map(async ({ key }: { key: string }) => ReportDetail.parse((await server.get(`/api/reports/${key}`)).json)),
    )
    expect(details.some(({ reading }) => reading.report.text.includes(SCRIPT))).toBe(true)
    expect(details.some(({ card }) => card.title?.includes(HANDLER))).toBe(true)
    expect(details.flatMap(({ claims }) => claims).length).toBeGreaterThan(2)
  })

  it.each([
    '/api/overview',
    '/api/reports',
    '/api/claims',
    '/api/facets',
    '/api/links',
    '/api/nothing?<script>',
    '/api/<script>alert(1)</script>',
  ])('%s is never taken for a page', async (path) => {
    const { headers } = await server.get(path)
    expect(headers.get('content-type')).toMatch(/^application\/json/u)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each(['ar', 'en'])('does nothing in the dossier (%s)', async (lang) => {
    const { text } = await server.get(`/api/dossier?format=html&lang=${lang}`)
    expect(text).toContain('&lt;img src=x onerror=alert(2)&gt;')
    expect(text).not.toMatch(/<script|<svg\/|<img|<[^>&]+\son\w+=/iu)
  })

  it('is no formula in a table', async () => {
    const { text } = await server.get('/api/export?format=csv')
    expect(text).not.toMatch(/(?:^|,)"?=/mu)
  })

  it('may not be opened as what it is, names lifted or not', async () => {
    await server.send('PUT', '/api/settings/names', { reason: 'test' })
    const { rows } = (await server.get('/api/reports?limit=10')).json
    for (const { key } of rows) {
      const { headers, status } = await server.get(`/api/reports/${key}/original`)
      expect([status, headers.get('content-type')]).toEqual([200, 'application/octet-stream'])
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%~!-]+$/u)
    }
  })
})
