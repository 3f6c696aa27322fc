import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords, type Run } from './diff.ts'

const joined = (runs: readonly Run[], same?: boolean): string =>
  runs
    .filter((run) => same === undefined || run.same === same)
    .map(({ text }) => text)
    .join('')
const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')

/** Length of a longest common subsequence, by the table. */
function longest(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    b.forEach((other, j) => {
      next.push(word === other ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
    })
    row = next
  }
  return row.at(-1)!
}

describe('diffWords', () => {
  it('marks the words that differ', () => {
    const { here, there } = diffWords('أطلقت فيها 90 مقاتلا، معظمهم', 'أطلقت فيها 90 مسلحا، معظمهم')
    expect(here).toEqual([
      { text: 'أطلقت فيها 90 ', same: true },
      { text: 'مقاتلا', same: false },
      { text: '، معظمهم', same: true },
    ])
    expect(joined(there, false)).toBe('مسلحا')
  })

  it('marks what only one side has', () => {
    const { here, there } = diffWords('منذ أيلول/سبتمبر الماضي', 'منذ سبتمبر الماضي')
    expect(joined(here, false)).toBe('أيلول/')
    expect(joined(there, false)).toBe('')
  })

  it('does not mark other white space', () => {
    expect(joined(diffWords('سطر\nآخر', 'سطر آخر').here, false)).toBe('')
  })

  it.each([
    ['', ''],
    ['', 'كلمة'],
    ['واحد', 'اثنان'],
  ])('of %j and %j joins back to both', (a, b) => {
    const { here, there } = diffWords(a, b)
    expect([joined(here), joined(there)]).toEqual([a, b])
  })

  it('finds a longest common subsequence, the same on both sides', () => {
    const text = fc.array(fc.constantFrom('ألف', 'باء', 'جيم', '7'), { maxLength: 25 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { here, there } = diffWords(a, b)
        expect([joined(here), joined(there)]).toEqual([a, b])
        expect(wordsOf(joined(here, true))).toEqual(wordsOf(joined(there, true)))
        expect(wordsOf(joined(here, true))).toHaveLength(longest(wordsOf(a), wordsOf(b)))
      }),
    )
  })

  it('gives up on long texts that have nothing in common, and still joins back', () => {
    const [a, b] = ['ألف '.repeat(4000), 'باء '.repeat(4000)]
    const { here, there } = diffWords(a, b)
    expect([joined(here), joined(there, true)]).toEqual([a, ''])
  })
})
