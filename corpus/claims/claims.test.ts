import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../../src/model.ts'
import { loadCases, typeAndModality } from './load.ts'
import { type Kind, scoreCase } from './score.ts'

const cases = loadCases()
/** Shares that may only rise. */
const FLOORS: Record<Kind, number> = {
  figure: 0.99,
  type: 0.98,
  modality: 0.98,
  place: 0.96,
  time: 0.96,
  role: 0.95,
  leg: 0.95,
  event: 0.95,
}

describe('claims of invented reports', () => {
  const outcomes = cases.map(scoreCase)

  test.each(Object.keys(FLOORS) as Kind[])('%s', (kind) => {
    const asked = outcomes.reduce((sum, outcome) => sum + outcome.asked[kind], 0)
    const wrong = outcomes.flatMap((outcome) => outcome.wrong.filter((one) => one.kind === kind).map(({ what }) => what))
    expect(asked).toBeGreaterThan(0)
    expect({ share: 1 - wrong.length / asked >= FLOORS[kind], wrong }).toMatchObject({ share: true })
  })

  test('stand for exchanges, ransoms, transfers and every other type, each id once', () => {
    const types = new Set(cases.flatMap(({ figures, events }) => [...figures, ...events].map(({ is }) => typeAndModality(is)[0])))
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(cases.length).toBeGreaterThanOrEqual(120)
    expect(EVENT_TYPES.filter((type) => !types.has(type))).toEqual([])
  })
})
