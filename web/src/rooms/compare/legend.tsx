import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import { VERDICT_MARKS } from '../../data/verdict.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { OriginName } from './badge.tsx'
import css from './legend.module.css'
import { keysOf, verdictsOf } from './legend-parts.ts'
import { COMPARE } from './words.ts'

/** Origins named in the chart's legend; the list of origins below has them all. */
const NAMED = 12

/** What colours, numbers and marks stand for; only those that are drawn. */
export function Legend({ detail }: { detail: MeasureDetail }) {
  const { t, label } = useWords(COMPARE)
  const rest = detail.origins.length - NAMED
  return (
    <div className={css.legend}>
      <ul aria-label={t('legend.origins')}>
        {detail.origins.slice(0, NAMED).map((origin, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an origin is its place in the order of appearance
          <li key={i}>
            <OriginName origin={i} name={origin.name} />
          </li>
        ))}
        {rest > 0 ? (
          <li>
            <a href="#origins">{t('legend.more', { count: rest })}</a>
          </li>
        ) : null}
      </ul>
      <ul aria-label={t('legend.marks')} className={css.marks}>
        {verdictsOf(detail).map((verdict) => (
          <li key={verdict}>
            <svg viewBox="-7 -7 14 14" width="12" height="12" aria-hidden="true">
              <path d={VERDICT_MARKS[verdict]} fill="currentColor" />
            </svg>
            {label(`verdict.${verdict}`)}
          </li>
        ))}
        {keysOf(detail).map((key) => (
          <li key={key}>{t(`legend.${key}`)}</li>
        ))}
      </ul>
    </div>
  )
}
