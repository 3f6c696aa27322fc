import { describe, expect, test } from 'vitest'
import { Verdict } from '../../src/model.ts'
import { loadClusters } from './load.ts'
import { type Outcome, scoreCluster } from './score.ts'

const clusters = loadClusters()

/** Pairs that are known to be hard: they are wrong today. The list only gets shorter. */
const HARD = new Set(['conditional-exchange: missed a2-c2 compatible'])

const wrongOf = (name: string, { missed, misjudged, extra, copies }: Outcome): string[] =>
  Object.entries({ missed, misjudged, extra, copies }).flatMap(([kind, pairs]) => pairs.map((pair) => `${name}: ${kind} ${pair}`))

describe('links of the invented clusters', () => {
  test.each(clusters)('$name: $about', (cluster) => {
    const wrong = wrongOf(cluster.name, scoreCluster(cluster))
    expect(wrong.filter((one) => !HARD.has(one))).toEqual([])
    expect(wrong).toHaveLength([...HARD].filter((one) => one.startsWith(`${cluster.name}:`)).length)
  })

  test('show every verdict in at least fifteen pairs, and pairs that are not like', () => {
    const counts = Map.groupBy(
      clusters.flatMap((cluster) => cluster.pairs),
      ([, , verdict]) => verdict,
    )
    expect(clusters.length).toBeGreaterThanOrEqual(25)
    for (const verdict of Verdict.options) expect([verdict, (counts.get(verdict)?.length ?? 0) >= 15]).toEqual([verdict, true])
    expect(clusters.flatMap((cluster) => cluster.apart).length).toBeGreaterThanOrEqual(30)
  })
})
