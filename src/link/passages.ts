import { combine } from './hash.ts'

/** What alignment needs of a text: hashes of its words, and the words that are left out (1) as common to many reports. */
export interface WordRun {
  words: Uint32Array
  mask: Uint8Array | null
}

/** A stretch of words that stands in both texts, with `same` words alike. Word indexes, ends exclusive. */
export interface Passage {
  a: number
  aEnd: number
  b: number
  bEnd: number
  same: number
}

/** Words of the seed from which a run is grown. */
const SEED = 4
/** Places at which one seed is tried: a formula that stands everywhere gives no alignment. */
const SEED_PLACES = 16
/** Words that may differ between two runs of one passage, on either side. */
const GAP = 8

/**
 * Runs of words that stand alike in both texts, longest first where they compete, in order of `a`.
 * Reordered paragraphs are found: only the order inside a run counts.
 */
export function runsOf(a: WordRun, b: WordRun): Passage[] {
  const places = seedsOf(b)
  const found: Passage[] = []
  const diagonals = new Map<number, number>()
  for (let at = 0; at + SEED <= a.words.length; at++) {
    const seed = seedAt(a, at)
    if (seed === null) continue
    for (const other of places.get(seed) ?? []) {
      if ((diagonals.get(other - at) ?? -1) >= at) continue
      const run = grow(a, b, at, other)
      diagonals.set(other - at, run.aEnd)
      if (run.same >= SEED) found.push(run)
    }
  }
  return keepLongest(found, a.words.length, b.words.length)
}

function seedsOf(text: WordRun): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (let at = 0; at + SEED <= text.words.length; at++) {
    const seed = seedAt(text, at)
    if (seed === null) continue
    const known = places.get(seed)
    if (!known) places.set(seed, [at])
    else if (known.length < SEED_PLACES) known.push(at)
  }
  return places
}

function seedAt({ words, mask }: WordRun, at: number): number | null {
  let hash = 0
  for (let i = at; i < at + SEED; i++) {
    if (mask?.[i]) return null
    hash = combine(hash, words[i]!)
  }
  return hash
}

function grow(a: WordRun, b: WordRun, at: number, other: number): Passage {
  let length = 0
  const alike = (k: number): boolean => a.words[at + k] === b.words[other + k] && !a.mask?.[at + k] && !b.mask?.[other + k]
  while (at + length < a.words.length && other + length < b.words.length && alike(length)) length++
  return { a: at, aEnd: at + length, b: other, bEnd: other + length, same: length }
}

/** Of runs that overlap in either text the longest is kept; what is left of the others is kept if it is long enough. */
function keepLongest(runs: Passage[], aLength: number, bLength: number): Passage[] {
  const inA = new Uint8Array(aLength)
  const inB = new Uint8Array(bLength)
  const kept: Passage[] = []
  for (const run of runs.toSorted((x, y) => y.same - x.same || x.a - y.a || x.b - y.b)) {
    const cut = trim(run, inA, inB)
    if (!cut) continue
    inA.fill(1, cut.a, cut.aEnd)
    inB.fill(1, cut.b, cut.bEnd)
    kept.push(cut)
  }
  return kept.sort((x, y) => x.a - y.a)
}

function trim(run: Passage, inA: Uint8Array, inB: Uint8Array): Passage | null {
  let from = 0
  let to = run.same
  while (from < to && (inA[run.a + from] || inB[run.b + from])) from++
  while (to > from && (inA[run.a + to - 1] || inB[run.b + to - 1])) to--
  for (let i = from; i < to; i++) if (inA[run.a + i] || inB[run.b + i]) return null
  return to - from < SEED ? null : { a: run.a + from, aEnd: run.a + to, b: run.b + from, bEnd: run.b + to, same: to - from }
}

/** Joins neighbouring runs that stand in the same order in both texts with few words exchanged between them. */
export function passagesOf(runs: readonly Passage[]): Passage[] {
  const passages: Passage[] = []
  for (const run of runs) {
    const last = passages.at(-1)
    if (!last || !follows(last, run)) passages.push({ ...run })
    else Object.assign(last, { aEnd: run.aEnd, bEnd: run.bEnd, same: last.same + run.same })
  }
  return passages
}

const follows = (last: Passage, next: Passage): boolean => next.a - last.aEnd <= GAP && next.b >= last.bEnd && next.b - last.bEnd <= GAP
