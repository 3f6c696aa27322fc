import { describe, expect, it } from 'vitest'
import { SHOWABLE, shownBy, showWithout, spanIn } from './show.ts'

describe('what is shown', () => {
  it('is everything where the address does not say', () => {
    expect([...shownBy(undefined)]).toEqual([...SHOWABLE])
  })

  it('survives the way through the address', () => {
    for (const kind of SHOWABLE) {
      const without = showWithout(shownBy(undefined), kind)
      expect(shownBy(without).has(kind)).toBe(false)
      expect(showWithout(shownBy(without), kind)).toBeUndefined()
    }
  })

  it('is nothing where all are hidden', () => {
    expect(showWithout(shownBy('figure'), 'figure')).toEqual(['none'])
    expect(shownBy('none').size).toBe(0)
  })
})

describe('spanIn', () => {
  it.each([
    ['12-40', { start: 12, end: 40 }],
    ['40-12', null],
    ['x', null],
    [undefined, null],
  ])('of %j', (words, expected) => {
    expect(spanIn(words)).toEqual(expected)
  })
})
