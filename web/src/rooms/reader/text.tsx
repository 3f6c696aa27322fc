import { memo } from 'react'
import { Chunk } from './chunk.tsx'
import { useReader } from './looking.ts'
import './lines.css'
import css from './text.module.css'

/** The report's text in its own direction, with the claims beside it. */
export const ReportText = memo(function ReportText() {
  const { index, detail, shown, narrow, printing } = useReader()
  const { language } = detail.reading.report
  return (
    <article
      className={css.text}
      lang={language}
      data-direction={isRightToLeft(language) ? 'rtl' : 'auto'}
      data-margin={shown.has('claims') && !narrow && !printing && index.claims.length > 0}
    >
      {index.chunks.map((chunk) => (
        <Chunk key={chunk.id} chunk={chunk} />
      ))}
    </article>
  )
})

/** @example isRightToLeft('ar') // true */
export const isRightToLeft = (language: string): boolean => /^(?:ar|fa|he|ku|ckb|ur|ps)\b/u.test(language)
