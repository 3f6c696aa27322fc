import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'
import type {
  ClaimPage,
  ClaimQuery,
  FacetView,
  MeasureCard,
  MeasureDetail,
  Overview,
  ReportCard,
  ReportDetail,
  Settings,
} from '../../../src/api/shapes.ts'
import { get } from './client.ts'

/** Answers stay fresh until something is added: the rooms that add say so ({@link forgetAnswers}). */
const FRESH_MS = 60_000

export const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: FRESH_MS, retry: 1, refetchOnWindowFocus: false } },
})

/** After reports were added, or names lifted or withheld: everything is asked for again. */
export const forgetAnswers = (): Promise<void> => queries.invalidateQueries()

export interface Listing<Row> {
  total: number
  rows: Row[]
  next: string | null
}

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: ({ signal }) => get<Settings>('/api/settings', {}, signal) })
export const overviewQuery = queryOptions({ queryKey: ['overview'], queryFn: ({ signal }) => get<Overview>('/api/overview', {}, signal) })

export const reportQuery = (key: string) =>
  queryOptions({ queryKey: ['report', key], queryFn: ({ signal }) => get<ReportDetail>(`/api/reports/${key}`, {}, signal) })

export const reportsQuery = (query: { q?: string; after?: string; limit?: number }) =>
  queryOptions({
    queryKey: ['reports', query],
    queryFn: ({ signal }) => get<Listing<ReportCard>>('/api/reports', query, signal),
    placeholderData: keepPreviousData,
  })

export const facetsQuery = (query: ClaimQuery) =>
  queryOptions({
    queryKey: ['facets', query],
    queryFn: ({ signal }) => get<FacetView>('/api/facets', query, signal),
    placeholderData: keepPreviousData,
  })

export const claimsQuery = (query: ClaimQuery, page: { at?: number; after?: string; limit: number }) =>
  queryOptions({ queryKey: ['claims', query, page], queryFn: ({ signal }) => get<ClaimPage>('/api/claims', { ...query, ...page }, signal) })

export const measuresQuery = (query: { contested?: 'true'; type?: string; q?: string; after?: string; limit?: number }) =>
  queryOptions({
    queryKey: ['measures', query],
    queryFn: ({ signal }) => get<Listing<MeasureCard>>('/api/measures', query, signal),
    placeholderData: keepPreviousData,
  })

export const measureQuery = (id: string, policy: { policy?: string | undefined; rank?: readonly string[] | undefined }) =>
  queryOptions({
    queryKey: ['measure', id, policy],
    queryFn: ({ signal }) => get<MeasureDetail>(`/api/measures/${encodeURIComponent(id)}`, policy, signal),
    placeholderData: keepPreviousData,
  })
