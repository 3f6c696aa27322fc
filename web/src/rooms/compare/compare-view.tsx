import { useNavigate } from '@tanstack/react-router'
import { memo, useCallback, useEffect, useRef, useState } from 'react'
import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import { addRoomHelp } from '../../app/room-help.ts'
import { reportAt } from '../../data/report-at.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { Chart } from './chart/chart.tsx'
import { numbersOf } from './chart/layout.ts'
import { scalesFor } from './chart/scale.ts'
import css from './compare.module.css'
import { Pairs } from './comparisons.tsx'
import { Detail } from './detail.tsx'
import { Drifts } from './drift.tsx'
import { GraphPanel } from './graph/panel.tsx'
import { Head } from './head.tsx'
import { Legend } from './legend.tsx'
import { Origins } from './origins.tsx'
import { countedWords } from './point-words.ts'
import { PolicyPanel } from './policy.tsx'
import { ScaleChoice } from './scale-choice.tsx'
import { PrintedSources } from './sources.tsx'
import type { CompareState } from './state.ts'
import { FigureTable } from './table.tsx'
import { COMPARE } from './words.ts'

addRoomHelp({
  room: COMPARE,
  title: 'keys.title',
  keys: [
    ['j', 'keys.next'],
    ['k', 'keys.previous'],
    ['← →', 'keys.arrows'],
    ['↑ ↓', 'keys.heights'],
    ['Enter', 'keys.open'],
    ['Esc', 'keys.let-go'],
  ],
})

/** What does not change where one only looks at another figure. */
const Still = {
  Pairs: memo(Pairs),
  Drifts: memo(Drifts),
  Graph: memo(GraphPanel),
  Legend: memo(Legend),
  Sources: memo(PrintedSources),
  Origins: memo(Origins),
}

export interface CompareProps {
  detail: MeasureDetail
  state: CompareState
  change: (part: Partial<CompareState>) => void
}

/** Everything about one measure, from its range down to each sentence. */
export function CompareView({ detail, state, change }: CompareProps) {
  const words = useWords(COMPARE)
  const { t } = words
  const [active, setActive] = useActive(detail, state, change)
  const open = useOpen(detail)
  const scales = scalesFor(numbersOf(detail))
  const scale = state.scale && scales.includes(state.scale) ? state.scale : scales[0]!
  const what = countedWords(detail.card, words)
  useWholeRank(detail, state, change)
  const drawable = detail.points.filter(({ claim: { figure } }) => figure && (figure.min !== null || figure.max !== null)).length
  return (
    <div className={css.page}>
      <Head detail={detail} scale={scale} what={what} />
      <div className={css.desk}>
        <Panel
          title={t('chart.title')}
          className={css.chart ?? ''}
          aside={scales.length > 1 ? <ScaleChoice scales={scales} scale={scale} onScale={(next) => change({ scale: next })} /> : null}
        >
          <Chart detail={detail} scale={scale} what={what} active={active} onActive={setActive} onOpen={open} />
          {drawable < detail.points.length ? (
            <p className={css.note}>{t('chart.left-out', { count: detail.points.length - drawable })}</p>
          ) : null}
          <Still.Legend detail={detail} />
        </Panel>
        <div className={css.side}>
          <Detail detail={detail} active={active} onActive={setActive} />
          <PolicyPanel detail={detail} state={state} change={change} />
        </div>
      </div>
      <FigureTable detail={detail} active={active} onActive={setActive} />
      <Still.Pairs detail={detail} />
      <Still.Origins detail={detail} onActive={setActive} />
      <Still.Drifts detail={detail} />
      <Still.Graph detail={detail} />
      <Still.Sources detail={detail} />
    </div>
  )
}

/** A ranking that was never changed is the order of appearance: the server is told what the list shows. */
function useWholeRank(detail: MeasureDetail, { policy, rank }: CompareState, change: CompareProps['change']): void {
  const named = detail.origins.flatMap(({ key }) => key ?? [])
  const isUntold = policy === 'source-ranked' && rank.length === 0 && named.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    if (isUntold) change({ rank: named })
  }, [isUntold])
}

/** Until the address follows what is looked at: browsers refuse too many changes in a row. */
const ADDRESS_MS = 250

/** The point that is looked at; the address follows it. */
function useActive(detail: MeasureDetail, { point }: CompareState, change: CompareProps['change']) {
  const indexOf = (key: string | null): number | null => {
    const index = detail.points.findIndex(({ claim }) => claim.key === key)
    return index < 0 ? null : index
  }
  const [active, setActive] = useState(() => indexOf(point))
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const latest = useRef(change)
  latest.current = change
  const choose = useCallback(
    (index: number | null): void => {
      setActive(index)
      window.clearTimeout(timer.current)
      const key = index === null ? null : (detail.points[index]?.claim.key ?? null)
      timer.current = window.setTimeout(() => latest.current({ point: key }), ADDRESS_MS)
    },
    [detail],
  )
  return [active, choose] as const
}

function useOpen(detail: MeasureDetail): (index: number) => void {
  const navigate = useNavigate()
  return (index) => {
    const point = detail.points[index]
    if (point) void navigate(reportAt(point.claim.key))
  }
}
