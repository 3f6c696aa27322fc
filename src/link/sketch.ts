import { combine, mix, wideHash } from './hash.ts'

/** Words of a shingle for MinHash: short enough that one exchanged word spoils only three. */
const SHINGLE = 3
/**
 * Bands of three rows, of which two texts must share {@link ENOUGH_BANDS}: those that share three fifths of their shingles meet with
 * probability 0.99, half 0.91, a twentieth 0.00000002. One common band of 32 with four rows finds as many copies, but ten thousand times
 * as many strangers, whose number grows with the archive. What bands miss and shares a run of words is found by its fingerprints.
 */
const BANDS = 42
const ROWS = 3
export const ENOUGH_BANDS = 3
/** Words of a fingerprint, and of the window from which the least is kept: every shared run of 13 words is found. */
const GRAM = 11
const WINDOW = 3

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
  leastHashes(new Int32Array(grams(words, SHINGLE, masked)), BANDS * ROWS)

function leastHashes(items: Int32Array, size: number): Int32Array {
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

/** Keys of the bands of a MinHash (locality-sensitive hashing, Indyk and Motwani 1998). `salt` tells their kind of key apart from others. */
export function bandsOf(least: Int32Array, salt: number, rows = ROWS): Float64Array {
  const keys = new Float64Array(least.length / rows)
  for (let band = 0; band < keys.length; band++) keys[band] = wideHash(salt + band * SALTS, least, band * rows, (band + 1) * rows)
  return keys
}

/** More than there are salts: every band of every kind has its own. */
const SALTS = 16

/**
 * Keys under which reports of one story meet, from what they are about. Bands of two rows are for reports without a date:
 * two that share a third meet with probability 0.85 in 16 bands. Bands of three are stricter: a half 0.88, a twentieth 0.002.
 */
export const storyBandsOf = (items: Iterable<number>, salt: number, bands: number, rows: number): Float64Array =>
  bandsOf(leastHashes(Int32Array.from(items), bands * rows), salt, rows)

/** Fingerprints of a text, sorted by hash; `at` is the word at which each first begins. Hashes are wide (53 bits). */
export interface Prints {
  hashes: Float64Array
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
    for (const at of winnow(words.subarray(start, breaks[i + 1] ?? words.length))) {
      const key = wideHash(salt, words, start + at, start + at + GRAM)
      if (!first.has(key)) first.set(key, start + at)
    }
  })
  const hashes = Float64Array.from(first.keys()).sort()
  return { hashes, at: Uint32Array.from(hashes, (hash) => first.get(hash)!) }
}

/** Places of the runs that are kept. */
function* winnow(words: Uint32Array): Generator<number> {
  const all = grams(words, GRAM, () => false)
  let last = -1
  for (let from = 0; from < all.length && (from === 0 || from + WINDOW <= all.length); from++) {
    const at = leastOf(all, from, Math.min(all.length, from + WINDOW))
    if (at !== last) yield at
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
