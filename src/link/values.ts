import type { Modifier } from '../model.ts'
import type { Figure } from './figures.ts'

type Value = Pick<Figure, 'min' | 'max' | 'modifier'>

/** How far 'about' reaches, as a share of the number: readers take 'about 400' for 360 to 440. */
const ABOUT = 0.1

const ROUGH = new Set<Modifier>(['tens', 'hundreds', 'thousands', 'tens-of-thousands', 'hundreds-of-thousands', 'millions'])

/** A vague plural: it names a magnitude, not a number. */
export const isRough = (value: Value): boolean => ROUGH.has(value.modifier)

/** Whether two figures give the same bounds. */
export const sameBounds = (a: Value, b: Value): boolean => a.min === b.min && a.max === b.max

/** Whether two figures say the same value in the same way: 'about 400' twice, not 'about 400' and '400'. */
export const sameValue = (a: Value, b: Value): boolean => sameBounds(a, b) && (a.modifier === 'about') === (b.modifier === 'about')

/** The bounds a figure leaves, widened where it says 'about'; -Infinity and Infinity where open. 'More than 500' does not exclude 500: readers take it for 500 and some. */
export function boundsOf(value: Value): [number, number] {
  const slack = value.modifier === 'about' ? ABOUT : 0
  const low = value.min === null ? Number.NEGATIVE_INFINITY : value.min * (1 - slack)
  const high = value.max === null ? Number.POSITIVE_INFINITY : value.max * (1 + slack)
  return [low, high]
}

/** Whether one number could satisfy both. */
export function touches(a: Value, b: Value): boolean {
  const [[aLow, aHigh], [bLow, bHigh]] = [boundsOf(a), boundsOf(b)]
  return aLow <= bHigh && bLow <= aHigh
}

/** The number a figure turns on: its middle, or its one bound. */
export const pointOf = ({ min, max }: Value): number => (min !== null && max !== null ? (min + max) / 2 : (min ?? max ?? 0))

/** How many times the larger is the smaller; 1 for the same, infinite beside zero. */
export function ratioOf(a: Value, b: Value): number {
  const [low, high] = [pointOf(a), pointOf(b)].sort((x, y) => x - y)
  return high === low ? 1 : high! / low!
}
