import type { MeasureDetail } from '../../../../../src/api/shapes.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { OriginName } from '../badge.tsx'
import { dayWords } from '../point-words.ts'
import { COMPARE } from '../words.ts'
import css from './chart.module.css'
import { valueText } from './drawn.ts'
import type { ChartLayout } from './layout.ts'

/** The few words beside the figure that is looked at; the panel has the rest. */
export function Tip({ detail, layout, active }: { detail: MeasureDetail; layout: ChartLayout; active: number }) {
  const words = useWords(COMPARE)
  const mark = layout.marks.find(({ index }) => index === active)
  const point = detail.points[active]
  if (!mark || !point) return null
  const u = layout.plot.u + mark.u
  const gap = layout.radius + 8
  const side = u > layout.width / 2 ? { insetInlineEnd: layout.width - u + gap } : { insetInlineStart: u + gap }
  const isLow = layout.plot.y + mark.y > layout.height / 2
  const height = isLow ? { insetBlockEnd: layout.height - layout.plot.y - mark.y + gap } : { insetBlockStart: layout.plot.y + mark.y + gap }
  return (
    <div className={css.tip} style={{ ...side, ...height }} aria-hidden="true">
      <b>{valueText(point, words)}</b>
      <OriginName origin={point.origin} name={detail.origins[point.origin]?.name ?? null} />
      <span className={css.soft}>
        <bdi>{point.claim.outlet ?? words.t('outlet.unknown')}</bdi>
      </span>
      <span className={css.soft}>{dayWords(point, words)}</span>
    </div>
  )
}
