import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf, type Marked, segment } from './segments.ts'

const words = fc.string({ maxLength: 60, unit: fc.constantFrom('ا', 'ب', 'ّ', ' ', '\n', '5', 'a', '\u{1f600}') })
const span = fc.tuple(fc.nat(70), fc.nat(70)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

describe('segment', () => {
  it('gives every code unit once, in order', () => {
    fc.assert(
      fc.property(words, fc.array(span, { maxLength: 8 }), fc.array(fc.nat(70), { maxLength: 4 }), (text, spans, cuts) => {
        const marks = spans.map((one, i): Marked<number> => ({ ...one, note: i }))
        const pieces = segment(text, { start: 0, end: text.length }, marks, cuts)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        let at = 0
        for (const piece of pieces) {
          expect(piece.start).toBe(at)
          expect(piece.end).toBeGreaterThan(piece.start)
          at = piece.end
        }
      }),
    )
  })

  it('puts on each piece exactly the marks that cover it', () => {
    fc.assert(
      fc.property(words, fc.array(span, { maxLength: 8 }), span, (text, spans, range) => {
        const within = { start: Math.min(range.start, text.length), end: Math.min(range.end, text.length) }
        const pieces = segment(
          text,
          within,
          spans.map((one, i) => ({ ...one, note: i })),
        )
        for (const piece of pieces)
          for (let at = piece.start; at < piece.end; at++)
            expect(piece.notes).toEqual(spans.flatMap((one, i) => (one.start <= at && at < one.end ? [i] : [])))
      }),
    )
  })

  it('cuts overlapping spans at each of their ends', () => {
    const marks = [
      { start: 0, end: 5, note: 'actor' },
      { start: 3, end: 8, note: 'place' },
    ]
    expect(segment('قوات السد', { start: 0, end: 9 }, marks).map(({ text, notes }) => [text, notes])).toEqual([
      ['قوا', ['actor']],
      ['ت ', ['actor', 'place']],
      ['الس', ['place']],
      ['د', []],
    ])
  })

  it('cuts where something is to be anchored, and nowhere in an empty stretch', () => {
    expect(segment('abcd', { start: 0, end: 4 }, [], [2, 9]).map(({ text }) => text)).toEqual(['ab', 'cd'])
    expect(segment('abcd', { start: 2, end: 2 }, [])).toEqual([])
  })
})

describe('lanesOf', () => {
  it('never draws two spans that overlap on one line', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const lanes = lanesOf(spans)
        spans.forEach((a, i) => {
          spans.forEach((b, j) => {
            if (i < j && a.start < b.end && b.start < a.end && a.end > a.start && b.end > b.start) expect(lanes[i]).not.toBe(lanes[j])
          })
        })
      }),
    )
  })

  it('draws the longer of two that begin together nearer to the text', () => {
    expect(
      lanesOf([
        { start: 4, end: 6 },
        { start: 4, end: 9 },
      ]),
    ).toEqual([1, 0])
  })
})
