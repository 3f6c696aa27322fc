import { localeOf } from '../../../../../src/export/messages/translator.ts'
import type { Box } from './box.ts'
import { across, bestText, type Drawn, TEXT } from './drawn.ts'
import { tickText } from './text.ts'

/** The ground: values, days, the column of the undated, the band and its ends. */
export function Axes(drawn: Drawn) {
  const { layout, palette, words, what } = drawn
  const { plot } = layout
  const x = (u: number): number => across(layout, words.lang, u)
  return (
    <g fontSize={TEXT.label} fill={palette['ink-2']}>
      <text x={words.lang === 'ar' ? layout.width - 2 : 2} y={14} textAnchor="start" fill={palette['ink-3']}>
        {words.t(`chart.axis.${layout.scale}`, { what })}
      </text>
      <Band {...drawn} />
      {layout.values.ticks.map((tick) => {
        const y = plot.y + layout.values.at(tick)
        return (
          <g key={tick}>
            <line x1={x(0)} x2={x(plot.width)} y1={y} y2={y} stroke={tick === 0 ? palette['line-strong'] : palette.line} />
            <text x={x(-8)} y={y + 4} textAnchor="end">
              {words.number(tick)}
            </text>
          </g>
        )
      })}
      <Days {...drawn} />
      <Undated {...drawn} />
    </g>
  )
}

function Days({ layout, palette, words }: Drawn) {
  const { plot, time } = layout
  const foot = plot.y + plot.height
  return time?.ticks.map(({ u, date, step, withYear }) => {
    const x = across(layout, words.lang, u)
    return (
      <g key={u}>
        <line x1={x} x2={x} y1={foot} y2={foot + 5} stroke={palette['line-strong']} />
        <text x={x} y={foot + 19} textAnchor="middle">
          {tickText(date, step, localeOf(words.lang))}
        </text>
        {withYear ? (
          <text x={x} y={foot + 34} textAnchor="middle" fill={palette['ink-3']}>
            {date.getUTCFullYear()}
          </text>
        ) : null}
      </g>
    )
  })
}

function Undated({ layout, palette, words }: Drawn) {
  const { plot, undated } = layout
  if (!undated) return null
  const x = across(layout, words.lang, undated.u)
  const edge = across(layout, words.lang, undated.u - undated.width / 2)
  return (
    <>
      {layout.time ? (
        <line x1={edge} x2={edge} y1={plot.y - 8} y2={plot.y + plot.height + 5} stroke={palette['line-strong']} strokeDasharray="2 4" />
      ) : null}
      <text x={x} y={plot.y + plot.height + 19} textAnchor="middle">
        {words.t('chart.undated')}
      </text>
    </>
  )
}

/** Lowest to highest over independent origins, and one value where a policy gives one. */
function Band({ layout, palette, words, detail }: Drawn) {
  const { plot, band, best } = layout
  const { low, high } = detail.card.range
  const [from, to] = [across(layout, words.lang, 0), across(layout, words.lang, plot.width)]
  const line = (at: number) => ({ x1: from, x2: to, y1: plot.y + at, y2: plot.y + at })
  const isOne = low.value === high.value
  return (
    <g>
      {band.low !== null && band.high !== null ? (
        <rect
          x={Math.min(from, to)}
          width={plot.width}
          y={plot.y + band.high}
          height={Math.max(2, band.low - band.high)}
          fill={detail.card.contested ? palette['saffron-wash'] : palette['teal-wash']}
        />
      ) : null}
      {[band.low, isOne ? null : band.high].map((at) =>
        at === null ? null : (
          <line key={at} {...line(at)} stroke={detail.card.contested ? palette.saffron : palette.teal} strokeWidth={1} />
        ),
      )}
      {best === null ? null : (
        <>
          <line {...line(best.at)} stroke={palette.ink} strokeWidth={1.5} strokeDasharray="7 4" />
          <BestWords {...{ layout, palette, words, detail }} box={best.words} />
        </>
      )}
    </g>
  )
}

function BestWords({ layout, palette, words, detail, box }: Omit<Drawn, 'what'> & { box: Box }) {
  const begin = across(layout, words.lang, box.u)
  const left = words.lang === 'ar' ? begin - box.width : begin
  const top = layout.plot.y + box.y
  return (
    <>
      <rect x={left} y={top} width={box.width} height={box.height} rx={3} fill={palette.sheet} opacity={0.9} />
      <text x={left + box.width / 2} y={top + box.height * 0.72} textAnchor="middle" fontWeight={500} fill={palette.ink}>
        {bestText(detail, words)}
      </text>
    </>
  )
}
