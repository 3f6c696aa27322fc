import type { ChainView, MeasureDetail, PointView } from '../../../../../src/api/shapes.ts'

/** Someone in the chains of a measure: an outlet, a source on the way, or an origin. */
export interface GraphNode {
  key: string
  /** Empty for an outlet that is not named. */
  text: string
  isOutlet: boolean
  isNamed: boolean
  /** Index of the origin that it is. */
  origin: number | null
}

/** From whoever took a figure over to whom it was taken from, or from a copy to what it copies. */
export interface GraphEdge {
  from: string
  to: string
  kind: 'took' | 'copied'
  figures: number
}

export interface OriginGraph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

type Detail = Pick<MeasureDetail, 'points' | 'origins'>

const nameOf = (hop: ChainView): string => hop.actor ?? hop.text

/** Outlets, sources and origins of a measure, each once, and who took from whom. */
export function originGraph(detail: Detail): OriginGraph {
  const keyOf = keysOf(detail)
  const nodes = new Map<string, GraphNode>()
  const edges = new Map<string, GraphEdge>()
  const chains = detail.points.map((point) => point.claim.chain.map((hop, i) => ({ hop, key: keyOf(point, hop, i) })))
  const link = (from: string, to: string, kind: GraphEdge['kind']): void => {
    if (from === to) return
    const edge = edges.get(`${kind} ${from}\n${to}`) ?? { from, to, kind, figures: 0 }
    edges.set(`${kind} ${from}\n${to}`, { ...edge, figures: edge.figures + 1 })
  }
  for (const [i, chain] of chains.entries()) {
    for (const { hop, key } of chain) nodes.set(key, merged(nodes.get(key), nodeOf(detail, key, hop)))
    for (const [at, { key }] of chain.entries()) if (at > 0) link(chain[at - 1]!.key, key, 'took')
    const source = detail.points[i]!.copyOf
    const [copy, copied] = [chain[0]?.key, source === null ? undefined : chains[source]?.[0]?.key]
    if (copy !== undefined && copied !== undefined) link(copy, copied, 'copied')
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] }
}

/** Names of a node: all mentions of one origin are one node, whoever is not named is another one in each report. */
function keysOf({ points }: Detail): (point: PointView, hop: ChainView, place: number) => string {
  const origins = new Map<string, number>()
  for (const point of points) for (const hop of point.claim.chain) if (hop.origin && hop.named) origins.set(nameOf(hop), point.origin)
  return (point, hop, place) => {
    if (!hop.named) return `? ${point.claim.report} ${place}`
    const origin = origins.get(nameOf(hop))
    return origin === undefined ? `= ${nameOf(hop)}` : `# ${origin}`
  }
}

function nodeOf({ origins }: Detail, key: string, hop: ChainView): GraphNode {
  const origin = key.startsWith('# ') ? Number(key.slice(2)) : null
  const text = (origin === null ? null : origins[origin]?.name) ?? hop.text
  return { key, text, isOutlet: hop.kind === 'outlet', isNamed: hop.named, origin }
}

const merged = (before: GraphNode | undefined, node: GraphNode): GraphNode =>
  before ? { ...before, isOutlet: before.isOutlet || node.isOutlet } : node
