import type { FeedLink } from '../../ledger/index.ts'
import type { Verdict } from '../../model.ts'
import { grown, NONE } from './columns.ts'

export const VERDICTS: readonly Verdict[] = ['agrees', 'rounding', 'scope', 'update', 'conflict', 'compatible']
const RELATIONS: readonly string[] = ['near-copy', 'shared-passage']
const INDEPENDENCE = ['true', 'false', 'unknown'] as const

/** Links between reports (by their place in the desk's list), in columns; each report's links are chained. */
export interface LinkTable {
  a: Int32Array
  b: Int32Array
  /** Offsets of the figures compared. */
  startA: Int32Array
  startB: Int32Array
  /** Comparisons: index into {@link VERDICTS}; copies: -1 for near copies, -2 for shared passages. */
  verdict: Int32Array
  /** 0 independent, 1 not, 2 unknown. */
  independence: Uint8Array
  gone: Uint8Array
  size: number
  nextA: Int32Array
  nextB: Int32Array
  /** First link of each report. */
  heads: number[]
  /** Link by its number in the ledger. */
  byRow: Int32Array
}

export const NEAR_COPY = -1

export const makeLinks = (): LinkTable => ({
  ...{ a: new Int32Array(0), b: new Int32Array(0), startA: new Int32Array(0), startB: new Int32Array(0), verdict: new Int32Array(0) },
  ...{ independence: new Uint8Array(0), gone: new Uint8Array(0), size: 0 },
  ...{ nextA: new Int32Array(0), nextB: new Int32Array(0), heads: [], byRow: new Int32Array(0).fill(NONE) },
})

const COLUMNS = ['a', 'b', 'startA', 'startB', 'verdict', 'nextA', 'nextB'] as const

function reserve(links: LinkTable, size: number): void {
  if (size <= links.gone.length) return
  const room = Math.max(1 << 10, Math.ceil(size * 1.25))
  for (const name of COLUMNS) links[name] = grown(links[name], new Int32Array(room))
  links.independence = grown(links.independence, new Uint8Array(room))
  links.gone = grown(links.gone, new Uint8Array(room))
}

function rowSlot(links: LinkTable, row: number): void {
  if (row < links.byRow.length) return
  links.byRow = grown(links.byRow, new Int32Array(Math.ceil((row + 1) * 1.25)).fill(NONE))
}

/** Takes a link in; `place` tells where a report stands in the desk's list. Returns the link, or null where it is known or an end is not. */
export function putLink(links: LinkTable, link: FeedLink, place: (report: number) => number | undefined): number | null {
  const [a, b] = [place(link.a), place(link.b)]
  rowSlot(links, link.row)
  if (a === undefined || b === undefined || links.byRow[link.row] !== NONE) return null
  const id = links.size
  reserve(links, id + 1)
  Object.assign(links, { size: id + 1 })
  links.a[id] = a
  links.b[id] = b
  links.startA[id] = link.a_start ?? NONE
  links.startB[id] = link.b_start ?? NONE
  links.verdict[id] = link.kind === 'copy' ? -1 - RELATIONS.indexOf(link.verdict) : VERDICTS.indexOf(link.verdict as Verdict)
  links.independence[id] = INDEPENDENCE.indexOf((link.independent ?? 'unknown') as 'unknown')
  links.nextA[id] = links.heads[a] ?? NONE
  links.heads[a] = id
  links.nextB[id] = links.heads[b] ?? NONE
  links.heads[b] = id
  links.byRow[link.row] = id
  return id
}

/** Takes a link away by its number in the ledger. Returns it, or null where it was not there. */
export function dropLink(links: LinkTable, row: number): number | null {
  const id = links.byRow[row] ?? NONE
  if (id === NONE) return null
  links.byRow[row] = NONE
  links.gone[id] = 1
  return id
}

/** Calls back with each of a report's links, those that were taken away left out. */
export function eachLink(links: LinkTable, report: number, found: (link: number) => void): void {
  for (let id = links.heads[report] ?? NONE; id !== NONE; id = links.a[id] === report ? links.nextA[id]! : links.nextB[id]!)
    if (links.gone[id] === 0) found(id)
}

export const isComparison = (links: LinkTable, id: number): boolean => links.verdict[id]! >= 0
export const verdictOf = (links: LinkTable, id: number): Verdict => VERDICTS[links.verdict[id]!]!
export const independenceOf = (links: LinkTable, id: number): boolean | 'unknown' =>
  ([true, false, 'unknown'] as const)[links.independence[id]!]!
