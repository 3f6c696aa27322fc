import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react'
import type { MeasureDetail } from '../../../../../src/api/shapes.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useKeys } from '../../../ui/keys.ts'
import { useWidth } from '../../../ui/use-width.ts'
import { PAGE_PALETTE } from '../palette.ts'
import { pointWords } from '../point-words.ts'
import { COMPARE } from '../words.ts'
import css from './chart.module.css'
import { Drawing } from './drawing.tsx'
import { across, writtenWidths } from './drawn.ts'
import { type ChartLayout, layOut } from './layout.ts'
import type { Mark } from './marks.ts'
import type { ScaleName } from './scale.ts'
import { type Step, stepFrom, stepOf } from './step.ts'
import { Tip } from './tip.tsx'
import { useFonts } from './use-fonts.ts'

/** Height of the chart by its width: flat on a desk, tall on a phone. */
const heightFor = (width: number): number => Math.round(Math.min(460, Math.max(300, width * 0.52)))

export interface ChartProps {
  detail: MeasureDetail
  scale: ScaleName
  what: string
  /** Index of the point that is looked at. */
  active: number | null
  onActive: (index: number | null) => void
  onOpen: (index: number) => void
}

/** The figures over time, to be looked at by pointer, touch and keyboard. */
export function Chart({ detail, scale, what, active, onActive, onOpen }: ChartProps) {
  const words = useWords(COMPARE)
  const fonts = useFonts()
  const [box, width] = useWidth()
  // biome-ignore lint/correctness/useExhaustiveDependencies: new fonts mean new widths
  const layout = useMemo(() => {
    const input = { detail, width, height: heightFor(width), scale }
    return width > 0 ? layOut({ ...input, ...writtenWidths(detail, words) }) : null
  }, [detail, width, scale, words.lang, fonts])
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again where something moved, not where something is pointed at
  const drawing = useMemo(
    () => layout && <Drawing detail={detail} layout={layout} palette={PAGE_PALETTE} words={words} what={what} />,
    [layout, what],
  )
  return (
    <div ref={box} className={css.box} style={width === 0 ? { minBlockSize: '22rem' } : undefined}>
      {layout ? (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn */}
          <svg
            className={css.chart}
            viewBox={`0 0 ${layout.width} ${layout.height}`}
            role="group"
            aria-label={words.t('chart.label')}
            id="chart"
          >
            {drawing}
            <Targets {...{ detail, layout, active, onActive, onOpen }} />
          </svg>
          {active === null ? null : <Tip detail={detail} layout={layout} active={active} />}
        </>
      ) : null}
    </div>
  )
}

type TargetsProps = Omit<ChartProps, 'scale' | 'what'> & { layout: ChartLayout }

/** What of the marks can be pointed at and focused: one stop for the tab key, arrows inside. */
function Targets({ detail, layout, active, onActive, onOpen }: TargetsProps) {
  const words = useWords(COMPARE)
  const group = useRef<SVGGElement>(null)
  const inTime = layout.marks.toSorted((a, b) => a.u - b.u || a.y - b.y)
  const stop = layout.marks.some(({ index }) => index === active) ? active : (inTime[0]?.index ?? null)
  const go = (step: Step): void => {
    const next = stepFrom(layout.marks, active, step)
    group.current?.querySelector<SVGElement>(`[data-point="${next}"]`)?.focus()
  }
  const hear = (event: KeyboardEvent): void => {
    const step = stepOf(event.key, words.lang === 'ar')
    if (event.key === 'Enter' && active !== null) onOpen(active)
    else if (step) go(step)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const letGo = (): void => onActive(null)
  useKeys({ j: () => go('next'), k: () => go('previous'), Escape: letGo })
  return (
    <g ref={group}>
      {inTime.map((mark) => (
        <Target
          key={mark.index}
          mark={mark}
          layout={layout}
          x={across(layout, words.lang, mark.u)}
          label={pointWords(detail, mark.index, words)}
          isStop={mark.index === stop}
          isActive={mark.index === active}
          onActive={onActive}
          onOpen={onOpen}
          onKey={hear}
        />
      ))}
    </g>
  )
}

interface TargetProps {
  mark: Mark
  layout: ChartLayout
  x: number
  label: string
  isStop: boolean
  isActive: boolean
  onActive: (index: number) => void
  onOpen: (index: number) => void
  onKey: (event: KeyboardEvent) => void
}

function Target({ mark, layout, x, label, isStop, isActive, onActive, onOpen, onKey }: TargetProps) {
  const { plot, radius } = layout
  const reach = radius + 3
  /** A screen reader's click has no place: it means 'open', as Enter does. */
  const onClick = (event: MouseEvent): void => (event.detail === 0 || event.detail === 2 ? onOpen(mark.index) : onActive(mark.index))
  return (
    // biome-ignore lint/a11y/useSemanticElements: an anchor with an address would leave the page at the first click
    <g
      role="link"
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      data-point={mark.index}
      className={css.target}
      data-active={isActive}
      onKeyDown={onKey}
      onFocus={() => onActive(mark.index)}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onActive(mark.index)}
      onClick={onClick}
    >
      <rect
        x={x - reach}
        y={plot.y + Math.min(mark.top, mark.y - reach)}
        width={2 * reach}
        height={Math.max(mark.bottom - mark.top, 2 * reach)}
      />
      {isActive ? <circle className={css.ring} cx={x} cy={plot.y + mark.y} r={radius + 4} /> : null}
    </g>
  )
}
