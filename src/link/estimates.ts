import type { Figure } from './figures.ts'
import type { Profile } from './profile.ts'
import { pointOf, touches } from './values.ts'

/** A figure of a report, as a member of an incident. */
export interface Member {
  profile: Profile
  figure: Figure
}

/** What an estimate looks at of a member. A full {@link Member} has it; so may a row of a table. */
export interface Voice {
  profile: Pick<Profile, 'key' | 'path' | 'moment'> & { outlet: number | string }
  figure: Pick<Figure, 'min' | 'max' | 'modifier' | 'hops' | 'source'>
}

/** One origin's account of a measure: its latest figure, and every report that carries it. */
export interface Account<M extends Voice = Member> {
  /** Key of the source; null where none is named. */
  origin: string | null
  name: string | null
  /** The latest figure by date; of equals the first by path. */
  latest: M
  /** All figures that go back to this origin, first appearance first. */
  members: M[]
  outlets: number
}

/** How a number stands: how many independent origins carry it, and whether they exclude each other. */
export interface Estimate<M extends Voice = Member> {
  /** Smallest and largest value over the origins' latest figures, and who stands there. An open bound is null. */
  low: { value: number | null; by: string[] }
  high: { value: number | null; by: string[] }
  reports: number
  /** Independent origins: unnamed ones add none where a named one stands. */
  origins: number
  grade: 'single-origin' | 'two-origins' | 'several-origins'
  contested: boolean
  accounts: Account<M>[]
}

/** A rule for one 'best' value, which only the user may choose. `source-ranked` takes the first source of `rank` that gives one. */
export type Policy = { name: 'range' } | { name: 'lowest' } | { name: 'ucdp' } | { name: 'source-ranked'; rank: readonly string[] }

/** Sorts members by date of their report, undated last, equals by path. */
const byMoment = (a: Voice, b: Voice): number =>
  (a.profile.moment ?? Infinity) - (b.profile.moment ?? Infinity) || (a.profile.path < b.profile.path ? -1 : 1)

/**
 * Accounts of a measure from groups of figures that share an origin.
 *
 * @example accountsOf([[first, copyOfFirst], [other]]).length // 2
 */
export const accountsOf = <M extends Voice>(groups: readonly (readonly M[])[]): Account<M>[] =>
  groups.map((group) => accountOf(group.toSorted(byMoment)))

function accountOf<M extends Voice>(members: M[]): Account<M> {
  const dated = members.filter((member) => member.profile.moment !== null)
  const named = members.find((member) => member.figure.hops.length > 0)
  return {
    origin: named?.figure.hops.at(-1) ?? null,
    name: named?.figure.source ?? members[0]!.figure.source,
    latest: dated.at(-1) ?? members[0]!,
    members,
    outlets: new Set(members.map((member) => member.profile.outlet || member.profile.key)).size,
  }
}

/** The range over independent origins, who stands at each end, and a grade by their number. */
export function estimateOf<M extends Voice>(accounts: readonly Account<M>[]): Estimate<M> {
  const named = accounts.filter((account) => account.origin !== null)
  const standing = named.length > 0 ? named : accounts.slice(0, 1)
  const ends = accounts.map((account) => ({ account, low: finite(boundsLow(account)), high: finite(boundsHigh(account)) }))
  const origins = Math.max(1, standing.length)
  return {
    low: endOf(ends, 'low'),
    high: endOf(ends, 'high'),
    reports: new Set(accounts.flatMap((account) => account.members.map((member) => member.profile.key))).size,
    origins,
    grade: origins >= 3 ? 'several-origins' : origins === 2 ? 'two-origins' : 'single-origin',
    contested: accounts.some((one) => accounts.some((other) => !touches(one.latest.figure, other.latest.figure))),
    accounts: [...accounts],
  }
}

const boundsLow = ({ latest }: Account<Voice>): number => latest.figure.min ?? -Infinity
const boundsHigh = ({ latest }: Account<Voice>): number => latest.figure.max ?? Infinity
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

type Ends = { account: Account<Voice>; low: number | null; high: number | null }[]

/** The outermost known value, and who gives it; null only where no account closes that end. */
function endOf(ends: Ends, side: 'low' | 'high'): { value: number | null; by: string[] } {
  const known = ends.map((end) => end[side] ?? end[side === 'low' ? 'high' : 'low']).filter((value) => value !== null)
  if (known.length === 0) return { value: null, by: [] }
  const value = side === 'low' ? Math.min(...known) : Math.max(...known)
  const by = ends
    .filter((end) => (end[side] ?? end[side === 'low' ? 'high' : 'low']) === value)
    .map(({ account }) => account.name ?? account.latest.profile.path)
  return { value, by: [...new Set(by)].sort() }
}

/**
 * One value under a policy that the user names; null where the policy gives none (`range` never does).
 * `ucdp` takes the value most origins give and of equals the lower, as the Uppsala Conflict Data Program prefers
 * the more conservative figure where sources are equally good (UCDP GED Codebook, 'best estimate').
 */
export function bestUnder(policy: Policy, { accounts, low }: Estimate<Voice>): number | null {
  if (policy.name === 'lowest') return low.value
  if (policy.name === 'ucdp') return mostGiven(accounts)
  if (policy.name === 'source-ranked') {
    const first = policy.rank
      .map((source) => accounts.find((account) => account.origin === source))
      .find((account) => account !== undefined)
    return first ? pointOf(first.latest.figure) : null
  }
  return null
}

function mostGiven(accounts: readonly Account<Voice>[]): number | null {
  const named = accounts.filter((account) => account.origin !== null)
  const counts = Map.groupBy(named.length > 0 ? named : accounts, (account) => pointOf(account.latest.figure))
  const ranked = [...counts].sort(([a, one], [b, other]) => other.length - one.length || a - b)
  return ranked[0]?.[0] ?? null
}
