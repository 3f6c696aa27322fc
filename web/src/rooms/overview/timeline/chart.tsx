import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { localeOf } from '../../../../../src/export/messages/translator.ts'
import { claimsAt, type Search } from '../../../app/search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { OVERVIEW } from '../words.ts'
import { type Bin, type Strip, type Timeline, yearMarks } from './bins.ts'
import { nearest } from './grid.ts'
import css from './timeline.module.css'

/** Heights in CSS pixels. */
const TOTAL = 64
const LINE = 24
const YEAR_GAP = 44
const NAMED_MONTH = 54
const NAMED_WITH_YEAR = 84
const WIDEST_BAR = 28

interface ChartProps {
  timeline: Timeline
  /** Of the area that bins have, in pixels. */
  width: number
  area: (element: HTMLElement | null) => void
  /** Says what is pointed at; '' when nothing is. */
  onTell: (words: string) => void
  zoomed: boolean
}

/** Lines of bars with their names beside them. In Arabic time runs from right to left, as everything else on the page does. */
export function Chart({ timeline, width, area, onTell, zoomed }: ChartProps) {
  const { t, lang, number } = useWords(OVERVIEW)
  const strips = [timeline.all, ...timeline.strips]
  const height = TOTAL + timeline.strips.length * LINE
  const name = useStripName()
  return (
    <div className={css.chart}>
      <ol className={css.names}>
        {strips.map((strip, row) => (
          <li key={strip.types.join()} style={{ blockSize: row === 0 ? TOTAL : LINE }}>
            <Link {...claimsAt(queryOf(strip))} className={css.name}>
              {name(strip)}
            </Link>
            <span className={css.total}>{number(strip.total)}</span>
          </li>
        ))}
      </ol>
      <div className={css.area} ref={area}>
        {width > 0 ? (
          <>
            {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links, no set of fields */}
            <svg width={width} height={height} role="group" aria-label={t('timeline.label')} className={css.svg}>
              <Grounds count={strips.length} width={width} />
              <Cells strips={strips} bins={timeline.bins} width={width} rtl={lang === 'ar'} onTell={onTell} />
            </svg>
            <Axis timeline={timeline} width={width} zoomed={zoomed} />
          </>
        ) : null}
      </div>
    </div>
  )
}

/** A strip's name: its type's, or what stands for several. */
export function useStripName(): (strip: Strip) => string {
  const { t, label } = useWords(OVERVIEW)
  return ({ types }) => (types.length === 0 ? t('timeline.every') : types.length === 1 ? label(`type.${types[0]!}`) : t('timeline.rest'))
}

/** What the ledger is asked for by a strip, and by a bin of it. */
export const queryOf = ({ types }: Strip, bin?: Bin) => ({
  ...(types.length > 0 ? { type: [...types] } : {}),
  modality: 'actual',
  ...(bin ? { from: bin.from, to: bin.to } : {}),
})

const topOf = (row: number): number => (row === 0 ? 0 : TOTAL + (row - 1) * LINE)

function Grounds({ count, width }: { count: number; width: number }) {
  return Array.from({ length: count }, (_, row) => topOf(row + 1) - 0.5).map((y) => (
    <line key={y} x1={0} x2={width} y1={y} y2={y} className={css.ground} />
  ))
}

