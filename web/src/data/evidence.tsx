import type { ClaimView } from '../../../src/api/shapes.ts'
import type { Span } from '../../../src/model.ts'
import css from './evidence.module.css'

interface Piece {
  text: string
  start: number
  figure: boolean
  hit: boolean
}

/** Cuts a sentence at the ends of its marks. Spans are UTF-16 offsets into `text`. */
export function piecesOf(text: string, figure: Span | null, hits: readonly Span[]): Piece[] {
  const ends = [0, text.length, ...(figure ? [figure.start, figure.end] : []), ...hits.flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(ends)].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  const inside = (span: Span, at: number): boolean => span.start <= at && at < span.end
  return cuts.slice(0, -1).map((start, i) => ({
    text: text.slice(start, cuts[i + 1]),
    start,
    figure: figure !== null && inside(figure, start),
    hit: hits.some((hit) => inside(hit, start)),
  }))
}

/** The sentence behind a claim, its figure and what was searched for marked. */
export function Evidence({ evidence, lines }: { evidence: ClaimView['evidence']; lines?: number }) {
  const clamp = lines ? { WebkitLineClamp: lines } : undefined
  return (
    <q className={css.evidence} data-clamped={lines !== undefined} style={clamp} dir="auto">
      {piecesOf(evidence.text, evidence.figure, evidence.hits).map(({ text, start, figure, hit }) => {
        if (hit) return <mark key={start}>{text}</mark>
        return figure ? (
          <b key={start} className={css.figure}>
            {text}
          </b>
        ) : (
          text
        )
      })}
    </q>
  )
}
