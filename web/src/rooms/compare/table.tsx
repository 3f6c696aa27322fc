import { Link } from '@tanstack/react-router'
import { memo, useState } from 'react'
import type { MeasureDetail, PointView } from '../../../../src/api/shapes.ts'
import { Evidence } from '../../data/evidence.tsx'
import { reportAt } from '../../data/report-at.ts'
import { Verdict } from '../../data/verdict.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { OriginName } from './badge.tsx'
import { valueText } from './chart/drawn.ts'
import { dateWords } from './point-words.ts'
import css from './table.module.css'
import { useBeforePrint } from './use-before-print.ts'
import { COMPARE } from './words.ts'

/** Rows that are shown at first. */
const FIRST = 30
const COLUMNS = ['origin', 'outlet', 'date', 'value', 'words', 'verdict', 'sentence'] as const

/** Every figure with the sentence it stands in: what the chart shows, to be read. */
export function FigureTable({
  detail,
  active,
  onActive,
}: {
  detail: MeasureDetail
  active: number | null
  onActive: (index: number) => void
}) {
  const { t } = useWords(COMPARE)
  const [isWhole, setWhole] = useState(false)
  useBeforePrint(() => setWhole(true))
  const rows = isWhole ? detail.points : detail.points.slice(0, FIRST)
  return (
    <Panel title={t('table.title')} aside={t('figures', { count: detail.points.length })} className={css.panel ?? ''}>
      <div className={css.scroll} id="figures">
        <table className={css.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((point, i) => (
              <Row key={point.claim.key} index={i} point={point} detail={detail} isActive={i === active} onActive={onActive} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < detail.points.length ? (
        <p className={css.more}>
          <Button onClick={() => setWhole(true)}>{t('table.all', { count: detail.points.length - rows.length })}</Button>
        </p>
      ) : null}
    </Panel>
  )
}

interface RowProps {
  index: number
  point: PointView
  detail: MeasureDetail
  isActive: boolean
  onActive: (index: number) => void
}

const Row = memo(function Row({ index, point, detail, isActive, onActive }: RowProps) {
  const words = useWords(COMPARE)
  const { t } = words
  const { claim } = point
  return (
    <tr data-active={isActive} onPointerDown={() => onActive(index)}>
      <td>
        <OriginName origin={point.origin} name={detail.origins[point.origin]?.name ?? null} />
      </td>
      <td className={css.outlet}>
        {claim.outlet === null ? <span className={css.soft}>{t('outlet.unknown')}</span> : <bdi>{claim.outlet}</bdi>}
      </td>
      <td className={css.date}>
        {dateWords(point, words) ?? <span className={css.soft}>{t('detail.day.none')}</span>}
        {point.basis ? <small>{t(`table.${point.basis}`)}</small> : null}
      </td>
      <td className={css.value}>{valueText(point, words)}</td>
      <td className={css.words}>
        <bdi>{claim.figure?.text}</bdi>
      </td>
      <td>
        <Verdict verdict={point.verdict} />
      </td>
      <td className={css.sentence}>
        <Evidence evidence={claim.evidence} />
        <Link {...reportAt(claim.key)}>{t('table.open')}</Link>
      </td>
    </tr>
  )
})
