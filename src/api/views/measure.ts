import { driftOf } from '../../link/drift.ts'
import { bestUnder, type Policy } from '../../link/estimates.ts'
import { daysOf } from '../../link/when.ts'
import type { ComparisonLink, Verdict } from '../../model.ts'
import { contains } from '../../text/spans.ts'
import type { Api } from '../context.ts'
import type { Bundle } from '../desk/index.ts'
import { estimateMeasure, type Measured } from '../desk/measures.ts'
import type { ClaimView, MeasureDetail, PointView } from '../shapes.ts'
import { measuredOf } from './measured.ts'

/** A figure of a measure with where it came from. */
interface Point {
  view: ClaimView
  measured: Measured
  /** Unnamed sources that it names. */
  behind: string[]
}

/** Everything that a comparison over time shows of one measure; null where there is none. */
export async function measureDetail(api: Api, id: string, policy: Policy): Promise<MeasureDetail | null> {
  const found = await api.desk.measure(id)
  if (!found) return null
  const bundle = await api.desk.bundle([...new Set(found.members.map(({ report }) => report))])
  const all = pointsOf(bundle, await api.desk.claimViews(found.members))
  const estimate = estimateMeasure(
    all.map(({ measured }) => measured),
    comparisons(bundle, all),
  )
  // A headline's figure is left out where the report's prose gives the same.
  const standing = new Set(estimate.accounts.flatMap(({ members }) => members))
  const points = all.filter(({ measured }) => standing.has(measured))
  const at = new Map(points.map(({ measured }, i) => [measured, i]))
  const accounts = estimate.accounts.toSorted((a, b) => at.get(a.members[0]!)! - at.get(b.members[0]!)!)
  const named = accounts.some(({ origin }) => origin !== null)
  const compared = comparisons(bundle, points)
  const copied = copiesOf(bundle, points)
  return {
    card: found.card,
    points: points.map(
      (point, i): PointView => ({
        claim: point.view,
        origin: accounts.findIndex(({ members }) => members.includes(point.measured)),
        ...dayOf(point.view),
        verdict: gravest(compared.filter(({ a, b }) => a === i || b === i).map(({ verdict }) => verdict)),
        copies: [...copied.keys()].filter((other) => copied[other] === i),
        copyOf: copied[i] ?? null,
      }),
    ),
    origins: accounts.map((account) => {
      const own = account.members.map((one) => points[at.get(one)!]!)
      return {
        key: account.origin,
        name: account.name,
        behind: distinct(own.flatMap(({ behind }) => behind)),
        outlets: distinct(own.map(({ view }) => view.outlet ?? '')),
        first: own[0]!.view.published,
        latest: at.get(account.latest)!,
        counted: named ? account.origin !== null : account === estimate.accounts[0],
      }
    }),
    comparisons: compared,
    drift: driftIn(bundle, points),
    policy: policy.name,
    best: bestUnder(policy, estimate),
  }
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))]

function pointsOf({ keys, readings }: Bundle, views: readonly ClaimView[]): Point[] {
  const readingOf = new Map(keys.map((key, i) => [key, readings[i]!]))
  return views.flatMap((view) => {
    const reading = readingOf.get(view.report)
    const claim = reading?.claims.find(({ id }) => view.key === `${view.report}:${id}`)
    const measured = reading && claim ? measuredOf(reading, claim, view.report) : null
    const behind = view.chain.filter(({ kind, named }) => kind === 'hop' && !named).map(({ text }) => text)
    return measured ? [{ view, measured, behind }] : []
  })
}

/** Comparisons between the points of one measure, by their positions. */
function comparisons({ links, ends }: Bundle, points: readonly Point[]): MeasureDetail['comparisons'] {
  const at = new Map(points.map(({ measured }, i) => [`${measured.profile.key} ${measured.start}`, i]))
  return links.flatMap((link, i) => {
    if (link.kind !== 'comparison') return []
    const { verdict, independent, why } = link as ComparisonLink
    const [a, b] = [at.get(`${ends[i]!.a} ${link.a.start}`), at.get(`${ends[i]!.b} ${link.b.start}`)]
    return a === undefined || b === undefined ? [] : [{ a, b, verdict, independent, why }]
  })
}

/** The gravest first. */
const GRAVITY: readonly Verdict[] = ['conflict', 'update', 'scope', 'rounding', 'compatible', 'agrees']

const gravest = (verdicts: readonly Verdict[]): Verdict => GRAVITY.find((verdict) => verdicts.includes(verdict)) ?? 'agrees'

/** For each point the first that it was copied from: in a near copy the same value, in a shared passage the passage that holds both. */
function copiesOf({ links, ends }: Bundle, points: readonly Point[]): (number | undefined)[] {
  const isCopy = (early: Point, late: Point): boolean =>
    links.some((link, i) => {
      if (link.kind !== 'copy') return false
      const { a, b } = ends[i]!
      const isForward = a === early.view.report && b === late.view.report
      if (!isForward && !(b === early.view.report && a === late.view.report)) return false
      if (link.relation === 'near-copy') return sameValue(early, late)
      return link.passages.some((passage) => {
        const [from, to] = isForward ? [passage.a, passage.b] : [passage.b, passage.a]
        return contains(from, early.view.figure!) && contains(to, late.view.figure!)
      })
    })
  return points.map((late, i) => {
    const first = points.findIndex((early, j) => j < i && early.view.report !== late.view.report && isCopy(early, late))
    return first < 0 ? undefined : first
  })
}

const sameValue = (a: Point, b: Point): boolean => a.view.figure?.min === b.view.figure?.min && a.view.figure?.max === b.view.figure?.max

/** Days of a period that still tells a day. */
const MONTH_DAYS = 31
const DAY_MS = 86_400_000

/** The last day of the state that a figure gives, else the day of publication. */
function dayOf({ time, published }: ClaimView): Pick<PointView, 'day' | 'basis'> {
  const stated = lastDay(time)
  if (stated !== null) return { day: stated, basis: 'stated' }
  const day = lastDay(published)
  return { day, basis: day === null ? null : 'published' }
}

function lastDay(edtf: string | null): string | null {
  const days = daysOf(edtf)
  if (!days || !Number.isFinite(days.first) || !Number.isFinite(days.last) || days.last - days.first >= MONTH_DAYS) return null
  return new Date(Math.floor(days.last) * DAY_MS).toISOString().slice(0, 10)
}

function driftIn({ readings, links }: Bundle, points: readonly Point[]): MeasureDetail['drift'] {
  const at = new Map(points.map(({ measured }, i) => [`${measured.profile.path} ${measured.start}`, i]))
  const inside = links.filter(
    (link) => link.kind === 'comparison' && at.has(`${link.a.path} ${link.a.start}`) && at.has(`${link.b.path} ${link.b.start}`),
  )
  return driftOf(readings, inside).map(({ from, to, kind, message }) => ({
    from: at.get(`${from.path} ${from.start}`)!,
    to: at.get(`${to.path} ${to.start}`)!,
    kind,
    message,
  }))
}
