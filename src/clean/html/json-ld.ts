/** What a page's JSON-LD says of its article (schema.org). */
export interface ArticleData {
  headline?: string
  datePublished?: string
  dateModified?: string
  publisher?: string
  author?: string
  url?: string
}

type Node = Record<string, unknown>

/** Deepest nesting and most objects looked through. */
const MOST_DEEP = 12
const MOST_NODES = 2000
const ARTICLE = /article|posting|report/i

/**
 * Reads the article out of a page's JSON-LD scripts; broken scripts are passed over.
 *
 * @example readJsonLd(['{"@type":"NewsArticle","headline":"خبر"}']).headline // 'خبر'
 */
export function readJsonLd(scripts: readonly string[]): ArticleData {
  const nodes: Node[] = []
  for (const script of scripts) gather(parse(script), nodes, 0)
  const article = nodes.find((node) => ARTICLE.test(typeOf(node))) ?? nodes.find((node) => text(node.datePublished))
  if (!article) return {}
  return {
    headline: text(article.headline) ?? text(article.name),
    datePublished: text(article.datePublished) ?? text(article.dateCreated),
    dateModified: text(article.dateModified),
    publisher: nameOf(article.publisher, nodes),
    author: nameOf(article.author, nodes),
    url: text(article.url) ?? text((article.mainEntityOfPage as Node | undefined)?.['@id']) ?? text(article.mainEntityOfPage),
  }
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script)
  } catch {
    return parseLoose(script)
  }
}

/** Line breaks inside strings and comment marks around the script are the common faults. */
function parseLoose(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*<!--|-->\s*$/gu, '').replace(/[\u0000-\u001f]+/gu, ' '))
  } catch {
    return undefined
  }
}

function gather(value: unknown, nodes: Node[], depth: number): void {
  if (depth > MOST_DEEP || nodes.length > MOST_NODES || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const one of value) gather(one, nodes, depth + 1)
    return
  }
  nodes.push(value as Node)
  for (const one of Object.values(value)) gather(one, nodes, depth + 1)
}

const typeOf = (node: Node): string => [node['@type']].flat().join(' ')
const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)

/** A name given as text, as an object, as a list, or by the '@id' of another object. */
function nameOf(value: unknown, nodes: readonly Node[]): string | undefined {
  if (Array.isArray(value))
    return (
      value
        .map((one) => nameOf(one, nodes))
        .filter(Boolean)
        .join('، ') || undefined
    )
  if (typeof value !== 'object' || value === null) return text(value)
  const node = value as Node
  const id = text(node['@id'])
  return text(node.name) ?? (id ? text(nodes.find((one) => one['@id'] === id && text(one.name))?.name) : undefined)
}
