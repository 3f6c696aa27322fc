import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barAt, barEnd, barHeight, type Extent, listAt, listEnd, listFor, MOST_HEIGHT, PAGE, pagesOf, rowsAt } from './window.ts'

const extent: fc.Arbitrary<Extent> = fc.record({
  rows: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5_000_000 })),
  rowHeight: fc.integer({ min: 40, max: 300 }),
  view: fc.integer({ min: 100, max: 3000 }),
})
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('the window on a long list', () => {
  it('is never taller than a browser allows', () => {
    fc.assert(
      fc.property(extent, (one) => {
        expect(barHeight(one)).toBeLessThanOrEqual(MOST_HEIGHT)
      }),
    )
  })

  it('goes from bar to list and back', () => {
    fc.assert(
      fc.property(extent, share, (one, at) => {
        const bar = at * barEnd(one)
        expect(barAt(listAt(bar, one), one)).toBeCloseTo(bar, 3)
      }),
    )
  })

  it('begins and ends with the list', () => {
    fc.assert(
      fc.property(extent, (one) => {
        expect(listAt(0, one)).toBe(0)
        expect(listAt(barEnd(one), one)).toBeCloseTo(listEnd(one), 3)
      }),
    )
  })

  it('never goes back as the bar goes on', () => {
    fc.assert(
      fc.property(extent, share, share, (one, a, b) => {
        const [low, high] = [Math.min(a, b) * barEnd(one), Math.max(a, b) * barEnd(one)]
        expect(listAt(low, one)).toBeLessThanOrEqual(listAt(high, one))
      }),
    )
  })

  it('brings any row into view', () => {
    fc.assert(
      fc.property(extent, share, share, (one, from, which) => {
        const row = Math.round(which * (one.rows - 1))
        const list = listFor(row, from * listEnd(one), one)
        const seen = rowsAt(list, one, 0)!
        expect(seen.first).toBeLessThanOrEqual(row)
        expect(seen.last).toBeGreaterThanOrEqual(row)
        expect(list).toBeGreaterThanOrEqual(0)
        expect(list).toBeLessThanOrEqual(Math.max(listEnd(one), row * one.rowHeight))
      }),
    )
  })

  it('shows the rows that fit, and some beyond', () => {
    const one = { rows: 1000, rowHeight: 80, view: 800 }
    expect(rowsAt(0, one, 0)).toEqual({ first: 0, last: 9 })
    expect(rowsAt(40, one, 0)).toEqual({ first: 0, last: 10 })
    expect(rowsAt(8000, one, 5)).toEqual({ first: 95, last: 114 })
    expect(rowsAt(0, { ...one, rows: 0 }, 5)).toBeNull()
  })

  it('does not move for a row that is in view', () => {
    expect(listFor(3, 100, { rows: 1000, rowHeight: 80, view: 800 })).toBe(100)
  })

  it('asks for whole pages', () => {
    expect(pagesOf(0, PAGE - 1)).toEqual([0])
    expect(pagesOf(PAGE - 1, PAGE)).toEqual([0, 1])
    expect(pagesOf(999_990, 999_999)).toEqual([19_999])
  })
})
