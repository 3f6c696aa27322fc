import type { Claim, Finding } from '../../model.ts'
import type { Scene } from '../events/scene.ts'
import { contrastFindings } from './contrasts.ts'
import { dateFindings } from './dates.ts'
import { figureFindings } from './figures.ts'
import { headlineFindings } from './headlines.ts'
import { impossibleFindings } from './impossible.ts'
import { itemsOf } from './items.ts'
import { sumFindings } from './sums.ts'

/**
 * What a report says for or against itself: sums and parts, a figure or a date given two ways, a head that says more than
 * the body, what cannot be. In the order of the text; each with two spans or more.
 *
 * @example readFindings(scene, claims).filter((finding) => finding.verdict === 'conflict')
 */
export function readFindings(scene: Scene, claims: readonly Claim[]): Finding[] {
  const items = itemsOf(scene, claims)
  const sums = sumFindings(scene, items)
  const figures = figureFindings(scene, items, pairsOf(sums))
  const known = new Set(figures.map(pairKey))
  const all = [
    ...sums,
    ...impossibleFindings(scene, items, claims),
    ...figures,
    ...contrastFindings(scene, items).filter((finding) => !known.has(pairKey(finding))),
    ...dateFindings(scene, claims),
    ...headlineFindings(scene, claims),
  ]
  return all.sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
}

const pairKey = ({ claims = [] }: Finding): string => [...claims].sort().join(' ')

/** Total and part of every sum, as the ids of their claims: they are two numbers, not one given two ways. */
const pairsOf = (sums: readonly Finding[]): Set<string> =>
  new Set(sums.flatMap(({ claims: [total, ...parts] = [] }) => parts.flatMap((part) => [`${total} ${part}`, `${part} ${total}`])))
