import { combine, hashText } from './hash.ts'
import { measureOf, partnerTracks, type Track, trackOf, typeRelation, windowOf } from './measures.ts'
import type { Profile } from './profile.ts'
import { bandsOf, maskOf, minHash, storyBandsOf } from './sketch.ts'

/** A key of the index of candidates: a hash of 32 bits, mixed with a number for its kind. */
export type Key = number
/** Numbers that tell kinds of keys apart. */
export const KIND = { band: 1, print: 2, figure: 3, story: 4, undated: 5, near: 6 } as const
const keyOf = (kind: number, hash: number): Key => combine(kind, hash)

/** Names of a report under which its figures are looked up, the weightiest first. */
const NAMES = 16
const namesOf = (profile: Profile): readonly string[] => profile.names.slice(0, NAMES)

/** Keys of a report's fingerprints: a passage shared with another report meets there. */
export const printKeys = (profile: Profile): Key[] => [...profile.prints.hashes]

/** Words of a report that stand under common fingerprints. */
export const maskUnder = (profile: Profile, isCommon: (key: Key) => boolean): Uint8Array | null =>
  maskOf(profile.words.length, profile.prints, isCommon)

/** Keys of a report's MinHash bands, common words left out. */
export const bandKeys = (profile: Profile, mask: Uint8Array | null): Key[] =>
  bandsOf(minHash(profile.words, (at) => mask?.[at] === 1)).map((hash) => keyOf(KIND.band, hash))

/** What a report with figures is about, in bands. */
const aboutBands = (profile: Profile, bands: number, rows: number): number[] =>
  profile.figures.length === 0 ? [] : storyBandsOf([...profile.lead, ...namesOf(profile).map((name) => hashText(name))], bands, rows)

/** For finding partners where a date is missing. */
const storyBands = (profile: Profile): number[] => aboutBands(profile, 16, 2)

/** For finding partners of one time that name their places and actors differently. */
const nearBands = (profile: Profile): number[] => aboutBands(profile, 16, 3)

const nearKey = (band: number, bucket: number): Key => keyOf(KIND.near, combine(band, bucket >>> 0))

/** Days of a bucket of near bands. */
const NEAR_DAYS = 45

const typesOf = (profile: Profile): string[] => [...new Set(profile.figures.map((figure) => figure.type))]

const figureKey = (track: Track, name: string, bucket: number): Key =>
  keyOf(KIND.figure, combine(hashText(`${track.name} ${name}`), bucket >>> 0))

const bucketOf = (track: Track, day: number): number => Math.floor(day / track.days)

/** Keys under which a report stands for its figures: kind of event, name and stretch of time; what it is about, and that it is undated. */
export function figureKeys(profile: Profile): Key[] {
  const { day } = profile
  const bands = storyBands(profile)
  const story = bands.map((hash) => keyOf(KIND.story, hash))
  if (day === null) return [...story, ...bands.map((hash) => keyOf(KIND.undated, hash))]
  const near = nearBands(profile).map((band) => nearKey(band, Math.floor(day / NEAR_DAYS)))
  const tracks = new Set(typesOf(profile).map(trackOf))
  return [
    ...story,
    ...near,
    ...[...tracks].flatMap((track) => namesOf(profile).map((name) => figureKey(track, name, bucketOf(track, day)))),
  ]
}

/** Keys under which partners of a report's figures stand: an undated one may belong to any time. */
export function partnerKeys(profile: Profile): Key[] {
  const { day } = profile
  const story = storyBands(profile)
  if (day === null) return story.map((hash) => keyOf(KIND.story, hash))
  const keys = new Set(story.map((hash) => keyOf(KIND.undated, hash)))
  for (const type of typesOf(profile)) {
    for (const track of partnerTracks(type)) for (const key of bucketKeys(profile, track, day, measureOf(type).days)) keys.add(key)
  }
  for (const key of nearKeys(profile, day)) keys.add(key)
  return [...keys]
}

function* nearKeys(profile: Profile, day: number): Generator<Key> {
  const days = Math.max(0, ...typesOf(profile).map((type) => measureOf(type).days))
  const bands = nearBands(profile)
  for (let bucket = Math.floor((day - days) / NEAR_DAYS); bucket <= Math.floor((day + days) / NEAR_DAYS); bucket++)
    for (const band of bands) yield nearKey(band, bucket)
}

function* bucketKeys(profile: Profile, track: Track, day: number, days: number): Generator<Key> {
  for (let bucket = bucketOf(track, day - days); bucket <= bucketOf(track, day + days); bucket++) {
    for (const name of namesOf(profile)) yield figureKey(track, name, bucket)
  }
}

/** Whether figures of two reports may measure the same: both dated, near enough for a type they share, and a name or the story in common; else one story. */
export function mayCompare(a: Profile, b: Profile): boolean {
  if (a.figures.length === 0 || b.figures.length === 0) return false
  if (a.day === null || b.day === null) return meet(storyBands(a), storyBands(b))
  const apart = Math.abs(a.day - b.day)
  const inWindow = typesOf(a).some((type) =>
    typesOf(b).some((other) => typeRelation(type, other) !== 'apart' && apart <= windowOf(type, other)),
  )
  return inWindow && (meet(namesOf(a), namesOf(b)) || meet(nearBands(a), nearBands(b)))
}

const meet = <T>(one: readonly T[], other: readonly T[]): boolean => {
  const known = new Set(one)
  return other.some((item) => known.has(item))
}
