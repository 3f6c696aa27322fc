import { loadNow } from '../lazy.ts'
import { stripTags } from './strip.ts'

/** A block of a page's main text. */
export interface Piece {
  kind: 'text' | 'caption'
  text: string
}

/** What is used of a DOM node. */
interface DomNode {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<DomNode>
  getAttribute?: (name: string) => string | null
}
interface Dom {
  parseHTML: (html: string) => { document: object }
}
interface Reader {
  Readability: new (
    document: object,
    options: { charThreshold: number; serializer: (node: DomNode) => DomNode; keepClasses: boolean },
  ) => { parse: () => { content: DomNode | null } | null }
}

/** Fewest characters of a main text: short agency items are reports too. */
const SHORTEST = 100

const BREAKING = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGURE FIGCAPTION FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TH TR UL'.split(
    ' ',
  ),
)
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME BUTTON FORM SELECT TEXTAREA NAV INPUT OBJECT VIDEO AUDIO'.split(' '))
const WHITE = /[\s\u00a0]+/gu
const LEADING_CONTROLS = /^[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/u
const ELEMENT = 1
const TEXT = 3

/**
 * The main text of a page in blocks; undefined where none is found.
 *
 * @example readArticle(html)?.[0] // { kind: 'text', text: 'قال مسؤول …' }
 */
export function readArticle(html: string): Piece[] | undefined {
  const { parseHTML } = loadNow<Dom>('linkedom')
  const { Readability } = loadNow<Reader>('@mozilla/readability')
  try {
    const { document } = parseHTML(html)
    const content = new Readability(document, { charThreshold: SHORTEST, serializer: (node) => node, keepClasses: true }).parse()?.content
    const pieces = content ? serialise(content) : []
    return pieces.length > 0 ? pieces : undefined
  } catch {
    return undefined
  }
}

/**
 * Blocks of a page by leaving its tags out.
 *
 * @example stripArticle('<p>نص</p>') // [{ kind: 'text', text: 'نص' }]
 */
export const stripArticle = (html: string): Piece[] =>
  stripTags(html)
    .split('\n\n')
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'text', text }))

function serialise(root: DomNode): Piece[] {
  const pieces: Piece[] = []
  let line = ''
  const flush = (kind: Piece['kind']): void => {
    const text = line.replace(WHITE, ' ').replace(LEADING_CONTROLS, '').trim()
    if (text !== '') pieces.push({ kind, text })
    line = ''
  }
  const visit = (node: DomNode, kind: Piece['kind']): void => {
    if (node.nodeType === TEXT) line += node.textContent ?? ''
    if (node.nodeType !== ELEMENT || SILENT.has(node.nodeName.toUpperCase())) return
    const name = node.nodeName.toUpperCase()
    const inside = isCaption(node, name) ? 'caption' : kind
    const breaks = BREAKING.has(name) || inside !== kind
    if (breaks) flush(kind)
    for (const child of node.childNodes) visit(child, inside)
    if (breaks) flush(inside)
  }
  visit(root, 'text')
  flush('text')
  return pieces
}

const isCaption = (element: DomNode, name: string): boolean =>
  name === 'FIGCAPTION' ||
  (name !== 'BODY' &&
    /(?:^|[\s_-])(?:wp-caption-text|caption-text|image-caption|photo-caption|figcaption)(?:$|\s)/i.test(
      element.getAttribute?.('class') ?? '',
    ))
