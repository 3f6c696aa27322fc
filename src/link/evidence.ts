import type { Place } from '../model.ts'
import type { Figure } from './figures.ts'
import { measureOf, populationRelation, type Relation, reachOf, typeRelation, windowOf } from './measures.ts'
import type { Profile } from './profile.ts'
import { isRough, ratioOf, sameBounds, touches } from './values.ts'
import { type Days, gapOf, holds } from './when.ts'

/** Two reports side by side: what they are about, and which words of the one stand in the other. */
export interface Pair {
  a: Profile
  b: Profile
  /** 0..1: how much the one's lead is told by the other. */
  story: number
  /** One copies the other, in whole or in part. */
  copied: boolean
  /** For a figure of `a` and one of `b`: they stand at the same place of a copied passage, at another, or in none. */
  aligned: (f: Figure, g: Figure) => 'same' | 'other' | 'none'
}

/** What speaks for two figures measuring the same thing. */
export interface Evidence {
  /** Sum of the weights; see {@link WEIGHTS}. */
  score: number
  type: Relation
  population: Relation
  /** How their times stand to each other; `part`: the first is inside the second. */
  time: Relation | 'late' | 'off' | 'unknown'
  place: Relation | 'unknown'
}

/**
 * What each sign is worth. They are set by hand on the invented clusters of corpus/links, where each is needed by some
 * pair; the sum must reach {@link NEEDED}. A sign that excludes (other unit, other people, other place, other day) is not weighed.
 */
const WEIGHTS = {
  aligned: 3,
  misaligned: -2.5,
  type: { same: 0.7, near: 0.2, kin: -0.6, part: 0.4, whole: 0.4 },
  population: { same: 0.7, near: 0.3, kin: 0, part: -0.2, whole: -0.2 },
  time: { same: 0.8, near: 0.4, kin: 0, part: 0.2, whole: 0.2, apart: -2, off: -1.7, late: -1, unknown: 0 },
  place: { same: 0.6, near: 0.3, kin: 0, part: 0.2, whole: 0.2, apart: -2, unknown: 0 },
  value: { distinct: 1.5, same: 0.8, small: 0.3, touching: 0.4, close: 0.4, distant: 0, apart: -0.5, far: -2 },
  among: 0.5,
  clause: 2.5,
  names: 0.25,
  story: 1.5,
  modality: -1,
  title: 0.2,
} as const

/** What words of the sentence before count for, against words of the clause itself. */
const REFERRED = 0.7

/** The least sum of weights for two figures to be like. */
export const NEEDED = 2.6

/** What speaks for two figures of a pair of reports being like; null where something excludes it. */
export function evidenceFor(pair: Pair, f: Figure, g: Figure): Evidence | null {
  if (f.unit !== g.unit) return null
  const type = typeRelation(f.type, g.type)
  const population = f.unit === 'person' ? people(f, g) : noun(f, g)
  if (type === 'apart' || population === 'apart' || ((population === 'near' || (type === 'kin' && !isUntold(f, g))) && !touches(f, g)))
    return null
  if (isTwoSteps(type, population) || isOtherSide(f, g)) return null
  const aligned = pair.aligned(f, g)
  const time = timeRelation(pair, f, g)
  const place = placeRelation(f, g)
  if (aligned !== 'same' && (time === 'apart' || place === 'apart')) return null
  const score =
    (aligned === 'same' ? WEIGHTS.aligned : aligned === 'other' ? WEIGHTS.misaligned : 0) +
    WEIGHTS.type[type] +
    WEIGHTS.population[population] +
    WEIGHTS.time[time] +
    WEIGHTS.place[place] +
    valueWeight(f, g) +
    WEIGHTS.clause * Math.max(overlap(f.stems, g.stems), REFERRED * overlap(f.context, g.context)) +
    WEIGHTS.names * Math.min(3, common(f.names, g.names)) +
    WEIGHTS.story * pair.story +
    (isAmong(f, g, population) ? WEIGHTS.among : 0) +
    (sameMood(f, g) ? 0 : WEIGHTS.modality) +
    (f.title && g.title ? WEIGHTS.title : 0)
  return { score, type, population, time, place }
}

/** One of the types is not known: it excludes nothing. */
const isUntold = (f: Figure, g: Figure): boolean => f.type === 'other' || g.type === 'other'

/** 'مقابل': the people given and the people got in an exchange are never the same figure; where nobody says who gives, their numbers must not differ. */
const isOtherSide = (f: Figure, g: Figure): boolean => {
  if (f.type !== 'exchange' || g.type !== 'exchange') return false
  return f.giver !== null && g.giver !== null ? f.giver !== g.giver : f.returned !== g.returned && !touches(f, g)
}

/** A part of the people and of the harm at once: too far to be set against each other. */
const isTwoSteps = (type: Relation, population: Relation): boolean => [type, population].every((one) => one === 'part' || one === 'whole')

const isAmong = (f: Figure, g: Figure, population: Relation): boolean =>
  (population === 'part' && f.among) || (population === 'whole' && g.among)

function people(f: Figure, g: Figure): Relation {
  if (differ(f.sex, g.sex) || differ(f.age, g.age) || differ(f.affiliation, g.affiliation) || differ(f.nationality, g.nationality))
    return 'apart'
  return populationRelation(f.of, g.of, [f.type, g.type])
}

const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b

