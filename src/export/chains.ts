import type { Act, Claim, Hop, Report } from '../model.ts'
import { oneLine } from './direction.ts'

/** One source of a drawn chain. The first node is the outlet, the last is the farthest from it. */
export interface ChainNode {
  text: string
  kind: 'outlet' | 'credit' | 'hop'
  actor?: string
  act?: Act
  /** False for 'informed sources'. */
  named: boolean
  /** Where the chain ends as far as names go. */
  origin: boolean
}

/**
 * A claim's chain from the outlet to the origin, ready to draw. The origin is the last named source;
 * without a named source it is the credit, where that is the claim's origin, else the outlet.
 *
 * @example chainNodes(report, claim).map((node) => node.text) // ['ضفاف', 'المرفأ', 'معهد مسار']
 */
export function chainNodes(report: Report, claim: Pick<Claim, 'chain' | 'origin'>): ChainNode[] {
  const nodes: ChainNode[] = [outletNode(report), ...creditNodes(report, claim), ...claim.chain.map(hopNode)]
  const origin = nodes.findLast((node) => node.named && node.text !== '')
  if (origin) origin.origin = true
  return nodes
}

const outletNode = (report: Report): ChainNode => ({
  text: oneLine(report.outlet?.name ?? ''),
  kind: 'outlet',
  ...(report.outlet?.actor ? { actor: report.outlet.actor } : {}),
  named: report.outlet !== null,
  origin: false,
})

/** A credit stands in the chain only where no named source does: then the claim's origin is the credit. */
function creditNodes(report: Report, claim: Pick<Claim, 'chain' | 'origin'>): ChainNode[] {
  if (claim.chain.some((hop) => hop.named)) return []
  const credit = report.credits.find((c) => (c.actor && c.actor === claim.origin?.actor) || c.text === claim.origin?.name)
  if (!credit) return []
  return [{ text: oneLine(credit.text), kind: 'credit', ...(credit.actor ? { actor: credit.actor } : {}), named: true, origin: false }]
}

const hopNode = (hop: Hop): ChainNode => ({
  text: oneLine(hop.text),
  kind: 'hop',
  ...(hop.actor ? { actor: hop.actor } : {}),
  act: hop.act,
  named: hop.named,
  origin: false,
})
