import { describe, expect, it } from 'vitest'
import { batchesOf, extensionOf, hindranceOf, labelOf, type Picked, stage } from './staging.ts'

const LIMIT = 1000
const picked = (path: string, { size = 10, inFolder = false }: { size?: number; inFolder?: boolean } = {}): Picked => ({
  file: new File(['x'.repeat(size)], path, { lastModified: 1 }),
  path,
  inFolder,
})

describe('extensionOf', () => {
  it.each([
    ['a.txt', 'txt'],
    ['a/b.c/تقرير.HTML', 'html'],
    ['a.b/تقرير', ''],
    ['.hidden', ''],
  ])('of %s is %j', (path, extension) => expect(extensionOf(path)).toBe(extension))
})

describe('hindranceOf', () => {
  it.each([
    ['a.txt', {}, null],
    ['تقرير', {}, null],
    ['notes.md', {}, null],
    ['notes.md', { inFolder: true }, 'type'],
    ['in/a.html', { inFolder: true }, null],
    ['in/.git/a.txt', { inFolder: true }, 'hidden'],
    ['a.PDF', {}, 'binary'],
    ['a.txt', { size: 0 }, 'empty'],
    ['a.txt', { size: LIMIT }, null],
    ['a.txt', { size: LIMIT + 1 }, 'too-large'],
  ] as const)('of %s %j is %s', (path, more, hindrance) => expect(hindranceOf(picked(path, more), LIMIT)).toBe(hindrance))
})

describe('stage', () => {
  it('keeps each file once, in order of paths', () => {
    const first = stage([], [picked('b.txt'), picked('a.txt')], LIMIT)
    const second = stage(first, [picked('a.txt'), picked('a.txt', { size: 11 })], LIMIT)
    expect(second.map(({ path, file }) => [path, file.size])).toEqual([
      ['a.txt', 10],
      ['b.txt', 10],
      ['a.txt', 11],
    ])
  })
})

describe('batchesOf', () => {
  const files = (...sizes: number[]) => sizes.map((size) => ({ file: { size } }))
  it.each([
    [[], []],
    [
      [5, 5, 5],
      [2, 1],
    ],
    [
      [60, 60, 1],
      [1, 2],
    ],
    [
      [100, 1],
      [1, 1],
    ],
    [
      [1, 100],
      [1, 1],
    ],
  ])('of %j has %j files', (sizes, lengths) => {
    const batches = batchesOf(files(...sizes), { bytes: 100, files: 2 })
    expect(batches.map(({ length }) => length)).toEqual(lengths)
    expect(batches.flat()).toHaveLength(sizes.length)
  })
})

describe('labelOf', () => {
  it('takes the hash off, and nothing else', () => {
    expect(labelOf('camp.txt#1f3a9c20')).toBe('camp.txt')
    expect(labelOf('issue #12.txt')).toBe('issue #12.txt')
  })
})
