import type { Mark } from './marks.ts'

/** Where a key leads: on in time, or to the next value up or down. */
export type Step = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last'

/**
 * The mark that a key leads to from another one; itself at the end. From none: the first.
 *
 * @param from index of a point
 */
export function stepFrom(marks: readonly Pick<Mark, 'index' | 'u' | 'y'>[], from: number | null, step: Step): number | null {
  const inTime = marks.toSorted((a, b) => a.u - b.u || a.y - b.y)
  const byValue = marks.toSorted((a, b) => b.y - a.y || a.u - b.u)
  const order = step === 'up' || step === 'down' ? byValue : inTime
  if (step === 'last') return order.at(-1)?.index ?? null
  const at = order.findIndex((mark) => mark.index === from)
  if (at < 0 || step === 'first') return order[0]?.index ?? null
  const by = step === 'next' || step === 'up' ? 1 : -1
  return order[at + by]?.index ?? from
}

/** The step of a key; time runs the way one reads. */
export function stepOf(key: string, isRtl: boolean): Step | null {
  if (key === 'ArrowRight') return isRtl ? 'previous' : 'next'
  if (key === 'ArrowLeft') return isRtl ? 'next' : 'previous'
  const steps: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' }
  return steps[key] ?? null
}
