import type { Kysely } from 'kysely'
import type { Reading } from '../model.ts'
import { keepBytes } from './bytes.ts'
import { linkReport, unlinkReport } from './links.ts'
import { putDerived, takeDerived } from './put.ts'
import { acquisitionRow, type Kept, readingRow } from './rows.ts'
import type { Tables } from './schema.ts'

/** Adds a report: its bytes first, then in one transaction its reading and all that is derived from it. */
export async function addReport(db: Kysely<Tables>, dir: string, acquired: Kept, reading: Reading): Promise<'added' | 'known' | 'reread'> {
  const digest = await keepBytes(dir, acquired.bytes)
  return db.transaction().execute(async (tx) => {
    const fresh = await tx
      .insertInto('acquisitions')
      .values(acquisitionRow(acquired, reading, digest))
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    const row = readingRow(reading)
    const kept = await tx
      .insertInto('readings')
      .values({ ...row, current: 0 })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows === 0n) return 'known'
    await putInForce(tx, row.acquisition)
    return fresh.numInsertedOrUpdatedRows === 0n ? 'reread' : 'added'
  })
}

/** Puts the best reading of a report in force and derives from it what is derived. */
async function putInForce(tx: Kysely<Tables>, acquisition: string): Promise<void> {
  const versions = await tx
    .selectFrom('readings')
    .select(['rules', 'given', 'digest', 'current'])
    .where('acquisition', '=', acquisition)
    .execute()
  const best = versions.toSorted(byForce)[0]!
  if (best.current === 1) return
  await tx.updateTable('readings').set({ current: 0 }).where('acquisition', '=', acquisition).execute()
  await tx.updateTable('readings').set({ current: 1 }).where('acquisition', '=', acquisition).where('digest', '=', best.digest).execute()
  if (versions.length > 1) {
    await takeDerived(tx, acquisition)
    await unlinkReport(tx, acquisition)
  }
  const { json } = await tx
    .selectFrom('readings')
    .select('json')
    .where('acquisition', '=', acquisition)
    .where('current', '=', 1)
    .executeTakeFirstOrThrow()
  const reading = JSON.parse(json) as Reading
  await putDerived(tx, acquisition, reading)
  await linkReport(tx, acquisition, reading)
}

/** What decides which reading of a report is in force. */
export type Version = { rules: string; given: number; digest: string }
/** Newer rules first, then a publication date that was given, then the digest: the same order whatever came first. */
export const byForce = (a: Version, b: Version): number =>
  b.rules.localeCompare(a.rules, 'en', { numeric: true }) || b.given - a.given || (a.digest < b.digest ? -1 : 1)
