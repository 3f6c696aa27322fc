import { VERDICT_MARKS } from '../../../data/verdict.tsx'
import { badgeWidth, TEXT } from '../chart/drawn.ts'
import { SHEET, type SheetProps } from './sheet.tsx'
import { LEGEND, type LegendEntry, type legendOf } from './sheet-lines.ts'

type Props = Pick<SheetProps, 'words' | 'palette'> & { legend: ReturnType<typeof legendOf>; top: number }

/** The legend under a chart that stands alone. */
export function LegendRows({ legend, top, words, palette }: Props) {
  const isRtl = words.lang === 'ar'
  const at = (u: number): number => (isRtl ? SHEET.width - SHEET.margin - u : SHEET.margin + u)
  return (
    <g fontSize={LEGEND.size} fill={palette['ink-2']}>
      {legend.entries.map((entry) => {
        const symbol = entry.origin === undefined && entry.verdict === undefined ? 0 : LEGEND.symbol
        const y = top + entry.y + LEGEND.row / 2
        return (
          <g key={`${entry.u} ${entry.y}`}>
            <Sign entry={entry} x={at(entry.u)} y={y} forward={isRtl ? -1 : 1} words={words} palette={palette} />
            <text x={at(entry.u + symbol)} y={y + LEGEND.size * 0.35} textAnchor="start">
              {entry.text}
            </text>
          </g>
        )
      })}
    </g>
  )
}

type SignProps = Pick<Props, 'words' | 'palette'> & { entry: LegendEntry; x: number; y: number; forward: 1 | -1 }

function Sign({ entry, x, y, forward, words, palette }: SignProps) {
  if (entry.verdict)
    return <path d={VERDICT_MARKS[entry.verdict]} transform={`translate(${x + forward * 8} ${y})`} fill={palette['ink-2']} />
  if (entry.origin === undefined) return null
  const width = badgeWidth(entry.origin)
  return (
    <>
      <rect
        x={forward === 1 ? x : x - width}
        y={y - TEXT.badgeHeight / 2}
        width={width}
        height={TEXT.badgeHeight}
        rx={3}
        fill={palette.origin(entry.origin)}
      />
      <text
        x={x + (forward * width) / 2}
        y={y + TEXT.badge * 0.36}
        fontSize={TEXT.badge}
        fontWeight={600}
        textAnchor="middle"
        fill={palette.sheet}
      >
        {words.number(entry.origin + 1)}
      </text>
    </>
  )
}
