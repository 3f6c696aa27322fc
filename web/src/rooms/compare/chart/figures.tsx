import type { PointView } from '../../../../../src/api/shapes.ts'
import { VERDICT_MARKS } from '../../../data/verdict.tsx'
import type { Palette } from '../palette.ts'
import { across, badgeWidth, type Drawn, TEXT, valueText } from './drawn.ts'
import type { Label } from './labels.ts'
import type { Mark } from './marks.ts'
import { arcPath, headPath, rangePath } from './paths.ts'

/** Units of a verdict's mark from its middle to its rim. */
const MARK_RADIUS = 5.5

/** Arcs from copies, then marks with their bars, then labels. */
export function Figures(drawn: Drawn) {
  const { layout, detail, palette, words } = drawn
  return (
    <>
      <Arcs {...drawn} />
      {layout.marks.map((mark) => (
        <Figure
          key={mark.index}
          mark={mark}
          point={detail.points[mark.index]!}
          x={across(layout, words.lang, mark.u)}
          ends={mark.span ? [across(layout, words.lang, mark.span.from), across(layout, words.lang, mark.span.to)] : null}
          dy={layout.plot.y}
          radius={layout.radius}
          palette={palette}
        />
      ))}
      {layout.labels.map((label) => (
        <LabelText key={label.index} label={label} point={detail.points[label.index]!} drawn={drawn} />
      ))}
    </>
  )
}

function Arcs({ layout, palette, words }: Drawn) {
  const places = new Map(layout.marks.map((mark) => [mark.index, { x: across(layout, words.lang, mark.u), y: layout.plot.y + mark.y }]))
  return layout.arcs.map(({ from, to }) => {
    const { line, head } = arcPath(places.get(from)!, places.get(to)!, layout.radius + 2)
    return (
      <g key={`${from} ${to}`} fill="none" stroke={palette['ink-3']} strokeWidth={1.1} strokeLinecap="round">
        <path d={line} strokeDasharray="3 3" />
        <path d={head} />
      </g>
    )
  })
}

interface FigureProps {
  mark: Mark
  point: PointView
  x: number
  ends: readonly [number, number] | null
  /** Top of the plot in the drawing. */
  dy: number
  radius: number
  palette: Palette
}

function Figure({ mark, point, x, ends, dy, radius, palette }: FigureProps) {
  const colour = palette.origin(point.origin)
  const hollow = point.basis === 'published'
  return (
    <g stroke={colour} fill="none" strokeWidth={2} strokeLinecap="round">
      {ends ? (
        <line x1={ends[0]} x2={ends[1]} y1={dy + mark.y} y2={dy + mark.y} strokeWidth={1} strokeDasharray="1 3" opacity={0.7} />
      ) : null}
      <Bar mark={mark} x={x} dy={dy} radius={radius} />
      <path
        d={VERDICT_MARKS[point.verdict]}
        transform={`translate(${x} ${dy + mark.y}) scale(${radius / MARK_RADIUS})`}
        fill={hollow ? palette.sheet : colour}
        stroke={hollow ? colour : palette.sheet}
        strokeWidth={((hollow ? 1.8 : 1.2) * MARK_RADIUS) / radius}
      />
    </g>
  )
}

function Bar({ mark, x, dy, radius }: Pick<FigureProps, 'mark' | 'x' | 'dy' | 'radius'>) {
  const [top, bottom] = [dy + mark.top, dy + mark.bottom]
  if (mark.shape === 'point') return null
  if (mark.shape === 'range') return <path d={rangePath(x, top, bottom, radius * 0.7)} />
  const up = mark.shape === 'least'
  return (
    <>
      <line x1={x} x2={x} y1={up ? bottom : top} y2={up ? top : bottom} strokeDasharray="1 4.5" />
      <path d={headPath(x, up ? top : bottom, up ? 'up' : 'down', radius * 0.8)} />
    </>
  )
}

function LabelText({ label, point, drawn: { layout, palette, words } }: { label: Label; point: PointView; drawn: Drawn }) {
  const text = label.form === 0 ? valueText(point, words) : ''
  const badge = badgeWidth(point.origin)
  const begin = across(layout, words.lang, label.box.u)
  const forward = words.lang === 'ar' ? -1 : 1
  const middle = layout.plot.y + label.box.y + label.box.height / 2
  return (
    <g fontSize={TEXT.label}>
      <rect
        x={forward === 1 ? begin : begin - badge}
        y={middle - TEXT.badgeHeight / 2}
        width={badge}
        height={TEXT.badgeHeight}
        rx={3}
        fill={palette.origin(point.origin)}
      />
      <text
        x={begin + (forward * badge) / 2}
        y={middle + TEXT.badge * 0.36}
        fontSize={TEXT.badge}
        fontWeight={600}
        textAnchor="middle"
        fill={palette.sheet}
      >
        {words.number(point.origin + 1)}
      </text>
      {text ? (
        <text
          x={begin + (forward * (label.box.width + badge + 4)) / 2}
          y={middle + TEXT.label * 0.35}
          textAnchor="middle"
          fontWeight={500}
          fill={palette.ink}
        >
          {text}
        </text>
      ) : null}
    </g>
  )
}
