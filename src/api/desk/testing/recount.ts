import { oneLine } from '../../../export/direction.ts'
import type { Sheet } from '../../../export/dossier/desk.ts'
import { originKey } from '../../../export/dossier/origins.ts'
import type { ProtectedReading } from '../../../export/index.ts'
import { hitsOf } from '../../../ledger/search.ts'
import { pathOf } from '../../../link/key.ts'
import { daysOf } from '../../../link/when.ts'
import type { Claim, Link, Quantity } from '../../../model.ts'
import { fold } from '../../../text/fold.ts'
import { type ClaimQuery, FACETS, type FacetName, type FacetView, type ReportCard } from '../../shapes.ts'
import type { MeasureOnDesk } from '../index.ts'
import { claimView, type Mentioned } from '../views.ts'

/* Rows, filters and counts over all readings, as simply as they can be written: what a desk must agree with. */

/** One claim with its values. */
export interface Row {
  report: Held
  claim: Claim
  number: number
  quantity: Quantity | undefined
  values: Record<FacetName, string[]>
  first: number
  last: number
  measure: string | null
  contested: boolean
}

export interface Held {
  key: string
  reading: ProtectedReading
  sheet: Sheet
  copyOf: string | null
  moment: number | null
}

export interface State {
  revision: string
  held: Held[]
  byKey: Map<string, Held>
  links: Link[]
  rows: Row[]
  measures: Map<string, MeasureOnDesk>
}

export const nameKey = (name: string): string => `name:${fold(oneLine(name))}`
export const actorOf = (mention: Mentioned): string => mention.actor ?? nameKey(mention.name)
export const byMoment = (a: Held, b: Held): number => (a.moment === b.moment ? 0 : (a.moment ?? -Infinity) - (b.moment ?? -Infinity))

export const outletOf = ({ reading }: Held): string[] => {
  const { outlet } = reading.report
  return outlet ? [outlet.actor ?? nameKey(outlet.name)] : []
}

export function rowOf(report: Held, claim: Claim, number: number): Row {
  const { reading, sheet } = report
  const quantity = reading.mentions.quantities.find((one) => one.id === claim.figure)
  const days = daysOf(claim.time?.edtf)
  const ids = [...Object.values(claim.roles), ...(claim.legs ?? []).flatMap((leg) => [leg.giver, leg.receiver])]
  const actors = reading.mentions.actors.filter((one) => ids.includes(one.id)).map(actorOf)
  const some = (value: string | undefined | null): string[] => (value ? [value] : [])
  const { of, nationality, sex, age } = quantity?.counted ?? {}
  const row = { first: days?.first ?? Number.NaN, last: days?.last ?? Number.NaN }
  return {
    ...{ report, claim, number, quantity, ...row, measure: null, contested: false },
    values: {
      type: [claim.type],
      modality: [claim.modality],
      place: some(claim.place?.place),
      actor: [...new Set(actors)],
      source: some(originKey(sheet, claim)),
      outlet: outletOf(report),
      population: some(of),
      nationality: some(nationality),
      sex: some(sex),
      age: some(age),
      unit: some(quantity?.unit),
      year: yearOf(row),
    },
  }
}

export const MONTH_DAYS = 31
export const isWithinMonth = ({ first, last }: { first: number; last: number }): boolean => last - first < MONTH_DAYS
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

export function yearOf(row: { first: number; last: number }): string[] {
  if (!Number.isFinite(row.first) || !Number.isFinite(row.last)) return []
  const [first, last] = [dateOf(row.first).slice(0, 4), dateOf(row.last).slice(0, 4)]
  return first === last || isWithinMonth(row) ? [first] : []
}

/** Whether a text holds every word asked for. */
export const holdsAll = (text: string, words: string): boolean =>
  words
    .split(/\s+/u)
    .filter((word) => hitsOf(word, word).length > 0)
    .every((word) => hitsOf(text, word).length > 0)

export const chosen = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat())

export function select(rows: readonly Row[], query: ClaimQuery, but?: FacetName): Row[] {
  return rows.filter((row) => fits(row, query) && FACETS.every((name) => name === but || has(row.values[name], chosen(query[name]))))
}

export const has = (values: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((one) => values.includes(one))

export function fits(row: Row, query: ClaimQuery): boolean {
  const { min, max } = row.quantity ?? {}
  const reports = chosen(query.report)
  return (
    (reports.length === 0 || reports.includes(row.report.key)) &&
    (!query.figures || row.quantity !== undefined) &&
    (!query.contested || row.contested) &&
    (!query.undated || !isWithinMonth(row)) &&
    (query.min === undefined || (row.quantity !== undefined && (max ?? Infinity) >= query.min)) &&
    (query.max === undefined || (row.quantity !== undefined && (min ?? -Infinity) <= query.max)) &&
    inTime(row, query) &&
    (!query.q ||
      holdsAll(
        claimView(row.report.reading, row.claim, {
          ...row,
          report: '',
          outletId: null,
          source: null,
          placeAr: () => null,
          actorAr: () => null,
          actorOf,
        }).evidence.text,
        query.q,
      ))
  )
}

export function inTime(row: Row, { from, to }: ClaimQuery): boolean {
  if (from === undefined && to === undefined) return true
  const low = from === undefined ? -Infinity : daysOf(from)!.first
  const high = to === undefined ? Infinity : daysOf(to)!.last
  if (Number.isNaN(row.first)) return false
  return (row.first >= low && row.last <= high) || (isWithinMonth(row) && row.first >= low && row.first <= high)
}

export function sorted(rows: readonly Row[], sort: ClaimQuery['sort'] = 'report'): Row[] {
  const value = (row: Row): number => {
    if (sort === 'time') return Number.isFinite(row.first) ? row.first : Infinity
    if (sort === 'value') return -(row.quantity?.max ?? row.quantity?.min ?? -Infinity)
    if (sort === 'newest') return -(row.report.moment ?? -Infinity)
    return 0
  }
  return rows
    .map((row, i) => ({ row, i, value: value(row) }))
    .sort((a, b) => (a.value === b.value ? a.i - b.i : a.value - b.value))
    .map(({ row }) => row)
}

export function facetsOf(rows: readonly Row[], query: ClaimQuery): FacetView {
  return {
    total: select(rows, query).length,
    facets: FACETS.map((name) => {
      const counts = new Map<string, number>(chosen(query[name]).map((value) => [value, 0]))
      for (const row of select(rows, query, name)) for (const value of row.values[name]) counts.set(value, (counts.get(value) ?? 0) + 1)
      const values = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      const kept = values.filter(([value], i) => i < 100 || chosen(query[name]).includes(value))
      return { name, values: kept.map(([value, count]) => ({ value, label: null, count })), distinct: values.length }
    }),
  }
}

export function cardOf(held: Held): ReportCard {
  const { reading, key, copyOf } = held
  const { report, claims, findings } = reading
  return {
    key,
    path: pathOf(reading),
    url: report.source.url ?? null,
    title: report.title === null ? null : oneLine(report.title),
    outlet: report.outlet ? oneLine(report.outlet.name) : null,
    outletId: outletOf(held)[0] ?? null,
    published: report.published && { edtf: report.published.edtf, basis: report.published.basis },
    language: report.language,
    claims: claims.length,
    findings: findings.length,
    copyOf,
  }
}
