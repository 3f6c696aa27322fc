import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeasureDetail } from '../../../../../src/api/shapes.ts'
import { LONG_STATES, measureOf } from '../testing/fixture.ts'
import { type Box, holds, overlaps } from './box.ts'
import { daysOf } from './days.ts'
import { placeLabels } from './labels.ts'
import { type ChartLayout, layOut, numbersOf } from './layout.ts'
import { boxOf, shapeOf } from './marks.ts'
import { arcPath, headPath, rangePath } from './paths.ts'
import { type ScaleName, scalesFor, timeScale, valueScale } from './scale.ts'
import { stepFrom, stepOf } from './step.ts'

const chart = (detail: MeasureDetail, scale: ScaleName = scalesFor(numbersOf(detail))[0]!, width = 800): ChartLayout =>
  layOut({ detail, width, height: 420, scale, labelWidths: () => [70, 14], tickWidth: (value) => String(value).length * 7, bestWidth: 120 })

describe('days', () => {
  it.each([
    ['1970-01-01', { from: 0, to: 0 }],
    ['1970-01-02T13:02Z', { from: 1, to: 1 }],
    ['1970-02', { from: 31, to: 58 }],
    ['1970', { from: 0, to: 364 }],
    ['1970-01-05/1970-01-07', { from: 4, to: 6 }],
    ['../1970-01-07', { from: 6, to: 6 }],
    ['1970-01-07/..', { from: 6, to: 6 }],
    ['1970-XX', { from: 0, to: 364 }],
    ['1970-01~', { from: 0, to: 30 }],
    ['1970-21', { from: 59, to: 150 }],
    ['XXXX-04', null],
    ['P6M', null],
    [null, null],
  ])('of %s', (edtf, days) => {
    expect(daysOf(edtf)).toEqual(days)
  })
})

describe('scales', () => {
  it.each<[number[], ScaleName[]]>([
    [[118, 118], ['zero']],
    [
      [118, 120],
      ['zero', 'near'],
    ],
    [[10, 60], ['zero']],
    [
      [10, 300],
      ['zero', 'log'],
    ],
    [
      [2, 70000],
      ['log', 'zero'],
    ],
    [[0, 70000], ['zero']],
  ])('for %j', (values, scales) => {
    expect(scalesFor(values)).toEqual(scales)
  })

  it('begin at zero, unless it is said', () => {
    expect(valueScale('zero', [118, 120], 400, true).at(0)).toBe(400)
    expect(valueScale('near', [118, 120], 400, true).at(0)).toBeGreaterThan(400)
  })

  it('hold every value, and give whole ticks for people', () => {
    const values = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(values, fc.constantFrom<ScaleName>('zero', 'near', 'log'), (numbers, name) => {
        const { at, ticks } = valueScale(name, numbers, 400, true)
        for (const value of numbers) expect(at(value) >= -0.001 && at(value) <= 400.001).toBe(true)
        expect(ticks.every(Number.isInteger)).toBe(true)
      }),
    )
  })

  it('tell one day by itself, and the year where it changes', () => {
    expect(timeScale([{ from: 10, to: 10 }], 600).ticks).toMatchObject([{ step: 'day', withYear: true }])
    const years = timeScale([{ from: 300, to: 500 }], 600).ticks.filter(({ withYear }) => withYear)
    expect(years.map(({ date }) => date.getUTCFullYear())).toEqual([1970, 1971])
  })
})

describe('labels', () => {
  const inside: Box = { u: 0, y: 0, width: 400, height: 200 }
  const box = fc
    .record({ u: fc.integer({ min: 0, max: 380 }), y: fc.integer({ min: 0, max: 180 }) })
    .map((at) => ({ ...at, width: 13, height: 13 }))

  it('never cover each other, a mark or the rim', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 40 }), (marks) => {
        const labels = placeLabels(
          marks.map((mark, index) => ({ index, mark, widths: [64, 14] })),
          marks,
          inside,
        )
        for (const [i, label] of labels.entries()) {
          expect(holds(inside, label.box)).toBe(true)
          expect(marks.some((mark) => overlaps(mark, label.box))).toBe(false)
          expect(labels.slice(i + 1).some((other) => overlaps(other.box, label.box))).toBe(false)
        }
      }),
    )
  })

  it('shrink to the number where the value has no room', () => {
    const narrow = { u: 0, y: 0, width: 20, height: 60 }
    const mark = { u: 3, y: 20, width: 13, height: 13 }
    expect(placeLabels([{ index: 0, mark, widths: [64, 14] }], [mark], narrow)).toMatchObject([{ index: 0, form: 1 }])
  })
})

