import type { Kysely } from 'kysely'
import { type LinkIndex, linkNew, orderOf, type Posting, type Profile, profileOf } from '../link/index.ts'
import type { Link, Reading } from '../model.ts'
import type { LinkRow, Tables } from './schema.ts'

/** Keys of one statement: SQLite takes 32,766 parameters. */
const KEYS = 8_000

/** Prepared reports kept in memory, so that a story's reports are not prepared again and again. */
const KEPT = 400
const kept = new Map<string, Profile>()

/** Links a report that has just come in with those that are there. */
export async function linkReport(tx: Kysely<Tables>, acquisition: string, reading: Reading): Promise<void> {
  const report = await numberOf(tx, acquisition)
  const profile = profileOf(reading)
  await tx
    .insertInto('standings')
    .values({ report, outlet: profile.outlet, story: profile.story })
    .onConflict((c) => c.column('report').doUpdateSet({ outlet: profile.outlet, story: profile.story }))
    .execute()
  await linkNew(report, profile, ledgerIndex(tx))
}

/** Takes a report's links and keys away, when a newer reading replaces the old one. What has become boilerplate stays so. */
export async function unlinkReport(tx: Kysely<Tables>, acquisition: string): Promise<void> {
  const report = await numberOf(tx, acquisition)
  await tx.deleteFrom('sketches').where('report', '=', report).execute()
  await ledgerIndex(tx).unlink(report)
}

const numberOf = async (tx: Kysely<Tables>, acquisition: string): Promise<number> =>
  (await tx.selectFrom('acquisitions').select('number').where('id', '=', acquisition).executeTakeFirstOrThrow()).number

function* chunksOf<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size)
}

/** The linker's index, kept in the tables of a ledger. */
function ledgerIndex(tx: Kysely<Tables>): LinkIndex {
  return {
    find: (keys) => findPostings(tx, keys),
    meet: (keys, times) => findReports(tx, keys, times),
    put: async (report, keys) => {
      for (const some of chunksOf([...new Set(keys)], KEYS)) {
        await tx
          .insertInto('sketches')
          .values(some.map((key) => ({ key, report })))
          .onConflict((c) => c.doNothing())
          .execute()
      }
    },
    take: async (report, keys) => {
      for (const some of chunksOf(keys, KEYS))
        await tx.deleteFrom('sketches').where('report', '=', report).where('key', 'in', some).execute()
    },
    common: (keys) => findCommon(tx, keys),
    addCommon: async (keys) => {
      for (const key of keys)
        await tx
          .insertInto('commons')
          .values({ key })
          .onConflict((c) => c.doNothing())
          .execute()
    },
    profiles: (reports) => loadProfiles(tx, reports),
    unlink: async (report) => {
      await tx
        .deleteFrom('links')
        .where((e) => e.or([e('a', '=', report), e('b', '=', report)]))
        .execute()
    },
    link: (a, b, links) => insertLinks(tx, a, b, links),
  }
}

async function findPostings(tx: Kysely<Tables>, keys: readonly number[]): Promise<Posting[]> {
  const found: Posting[] = []
  for (const some of chunksOf(keys, KEYS)) {
    found.push(
      ...(await tx
        .selectFrom('sketches')
        .innerJoin('standings', 'standings.report', 'sketches.report')
        .select(['key', 'sketches.report', 'outlet', 'story'])
        .where('key', 'in', some)
        .execute()),
    )
  }
  return found
}

/** Reports under at least so many of the keys; counted by the database, for the keys of one report fit in one statement. */
async function findReports(tx: Kysely<Tables>, keys: readonly number[], times: number): Promise<number[]> {
  const found = new Map<number, number>()
  for (const some of chunksOf(keys, KEYS)) {
    const rows = await tx
      .selectFrom('sketches')
      .select(['report', ({ fn }) => fn.countAll<number>().as('count')])
      .where('key', 'in', some)
      .groupBy('report')
      .execute()
    for (const { report, count } of rows) found.set(report, (found.get(report) ?? 0) + count)
  }
  return [...found.keys()].filter((report) => found.get(report)! >= times)
}

async function findCommon(tx: Kysely<Tables>, keys: readonly number[]): Promise<Set<number>> {
  const found = new Set<number>()
  for (const some of chunksOf(keys, KEYS)) {
    for (const { key } of await tx.selectFrom('commons').select('key').where('key', 'in', some).execute()) found.add(key)
  }
  return found
}

async function loadProfiles(tx: Kysely<Tables>, reports: readonly number[]): Promise<Map<number, Profile>> {
  const profiles = new Map<number, Profile>()
  for (const some of chunksOf(reports, KEYS)) {
    const rows = await tx
      .selectFrom('acquisitions')
      .innerJoin('readings', (j) => j.onRef('readings.acquisition', '=', 'acquisitions.id').on('readings.current', '=', 1))
      .select(['number', 'id', 'digest'])
      .where('number', 'in', some)
      .execute()
    for (const { number, id, digest } of rows) profiles.set(number, await profileFor(tx, id, digest))
  }
  return profiles
}

/** A profile depends on the reading alone, so it is kept under the reading's digest. */
async function profileFor(tx: Kysely<Tables>, acquisition: string, digest: string): Promise<Profile> {
  const name = `${acquisition} ${digest}`
  const known = kept.get(name)
  if (known) kept.delete(name)
  const profile = known ?? profileOf(await readingOf(tx, acquisition, digest))
  kept.set(name, profile)
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
  return profile
}

async function readingOf(tx: Kysely<Tables>, acquisition: string, digest: string): Promise<Reading> {
  const row = await tx
    .selectFrom('readings')
    .select('json')
    .where('acquisition', '=', acquisition)
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow()
  return JSON.parse(row.json) as Reading
}

/** Rows of one insert of links. */
const LINKS = 2_000

async function insertLinks(tx: Kysely<Tables>, a: number, b: number, links: readonly Link[]): Promise<void> {
  const keys = await tx.selectFrom('acquisitions').select(['number', 'id', 'path']).where('number', 'in', [a, b]).orderBy('id').execute()
  const ends = keys.map((one) => one.id).join(' ')
  const pathA = keys.find((one) => one.number === a)!.path
  const rows = links.map((link, i) => {
    const json = JSON.stringify(link)
    return { id: `${orderOf(link)}\n${ends} ${i}`, kind: link.kind, a, b, ...columnsOf(link, pathA), json }
  })
  for (const some of chunksOf(rows, LINKS)) await tx.insertInto('links').values(some).execute()
}

/** What a link says, for those who ask without reading it whole. */
function columnsOf(link: Link, pathA: string): Pick<LinkRow, 'verdict' | 'independent' | 'a_start' | 'b_start'> {
  if (link.kind === 'copy') return { verdict: link.relation, independent: null, a_start: null, b_start: null }
  const [one, other] = link.a.path === pathA ? [link.a, link.b] : [link.b, link.a]
  return { verdict: link.verdict, independent: String(link.independent), a_start: one.start, b_start: other.start }
}
