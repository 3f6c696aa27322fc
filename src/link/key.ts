import { createHash } from 'node:crypto'
import type { Reading, Report } from '../model.ts'

/** What names the source of a report: its address where known, else its path. */
export const sourceOf = (report: Pick<Report, 'source'>): string => report.source.url ?? report.source.path ?? ''

/**
 * The key of a report between reports: source identity and bytes, never the time of retrieval.
 * Two outlets' identical text has two keys; the same file fetched twice has one.
 */
export const reportKey = (reading: { report: Pick<Report, 'id' | 'source'> }): string =>
  createHash('sha256')
    .update(JSON.stringify([sourceOf(reading.report), reading.report.id]))
    .digest('hex')

/** The name under which a link shows a report: its path, else its address, else its id. */
export const pathOf = (reading: Pick<Reading, 'report'>): string =>
  reading.report.source.path ?? reading.report.source.url ?? reading.report.id
