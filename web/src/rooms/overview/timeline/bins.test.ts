import { describe, expect, it } from 'vitest'
import type { EventType } from '../../../../../src/model.ts'
import { type MonthCount, timelineOf, yearMarks } from './bins.ts'

const at = (month: string, count = 1, type: EventType = 'hold'): MonthCount => ({ month, type, count })

describe('timelineOf', () => {
  it('gives nothing for nothing', () => {
    expect(timelineOf([], { most: 60 })).toBeNull()
    expect(timelineOf([at('2021-03', 0)], { most: 60 })).toBeNull()
  })

  it('has a bin for every month between the first and the last', () => {
    const timeline = timelineOf([at('2020-12', 2), at('2021-02', 3, 'kill')], { most: 60 })!
    expect(timeline.bins.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2020-12-01 2020-12-31',
      '2021-01-01 2021-01-31',
      '2021-02-01 2021-02-28',
    ])
    expect(timeline.all.counts).toEqual([2, 0, 3])
    expect(timeline.strips.map(({ types, counts }) => [types, counts])).toEqual([
      [['kill'], [0, 0, 3]],
      [['hold'], [2, 0, 0]],
    ])
  })

  it.each([
    [60, 1, 36, '2018-01'],
    [24, 3, 12, '2018-01/2018-03'],
    [6, 12, 3, '2018'],
    [2, 60, 2, '2015/2019'],
  ])('with room for %i takes %i months a bin', (most, step, bins, edtf) => {
    const timeline = timelineOf([at('2018-01'), at('2020-12')], { most })!
    expect([timeline.step, timeline.bins.length, timeline.bins[0]!.edtf]).toEqual([step, bins, edtf])
    expect(timeline.all.total).toBe(2)
  })

  it('leaves a few stragglers out where they would squeeze the rest, and counts them', () => {
    const rows = [at('1982-02'), at('2018-01', 60), at('2019-12', 60), at('2090-01')]
    const timeline = timelineOf(rows, { most: 60 })!
    expect([timeline.before, timeline.after, timeline.bins.length, timeline.all.total]).toEqual([1, 1, 24, 120])
  })

  it('leaves nobody out where everything fits', () => {
    expect(timelineOf([at('2018-01'), at('2019-12', 500)], { most: 60 })).toMatchObject({ before: 0, after: 0 })
  })

  it('shows one year by months', () => {
    const timeline = timelineOf([at('2018-05'), at('2019-12', 4), at('2020-02')], { most: 60, year: 2019 })!
    expect([timeline.bins.length, timeline.all.total, timeline.before, timeline.after]).toEqual([12, 4, 1, 1])
  })

  it('puts rare types on one line, and what has no type among them', () => {
    const types: EventType[] = ['other', 'hold', 'kill', 'release', 'escape', 'exchange', 'ransom', 'trial', 'pardon', 'arrest']
    const timeline = timelineOf(
      types.map((type, i) => at('2020-01', 20 - i, type)),
      { most: 10 },
    )!
    expect(timeline.strips).toHaveLength(8)
    expect(timeline.strips.at(-1)!.types).toEqual(['pardon', 'arrest', 'other'])
    expect(timeline.strips[0]!.types).toEqual(['hold'])
  })

  it('counts every claim once', () => {
    const rows = Array.from({ length: 400 }, (_, i) => at(`${1990 + (i % 37)}-${String((i % 12) + 1).padStart(2, '0')}`, i % 5))
    const total = rows.reduce((all, { count }) => all + count, 0)
    for (const most of [1, 7, 30, 64, 500]) {
      const { all, strips, before, after } = timelineOf(rows, { most })!
      expect(all.total + before + after).toBe(total)
      expect(strips.reduce((sum, strip) => sum + strip.total, 0)).toBe(all.total)
    }
  })
})

describe('yearMarks', () => {
  it('marks the beginnings of years, not of a first year cut short', () => {
    const timeline = timelineOf([at('2020-11'), at('2022-12')], { most: 60 })!
    expect(yearMarks(timeline, 9, 40)).toEqual([
      { year: 2021, bin: 2 },
      { year: 2022, bin: 14 },
    ])
  })

  it('marks every nth year where they stand close', () => {
    const timeline = timelineOf([at('2001-01'), at('2012-12')], { most: 12 })!
    expect(yearMarks(timeline, 12, 40).map(({ year }) => year)).toEqual([2001, 2005, 2009])
  })
})
