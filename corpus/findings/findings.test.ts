import { describe, expect, test } from 'vitest'
import { readCase } from '../claims/load.ts'
import { loadCases, scoreCase } from './load.ts'

const cases = loadCases()
/** May only rise. */
const FLOORS = { precision: 0.95, recall: 0.95 } as const

describe('findings of invented reports', () => {
  const outcomes = cases.map(scoreCase)
  const found = outcomes.reduce((sum, one) => sum + one.found, 0)
  const missed = outcomes.flatMap((one) => one.missed)
  const extra = outcomes.flatMap((one) => one.extra)

  test('are the ones there are', () => expect({ ok: found / (found + missed.length) >= FLOORS.recall, missed }).toMatchObject({ ok: true }))
  test('and no others', () => expect({ ok: found / (found + extra.length) >= FLOORS.precision, extra }).toMatchObject({ ok: true }))
  test('never conflict where nothing does', () => expect(extra.filter((one) => one.includes(' conflict '))).toEqual([]))

  test('show two spans or more, none long, and a sentence in each language', () => {
    for (const finding of cases.flatMap((one) => readCase(one).findings)) {
      expect(finding.evidence.length).toBeGreaterThanOrEqual(2)
      for (const { start, end } of finding.evidence) expect(end - start).toBeLessThanOrEqual(400)
      expect(finding.message.ar).toMatch(/\p{Script=Arabic}/u)
      expect(finding.message.en).toMatch(/[a-z]/u)
    }
  })

  test('have as many near misses as cases', () => {
    const misses = cases.filter((one) => one.find.length === 0).length
    expect(cases.length).toBeGreaterThanOrEqual(40)
    expect(misses / cases.length).toBeGreaterThanOrEqual(0.45)
  })
})
