import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A path to read, or one that is passed over and why. */
export type Found = { path: string } | { path: string; skipped: string } | { path: string; failed: unknown }

/** File names that may hold a report; files without an extension are looked into. */
const REPORT_TYPES = new Set(['.txt', '.text', '.html', '.htm', '.xhtml', '.shtml', ''])

/**
 * Walks a file or a folder, in the order of the names' code units. Hidden files, other types and folders already seen (a link
 * back up) are passed over with a reason; what cannot be read is told, and the walk goes on.
 *
 * @example for await (const found of walk('reports')) console.log(found.path)
 */
export async function* walk(path: string, signal?: AbortSignal): AsyncGenerator<Found> {
  yield* visit(path, { named: true, above: [], signal })
}

interface Visit {
  /** Named by the user: read whatever its name. */
  named: boolean
  /** Real paths of the folders above, against links that lead back. */
  above: readonly string[]
  signal: AbortSignal | undefined
}

async function* visit(path: string, visiting: Visit): AsyncGenerator<Found> {
  if (visiting.signal?.aborted) return
  try {
    const info = await stat(path)
    if (info.isDirectory()) yield* visitFolder(path, visiting)
    else if (!info.isFile()) yield { path, skipped: 'not a regular file' }
    else if (visiting.named || REPORT_TYPES.has(extname(path).toLowerCase())) yield { path }
    else yield { path, skipped: `not a report type (${extname(path)})` }
  } catch (failed) {
    yield { path, failed }
  }
}

async function* visitFolder(path: string, visiting: Visit): AsyncGenerator<Found> {
  const real = await realpath(path)
  if (visiting.above.includes(real)) {
    yield { path, skipped: 'a link back to a folder above' }
    return
  }
  const inside = { ...visiting, named: false, above: [...visiting.above, real] }
  for (const name of (await readdir(path)).sort(byCodeUnits)) {
    if (name.startsWith('.')) yield { path: join(path, name), skipped: 'hidden' }
    else yield* visit(join(path, name), inside)
  }
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
