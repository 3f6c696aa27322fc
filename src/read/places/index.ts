import { perWord, type Term, type Terms, termAt } from '../../lang/annotate.ts'
import type { Actor, ActorType, Place, Warning } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import type { ReadContext } from '../actors/context.ts'
import { countriesOf } from '../actors/countries.ts'
import { isAdjectiveRather } from '../country-adjective.ts'
import type { Gazetteer, PlaceName, PlaceRecord } from '../gazetteer.ts'
import { isDateline } from './dateline.ts'
import { isEvident, isNamesake, isStray, type Scope, type Sighting, sightingAt, weigh } from './evidence.ts'

/** What places are read with; `actors` are the report's actors, whose names hold no places of their own. */
export interface PlaceContext extends ReadContext {
  actors: readonly Actor[]
  /** Takes notice of places that a kind word announces and no gazetteer has. */
  warnings?: Warning[]
}

/**
 * The places of a report, each resolved to one place of the gazetteer. Names inside an actor's name are left out, but for a
 * country or capital that acts: that one is a place too, with `metonymOf`. In order of start, ids p1, p2 …
 *
 * @example readPlaces(document, terms, { knowledge: arabicKnowledge(), actors: [] })[0]?.place
 */
export function readPlaces(document: Document, terms: Terms, context: PlaceContext): Place[] {
  const { gazetteer } = context.knowledge
  const countries = countriesOf(document, terms)
  const { sightings, unknown } = sight(document, terms, maskOf(document, context.actors))
  const read = resolve(document, sightings, { gazetteer, countries })
  if (unknown > 0)
    context.warnings?.push({
      code: 'unknown-places',
      message: `${unknown} places are announced by a kind word (town, village, camp …) and stand in no gazetteer`,
    })
  const stateAt = new Map(context.actors.filter((one) => one.type === 'state').map((one) => [one.start, one]))
  return read.map(({ sighting, place }, i) => mention(document, sighting.term, place, `p${i + 1}`, stateAt.get(sighting.term.start)))
}

function mention(document: Document, term: Term, place: PlaceRecord, id: string, state: Actor | undefined): Place {
  const stands = state && state.end === term.end && place.metonym !== undefined ? state.actor : undefined
  return {
    id,
    start: term.start,
    end: term.end,
    place: place.id,
    name: place.en,
    lat: place.lat,
    lon: place.lon,
    kind: place.kind,
    ...(stands === undefined ? {} : { metonymOf: stands }),
    ...(isDateline(document, term) ? { dateline: true as const } : {}),
  }
}

/** 1 where a token belongs to an actor's name that is not itself the place's name. */
function maskOf(document: Document, actors: readonly Actor[]): Uint8Array {
  const mask = new Uint8Array(document.tokens.length)
  let at = 0
  for (const actor of actors) {
    if (actor.why?.[0]?.startsWith('state-')) continue
    const keepsPlace = actor.actor === undefined && KEEPS_PLACE.has(actor.type) && actor.why?.[0] === 'kind-word-complement'
    while (at > 0 && document.tokens[at]!.start > actor.start) at--
    while (at < mask.length && document.tokens[at]!.end <= actor.start) at++
    for (let i = at; i < mask.length && document.tokens[i]!.start < actor.end; i++)
      if (!keepsPlace || document.tokens[i]!.end < actor.end) mask[i] = 1
  }
  return mask
}

/** Bodies named for the place that their name ends in: 'بلدية الكفرة', 'محكمة جنايات القاهرة'; an outlet's name holds none. */
const KEEPS_PLACE: ReadonlySet<ActorType> = new Set(['state', 'community', 'institution'])

function sight(document: Document, terms: Terms, mask: Uint8Array): { sightings: Sighting[]; unknown: number } {
  const sightings: Sighting[] = []
  let unknown = 0
  for (let i = 0; i < mask.length; i++) {
    if (!isOfPlaces(terms, i)) continue
    const term = mask[i] === 1 ? undefined : termAt<PlaceName>(terms, i, 'place')
    if (!term || mask[term.last] === 1 || isAdjectiveRather(document, terms, term)) {
      if (isUnknownPlace(document, terms, i, mask)) unknown++
      continue
    }
    const previous = sightings.at(-1)
    const sighting = sightingAt(document, terms, term, previous)
    if (previous && sighting.joined) previous.joined = true
    sightings.push(sighting)
    i = term.last
  }
  return { sightings, unknown }
}

