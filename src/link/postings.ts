import { mix } from './hash.ts'

/** A growing table from 32-bit keys to reports, in typed arrays: 16 bytes a posting at most, no object on the heap. */
export interface Postings {
  put(key: number, report: number): void
  /** Takes a report out from under a key. */
  take(key: number, report: number): void
  /** Calls back with every report under a key. */
  each(key: number, found: (report: number) => void): void
  /** Number of postings ever put. */
  size(): number
}

const NONE = -1
const FIRST_SLOTS = 1 << 12

/**
 * Open addressing for the keys, a chain in one array for the reports of each.
 *
 * @example const postings = makePostings(); postings.put(7, 1); postings.each(7, (report) => report) // 1
 */
export function makePostings(): Postings {
  let keys = new Uint32Array(FIRST_SLOTS)
  let heads = new Int32Array(FIRST_SLOTS).fill(NONE)
  let chain = new Int32Array(FIRST_SLOTS * 2)
  let used = 0
  let count = 0

  function slotOf(key: number): number {
    let slot = mix(key) & (keys.length - 1)
    while (heads[slot] !== NONE && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1)
    return slot
  }

  function widen(): void {
    const [oldKeys, oldHeads] = [keys, heads]
    keys = new Uint32Array(oldKeys.length * 2)
    heads = new Int32Array(keys.length).fill(NONE)
    for (let i = 0; i < oldKeys.length; i++) {
      if (oldHeads[i] === NONE) continue
      const slot = slotOf(oldKeys[i]!)
      keys[slot] = oldKeys[i]!
      heads[slot] = oldHeads[i]!
    }
  }

  function lengthen(): void {
    const longer = new Int32Array(chain.length + (chain.length >> 1))
    longer.set(chain)
    chain = longer
  }

  function* linksOf(key: number): Generator<number> {
    for (let at = heads[slotOf(key)]!; at !== NONE; at = chain[at * 2 + 1]!) yield at
  }

  return {
    put: (key, report) => {
      if (used * 10 > keys.length * 8) widen()
      if (count * 2 + 2 > chain.length) lengthen()
      const slot = slotOf(key)
      if (heads[slot] === NONE) used++
      keys[slot] = key
      chain[count * 2] = report
      chain[count * 2 + 1] = heads[slot]!
      heads[slot] = count++
    },
    take: (key, report) => {
      for (const at of linksOf(key)) if (chain[at * 2] === report) chain[at * 2] = NONE
    },
    each: (key, found) => {
      for (let at = heads[slotOf(key)]!; at !== NONE; at = chain[at * 2 + 1]!) if (chain[at * 2] !== NONE) found(chain[at * 2]!)
    },
    size: () => count,
  }
}