/** Things that are not people: the same noun, or nouns that share a word. */
const noun = (f: Figure, g: Figure): Relation => {
  const types = [f.type, g.type]
  return f.unit === 'percent' ? populationRelation(f.of, g.of, types) : nounRelation(f.of, g.of, types)
}

const nounRelation = (a: string, b: string, type: readonly string[]): Relation => {
  const relation = populationRelation(a, b, type)
  return relation === 'part' || relation === 'whole' ? 'near' : relation
}

/** Months and years say when a thing happened; only an interval says how long it went on. */
const isExtent = (figure: Figure): boolean => figure.edtf?.includes('/') === true

function timeRelation(pair: Pair, f: Figure, g: Figure): Evidence['time'] {
  if (!f.days || !g.days) return reportTimes(pair, f, g)
  const gap = gapOf(f.days, g.days)
  if (gap > 0) return gap <= slackOf(f, g) ? 'near' : gap <= tollSlack(f, g) ? 'off' : 'apart'
  if (f.days.first === g.days.first && (f.days.last === g.days.last || (isExtent(f) && isExtent(g)))) return 'same'
  if (isExtent(g) && holds(g.days, f.days)) return 'part'
  if (isExtent(f) && holds(f.days, g.days)) return 'whole'
  return isShort(f.days) || isShort(g.days) ? 'same' : 'near'
}

/** Where a figure is undated its report's day stands for it: news is mostly about the last days, but what is announced may come late. */
function reportTimes({ a, b }: Pair, f: Figure, g: Figure): Evidence['time'] {
  const [one, other] = [f.days ?? dayAsPeriod(a.day), g.days ?? dayAsPeriod(b.day)]
  if (!one || !other) return 'unknown'
  const share = gapOf(one, other) / windowOf(f.type, g.type)
  return share <= SOON ? 'near' : share <= LATE || !sameMood(f, g) ? 'unknown' : 'late'
}

/** Shares of a type's window: within the first two reports are about the same days, beyond the second hardly. */
const SOON = 0.15
const LATE = 0.35

const dayAsPeriod = (day: number | null): Days | null => (day === null ? null : { first: day, last: day })

/** Days by which two datings of one event may differ: reports of the night after give the next day. */
const slackOf = (f: Figure, g: Figure): number => (isExtent(f) || isExtent(g) ? Math.min(7, windowOf(f.type, g.type) / 4) : 1)

/** A toll may carry the day on which it was given instead of the day of the event: cumulative types are not excluded within a quarter of their window. */
const tollSlack = (f: Figure, g: Figure): number =>
  measureOf(f.type).cumulative && measureOf(g.type).cumulative ? windowOf(f.type, g.type) / 4 : 0

const isShort = (days: Days): boolean => days.last - days.first <= 31

function placeRelation(f: Figure, g: Figure): Evidence['place'] {
  const [a, b] = [f.place, g.place]
  if (!a || !b) return 'unknown'
  if (a.place === b.place) return isWide(a) ? 'near' : 'same'
  const [ra, rb] = [reachOf(a.kind), reachOf(b.kind)]
  // One name of two places, read one way here and the other there: it tells nothing.
  if (distance(a, b) > ra + rb + measureOf(f.type).placeKm) return a.word.length > 2 && a.word === b.word ? 'unknown' : 'apart'
  return ra === rb ? 'near' : ra < rb ? 'part' : 'whole'
}

const isWide = (place: NonNullable<Figure['place']>): boolean => place.kind === 'country' || place.kind === 'region'

const EARTH_KM = 6371

/** Great-circle distance in kilometres (haversine). */
export function distance(a: Pick<Place, 'lat' | 'lon'>, b: Pick<Place, 'lat' | 'lon'>): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}

/** Up to here a number says little by being the same: two, three and four are everywhere. */
const SMALL = 5

function valueWeight(f: Figure, g: Figure): number {
  const ratio = ratioOf(f, g)
  if (sameBounds(f, g)) {
    const value = f.min ?? f.max ?? 0
    return value <= SMALL ? WEIGHTS.value.small : isRound(value) || f.max === null ? WEIGHTS.value.same : WEIGHTS.value.distinct
  }
  if (isRough(f) || isRough(g))
    return !touches(f, g) ? WEIGHTS.value.far : ratio <= MAGNITUDE ? WEIGHTS.value.touching : WEIGHTS.value.apart
  if (ratio <= 1.5) return WEIGHTS.value.close
  if (ratio <= 3) return WEIGHTS.value.distant
  return ratio <= 8 ? WEIGHTS.value.apart : WEIGHTS.value.far
}

/** 'Hundreds' are taken for 100 to 1000. */
const MAGNITUDE = 10

const isRound = (value: number): boolean => value % 10 === 0

const ACTUAL = new Set(['actual', 'denied'])
/** Both of what happened, or both of what may, will or should. */
export const sameMood = (f: Figure, g: Figure): boolean => ACTUAL.has(f.modality) === ACTUAL.has(g.modality)

const common = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  let count = 0
  for (const one of a) if (b.has(one)) count++
  return count
}

/** Share of the smaller set that stands in both, damped where the smaller is tiny. */
export const overlap = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => common(a, b) / Math.max(5, Math.min(a.size, b.size))

/** How much two reports tell one story: the share of each one's lead that the other tells, the better of both. */
export const storyOf = (a: Profile, b: Profile): number => Math.max(share(a.lead, b.stems), share(b.lead, a.stems))

const share = (lead: ReadonlySet<number>, all: ReadonlySet<number>): number => common(lead, all) / Math.max(8, lead.size)
