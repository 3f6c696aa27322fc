import { type Kysely, sql } from 'kysely'
import type { Link, Reading } from '../model.ts'
import type { Run } from './queries.ts'
import type { CardRow, ClaimRow, HandfulRow, LinkRow, PersonRow, PlaceRow, Tables } from './schema.ts'
import { reportsWith, type Scope } from './search.ts'
import { sentencesWith } from './sentence-index.ts'

/** How far a ledger has come: what was read up to these numbers need not be read again. */
export interface Marks {
  card: number
  link: number
  unlinked: number
  reviews: number
}

/** A card with the key and path of its report. */
export type FeedCard = { [K in keyof CardRow]: K extends 'number' ? number : CardRow[K] } & { id: string; path: string }
/** A claim's row with the number of its card. */
export type FeedClaim = Omit<ClaimRow, 'acquisition' | 'figure' | 'origin' | 'origin_name' | 'end' | 'place_name'> & {
  card: number
  figure: number
}
/** A link without its words. `row` is its number, which a later link may get after it is taken away. */
export type FeedLink = Pick<LinkRow, 'kind' | 'a' | 'b' | 'verdict' | 'independent' | 'a_start' | 'b_start'> & { row: number }

/**
 * What a desk reads of a ledger to hold it in memory and to keep up with it. Numbers ascend as reports come; they depend on the order
 * of ingest and must not leave the desk.
 */
export interface Feed {
  marks(): Promise<Marks>
  /** The next cards after a number, up to `to`, a thousand at most. */
  cards(after: number, to: number): Promise<FeedCard[]>
  /** Claims of the cards from one number to another, in order of card and place in the reading. */
  claims(from: number, to: number): Promise<FeedClaim[]>
  people(from: number, to: number): Promise<PersonRow[]>
  handfuls(from: number, to: number): Promise<HandfulRow[]>
  /** The next links after a number, up to `to`, twenty thousand at most. */
  links(after: number, to: number): Promise<FeedLink[]>
  /** Numbers of the links that were taken away after a mark, up to another. */
  unlinked(after: number, to: number): Promise<number[]>
  places(): Promise<PlaceRow[]>
  /** Readings in force by key. */
  readings(keys: readonly string[]): Promise<Map<string, Reading>>
  /** All links that touch reports, named by number. */
  linksOf(reports: readonly number[]): Promise<{ a: number; b: number; link: Link }[]>
  /** Numbers of the sentences of claims, and of the reports, that hold every word asked for; null where nothing is asked for. */
  sentences(words: string, scope: Scope): Promise<number[] | null>
  reports(words: string, scope: Scope): Promise<number[] | null>
}

const CARDS = 1_000
const LINKS = 20_000
/** Keys of one statement. */
const KEYS = 500

/** The feed of a ledger's database. */
export const feedOf = (db: Kysely<Tables>, run: Run): Feed => ({
  marks: () => run('looking for news', () => marksOf(db)),
  cards: (after, to) => run('reading cards', () => cardsOf(db, after, to)),
  claims: (from, to) => run('reading claims', () => claimsOf(db, from, to)),
  people: (from, to) => run('reading names', () => ofCards(db, 'people', from, to)),
  handfuls: (from, to) => run('reading counts', () => ofCards(db, 'handfuls', from, to)),
  links: (after, to) => run('reading links', () => linksAfter(db, after, to)),
  unlinked: (after, to) => run('reading links', () => unlinkedAfter(db, after, to)),
  places: () => run('reading places', () => db.selectFrom('places').selectAll().execute()),
  readings: (keys) => run('reading reports', () => readingsBy(db, keys)),
  linksOf: (reports) => run('reading links', () => linksTouching(db, reports)),
  sentences: (words, scope) => run('searching claims', () => sentencesWith(db, words, scope)),
  reports: (words, scope) => run('searching reports', () => reportsWith(db, words, scope)),
})

