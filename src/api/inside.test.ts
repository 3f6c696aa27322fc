import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { asIsnadError, IsnadError } from '../errors.ts'
import { failed } from './app.ts'
import { told } from './errors.ts'

const SECRET = 'سلمى الحمدان'

describe('what goes wrong inside', () => {
  it.each([[new Error(SECRET)], [asIsnadError(new TypeError(SECRET), 'reading')], [SECRET]])(
    'is told to nobody word for word',
    async (thrown) => {
      const logged: string[] = []
      const app = new Hono()
      app.get('/', (c) => failed(c, thrown, { log: (text) => logged.push(text) }))
      const answer = await app.request('/')
      const text = await answer.text()
      expect([answer.status, JSON.parse(text).error.code]).toEqual([500, 'internal'])
      expect(logged).toHaveLength(1)
      expect(text + logged[0]).not.toContain(SECRET)
      expect(logged[0]).toMatch(thrown instanceof Error ? /^GET \/: \w*Error\n\s+at .+inside\.test/u : /^GET \/: string$/u)
    },
  )

  it('is told in its own words where those are meant for people', () => {
    const error = new IsnadError({ code: 'ledger-locked', message: 'Another process is writing.', hint: 'Wait.' })
    expect(told(error, 'en')).toEqual({ code: 'ledger-locked', message: 'Another process is writing.', hint: 'Wait.' })
    expect(told(error, 'ar').message).toMatch(/^[^a-z]+$/u)
  })
})
