import { type Terms, termAt } from '../../lang/annotate.ts'
import type { Document } from '../../text/document.ts'
import type { Cardinal, NumberWord } from './cardinals.ts'

interface Scene {
  document: Document
  terms: Terms
  numbers: readonly (Cardinal | undefined)[]
}

/** An ordinal: tokens up to `next`. */
export interface Ordinal {
  value: number
  start: number
  next: number
}

/**
 * An ordinal at a token: أول، الخامس عشر، الحادي والعشرون, and definite round numbers that stand for ordinals behind a noun (القرن العشرين).
 *
 * @example ordinalOf({ document, terms, numbers }, 0)?.value // 25 for 'الخامس والعشرون'
 */
export function ordinalOf(scene: Scene, at: number): Ordinal | undefined {
  return unitOrdinal(scene, at) ?? roundOrdinal(scene, at)
}

function unitOrdinal({ document, terms, numbers }: Scene, at: number): Ordinal | undefined {
  const found = termAt<{ n: number; only?: string }>(terms, at, 'ordinal')
  if (found?.suffix !== '') return undefined
  const { n, only } = found.entry.value
  const next = termAt<NumberWord>(terms, at + 1, 'number')
  if (next?.proclitics === '' && next.entry.value.kind === 'unit' && next.entry.value.n === 10)
    return { value: 10 + n, start: found.start, next: at + 2 }
  const ten = document.tokens[at + 1]?.form === 'و' ? at + 2 : at + 1
  const tens = termAt<NumberWord>(terms, ten, 'number')
  const joined =
    tens?.entry.value.kind === 'tens' && (tens.proclitics === 'و' || ten > at + 1) && (numbers[ten]?.next ?? ten + 1) === ten + 1
  if (joined) return { value: tens.entry.value.n + n, start: found.start, next: ten + 1 }
  return only ? undefined : { value: n, start: found.start, next: at + 1 }
}

/** العشرون، المئة، الواحد والعشرون: definite cardinals that number. */
function roundOrdinal({ numbers }: Scene, at: number): Ordinal | undefined {
  const found = numbers[at]
  return found?.definite && !found.digits && !found.vague ? { value: found.value, start: found.start, next: found.next } : undefined
}