function Cells({
  strips,
  bins,
  width,
  rtl,
  onTell,
}: {
  strips: readonly Strip[]
  bins: readonly Bin[]
  width: number
  rtl: boolean
  onTell: (words: string) => void
}) {
  const { t, date } = useWords(OVERVIEW)
  const name = useStripName()
  const filled = strips.flatMap((strip, row) => strip.counts.flatMap((count, bin) => (count > 0 ? [{ row, bin, count }] : [])))
  const [active, setActive] = useState({ row: 0, bin: -1 })
  const current = filled.find((cell) => cell.row === active.row && cell.bin === active.bin) ?? filled[0]
  const span = width / bins.length
  const barWidth = Math.max(1, Math.min(span - Math.min(2, span / 4), WIDEST_BAR))
  const leftOf = (bin: number): number => (rtl ? width - (bin + 1) * span : bin * span)
  const tops = [Math.max(...strips[0]!.counts), Math.max(...strips.slice(1).flatMap(({ counts }) => counts))]
  const move = (event: KeyboardEvent<SVGElement>): void => {
    const next = current && nearest(filled, current, event.key, rtl)
    if (!next) return
    event.preventDefault()
    setActive(next)
    event.currentTarget.querySelector<SVGAElement>(`[data-cell="${next.row} ${next.bin}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the links inside
    <g onKeyDown={move}>
      {filled.map((cell) => {
        const { row, bin, count } = cell
        const words = t('timeline.cell', { when: date(bins[bin]!.edtf), what: name(strips[row]!), count })
        const height = row === 0 ? TOTAL : LINE
        const bar = Math.max(2, (count / tops[row === 0 ? 0 : 1]!) * (height - 5))
        return (
          <Link
            key={`${row} ${bin}`}
            {...claimsAt(queryOf(strips[row]!, bins[bin]))}
            preload={false}
            className={css.cell}
            data-cell={`${row} ${bin}`}
            tabIndex={cell === current ? 0 : -1}
            aria-label={words}
            onFocus={() => {
              setActive(cell)
              onTell(words)
            }}
            onBlur={() => onTell('')}
            onPointerEnter={() => onTell(words)}
            onPointerLeave={() => onTell('')}
          >
            <rect x={leftOf(bin)} y={topOf(row)} width={span} height={height} className={css.hit} />
            <rect
              x={leftOf(bin) + (span - barWidth) / 2}
              y={topOf(row) + height - bar - 1}
              width={barWidth}
              height={bar}
              className={css.bar}
              data-all={row === 0}
            />
          </Link>
        )
      })}
    </g>
  )
}

/** Width of a year in figures, and of what stands beside it. */
const YEAR_WIDTH = 34

/** Where a year stands; one that would stick out stands at the very end. */
const placed = (start: number, width: number) =>
  width - start < YEAR_WIDTH ? { 'data-last': true } : { style: { insetInlineStart: start } }

/** Years under the chart, each leading to its months; months where one year is shown. */
function Axis({ timeline, width, zoomed }: { timeline: Timeline; width: number; zoomed: boolean }) {
  const { t, lang } = useWords(OVERVIEW)
  const binWidth = width / timeline.bins.length
  if (zoomed || (timeline.step === 1 && binWidth >= NAMED_WITH_YEAR)) return <Months bins={timeline.bins} binWidth={binWidth} />
  return (
    <ol className={css.axis}>
      {yearMarks(timeline, binWidth, YEAR_GAP).map(({ year, bin }) => (
        <li key={year} {...placed(bin * binWidth, width)}>
          <Link
            to="/"
            search={(all: Search) => ({ ...all, year: String(year) })}
            resetScroll={false}
            aria-label={t('timeline.zoom', { year })}
            lang={lang}
          >
            {year}
          </Link>
        </li>
      ))}
    </ol>
  )
}

function Months({ bins, binWidth }: { bins: readonly Bin[]; binWidth: number }) {
  const { lang, date } = useWords(OVERVIEW)
  const year = binWidth < NAMED_WITH_YEAR ? {} : ({ year: 'numeric' } as const)
  const format = new Intl.DateTimeFormat(localeOf(lang), { month: 'short', ...year, timeZone: 'UTC' })
  return (
    <ol className={css.axis}>
      {bins.map(({ from, edtf }, bin) => (
        <li key={from} style={{ insetInlineStart: bin * binWidth }} title={date(edtf)}>
          {binWidth < NAMED_MONTH ? Number(from.slice(5, 7)) : format.format(new Date(from))}
        </li>
      ))}
    </ol>
  )
}
