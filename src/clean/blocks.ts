import type { Block, BlockKind } from '../model.ts'
import type { Inset } from './inline.ts'
import type { Page } from './page.ts'
import type { Repeat } from './repeats.ts'

interface Mark {
  start: number
  kind: BlockKind
  /** Offset that the repeated stretch repeats. */
  repeats?: number
  /** A block begins here even if the one before is of the same kind. */
  cut?: true
}

/**
 * Partitions a text into blocks: every code unit lies in just one, neighbours of one kind are one. White space goes with what stands before it.
 *
 * @example buildBlocks(page, [], []) // [{ kind: 'title', start: 0, end: 7 }, { kind: 'body', start: 7, end: 90 }]
 */
export function buildBlocks(page: Page, insets: readonly Inset[], repeats: readonly Repeat[]): Block[] {
  const marks = overlay(page, lineMarks(page), insets, repeats)
  if (marks.length === 0) return [{ kind: 'body', start: 0, end: page.text.length }]
  marks[0]!.start = 0
  if (page.limit < page.text.length) marks.push({ start: page.limit, kind: 'body' })
  return numbered(joined(marks, page.text.length))
}

const lineMarks = (page: Page): Mark[] => page.lines.map((line) => ({ start: line.start, kind: line.kind ?? 'body' }))

/** Lays insets and repeats over the lines; after each the kind that the line had goes on. */
function overlay(page: Page, lines: Mark[], insets: readonly Inset[], repeats: readonly Repeat[]): Mark[] {
  const outside = insets.filter((one) => !repeats.some((repeat) => repeat.first <= one.last && one.first <= repeat.last))
  const over = [
    ...repeats.map((one) => ({ ...edges(page, one.first, one.last), kind: 'repeat' as const, repeats: page.tokens[one.source]!.start })),
    ...outside.map((one) => ({ ...edges(page, one.first, one.last), kind: one.kind, repeats: undefined })),
  ]
  over.sort((a, b) => a.start - b.start)
  const cuts = repeats.flatMap((one) => cutsOf(page, one))
  const marks: Mark[] = []
  let next = 0
  for (const one of over) {
    while (next < lines.length && lines[next]!.start < one.start) marks.push(lines[next++]!)
    const below = marks.at(-1)?.kind ?? 'body'
    marks.push({ start: one.start, kind: one.kind, ...(one.repeats === undefined ? {} : { repeats: one.repeats }) })
    let resumed = below
    while (next < lines.length && lines[next]!.start < one.end) resumed = lines[next++]!.kind
    if (one.after !== undefined && (next >= lines.length || one.after < lines[next]!.start)) marks.push({ start: one.after, kind: resumed })
  }
  return withCuts([...marks, ...lines.slice(next)], cuts)
}

/** Start, end, and where the next token of the same line begins. */
function edges(page: Page, first: number, last: number): { start: number; end: number; after: number | undefined } {
  const next = page.tokens[last + 1]
  return { start: page.tokens[first]!.start, end: page.tokens[last]!.end, after: next && next.breaks === 0 ? next.start : undefined }
}

/** A repeated stretch that begins at a paragraph gets a block of its own, so that `repeats` names it exactly. */
function cutsOf(page: Page, one: Repeat): number[] {
  const { source, sourceLast } = one
  const cuts: number[] = []
  if (source > 0 && page.tokens[source]!.breaks > 0 && STOPS.has(page.tokens[source - 1]!.form)) cuts.push(page.tokens[source]!.start)
  let after = sourceLast + 1
  while (page.tokens[after]?.kind === 'punct' && page.tokens[after]!.breaks === 0) after++
  if (page.tokens[after] && page.tokens[after]!.breaks > 0 && STOPS.has(page.tokens[after - 1]!.form)) cuts.push(page.tokens[after]!.start)
  return cuts
}
const STOPS = new Set(['.', '!', '؟', '?', '"', '»', '”'])

function withCuts(marks: Mark[], cuts: readonly number[]): Mark[] {
  if (cuts.length === 0) return marks
  const wanted = new Set(cuts)
  return marks.map((mark) => (wanted.has(mark.start) && mark.kind === 'body' ? { ...mark, cut: true as const } : mark))
}

type Building = Block & { from?: number }

function joined(marks: readonly Mark[], length: number): Building[] {
  const blocks: Building[] = []
  marks.forEach((mark, i) => {
    if (marks[i + 1]?.start === mark.start) return
    const before = blocks.at(-1)
    const same = before?.kind === mark.kind && mark.kind !== 'repeat' && mark.kind !== 'title' && !mark.cut
    const end = marks[i + 1]?.start ?? length
    if (same) before.end = end
    else blocks.push({ kind: mark.kind, start: mark.start, end, ...(mark.repeats === undefined ? {} : { from: mark.repeats }) })
  })
  return blocks
}

/** Puts the index of the repeated block in place of its offset. */
const numbered = (blocks: readonly Building[]): Block[] =>
  blocks.map(({ from, ...block }) => (from === undefined ? block : { ...block, repeats: holderOf(blocks, from) }))

/** Index of the block that holds an offset. */
function holderOf(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}
