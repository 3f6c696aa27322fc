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

/** Marks the claims whose figure is withheld, and no others; `before` are those that were marked. */
export function markWithheld(holdings: Holdings, withheld: ReadonlySet<number>, before: ReadonlySet<number>): void {
  for (const name of before) if (!withheld.has(name)) markFigure(holdings, name, false)
  // All of them, for a report that was read anew has rows of its own.
  for (const name of withheld) markFigure(holdings, name, true)
}

function markFigure({ reports, rows }: Holdings, name: number, on: boolean): void {
  const { from, count } = reports[Math.floor(name / 2 ** 26)]!
  const start = name % 2 ** 26
  for (let row = from; row < from + count; row++)
    if (rows.start[row] === start && has(rows, row, FLAG.figure)) mark(rows, row, FLAG.withheld, on)
}
