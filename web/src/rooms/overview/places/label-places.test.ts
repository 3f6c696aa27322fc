import { describe, expect, it } from 'vitest'
import { type Anchor, place } from './label-places.ts'

const at = (id: string, x: number, y: number): Anchor => ({ id, name: 'Aleppo', count: 5, x, y, radius: 6 })
const room = { width: 400, height: 300, pointed: null }

describe('place', () => {
  it('puts a name beside its circle, inside the map', () => {
    const [label] = place([at('a', 100, 100)], room)
    expect([label!.x, label!.y]).toEqual([109, 92])
    const [atEdge] = place([at('a', 395, 100)], room)
    expect([atEdge!.x + atEdge!.width, atEdge!.align]).toEqual([395 - 6 - 3, 'end'])
  })

  it('gives room to the first, and another side or none to those behind', () => {
    const many = Array.from({ length: 12 }, (_, i) => at(`p${i}`, 100 + i, 100))
    const placed = place(many, room)
    expect(placed[0]!.id).toBe('p0')
    expect(placed.length).toBeLessThan(5)
  })

  it('always names the one pointed at', () => {
    const many = Array.from({ length: 12 }, (_, i) => at(`p${i}`, 100 + i, 100))
    expect(place(many, { ...room, pointed: 'p11' })[0]!.id).toBe('p11')
  })

  it('leaves out what lies outside', () => {
    expect(place([at('a', -5, 100), at('b', 100, 900)], room)).toEqual([])
  })
})
