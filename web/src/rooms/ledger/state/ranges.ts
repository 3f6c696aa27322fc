/** Rows taken with the others in one copy: more would be no table but an export. */
export const MOST_PICKED = 500

/**
 * Row numbers as the address writes them: runs with a hyphen, dots between.
 *
 * @example writeRanges([3, 1, 2, 7]) // '1-3.7'
 */
export function writeRanges(numbers: Iterable<number>): string {
  const runs: [number, number][] = []
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.[1] === n - 1) last[1] = n
    else runs.push([n, n])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('.')
}

/** The other way; what is no range is left out, and what goes beyond {@link MOST_PICKED}. */
export function readRanges(words: string): number[] {
  const found = new Set<number>()
  for (const [, from, to] of words.matchAll(/(?:^|\.)(\d{1,9})(?:-(\d{1,9}))?(?=\.|$)/gu))
    for (let n = Number(from); n <= Number(to ?? from) && found.size < MOST_PICKED; n++) if (n > 0) found.add(n)
  return [...found].sort((a, b) => a - b)
}