const isOfPlaces = perWord((here) => here.some(({ entry }) => entry.class === 'place' || entry.class === 'place-kind'))

const SETTLEMENTS = new Set(['city', 'town', 'village', 'camp', 'prison', 'crossing'])
/** 'بلدة X' with X in no list at all. */
function isUnknownPlace(document: Document, terms: Terms, i: number, mask: Uint8Array): boolean {
  const kind = termAt(terms, i, 'place-kind')
  if (
    !kind ||
    kind.features?.number === 'plural' ||
    kind.suffix !== '' ||
    !SETTLEMENTS.has(kind.entry.id) ||
    document.tokens[i]!.form.includes('ال')
  )
    return false
  const next = document.tokens[kind.last + 1]
  return next?.kind === 'word' && next.breaks === 0 && mask[next.index] === 0 && terms.at[next.index] === undefined
}

interface Read {
  sighting: Sighting
  place: PlaceRecord
}

/** Weighs names with evidence beside them first; a bare name then means what it meant where it had evidence. */
function resolve(document: Document, sightings: readonly Sighting[], known: Omit<Scope, 'near'>): Read[] {
  const meant = new Map<string, PlaceRecord>()
  const refused = new Set<string>()
  const settled: (PlaceRecord | undefined)[] = new Array(sightings.length)
  for (const bare of [false, true]) {
    sightings.forEach((sighting, i) => {
      const name = sighting.term.entry.id
      if ((sighting.kinds === undefined) !== bare || (bare && refused.has(name))) return
      const place = (bare ? meant.get(name) : undefined) ?? best(sighting, { ...known, near: nearby(document, sightings, settled, i) })
      if (!place && !bare && !meant.has(name)) refused.add(name)
      if (!place) return
      settled[i] = place
      for (const spelling of namesOf(known.gazetteer, sighting, place)) if (!meant.has(spelling)) meant.set(spelling, place)
    })
  }
  return sightings.flatMap((sighting, i) => (settled[i] ? [{ sighting, place: settled[i] }] : []))
}

const NAMED_BY_KIND = new Set(['camp', 'prison', 'crossing'])
/** The spelling that was read, and, for a camp, prison or crossing, without its kind word: مخيم الهول, then الهول alone. */
function namesOf(gazetteer: Gazetteer, { term }: Sighting, place: PlaceRecord): string[] {
  const { id } = term.entry
  const space = term.first < term.last && NAMED_BY_KIND.has(place.kind) ? id.indexOf(' ') : -1
  const tail = space < 0 ? '' : id.slice(space + 1)
  const isOthers = gazetteer.byName.get(tail)?.candidates.some((one) => !one.common) ?? false
  return tail === '' || isOthers ? [id] : [id, tail]
}

function best(sighting: Sighting, scope: Scope): PlaceRecord | undefined {
  let found: PlaceRecord | undefined
  let top = Number.NEGATIVE_INFINITY
  for (const place of sighting.term.entry.value.candidates) {
    const score = weigh(sighting, place, scope)
    if (score <= top) continue
    top = score
    found = place
  }
  if (!found || isNamesake(sighting, found, scope) || isStray(sighting, found, scope)) return undefined
  if (!sighting.doubtful && (!found.common || sighting.term.last > sighting.term.first)) return found
  return isEvident(sighting, found, scope) ? found : undefined
}

/** Tokens on either side in which another place bears on a name. */
const NEAR = 12
function nearby(
  document: Document,
  sightings: readonly Sighting[],
  settled: readonly (PlaceRecord | undefined)[],
  i: number,
): PlaceRecord[] {
  const own = sightings[i]!.term
  const near: PlaceRecord[] = []
  for (let step = -3; step <= 3; step++) {
    const other = sightings[i + step]
    if (step === 0 || !other || Math.abs(other.term.first - own.first) > NEAR) continue
    if (document.sentenceOf[other.term.first] !== document.sentenceOf[own.first]) continue
    const place = settled[i + step] ?? sole(other)
    if (place) near.push(place)
  }
  return near
}

const sole = ({ term }: Sighting): PlaceRecord | undefined =>
  term.entry.value.candidates.length === 1 && !term.entry.value.candidates[0]!.common ? term.entry.value.candidates[0] : undefined
