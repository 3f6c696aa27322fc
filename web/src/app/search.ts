import type { ClaimQuery } from '../../../src/api/shapes.ts'
import { queryOf } from '../api/client.ts'

/** What a page's address says after '?': every name once or several times, always text. */
export type Search = Record<string, string | string[] | undefined>

/** @example parseSearch('?type=hold&type=kill&q=x') // { type: ['hold', 'kill'], q: 'x' } */
export function parseSearch(words: string): Search {
  const params = new URLSearchParams(words)
  const names = [...new Set(params.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
}

/** The other way; names without a value go. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const words = queryOf(search as Parameters<typeof queryOf>[0])
  return words === '' ? '' : `?${words}`
}

/** The address of the ledger room with these filters. @example <Link {...claimsAt({ type: 'hold' })} /> */
export const claimsAt = (query: ClaimQuery) => ({ to: '/claims' as const, search: query as Search })