async function marksOf(db: Kysely<Tables>): Promise<Marks> {
  const found = await sql<Marks>`select
    coalesce((select max(number) from cards), 0) as card,
    coalesce((select max(rowid) from links), 0) as link,
    coalesce((select max(number) from unlinked), 0) as unlinked,
    (select count(*) from reviews) as reviews`.execute(db)
  return { ...found.rows[0]! }
}

const cardsOf = (db: Kysely<Tables>, after: number, to: number): Promise<FeedCard[]> =>
  db
    .selectFrom('cards')
    .innerJoin('acquisitions', 'acquisitions.number', 'cards.report')
    .selectAll('cards')
    .select(['acquisitions.id', 'acquisitions.path'])
    .where('cards.number', '>', after)
    .where('cards.number', '<=', to)
    .orderBy('cards.number')
    .limit(CARDS)
    .execute()

const CLAIM_COLUMNS = [
  ...(['number', 'claim', 'type', 'modality', 'min', 'max', 'modifier', 'unit', 'population', 'place', 'edtf', 'first_day'] as const),
  ...(['last_day', 'start', 'sentence', 'sex', 'age', 'nationality', 'headline', 'voice', 'source', 'actors', 'custody'] as const),
]

const claimsOf = (db: Kysely<Tables>, from: number, to: number): Promise<FeedClaim[]> =>
  db
    .selectFrom('cards')
    .innerJoin('acquisitions', 'acquisitions.number', 'cards.report')
    .innerJoin('claims', 'claims.acquisition', 'acquisitions.id')
    .select(CLAIM_COLUMNS.map((column) => `claims.${column}` as const))
    .select(['cards.number as card', sql<number>`claims.figure is not null`.as('figure')])
    .where('cards.number', '>=', from)
    .where('cards.number', '<=', to)
    .orderBy('cards.number')
    .orderBy('claims.number')
    .execute()

const ofCards = <T extends 'people' | 'handfuls'>(db: Kysely<Tables>, table: T, from: number, to: number): Promise<Tables[T][]> =>
  sql<Tables[T]>`select t.* from cards join ${sql.table(table)} t on t.report = cards.report
    where cards.number >= ${from} and cards.number <= ${to}`
    .execute(db)
    .then((found) => found.rows)

const linksAfter = (db: Kysely<Tables>, after: number, to: number): Promise<FeedLink[]> =>
  sql<FeedLink>`select rowid as "row", kind, a, b, verdict, independent, a_start, b_start from links
    where rowid > ${after} and rowid <= ${to} order by rowid limit ${LINKS}`
    .execute(db)
    .then((found) => found.rows)

async function unlinkedAfter(db: Kysely<Tables>, after: number, to: number): Promise<number[]> {
  const rows = await db.selectFrom('unlinked').select('link').where('number', '>', after).where('number', '<=', to).execute()
  return rows.map((row) => row.link)
}

async function readingsBy(db: Kysely<Tables>, keys: readonly string[]): Promise<Map<string, Reading>> {
  const found = new Map<string, Reading>()
  for (let i = 0; i < keys.length; i += KEYS) {
    const some = keys.slice(i, i + KEYS)
    const rows = await db
      .selectFrom('readings')
      .select(['acquisition', 'json'])
      .where('acquisition', 'in', some)
      .where('current', '=', 1)
      .execute()
    for (const row of rows) found.set(row.acquisition, JSON.parse(row.json) as Reading)
  }
  return found
}

/** Two look-ups by index: a condition on either column would read the whole table. */
async function linksTouching(db: Kysely<Tables>, reports: readonly number[]): Promise<{ a: number; b: number; link: Link }[]> {
  const found = new Map<string, { a: number; b: number; link: Link }>()
  for (let i = 0; i < reports.length; i += KEYS) {
    const some = reports.slice(i, i + KEYS)
    for (const end of ['a', 'b'] as const) {
      const rows = await db.selectFrom('links').select(['id', 'a', 'b', 'json']).where(end, 'in', some).execute()
      for (const { id, a, b, json } of rows) found.set(id, { a, b, link: JSON.parse(json) as Link })
    }
  }
  return [...found].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, one]) => one)
}
