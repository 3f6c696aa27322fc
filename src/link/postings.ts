/** A growing table from keys, hashes of 53 bits, to reports, in typed arrays: 12 bytes a posting, no object on the heap. */
export interface Postings {
  put(key: number, report: number): void
  /** Takes a report out from under a key. */
  take(key: number, report: number): void
  /** Calls back with every report under a key. */
  each(key: number, found: (report: number) => void): void
}

/**
 * The table is cut into shards that grow one at a time, so that it never stands twice in memory. The shard tells ten bits
 * of a key and the slot its lower 32: a stranger is met once in 2⁴² look-ups a key, and whoever looks verifies what was found.
 */
const SHARDS = 1 << 10
const FIRST_SLOTS = 8
const GROWTH = 1.5
const FULL = 0.8

/** What a slot holds beside its key: nothing, one report (its number plus one), the chain of several (negative), or nobody any more. */
const EMPTY = 0
const NOBODY = 0x7fffffff

/** Key and holder of each slot side by side: one look-up touches one place in memory. */
type Shard = Int32Array<ArrayBuffer>

/** The slot of a key, or the first empty one where it would stand; counted in numbers, so always even. */
function slotOf(shard: Shard, key: number): number {
  let slot = Math.floor(((key >>> 0) * (shard.length / 2)) / 2 ** 32) * 2
  while (shard[slot + 1] !== EMPTY && shard[slot] !== key) slot = slot + 2 === shard.length ? 0 : slot + 2
  return slot
}

function widened(shard: Shard): Shard {
  const wider = new Int32Array(Math.ceil((shard.length / 2) * GROWTH) * 2)
  for (let i = 0; i < shard.length; i += 2) {
    if (shard[i + 1] === EMPTY) continue
    const slot = slotOf(wider, shard[i]!)
    wider[slot] = shard[i]!
    wider[slot + 1] = shard[i + 1]!
  }
  // Frees it now: the collector hardly sees memory outside its heap, and would let a gigabyte of old shards stand.
  shard.buffer.transfer(0)
  return wider
}

/**
 * Open addressing for the keys; most have one report, which stands in their slot, the others a chain.
 *
 * @example const postings = makePostings(); postings.put(wideHash(1, [7]), 1); postings.each(wideHash(1, [7]), (report) => report) // 1
 */
export function makePostings(): Postings {
  const shards = Array.from({ length: SHARDS }, () => new Int32Array(FIRST_SLOTS * 2))
  const used = new Int32Array(SHARDS)
  const chain = makeChain()
  const at = (key: number): number => Math.floor(key / 2 ** 32) & (SHARDS - 1)

  function put(key: number, report: number): void {
    const number = at(key)
    if (used[number]! * 2 >= shards[number]!.length * FULL) shards[number] = widened(shards[number]!)
    const shard = shards[number]!
    const slot = slotOf(shard, key | 0)
    const holder = shard[slot + 1]!
    if (holder === EMPTY) used[number]!++
    shard[slot] = key | 0
    shard[slot + 1] = holder === EMPTY || holder === NOBODY ? report + 1 : chain.add(report, holder > 0 ? chain.add(holder - 1, 0) : holder)
  }

  function take(key: number, report: number): void {
    const shard = shards[at(key)]!
    const slot = slotOf(shard, key | 0)
    const holder = shard[slot + 1]!
    if (holder < 0) chain.take(holder, report)
    else if (holder === report + 1) shard[slot + 1] = NOBODY
  }

  function each(key: number, found: (report: number) => void): void {
    const shard = shards[at(key)]!
    const holder = shard[slotOf(shard, key | 0) + 1]!
    if (holder < 0) chain.each(holder, found)
    else if (holder !== EMPTY && holder !== NOBODY) found(holder - 1)
  }
  return { put, take, each }
}

/** Links of a chunk of the chain: it grows by chunks, and nothing is copied. */
const CHUNK = 1 << 18
const GONE = -1

/** Reports of keys that have several, as linked lists. A list is named by a negative number, 0 is its end. */
function makeChain() {
  const chunks: Int32Array[] = []
  let count = 0
  const chunkAt = (link: number): Int32Array => chunks[Math.floor(link / CHUNK)]!
  const place = (link: number): number => (link % CHUNK) * 2
  function* linksOf(head: number): Generator<number> {
    for (let at = head; at !== 0; at = chunkAt(-at - 1)[place(-at - 1) + 1]!) yield -at - 1
  }
  return {
    add(report: number, next: number): number {
      if (count % CHUNK === 0) chunks.push(new Int32Array(CHUNK * 2))
      const chunk = chunkAt(count)
      chunk[place(count)] = report
      chunk[place(count) + 1] = next
      return -++count
    },
    take(head: number, report: number): void {
      for (const link of linksOf(head)) if (chunkAt(link)[place(link)] === report) chunkAt(link)[place(link)] = GONE
    },
    each(head: number, found: (report: number) => void): void {
      for (let at = head; at !== 0; ) {
        const [chunk, from] = [chunkAt(-at - 1), place(-at - 1)]
        if (chunk[from] !== GONE) found(chunk[from]!)
        at = chunk[from + 1]!
      }
    },
  }
}
