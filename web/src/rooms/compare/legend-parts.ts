import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import type { Verdict } from '../../../../src/model.ts'
import { shapeOf } from './chart/marks.ts'

/** From the gravest to the plainest. */
export const VERDICTS: readonly Verdict[] = ['conflict', 'update', 'scope', 'rounding', 'compatible', 'agrees']

type Drawn = Pick<MeasureDetail, 'points' | 'card'>

/** Verdicts that are drawn. */
export const verdictsOf = ({ points }: Pick<Drawn, 'points'>): Verdict[] =>
  VERDICTS.filter((verdict) => points.some((point) => point.verdict === verdict))

/** What else wants an explanation in this chart. */
export function keysOf({ points, card }: Drawn): ('published' | 'range' | 'open' | 'copy' | 'band')[] {
  const figures = points.map(({ claim }) => claim.figure).filter((figure) => figure !== null)
  const shapes = new Set(figures.filter(({ min, max }) => min !== null || max !== null).map(shapeOf))
  const has = {
    published: points.some(({ basis }) => basis === 'published'),
    range: shapes.has('range'),
    open: shapes.has('least') || shapes.has('most'),
    copy: points.some(({ copyOf }) => copyOf !== null),
    band: card.range.low.value !== null && card.range.high.value !== null,
  }
  return (Object.keys(has) as (keyof typeof has)[]).filter((key) => has[key])
}
