import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChainView } from '../../../../../src/api/shapes.ts'
import { LINES, linesOf } from './lines-of.ts'

const chain = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.nat())
  .map(([length, at]) =>
    Array.from({ length }, (_, i): ChainView => ({ text: `${i}`, kind: 'hop', named: true, origin: i === at % length })),
  )

describe('the chain in a row', () => {
  it('always shows both ends and the origin, in order, and counts the others', () => {
    fc.assert(
      fc.property(chain, (all) => {
        const { lines, left } = linesOf(all)
        expect(lines.length + left).toBe(all.length)
        expect(lines.length).toBeLessThanOrEqual(LINES)
        expect(lines[0]).toBe(all[0])
        expect(lines.at(-1)).toBe(all.at(-1))
        expect(lines.filter((hop) => hop.origin)).toHaveLength(1)
        expect(lines).toEqual(all.filter((hop) => lines.includes(hop)))
      }),
    )
  })
})
