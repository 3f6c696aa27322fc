import { FLAG, has, mark } from './columns.ts'
import { figureName, type Holdings } from './holdings.ts'
import { eachLink, isComparison } from './links.ts'

/**
 * Which counts under five are withheld: those that a report alone makes telling, and those that comparisons carry the mark to.
 * Names figures by {@link figureName}.
 */
export function withheldFigures({ handfuls, links }: Holdings): Set<number> {
  const withheld = new Set<number>()
  for (const [name, telling] of handfuls) if (telling) withheld.add(name)
  // A set goes on to what is added while it is walked.
  for (const name of withheld) {
    const report = Math.floor(name / 2 ** 26)
    eachLink(links, report, (id) => {
      if (!isComparison(links, id)) return
      const [one, other] = [figureName(links.a[id]!, links.startA[id]!), figureName(links.b[id]!, links.startB[id]!)]
      if (one === name && handfuls.has(other)) withheld.add(other)
      if (other === name && handfuls.has(one)) withheld.add(one)
    })
  }
  return withheld
}

/** Marks the claims whose figure is withheld; tells whether any changed. */
export function markWithheld({ rows }: Holdings, withheld: ReadonlySet<number>): boolean {
  let changed = false
  for (let row = 0; row < rows.size; row++) {
    const isWithheld = has(rows, row, FLAG.figure) && withheld.has(figureName(rows.report[row]!, rows.start[row]!))
    if (isWithheld === has(rows, row, FLAG.withheld)) continue
    mark(rows, row, FLAG.withheld, isWithheld)
    changed = true
  }
  return changed
}
