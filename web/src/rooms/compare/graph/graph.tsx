import { useMemo } from 'react'
import type { MeasureDetail } from '../../../../../src/api/shapes.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { arrowHead, type Place } from '../chart/paths.ts'
import { useFonts } from '../chart/use-fonts.ts'
import { PAGE_PALETTE } from '../palette.ts'
import { COMPARE } from '../words.ts'
import { type GraphNode, originGraph } from './build.ts'
import css from './graph.module.css'
import { type PlacedGraph, placeGraph } from './lay-out.ts'
import { type NodeBox, nodeBox, SIZE } from './node-box.ts'

/** Who took from whom, from the outlets to the origins. */
export function OriginGraphView({ detail }: { detail: MeasureDetail }) {
  const { t, lang, label } = useWords(COMPARE)
  const fonts = useFonts()
  // biome-ignore lint/correctness/useExhaustiveDependencies: new fonts mean new widths
  const { graph, boxes, placed } = useMemo(() => {
    const graph = originGraph(detail)
    const boxes = new Map(graph.nodes.map((node) => [node.key, nodeBox(node, t('outlet.unknown'))]))
    return { graph, boxes, placed: placeGraph(graph, (key) => boxes.get(key)!, lang === 'ar') }
  }, [detail, lang, fonts])
  const about = t('graph.label', {
    outlets: label('count.outlets', { n: detail.card.outlets }),
    origins: label('count.origins', { n: detail.card.origins }),
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <div className={css.scroll} role="group" tabIndex={0} aria-label={t('graph.title')}>
      <svg
        className={css.graph}
        viewBox={`0 0 ${placed.width} ${placed.height}`}
        width={placed.width}
        height={placed.height}
        role="img"
        aria-label={about}
      >
        <Edges placed={placed} boxes={boxes} />
        {graph.nodes.map((node) => (
          <Node key={node.key} node={node} place={placed.nodes.get(node.key)!} box={boxes.get(node.key)!} />
        ))}
      </svg>
    </div>
  )
}

/** Through the bends of an edge, ending in an arrow. */
const curve = ([first, ...rest]: readonly Place[]): string =>
  `M${first!.x} ${first!.y}${rest.map(({ x, y }, i) => (i < rest.length - 1 ? `Q${x} ${y} ${(x + rest[i + 1]!.x) / 2} ${(y + rest[i + 1]!.y) / 2}` : `L${x} ${y}`)).join('')}`

function Edges({ placed, boxes }: { placed: PlacedGraph; boxes: ReadonlyMap<string, NodeBox> }) {
  return placed.edges.map(({ from, to, kind, figures, points }) => {
    const ends = kind === 'copied' ? beside(points[0]!, points[1]!, boxes.get(from)!, boxes.get(to)!) : points
    const [before, last] = ends.slice(-2)
    return (
      <g key={`${kind} ${from} ${to}`} className={css.edge} data-kind={kind} strokeWidth={Math.min(4, 1 + Math.log2(figures) * 0.8)}>
        <path d={curve(ends)} />
        <path d={arrowHead(before!, last!)} className={css.head} />
      </g>
    )
  })
}

/** From a copy to what it copies: along the side on which nothing else leaves. */
function beside(from: Place, to: Place, a: NodeBox, b: NodeBox): Place[] {
  const isBelow = from.y > to.y
  const start = { x: from.x, y: from.y + (isBelow ? -a.height : a.height) / 2 }
  const end = { x: to.x, y: to.y + (isBelow ? b.height : -b.height) / 2 }
  const bulge = Math.abs(from.y - to.y) > a.height + b.height ? Math.min(26, Math.abs(from.y - to.y) * 0.2) : 0
  return [start, { x: (start.x + end.x) / 2 - bulge, y: (start.y + end.y) / 2 }, end]
}

function Node({ node, place, box }: { node: GraphNode; place: Place; box: NodeBox }) {
  const colour = node.origin === null ? undefined : PAGE_PALETTE.origin(node.origin)
  const { number } = useWords(COMPARE)
  return (
    <g className={css.node} data-origin={node.origin !== null} data-named={node.isNamed} transform={`translate(${place.x} ${place.y})`}>
      <title>{node.text}</title>
      <rect
        x={-box.width / 2}
        y={-box.height / 2}
        width={box.width}
        height={box.height}
        rx={5}
        style={colour ? { stroke: colour } : undefined}
      />
      {box.lines.map((line, i) => (
        <text key={line} y={(i - (box.lines.length - 1) / 2) * SIZE.line + SIZE.text * 0.36} textAnchor="middle" fontSize={SIZE.text}>
          {node.origin !== null && i === 0 ? (
            <tspan fontWeight={700} fill={colour}>
              {`${number(node.origin + 1)} · `}
            </tspan>
          ) : null}
          {`\u2068${line}\u2069`}
        </text>
      ))}
    </g>
  )
}
