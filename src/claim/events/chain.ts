import type { Claim, Hop, Report, Statement } from '../../model.ts'

/**
 * The innermost statement that holds an offset (UTF-16), if any.
 *
 * @example statementAt([{ id: 's1', start: 0, end: 9, chain: [] }], 3)?.id // 's1'
 */
export function statementAt(statements: readonly Statement[], offset: number): Statement | undefined {
  const { sorted, longest } = indexOf(statements)
  let best: Statement | undefined
  for (let i = lastBefore(sorted, offset); i >= 0 && sorted[i]!.start + longest > offset; i--) {
    const one = sorted[i]!
    if (offset < one.end && (!best || one.end - one.start < best.end - best.start)) best = one
  }
  return best
}

interface Index {
  sorted: readonly Statement[]
  /** Length of the longest statement. */
  longest: number
}
const indexes = new WeakMap<readonly Statement[], Index>()

/** Statements by start, made once for each list of them. */
function indexOf(statements: readonly Statement[]): Index {
  let index = indexes.get(statements)
  if (!index) {
    const sorted = [...statements].sort((a, b) => a.start - b.start)
    index = { sorted, longest: sorted.reduce((longest, { start, end }) => Math.max(longest, end - start), 0) }
    indexes.set(statements, index)
  }
  return index
}

/** Index of the last statement that starts at or before an offset, -1 where none does. */
function lastBefore(sorted: readonly Statement[], offset: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The chain of what stands at an offset: that of the innermost statement, [] for the outlet's own words. */
export const chainAt = (statements: readonly Statement[], offset: number): Hop[] => statementAt(statements, offset)?.chain ?? []

/**
 * Where a claim comes from in the end: the last named hop (unnamed hops behind it belong to it). A chain without a named
 * hop falls to whoever stands behind the outlet's own words: a credit of the report, else the outlet.
 */
export function originOf(report: Pick<Report, 'credits' | 'outlet'>, chain: readonly Hop[]): Claim['origin'] {
  const named = chain.findLast((hop) => hop.named)
  if (named) return { ...(named.actor === undefined ? {} : { actor: named.actor }), name: named.text }
  const [credit] = report.credits
  const own = credit ? { actor: credit.actor, name: credit.text } : report.outlet
  if (!own) return null
  return { ...(own.actor === undefined ? {} : { actor: own.actor }), name: own.name }
}
