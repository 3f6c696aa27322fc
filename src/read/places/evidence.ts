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
  /** A clitic was cut off a short word: the name is doubtful. */
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
  'مقر',
  'حول',
])

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
    doubtful: term.proclitics !== '' && term.first === term.last && term.entry.id.length < SHORT_STEM,
  }
}

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

/** Score under which a place with a common word's name is not read. */
export const COMMON_FLOOR = 3

/** How well a place fits what stands beside its name. */
export function weigh(sighting: Sighting, place: PlaceRecord, scope: Scope): number {
  let score = Math.log10(place.population + 1) * 0.3
  score += kindScore(sighting, place)
  const reports = scope.countries.get(place.country)
  if (reports !== undefined) score += 1.5 + Math.min(reports, 6) * 0.25
  if (place.capital) score += 1
  for (const other of scope.near) if (other !== place && isInside(place, other, scope.gazetteer)) score += 2
  return score
}

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
  const fits = sighting.kinds?.includes(place.kind) ?? false
  if (fits) return true
  if (place.kind === 'country') return sighting.preposition || sighting.joined
  const known = scope.countries.has(place.country)
  return (
    known &&
    (sighting.preposition || sighting.joined) &&
    (sighting.kinds !== undefined ||
      scope.near.some((one) => one !== place && isInside(place, one, scope.gazetteer)) ||
      sighting.preposition)
  )
}
