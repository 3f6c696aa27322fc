import { Link } from '@tanstack/react-router'
import type { MeasureDetail, PointView } from '../../../../src/api/shapes.ts'
import { Chain } from '../../data/chain.tsx'
import { Evidence } from '../../data/evidence.tsx'
import { Figure } from '../../data/figure.tsx'
import { reportAt } from '../../data/report-at.ts'
import { Verdict } from '../../data/verdict.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { OriginName } from './badge.tsx'
import css from './detail.module.css'
import { dayWords } from './point-words.ts'
import { COMPARE } from './words.ts'

/** The figure that is looked at: value, day, chain, sentence, and the way into its report. */
export function Detail({ detail, active, onActive }: { detail: MeasureDetail; active: number | null; onActive: (index: number) => void }) {
  const { t } = useWords(COMPARE)
  const point = active === null ? undefined : detail.points[active]
  return (
    <Panel title={t('detail.title')} className={css.panel ?? ''}>
      {point ? <Point point={point} detail={detail} onActive={onActive} /> : <p className={css.hint}>{t('detail.hint')}</p>}
    </Panel>
  )
}

function Point({ point, detail, onActive }: { point: PointView; detail: MeasureDetail; onActive: (index: number) => void }) {
  const words = useWords(COMPARE)
  const { t } = words
  const { claim } = point
  return (
    <div className={css.point}>
      <p className={css.value}>{claim.figure ? <Figure figure={claim.figure} words={false} /> : null}</p>
      <Verdict verdict={point.verdict} />
      <OriginName origin={point.origin} name={detail.origins[point.origin]?.name ?? null} />
      <p className={css.when}>{dayWords(point, words)}</p>
      <Evidence evidence={claim.evidence} />
      <Chain chain={claim.chain} />
      {claim.title ? (
        <p className={css.report}>
          <bdi>{claim.title}</bdi>
        </p>
      ) : null}
      <Copies point={point} detail={detail} onActive={onActive} />
      <Link className={css.open} {...reportAt(claim.key)}>
        {t('detail.open')}
      </Link>
    </div>
  )
}

function Copies({ point, detail, onActive }: { point: PointView; detail: MeasureDetail; onActive: (index: number) => void }) {
  const { t } = useWords(COMPARE)
  const source = point.copyOf === null ? undefined : detail.points[point.copyOf]
  return (
    <>
      {source && point.copyOf !== null ? (
        <button type="button" className={css.copy} onClick={() => onActive(point.copyOf!)}>
          {t('detail.copy', { outlet: source.claim.outlet ?? source.claim.title ?? t('outlet.unknown') })}
        </button>
      ) : null}
      {point.copies.length > 0 ? <p className={css.when}>{t('detail.copied', { count: point.copies.length })}</p> : null}
    </>
  )
}
