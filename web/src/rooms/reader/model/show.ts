import { MARK_KINDS, type MarkKind } from './marks.ts'

/** What can be shown or hidden: five kinds of underlines, and the claims in the margin. */
export const SHOWABLE = [...MARK_KINDS, 'claims'] as const
export type Showable = (typeof SHOWABLE)[number]

/** What the address says is shown: everything where it says nothing; `none` hides all. @example shownBy('figure') // new Set(['figure']) */
export function shownBy(show: string | string[] | undefined): ReadonlySet<Showable> {
  if (show === undefined) return new Set(SHOWABLE)
  const names = new Set([show].flat())
  return new Set(SHOWABLE.filter((kind) => names.has(kind)))
}

/** The other way, with one of them switched. @returns undefined where all are shown */
export function showWithout(shown: ReadonlySet<Showable>, kind: Showable): string[] | undefined {
  const next = SHOWABLE.filter((one) => (one === kind ? !shown.has(one) : shown.has(one)))
  if (next.length === SHOWABLE.length) return undefined
  return next.length === 0 ? ['none'] : next
}

/** A stretch of text in an address. @example spanIn('12-40') // { start: 12, end: 40 } */
export function spanIn(words: string | string[] | undefined): { start: number; end: number } | null {
  const match = /^(\d{1,9})-(\d{1,9})$/u.exec([words].flat()[0] ?? '')
  const [start, end] = [Number(match?.[1]), Number(match?.[2])]
  return match && start < end ? { start, end } : null
}

export const isMarkKind = (kind: string): kind is MarkKind => (MARK_KINDS as readonly string[]).includes(kind)
