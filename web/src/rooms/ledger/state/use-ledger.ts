import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { parseSearch, stringifySearch } from '../../../app/search.ts'
import { type Filters, NOWHERE, type Place, readFilters, readPlace, writeSearch } from './state.ts'

/** A key held down moves thirty rows a second; browsers allow far fewer new addresses. */
const WRITE_MS = 250

export interface Ledger {
  filters: Filters
  place: Place
  /** Changes when the address was changed by somebody else: the way back, a link, the search above. */
  arrival: number
  /** `replace`: no step of its own on the way back, for what is typed. */
  choose: (filters: Filters, how?: 'step' | 'replace') => void
  /** Moves in the list at once; the address follows. */
  go: (place: Partial<Place>) => void
  /** Writes the address now: before the page is left. */
  settle: () => void
}

/** The state of the room. The address holds all of it; the place in the list is ahead of it by a moment. */
export function useLedger(): Ledger {
  const search = useSearch({ from: '/claims' })
  const navigate = useNavigate()
  const address = stringifySearch(search)
  const filterWords = stringifySearch(writeSearch(readFilters(search), NOWHERE))
  const filters = useMemo(() => readFilters(parseSearch(filterWords)), [filterWords])
  const [{ place, arrival }, setPlace] = useState(() => ({ place: readPlace(search), arrival: 0 }))
  const known = useRef(address)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef({ filters, place })
  latest.current = { filters, place }

  useEffect(() => {
    if (address === known.current) return
    known.current = address
    setPlace((before) => ({ place: readPlace(parseSearch(address)), arrival: before.arrival + 1 }))
  }, [address])

  const write = useCallback(
    (next: Filters, where: Place, replace: boolean) => {
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
      const words = writeSearch(next, where)
      if (stringifySearch(words) === known.current) return
      known.current = stringifySearch(words)
      void navigate({ to: '/claims', search: words, replace, resetScroll: false })
    },
    [navigate],
  )
  const settle = useCallback(() => {
    if (timer.current) write(latest.current.filters, latest.current.place, true)
  }, [write])
  const go = useCallback(
    (change: Partial<Place>) => {
      setPlace((before) => ({ ...before, place: { ...before.place, ...change } }))
      latest.current.place = { ...latest.current.place, ...change }
      if (timer.current) clearTimeout(timer.current)
      timer.current = setTimeout(() => write(latest.current.filters, latest.current.place, true), WRITE_MS)
    },
    [write],
  )
  const choose = useCallback(
    (next: Filters, how: 'step' | 'replace' = 'step') => {
      setPlace((before) => ({ ...before, place: NOWHERE }))
      write(next, NOWHERE, how === 'replace')
    },
    [write],
  )
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), [])
  return { filters, place, arrival, choose, go, settle }
}
