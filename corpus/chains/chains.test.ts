import { describe, expect, test } from 'vitest'
import { loadCases } from './load.ts'
import { type Outcome, scoreCase } from './score.ts'

/** Share of stretches whose whole chain is right, 0.01 under what is reached: it only rises. */
const RIGHT = 0.985
/** Share of hops that the text names for that stretch. */
const NOT_INVENTED = 0.985

const cases = loadCases()
const total = (outcomes: readonly Outcome[], key: 'right' | 'stretches' | 'hops' | 'invented'): number =>
  outcomes.reduce((sum, one) => sum + one[key], 0)

describe('chains of the corpus', () => {
  const outcomes = cases.map(scoreCase)
  const wrong = outcomes.flatMap((one) => one.wrong)
  const right = total(outcomes, 'right') / total(outcomes, 'stretches')
  const kept = 1 - total(outcomes, 'invented') / total(outcomes, 'hops')
  console.info(`${cases.length} cases, chains right ${right.toFixed(3)}, sources not invented ${kept.toFixed(3)}\n${wrong.join('\n')}`)

  test('there are at least 130 cases, each with its own name', () => {
    expect(cases.length).toBeGreaterThanOrEqual(130)
    expect(new Set(cases.map((one) => `${one.topic}/${one.about}`)).size).toBe(cases.length)
  })
  test('chains are right', () => expect(right, wrong.join('\n')).toBeGreaterThanOrEqual(RIGHT))
  test('sources are not invented', () => expect(kept, wrong.join('\n')).toBeGreaterThanOrEqual(NOT_INVENTED))
})
