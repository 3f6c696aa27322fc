import { pathOf } from '../../link/key.ts'
import type { Link, Reading } from '../../model.ts'

/** Readings and links as they may leave the machine. */
export interface Bundle {
  readings: Reading[]
  links: Link[]
}

/**
 * Takes off what is of this machine and this day: the folder that all files lie in, and the time of retrieval.
 * The same reports give the same bundle wherever and whenever they were read.
 *
 * @param cut length of the folder name to take off every path: that of a whole ledger, where only some of its reports are at hand.
 * @example portable(readings, links).readings[0]?.report.source // { path: 'a.txt', mediaType: 'text/plain' }
 */
export function portable(
  readings: readonly Reading[],
  links: readonly Link[],
  cut = commonFolder(readings.flatMap(({ report }) => report.source.path ?? [])).length,
): Bundle {
  const names = new Map(readings.map((reading) => [pathOf(reading), pathOf(withoutLocal(reading, cut))]))
  const renamed = <T extends { path: string }>(end: T): T => ({ ...end, path: names.get(end.path) ?? end.path })
  return {
    readings: readings.map((reading) => withoutLocal(reading, cut)),
    links: links.map((link) => ({ ...link, a: renamed(link.a), b: renamed(link.b) }) as Link),
  }
}

/** The folder, with its last separator, that all paths lie in. @example commonFolder(['a/b/c.txt', 'a/b/d/e.txt']) // 'a/b/' */
export const commonFolder = (paths: readonly string[]): string => paths.map(folderOf).reduce(sharedFolder, folderOf(paths[0] ?? ''))

/** The folder of a path, with its last separator. */
export const folderOf = (path: string): string => path.slice(0, path.search(/[^/\\]*$/u))

/** The folder that two folders lie in. */
export function sharedFolder(a: string, b: string): string {
  let length = 0
  for (let i = 0; i < a.length && a[i] === b[i]; i++) if (a[i] === '/' || a[i] === '\\') length = i + 1
  return a.slice(0, length)
}

function withoutLocal(reading: Reading, cut: number): Reading {
  const { path, url, mediaType } = reading.report.source
  const source = { ...(path === undefined ? {} : { path: path.slice(cut) }), ...(url === undefined ? {} : { url }), mediaType }
  return { ...reading, report: { ...reading.report, source } }
}
