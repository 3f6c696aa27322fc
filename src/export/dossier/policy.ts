import { IsnadError } from '../../errors.ts'
import { sortKey } from '../dates.ts'
import type { Bounds } from '../figures.ts'

/** What an origin stands by, and when it was published. */
export interface Candidate {
  bounds: Bounds
  published: string | null
}

/** A named way to choose one value among origins; nothing is chosen unless the user names one. */
export interface Policy {
  name: string
  about: { ar: string; en: string }
  choose: (candidates: readonly Candidate[]) => Candidate | undefined
}

const low = ({ bounds }: Candidate): number => bounds.min ?? 0

const lowest = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>((best, c) => (best && low(best) <= low(c) ? best : c), undefined)

/** The value that most origins give; of equals the lower one. */
function mostOrigins(candidates: readonly Candidate[]): Candidate | undefined {
  const votes = Map.groupBy(candidates, ({ bounds }) => `${bounds.min}..${bounds.max}`)
  const most = Math.max(0, ...[...votes.values()].map((group) => group.length))
  return lowest([...votes.values()].filter((group) => group.length === most).map((group) => group[0]!))
}

function latest(candidates: readonly Candidate[]): Candidate | undefined {
  const dated = candidates.filter((c) => sortKey(c.published) !== '~')
  return dated.reduce<Candidate | undefined>((best, c) => (best && sortKey(best.published) >= sortKey(c.published) ? best : c), undefined)
}

/** `ucdp`: after the low/best/high practice of the Uppsala Conflict Data Program's codebook, which takes the conservative one of equals. */
export const POLICIES: readonly Policy[] = [
  { name: 'lowest', about: { en: 'the lowest figure of any origin', ar: 'أدنى رقم لأي أصل' }, choose: lowest },
  {
    name: 'ucdp',
    about: { en: 'the figure of most origins, of equals the lower', ar: 'رقم أكثر الأصول، والأدنى عند التساوي' },
    choose: mostOrigins,
  },
  { name: 'latest', about: { en: 'the figure published last', ar: 'آخر رقم نُشر' }, choose: latest },
]

/**
 * Finds a policy by name.
 *
 * @throws IsnadError `bad-usage` where there is none of that name.
 * @example policyNamed('lowest').name // 'lowest'
 */
export function policyNamed(name: string): Policy {
  const policy = POLICIES.find((p) => p.name === name)
  if (policy) return policy
  const known = POLICIES.map((p) => `${p.name} (${p.about.en})`).join(', ')
  throw new IsnadError({ code: 'bad-usage', message: `No policy is called “${name}”.`, hint: `Choose one of: ${known}.` })
}

/** The value a policy chooses; not known where it can choose none. */
export function bestUnder(policy: Policy, candidates: readonly Candidate[]): Bounds {
  const unit = candidates[0]?.bounds.unit ?? ''
  const chosen = policy.choose(candidates)?.bounds
  if (!chosen) return { min: null, max: null, modifier: 'exact', unit }
  return { min: chosen.min, max: chosen.max, modifier: chosen.modifier, unit: chosen.unit }
}
