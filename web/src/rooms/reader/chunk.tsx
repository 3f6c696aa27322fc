import { memo, useLayoutEffect, useRef, useState } from 'react'
import { Block, blocksOf } from './block.tsx'
import { useLooking, useReader } from './looking.ts'
import { MarginNote } from './margin.tsx'
import type { Chunk as ChunkOf, Note, ReaderParagraph } from './model/index.ts'
import { placeNotes } from './model/place-notes.ts'
import css from './text.module.css'
import { useNear } from './use-near.ts'

/** Pixels between notes. */
const GAP = 8

/** Paragraphs and the notes beside them. Marks and notes are drawn only near the screen; the text is always there to be found. */
export const Chunk = memo(function Chunk({ chunk }: { chunk: ChunkOf }) {
  const { shown, narrow, printing, looking } = useReader()
  const ref = useRef<HTMLDivElement>(null)
  const wanted = useLooking((now) => holds(chunk, now.at?.start))
  const near = useNear(ref, chunk.id === 0) || printing || wanted
  const beside = shown.has('claims') && !narrow && !printing
  const notes = chunk.paragraphs.flatMap((paragraph) => paragraph.notes)
  const height = useNotesBeside(ref, near && beside, notes)
  return (
    <div
      ref={ref}
      className={css.chunk}
      data-chunk={chunk.id}
      style={{ containIntrinsicBlockSize: `auto ${guessHeight(chunk)}px`, minBlockSize: beside && height > 0 ? height : undefined }}
      onPointerLeave={() => looking.set({ hover: null, hop: null })}
    >
      <div className={css.column} data-column>
        {near ? <Blocks chunk={chunk} /> : <Plain chunk={chunk} />}
      </div>
      {near && beside ? (
        <div className={css.margin}>
          {notes.map((note) => (
            <MarginNote key={note.anchor} note={note} />
          ))}
        </div>
      ) : null}
    </div>
  )
})

const Blocks = ({ chunk }: { chunk: ChunkOf }) =>
  blocksOf(chunk.paragraphs).map((block) => <Block key={block[0]!.start} paragraphs={block} />)

/** What is far from the screen: its text in one piece, to be found and scrolled over. */
function Plain({ chunk }: { chunk: ChunkOf }) {
  const { index } = useReader()
  return <p className={css.paragraph}>{index.text.slice(chunk.start, chunk.end)}</p>
}

const holds = (chunk: ChunkOf, at: number | undefined): boolean => at !== undefined && chunk.start <= at && at < chunk.end

/** About how high a chunk will be, in pixels, before it is laid out: lines of some 80 letters, 34 pixels each. */
const guessHeight = ({ paragraphs }: ChunkOf): number =>
  paragraphs.reduce((sum: number, { start, end }: ReaderParagraph) => sum + Math.ceil((end - start) / 80) * 34 + 14, 0)

/**
 * Puts the notes of a chunk beside their sentences: everything is measured once, then everything is written once.
 *
 * @returns the height that the notes need
 */
function useNotesBeside(ref: React.RefObject<HTMLDivElement | null>, on: boolean, notes: readonly Note[]): number {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const chunk = ref.current
    const column = chunk?.querySelector<HTMLElement>('[data-column]')
    if (!on || !chunk || !column || notes.length === 0) return
    const place = (): void => setHeight(placeIn(chunk, column))
    place()
    const observer = new ResizeObserver(place)
    observer.observe(column)
    for (const note of chunk.querySelectorAll('[data-note]')) observer.observe(note)
    return () => observer.disconnect()
  }, [ref, on, notes.length])
  return height
}

function placeIn(chunk: HTMLElement, column: HTMLElement): number {
  const top = chunk.getBoundingClientRect().top
  const notes = [...chunk.querySelectorAll<HTMLElement>('[data-note]')]
  const lines = new Map([...column.querySelectorAll<HTMLElement>('[data-at]')].map((piece) => [piece.dataset.at, piece]))
  const boxes = notes.map((note) => {
    const line = lines.get(note.dataset.note)?.getClientRects()[0]
    return { wanted: line ? line.top - top : 0, height: note.offsetHeight }
  })
  const tops = placeNotes(boxes, GAP, column.offsetHeight)
  notes.forEach((note, i) => {
    note.style.insetBlockStart = `${Math.round(tops[i]!)}px`
  })
  const last = boxes.at(-1)
  return last ? Math.ceil(tops.at(-1)! + last.height) : 0
}
