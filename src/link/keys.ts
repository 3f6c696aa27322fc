import { halvesOf, hashText, wideHash } from './hash.ts'
import { measureOf, partnerTracks, type Track, trackOf, typeRelation, windowOf } from './measures.ts'
import { type Profile, topNames } from './profile.ts'
import { bandsOf, maskOf, minHash } from './sketch.ts'

/** A key of the index of candidates: a hash of 53 bits, mixed with a number for its kind. */
export type Key = number
/** Numbers that tell kinds of keys apart. */
export const KIND = { band: 1, print: 2, figure: 3, story: 4, undated: 5, near: 6 } as const

/** Keys of a report's fingerprints: a passage shared with another report meets there. */
export const printKeys = (profile: Profile): Key[] => [...profile.prints.hashes]

/** Words of a report that stand under common fingerprints. */
export const maskUnder = (profile: Profile, isCommon: (key: Key) => boolean): Uint8Array | null =>
  maskOf(profile.words.length, profile.prints, isCommon)

/** Keys of a report's MinHash bands, common words left out. */
export const bandKeys = (profile: Profile, mask: Uint8Array | null): Key[] => [
  ...bandsOf(
    minHash(profile.words, (at) => mask?.[at] === 1),
    KIND.band,
  ),
]

const bandKey = (kind: number, band: number, bucket = 0): Key => wideHash(kind, [...halvesOf(band), bucket])

/** Days of a bucket of near bands. */
const NEAR_DAYS = 45

const typesOf = (profile: Profile): string[] => [...new Set(profile.figures.map((figure) => figure.type))]

const figureKey = (track: Track, name: number, bucket: number): Key => wideHash(KIND.figure, [track.hash, name, bucket])

const bucketOf = (track: Track, day: number): number => Math.floor(day / track.days)

/** Keys under which a report stands for its figures: kind of event, name and stretch of time; what it is about, and that it is undated. */
export function figureKeys(profile: Profile): Key[] {
  const { day } = profile
  const story = Array.from(profile.about.lax, (band) => bandKey(KIND.story, band))
  if (day === null) return [...story, ...Array.from(profile.about.lax, (band) => bandKey(KIND.undated, band))]
  const near = Array.from(profile.about.strict, (band) => bandKey(KIND.near, band, Math.floor(day / NEAR_DAYS)))
  const tracks = new Set(typesOf(profile).map(trackOf))
  const names = topNames(profile).map((name) => hashText(name))
  return [...story, ...near, ...[...tracks].flatMap((track) => names.map((name) => figureKey(track, name, bucketOf(track, day))))]
}

/** Keys under which partners of a report's figures stand: an undated one may belong to any time. */
export function partnerKeys(profile: Profile): Key[] {
  const { day } = profile
  const { lax } = profile.about
  if (day === null) return Array.from(lax, (band) => bandKey(KIND.story, band))
  const keys = new Set(Array.from(lax, (band) => bandKey(KIND.undated, band)))
  const names = topNames(profile).map((name) => hashText(name))
  for (const type of typesOf(profile)) {
    for (const track of partnerTracks(type)) for (const key of bucketKeys(names, track, day, measureOf(type).timeDays)) keys.add(key)
  }
  for (const key of nearKeys(profile, day)) keys.add(key)
  return [...keys]
}

function* nearKeys(profile: Profile, day: number): Generator<Key> {
  const days = Math.max(0, ...typesOf(profile).map((type) => measureOf(type).timeDays))
  for (let bucket = Math.floor((day - days) / NEAR_DAYS); bucket <= Math.floor((day + days) / NEAR_DAYS); bucket++)
    for (const band of profile.about.strict) yield bandKey(KIND.near, band, bucket)
}

function* bucketKeys(names: readonly number[], track: Track, day: number, days: number): Generator<Key> {
  for (let bucket = bucketOf(track, day - days); bucket <= bucketOf(track, day + days); bucket++) {
    for (const name of names) yield figureKey(track, name, bucket)
  }
}

/** Whether figures of two reports may measure the same: both dated, near enough for a type they share, and a name or the story in common; else one story. */
export function mayCompare(a: Profile, b: Profile): boolean {
  if (a.figures.length === 0 || b.figures.length === 0) return false
  if (a.day === null || b.day === null) return meet(a.about.lax, b.about.lax)
  const apart = Math.abs(a.day - b.day)
  const inWindow = typesOf(a).some((type) =>
    typesOf(b).some((other) => typeRelation(type, other) !== 'apart' && apart <= windowOf(type, other)),
  )
  return inWindow && (meet(topNames(a), topNames(b)) || meet(a.about.strict, b.about.strict))
}

const meet = <T>(one: ArrayLike<T>, other: ArrayLike<T>): boolean => {
  for (let i = 0; i < one.length; i++) for (let j = 0; j < other.length; j++) if (one[i] === other[j]) return true
  return false
}
