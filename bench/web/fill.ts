import { mkdirSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { openDatabase } from '../../src/ledger/database.ts'
import { putDerived } from '../../src/ledger/put.ts'
import { acquisitionRow, readingRow } from '../../src/ledger/rows.ts'
import type { Tables } from '../../src/ledger/schema.ts'
import { linkReadings, orderOf, pathOf, reportKey } from '../../src/link/index.ts'
import type { Link, Reading } from '../../src/model.ts'
import { storyOf } from './generate.ts'

/** Stories written in one transaction. */
const STORIES = 200

/**
 * Fills a ledger with invented reports until it holds so many claims. Rows are written as an ingest writes them, in larger transactions;
 * a story's reports are linked among themselves. Returns how many reports and claims there are.
 */
export async function fillLedger(
  dir: string,
  options: { claims: number; seed: number; told?: (claims: number) => void },
): Promise<{ reports: number; claims: number }> {
  mkdirSync(dir, { recursive: true })
  const db = await openDatabase({ dir, create: true })
  const done = { reports: 0, claims: 0 }
  for (let story = 0; done.claims < options.claims; ) {
    await db.transaction().execute(async (tx) => {
      for (let i = 0; i < STORIES && done.claims < options.claims; i++) await putStory(tx, storyOf(options.seed, story++), done)
    })
    options.told?.(done.claims)
  }
  await db.destroy()
  return done
}

async function putStory(tx: Kysely<Tables>, readings: readonly Reading[], done: { reports: number; claims: number }): Promise<void> {
  const numbers = new Map<string, number>()
  for (const reading of readings) {
    const { id, source } = reading.report
    const row = acquisitionRow({ id, source, bytes: new Uint8Array() }, reading, '0'.repeat(64))
    await tx.insertInto('acquisitions').values(row).execute()
    await tx
      .insertInto('readings')
      .values({ ...readingRow(reading), current: 1 })
      .execute()
    await putDerived(tx, reportKey(reading), reading)
    numbers.set(pathOf(reading), ++done.reports)
    done.claims += reading.claims.length
  }
  const rows = linkReadings(readings).map((link, i) => linkRow(link, i, numbers))
  if (rows.length > 0) await tx.insertInto('links').values(rows).execute()
}

function linkRow(link: Link, i: number, numbers: ReadonlyMap<string, number>) {
  const [a, b] = [numbers.get(link.a.path)!, numbers.get(link.b.path)!]
  const shared = { id: `${orderOf(link)}\n${a} ${b} ${i}`, kind: link.kind, a, b, json: JSON.stringify(link) }
  if (link.kind === 'copy') return { ...shared, verdict: link.relation, independent: null, a_start: null, b_start: null }
  return { ...shared, verdict: link.verdict, independent: String(link.independent), a_start: link.a.start, b_start: link.b.start }
}
