import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { linkReadings } from '../../src/link/index.ts'
import type { Link, Reading } from '../../src/model.ts'
import { readReport } from '../../src/pipeline.ts'
import { type Cluster, loadClusters, unmark } from './load.ts'
import { type Outcome, scoreCluster } from './score.ts'

/** Least number of the corpus' pairs that come out right when the clusters' texts are read by the pipeline. It only rises. */
const FLOOR = 82

function readThrough(cluster: Cluster, name: string): Reading {
  const { text: marked, published, outlet } = cluster.reports[name]!
  const bytes = new TextEncoder().encode(unmark(marked).text)
  const id = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return readReport({ id, bytes, source: { path: `${cluster.name}/${name}`, mediaType: 'text/plain' }, given: { published, outlet } })
}

/** Links with each end moved to the marked figure it overlaps; links of other figures are left out. */
function onMarks(cluster: Cluster, links: readonly Link[]): Link[] {
  const marked = <T extends { path: string; start: number; end: number }>(end: T): T | null => {
    const spans = [...unmark(cluster.reports[end.path.split('/')[1]!]!.text).spans.values()]
    const span = spans.find(({ start, end: stop }) => start < end.end && end.start < stop)
    return span ? { ...end, ...span } : null
  }
  return links.flatMap((link): Link[] => {
    if (link.kind === 'copy') return [link]
    const [a, b] = [marked(link.a), marked(link.b)]
    return a && b ? [{ ...link, a, b }] : []
  })
}

/** Pairs whose verdict is right, whether or not the independence is. */
const rightVerdicts = ({ right, misjudged }: Outcome): number =>
  right.length + misjudged.filter((one) => /(\S+)\/\S+ got \1\//.test(one)).length

test(`the pipeline and the linker together get at least ${FLOOR} pairs right`, () => {
  const outcomes = loadClusters().map((cluster) => {
    const readings = Object.keys(cluster.reports).map((name) => readThrough(cluster, name))
    return scoreCluster(cluster, onMarks(cluster, linkReadings(readings)))
  })
  const right = outcomes.reduce((sum, outcome) => sum + rightVerdicts(outcome), 0)
  console.log(
    `${right} pairs right, ${outcomes.flatMap((one) => one.missed).length} missed, ${outcomes.flatMap((one) => one.extra).length} extra`,
  )
  expect(right).toBeGreaterThanOrEqual(FLOOR)
})
