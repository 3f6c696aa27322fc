import { driftOf } from '../../link/drift.ts'
import { type Account, bestUnder, type Estimate, type Policy } from '../../link/estimates.ts'
import { pathOf } from '../../link/key.ts'
import { daysOf } from '../../link/when.ts'
import type { ComparisonLink, CopyLink, Verdict } from '../../model.ts'
import { contains } from '../../text/spans.ts'
import type { Api } from '../context.ts'
import type { Bundle, Desk, MeasureOnDesk } from '../desk/index.ts'
import { estimateMeasure, type Measured } from '../desk/measures.ts'
import type { ClaimView, FigureView, MeasureDetail, PointView } from '../shapes.ts'
import { isolated } from './quoted.ts'

/** A figure of a measure with where it came from. */
interface Point {
  view: ClaimView
  /** The figure over the text as it is served: links name it by this place. */
  figure: FigureView
  measured: Measured
  /** Unnamed sources that it names. */
  behind: string[]
}

/** All that does not depend on the policy. */
type Gathered = Omit<MeasureDetail, 'policy' | 'best'> & { estimate: Estimate<Measured> }

/** Measures that are kept at hand: a reader tries one policy after another. */
const AT_HAND = 8

/** Everything that a comparison over time shows of one measure, under a policy; null where there is no such measure. */
export function makeMeasureDetails({ desk }: Api): (id: string, policy: Policy) => Promise<MeasureDetail | null> {
  const atHand = new Map<string, Promise<Gathered | null>>()
  return async (id, policy) => {
    const name = `${desk.revision()} ${id}`
    const found = atHand.get(name) ?? gather(desk, id)
    atHand.delete(name)
    atHand.set(name, found)
    found.catch(() => atHand.delete(name))
    if (atHand.size > AT_HAND) atHand.delete(atHand.keys().next().value!)
    const gathered = await found
    if (!gathered) return null
    const { estimate, ...detail } = gathered
    return { ...detail, policy: policy.name, best: bestUnder(policy, estimate) }
  }
}

async function gather(desk: Desk, id: string): Promise<Gathered | null> {
  const found = await desk.measure(id)
  if (!found) return null
  const bundle = await desk.bundle([...new Set(found.members.map(({ report }) => report))])
  const all = pointsOf(found, await desk.claimViews(found.members))
  const figures = all.map(({ measured }) => measured)
  const estimate = estimateMeasure(figures, comparisons(bundle, all))
  // A headline's figure is left out where the report's prose gives the same.
  const standing = new Set(estimate.accounts.flatMap(({ members }) => members))
  const points = all.filter(({ measured }) => standing.has(measured))
  const accounts = estimate.accounts.toSorted((a, b) => placeOf(points, a.members[0]!) - placeOf(points, b.members[0]!))
  return {
    card: found.card,
    points: pointViews(bundle, points, accounts),
    origins: originViews(points, accounts, estimate),
    comparisons: comparisons(bundle, points),
    drift: driftIn(bundle, points),
    estimate,
  }
}

const placeOf = (points: readonly Point[], measured: Measured): number => points.findIndex((point) => point.measured === measured)

function pointViews(bundle: Bundle, points: readonly Point[], accounts: readonly Account<Measured>[]): PointView[] {
  const compared = comparisons(bundle, points)
  const copied = copiesOf(bundle, points)
  return points.map(({ view, measured }, i) => ({
    claim: view,
    origin: accounts.findIndex(({ members }) => members.includes(measured)),
    ...dayOf(view),
    verdict: gravest(compared.filter(({ a, b }) => a === i || b === i).map(({ verdict }) => verdict)),
    copies: [...copied.keys()].filter((other) => copied[other] === i),
    copyOf: copied[i] ?? null,
  }))
}

type Origins = MeasureDetail['origins']

