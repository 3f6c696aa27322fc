import { type Term, type Terms, termAt } from '../../lang/annotate.ts'
import type { PlaceKind } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import type { Gazetteer, PlaceName, PlaceRecord } from '../gazetteer.ts'

/** A place name in the text with what stands beside it. */
export interface Sighting {
  term: Term<PlaceName>
  /** Kinds that the kind word before the name allows. */
  kinds: readonly PlaceKind[] | undefined
  /** The kind word is 'capital', so that a country of that name is not meant. */
  isCity: boolean
  preposition: boolean
  /** Joined by و to the place name before it. */
  joined: boolean
  /** 'X القريبة', 'X قرب Y', 'X بريف Y': said to lie by the places beside it. */
  linked: boolean
  /** The name is a kind word itself: المدينة. */
  isKindWord: boolean
  /** A clitic was cut off a short word, or the word has another meaning: the name is doubtful. */
  doubtful: boolean
}

/** Prepositions of place: after them a common word that is a place's name is read as one when its country fits. */
const PLACE_PREPOSITIONS = new Set([
  'في',
  'الى',
  'من',
  'قرب',
  'نحو',
  'باتجاه',
  'على',
  'بين',
  'شمال',
  'جنوب',
  'شرق',
  'غرب',
  'شمالي',
  'جنوبي',
  'شرقي',
  'غربي',
  'وسط',
  'صوب',
  'عبر',
  'وفي',
  'ومن',
  'والى',
  'داخل',
  'خارج',
  'مع',
  'لدى',
  'ضواحي',
  'بضواحي',
  'مقر',
  'حول',
])

const LINKS = new Set([
  'القريبة',
  'المجاورة',
  'القريب',
  'المجاور',
  'قرب',
  'بريف',
  'بمحافظة',
  'بولاية',
  'التابعة',
  'بضواحي',
  'شمال',
  'جنوب',
  'شرق',
  'غرب',
  'شمالي',
  'جنوبي',
  'شرقي',
  'غربي',
])

/** What a clitic leaves is too short to be sure, unless the place is well known. */
const isClipped = (term: Term<PlaceName>): boolean =>
  term.first === term.last &&
  term.proclitics !== '' &&
  term.entry.id.length < SHORT_STEM &&
  term.entry.value.candidates[0]!.population < WELL_KNOWN

const SETTLEMENT_WORDS = new Set(['city', 'town', 'village'])

/** People from which on a place is read wherever its name stands. */
const WELL_KNOWN = 500_000
/** Shortest word, in letters, that a clitic may leave without doubt. */
const SHORT_STEM = 4

export function sightingAt(document: Document, terms: Terms, term: Term<PlaceName>, previous: Sighting | undefined): Sighting {
  const { tokens } = document
  const kind = kindBefore(document, terms, term)
  const prior = tokens[term.first - 1]
  const joined = term.proclitics === 'و' && previous !== undefined && isNext(document, previous.term.last, term.first)
  return {
    term,
    kinds: kind?.kinds ?? (joined ? previous.kinds : undefined),
    isCity: kind?.isCity ?? false,
    preposition:
      term.proclitics.endsWith('ب') || term.proclitics.endsWith('ل') || (prior !== undefined && PLACE_PREPOSITIONS.has(prior.form)),
    joined,
    linked: LINKS.has(tokens[term.last + 1]?.form ?? ''),
    isKindWord: term.first === term.last && SETTLEMENT_WORDS.has(termAt(terms, term.first, 'place-kind')?.entry.id ?? ''),
    doubtful: isClipped(term) || isAlsoWord(terms, term),
  }
}

/** The word has another meaning in the lexicon: a month, a noun, a verb, a title, a given name. */
function isAlsoWord(terms: Terms, term: Term<PlaceName>): boolean {
  if (term.entry.value.candidates[0]!.kind === 'country') return false
  for (const { entry, proclitics, suffix, last } of terms.at[term.first]!) {
    if (PARTICLES.has(entry.class) && suffix === '' && term.entry.value.candidates[0]!.common) return true
    if (
      last >= term.last &&
      proclitics.length <= term.proclitics.length &&
      suffix === '' &&
      (entry.pos === 'verb' || WORDS.has(entry.class))
    )
      return true
  }
  return false
}
const PARTICLES = new Set(['stop-word', 'preposition'])
const WORDS = new Set([
  'month',
  'counted',
  'event',
  'title',
  'given-name',
  'stop-word',
  'source-noun',
  'place-kind',
  'preposition',
  'adverb',
  'number',
  'ordinal',
  'time-unit',
  'relative-day',
  'org-kind',
  'org-not',
  'weekday',
  'direction',
])

const isNext = (document: Document, last: number, first: number): boolean => {
  if (first === last + 1) return true
  const form = document.tokens[last + 1]?.form
  return first === last + 2 && (form === '،' || form === ',')
}

interface KindBefore {
  kinds: readonly PlaceKind[]
  isCity: boolean
}

