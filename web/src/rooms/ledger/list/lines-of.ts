import type { ChainView } from '../../../../../src/api/shapes.ts'

/** Steps that a row has lines for. */
export const LINES = 3

/** The steps of a chain that a row shows: the two ends, and between them the origin or else the first. `left`: how many are not shown. */
export function linesOf(chain: readonly ChainView[]): { lines: readonly ChainView[]; left: number } {
  if (chain.length <= LINES) return { lines: chain, left: 0 }
  const between = chain.slice(1, -1)
  const middle = between.find((hop) => hop.origin) ?? between[0]!
  return { lines: [chain[0]!, middle, chain.at(-1)!], left: chain.length - LINES }
}
