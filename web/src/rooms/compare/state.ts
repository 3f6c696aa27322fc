import type { PolicyName } from '../../../../src/api/shapes.ts'
import type { Search } from '../../app/search.ts'
import { SCALES, type ScaleName } from './chart/scale.ts'

/** What the address of a comparison says. */
export interface CompareState {
  policy: PolicyName
  /** Keys of origins, the one that is taken first in front. */
  rank: readonly string[]
  /** Key of the claim that is looked at. */
  point: string | null
  /** Null: the one that fits. */
  scale: ScaleName | null
}

export const POLICIES: readonly PolicyName[] = ['range', 'lowest', 'ucdp', 'source-ranked']

const oneOf = <T extends string>(all: readonly T[], value: string | string[] | undefined): T | null =>
  all.find((one) => one === value) ?? null

/** Reads an address; what it does not know is as if it were not there. @example stateOf({ policy: 'lowest' }).policy // 'lowest' */
export const stateOf = ({ policy, rank, point, scale }: Search): CompareState => ({
  policy: oneOf(POLICIES, policy) ?? 'range',
  rank: [...new Set([rank ?? []].flat())],
  point: typeof point === 'string' && point !== '' ? point : null,
  scale: oneOf(SCALES, scale),
})

/** The other way; what is as usual is left out, and the ranking stays only with the policy that asks for it. */
export const searchOf = ({ policy, rank, point, scale }: CompareState): Search => ({
  policy: policy === 'range' ? undefined : policy,
  rank: policy === 'source-ranked' && rank.length > 0 ? [...rank] : undefined,
  point: point ?? undefined,
  scale: scale ?? undefined,
})

/**
 * The whole order of the sources that can be ranked: the chosen ones first, the rest as they appeared.
 *
 * @example fullRank(['b', 'gone'], ['a', 'b', 'c']) // ['b', 'a', 'c']
 */
export const fullRank = (chosen: readonly string[], named: readonly string[]): string[] => [
  ...new Set([...chosen.filter((key) => named.includes(key)), ...named]),
]

/** Moves one of a list to another place. @example moved(['a', 'b', 'c'], 2, 0) // ['c', 'a', 'b'] */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(Math.min(Math.max(to, 0), rest.length), 0, list[from]!)
}