/** 'مدينة X', 'مدينة "X"', 'ريف X': the kind word that ends right before the name. */
function kindBefore(document: Document, terms: Terms, term: Term): KindBefore | undefined {
  if (term.proclitics !== '') return undefined
  let at = term.first - 1
  if (at >= 0 && document.tokens[at]!.kind === 'punct' && QUOTES.has(document.tokens[at]!.form)) at--
  for (let back = at; back >= Math.max(0, at - 1); back--) {
    const kind = termAt<{ kinds: PlaceKind[] }>(terms, back, 'place-kind')
    if (kind && kind.last === at && kind.suffix === '') return { kinds: kind.entry.value.kinds, isCity: kind.entry.id === 'city' }
  }
  return undefined
}
const QUOTES = new Set(['"', '«', '“', '”', "'"])

/** What is known of a report's places while its names are weighed. */
export interface Scope {
  gazetteer: Gazetteer
  /** How often the report names each country, its places and its bodies. */
  countries: ReadonlyMap<string, number>
  /** Divisions and places that nearby names were read as. */
  near: readonly PlaceRecord[]
}

/** How well a place fits what stands beside its name. */
export function weigh(sighting: Sighting, place: PlaceRecord, scope: Scope): number {
  let score = Math.log10(place.population + 1) * 0.3
  score += kindScore(sighting, place)
  if (sighting.kinds === undefined && isDivisionOfSeat(sighting, place)) score -= 3
  const reports = scope.countries.get(place.country)
  if (reports !== undefined) score += 1.5 + Math.min(reports, 6) * 0.25
  if (place.capital) score += 1
  return score + nearness(place, scope)
}

/** Distances, in km, at which another place of the sentence makes a reading likely, and still speaks for it. */
const CLOSE_KM = 60
const NEAR_KM = 150
function nearness(place: PlaceRecord, { near, gazetteer }: Scope): number {
  let score = 0
  for (const other of near) {
    if (other === place || other.kind === 'country') continue
    if (isInside(place, other, gazetteer)) score += 2
    else {
      const km = distanceKm(place, other)
      score += km < CLOSE_KM ? 2 : km < NEAR_KM ? 1 : 0
    }
  }
  return Math.min(score, 4)
}

/** Kilometres of one degree of latitude (mean meridian). */
const KM_OF_DEGREE = 111.2
/** Distance over the sphere in kilometres, by the flat approximation that holds over some hundreds of them. */
function distanceKm(a: PlaceRecord, b: PlaceRecord): number {
  const lat = a.lat - b.lat
  const lon = (a.lon - b.lon) * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180))
  return Math.hypot(lat, lon) * KM_OF_DEGREE
}

/** A division whose seat has its name: without a kind word the seat is meant. */
const isDivisionOfSeat = ({ term }: Sighting, place: PlaceRecord): boolean =>
  (place.kind === 'governorate' || place.kind === 'district') &&
  term.entry.value.candidates.some((one) => SETTLED.has(one.kind) && one.country === place.country)

const SETTLED = new Set<PlaceKind>(['city', 'town', 'village'])

function kindScore({ kinds, isCity, term }: Sighting, place: PlaceRecord): number {
  if (kinds) return kinds.includes(place.kind) ? 4 - kinds.indexOf(place.kind) * 0.4 : isCity && place.kind === 'country' ? -4 : -1
  if (place.kind === 'country') return 3
  if (place.kind === 'governorate' || place.kind === 'district') return -0.5
  return SETTLED.has(place.kind) || term.last > term.first ? 0.5 : 0
}

/** Whether a place lies in a division, or beside a place of the same division. */
function isInside(place: PlaceRecord, other: PlaceRecord, gazetteer: Gazetteer): boolean {
  if (other.kind === 'country' || place.parent === '' || place.country !== other.country) return false
  if (place.parent === other.id || place.id === other.parent) return true
  const parent = gazetteer.byId.get(place.parent)
  if (parent?.kind === 'country') return false
  return place.parent === other.parent || (parent !== undefined && parent.parent === other.id)
}

/** Whether what stands beside a doubtful name is enough to read it as a place. */
export function isEvident(sighting: Sighting, place: PlaceRecord, scope: Scope): boolean {
  if (sighting.isKindWord) return false
  if (sighting.kinds?.includes(place.kind)) return true
  if (sighting.doubtful && place.common && place.kind !== 'country') return false
  if (!sighting.preposition && !sighting.joined) return false
  if (place.kind === 'country' || (place.capital && (scope.countries.get(place.country) ?? 0) > 0)) return true
  return scope.near.some(
    (one) => one !== place && one.country === place.country && (one.kind === 'country' || distanceKm(one, place) < NEAR_KM),
  )
}

/** A small place of a country that the report has nothing else of, with nothing beside its name that speaks of a place. */
export function isStray({ kinds, preposition, joined, term }: Sighting, place: PlaceRecord, { countries }: Scope): boolean {
  if (
    kinds !== undefined ||
    preposition ||
    joined ||
    term.last > term.first ||
    place.capital ||
    place.kind === 'country' ||
    place.kind === 'region'
  )
    return false
  return place.population < WELL_KNOWN && (countries.get(place.country) ?? 0) < 2
}

/** A linked place so far off that the name must be another's: a namesake that no table has. */
export function isNamesake({ kinds, linked }: Sighting, place: PlaceRecord, scope: Scope): boolean {
  if (kinds === undefined || !linked || place.kind === 'country') return false
  const local = scope.near.filter((one) => one.kind !== 'country' && one !== place)
  return local.length > 0 && local.every((one) => distanceKm(one, place) > NEAR_KM)
}
