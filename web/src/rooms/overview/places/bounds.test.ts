import { describe, expect, it } from 'vitest'
import { boundsOf } from './bounds.ts'

describe('boundsOf', () => {
  it('shows some land around a single place', () => {
    expect(boundsOf([{ lat: 36, lon: 37, count: 1 }])).toEqual([35.5, 34.5, 38.5, 37.5])
  })

  it('holds all places where none is far and rare', () => {
    const places = [
      { lat: 10, lon: 0, count: 5 },
      { lat: 36, lon: 37, count: 5 },
    ]
    expect(boundsOf(places)).toEqual([0, 10, 37, 36])
  })

  it('leaves a far and rare place outside', () => {
    const places = [
      { lat: 33, lon: 35, count: 60 },
      { lat: 37, lon: 42, count: 60 },
      { lat: 40, lon: -98, count: 1 },
    ]
    expect(boundsOf(places)).toEqual([35, 33, 42, 37])
  })
})
