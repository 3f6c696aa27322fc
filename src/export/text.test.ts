import { describe, expect, it } from 'vitest'
import { chainNodes } from './chains.ts'
import { formatDate, sortKey } from './dates.ts'
import { isolate, oneLine } from './direction.ts'
import { disjointSets } from './dossier/sets.ts'
import { formatBounds } from './figures.ts'
import { labels } from './messages/index.ts'
import { makeReading } from './testing/build.ts'

describe('formatDate', () => {
  it.each([
    ['2017-10-14', 'en', '14 October 2017'],
    ['2018-06', 'en', 'June 2018'],
    ['2018', 'en', '2018'],
    ['2017-10-12/2017-10-14', 'en', '12 October 2017 – 14 October 2017'],
    ['2018-01/..', 'en', 'January 2018 – …'],
    ['XXXX-04', 'en', 'April'],
    ['XXXX-06-06', 'en', '6 June'],
    ['2019-01-17T13:02Z', 'en', '17 January 2019 13:02 UTC'],
    ['P6M', 'en', 'P6M'],
    ['2018-22', 'en', 'summer 2018'],
    ['2019-22', 'ar', 'صيف 2019'],
    ['2017-10-14', 'ar', '14 أكتوبر 2017'],
  ] as const)('%s in %s', (edtf, lang, expected) => {
    expect(formatDate(edtf, lang)).toBe(expected)
  })

  it('sorts dates, then what has no year', () => {
    expect(['XXXX-04', '2018-06', '2017', '2018-06-01/..', '../2018-07'].map(sortKey).sort()).toEqual([
      '2017',
      '2018-06',
      '2018-06-01',
      '2018-07',
      '~',
    ])
  })
})

describe('formatBounds', () => {
  const figure = (min: number | null, max: number | null, modifier: Parameters<typeof formatBounds>[0]['modifier'], unit = 'person') => ({
    min,
    max,
    modifier,
    unit,
  })
  it.each([
    [figure(200, 200, 'exact'), '200'],
    [figure(70000, 70000, 'about'), 'about 70,000'],
    [figure(70000, null, 'more-than'), 'more than 70,000'],
    [figure(100, null, 'hundreds'), 'at least 100'],
    [figure(null, 300, 'at-most'), 'at most 300'],
    [figure(null, 5, 'less-than'), 'fewer than 5'],
    [figure(6000, 10000, 'between', 'USD'), '6,000 to 10,000 USD'],
    [figure(15, 15, 'exact', 'percent'), '15%'],
    [figure(null, null, 'exact'), 'not known'],
  ])('%j', (given, expected) => {
    expect(formatBounds(given, 'en', labels('en'))).toBe(expected)
  })
})

describe('text on one line', () => {
  it('drops controls and bidi marks, and makes white space single', () => {
    expect(oneLine(' a\u202e\n\tb\u001b[31m\u2069 c\u200f ')).toBe('a b [31m c')
  })
  it('closes what it opens', () => {
    expect(isolate('قسد')).toBe('\u2068قسد\u2069')
  })
})

describe('chainNodes', () => {
  const credited = makeReading({ path: 'x', text: 'وكالة النسر. قال مصدر إنهم سبعة.', outlet: 'موقع', credits: ['وكالة النسر'] })
  it('puts a credit between outlet and unnamed source, as the origin', () => {
    const chain = [{ text: 'مصدر', start: 17, end: 21, act: 'say' as const, named: false }]
    expect(chainNodes(credited.report, { chain, origin: { name: 'وكالة النسر' } }).map((n) => [n.kind, n.origin])).toEqual([
      ['outlet', false],
      ['credit', true],
      ['hop', false],
    ])
  })
  it('leaves the outlet as origin of its own account', () => {
    expect(chainNodes(credited.report, { chain: [], origin: { name: 'موقع' } })).toMatchObject([{ kind: 'outlet', origin: true }])
  })
})

describe('disjointSets', () => {
  it.each([
    [
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      [
        [2, 1],
        [1, 0],
      ],
    ],
    [
      [
        [0, 2],
        [1, 2],
      ],
    ],
  ])('knows a group by its smallest member, joined as %j', (pairs) => {
    const sets = disjointSets(4)
    for (const [a, b] of pairs) sets.join(a!, b!)
    expect([0, 1, 2, 3].map(sets.first)).toEqual([0, 0, 0, 3])
  })
})
