/**
 * The candidate step by the project's own MinHash and bands, on the same reports, in the same measure as peers.py.
 *
 *   node bench/peers-link/ours.ts FILE [ROUNDS]
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { hashText } from '../../src/link/hash.ts'
import { makePostings } from '../../src/link/postings.ts'
import { bandsOf, ENOUGH_BANDS, minHash } from '../../src/link/sketch.ts'
import { makeTally } from '../../src/link/tally.ts'

const [file, rounds = '3'] = process.argv.slice(2)
const rows: { text: string; copyOf: number | null }[] = []
for await (const line of createInterface({ input: createReadStream(file!) })) rows.push(JSON.parse(line))

/** Hashes of the words between white space, with no string made for any. */
function wordsOf(text: string): Uint32Array {
  const words = new Uint32Array((text.length >> 1) + 1)
  let [count, from] = [0, -1]
  for (let i = 0; i <= text.length; i++) {
    const inside = i < text.length && text.charCodeAt(i) > SPACE
    if (inside && from < 0) from = i
    if (inside || from < 0) continue
    words[count++] = hashText(text, from, i)
    from = -1
  }
  return words.subarray(0, count)
}

const SPACE = 32

/** Links all reports one by one; the pairs found, and how many of them are copies. */
function run(): { pairs: number; found: number } {
  const postings = makePostings()
  const tally = makeTally()
  let [found, pairs] = [0, 0]
  rows.forEach(({ text, copyOf }, report) => {
    const bands = bandsOf(minHash(wordsOf(text)), 1)
    for (const band of bands) postings.each(band, tally.add)
    const others = tally.take(ENOUGH_BANDS)
    for (const band of bands) postings.put(band, report)
    pairs += others.length
    for (const other of others) if (copyOf !== null && rows[other]!.copyOf === copyOf) found++
  })
  return { pairs, found }
}

/** True pairs: reports that carry one text. */
function truth(): number {
  const stories = Map.groupBy(
    rows.filter((row) => row.copyOf !== null),
    (row) => row.copyOf,
  )
  return [...stories.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)
}

/** Seconds of processor time. */
function timed<T>(work: () => T): { seconds: number; result: T } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, result }
}

const passes = Array.from({ length: Number(rounds) }, () => timed(run))
const seconds = Math.min(...passes.map((pass) => pass.seconds))
const { pairs, found } = passes[0]!.result
const [speed, recall] = [(rows.length / seconds).toFixed(0), (found / truth()).toFixed(4)]
console.log(`${'isnad'.padEnd(24)} ${seconds.toFixed(2).padStart(8)} s  ${speed.padStart(8)} reports/s  ${pairs} pairs  recall ${recall}`)
