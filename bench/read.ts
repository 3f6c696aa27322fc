/**
 * Reading speed: reports per second on one core, peak memory, and the ratio to one plain `charCodeAt` pass over the same
 * texts in the same run. Stages are timed apart.
 *
 *   node bench/read.ts [FILE|DIR…] [--seconds N] [--gazetteer FILE] [--floor-read N] [--floor-claim N]
 *
 * Exits 1 when text + read falls below 1/floor-read, or text + read + claim below 1/floor-claim of the plain pass.
 */
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { acquire } from '../src/acquire/index.ts'
import { claim } from '../src/claim/index.ts'
import { clean } from '../src/clean/index.ts'
import { packageRoot } from '../src/lang/data.ts'
import type { Report } from '../src/model.ts'
import { read } from '../src/read/index.ts'
import type { FactOptions } from '../src/read/lexicon.ts'
import { isReadable } from '../src/read/report.ts'

// As the command does (src/cli/main.ts).
setFlagsFromString('--no-allocation-site-pretenuring')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '3' },
    'floor-read': { type: 'string' },
    'floor-claim': { type: 'string' },
    gazetteer: { type: 'string' },
  },
})

const reports: Report[] = []
for await (const one of acquire(positionals.length > 0 ? positionals : [`${packageRoot}examples`], { now: new Date() })) {
  if ('error' in one) continue
  const { report } = clean(one)
  if (isReadable(report)) reports.push(report)
}

const facts: FactOptions = values.gazetteer === undefined ? {} : { gazetteers: [values.gazetteer] }
let sink = 0
const plainPass = (): void => {
  for (const { text } of reports) for (let i = 0; i < text.length; i++) sink += text.charCodeAt(i)
}
const readPass = (): void => {
  for (const report of reports) sink += read(report, facts).mentions.quantities.length
}
const claimPass = (): void => {
  for (const report of reports) sink += claim(report, read(report, facts)).claims.length
}

/** Processor milliseconds of this thread so far: a busy machine does not count against a pass. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Processor time of one batch, in milliseconds: long enough for the clock's own grain. */
const BATCH_MS = 150

/** Processor milliseconds of one pass: the median over batches of passes in about `seconds`, after a warm-up. */
function time(pass: () => void, seconds: number): number {
  for (let i = 0; i < 5; i++) pass()
  const until = processorTime() + seconds * 1000
  const taken: number[] = []
  while (processorTime() < until || taken.length < 3) taken.push(batch(pass))
  return taken.sort((a, b) => a - b)[taken.length >> 1]!
}

function batch(pass: () => void): number {
  const start = processorTime()
  let passes = 0
  let spent = 0
  while (spent < BATCH_MS) {
    for (let i = 0; i < 5; i++) pass()
    passes += 5
    spent = processorTime() - start
  }
  return spent / passes
}

const seconds = Number(values.seconds)
const plain = time(plainPass, seconds / 3)
const reading = time(readPass, seconds)
const claiming = time(claimPass, seconds)
const units = reports.reduce((sum, { text }) => sum + text.length, 0)
const row = (name: string, ms: number): string =>
  `${name.padEnd(22)} ${((reports.length / ms) * 1000).toFixed(0).padStart(9)} reports/s  1/${(ms / plain).toFixed(0)} of the plain pass`

console.log(`${reports.length} reports, ${units} UTF-16 code units, Node ${process.versions.node}`)
console.log(row('plain charCodeAt pass', plain))
console.log(row('text + read', reading))
console.log(row('text + read + claim', claiming))
console.log(`peak memory            ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)

const missed = (floor: string | undefined, ms: number): boolean => floor !== undefined && ms / plain > Number(floor)
if (missed(values['floor-read'], reading) || missed(values['floor-claim'], claiming)) {
  console.log('BELOW FLOOR')
  process.exitCode = 1
}
if (sink === -1) console.log(sink)
