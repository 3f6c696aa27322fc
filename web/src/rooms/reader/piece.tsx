import { type CSSProperties, memo } from 'react'
import type { Underline } from './model/index.ts'
import type { LitRole } from './model/marks.ts'
import type { Piece as TextPiece } from './model/segments.ts'
import css from './text.module.css'

/** What a piece of a paragraph carries: an underline, or light from the claim that is looked at. */
export type PieceNote = { underline: Underline } | { lit: LitRole }

/** A stretch under the same underlines. Its letters stay joined to those beside it: nothing about it takes up room in the line. */
export const Piece = memo(function Piece({ piece, about }: { piece: TextPiece<PieceNote>; about: (underline: Underline) => string }) {
  const underlines = piece.notes.flatMap((note) => ('underline' in note ? [note.underline] : []))
  const lit = piece.notes.flatMap((note) => ('lit' in note ? [note.lit] : []))
  return (
    <span
      data-at={piece.start}
      className={underlines.length > 0 ? css.marked : undefined}
      style={underlines.length > 0 ? lineStyle(underlines) : undefined}
      data-marks={underlines.length > 0 ? underlines.map(({ kind }) => kind).join(' ') : undefined}
      data-lit={lit.length > 0 ? lit.join(' ') : undefined}
      title={underlines.length > 0 ? underlines.map(about).join('\n') : undefined}
    >
      {piece.text}
    </span>
  )
})

const styles = new Map<string, CSSProperties>()

/** One background for each line; the patterns are in the style sheet. */
function lineStyle(underlines: readonly Underline[]): CSSProperties {
  const name = underlines.map(({ kind, lane }) => `${kind}${lane}`).join()
  const style = styles.get(name) ?? {
    backgroundImage: underlines.map(({ kind }) => `var(--line-${kind})`).join(),
    backgroundSize: underlines.map(({ kind }) => `var(--size-${kind})`).join(),
    backgroundPosition: underlines.map(({ lane }) => `0 var(--lane-${Math.min(lane, 3)})`).join(),
    backgroundRepeat: 'repeat-x',
  }
  styles.set(name, style)
  return style
}
