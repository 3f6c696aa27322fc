import type { KeyboardEvent, RefObject } from 'react'
import { useKeys } from '../../../ui/keys.ts'
import { MOST_PICKED } from '../state/ranges.ts'
import type { Ledger } from '../state/use-ledger.ts'

interface Options {
  ledger: Ledger
  total: number
  /** Rows of one screen. */
  screen: number
  /** Key of the claim of a row (from 0), where it has come. */
  keyOf: (row: number) => string | undefined
  grid: RefObject<HTMLElement | null>
}

/** Where a key leads, rows from 0; `now` is -1 before the first. */
const TARGETS: Readonly<Record<string, (at: { now: number; screen: number; last: number }) => number>> = {
  ArrowDown: ({ now }) => now + 1,
  ArrowUp: ({ now }) => now - 1,
  PageDown: ({ now, screen }) => Math.max(now, 0) + screen,
  PageUp: ({ now, screen }) => now - screen,
  Home: () => 0,
  End: ({ last }) => last,
}

/** Walks the list. Letters work wherever the focus is, the others in the list only: elsewhere they scroll. */
export function useListKeys({ ledger, total, screen, keyOf, grid }: Options) {
  const { place, go } = ledger
  const isOpen = place.claim !== null
  const now = place.row === null ? -1 : place.row - 1

  const to = (row: number): void => {
    if (total === 0) return
    const next = Math.min(Math.max(row, 0), total - 1)
    go({ row: next + 1, ...(isOpen ? { claim: keyOf(next) ?? '' } : {}) })
  }
  const walk = (row: number): void => {
    if (!isOpen) grid.current?.focus({ preventScroll: true })
    to(row)
  }
  const pick = (row: number): void => {
    const n = row + 1
    const picked = place.picked.includes(n) ? place.picked.filter((one) => one !== n) : [...place.picked, n]
    go({ row: n, ...(picked.length > MOST_PICKED ? {} : { picked: picked.toSorted((a, b) => a - b) }) })
  }
  const pickThis = (): void => {
    if (now >= 0) pick(now)
  }
  const open = (): void => {
    if (now >= 0) go({ claim: keyOf(now) ?? '' })
  }
  useKeys({ j: () => walk(now + 1), k: () => walk(now - 1), x: pickThis })

  const hear = (event: KeyboardEvent<HTMLElement>): void => {
    const isOwn = event.target === event.currentTarget && !event.ctrlKey && !event.metaKey && !event.altKey
    const target = TARGETS[event.key]
    if (!isOwn || !(target || event.key === 'Enter' || event.key === ' ')) return
    event.preventDefault()
    if (target) to(target({ now, screen, last: total - 1 }))
    else if (event.key === 'Enter') open()
    else pickThis()
  }
  return { hear, pick }
}
