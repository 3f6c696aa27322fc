/** A run of words of one side: on both sides, or on this side only. White space stays with the word before it. */
export interface Run {
  text: string
  same: boolean
}

/** More edits than this, and the rest of both sides is called different: nothing is gained by drawing it word by word. */
const MOST_EDITS = 1500

/**
 * What two passages have in common, word by word: a longest common subsequence (Myers' greedy way, O((n + m) · edits)). The runs of
 * each side join back to it.
 *
 * @example diffWords('سلّمت 90 مقاتلا', 'سلّمت 90 مسلحا').here // [{ text: 'سلّمت 90 ', same: true }, { text: 'مقاتلا', same: false }]
 */
export function diffWords(here: string, there: string): { here: Run[]; there: Run[] } {
  const [a, b] = [wordsOf(here), wordsOf(there)]
  const common = commonOf(
    a.map((word) => word.trim()),
    b.map((word) => word.trim()),
  )
  return { here: runsOf(a, new Set(common.map(([i]) => i))), there: runsOf(b, new Set(common.map(([, j]) => j))) }
}

/** Words, numbers and single signs, each with the white space after it; white space at the beginning stands alone. */
const wordsOf = (text: string): string[] => text.match(/^\s+|(?:[\p{L}\p{M}\u0640]+|\p{N}+|[^\s\p{L}\p{M}\p{N}])\s*/gu) ?? []

function runsOf(words: readonly string[], same: ReadonlySet<number>): Run[] {
  const runs: Run[] = []
  words.forEach((text, i) => {
    const last = runs.at(-1)
    if (last?.same === same.has(i)) last.text += text
    else runs.push({ text, same: same.has(i) })
  })
  return runs
}

/** Pairs of positions of a longest common subsequence. */
function commonOf(a: readonly string[], b: readonly string[]): [number, number][] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const middle = shortestWay(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const pair = (i: number, j: number): [number, number] => [i, j]
  return [
    ...Array.from({ length: head }, (_, i) => pair(i, i)),
    ...middle.map(([i, j]) => pair(i + head, j + head)),
    ...Array.from({ length: tail }, (_, i) => pair(a.length - tail + i, b.length - tail + i)),
  ]
}

/** Myers: `far[k]` is how far into `a` one can come on diagonal k (place in a less place in b) with so many edits. */
function shortestWay(a: readonly string[], b: readonly string[]): [number, number][] {
  const most = Math.min(a.length + b.length, MOST_EDITS)
  const far = new Int32Array(2 * most + 3)
  const steps: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    steps.push(far.slice(most - edits, most + edits + 3))
    for (let k = -edits; k <= edits; k += 2) {
      let x = isDown(far, { k, edits, zero: most + 1 }) ? far[most + 2 + k]! : far[most + k]! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      far[most + 1 + k] = x
      if (x >= a.length && x - k >= b.length) return wayBack(steps, a.length, b.length)
    }
  }
  return []
}

const isDown = (far: Int32Array, { k, edits, zero }: { k: number; edits: number; zero: number }): boolean =>
  k === -edits || (k !== edits && far[zero + k - 1]! < far[zero + k + 1]!)

function wayBack(steps: readonly Int32Array[], n: number, m: number): [number, number][] {
  const pairs: [number, number][] = []
  let [x, y] = [n, m]
  for (let edits = steps.length - 1; edits >= 0; edits--) {
    const [far, zero, k] = [steps[edits]!, edits + 1, x - y]
    const before = isDown(far, { k, edits, zero }) ? k + 1 : k - 1
    const fromX = edits === 0 ? 0 : far[zero + before]!
    const fromY = edits === 0 ? 0 : fromX - before
    while (x > fromX && y > fromY) pairs.push([--x, --y])
    ;[x, y] = [fromX, fromY]
  }
  return pairs.reverse()
}
