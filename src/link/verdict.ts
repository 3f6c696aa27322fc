import type { Verdict } from '../model.ts'
import type { Evidence } from './evidence.ts'
import type { Figure } from './figures.ts'
import { measureOf } from './measures.ts'
import { isRough, pointOf, ratioOf, sameBounds, sameValue, touches } from './values.ts'

/** Why a verdict was given, for the sentence that tells it. */
export type Reason =
  | 'same-value'
  | 'bounds-allow'
  | 'part-of-people'
  | 'part-of-type'
  | 'part-of-time'
  | 'part-of-place'
  | 'beside-one'
  | 'batch'
  | 'later-toll'
  | 'revised'
  | 'exclude'
  | 'still-rising'
  | 'order-unknown'
  | 'not-yet'
  | 'both-open'

export interface Judged {
  verdict: Verdict
  reason: Reason
  /** For scope: which of the two is the part. */
  part?: 'f' | 'g'
}

/** What the judgement needs besides the figures: days from the first's as-of to the second's (null unknown), and whether one source stands behind both. */
export interface Circumstances {
  evidence: Evidence
  gap: number | null
  oneOrigin: boolean
}

/** Largest share by which an open bound may be exceeded and still be the same number told loosely ('at least 39', '40'). */
const LOOSELY = 1.2

/** How two like figures stand to each other. */
export function judge(f: Figure, g: Figure, at: Circumstances): Judged | null {
  return judgeScope(f, g, at) ?? (sameValue(f, g) ? { verdict: 'agrees', reason: 'same-value' } : judgeValues(f, g, at))
}

function judgeScope(f: Figure, g: Figure, { evidence }: Circumstances): Judged | null {
  const same = sameBounds(f, g)
  if (evidence.type === 'part' || evidence.type === 'whole') return scope(evidence.type, 'part-of-type')
  if ((evidence.population === 'part' || evidence.population === 'whole') && (!same || f.among !== g.among))
    return scope(evidence.population, 'part-of-people')
  if (!same && f.among !== g.among && evidence.population === 'same' && isSmaller(f, g))
    return scope(f.among ? 'part' : 'whole', 'part-of-people')
  if (evidence.time === 'part' || evidence.time === 'whole')
    return isCumulative(f, g) && !isNested(f, g, evidence.time) ? null : scope(evidence.time, 'part-of-time')
  if (!same && f.beside !== g.beside && isOneMore(f, g)) return scope(f.beside ? 'part' : 'whole', 'beside-one')
  if (!same && f.batch !== g.batch && !touches(f, g)) return scope(f.batch ? 'part' : 'whole', 'batch')
  return null
}

const scope = (relation: 'part' | 'whole', reason: Reason): Judged => ({ verdict: 'scope', reason, part: relation === 'part' ? 'f' : 'g' })

const isCumulative = (f: Figure, g: Figure): boolean => measureOf(f.type).cumulative || measureOf(g.type).cumulative

/** A toll of one day inside a toll of many days is a part of it; a toll 'since Monday' beside an undated one is not. */
const isNested = (f: Figure, g: Figure, time: 'part' | 'whole'): boolean =>
  time === 'part' ? pointOf(f) < pointOf(g) : pointOf(g) < pointOf(f)

/** What is counted among others is less than all. */
const isSmaller = (f: Figure, g: Figure): boolean => (f.among ? pointOf(f) < pointOf(g) : pointOf(g) < pointOf(f))

/** One more than those beside him: the commander and his seven men are eight. */
const isOneMore = (f: Figure, g: Figure): boolean => {
  const [part, whole] = f.beside ? [f, g] : [g, f]
  const more = pointOf(whole) - pointOf(part)
  return more >= 1 && more <= 2
}

function judgeValues(f: Figure, g: Figure, { gap, oneOrigin }: Circumstances): Judged | null {
  const moved = gap !== null && gap !== 0
  const rises = moved && (gap < 0 ? pointOf(f) > pointOf(g) : pointOf(g) > pointOf(f))
  const replaces = isCumulative(f, g) && (rises || (moved && measureOf(f.type).falls && measureOf(g.type).falls))
  if (touches(f, g)) return judgeTouching(f, g, replaces)
  if (f.modality !== g.modality) return { verdict: 'compatible', reason: 'not-yet' }
  if (replaces) return { verdict: 'update', reason: 'later-toll' }
  if (oneOrigin && moved) return ratioOf(f, g) <= REVISED ? { verdict: 'update', reason: 'revised' } : null
  if (moved && isStale(f, g, gap)) return { verdict: 'update', reason: 'still-rising' }
  if (isCumulative(f, g) && gap === null) return { verdict: 'compatible', reason: 'order-unknown' }
  return { verdict: 'conflict', reason: 'exclude' }
}

/** In the first hours an outlet may still print an older toll: a little lower, and told within a day. */
const STALE_DAYS = 1
const STALE_RATIO = 1.5
const isStale = (f: Figure, g: Figure, gap: number): boolean =>
  measureOf(f.type).toll && measureOf(g.type).toll && Math.abs(gap) <= STALE_DAYS && ratioOf(f, g) <= STALE_RATIO

/** How many times a source may take back its own number; beyond, it speaks of something else. */
const REVISED = 3

function judgeTouching(f: Figure, g: Figure, replaces: boolean): Judged {
  if (replaces && ratioOf(f, g) > LOOSELY && !isRough(f) && !isRough(g)) return { verdict: 'update', reason: 'later-toll' }
  return isOpen(f) && isOpen(g) && ratioOf(f, g) > LOOSELY
    ? { verdict: 'compatible', reason: 'both-open' }
    : { verdict: 'rounding', reason: 'bounds-allow' }
}

/** A bound that names a number: 'more than 300', not 'hundreds'. */
const isOpen = (figure: Figure): boolean => (figure.min === null || figure.max === null) && !isRough(figure)
