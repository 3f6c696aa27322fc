import type { Search } from '../../app/search.ts'

/** What the list is narrowed by; what is not set is left out. */
export interface Filter extends Record<string, string | undefined> {
  contested?: 'true'
  type?: string
  q?: string
}

/** Reads the address. @example filterOf({ contested: 'true', x: '1' }) // { contested: 'true' } */
export function filterOf({ contested, type, q }: Search): Filter {
  return {
    ...(contested === 'true' ? { contested } : {}),
    ...(typeof type === 'string' && type !== '' ? { type } : {}),
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
  }
}
