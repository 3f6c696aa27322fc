import { NONE } from './columns.ts'
import type { Holdings } from './holdings.ts'
import { NEAR_COPY } from './links.ts'

/** Reports that carry one text. */
export interface Copies {
  /** The first report of the text that a report carries; `NONE` where it is that one, or alone. */
  firstOf: Int32Array
  /** Families by their first report, members in order of appearance, the first included. */
  families: Map<number, number[]>
}

/** Groups near copies. `ranks`: the place of each report in the order of appearance. */
export function groupCopies({ reports, links }: Holdings, ranks: Int32Array): Copies {
  const parent = Int32Array.from({ length: reports.length }, (_, i) => i)
  const top = (of: number): number => {
    let at = of
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  for (let id = 0; id < links.size; id++) {
    if (links.verdict[id] !== NEAR_COPY || links.gone[id] === 1) continue
    const [a, b] = [top(links.a[id]!), top(links.b[id]!)]
    if (ranks[a]! < ranks[b]!) parent[b] = a
    else parent[a] = b
  }
  const firstOf = new Int32Array(reports.length).fill(NONE)
  const families = new Map<number, number[]>()
  for (let report = 0; report < reports.length; report++) {
    const first = top(report)
    if (first === report) continue
    firstOf[report] = first
    const family = families.get(first)
    if (family) family.push(report)
    else families.set(first, [first, report])
  }
  for (const family of families.values()) family.sort((a, b) => ranks[a]! - ranks[b]!)
  return { firstOf, families }
}
