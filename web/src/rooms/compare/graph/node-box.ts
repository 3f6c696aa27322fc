import { linesOf, widthOf } from '../chart/text.ts'
import type { GraphNode } from './build.ts'

export const SIZE = { text: 12.5, line: 17, most: 190, pad: 10 }
/** Lines of a name; what is longer is cut, and whole in the title. */
const LINES = 3
/** Room for an origin's number. */
const NUMBER = 24

export interface NodeBox {
  width: number
  height: number
  lines: string[]
}

/** How large a node is, and its name in lines. */
export function nodeBox(node: Pick<GraphNode, 'text' | 'origin'>, unnamed: string): NodeBox {
  const all = linesOf(node.text || unnamed, SIZE.most, SIZE.text)
  const lines = all.length > LINES ? [...all.slice(0, LINES - 1), `${all[LINES - 1]}…`] : all
  const widest = Math.max(...lines.map((line) => widthOf(line, SIZE.text)))
  return {
    width: widest + 2 * SIZE.pad + (node.origin === null ? 0 : NUMBER),
    height: lines.length * SIZE.line + SIZE.pad,
    lines,
  }
}
