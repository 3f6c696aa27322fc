import { useCallback, useEffect } from 'react'
import type { ReaderState } from './looking.ts'
import { spanIn } from './model/show.ts'

/** How many frames to wait for what was far away to be drawn. */
const PATIENCE = 30

/**
 * The way through the claims, from the keyboard, by buttons, and from the address: to a claim, or to a stretch of the text.
 *
 * @returns goes to the next claim (1) or the one before (-1)
 */
export function useSteps(state: ReaderState, { claim, at }: { claim: string | null; at: string | null }): (by: 1 | -1) => void {
  const { index, looking } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was pinned by hand is on the screen already
  useEffect(() => {
    const span = spanIn(at ?? undefined)
    const pinned = index.byId.get(claim?.split(':').at(-1) ?? '')
    if (span) goTo(state, span.start)
    else if (pinned) goTo(state, pinned.view.evidence.start)
  }, [index, at])
  return useCallback(
    (by) => {
      const { current, pinned } = looking.get()
      const from = index.byId.get(current ?? pinned ?? '')?.number ?? 0
      const next = index.claims[from - 1 + by] ?? (from === 0 ? index.claims[0] : undefined)
      if (!next) return
      looking.set({ current: next.id, hover: null, at: null })
      goTo(state, next.view.evidence.start, () => document.getElementById(`claim-${next.id}`)?.focus({ preventScroll: true }))
    },
    [state, index, looking],
  )
}

/** Brings an offset of the text to the middle of the screen, drawing it first where it is far away. */
function goTo({ index }: ReaderState, offset: number, then?: () => void): void {
  const chunk = index.chunks.find(({ start, end }) => start <= offset && offset < end)
  const element = chunk ? document.querySelector(`[data-chunk="${chunk.id}"]`) : null
  if (!element) return
  if (!pieceAt(element, offset)) element.scrollIntoView({ block: 'start' })
  waitFor(
    () => pieceAt(element, offset),
    (piece) => {
      piece.scrollIntoView({ block: 'center' })
      then?.()
    },
  )
}

/** The piece of the text that holds an offset, where its paragraph is drawn. */
function pieceAt(chunk: Element, offset: number): HTMLElement | null {
  const pieces = [...chunk.querySelectorAll<HTMLElement>('[data-at]')]
  return pieces.findLast((piece) => Number(piece.dataset.at) <= offset) ?? null
}

function waitFor<T>(find: () => T | null, act: (found: T) => void, left = PATIENCE): void {
  const found = find()
  if (found) act(found)
  else if (left > 0) requestAnimationFrame(() => waitFor(find, act, left - 1))
}
