import type { ClaimQuery, FacetName } from '../../../../../src/api/shapes.ts'
import type { Search } from '../../../app/search.ts'
import { readRanges, writeRanges } from './ranges.ts'

/** Facets in the order in which the rail shows them. */
export const FACETS = [
  'type',
  'modality',
  'place',
  'actor',
  'source',
  'outlet',
  'population',
  'nationality',
  'sex',
  'age',
  'unit',
  'year',
] as const satisfies readonly FacetName[]

/** What takes several values in the address: the facets, and `report`, which other rooms link with. */
export const MANY = [...FACETS, 'report'] as const
export const SWITCHES = ['figures', 'contested', 'undated'] as const
export const SORTS = ['report', 'time', 'value', 'newest'] as const

export type Many = (typeof MANY)[number]
export type Switch = (typeof SWITCHES)[number]
export type Sort = (typeof SORTS)[number]

/** Which claims are looked for, and in what order. */
export interface Filters extends Record<Many, readonly string[]>, Record<Switch, boolean> {
  q: string
  from: string | null
  to: string | null
  min: number | null
  max: number | null
  sort: Sort
}

/** Where in the list somebody is. Rows count from 1. */
export interface Place {
  row: number | null
  /** Key of the claim in the side panel. */
  claim: string | null
  picked: readonly number[]
}

export const NOWHERE: Place = { row: null, claim: null, picked: [] }

const MOST_WORDS = 500

/** Reads an address; what means nothing is as if it were not there. */
export function readFilters(search: Search): Filters {
  const all = (name: string): string[] => [search[name] ?? []].flat().filter((value) => value !== '')
  const one = (name: string): string => all(name)[0] ?? ''
  return {
    ...(Object.fromEntries(MANY.map((name) => [name, [...new Set(all(name))]])) as Record<Many, string[]>),
    ...(Object.fromEntries(SWITCHES.map((name) => [name, one(name) === 'true'])) as Record<Switch, boolean>),
    q: one('q').slice(0, MOST_WORDS),
    from: dayOf(one('from')),
    to: dayOf(one('to')),
    min: numberOf(one('min')),
    max: numberOf(one('max')),
    sort: SORTS.find((sort) => sort === one('sort')) ?? 'report',
  }
}

export function readPlace(search: Search): Place {
  const one = (name: string): string => [search[name] ?? []].flat()[0] ?? ''
  const row = /^[1-9]\d{0,8}$/u.test(one('row')) ? Number(one('row')) : null
  return { row, claim: one('claim') || null, picked: readRanges(one('rows')) }
}

/** Whether it is a day that there is. @example dayOf('2018-02-30') // null */
export function dayOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text
}

/** @example numberOf('1e3') // 1000 @example numberOf('many') // null */
export function numberOf(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : null
}

/** What the server is asked for: only what is set. */
export function queryFor(filters: Filters): ClaimQuery {
  const { sort, q, from, to, min, max } = filters
  return {
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...Object.fromEntries(MANY.filter((name) => filters[name].length > 0).map((name) => [name, [...filters[name]]])),
    ...Object.fromEntries(SWITCHES.filter((name) => filters[name]).map((name) => [name, 'true'])),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(sort === 'report' ? {} : { sort }),
  }
}

/** The same without the order: counts do not depend on it. */
export function countedBy(filters: Filters): ClaimQuery {
  const { sort: _, ...query } = queryFor(filters)
  return query
}

/** The address of a state; reading it again gives the same state. */
export function writeSearch(filters: Filters, { row, claim, picked }: Place): Search {
  const { min, max, ...query } = queryFor(filters)
  return {
    ...(query as Search),
    ...(filters.q === '' ? {} : { q: filters.q }),
    ...(min === undefined ? {} : { min: String(min) }),
    ...(max === undefined ? {} : { max: String(max) }),
    ...(row === null ? {} : { row: String(row) }),
    ...(claim === null ? {} : { claim }),
    ...(picked.length === 0 ? {} : { rows: writeRanges(picked) }),
  }
}

/** Everything chosen, dropped; words, order and place in the list too. */
export const NOTHING: Filters = readFilters({})
