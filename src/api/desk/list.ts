import { IsnadError } from '../../errors.ts'
import { flat } from '../../ledger/origins.ts'
import { hitsOf } from '../../ledger/search.ts'
import type { MeasureCard } from '../shapes.ts'
import { makeCache } from './cache.ts'
import type { HeldMeasure } from './figures.ts'
import type { Keep } from './keep.ts'
import type { Labels } from './labels.ts'

/** A page of a list. `next` continues it; null at its end. */
export interface Listing<T> {
  total: number
  rows: T[]
  next: string | null
}

/** Which page of a list: after what, and how long. */
export interface Paging {
  after?: string | undefined
  limit: number
}

/**
 * The page of a list after the one that a cursor names.
 *
 * @throws IsnadError `bad-usage` where the cursor names nothing of the list.
 */
export function pageAfter<T>(all: readonly T[], nameOf: (one: T) => string, { after, limit }: Paging): Listing<T> {
  const start = after === undefined ? 0 : all.findIndex((one) => nameOf(one) === after) + 1
  if (after !== undefined && start === 0)
    throw new IsnadError({ code: 'bad-usage', message: 'The cursor is not of this list.', hint: 'Begin again without `after`.' })
  const rows = all.slice(start, start + limit)
  return { total: all.length, rows, next: start + rows.length < all.length && rows.length > 0 ? nameOf(rows.at(-1)!) : null }
}

export interface MeasureQuery {
  contested?: boolean
  type?: string
  q?: string
  after?: string
  limit: number
}

/** Measures as lists show them: contested first, then those of most reports. */
export function makeMeasureList(keep: Keep, labels: Labels): (query: MeasureQuery, open: boolean) => Listing<MeasureCard> {
  const sorted = makeCache<readonly HeldMeasure[]>(4)
  const cards = makeCache<MeasureCard>(20_000)
  // Contested ones come first and are few: to list them the rest need not be put in order.
  const sortedBy = (stand: string, contested: boolean): readonly HeldMeasure[] => {
    const name = `${stand} ${contested}`
    return sorted.get(name) ?? sorted.set(name, [...(contested ? keep.measures.contested() : keep.measures.all())].sort(byWeight))
  }
  return (query, open) => {
    const stand = `${keep.version().all} ${open}`
    const all = sortedBy(stand, query.contested === true)
    const type = query.type === undefined ? undefined : (keep.holdings.words.type.find(query.type) ?? -1)
    const matches = query.q ? matcher(keep, labels, query.q, open) : () => true
    const found = all.filter((one) => (type === undefined || one.type === type) && matches(one))
    const page = pageAfter(found, (one) => one.id, query)
    const card = (one: HeldMeasure): MeasureCard =>
      cards.get(`${stand} ${one.id}`) ?? cards.set(`${stand} ${one.id}`, keep.measures.card(one, open))
    return { ...page, rows: page.rows.map(card) }
  }
}

const byWeight = (a: HeldMeasure, b: HeldMeasure): number =>
  Number(b.contested) - Number(a.contested) || b.reports - a.reports || (a.id < b.id ? -1 : 1)

/** Whether a measure has every word of a query in its event, place, population or sources. */
function matcher(keep: Keep, labels: Labels, q: string, open: boolean): (measure: HeldMeasure) => boolean {
  const { rows, words, places, source } = keep.holdings
  const asked = flat(q)
    .split(' ')
    .filter((word) => hitsOf(word, word).length > 0)
  const known = new Map<string, boolean>()
  const holds = (word: string, column: string, id: number, text: () => string): boolean => {
    const name = `${word} ${column} ${id}`
    const found = known.get(name) ?? (hitsOf(text(), word).length > 0 || flat(text()).includes(word))
    known.set(name, found)
    return found
  }
  const placeText = (id: number): string => `${places.get(words.place.at(id))?.name ?? ''} ${labels.placeAr(words.place.at(id)) ?? ''}`
  const rowHolds = (word: string, row: number): boolean =>
    holds(word, 'type', rows.type[row]!, () => words.type.at(rows.type[row]!)) ||
    (rows.place[row]! >= 0 && holds(word, 'place', rows.place[row]!, () => placeText(rows.place[row]!))) ||
    (rows.population[row]! >= 0 && holds(word, 'population', rows.population[row]!, () => words.population.at(rows.population[row]!))) ||
    (rows.source[row]! >= 0 && holds(word, 'source', rows.source[row]!, () => source.name(source.shown(rows.source[row]!, open), open)))
  return (measure) => asked.every((word) => measure.rows.some((row) => rowHolds(word, row)))
}
