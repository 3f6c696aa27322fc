import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Overview, ReportPage } from './shapes.ts'
import { EXAMPLES, START_MS, type TestServer, testServer } from './testing/server.ts'

/** The body of an example, without what says which outlet it is of. */
const BODY = readFileSync(join(EXAMPLES, 'evac-3-marfa.txt'), 'utf8').split('\n').slice(4).join('\n')
const COPIES = 5

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  const add = async (text: string, outlet?: string): Promise<void> => {
    const { json } = await server.send('POST', '/api/reports', { text, published: '2022-04-15', ...(outlet ? { outlet } : {}) })
    await server.runs.finished(json.id)
  }
  await add(BODY)
  for (let i = 1; i <= COPIES; i++) await add(`${BODY}\nنسخة ${i}.\n`)
  await add(`${BODY}\nنسخة موقعة.\n`, 'منبر الوادي')
  await add('قال المجلس المدني في الرقة إن ثلاثة مصادر احتجزت في الرقة يوم 3 آذار/مارس 2021.\n')
}, START_MS)
afterAll(() => server.close())

it('unsigned copies of one text are a number, not outlets and origins', async () => {
  const { echoes } = Overview.parse((await server.get('/api/overview')).json)
  expect(echoes).toHaveLength(1)
  const [family] = echoes
  expect(family!.reports).toBe(COPIES + 2)
  expect([family!.outlets, family!.unsigned + family!.copies.length]).toEqual([1, COPIES + 1])
  expect(family!.origins).toBeLessThanOrEqual(3)
  const { total } = ReportPage.parse((await server.get(`/api/reports?copiesOf=${family!.first.key}`)).json)
  expect(total).toBe(family!.reports)
})

it('those who tell are not told of as held', async () => {
  const { custody } = Overview.parse((await server.get('/api/overview')).json)
  expect(custody.map(({ population }) => population)).not.toContain('sources')
})
