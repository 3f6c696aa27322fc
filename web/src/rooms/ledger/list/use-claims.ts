import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ClaimPage, ClaimQuery, ClaimView } from '../../../../../src/api/shapes.ts'
import { claimsQuery } from '../../../api/queries.ts'
import { PAGE, pagesOf } from './window.ts'

/** Pages out of view are kept this long: long enough to turn back, short enough not to gather a million rows. */
const KEPT_MS = 60_000
/** Pages are asked for at most this often while the list runs by. */
const PACE_MS = 100

/** A list that is there to be shown. */
export interface Shown {
  key: string
  query: ClaimQuery
  total: number
}

/** Rows are read from the cache, so that those already there show at once: the list has to be told that they came. */
const NOTED: ('data' | 'isError')[] = ['data', 'isError']

const pageQuery = (query: ClaimQuery, page: number) => ({ ...claimsQuery(query, { at: page * PAGE, limit: PAGE }), gcTime: KEPT_MS })

/** The list for a query; the one before stands until it has come. */
export function useShown(query: ClaimQuery) {
  const key = JSON.stringify(query)
  const head = useQuery(pageQuery(query, 0))
  const [shown, setShown] = useState<Shown | null>(null)
  const total = head.data?.total
  if (total !== undefined && (shown?.key !== key || shown.total !== total)) setShown({ key, query, total })
  return { shown, first: head.data?.rows, isWaiting: shown?.key !== key && head.isPending, error: head.error, retry: head.refetch }
}

/** Rows from 0. */
export interface Range {
  first: number
  last: number
}

/** The claims in view, page by page; what is scrolled past before it came is given up. */
export function useClaims({ query }: Shown, range: Range | null) {
  const client = useQueryClient()
  const pages = usePaced(range ? pagesOf(range.first, range.last).join() : '')
  const wanted = pages === '' ? [] : pages.split(',').map((page) => ({ ...pageQuery(query, Number(page)), notifyOnChangeProps: NOTED }))
  const answers = useQueries({ queries: wanted })
  const claimAt = (row: number): ClaimView | undefined => {
    const page = Math.floor(row / PAGE)
    return client.getQueryData<ClaimPage>(pageQuery(query, page).queryKey)?.rows[row - page * PAGE]
  }
  const broken = answers.filter((answer) => answer.isError)
  return { claimAt, broken: broken.length > 0, retry: () => broken.map((answer) => answer.refetch()) }
}

/** A value that follows at most every {@link PACE_MS}. */
function usePaced(value: string): string {
  const [paced, setPaced] = useState(value)
  const last = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, last.current + PACE_MS - performance.now())
    const timer = setTimeout(() => {
      last.current = performance.now()
      setPaced(value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value])
  return paced
}

/** One row's claim; undefined while it is on its way. */
export function useClaimAt(shown: Shown | null, row: number | null): ClaimView | undefined {
  const page = Math.floor((row ?? 0) / PAGE)
  const { data } = useQuery({ ...pageQuery(shown?.query ?? {}, page), enabled: shown !== null && row !== null })
  return row === null ? undefined : data?.rows[row - page * PAGE]
}

/** Claims of rows, wherever they are. */
export function useClaimsOf() {
  const client = useQueryClient()
  return async (query: ClaimQuery, rows: readonly number[]): Promise<ClaimView[]> => {
    const pages = [...new Set(rows.map((row) => Math.floor(row / PAGE)))]
    const answers = new Map<number, ClaimPage>()
    for (const page of pages) answers.set(page, await client.fetchQuery(pageQuery(query, page)))
    return rows.flatMap((row) => answers.get(Math.floor(row / PAGE))?.rows[row % PAGE] ?? [])
  }
}
