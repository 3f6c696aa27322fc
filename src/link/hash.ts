/** FNV-1a, 32 bit, over the UTF-16 code units of a text or a stretch of it (Fowler, Noll, Vo 1991). @example hashText('a') !== hashText('b') // true */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** Mixes two 32-bit hashes into one, in order. */
export const combine = (a: number, b: number): number => mix(Math.imul(a, 0x9e3779b1) ^ b)

/** Bits of the upper half of a wide hash: with the 32 of the lower half the most that a number holds exactly. */
const UPPER = 0x1fffff

/**
 * Mixes 32-bit numbers, in order, into one hash of 53 bits: among a hundred million keys of 32 bits every look-up would meet
 * strangers, and the more the larger the archive. `salt` tells kinds of keys apart.
 *
 * @example wideHash(1, [2, 3]) !== wideHash(1, [3, 2]) // true
 */
export function wideHash(salt: number, parts: ArrayLike<number>, from = 0, to = parts.length): number {
  let low = mix(salt)
  let high = mix(low + 1)
  for (let i = from; i < to; i++) {
    low = combine(low, parts[i]!)
    high = combine(high, parts[i]!)
  }
  return (high & UPPER) * 2 ** 32 + low
}

/** The upper and lower parts of a wide hash. @example halvesOf(2 ** 32 + 7) // [1, 7] */
export const halvesOf = (wide: number): [high: number, low: number] => [Math.floor(wide / 2 ** 32), wide >>> 0]

/** The finaliser of MurmurHash3 (Appleby 2011): every bit in changes about half the bits out. */
export function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
