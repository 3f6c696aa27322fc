/** Fills a ledger with the corpus' invented clusters, in a process of its own: `node fill.ts DIR [seed]`. The seed shuffles. */
import { loadClusters, readingsOf } from '../../../corpus/links/load.ts'
import { asIsnadError } from '../../errors.ts'
import { openLedger } from '../index.ts'

const [dir = '', seed = '0'] = process.argv.slice(2)

/** The clusters' reports in an order of their own for each seed. */
function shuffled(seed: number) {
  const readings = loadClusters().flatMap(readingsOf)
  const rank = (i: number): number => Math.imul(i + 1, 0x9e3779b1 ^ Math.imul(seed, 0x85ebca6b)) >>> 0
  return readings.map((reading, i) => ({ reading, rank: rank(i) })).sort((a, b) => a.rank - b.rank)
}

try {
  const ledger = await openLedger({ dir })
  for (const { reading } of shuffled(Number(seed))) {
    const { id, source, text } = reading.report
    await ledger.add({ id, source: { ...source, retrievedAt: new Date().toISOString() }, bytes: new TextEncoder().encode(text) }, reading)
  }
  await ledger.close()
} catch (thrown) {
  const { code, message } = asIsnadError(thrown, 'filling a ledger')
  process.stderr.write(`${code}: ${message}\n`)
  process.exitCode = 1
}
