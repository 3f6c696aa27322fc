import type { Claim, Hop, Report, Statement } from '../../model.ts'

/**
 * The innermost statement that holds an offset (UTF-16), if any.
 *
 * @example statementAt([{ id: 's1', start: 0, end: 9, chain: [] }], 3)?.id // 's1'
 */
export function statementAt(statements: readonly Statement[], offset: number): Statement | undefined {
  let best: Statement | undefined
  for (const one of statements) {
    if (one.start > offset || offset >= one.end) continue
    if (!best || one.end - one.start <= best.end - best.start) best = one
  }
  return best
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
