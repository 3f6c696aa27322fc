import type { ComparisonLink } from '../model.ts'
import { byDate, type Shared } from './copies.ts'
import { type Evidence, evidenceFor, NEEDED, type Pair, storyOf } from './evidence.ts'
import type { Figure } from './figures.ts'
import { windowOf } from './measures.ts'
import { type Copied, independenceOf } from './origins.ts'
import type { Passage } from './passages.ts'
import type { Profile } from './profile.ts'
import { isRough, ratioOf, touches } from './values.ts'
import { type Judged, judge, type Reason } from './verdict.ts'
import { daysOf } from './when.ts'
import { whyOf } from './why.ts'

interface Like {
  f: Figure
  g: Figure
  evidence: Evidence
  judged: Judged
}

/** A figure keeps partners whose evidence comes so near to its best one's. */
const MARGIN = 1
/** Values that exclude each other are only set against each other on more evidence. */
const NEEDED_FOR_CONFLICT = 3.6

/** The comparisons of two reports, in order of the figures. `shared` is what their texts have in common. */
export function compareReports(a: Profile, b: Profile, shared: Shared | null): ComparisonLink[] {
  let story: number | undefined
  const pair: Pair = {
    a,
    b,
    // Most figures exclude each other by what they are: the texts are only compared for those that do not.
    get story() {
      story ??= storyOf(a, b)
      return story
    },
    aligned: alignment(a, b, shared),
    copied: shared !== null,
  }
  return likeFigures(pair, shared).map((like) => toLink(a, b, like, shared))
}

function likeFigures(pair: Pair, shared: Shared | null): Like[] {
  const found: Like[] = []
  for (const f of pair.a.figures) {
    for (const g of pair.b.figures) {
      if (!isInWindow(pair, f, g)) continue
      const evidence = evidenceFor(pair, f, g)
      if (!evidence || evidence.score < NEEDED) continue
      const judged = judge(f, g, { evidence, gap: asOfGap(pair, f, g), oneOrigin: originOf(pair, f, g, shared) === false })
      if (judged && isEnough(evidence, judged, touches(f, g))) found.push({ f, g, evidence, judged })
    }
  }
  return keepBest(found)
}

/** Values that exclude each other need more; where one type is not known they make no conflict. */
const isEnough = ({ score, type }: Evidence, { verdict }: Judged, compatible: boolean): boolean =>
  type === 'kin' && !compatible
    ? verdict !== 'conflict' && score >= NEEDED_FOR_CONFLICT
    : verdict !== 'conflict' || score >= NEEDED_FOR_CONFLICT

/** Reports of one event lie within its window; a copy may be printed again at any time. */
const isInWindow = ({ a, b, copied }: Pair, f: Figure, g: Figure): boolean =>
  copied || a.day === null || b.day === null || Math.abs(a.day - b.day) <= windowOf(f.type, g.type)

/** Of partners in one report that exclude each other, those near the best stay; restatements of one value do not compete. */
function keepBest(likes: Like[]): Like[] {
  const rivals = (one: Like, other: Like): boolean =>
    (one.f === other.f && exclude(one.g, other.g)) || (one.g === other.g && exclude(one.f, other.f))
  return likes.filter(
    (one) => isKnownPart(one) || !likes.some((other) => other.evidence.score > one.evidence.score + MARGIN && rivals(one, other)),
  )
}

/** How many times a number may be another and still be a restatement of it: 'at least one' restates nothing of 200. */
const RESTATED = 3

const exclude = (one: Figure, other: Figure): boolean =>
  !touches(one, other) || (ratioOf(one, other) > RESTATED && !isRough(one) && !isRough(other))

/** Reasons for which a part is set against its whole beside a closer partner, and what the text must say for it. */
const KNOWN_PARTS: Partial<Record<Reason, (f: Figure, g: Figure) => boolean>> = {
  'part-of-people': (f, g) => f.among || g.among,
  'beside-one': () => true,
  'part-of-time': () => true,
}