describe('layout', () => {
  it.each(Object.entries(LONG_STATES))('of %s stays in its ground', (_name, detail) => {
    for (const width of [320, 800, 1400]) {
      const { marks, plot } = chart(detail, undefined, width)
      for (const { u, y } of marks) {
        expect(u).toBeGreaterThanOrEqual(0)
        expect(u).toBeLessThanOrEqual(plot.width)
        expect(y).toBeGreaterThanOrEqual(-0.001)
        expect(y).toBeLessThanOrEqual(plot.height + 0.001)
      }
    }
  })

  it('stands figures of one day and value side by side', () => {
    const { marks, radius } = chart(measureOf({ figures: [1, 2, 3].map(() => ({ min: 118, max: 118 })) }))
    const boxes = marks.map((mark) => boxOf(mark, radius))
    expect(boxes.some((box, i) => boxes.slice(i + 1).some((other) => overlaps(box, other)))).toBe(false)
  })

  it('gives the undated a column behind the days', () => {
    const { marks, undated, time } = chart(
      measureOf({
        figures: [
          { min: 1, max: 1, day: null },
          { min: 2, max: 2 },
        ],
      }),
    )
    expect(time).not.toBeNull()
    expect(marks[0]!.u).toBe(undated!.u)
    expect(marks[1]!.u).toBeLessThan(undated!.u - undated!.width / 2)
  })

  it('draws what has no day without an axis of days', () => {
    expect(chart(LONG_STATES.undated!).time).toBeNull()
  })

  it('shows the stretch of a time that is no day', () => {
    const [mark] = chart(measureOf({ figures: [{ min: 1, max: 1, day: '2020-09-30', time: '2020-09' }] })).marks
    expect(mark!.span!.from).toBeLessThan(mark!.u)
    expect(mark!.span!.to).toBe(mark!.u)
  })

  it('leaves out what has no number', () => {
    expect(
      chart(
        measureOf({
          figures: [
            { min: null, max: null },
            { min: 2, max: 2 },
          ],
        }),
      ).marks.map(({ index }) => index),
    ).toEqual([1])
  })

  it('runs open bounds on from the number they have', () => {
    const { marks } = chart(
      measureOf({
        figures: [
          { min: 100, max: null },
          { min: null, max: 900, day: '2020-10-01' },
        ],
      }),
      'log',
    )
    expect(marks.map(({ shape, y, top, bottom }) => [shape, y === bottom, y === top])).toEqual([
      ['least', true, false],
      ['most', false, true],
    ])
  })

  it('writes the one value where it hides no mark', () => {
    const figures = [0, 1, 2].map((i) => ({ min: 118, max: 118, day: `2020-09-0${i + 1}` }))
    const { best, marks, radius } = chart({ ...measureOf({ figures }), best: 118 })
    expect(marks.some((mark) => overlaps(boxOf(mark, radius), best!.words))).toBe(false)
  })

  it('ties a copy to what it copies', () => {
    expect(chart(LONG_STATES['long-names']!).arcs).toEqual([{ from: 1, to: 0 }])
  })
})

describe('paths', () => {
  it.each([
    [{ min: 1, max: 1 }, 'point'],
    [{ min: 1, max: 2 }, 'range'],
    [{ min: 1, max: null }, 'least'],
    [{ min: null, max: 2 }, 'most'],
  ])('%j is drawn as a %s', (bounds, shape) => {
    expect(shapeOf(bounds)).toBe(shape)
  })

  it('are written in pixels', () => {
    expect(rangePath(10, 20, 40, 3)).toBe('M7 20H13M10 20V40M7 40H13')
    expect(headPath(10, 20, 'up', 5)).toBe('M6 25L10 20L14 25')
    expect(headPath(10, 20, 'down', 5)).toBe('M6 15L10 20L14 15')
  })

  it('bend arcs upwards and end them short of the mark', () => {
    const { line } = arcPath({ x: 0, y: 100 }, { x: 100, y: 100 }, 8)
    const [, bendY, , endY] = /Q[\d.]+ ([\d.]+) ([\d.]+) ([\d.]+)/u.exec(line)!.map(Number)
    expect(bendY).toBeLessThan(100)
    expect(endY).toBeLessThan(100)
  })
})

describe('steps', () => {
  const marks = [
    { index: 0, u: 10, y: 50 },
    { index: 1, u: 30, y: 10 },
    { index: 2, u: 20, y: 90 },
  ]

  it.each([
    [null, 'next', 0],
    [0, 'next', 2],
    [2, 'next', 1],
    [1, 'next', 1],
    [2, 'previous', 0],
    [2, 'up', 0],
    [0, 'down', 2],
    [2, 'last', 1],
    [1, 'first', 0],
  ] as const)('from %s %s to %s', (from, step, to) => {
    expect(stepFrom(marks, from, step)).toBe(to)
  })

  it('follow the direction of reading', () => {
    expect([stepOf('ArrowLeft', true), stepOf('ArrowLeft', false), stepOf('x', true)]).toEqual(['next', 'previous', null])
  })
})
