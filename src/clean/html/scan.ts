import { Parser } from 'htmlparser2'

/** What one pass over a page's tags brings, without building a tree. */
export interface Scan {
  /** Too deep or too many elements for a tree. */
  monstrous: boolean
  /** Values of <meta> by lower-case name, property or itemprop; the first of each. */
  metas: Map<string, string>
  canonical: string | undefined
  lang: string | undefined
  /** Text of <title>. */
  title: string
  /** Texts of <h1>. */
  headings: string[]
  /** Contents of <script type="application/ld+json">. */
  jsonLd: string[]
  /** datetime of <time> elements, those marked as the publication's first. */
  times: string[]
}

/** Depth and number of elements up to which a tree is built: real pages stay under 100 levels, and reading time grows with the square. */
const MOST_DEEP = 300
const MOST_ELEMENTS = 60_000
/** Characters up to which a tree is built. */
const MOST_LONG = 8_000_000
/** Characters given to the parser at a time, so that a monstrous page can be left early. */
const CHUNK = 1 << 16
/** Longest text kept of a title or heading. */
const MOST_TEXT = 1000

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])

/**
 * Reads a page's metadata in one pass and measures how deep it is nested.
 *
 * @example scanPage('<html lang="ar"><title>خبر</title>').lang // 'ar'
 */
export function scanPage(html: string): Scan {
  const scan: Scan = {
    monstrous: false,
    metas: new Map(),
    canonical: undefined,
    lang: undefined,
    title: '',
    headings: [],
    jsonLd: [],
    times: [],
  }
  const parser = new Parser(handlers(scan), { decodeEntities: true, lowerCaseTags: true })
  for (let at = 0; at < Math.min(html.length, MOST_LONG) && !scan.monstrous; at += CHUNK) parser.write(html.slice(at, at + CHUNK))
  if (!scan.monstrous) parser.end()
  return { ...scan, monstrous: scan.monstrous || html.length > MOST_LONG }
}

function handlers(scan: Scan): ConstructorParameters<typeof Parser>[0] {
  let depth = 0
  let elements = 0
  let into: ((text: string) => void) | undefined
  return {
    onopentag(name, attributes) {
      elements++
      if (!VOID.has(name)) depth++
      if (depth > MOST_DEEP || elements > MOST_ELEMENTS) scan.monstrous = true
      into = collect(scan, name, attributes) ?? (name === 'script' || name === 'style' ? undefined : into)
    },
    ontext(text) {
      into?.(text)
    },
    onclosetag(name) {
      if (!VOID.has(name)) depth--
      if (name === 'title' || name === 'h1' || name === 'script') into = undefined
    },
  }
}

type Attributes = Record<string, string>

/** Takes what an element says of the page; what is returned collects its text. */
function collect(scan: Scan, name: string, attributes: Attributes): ((text: string) => void) | undefined {
  if (name === 'html') scan.lang ??= attributes.lang ?? attributes['xml:lang']
  else if (name === 'meta') collectMeta(scan, attributes)
  else if (name === 'link' && attributes.rel?.toLowerCase() === 'canonical') scan.canonical ??= attributes.href
  else if (name === 'time' && attributes.datetime) collectTime(scan, attributes)
  else if (name === 'title' && scan.title === '') return collectTitle(scan)
  else if (name === 'h1') return collectHeading(scan)
  else if (name === 'script' && attributes.type?.toLowerCase() === 'application/ld+json') return collectJson(scan)
  return undefined
}

function collectMeta(scan: Scan, attributes: Attributes): void {
  const content = attributes.content?.trim()
  if (!content) return
  for (const key of [attributes.property, attributes.name, attributes.itemprop]) {
    const name = key?.toLowerCase()
    if (name && !scan.metas.has(name)) scan.metas.set(name, content)
  }
}

function collectTime(scan: Scan, attributes: Attributes): void {
  const value = attributes.datetime!
  const own = attributes.pubdate !== undefined || /publish|datepublished/i.test(`${attributes.itemprop ?? ''} ${attributes.class ?? ''}`)
  if (own) scan.times.unshift(value)
  else scan.times.push(value)
}

function collectTitle(scan: Scan): (text: string) => void {
  return (text) => {
    if (scan.title.length < MOST_TEXT) scan.title += text
  }
}

function collectHeading(scan: Scan): (text: string) => void {
  const index = scan.headings.push('') - 1
  return (text) => {
    if (scan.headings[index]!.length < MOST_TEXT) scan.headings[index] += text
  }
}

function collectJson(scan: Scan): (text: string) => void {
  const index = scan.jsonLd.push('') - 1
  return (text) => {
    scan.jsonLd[index] += text
  }
}
