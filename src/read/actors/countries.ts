import { perWord, type Term, type Terms } from '../../lang/annotate.ts'
import type { Document } from '../../text/document.ts'
import type { PlaceName } from '../gazetteer.ts'
import type { ActorName } from '../registry.ts'

/** How often a report names places and bodies of each country (ISO 3166-1 alpha-2), by names that mean one country only. */
export function countriesOf(document: Document, terms: Terms): ReadonlyMap<string, number> {
  const before = counted.get(terms)
  if (before) return before
  const counts = count(document, terms)
  counted.set(terms, counts)
  return counts
}

/** Actors and places of one document ask for the same counts. */
const counted = new WeakMap<Terms, ReadonlyMap<string, number>>()

function count(document: Document, terms: Terms): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i < document.tokens.length; i++) {
    const country = countryAt(terms, i)
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return counts
}

const countryAt = perWord((here) => countryOf(here) ?? '')

function countryOf(here: readonly Term[]): string | undefined {
  for (const { entry } of here) {
    if (entry.class === 'place') return countryOfPlace(entry.value as PlaceName)
    if (entry.class === 'actor') return countryOfActor(entry.value as ActorName)
    if (entry.class === 'nationality') return countryOfNationality(entry.value as Nationality)
  }
  return undefined
}

interface Nationality {
  nationality: string
  group?: boolean
}
const countryOfNationality = ({ nationality, group }: Nationality): string | undefined =>
  group || nationality.length !== 2 ? undefined : nationality

function countryOfPlace({ candidates }: PlaceName): string | undefined {
  const first = candidates[0]!
  if (first.common) return undefined
  for (const one of candidates) if (one.country !== first.country) return undefined
  return first.country
}

function countryOfActor({ uses }: ActorName): string | undefined {
  return uses.length === 1 && !uses[0]!.weak ? uses[0]!.actor.country : undefined
}
