import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadClusters, readingsOf } from '../../corpus/links/load.ts'
import type { Reading } from '../model.ts'
import { openDatabase } from './database.ts'
import { collect, type Ledger, openLedger } from './index.ts'
import { acquisitionRow, readingRow } from './rows.ts'
import type { Tables } from './schema.ts'

/** The schema of the first ledgers. */
const FIRST = 5

let root = ''
let fresh: Ledger
const readings = loadClusters().slice(0, 4).flatMap(readingsOf)

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'isnad-migrate-'))
  fresh = await openLedger({ dir: join(root, 'fresh') })
  for (const reading of readings) await fresh.add(bytesOf(reading), reading)
})
afterAll(async () => {
  await fresh.close()
  rmSync(root, { recursive: true, force: true })
})

const bytesOf = ({ report }: Reading) => ({ id: report.id, source: report.source, bytes: new TextEncoder().encode(report.text) })

/** A ledger as the first version wrote it: reports, readings and links, with what it derived left to be derived again. */
async function oldLedger(dir: string): Promise<void> {
  const db = await openDatabase({ dir, create: true, through: FIRST })
  const numbers = new Map<string, number>()
  for (const reading of readings) {
    const row = acquisitionRow(bytesOf(reading), reading, '0'.repeat(64))
    await db.insertInto('acquisitions').values(row).execute()
    await db
      .insertInto('readings')
      .values({ ...readingRow(reading), current: 1 })
      .execute()
    numbers.set(row.path, numbers.size + 1)
  }
  // Either end of a link may come first in its row.
  for (const [i, link] of (await collect(fresh.links())).entries()) {
    const ends = [numbers.get(link.a.path)!, numbers.get(link.b.path)!]
    const [a, b] = i % 2 === 0 ? ends : ends.toReversed()
    await sql`insert into links (id, kind, a, b, json) values (${String(i)}, ${link.kind}, ${a}, ${b}, ${JSON.stringify(link)})`.execute(db)
  }
  await db.destroy()
}

/** Everything a desk would read of a ledger, numbers that depend on the order of ingest left out. */
async function told(ledger: Ledger): Promise<unknown> {
  const { feed } = ledger
  const { card, link } = await feed.marks()
  const cards = await feed.cards(0, card)
  const pathOf = new Map(cards.map((one) => [one.report, one.path]))
  const ends = (one: Awaited<ReturnType<typeof feed.links>>[number]) =>
    [
      [pathOf.get(one.a), one.a_start],
      [pathOf.get(one.b), one.b_start],
    ].sort()
  return {
    cards: cards.map(({ number: _, report: __, sentences: ___, ...rest }) => rest),
    claims: (await feed.claims(0, card)).map(({ card: _, sentence: __, ...rest }) => rest),
    people: (await feed.people(0, card)).map(({ words, fullest }) => `${words} ${fullest}`).sort(),
    handfuls: (await feed.handfuls(0, card)).map(({ report, start, telling }) => `${pathOf.get(report)} ${start} ${telling}`).sort(),
    places: (await feed.places()).map(({ id, json }) => `${id} ${json}`).sort(),
    links: (await feed.links(0, link)).map((one) => JSON.stringify([one.kind, one.verdict, one.independent, ends(one)])).sort(),
    found: ((await feed.reports('قتل', 'public')) ?? []).sort(),
    sentences: (await feed.sentences('قتل', 'public'))?.length,
    claimed: await ledger.claims(),
  }
}

describe('a ledger of an earlier version', () => {
  test('comes out as if it had been written by this one', async () => {
    const dir = join(root, 'old')
    await oldLedger(dir)
    const ledger = await openLedger({ dir })
    const [found, wanted] = [await told(ledger), await told(fresh)]
    expect(found).toEqual(wanted)
    expect((wanted as { links: string[] }).links.length).toBeGreaterThan(5)
    await ledger.close()
  })

  test('is brought along once', async () => {
    const dir = join(root, 'old')
    const numbers = async (db: Kysely<Tables>) => (await db.selectFrom('schema_migrations').selectAll().execute()).map((one) => one.number)
    const db = await openDatabase({ dir, create: false })
    const steps = await numbers(db)
    expect(steps).toEqual(steps.map((_, i) => i + 1))
    const before = await db.selectFrom('cards').select('number').execute()
    const keyed = await db.selectFrom('sketches').select('report').distinct().execute()
    expect(keyed).toHaveLength(readings.length) // new reports are to meet the old ones
    await db.destroy()
    const again = await openDatabase({ dir, create: false })
    expect(await again.selectFrom('cards').select('number').execute()).toEqual(before)
    await again.destroy()
  })
})