/** Origins as they first appear. Those without a name count for none where one has a name, else the first of them for one. */
function originViews(points: readonly Point[], accounts: readonly Account<Measured>[], estimate: Estimate<Measured>): Origins {
  const isNamed = accounts.some(({ origin }) => origin !== null)
  return accounts.map((account) => {
    const own = account.members.map((one) => points[placeOf(points, one)]!)
    return {
      key: account.origin,
      name: account.name,
      behind: distinct(own.flatMap(({ behind }) => behind)),
      outlets: distinct(own.map(({ view }) => view.outlet ?? '')),
      first: own[0]!.view.published,
      latest: placeOf(points, account.latest),
      counted: isNamed ? account.origin !== null : account === estimate.accounts[0],
    }
  })
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))]

/** The members that can be shown, with their views. */
function pointsOf({ members, figures }: MeasureOnDesk, views: readonly ClaimView[]): Point[] {
  const viewOf = new Map(views.map((view) => [view.key, view]))
  return members.flatMap(({ report, claim }, i) => {
    const view = viewOf.get(`${report}:${claim}`)
    if (!view?.figure) return []
    const behind = view.chain.filter(({ kind, named }) => kind === 'hop' && !named).map(({ text }) => text)
    return [{ view, figure: view.figure, measured: figures[i]!, behind }]
  })
}

/** Comparisons between the points of one measure, by their positions. */
function comparisons({ links, ends }: Bundle, points: readonly Point[]): MeasureDetail['comparisons'] {
  const at = new Map(points.map(({ view, figure }, i) => [`${view.report} ${figure.start}`, i]))
  return links.flatMap((link, i) => {
    if (link.kind !== 'comparison') return []
    const { verdict, independent, why } = link as ComparisonLink
    const [a, b] = [at.get(`${ends[i]!.a} ${link.a.start}`), at.get(`${ends[i]!.b} ${link.b.start}`)]
    return a === undefined || b === undefined ? [] : [{ a, b, verdict, independent, why: isolated(why) }]
  })
}

/** The gravest first. */
const GRAVITY: readonly Verdict[] = ['conflict', 'update', 'scope', 'rounding', 'compatible', 'agrees']

const gravest = (verdicts: readonly Verdict[]): Verdict => GRAVITY.find((verdict) => verdicts.includes(verdict)) ?? 'agrees'

/** For each point the first that it was copied from: in a near copy the same value, in a shared passage the passage that holds both. */
function copiesOf({ links, ends }: Bundle, points: readonly Point[]): (number | undefined)[] {
  const copies = new Map(links.flatMap((link, i) => (link.kind === 'copy' ? [[pairOf(ends[i]!), { link, a: ends[i]!.a }] as const] : [])))
  const isCopy = (early: Point, late: Point): boolean => {
    const [one, other] = [early.view.report, late.view.report]
    const found = one === other ? undefined : copies.get(pairOf({ a: one, b: other }))
    return found !== undefined && holdsBoth(found.link, ...(found.a === one ? ([early, late] as const) : ([late, early] as const)))
  }
  return points.map((late, i) => {
    const first = points.findIndex((early, j) => j < i && isCopy(early, late))
    return first < 0 ? undefined : first
  })
}

const pairOf = ({ a, b }: { a: string; b: string }): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const holdsBoth = ({ relation, passages }: CopyLink, a: Point, b: Point): boolean =>
  relation === 'near-copy' ? sameValue(a, b) : passages.some((passage) => contains(passage.a, a.figure) && contains(passage.b, b.figure))

const sameValue = (a: Point, b: Point): boolean => a.figure.min === b.figure.min && a.figure.max === b.figure.max

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

function driftIn({ keys, readings, links }: Bundle, points: readonly Point[]): MeasureDetail['drift'] {
  const pathOfReport = new Map(keys.map((key, i) => [key, pathOf(readings[i]!)]))
  const at = new Map(points.map(({ view, figure }, i) => [`${pathOfReport.get(view.report)} ${figure.start}`, i]))
  const inside = links.filter(
    (link) => link.kind === 'comparison' && at.has(`${link.a.path} ${link.a.start}`) && at.has(`${link.b.path} ${link.b.start}`),
  )
  return driftOf(readings, inside).map(({ from, to, kind, message }) => ({
    from: at.get(`${from.path} ${from.start}`)!,
    to: at.get(`${to.path} ${to.start}`)!,
    kind,
    message: isolated(message),
  }))
}
