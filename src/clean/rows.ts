import type { Line, Page } from './page.ts'
import { longestOf, type Role, termOf } from './words.ts'

/*
 * Lines of names between marks: 'شبكة … | أخبار محلية | 120 مشاهدة', 'العالم العربي, ليبيا', and the outlet's name over the title.
 */

/** Most words of an outlet's name, and of one item of a row. */
const MOST = { masthead: 5, item: 5, row: 16 }
const BARS = new Set(['|', '›', '»', '>', '•', '·', '‹'])
const JOINS = new Set([...BARS, '/', '-', '–', '—', ',', '،', '\\'])

/**
 * Whether a line is an outlet's name: 'وكالة … للأنباء', 'شبكة … الإخبارية', '… نيوز'.
 *
 * @example isMasthead(page, page.lines[0]!)
 */
export function isMasthead(page: Page, line: Line): boolean {
  if (line.words < 2 || line.words > MOST.masthead || line.last - line.first + 1 !== line.words) return false
  const ends = termEndingAt(page, line, 'outlet-shape')
  const opens = termOf(page.terms, line.first, 'outlet-shape', line.last)
  if (opens) return ends || line.words - (opens.last - opens.first + 1) <= 2
  return ends
}

const termEndingAt = (page: Page, line: Line, role: Role): boolean => {
  for (let at = line.last; at > Math.max(line.first, line.last - 3); at--)
    if (termOf(page.terms, at, role, line.last)?.last === line.last) return true
  return false
}

interface Item {
  first: number
  last: number
}

/**
 * Whether a line is a row of short items between marks. Over the title each item must be known (a section, a place, an outlet …);
 * elsewhere in a header or footer one of them will do.
 *
 * @example isRow(page, line, 'head')
 */
export function isRow(page: Page, line: Line, zone: 'top' | 'head' | 'tail'): boolean {
  if (line.ends || line.words > MOST.row) return false
  const bars = hasBar(page, line)
  if (!bars && zone !== 'top') return false
  const items = itemsOf(page, line, bars && zone !== 'top' ? BARS : JOINS)
  if (items.length < 2 || items.some((one) => one.last - one.first >= MOST.item)) return false
  const known = items.filter((one) => isKnown(page, one)).length
  if (zone === 'top') return known === items.length
  return known > 0
}

function hasBar(page: Page, line: Line): boolean {
  let bar = false
  for (let at = line.first; at <= line.last; at++) {
    const { form } = page.tokens[at]!
    if (form === '«') return false // a quotation
    bar ||= BARS.has(form)
  }
  return bar
}

function itemsOf(page: Page, line: Line, marks: ReadonlySet<string>): Item[] {
  const items: Item[] = []
  let first = line.first
  for (let at = line.first; at <= line.last + 1; at++) {
    if (at <= line.last && !marks.has(page.tokens[at]!.form)) continue
    if (at > first) items.push({ first, last: at - 1 })
    first = at + 1
  }
  return items
}

const NAMES: readonly Role[] = ['section', 'place', 'outlet', 'agency', 'agencies', 'source', 'byline', 'label', 'weekday']
const SIGNS: readonly Role[] = ['counter', 'share', 'button', 'outlet-shape', 'tags']

/** A section's, place's or outlet's name, a number of views, or something with a word of headers in it. */
function isKnown(page: Page, item: Item): boolean {
  if (longestOf(page.terms, item.first, NAMES, item.last)?.last === item.last) return true
  if (termOf(page.terms, item.first, 'section', item.last) && item.last - item.first <= 2) return true
  let words = 0
  for (let at = item.first; at <= item.last; at++) {
    if (longestOf(page.terms, at, SIGNS, item.last)) return true
    if (page.tokens[at]!.kind !== 'number' && page.tokens[at]!.kind !== 'punct') words++
  }
  return words === 0
}
