import { Graph, layout } from '@dagrejs/dagre'
import type { Place } from '../chart/paths.ts'
import type { GraphEdge, OriginGraph } from './build.ts'

export interface PlacedGraph {
  width: number
  height: number
  /** Middle of each node. */
  nodes: Map<string, Place>
  edges: (GraphEdge & { points: Place[] })[]
}

/** Room between ranks and between neighbours. */
const ROOM = { ranksep: 52, nodesep: 12, edgesep: 8, marginx: 4, marginy: 4 }

/** Places outlets on the side where reading begins and origins on the other. */
export function placeGraph(
  { nodes, edges }: OriginGraph,
  size: (key: string) => { width: number; height: number },
  isRtl: boolean,
): PlacedGraph {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: isRtl ? 'RL' : 'LR', ...ROOM })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { key } of nodes) graph.setNode(key, { ...size(key) })
  // A copy stands beside what it copies: it pulls no one out of the rank of outlets.
  const taken = edges.filter(({ kind }) => kind === 'took')
  for (const { from, to } of taken) graph.setEdge(from, to, {}, 'took')
  layout(graph)
  const places = new Map(nodes.map(({ key }) => [key, placeOf(graph.node(key))]))
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  const pointsOf = ({ from, to, kind }: GraphEdge): Place[] =>
    kind === 'took' ? graph.edge(from, to, 'took').points.map(placeOf) : [places.get(from)!, places.get(to)!]
  return { width, height, nodes: places, edges: edges.map((edge) => ({ ...edge, points: pointsOf(edge) })) }
}

const placeOf = ({ x, y }: { x?: number; y?: number }): Place => ({ x: x ?? 0, y: y ?? 0 })
