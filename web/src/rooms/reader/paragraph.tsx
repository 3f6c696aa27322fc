import { memo, type PointerEvent } from 'react'
import type { BlockKind } from '../../../../src/model.ts'
import { useLit, useReader } from './looking.ts'
import type { NumberedClaim, ReaderParagraph } from './model/index.ts'
import { segment, type Piece as TextPiece } from './model/segments.ts'
import { Piece, type PieceNote } from './piece.tsx'
import css from './text.module.css'
import { useAbout } from './use-about.ts'

/** A paragraph with its marks. */
export const Paragraph = memo(function Paragraph({ paragraph }: { paragraph: ReaderParagraph }) {
  const { index, shown, printing, looking } = useReader()
  const about = useAbout()
  const lit = useLit(paragraph)
  const claims = paragraph.notes.flatMap((note) => note.claims)
  const cuts = claims.flatMap(({ view }) => [view.evidence.start, view.evidence.end])
  const marks = [
    ...(printing ? [] : paragraph.underlines)
      .filter(({ note }) => shown.has(note.kind))
      .map(({ start, end, note }) => ({ start, end, note: { underline: note } })),
    ...lit.map(({ start, end, note }) => ({ start, end, note: { lit: note } })),
  ]
  const look = (event: PointerEvent): void => looking.set({ hover: claimAt(claims, offsetOf(event.target))?.id ?? null })
  const Element = elementOf(paragraph.kind)
  return (
    <Element
      className={css.paragraph}
      dir={isLatin(index.text.slice(paragraph.start, paragraph.end)) ? 'ltr' : undefined}
      onPointerOver={look}
      onClick={() => looking.set({ current: looking.get().hover })}
    >
      {segment<PieceNote>(index.text, paragraph, marks, cuts).map((piece) => (
        <Numbered key={piece.start} piece={piece} claims={printing ? claims : NONE}>
          <Piece piece={piece} about={about} />
        </Numbered>
      ))}
    </Element>
  )
})

const NONE: readonly NumberedClaim[] = []

/** In print the numbers of a sentence's claims stand behind it. */
function Numbered({ piece, claims, children }: { piece: TextPiece<unknown>; claims: readonly NumberedClaim[]; children: React.ReactNode }) {
  const ending = claims.filter(({ view }) => view.evidence.end === piece.end)
  if (ending.length === 0) return children
  return (
    <>
      {children}
      <sup className={css.number}>
        <bdi>[{ending.map(({ number }) => number).join(', ')}]</bdi>
      </sup>
    </>
  )
}

const elementOf = (kind: BlockKind): 'h1' | 'p' => (kind === 'title' ? 'h1' : 'p')

/** Only Latin letters: a caption of an agency, an address. */
const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text) && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)

/** Where in the text an element of it begins; -1 between pieces. */
export function offsetOf(target: EventTarget): number {
  const piece = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  return piece ? Number(piece.dataset.at) : -1
}

/** The claim that an offset speaks of: whose figure it is in, else the one with the shortest sentence around it. */
export function claimAt(claims: readonly NumberedClaim[], at: number): NumberedClaim | undefined {
  const here = claims.filter(({ view }) => view.evidence.start <= at && at < view.evidence.end)
  const length = ({ view }: NumberedClaim): number => view.evidence.end - view.evidence.start
  return (
    here.find(({ view }) => view.figure && view.figure.start <= at && at < view.figure.end) ??
    here.toSorted((a, b) => length(a) - length(b))[0]
  )
}
