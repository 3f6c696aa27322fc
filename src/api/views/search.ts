import { hitsOf } from '../../ledger/search.ts'
import type { Span } from '../../model.ts'
import type { Api } from '../context.ts'
import type { SearchPage } from '../shapes.ts'

/** Code units of text shown on either side of the first hit. */
const REACH = 80

/** Reports that hold all words, each with the line around the first of them; the words are looked up in the text that may be shown. */
export async function searchPage({ desk }: Api, query: { q: string; after?: string; limit: number }): Promise<SearchPage> {
  const { total, rows, next } = await desk.reports(query)
  const readings = await desk.readings(rows.map(({ key }) => key))
  return { total, next, rows: rows.map((report) => ({ report, snippet: snippet(readings.get(report.key)?.report.text ?? '', query.q) })) }
}

/** A stretch of text around the first hit, cut between words, and where the hits stand in it. */
function snippet(text: string, words: string): SearchPage['rows'][number]['snippet'] {
  const hits = hitsOf(text, words)
  const first = hits[0] ?? { start: 0, end: 0 }
  const start = text.lastIndexOf(' ', Math.max(0, first.start - REACH)) + 1
  const stop = text.indexOf(' ', Math.min(text.length, first.end + REACH))
  const end = stop < 0 ? text.length : stop
  const inside = hits.filter((hit) => hit.start >= start && hit.end <= end)
  return {
    // One letter for another: the places of the hits stay where they are.
    text: text.slice(start, end).replace(/\s/gu, ' '),
    hits: inside.map((hit): Span => ({ start: hit.start - start, end: hit.end - start })),
  }
}
