import { pathOf } from '../../link/key.ts'
import type { Desk } from '../desk/index.ts'

/** Reports asked for at a time. */
const STEP = 200

/** Keys of the reports at both ends of each link of a bundle. */
export async function linkEnds(desk: Desk, bundle: Awaited<ReturnType<Desk['bundle']>>): Promise<{ a: string; b: string }[]> {
  const keyOf = new Map(bundle.keys.map((key, i) => [pathOf(bundle.readings[i]!), key]))
  const isMissing = (): boolean => bundle.links.some(({ a, b }) => !keyOf.has(a.path) || !keyOf.has(b.path))
  for (let after: string | undefined | null; isMissing() && after !== null; ) {
    const page = await desk.reports({ limit: STEP, ...(after === undefined ? {} : { after }) })
    for (const { key, path } of page.rows) keyOf.set(path, key)
    after = page.next
  }
  return bundle.links.map(({ a, b }) => ({ a: keyOf.get(a.path) ?? '', b: keyOf.get(b.path) ?? '' }))
}
