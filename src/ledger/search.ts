import { type Kysely, sql } from 'kysely'
import type { Reading, Span } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { type Token, tokenize } from '../text/tokens.ts'
import { nameKey } from './private/cues.ts'
import type { OwnVeil } from './private/own.ts'
import type { Tables } from './schema.ts'

/** Shortest word, in letters, that may be left when a proclitic is taken off. */
const SHORTEST_STEM = 3

/** Proclitics in the order in which they stand before a word: conjunction, preposition, article. */
const PROCLITICS = [['و', 'ف'], ['ب', 'ل', 'ك'], ['ال']]

/**
 * The forms a folded word may be found by besides itself: without 'and', without a preposition, without the article,
 * without the alef of the accusative.
 *
 * @example lightForms('بالسجن') // ['السجن', 'سجن']
 * @example lightForms('محتجزا') // ['محتجز']
 */
export function lightForms(form: string): string[] {
  const found: string[] = []
  let rest = [form]
  for (const layer of PROCLITICS) {
    const cut = rest.flatMap((one) => layer.map((proclitic) => strip(one, proclitic)).filter((left) => left !== null))
    rest = [...rest, ...cut]
    found.push(...cut)
  }
  return [...new Set([...found, ...rest.map(withoutAccusative).filter((left) => left !== null)])]
}

/** 'محتجزا': once its marks are folded away, the ending stands as a bare alef. */
const withoutAccusative = (form: string): string | null => (form.endsWith('ا') && form.length > SHORTEST_STEM ? form.slice(0, -1) : null)

function strip(form: string, proclitic: string): string | null {
  // 'للسجن': the article loses its alef after the preposition.
  const left = proclitic === 'ل' && form.startsWith('لل') ? `ا${form.slice(1)}` : form.slice(proclitic.length)
  return form.startsWith(proclitic) && left.length >= SHORTEST_STEM ? left : null
}

const wordsOf = (text: string): Token[] => tokenize(text).filter((token) => token.kind !== 'punct')

/** Folded words of a stretch of a text, those that stand in hidden spans apart. `hidden` is in order, none over another. */
export function wordsApart(text: string, hidden: readonly Span[], { start, end }: Span): { words: string[]; hidden: string[] } {
  const found = { words: [] as string[], hidden: [] as string[] }
  let at = hidden.findIndex((span) => span.end > start)
  for (const token of tokenize(text, start, end)) {
    if (token.kind === 'punct') continue
    while (at >= 0 && at < hidden.length && hidden[at]!.end <= token.start) at++
    const span = hidden[at]
    found[span && overlaps(span, token) ? 'hidden' : 'words'].push(token.form)
  }
  return found
}

/** Words with the forms they may be found by besides, as one text of an index. */
export const withLightForms = (forms: readonly string[]): string =>
  [...new Set(forms.flatMap((form) => [form, ...lightForms(form)]))].join(' ')

/** What is indexed of a report, under which number. */
export interface Indexed {
  report: number
  acquisition: string
  reading: Reading
  veil: OwnVeil
}

/** Adds a report's title, outlet and text to the index; what is private in them is kept apart. */
export async function indexReport(db: Kysely<Tables>, { report, acquisition, reading, veil }: Indexed): Promise<void> {
  const { title, outlet, text } = reading.report
  const apart = wordsApart(text, veil.hidden, { start: 0, end: text.length })
  const names = new Set(veil.people.flatMap((person) => person.words))
  const heads = [title ?? '', outlet?.name ?? ''].flatMap((line) => wordsOf(line).map((token) => token.form))
  const words = [...heads.filter((form) => !names.has(nameKey(form))), ...apart.words]
  const hidden = [...heads.filter((form) => names.has(nameKey(form))), ...apart.hidden]
  await sql`insert into search (rowid, acquisition, words, light, hidden)
    values (${report}, ${acquisition}, ${words.join(' ')}, ${words.flatMap(lightForms).join(' ')}, ${withLightForms(hidden)})`.execute(db)
}

/** Takes a report out of the index, when a newer reading replaces the old one. */
export const unindexReport = (db: Kysely<Tables>, report: number): Promise<unknown> =>
  sql`delete from search where rowid = ${report}`.execute(db)

/** Which words a search looks at: all, or those that are not withheld. */
export type Scope = 'all' | 'public'

/** Numbers of all reports that hold every word asked for, in no order; null where nothing is asked for. */
export async function reportsWith(db: Kysely<Tables>, words: string, scope: Scope): Promise<number[] | null> {
  const query = matchOf(words)
  if (query === '') return null
  const match = scope === 'all' ? query : `{words light} : (${query})`
  const found = await sql<{ all: string }>`select json_group_array(rowid) as "all" from search where search match ${match}`.execute(db)
  return JSON.parse(found.rows[0]!.all) as number[]
}

/** Reports that hold every word asked for, best first (BM25), equals in order of their key. */
export async function findReports(db: Kysely<Tables>, words: string, limit: number): Promise<{ acquisition: string; score: number }[]> {
  const query = matchOf(words)
  if (query === '') return []
  const found = await sql<{ acquisition: string; score: number }>`
    select acquisition, -bm25(search) as score from search where search match ${query}
    order by round(bm25(search), 6), acquisition limit ${limit}`.execute(db)
  return found.rows
}

/** A query of SQLite's full-text search: every word, in any of its forms; empty where there is none. */
export const matchOf = (words: string): string =>
  wordsOf(words)
    .map(({ form }) => `(${[form, ...lightForms(form)].map((one) => `"${one}"`).join(' OR ')})`)
    .join(' AND ')

/** Where the words asked for stand in a text. Spans are UTF-16 offsets into `text`. */
export function hitsOf(text: string, words: string): Span[] {
  const wanted = new Set(wordsOf(words).flatMap(({ form }) => [form, ...lightForms(form)]))
  return wordsOf(text)
    .filter(({ form }) => wanted.has(form) || lightForms(form).some((one) => wanted.has(one)))
    .map(({ start, end }) => ({ start, end }))
}

/** Code units of text shown on either side of the first hit. */
const SNIPPET_REACH = 80

/** The text around the first hit, cut at white space, on one line. */
export function snippetOf(text: string, hit: Span | undefined): string {
  const at = hit ?? { start: 0, end: 0 }
  const start = text.lastIndexOf(' ', Math.max(0, at.start - SNIPPET_REACH)) + 1
  const stop = text.indexOf(' ', at.end + SNIPPET_REACH)
  return text
    .slice(start, stop < 0 ? text.length : stop)
    .replace(/\s+/gu, ' ')
    .trim()
}
