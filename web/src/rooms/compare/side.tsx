import { Link } from '@tanstack/react-router'
import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import { Evidence } from '../../data/evidence.tsx'
import { reportAt } from '../../data/report-at.ts'
import { useWords } from '../../i18n/use-words.ts'
import { OriginName } from './badge.tsx'
import { valueText } from './chart/drawn.ts'
import { dayWords } from './point-words.ts'
import css from './side.module.css'
import { COMPARE } from './words.ts'

/** One of two figures beside each other: value, who says it, where, when, and the sentence. */
export function Side({ detail, index, heading }: { detail: MeasureDetail; index: number; heading?: string }) {
  const words = useWords(COMPARE)
  const point = detail.points[index]
  if (!point) return null
  const { claim } = point
  return (
    <div className={css.side}>
      {heading ? <p className={css.heading}>{heading}</p> : null}
      <p className={css.line}>
        <b>{valueText(point, words)}</b>
        <OriginName origin={point.origin} name={detail.origins[point.origin]?.name ?? null} />
      </p>
      <p className={css.soft}>
        <Link {...reportAt(claim.key)}>
          <bdi>{claim.outlet ?? words.t('outlet.unknown')}</bdi>
        </Link>{' '}
        · {dayWords(point, words)}
      </p>
      <Evidence evidence={claim.evidence} />
    </div>
  )
}
