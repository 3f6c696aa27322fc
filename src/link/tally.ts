/** Counts how often numbers come up, and forgets them for the next count: no object is made for any. */
export interface Tally {
  add(number: number): void
  /** Numbers that came up at least so often since the last call. */
  take(times: number): number[]
}

/** More times than any caller asks for are not told apart. */
const MOST = 255

/** @example const tally = makeTally(); tally.add(7); tally.add(7); tally.add(8); tally.take(2) // [7] */
export function makeTally(): Tally {
  let counts = new Uint8Array(1 << 10)
  let seen: number[] = []
  return {
    add(number) {
      if (number >= counts.length) {
        const longer = new Uint8Array(Math.max(counts.length * 2, number + 1))
        longer.set(counts)
        counts = longer
      }
      const count = counts[number]!
      if (count === 0) seen.push(number)
      if (count < MOST) counts[number] = count + 1
    },
    take(times) {
      const often = seen.filter((number) => counts[number]! >= times)
      for (const number of seen) counts[number] = 0
      seen = []
      return often
    },
  }
}