/** 'Among the dead are 18 civilians' is set against the dead, whatever else is. */
const isKnownPart = ({ f, g, judged }: Like): boolean => KNOWN_PARTS[judged.reason]?.(f, g) ?? false

/** Days from the first figure's as-of to the second's; null where it is not known which is later. Two dates of one day without a time of day do not tell. */
function asOfGap({ a, b }: Pair, f: Figure, g: Figure): number | null {
  const [one, other] = [asOf(a, f), asOf(b, g)]
  if (one === null || other === null) return null
  const sameDay = Math.floor(one) === Math.floor(other)
  return sameDay && (Number.isInteger(one) || Number.isInteger(other)) ? null : other - one
}

/** A toll is as of the end of the period it names, else as of its report. */
const asOf = (profile: Profile, figure: Figure): number | null => {
  const end = figure.edtf?.includes('/') ? daysOf(figure.edtf)?.last : undefined
  return end !== undefined && Number.isFinite(end) ? end : profile.moment
}

const originOf = (pair: Pair, f: Figure, g: Figure, shared: Shared | null) =>
  independenceOf({ profile: pair.a, figure: f }, { profile: pair.b, figure: g }, copiedAt(pair.a, pair.b, f, g, shared))

/** Word range of a figure in its profile. */
function wordsOf(profile: Profile, figure: Figure): { from: number; to: number } {
  let from = 0
  while (from < profile.ends.length && profile.ends[from]! <= figure.start) from++
  let to = from
  while (to < profile.starts.length && profile.starts[to]! < figure.end) to++
  return { from, to }
}

/** Words around a figure that may be exchanged in a copy. */
const NEAR = 3

/** For two figures: whether they stand at the same place of a copied passage. */
export function alignment(a: Profile, b: Profile, shared: Shared | null): Pair['aligned'] {
  if (!shared) return () => 'none'
  return (f, g) => {
    const [x, y] = [wordsOf(a, f), wordsOf(b, g)]
    const inA = shared.passages.filter((passage) => covers(passage.a, passage.aEnd, x))
    const inB = shared.passages.filter((passage) => covers(passage.b, passage.bEnd, y))
    if (inA.some((passage) => inB.includes(passage) && isLevel(passage, x.from, y.from))) return 'same'
    return inA.length > 0 && inB.length > 0 ? 'other' : 'none'
  }
}

const covers = (start: number, end: number, range: { from: number; to: number }): boolean =>
  start - NEAR <= range.from && range.to <= end + NEAR

/** Same distance from the passage's beginning or from its end, give or take exchanged words. */
const isLevel = (passage: Passage, x: number, y: number): boolean =>
  Math.abs(x - passage.a - (y - passage.b)) <= NEAR || Math.abs(passage.aEnd - x - (passage.bEnd - y)) <= NEAR

function copiedAt(a: Profile, b: Profile, f: Figure, g: Figure, shared: Shared | null): Copied {
  if (!shared) return 'no'
  const [x, y] = [wordsOf(a, f), wordsOf(b, g)]
  const inside = shared.passages.some(
    (one) => one.a <= x.from && x.to <= one.aEnd && one.b <= y.from && y.to <= one.bEnd && one.same / (one.aEnd - one.a) >= 0.9,
  )
  if (inside) return 'word-for-word'
  return shared.relation === 'near-copy' ? 'rewritten' : 'no'
}

function toLink(a: Profile, b: Profile, { f, g, judged }: Like, shared: Shared | null): ComparisonLink {
  const independent = independenceOf({ profile: a, figure: f }, { profile: b, figure: g }, copiedAt(a, b, f, g, shared))
  return {
    kind: 'comparison',
    a: { path: a.path, start: f.start, end: f.end },
    b: { path: b.path, start: g.start, end: g.end },
    verdict: judged.verdict,
    independent,
    why: whyOf(f, g, judged),
  }
}

export { byDate }
