import type { ClaimView } from '../../../../../src/api/shapes.ts'
import type { Span } from '../../../../../src/model.ts'

type Evidence = ClaimView['evidence']

/** Code units that surely stand on the two lines of a row. */
const SEEN = 60
/** Code units shown before what is marked. */
const LEAD = 24

/**
 * A sentence cut at its beginning where what is marked in it would not be seen on two lines. Spans move with the text.
 *
 * @example excerpt(evidence).text // '…شملت 15 أسيرا من الجماعة'
 */
export function excerpt(evidence: Evidence): Evidence {
  const { text, figure, hits } = evidence
  const first = Math.min(...[...hits, ...(figure ? [figure] : [])].map((span) => span.start))
  if (!Number.isFinite(first) || first <= SEEN) return evidence
  const cut = text.indexOf(' ', first - LEAD) + 1
  if (cut === 0 || cut > first) return evidence
  const moved = ({ start, end }: Span): Span => ({ start: Math.max(0, start - cut) + 1, end: end - cut + 1 })
  const seen = hits.filter((hit) => hit.end > cut)
  return { ...evidence, text: `…${text.slice(cut)}`, figure: figure && figure.end > cut ? moved(figure) : null, hits: seen.map(moved) }
}
