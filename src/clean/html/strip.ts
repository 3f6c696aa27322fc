/** Elements that end a line of text. */
const BREAKING = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'article',
  'section',
  'blockquote',
  'figure',
  'figcaption',
  'ul',
  'ol',
  'table',
  'header',
  'footer',
  'main',
  'title',
  'td',
  'hr',
  'pre',
])
/** Elements whose content is no text of the page. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'textarea', 'select', 'button', 'head'])
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  rlm: '',
  lrm: '',
  zwnj: '\u200c',
  zwj: '\u200d',
  hellip: '…',
}
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi

/**
 * Text of a page by leaving its tags out, in one linear pass: for pages too deep or too large to build a tree of.
 *
 * @example stripTags('<p>قال <b>مسؤول</b></p><p>ثم</p>') // 'قال مسؤول\n\nثم'
 */
export function stripTags(html: string): string {
  const pieces: string[] = []
  const unclosed = new Set<string>()
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    pieces.push(html.slice(at, open))
    const close = html.indexOf('>', open)
    if (close < 0) {
      at = html.length
      break
    }
    const name = tagName(html, open)
    if (BREAKING.has(name)) pieces.push('\n\n')
    at =
      SILENT.has(name) && html[open + 1] !== '/'
        ? pastElement(html, name, close + 1, unclosed)
        : html.startsWith('<!--', open)
          ? pastComment(html, open)
          : close + 1
  }
  pieces.push(html.slice(at))
  return tidy(pieces.join('').replace(ENTITY, decodeEntity))
}

function tagName(html: string, open: number): string {
  let at = html[open + 1] === '/' ? open + 2 : open + 1
  const from = at
  while (at < html.length && at - from < 12 && /[a-z0-9]/i.test(html[at]!)) at++
  return html.slice(from, at).toLowerCase()
}

/** Past the closing tag; an element that is never closed is taken for a stray tag. */
function pastElement(html: string, name: string, from: number, unclosed: Set<string>): number {
  const close = unclosed.has(name) ? -1 : html.indexOf(`</${name}`, from)
  if (close < 0) {
    unclosed.add(name)
    return from
  }
  const end = html.indexOf('>', close)
  return end < 0 ? html.length : end + 1
}

function pastComment(html: string, open: number): number {
  const end = html.indexOf('-->', open)
  return end < 0 ? html.length : end + 3
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
  if (point !== undefined)
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '\ufffd'
  return ENTITIES[name!.toLowerCase()] ?? whole
}

/**
 * White space as a page shows it: runs are one space, paragraphs are set apart by one empty line.
 *
 * @example tidy(' a  b \n\n\n c') // 'a b\n\nc'
 */
export const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n\n')
