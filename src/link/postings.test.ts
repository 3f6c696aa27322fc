import fc from 'fast-check'
import { expect, test } from 'vitest'
import { halvesOf, wideHash } from './hash.ts'
import { makePostings } from './postings.ts'
import { makeTally } from './tally.ts'

const keyOf = (name: number): number => wideHash(1, [name])

test('keys are numbers that a double holds exactly, and differ by salt, parts and order', () => {
  const keys = [wideHash(1, [2, 3]), wideHash(1, [3, 2]), wideHash(2, [2, 3]), wideHash(1, [2]), wideHash(1, [])]
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.every(Number.isSafeInteger)).toBe(true)
  expect(halvesOf(2 ** 52 + 5)).toEqual([2 ** 20, 5])
})

test('postings hold what a map of sets holds', () => {
  const step = fc.tuple(fc.constantFrom('put', 'take'), fc.nat({ max: 40 }), fc.nat({ max: 9 }))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const postings = makePostings()
      const model = new Map<number, Set<number>>()
      for (const [what, name, report] of steps) {
        const known = model.get(name) ?? model.set(name, new Set()).get(name)!
        if (what === 'take') postings.take(keyOf(name), report)
        else if (!known.has(report)) postings.put(keyOf(name), report)
        known[what === 'put' ? 'add' : 'delete'](report)
      }
      for (const [name, reports] of model) {
        const found: number[] = []
        postings.each(keyOf(name), (report) => found.push(report))
        expect(found.sort()).toEqual([...reports].sort())
      }
    }),
  )
})

test('postings keep hundreds of thousands of keys apart', () => {
  const postings = makePostings()
  const keys = Array.from({ length: 200_000 }, (_, i) => keyOf(i))
  keys.forEach((key, i) => {
    postings.put(key, i)
  })
  let wrong = 0
  keys.forEach((key, i) => {
    postings.each(key, (report) => {
      if (report !== i) wrong++
    })
  })
  for (let i = 0; i < 200_000; i++) postings.each(wideHash(2, [i]), () => wrong++)
  expect(wrong).toBe(0)
})

test('a tally counts and forgets', () => {
  const tally = makeTally()
  for (const number of [5000, 3, 3, 5000, 5000]) tally.add(number)
  expect(tally.take(2)).toEqual([5000, 3])
  tally.add(3)
  expect(tally.take(2)).toEqual([])
  expect(tally.take(1)).toEqual([])
})
