import { type Term, termAt } from '../../lang/annotate.ts'
import type { ActorName, ActorRecord, NamedHow } from '../registry.ts'
import { type Found, isFree, type Scene, take } from './context.ts'
import { countriesOf } from './countries.ts'
import { MARK } from './marks.ts'

/** A name of the registry in the text. */
export interface Registered extends Found {
  actor: ActorRecord
  how: NamedHow
  why: string
}

/** Finds the registry's full and loaded names: the longest first, weak ones only with a kind word or in quotation marks. */
export function findRegistered(scene: Scene, countries: ReadonlyMap<string, number>): Registered[] {
  const found: Registered[] = []
  for (let i = 0; i < scene.marks.length; i++) {
    if ((scene.marks[i]! & MARK.actor) === 0 || scene.taken[i] === 1) continue
    const one = longest(scene, i, countries)
    if (!one) continue
    found.push(one)
    take(scene, one)
    if (one.actor.type === 'person') scene.persons.fill(1, one.first, one.last + 1)
    i = one.last
  }
  return found
}

function longest(scene: Scene, i: number, countries: ReadonlyMap<string, number>): Registered | null {
  for (const term of scene.terms.at[i]!) {
    if (term.entry.class !== 'actor' || !isFree(scene, term.first, term.last)) continue
    const use = chosen(term as Term<ActorName>, countries)
    if (use.weak && !hasWeakEvidence(scene, term, use.actor)) continue
    if (isShortLatin(scene, term) || isVerbRather(scene, term)) continue
    return {
      first: term.first,
      last: term.last,
      start: term.start,
      end: term.end,
      actor: use.actor,
      how: use.how,
      why: use.how === 'loaded' ? 'registry-loaded' : 'registry',
    }
  }
  return null
}

/** Of the actors of one name, that of a country the report is about; else the first. */
export function chosen(term: Term<ActorName>, countries: ReadonlyMap<string, number>): ActorName['uses'][number] {
  const { uses } = term.entry.value
  if (uses.length === 1) return uses[0]!
  const weight = (use: (typeof uses)[number]): number => (use.actor.country ? (countries.get(use.actor.country) ?? -1) : 0)
  return uses.reduce((best, use) => (weight(use) > weight(best) ? use : best))
}

const OPENING = new Set(['«', '"', '“', '”', '(', "'", '‘'])

function hasWeakEvidence(scene: Scene, term: Term, actor: ActorRecord): boolean {
  const before = scene.document.tokens[term.first - 1]
  if (!before || term.proclitics !== '') return false
  if (OPENING.has(before.form)) return true
  if (actor.kindwords.length === 0) return (scene.marks[term.first - 1]! & (MARK.org | MARK.title)) !== 0
  return actor.kindwords.some((word) => before.form === word || before.form.endsWith(word))
}

/** A name of one word that is a verb as well (أفاد) is the verb, unless it is quoted or introduced. */
function isVerbRather(scene: Scene, term: Term): boolean {
  if (term.first !== term.last || (scene.marks[term.first]! & MARK.verb) === 0) return false
  const before = scene.document.tokens[term.first - 1]
  return before === undefined || (!OPENING.has(before.form) && (scene.marks[term.first - 1]! & (MARK.org | MARK.title)) === 0)
}

/** 'site', 'is' in an English sentence: one Latin word names nobody unless it begins with a capital, or is all capitals when short. */
function isShortLatin(scene: Scene, term: Term): boolean {
  const token = scene.document.tokens[term.first]!
  if (token.kind !== 'latin' || term.last > term.first) return false
  const written = scene.document.text.slice(token.start, token.end)
  const capitals = token.form.length > 3 ? 1 : written.length
  return written.slice(0, capitals) !== written.slice(0, capitals).toUpperCase()
}

/** A body's name that many countries share, as the registry's actor of the one country that the report names most. */
export function bodyOfCountry(scene: Scene, { first, last }: Found): ActorRecord | undefined {
  const term = termAt<ActorName>(scene.terms, first, 'actor-short')
  if (!term || term.last !== last || first === last) return undefined
  const country = mainCountry(countriesOf(scene.document, scene.terms))
  const own = term.entry.value.uses.filter((use) => country !== undefined && use.actor.country === country)
  return own.length === 1 ? own[0]!.actor : undefined
}

/** The country named at least twice, and twice as often as the next. */
function mainCountry(countries: ReadonlyMap<string, number>): string | undefined {
  let [best, most, second]: [string | undefined, number, number] = [undefined, 1, 0]
  for (const [country, count] of countries) {
    if (count > most) [best, most, second] = [country, count, most]
    else second = Math.max(second, count)
  }
  return most >= second * 2 ? best : undefined
}
