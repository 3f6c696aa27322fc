import { linkReadings } from '../../src/link/index.ts'
import type { Link } from '../../src/model.ts'
import { type Cluster, readingsOf, unmark } from './load.ts'

/** What became of the pairs of one cluster. */
export interface Outcome {
  /** Pairs found with the right verdict and independence. */
  right: string[]
  /** Like pairs not found. */
  missed: string[]
  /** Found, with another verdict or independence. */
  misjudged: string[]
  /** Pairs found that are not like; those listed as apart are marked. */
  extra: string[]
  /** Copies missed or found wrongly. */
  copies: string[]
}

/** Links a cluster's readings and sets the links beside what its author expects. */
export function scoreCluster(cluster: Cluster, links: readonly Link[] = linkReadings(readingsOf(cluster))): Outcome {
  const outcome: Outcome = { right: [], missed: [], misjudged: [], extra: [], copies: copiesWrong(cluster, links) }
  const found = new Map(links.filter((link) => link.kind === 'comparison').map((link) => [nameOf(cluster, link.a, link.b), link]))
  for (const [a, b, verdict, independent] of cluster.pairs) {
    const name = pairName(a, b)
    const link = found.get(name)
    found.delete(name)
    if (!link) outcome.missed.push(`${name} ${verdict}`)
    else if (link.verdict === verdict && link.independent === independent) outcome.right.push(`${name} ${verdict}`)
    else outcome.misjudged.push(`${name} ${verdict}/${independent} got ${link.verdict}/${link.independent}`)
  }
  const apart = new Set(cluster.apart.map(([a, b]) => pairName(a, b)))
  for (const [name, link] of found) outcome.extra.push(`${name} ${link.verdict}${apart.has(name) ? ' (listed as apart)' : ''}`)
  return outcome
}

const pairName = (a: string, b: string): string => [a, b].sort().join('-')

type End = { path: string; start: number }

function nameOf(cluster: Cluster, a: End, b: End): string {
  const figureAt = ({ path, start }: End): string => {
    const report = path.split('/')[1]!
    return [...unmark(cluster.reports[report]!.text).spans].find(([, span]) => span.start === start)?.[0] ?? `${path}@${start}`
  }
  return pairName(figureAt(a), figureAt(b))
}

function copiesWrong(cluster: Cluster, links: readonly Link[]): string[] {
  const found = new Set(
    links
      .filter((link) => link.kind === 'copy')
      .map((link) => `${pairName(link.a.path.split('/')[1]!, link.b.path.split('/')[1]!)} ${link.relation}`),
  )
  const wanted = new Set(cluster.copies.map(([a, b, relation]) => `${pairName(a, b)} ${relation}`))
  return [...found.symmetricDifference(wanted)].map((copy) => `${copy} ${found.has(copy) ? 'extra' : 'missed'}`)
}
