import { type Kysely, sql } from 'kysely'
import type { Reading, Span } from '../model.ts'
import type { OwnVeil } from './private/own.ts'
import type { Tables } from './schema.ts'
import { matchOf, type Scope, withLightForms, wordsApart } from './search.ts'

/** Sentences of one insert. */
const ROWS = 200

/** Puts sentences of a report into the index under numbers from `first` on. */
export async function putSentences(
  db: Kysely<Tables>,
  options: { reading: Reading; veil: OwnVeil; sentences: readonly Span[]; first: number },
): Promise<void> {
  const { reading, veil, sentences, first } = options
  const rows = sentences.map((span, i) => {
    const { words, hidden } = wordsApart(reading.report.text, veil.hidden, span)
    return sql`(${first + i}, ${withLightForms(words)}, ${withLightForms(hidden)})`
  })
  for (let i = 0; i < rows.length; i += ROWS)
    await sql`insert into sentences (rowid, words, hidden) values ${sql.join(rows.slice(i, i + ROWS))}`.execute(db)
}

/** Takes the sentences of a report's claims out; the claims must still be there. */
export const takeSentences = (db: Kysely<Tables>, acquisition: string): Promise<unknown> =>
  sql`delete from sentences where rowid in (select sentence from claims where acquisition = ${acquisition})`.execute(db)

/** Numbers of the sentences that hold every word asked for; null where nothing is asked for. */
export async function sentencesWith(db: Kysely<Tables>, words: string, scope: Scope): Promise<number[] | null> {
  const query = matchOf(words)
  if (query === '') return null
  const match = scope === 'all' ? query : `words : (${query})`
  const found = await sql<{ all: string }>`select json_group_array(rowid) as "all" from sentences where sentences match ${match}`.execute(
    db,
  )
  return JSON.parse(found.rows[0]!.all) as number[]
}
