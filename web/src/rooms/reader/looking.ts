import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { ReportDetail } from '../../../../src/api/shapes.ts'
import type { Span } from '../../../../src/model.ts'
import type { ReaderIndex } from './model/index.ts'
import { type LitRole, litBy } from './model/marks.ts'
import type { Marked } from './model/segments.ts'
import type { Showable } from './model/show.ts'

/** What is looked at: under the pointer, stepped to, pinned in the address; and a stretch that a link led to. */
export interface Looking {
  hover: string | null
  current: string | null
  pinned: string | null
  /** The source of a chain that the pointer is on. */
  hop: Span | null
  at: Span | null
}

/** Keeps what is looked at, so that only what shows it is drawn again. */
export interface LookingStore {
  get: () => Looking
  set: (change: Partial<Looking>) => void
  subscribe: (hear: () => void) => () => void
}

export function makeLooking(first: Partial<Looking> = {}): LookingStore {
  let now: Looking = { hover: null, current: null, pinned: null, hop: null, at: null, ...first }
  const hearers = new Set<() => void>()
  return {
    get: () => now,
    set: (change) => {
      const keys = Object.keys(change) as (keyof Looking)[]
      if (keys.every((key) => now[key] === change[key])) return
      now = { ...now, ...change }
      for (const hear of hearers) hear()
    },
    subscribe: (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
  }
}

/** The claim that is lit: what the pointer is on, else what was stepped to, else what is pinned. */
export const litClaim = ({ hover, current, pinned }: Looking): string | null => hover ?? current ?? pinned

/** Everything that the parts of one open report share. */
export interface ReaderState {
  detail: ReportDetail
  index: ReaderIndex
  looking: LookingStore
  shown: ReadonlySet<Showable>
  narrow: boolean
  printing: boolean
  /** Pins a claim, or lets go of it. */
  pin: (id: string | null) => void
  /** Opens the passages that another report shares. */
  openCopy: (key: string) => void
  litOf: (id: string) => readonly Marked<LitRole>[]
}

export const ReaderContext = createContext<ReaderState | null>(null)

export function useReader(): ReaderState {
  const state = useContext(ReaderContext)
  if (!state) throw new Error('useReader outside of a report')
  return state
}

/** A part of what is looked at; drawn again only when that part changes. */
export function useLooking<T>(select: (looking: Looking) => T): T {
  const { looking } = useReader()
  return useSyncExternalStore(looking.subscribe, () => select(looking.get()))
}

/** Remembers what each claim lights up. */
export function rememberLit({ reading }: ReportDetail): ReaderState['litOf'] {
  const known = new Map<string, readonly Marked<LitRole>[]>()
  return (id) => {
    const lit = known.get(id) ?? litBy(reading, id)
    known.set(id, lit)
    return lit
  }
}

const NOTHING: readonly Marked<LitRole>[] = []

/** What is lit in a stretch of the text; the same list as long as nothing in the stretch changes. */
export function useLit({ start, end }: Span): readonly Marked<LitRole>[] {
  const { litOf } = useReader()
  const within = useCallback((span: Span): boolean => span.start < end && span.end > start, [start, end])
  const claim = useLooking((looking) => {
    const id = litClaim(looking)
    return id !== null && litOf(id).some(within) ? id : null
  })
  const at = useLooking((looking) => (looking.at && within(looking.at) ? looking.at : null))
  const hop = useLooking((looking) => (looking.hop && within(looking.hop) ? looking.hop : null))
  const lit = claim === null ? NOTHING : litOf(claim)
  if (!at && !hop) return lit
  return [...(at ? [{ ...at, note: 'target' as const }] : []), ...lit, ...(hop ? [{ ...hop, note: 'hop' as const }] : [])]
}
