import type { ClaimView, ReportDetail } from '../../../../../src/api/shapes.ts'
import type { Span } from '../../../../../src/model.ts'
import { type Mark, marksOf } from './marks.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { lanesOf, type Marked } from './segments.ts'

/** A claim with its number in the order of the text. */
export interface NumberedClaim {
  id: string
  number: number
  view: ClaimView
}

/** The claims of one sentence, that stand beside it. */
export interface Note {
  /** Where the sentence begins. */
  anchor: number
  claims: NumberedClaim[]
}

/** A mark and the line under the text that it is drawn on. */
export interface Underline extends Mark {
  lane: number
  span: Span
}

export interface ReaderParagraph extends Paragraph {
  underlines: Marked<Underline>[]
  notes: Note[]
  /** How many other reports have a passage of this paragraph, and the first of them. */
  copies: { count: number; first: string } | null
}

/** Paragraphs that are laid out together; off the screen they cost nothing. */
export interface Chunk {
  id: number
  start: number
  end: number
  paragraphs: ReaderParagraph[]
}

/** A report made ready to be read: computed once, however long it is. */
export interface ReaderIndex {
  text: string
  /** Whether there is anything to underline or to step through. */
  isMarked: boolean
  chunks: Chunk[]
  claims: NumberedClaim[]
  byId: ReadonlyMap<string, NumberedClaim>
}

/** About how many code units are laid out together: two or three screens. */
const CHUNK = 2500

export function indexReport({ reading, claims, copies }: ReportDetail): ReaderIndex {
  const { text, blocks } = reading.report
  const paragraphs = paragraphsOf(text, blocks).map((one): ReaderParagraph => ({ ...one, underlines: [], notes: [], copies: null }))
  const numbered = numberClaims(claims)
  const at = finder(paragraphs)
  for (const mark of underlinesOf(marksOf(reading)))
    for (const paragraph of overlapping(paragraphs, at(mark.start), mark)) paragraph.underlines.push(mark)
  for (const note of notesOf(numbered)) paragraphs[at(note.anchor)]?.notes.push(note)
  markCopies(paragraphs, at, copies)
  const isMarked = numbered.length > 0 || paragraphs.some(({ underlines }) => underlines.length > 0)
  return { text, isMarked, chunks: chunksOf(paragraphs), claims: numbered, byId: new Map(numbered.map((claim) => [claim.id, claim])) }
}

/** Id of a claim in its reading. @example claimId('0a…:c3') // 'c3' */
export const claimId = (key: string): string => key.slice(key.indexOf(':') + 1)

function numberClaims(claims: readonly ClaimView[]): NumberedClaim[] {
  const order = claims.toSorted((a, b) => a.evidence.start - b.evidence.start || figureStart(a) - figureStart(b))
  return order.map((view, i) => ({ id: claimId(view.key), number: i + 1, view }))
}

const figureStart = ({ figure, evidence }: ClaimView): number => figure?.start ?? evidence.start

function notesOf(claims: readonly NumberedClaim[]): Note[] {
  const notes = new Map<number, Note>()
  for (const claim of claims) {
    const anchor = claim.view.evidence.start
    const note = notes.get(anchor)
    if (note) note.claims.push(claim)
    else notes.set(anchor, { anchor, claims: [claim] })
  }
  return [...notes.values()]
}

function underlinesOf(marks: readonly Marked<Mark>[]): Marked<Underline>[] {
  const lanes = lanesOf(marks)
  return marks.map(({ start, end, note }, i) => ({ start, end, note: { ...note, lane: lanes[i]!, span: { start, end } } }))
}

/** Finds the paragraph that holds an offset, or else the next one. */
const finder =
  (paragraphs: readonly Span[]) =>
  (offset: number): number => {
    let [low, high] = [0, paragraphs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (paragraphs[middle]!.end > offset) high = middle
      else low = middle + 1
    }
    return low
  }

function overlapping<P extends Span>(paragraphs: readonly P[], from: number, span: Span): P[] {
  const found: P[] = []
  for (let i = from; i < paragraphs.length && paragraphs[i]!.start < span.end; i++) found.push(paragraphs[i]!)
  return found
}

function markCopies(paragraphs: readonly ReaderParagraph[], at: (offset: number) => number, copies: ReportDetail['copies']): void {
  for (const { other, passages } of copies) {
    const touched = new Set(passages.flatMap(({ here }) => overlapping(paragraphs, at(here.start), here)))
    for (const paragraph of touched)
      paragraph.copies = { count: (paragraph.copies?.count ?? 0) + 1, first: paragraph.copies?.first ?? other.key }
  }
}

function chunksOf(paragraphs: readonly ReaderParagraph[]): Chunk[] {
  const chunks: Chunk[] = []
  for (const paragraph of paragraphs) {
    const last = chunks.at(-1)
    if (last && paragraph.end - last.start <= CHUNK) {
      last.paragraphs.push(paragraph)
      last.end = paragraph.end
    } else chunks.push({ id: chunks.length, start: paragraph.start, end: paragraph.end, paragraphs: [paragraph] })
  }
  return chunks
}
