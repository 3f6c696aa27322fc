import type { MeasureCard } from '../../../../src/api/shapes.ts'
import { useWords } from '../../i18n/use-words.ts'
import css from './standing.module.css'
import { COMPARE } from './words.ts'

/** That origins exclude each other: a mark and a word. */
export function Contested() {
  const { t } = useWords(COMPARE)
  return (
    <span className={css.contested} title={t('contested.about')}>
      <svg viewBox="-7 -7 14 14" width="10" height="10" aria-hidden="true">
        <path d="M0 -6.2 6.2 0 0 6.2 -6.2 0z" fill="currentColor" />
      </svg>
      {t('contested')}
    </span>
  )
}

/** How many origins carry it, as bars and in words. */
export function GradeMark({ grade }: { grade: MeasureCard['grade'] }) {
  const { t } = useWords(COMPARE)
  const full = ['single-origin', 'two-origins', 'several-origins'].indexOf(grade) + 1
  return (
    <span className={css.grade}>
      <svg viewBox="0 0 16 10" width="16" height="10" aria-hidden="true">
        {[0, 1, 2].map((i) => (
          <rect key={i} x={i * 6} y="0.5" width="4" height="9" rx="1" fill={i < full ? 'currentColor' : 'none'} stroke="currentColor" />
        ))}
      </svg>
      {t(`grade.${grade}`)}
    </span>
  )
}
