import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NoteBox, placeNotes } from './place-notes.ts'

const box = fc.record({ wanted: fc.nat(500), height: fc.integer({ min: 1, max: 90 }) })
const boxes = fc.array(box, { maxLength: 20 }).map((list) => list.toSorted((a, b) => a.wanted - b.wanted))

describe('placeNotes', () => {
  it('leaves notes that have room beside their lines', () => {
    expect(
      placeNotes(
        [
          { wanted: 10, height: 20 },
          { wanted: 60, height: 20 },
        ],
        4,
      ),
    ).toEqual([10, 60])
  })

  it('spreads notes that crowd each other around their lines', () => {
    expect(
      placeNotes(
        [
          { wanted: 100, height: 36 },
          { wanted: 100, height: 36 },
        ],
        4,
      ),
    ).toEqual([80, 120])
  })

  it('lifts notes that would stand below the end of the text, where they fit', () => {
    const notes = [
      { wanted: 10, height: 20 },
      { wanted: 90, height: 40 },
    ]
    expect(placeNotes(notes, 4, 100)).toEqual([10, 60])
    expect(placeNotes(notes, 4, 30)).toEqual([0, 24])
  })

  it('never overlaps notes, never puts one above the top, keeps their order', () => {
    fc.assert(
      fc.property(boxes, fc.option(fc.nat(900), { nil: undefined }), (notes: NoteBox[], room) => {
        const tops = placeNotes(notes, 6, room)
        expect(tops).toHaveLength(notes.length)
        tops.forEach((top, i) => {
          expect(top).toBeGreaterThanOrEqual(i === 0 ? -1e-6 : tops[i - 1]! + notes[i - 1]!.height + 6 - 1e-6)
        })
      }),
    )
  })
})
