/** No value, in any column of numbers. */
export const NONE = -1
/** No day: outside the days that a date can name. */
export const NO_DAY = -0x80000000

/** Strings by small numbers, given in the order of their coming. */
export interface Dictionary {
  /** The number of a string, which is made where it is new; `NONE` for null. */
  put(value: string | null): number
  /** The number of a string; undefined where it is unknown. */
  find(value: string): number | undefined
  at(id: number): string
  size(): number
}

/** @example const words = makeDictionary(); words.put('a') // 0 */
export function makeDictionary(): Dictionary {
  const ids = new Map<string, number>()
  const values: string[] = []
  return {
    put: (value) => {
      if (value === null) return NONE
      const known = ids.get(value)
      if (known !== undefined) return known
      ids.set(value, values.length)
      return values.push(value) - 1
    },
    find: (value) => ids.get(value),
    at: (id) => values[id]!,
    size: () => values.length,
  }
}

const WHOLE = [
  ...([
    'report',
    'number',
    'claim',
    'type',
    'modality',
    'place',
    'source',
    'outlet',
    'actors',
    'population',
    'nationality',
    'sex',
    'age',
  ] as const),
  ...(['unit', 'year', 'modifier', 'edtf', 'first', 'last', 'start', 'sentence', 'custody', 'measure'] as const),
]
type WholeColumn = (typeof WHOLE)[number]

/** What a claim is besides its values, as bits of `flags`. */
export const FLAG = { figure: 1, headline: 2, named: 4, chained: 8, gone: 16, withheld: 32, contested: 64 } as const

/**
 * All claims in columns: a row a claim, in the order of their coming, those of one report together. What stands in a column is a number
 * of a dictionary, a day since 1970-01-01, or a number of its own; see `Holdings` for which. Rows of readings that were replaced stay, with a flag.
 */
export type Rows = Record<WholeColumn, Int32Array> & { min: Float64Array; max: Float64Array; flags: Uint8Array; size: number }

export function makeRows(): Rows {
  const whole = Object.fromEntries(WHOLE.map((name) => [name, new Int32Array(0)])) as Record<WholeColumn, Int32Array>
  return { ...whole, min: new Float64Array(0), max: new Float64Array(0), flags: new Uint8Array(0), size: 0 }
}

/** Share of the rows that is kept free when columns grow. */
const ROOM = 1.25
const FIRST_ROWS = 1 << 10

/** Makes room for more rows. */
export function reserve(rows: Rows, more: number): void {
  const needed = rows.size + more
  if (needed <= rows.flags.length) return
  const size = Math.max(FIRST_ROWS, Math.ceil(needed * ROOM))
  for (const name of WHOLE) rows[name] = grown(rows[name], new Int32Array(size))
  rows.min = grown(rows.min, new Float64Array(size))
  rows.max = grown(rows.max, new Float64Array(size))
  rows.flags = grown(rows.flags, new Uint8Array(size))
}

/** A larger array with the same beginning. */
export function grown<T extends Int32Array | Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from as never)
  return to
}

/** Whether a row has a flag. */
export const has = (rows: Rows, row: number, flag: number): boolean => (rows.flags[row]! & flag) !== 0

/** Sets or clears a flag. */
export function mark(rows: Rows, row: number, flag: number, on: boolean): void {
  rows.flags[row] = on ? rows.flags[row]! | flag : rows.flags[row]! & ~flag
}

/** The most that is known of a count under five that is withheld. */
const WITHHELD_MAX = 5

/** Bounds of a claim's figure as they may be known: NaN where open; of a withheld count only that it is below five. */
export const minOf = (rows: Rows, row: number, open: boolean): number =>
  !open && has(rows, row, FLAG.withheld) ? Number.NaN : rows.min[row]!
export const maxOf = (rows: Rows, row: number, open: boolean): number =>
  !open && has(rows, row, FLAG.withheld) ? WITHHELD_MAX : rows.max[row]!
