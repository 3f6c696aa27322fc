import { describe, expect, it } from 'vitest'
import { nearest } from './grid.ts'

const cells = [
  { row: 0, bin: 0 },
  { row: 0, bin: 3 },
  { row: 0, bin: 9 },
  { row: 2, bin: 4 },
  { row: 2, bin: 9 },
]

describe('nearest', () => {
  it.each([
    ['ArrowRight', false, 9],
    ['ArrowLeft', false, 0],
    ['ArrowRight', true, 0],
    ['ArrowLeft', true, 9],
    ['Home', true, 0],
    ['End', true, 9],
  ])('%s, right to left: %s', (key, rtl, bin) => expect(nearest(cells, { row: 0, bin: 3 }, key, rtl)).toEqual({ row: 0, bin }))

  it('goes over lines that have nothing, to the nearest bin', () => {
    expect(nearest(cells, { row: 0, bin: 3 }, 'ArrowDown', false)).toEqual({ row: 2, bin: 4 })
    expect(nearest(cells, { row: 2, bin: 4 }, 'ArrowUp', false)).toEqual({ row: 0, bin: 3 })
  })

  it('leads nowhere at an end, and by another key', () => {
    expect(nearest(cells, { row: 0, bin: 9 }, 'ArrowRight', false)).toBeUndefined()
    expect(nearest(cells, { row: 2, bin: 9 }, 'ArrowDown', false)).toBeUndefined()
    expect(nearest(cells, { row: 0, bin: 0 }, 'x', false)).toBeUndefined()
  })
})
