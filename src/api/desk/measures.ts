import { createHash } from 'node:crypto'
import { accountsOf, type Estimate, estimateOf, type Voice } from '../../link/estimates.ts'
import { makeGroups } from '../../link/groups.ts'
import type { Verdict } from '../../model.ts'
import type { MeasureCard } from '../shapes.ts'

/** A figure of a claim with what measures are made by. */
export interface Measured extends Voice {
  claim: string
  /** Offset of the figure in its report as it was read. */
  start: number
  /** It stands in a headline. */
  headline: boolean
  type: string
  unit: string
  of: string | null
  nationality: string | null
  place: { id: string; name: string; nameAr: string | null } | null
  time: string | null
}

/** A comparison of two figures, by their positions in a list. */
export interface Compared {
  a: number
  b: number
  verdict: Verdict
  independent: boolean | 'unknown'
}

/**
 * Which of figures 0..size-1 measure the same thing: those that comparisons other than `scope` set beside each other.
 * A figure with an open bound ('tens') fits many: it joins one measure and never makes two of them one.
 * `links` must come in an order that depends on what the figures are.
 */
export function groupAlike(size: number, links: readonly Compared[], isOpen: (figure: number) => boolean): number[][] {
  const sets = makeGroups(size)
  const like = links.filter(({ verdict }) => verdict !== 'scope')
  for (const { a, b } of like) if (!isOpen(a) && !isOpen(b)) sets.join(a, b)
  for (const { a, b, verdict } of like) if (isOpen(a) && isOpen(b) && verdict === 'agrees') sets.join(a, b)
  const groupOf = new Map(sets.all().flatMap((group) => group.map((figure) => [figure, group[0]!] as const)))
  const attached = new Set<number>()
  for (const { a, b } of like) {
    const [loose, fixed] = isOpen(a) ? [a, b] : [b, a]
    if (isOpen(a) === isOpen(b) || attached.has(groupOf.get(loose)!)) continue
    sets.join(loose, fixed)
    attached.add(groupOf.get(loose)!)
  }
  return sets.all().filter((group) => group.length > 1)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where a figure stands. */
type Standing = { profile: { key: string; path: string }; start: number }

/** Id of a measure: of its first figure by path and position, so that it stays while that figure stays. */
export function measureId(members: readonly Standing[]): string {
  const first = members.reduce((best, one) => (isBefore(one, best) ? one : best))
  return createHash('sha256').update(`${first.profile.key} ${first.start}`).digest('hex').slice(0, 16)
}

const isBefore = (a: Standing, b: Standing): boolean =>
  (compare(a.profile.path, b.profile.path) || compare(a.profile.key, b.profile.key) || a.start - b.start) < 0

/** A headline's figure is left out where the report's prose gives the same measure: there it has its source. */
function withoutHeadlines(members: readonly Measured[]): Measured[] {
  const told = new Set(members.filter((one) => !one.headline).map((one) => one.profile.key))
  return members.filter((one) => !one.headline || !told.has(one.profile.key))
}

/** What a measure comes to: its figures by origin, joined by name and by the comparisons that say so. `links` are positions in `members`. */
export function estimateMeasure<M extends Measured>(members: readonly M[], links: readonly Compared[]): Estimate<M> {
  const sets = makeGroups(members.length)
  for (const { a, b, independent } of links) if (independent === false) sets.join(a, b)
  const firstOf = new Map<string, number>()
  members.forEach(({ figure }, i) => {
    const origin = figure.hops.at(-1)
    if (origin === undefined) return
    const first = firstOf.get(origin) ?? i
    firstOf.set(origin, first)
    sets.join(first, i)
  })
  const kept = new Set<Measured>(withoutHeadlines(members))
  const groups = sets.all().map((group) => group.map((i) => members[i]!).filter((one) => kept.has(one)))
  return estimateOf(accountsOf(groups.filter((group) => group.length > 0)))
}

/** A measure as lists show it; `members` in order of appearance. Figures without a name of their source name nobody at the ends of the range. */
export function measureCard(members: readonly Measured[], links: readonly Compared[]): MeasureCard {
  const estimate = estimateMeasure(members, links)
  const held = withoutHeadlines(members)
  const first = held[0]!
  const { low, high, origins, grade, reports } = estimate
  return {
    id: measureId(members),
    type: (held.find((one) => one.type !== 'other') ?? first).type as MeasureCard['type'],
    unit: first.unit,
    of: first.of,
    nationality: first.nationality,
    place: held.find((one) => one.place)?.place ?? null,
    time: first.time,
    range: { low: { ...low, by: low.by.filter(Boolean) }, high: { ...high, by: high.by.filter(Boolean) } },
    figures: held.length,
    reports,
    outlets: new Set(held.map(({ profile }) => profile.outlet || profile.key)).size,
    origins,
    unsure: estimate.accounts.length - origins,
    grade,
    contested: links.some(({ verdict }) => verdict === 'conflict'),
  }
}
