import { combine, mix } from './hash.ts'

/** Words of a shingle for MinHash: short enough that one exchanged word spoils only three. */
const SHINGLE = 3
/**
 * Bands of four rows: two texts that share three fifths of their shingles meet with probability 0.99, half 0.87,
 * a twentieth 0.0002. What they miss shares a run of words, and is found by its fingerprints.
 */
const BANDS = 32
const ROWS = 4
/** Words of a fingerprint, and of the window from which the least is kept: every shared run of 13 words is found. */
const GRAM = 10
const WINDOW = 4

/** Hash functions `(x xor shift) · factor` modulo 2³², one a row: x is well mixed already, the factor is odd. */
const factors = Int32Array.from({ length: BANDS * ROWS }, (_, i) => mix(i + 1) | 1)
const shifts = Int32Array.from({ length: BANDS * ROWS }, (_, i) => mix(i + 1_000_003))

/** Hashes of every run of `size` words; runs that touch a masked word are left out. */
function grams(words: Uint32Array, size: number, masked: (at: number) => boolean): Uint32Array {
  const found = new Uint32Array(Math.max(0, words.length - size + 1))
  let count = 0
  let clear = 0
  for (let at = 0; at < words.length; at++) {
    clear = masked(at) ? 0 : clear + 1
    if (clear >= size) found[count++] = gramAt(words, at - size + 1, size)
  }
  return found.subarray(0, count)
}

function gramAt(words: Uint32Array, from: number, size: number): number {
  let hash = 0
  for (let i = from; i < from + size; i++) hash = combine(hash, words[i]!)
  return hash
}

/** MinHash values of a text (Broder 1997): for each hash function the least hash of its shingles. Empty for a text too short. */
export const minHash = (words: Uint32Array, masked: (at: number) => boolean = () => false): Int32Array =>
  leastHashes(grams(words, SHINGLE, masked), BANDS * ROWS)

function leastHashes(items: Uint32Array, size: number): Int32Array {
  const least = new Int32Array(items.length === 0 ? 0 : size)
  // Signed numbers and one hash function at a time: the engine keeps all of it in registers.
  for (let i = 0; i < least.length; i++) {
    const [factor, shift] = [factors[i]!, shifts[i]!]
    let min = 0x7fffffff
    for (let k = 0; k < items.length; k++) {
      const hash = Math.imul(items[k]! ^ shift, factor)
      if (hash < min) min = hash
    }
    least[i] = min
  }
  return least
}

/** Keys of the bands of a MinHash (locality-sensitive hashing, Indyk and Motwani 1998). */
export function bandsOf(least: Int32Array, rows = ROWS): number[] {
  const keys: number[] = []
  for (let at = 0; at + rows <= least.length; at += rows) {
    let key = keys.length + 1
    for (let i = at; i < at + rows; i++) key = combine(key, least[i]!)
    keys.push(key)
  }
  return keys
}

/**
 * Keys under which reports of one story meet, from what they are about. Bands of two rows are for reports without a date:
 * two that share a third meet with probability 0.85 in 16 bands. Bands of three are stricter: a half 0.88, a twentieth 0.002.
 */
export const storyBandsOf = (items: Iterable<number>, bands: number, rows: number): number[] =>
  bandsOf(leastHashes(Uint32Array.from(items), bands * rows), rows)

/** Fingerprints of a text, sorted by hash; `at` is the word at which each first begins. */
export interface Prints {
  hashes: Uint32Array
  at: Uint32Array
}

/**
 * Fingerprints of the runs of ten words, thinned by winnowing (Schleimer, Wilkerson, Aiken 2003): of every
 * four neighbours the least is kept. `salt` tells their kind of key apart from others. No run goes beyond its paragraph
 * (`breaks`: the words that begin one), so that what stands under every report has the same fingerprints under each.
 */
export function fingerprintsOf(words: Uint32Array, salt = 0, breaks: readonly number[] = [0]): Prints {
  const first = new Map<number, number>()
  breaks.forEach((start, i) => {
    for (const [hash, at] of winnow(words.subarray(start, breaks[i + 1] ?? words.length))) {
      const key = combine(salt, hash)
      if (!first.has(key)) first.set(key, start + at)
    }
  })
  const hashes = Uint32Array.from(first.keys()).sort()
  return { hashes, at: hashes.map((hash) => first.get(hash)!) }
}

function* winnow(words: Uint32Array): Generator<[hash: number, at: number]> {
  const all = grams(words, GRAM, () => false)
  let last = -1
  for (let from = 0; from < all.length && (from === 0 || from + WINDOW <= all.length); from++) {
    const at = leastOf(all, from, Math.min(all.length, from + WINDOW))
    if (at !== last) yield [all[at]!, at]
    last = at
  }
}

function leastOf(all: Uint32Array, from: number, to: number): number {
  let best = from
  for (let i = from + 1; i < to; i++) if (all[i]! <= all[best]!) best = i
  return best
}

/** The word at which a fingerprint begins; -1 where the text has it not. */
export function placeOf({ hashes, at }: Prints, hash: number): number {
  let low = 0
  let high = hashes.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (hashes[mid]! < hash) low = mid + 1
    else high = mid
  }
  return hashes[low] === hash ? at[low]! : -1
}

/** Which words a set of common fingerprints covers. */
export function maskOf(length: number, prints: Prints, isCommon: (hash: number) => boolean): Uint8Array | null {
  let mask: Uint8Array | null = null
  prints.hashes.forEach((hash, i) => {
    if (!isCommon(hash)) return
    mask ??= new Uint8Array(length)
    mask.fill(1, prints.at[i]!, Math.min(length, prints.at[i]! + GRAM))
  })
  return mask
}
