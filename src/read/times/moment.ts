import type { Terms } from '../../lang/annotate.ts'
import type { Document } from '../../text/document.ts'
import type { Cardinal } from '../quantities/cardinals.ts'

/** Which side of now: 'past' 1 is the last one, 2 the one before; 'following' and 'same' point at a time named before. */
export interface Direction {
  side: 'past' | 'next' | 'this' | 'following' | 'same'
  by: number
}

/** A time of day as the text gives it. `zone`: 'Z' for GMT, undefined where the text gives none. */
export interface Clock {
  hour: number
  minute?: number
  second?: number
  zone?: 'Z'
}

/** A calendar date or a part of one. */
export interface DateMoment {
  kind: 'date'
  hijri?: true
  year?: number
  yearDirection?: Direction
  month?: number
  monthDirection?: Direction
  day?: number
  weekday?: number
  clock?: Clock
}

/** What an expression of time says, before it is put on the calendar. */
export type Moment =
  | DateMoment
  | { kind: 'weekday'; weekday: number; direction?: Direction; week?: Direction; clock?: Clock }
  | { kind: 'day'; shift: number; weekday?: number; clock?: Clock }
  | { kind: 'period'; unit: string; direction: Direction; count?: number }
  | { kind: 'ago'; count: number; unit: string; side: 'past' | 'next' }
  | { kind: 'duration'; edtf: string }
  | { kind: 'season'; season: number; year?: number; direction?: Direction }
  | { kind: 'share'; of: 2 | 4; nth: number; year?: number; direction?: Direction }
  | { kind: 'nth'; nth: number; code: 'D' | 'W' | 'weekday'; weekday: number | undefined; within: DateMoment }
  | { kind: 'range'; from: Moment; to: Moment }
  | { kind: 'fixed'; edtf: string }
  | { kind: 'clock'; clock: Clock }
  | { kind: 'vague'; shift?: string }

export type Part = 'early' | 'mid' | 'late'

/** A moment with what stands around it. */
export interface Reading {
  moment: Moment
  part?: Part
  modifier?: 'about'
}

/** What the time rules see. */
export interface TimeContext {
  document: Document
  terms: Terms
  numbers: readonly (Cardinal | undefined)[]
  /** Numeric dates are read month first, since one of them in the report can only be so. */
  monthFirst: boolean
}

export const dateOf = (date: Omit<DateMoment, 'kind'>): DateMoment => ({ kind: 'date', ...date })
