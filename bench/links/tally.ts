import type { LinkStore } from '../../src/link/memory.ts'
import type { Link } from '../../src/model.ts'
import type { Member } from './generate.ts'

/** Links by what they should be: right and wrong near copies, shared passages, comparisons within a story and across stories. */
export interface Tally {
  copies: number
  wrongCopies: number
  shared: number
  like: number
  wrongLike: number
}

/** Bits of a pair's row for its near copies and shared passages; the rest counts its comparisons. */
const [NEAR_COPY, SHARED_PASSAGE, COMPARISON] = [1, 2, 4]

/**
 * A store that keeps of each pair's links only how many of which kind, in rows of numbers: a million reports' links with their
 * sentences would fill the memory, and their bookkeeping would be measured instead of the linking.
 */
export function makeTally(reports: number, memberAt: (report: number) => Member): { tally: Tally; store: LinkStore } {
  const tally: Tally = { copies: 0, wrongCopies: 0, shared: 0, like: 0, wrongLike: 0 }
  const rows = growing()
  // The last row of each report; a row holds one end, the other, its kinds, and the next row of either end.
  const last = new Int32Array(reports).fill(-1)
  const count = (row: number, by: 1 | -1): void => {
    const [a, b, kinds] = [memberAt(rows.at(row, 0)), memberAt(rows.at(row, 1)), rows.at(row, 2)]
    if (kinds & NEAR_COPY) tally[isCopy(a, b) ? 'copies' : 'wrongCopies'] += by
    if (kinds & SHARED_PASSAGE) tally.shared += by
    tally[a.story === b.story ? 'like' : 'wrongLike'] += by * Math.floor(kinds / COMPARISON)
  }
  const set = (a: number, b: number, links: readonly Link[]): void => {
    const row = rows.add([a, b, kindsOf(links), last[a]!, last[b]!])
    last[a] = last[b] = row
    count(row, 1)
  }
  const drop = (report: number): void => {
    for (let row = last[report]!; row >= 0; row = rows.at(row, rows.at(row, 0) === report ? 3 : 4)) {
      if (rows.at(row, 2) > 0) count(row, -1)
      rows.clear(row, 2)
    }
    last[report] = -1
  }
  return { tally, store: { set, drop, all: () => [] } }
}

/** Whether two reports carry one text. */
const isCopy = (a: Member, b: Member): boolean => a.story === b.story && a.role !== 'echo' && b.role !== 'echo'

const kindsOf = (links: readonly Link[]): number =>
  links.reduce(
    (sum, link) => sum + (link.kind === 'comparison' ? COMPARISON : link.relation === 'near-copy' ? NEAR_COPY : SHARED_PASSAGE),
    0,
  )

const WIDTH = 5

/** Rows of five numbers in one array that grows. */
function growing() {
  let numbers = new Int32Array(WIDTH << 12)
  let count = 0
  return {
    add(row: readonly number[]): number {
      if ((count + 1) * WIDTH > numbers.length) {
        const longer = new Int32Array(numbers.length * 2)
        longer.set(numbers)
        numbers = longer
      }
      numbers.set(row, count * WIDTH)
      return count++
    },
    at: (row: number, column: number): number => numbers[row * WIDTH + column]!,
    clear(row: number, column: number): void {
      numbers[row * WIDTH + column] = 0
    },
  }
}
