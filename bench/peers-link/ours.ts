/**
 * The candidate step by the project's own MinHash and bands, on the same reports, in the same measure as peers.py.
 *
 *   node bench/peers-link/ours.ts FILE
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { hashText } from '../../src/link/hash.ts'
import { makePostings } from '../../src/link/postings.ts'
import { bandsOf, minHash, oftenMet } from '../../src/link/sketch.ts'

const rows: { text: string; copyOf: number | null }[] = []
for await (const line of createInterface({ input: createReadStream(process.argv[2]!) })) rows.push(JSON.parse(line))

const started = performance.now()
const postings = makePostings()
let [found, pairs] = [0, 0]
rows.forEach(({ text, copyOf }, report) => {
  const words = Uint32Array.from(text.split(/\s+/u), (word) => hashText(word))
  const bands = bandsOf(minHash(words), 1)
  const met: number[] = []
  for (const band of bands) postings.each(band, (other) => met.push(other))
  const others = oftenMet(met)
  for (const band of bands) postings.put(band, report)
  pairs += others.size
  for (const other of others) if (copyOf !== null && rows[other]!.copyOf === copyOf) found++
})
const seconds = (performance.now() - started) / 1000

const sizes = [
  ...Map.groupBy(
    rows.filter((row) => row.copyOf !== null),
    (row) => row.copyOf,
  ).values(),
].map((group) => group.length)
const truth = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
console.log(
  `${'isnad'.padEnd(16)} ${seconds.toFixed(2).padStart(8)} s  ${(rows.length / seconds).toFixed(0).padStart(8)} reports/s  ${pairs} pairs  recall ${(found / truth).toFixed(4)}`,
)
