import { describe, expect, test } from 'vitest'
import { type Cluster, loadClusters, readingsOf, unmark } from '../../corpus/links/load.ts'
import { driftOf, firstAppearance } from './drift.ts'
import { bestUnder } from './estimates.ts'
import { type FigureRef, type Incident, incidentsOf, type Regrouping } from './incidents.ts'
import { linkReadings } from './index.ts'

const cluster = (name: string): Cluster => loadClusters().find((one) => one.name === name)!
const incidents = (name: string, regroupings: Regrouping[] = []): Incident[] => {
  const readings = readingsOf(cluster(name))
  return incidentsOf({ readings, links: linkReadings(readings), regroupings })
}
const refOf = (name: string, id: string): FigureRef => ({
  path: `${name}/${id[0]}`,
  ...unmark(cluster(name).reports[id[0]!]!.text).spans.get(id)!,
})
const texts = (incident: Incident): string[] => incident.members.map((member) => member.figure.text)
const estimate = (name: string, type: string) =>
  incidents(name)
    .flatMap((one) => one.measures)
    .find((one) => one.type === type)!.estimate

describe('incidents', () => {
  test('hold the dead and the wounded of one event together', () => {
    const [one, ...rest] = incidents('market-shelling')
    expect(rest).toEqual([])
    expect(one?.members).toHaveLength(6)
    expect(one?.measures.map((measure) => measure.type)).toEqual(['kill', 'injure'])
  })

  test('keep two bombings of one city apart', () => {
    expect(incidents('two-bombings-one-city').map((one) => texts(one).length)).toEqual([1, 2])
  })

  test('are split and joined by a human, and back again', () => {
    const name = 'two-bombings-one-city'
    const all: FigureRef[] = ['a1', 'b1', 'c1'].map((id) => refOf(name, id))
    const join: Regrouping = { kind: 'join', figures: [all[0]!, all[1]!] }
    const split: Regrouping = { kind: 'split', figures: [all[2]!] }
    const sizes = (regroupings: Regrouping[]): number[] => incidents(name, regroupings).map((one) => one.members.length)
    expect(sizes([join])).toEqual([3])
    expect(sizes([split])).toEqual([1, 1, 1])
    expect(sizes([join, split])).toEqual([2, 1])
    expect(sizes([])).toEqual([1, 2])
  })
})

describe('estimates', () => {
  test('take each origin’s latest figure, and name who stands at the ends', () => {
    const { low, high, origins, grade, contested, reports } = estimate('market-shelling', 'kill')
    expect({ low, high, origins, grade, contested, reports }).toEqual({
      low: { value: 12, by: ['civil-defence'] },
      high: { value: 21, by: ['idlib-health'] },
      origins: 2,
      grade: 'two-origins',
      contested: true,
      reports: 3,
    })
  })

  test('count three origins that contradict each other', () => {
    expect(estimate('school-abduction', 'kidnap')).toMatchObject({
      low: { value: 27 },
      high: { value: 45 },
      origins: 3,
      grade: 'several-origins',
      contested: true,
    })
  })

  test('add no origin for unnamed sources', () => {
    expect(estimate('informed-sources-twice', 'transfer')).toMatchObject({ origins: 1, grade: 'single-origin' })
  })

  test('count copies once', () => {
    expect(estimate('wire-with-changes', 'kidnap')).toMatchObject({
      reports: 2,
      origins: 1,
      contested: false,
      low: { value: 3 },
      high: { value: 3 },
    })
  })

  test.each([
    [{ name: 'range' }, null],
    [{ name: 'lowest' }, 27],
    [{ name: 'ucdp' }, 27],
    [{ name: 'source-ranked', rank: ['nobody', 'governor', 'police'] }, 45],
  ] as const)('give a best value only under a policy: %j', (policy, best) => {
    expect(bestUnder(policy, estimate('school-abduction', 'kidnap'))).toBe(best)
  })
})

describe('drift', () => {
  test('shows what was planned and told as done, and a range that became a number', () => {
    const [plan] = readingsOf(cluster('promised-and-done'))
    const done = structuredClone(plan!)
    done.report.source.path = 'later'
    done.report.published!.edtf = '2019-09-29T10:00Z'
    done.claims[0]!.modality = 'actual'
    done.claims[0]!.chain = []
    plan!.mentions.quantities[0]!.modifier = 'between'
    const readings = [plan!, done]
    expect(driftOf(readings, linkReadings(readings)).map((one) => one.kind)).toEqual(['became-certain', 'became-exact', 'lost-its-source'])
  })

  test('knows where a figure first appeared', () => {
    const [incident] = incidents('market-shelling')
    expect(firstAppearance(incident!.members)?.profile.path).toBe('market-shelling/a')
  })
})
