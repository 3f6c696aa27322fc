/** FNV-1a, 32 bit, over UTF-16 code units (Fowler, Noll, Vo 1991). @example hashText('a') !== hashText('b') // true */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** Mixes two 32-bit hashes into one, in order. */
export const combine = (a: number, b: number): number => mix(Math.imul(a, 0x9e3779b1) ^ b)

/** The finaliser of MurmurHash3 (Appleby 2011): every bit in changes about half the bits out. */
export function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
