import type { FigureView } from '../../../src/api/shapes.ts'
import { formatBounds, populationLabel } from '../../../src/export/figures.ts'
import { SHELL } from '../app/words.ts'
import { useWords } from '../i18n/use-words.ts'
import css from './figure.module.css'

const ARABIC = /\p{Script=Arabic}/u

/** A figure as its bounds, and the words of the text that it stands in. */
export function Figure({ figure, words = true }: { figure: FigureView; words?: boolean }) {
  const { lang, label } = useWords(SHELL)
  const counted = figure.unit === 'person' ? populationLabel(figure.of ?? 'people', label) : ''
  return (
    <span className={css.figure}>
      <b className={css.bounds}>{formatBounds(figure, lang, label)}</b>
      {counted ? <span className={css.of}>{counted}</span> : null}
      {words ? (
        <q className={css.words} dir="auto" lang={ARABIC.test(figure.text) ? 'ar' : undefined}>
          {figure.text}
        </q>
      ) : null}
    </span>
  )
}
