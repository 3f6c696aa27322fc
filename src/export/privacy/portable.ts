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
 * @example portable(readings, links).readings[0]?.report.source // { path: 'a.txt', mediaType: 'text/plain' }
 */
export function portable(readings: readonly Reading[], links: readonly Link[]): Bundle {
  const cut = commonFolder(readings.flatMap(({ report }) => report.source.path ?? []))
  const names = new Map(readings.map((reading) => [pathOf(reading), pathOf(withoutLocal(reading, cut))]))
  const renamed = <T extends { path: string }>(end: T): T => ({ ...end, path: names.get(end.path) ?? end.path })
  return {
    readings: readings.map((reading) => withoutLocal(reading, cut)),
    links: links.map((link) => ({ ...link, a: renamed(link.a), b: renamed(link.b) }) as Link),
  }
}

/** Length of the folder name, separator included, that all paths begin with. */
function commonFolder(paths: readonly string[]): number {
  const folders = paths.map((path) => path.slice(0, path.search(/[^/\\]*$/u)))
  const shortest = folders.reduce((a, b) => (a.length <= b.length ? a : b), folders[0] ?? '')
  let length = 0
  for (let i = 0; i < shortest.length; i++) {
    if (folders.some((folder) => folder[i] !== shortest[i])) break
    if (shortest[i] === '/' || shortest[i] === '\\') length = i + 1
  }
  return length
}

function withoutLocal(reading: Reading, cut: number): Reading {
  const { path, url, mediaType } = reading.report.source
  const source = { ...(path === undefined ? {} : { path: path.slice(cut) }), ...(url === undefined ? {} : { url }), mediaType }
  return { ...reading, report: { ...reading.report, source } }
}
