import type { Span } from '../../src/model.ts'
import { overlaps } from '../../src/text/spans.ts'
import type { Case, GoldFigure, GoldTime } from './cases.ts'
import { sameTime } from './values.ts'

/** A time or a number that a peer found. A number may have two ends. */
export interface Mention extends Span {
  doc: string
  kind: 'time' | 'number'
  value: string | number | null
  max?: number | null
}

/** `gold` wanted; `found` of them overlapped by a mention; `right` with the right value; `extra` mentions at nothing that gold has. */
export interface Score {
  gold: number
  found: number
  right: number
  extra: number
}

/** Scores of one peer over all reports. @example scoreOf(cases, mentions).times.right */
export function scoreOf(cases: readonly Case[], mentions: readonly Mention[]): { times: Score; numbers: Score } {
  const times = empty()
  const numbers = empty()
  for (const one of cases) {
    const own = mentions.filter(
      ({ doc, start }) => doc === one.doc && !one.noise.some((noise) => noise.start <= start && start < noise.end),
    )
    add(times, one.times, own.filter(isTime), rightTime)
    add(numbers, one.figures, figuresOnly(own, one), rightNumber)
  }
  return { times, numbers }
}

const empty = (): Score => ({ gold: 0, found: 0, right: 0, extra: 0 })
const isTime = ({ kind }: Mention): boolean => kind === 'time'

/** Numbers that stand in a time are parts of it, not faults. */
const figuresOnly = (own: readonly Mention[], { times }: Case): Mention[] =>
  own.filter((one) => one.kind === 'number' && !times.some((time) => overlaps(time, one)))

const rightTime = ({ edtf }: GoldTime, { value }: Mention): boolean => typeof value === 'string' && edtf !== null && sameTime(edtf, value)

/** One end of a range is enough. */
const rightNumber = ({ min, max }: GoldFigure, { value, max: upper }: Mention): boolean =>
  [value, upper].some((end) => typeof end === 'number' && (end === min || end === max))

function add<Gold extends Span & { skip: boolean }>(
  score: Score,
  golds: readonly Gold[],
  mentions: readonly Mention[],
  right: (gold: Gold, mention: Mention) => boolean,
): void {
  const paired = pair(golds, mentions, right)
  score.gold += golds.filter(({ skip }) => !skip).length
  for (const [gold, mention] of paired) {
    if (gold.skip) continue
    score.found++
    if (right(gold, mention)) score.right++
  }
  score.extra += mentions.filter((one) => !golds.some((gold) => overlaps(gold, one))).length
}

/** One mention to one gold item: right values first, then the longest overlap. */
function pair<Gold extends Span>(
  golds: readonly Gold[],
  mentions: readonly Mention[],
  right: (gold: Gold, mention: Mention) => boolean,
): Map<Gold, Mention> {
  const near = golds.flatMap((gold) => mentions.filter((one) => overlaps(gold, one)).map((mention) => ({ gold, mention })))
  const rank = ({ gold, mention }: (typeof near)[number]): number => (right(gold, mention) ? 1e6 : 0) + shared(gold, mention)
  const paired = new Map<Gold, Mention>()
  const used = new Set<Mention>()
  for (const { gold, mention } of near.sort((a, b) => rank(b) - rank(a))) {
    if (paired.has(gold) || used.has(mention)) continue
    paired.set(gold, mention)
    used.add(mention)
  }
  return paired
}

const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)
