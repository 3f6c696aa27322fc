import { describe, expect, it } from 'vitest'
import { cellText, csvOf } from './file/csv.ts'
import { filterOf } from './filter.ts'
import { originGraph } from './graph/build.ts'
import { placeGraph } from './graph/lay-out.ts'
import { keysOf, verdictsOf } from './legend-parts.ts'
import { type CompareState, fullRank, moved, searchOf, stateOf } from './state.ts'
import { LONG_STATES, measureOf } from './testing/fixture.ts'

describe('the address', () => {
  const usual: CompareState = { policy: 'range', rank: [], point: null, scale: null }

  it('says nothing of what is as usual', () => {
    expect(Object.values(searchOf(usual)).filter((value) => value !== undefined)).toEqual([])
    expect(stateOf({})).toEqual(usual)
  })

  it('keeps a ranking with the policy that asks for it', () => {
    const state: CompareState = { policy: 'source-ranked', rank: ['b', 'a'], point: 'r:c1', scale: 'log' }
    expect(stateOf(searchOf(state))).toEqual(state)
    expect(searchOf({ ...state, policy: 'lowest' }).rank).toBeUndefined()
  })

  it('passes over what it does not know', () => {
    expect(stateOf({ policy: 'best', scale: ['log', 'zero'], rank: 'a', point: '' })).toEqual({ ...usual, rank: ['a'] })
  })

  it.each([
    [
      { contested: 'true', type: 'kill', q: 'x' },
      { contested: 'true', type: 'kill', q: 'x' },
    ],
    [{ contested: 'no', type: '', other: '1' }, {}],
  ])('of the list %j', (search, filter) => {
    expect(filterOf(search)).toEqual(filter)
  })
})

describe('a ranking', () => {
  it('holds every named source once, the chosen ones first', () => {
    expect(fullRank(['c', 'gone', 'a'], ['a', 'b', 'c'])).toEqual(['c', 'a', 'b'])
  })

  it.each([
    [2, 0, ['c', 'a', 'b']],
    [0, 1, ['b', 'a', 'c']],
    [0, 9, ['b', 'c', 'a']],
  ])('moves %i to %i', (from, to, order) => {
    expect(moved(['a', 'b', 'c'], from, to)).toEqual(order)
  })
})

describe('the table as CSV', () => {
  it.each([
    ['a "b", c', '"a ""b"", c"'],
    ['=1+1', "'=1+1"],
    [12, '12'],
    [-3, '-3'],
    [null, ''],
    ['سطر\nآخر', '"سطر\nآخر"'],
  ])('writes %j', (cell, text) => {
    expect(cellText(cell)).toBe(text)
  })

  it('has a row for each figure, with who says it, when and in which sentence', () => {
    const [head, first, ...rest] = csvOf(LONG_STATES['long-names']!).trimEnd().split('\r\n')
    expect(head).toMatch(/^\ufefforigin_number,origin,outlet,/u)
    expect(first).toContain('وقالت الجهة إن 118 سجينا فروا من السجن فجر الأحد.')
    expect(rest).toHaveLength(3)
  })
})

describe('the graph', () => {
  const detail = measureOf({
    origins: ['مدير السجن', null],
    figures: [
      { min: 1, max: 1, outlet: 'أ' },
      { min: 1, max: 1, outlet: 'ب', copyOf: 0 },
      { min: 2, max: 2, outlet: 'ج', origin: 1 },
      { min: 2, max: 2, outlet: 'د', origin: 1 },
    ],
  })

  it('has each named origin once, and one unnamed source for each report', () => {
    const { nodes, edges } = originGraph(detail)
    expect(nodes.filter(({ origin }) => origin === 0)).toHaveLength(1)
    expect(nodes.filter(({ isNamed }) => !isNamed)).toHaveLength(2)
    expect(edges.filter(({ kind }) => kind === 'copied')).toMatchObject([{ from: '= ب', to: '= أ', figures: 1 }])
  })

  it.each([false, true])('runs with the reading, right to left: %s', (isRtl) => {
    const { nodes, width } = placeGraph(originGraph(detail), () => ({ width: 80, height: 24 }), isRtl)
    const [outlet, origin] = [nodes.get('= أ')!, nodes.get('# 0')!]
    expect(outlet.x < origin.x).toBe(!isRtl)
    expect(width).toBeGreaterThan(160)
  })
})

describe('the legend', () => {
  it('explains what is drawn, and nothing else', () => {
    expect(verdictsOf(LONG_STATES['long-names']!)).toEqual(['conflict', 'update', 'agrees'])
    expect(keysOf(LONG_STATES['long-names']!)).toEqual(['published', 'range', 'open', 'copy', 'band'])
    expect(keysOf(LONG_STATES['one-point']!)).toEqual(['band'])
  })
})
