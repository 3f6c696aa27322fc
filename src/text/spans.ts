import type { Span } from '../model.ts'

/** Whether two spans share at least one code unit. @example overlaps({ start: 0, end: 2 }, { start: 1, end: 3 }) // true */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` holds all of `inner`. @example contains({ start: 0, end: 9 }, { start: 1, end: 3 }) // true */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The text of a span. @example slice('abc', { start: 1, end: 2 }) // 'b' */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end)

/** The smallest span that holds both. */
export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })

/** Keeps of overlapping items the longest (the first of equals), in order of start. */
export function longestFirst<T extends Span>(items: readonly T[]): T[] {
  const kept: T[] = []
  const byLength = [...items].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const item of byLength) if (!kept.some((other) => overlaps(other, item))) kept.push(item)
  return kept.sort((a, b) => a.start - b.start)
}
