import { memo, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useReader } from './looking.ts'
import { MarginNote } from './margin.tsx'
import type { ReaderParagraph } from './model/index.ts'
import { Paragraph } from './paragraph.tsx'
import css from './text.module.css'
import { READER } from './words.ts'

/** More than this many code units of what is not prose are folded. */
const LONG = 260

/** Paragraphs of one block, or the part of it that stands in a chunk. */
export function blocksOf(paragraphs: readonly ReaderParagraph[]): ReaderParagraph[][] {
  const blocks: ReaderParagraph[][] = []
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1)
    if (last && !paragraph.first) last.push(paragraph)
    else blocks.push([paragraph])
  }
  return blocks
}

/** A block of a report: prose in full, everything else small, with a word for what it is, folded where it is long. */
export const Block = memo(function Block({ paragraphs }: { paragraphs: ReaderParagraph[] }) {
  const { kind } = paragraphs[0]!
  const lines = paragraphs.map((paragraph) => <ParagraphAndNotes key={paragraph.start} paragraph={paragraph} />)
  if (kind === 'body' || kind === 'title') return <div data-kind={kind}>{lines}</div>
  return (
    <Aside kind={kind} long={paragraphs.reduce((sum, { start, end }) => sum + end - start, 0) > LONG} labelled={paragraphs[0]!.first}>
      {lines}
    </Aside>
  )
})

function Aside({ kind, long, labelled, children }: { kind: string; long: boolean; labelled: boolean; children: React.ReactNode }) {
  const { t, lang } = useWords(READER)
  const [open, setOpen] = useState(false)
  return (
    <div className={css.aside} data-kind={kind} data-folded={long && !open}>
      {labelled || long ? (
        <div className={css.asideHead} lang={lang}>
          <bdi className={css.kind}>{t(`block.${kind}`)}</bdi>
          {long ? (
            <button type="button" className={css.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'fold.close' : 'fold.open')}
            </button>
          ) : null}
        </div>
      ) : null}
      <div className={css.asideText}>{children}</div>
    </div>
  )
}

/** On a narrow screen the notes stand below their paragraph. */
function ParagraphAndNotes({ paragraph }: { paragraph: ReaderParagraph }) {
  const { narrow, shown, printing } = useReader()
  const { lang } = useWords(READER)
  const below = narrow && !printing && shown.has('claims') && paragraph.notes.length > 0
  return (
    <div className={css.row}>
      <Paragraph paragraph={paragraph} />
      {paragraph.copies ? <CopiesMark copies={paragraph.copies} /> : null}
      {below ? (
        <div className={css.below} lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
          {paragraph.notes.map((note) => (
            <MarginNote key={note.anchor} note={note} />
          ))}
        </div>
      ) : null}
    </div>
  )
}

/** Says beside a paragraph that other reports have it too, and leads to them. */
function CopiesMark({ copies: { count, first } }: { copies: NonNullable<ReaderParagraph['copies']> }) {
  const { t } = useWords(READER)
  const { openCopy } = useReader()
  return (
    <button
      type="button"
      className={css.copies}
      onClick={() => openCopy(first)}
      title={t('copies.mark', { count })}
      aria-label={t('copies.mark', { count })}
    >
      <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.4">
        <path d="M5.5 5.5h8v8h-8zM10.5 2.5h-8v8" />
      </svg>
    </button>
  )
}
