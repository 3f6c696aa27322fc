import { Drawing } from '../chart/drawing.tsx'
import { writtenWidths } from '../chart/drawn.ts'
import { layOut } from '../chart/layout.ts'
import { FACE } from '../chart/text.ts'
import type { Palette } from '../palette.ts'
import type { Saved } from './save.ts'
import { LegendRows } from './sheet-legend.tsx'
import { type Line, legendOf, linesAbove, linesBelow } from './sheet-lines.ts'

export const SHEET = { width: 1000, margin: 28, chart: 440 }
const INNER = SHEET.width - 2 * SHEET.margin

export interface SheetProps extends Saved {
  palette: Palette
  made: Date
}

/** The chart with its title, legend, sources and day of making, as one drawing with nothing left to look up. */
export function Sheet(props: SheetProps) {
  const { detail, scale, what, words, palette } = props
  const layout = layOut({ detail, width: INNER, height: SHEET.chart, scale, ...writtenWidths(detail, words) })
  const above = stacked(linesAbove(props, INNER), SHEET.margin)
  const chartTop = above.end + 14
  const legend = legendOf(props, INNER)
  const legendTop = chartTop + SHEET.chart + 14
  const below = stacked(linesBelow(props, INNER), legendTop + legend.height + 12)
  const height = Math.ceil(below.end + SHEET.margin)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={SHEET.width}
      height={height}
      viewBox={`0 0 ${SHEET.width} ${height}`}
      xmlLang={words.lang}
      direction={words.lang === 'ar' ? 'rtl' : 'ltr'}
      fontFamily={FACE}
      role="img"
    >
      <title>{above.lines[0]?.text}</title>
      <rect width={SHEET.width} height={height} fill={palette.sheet} />
      <Lines lines={above.lines} {...props} />
      <g transform={`translate(${SHEET.margin} ${chartTop})`}>
        <Drawing detail={detail} layout={layout} palette={palette} words={words} what={what} />
      </g>
      <LegendRows legend={legend} top={legendTop} {...props} />
      <Lines lines={below.lines} {...props} />
    </svg>
  )
}

type Placed = Line & { y: number }

/** Lines under each other from `top` on. */
function stacked(lines: readonly Line[], top: number): { lines: Placed[]; end: number } {
  let y = top
  const placed = lines.map((line) => {
    y += line.size * 1.5 + (line.space ?? 0)
    return { ...line, y }
  })
  return { lines: placed, end: y }
}

function Lines({ lines, words, palette }: Pick<SheetProps, 'words' | 'palette'> & { lines: readonly Placed[] }) {
  const x = words.lang === 'ar' ? SHEET.width - SHEET.margin : SHEET.margin
  return lines.map(({ text, y, size, weight, tone }) => (
    <text key={y} x={x} y={y} fontSize={size} fontWeight={weight} fill={palette[tone]} textAnchor="start">
      {text}
    </text>
  ))
}
