/**
 * Linking at scale: a seeded generator of invented short reports with known copies, echoes and look-alikes, linked one by one
 * as an ingest would. Prints time, peak memory, the cost of the last tenth against the first, precision and recall.
 *
 *   node bench/link.ts [--reports 10000] [--seed 1] [--dump FILE] [--json]
 *
 * `--dump` writes the reports' texts and the true copies for the peers (bench/peers-link). Exits 1 below the floors.
 */
import { createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { linkNew, type Profile, profileOf } from '../src/link/index.ts'
import { memoryIndex } from '../src/link/memory.ts'
import { type Member, makeReading, membersOf } from './links/generate.ts'
import { makeTally, type Tally } from './links/tally.ts'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    dump: { type: 'string' },
    json: { type: 'boolean' },
  },
})
const count = Number(values.reports)
const seed = Number(values.seed)

/** Floors of precision and recall of near copies, and the most that the last tenth may cost against the first. */
const FLOOR = 0.98
const GROWTH = 1.5
/** Prepared reports kept; others are made again from the seed, as a ledger would read them from disk. */
const KEPT = 1 << 13
const TENTHS = 10
/** Up to here a run is short enough to say nothing on its way. */
const QUIET = 100_000

/** Story and place in it of each report: numbers in rows, not a million objects. */
const stories = new Int32Array(count)
const places = new Uint8Array(count)
let made = 0
for (let story = 0; made < count; story++) {
  for (const { member } of membersOf(seed, story)) {
    if (made === count) break
    stories[made] = story
    places[made++] = member
  }
}
const memberAt = (report: number): Member => membersOf(seed, stories[report]!)[places[report]!]!

async function run(): Promise<void> {
  const { tally, store } = makeTally(count, memberAt)
  // The slot of a report is its number modulo the slots: those that came last are kept.
  const kept: (Profile | undefined)[] = new Array(KEPT).fill(undefined)
  const numbers = new Int32Array(KEPT).fill(-1)
  let again = 0
  const load = (report: number): Profile => {
    const slot = report % KEPT
    const isKept = numbers[slot] === report
    if (!isKept) again++
    const known = isKept ? kept[slot]! : prepare(report)
    if (report > numbers[slot]!) {
      kept[slot] = known
      numbers[slot] = report
    }
    return known
  }
  const index = memoryIndex({ load, links: store })
  const tenths: Tenth[] = []
  const started = performance.now()
  let [before, preparing] = [process.cpuUsage(), 0]
  for (let report = 0; report < count; report++) {
    const begun = process.cpuUsage()
    const profile = load(report)
    preparing += cpuSince(begun)
    await linkNew(index.register(profile), profile, index)
    if ((report + 1) % Math.ceil(count / TENTHS) !== 0 && report !== count - 1) continue
    tenths.push({ all: cpuSince(before), preparing, again: again - count / TENTHS })
    if (count > QUIET) console.error(`${report + 1} reports, ${Math.round(cpuSince(before) / 1000)} s for the last tenth`)
    ;[before, preparing, again] = [process.cpuUsage(), 0, 0]
  }
  print(tally, tenths, performance.now() - started)
}

const prepare = (report: number): Profile => profileOf(makeReading(seed, memberAt(report)))

/** What a tenth of the reports cost, in milliseconds of processor time: all, and preparing each once, which is the same work in every tenth. */
interface Tenth {
  all: number
  preparing: number
  /** Reports prepared again. */
  again: number
}

/** Milliseconds of processor time: other work on the machine does not count. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** True pairs among the reports: copies, and all pairs that carry one figure. */
function truth(): { copies: number; like: number } {
  const sum = { copies: 0, like: 0 }
  for (let from = 0, to = 0; from < count; from = to) {
    while (to < count && stories[to] === stories[from]) to++
    const texts = membersOf(seed, stories[from]!)
      .slice(0, to - from)
      .filter((member) => member.role !== 'echo').length
    sum.copies += (texts * (texts - 1)) / 2
    sum.like += ((to - from) * (to - from - 1)) / 2
  }
  return sum
}

function print(tally: Tally, tenths: readonly Tenth[], wall: number): void {
  const all = truth()
  // The first tenth holds the warm-up of the engine: the second stands for the beginning.
  const [first, last] = [tenths[1]!, tenths.at(-1)!]
  const growth = last.all / first.all
  const steady = growth / (last.preparing / first.preparing)
  const spent = tenths.reduce((sum, tenth) => sum + tenth.all, 0)
  const result = {
    reports: count,
    seconds: Number((wall / 1000).toFixed(1)),
    'processor seconds': Number((spent / 1000).toFixed(1)),
    'reports/s': Math.round((count / wall) * 1000),
    'peak MB': Math.round(process.resourceUsage().maxRSS / 1024),
    'last tenth / second tenth': Number(growth.toFixed(2)),
    '… of preparing a report': Number(steady.toFixed(2)),
    'copy precision': ratio(tally.copies, tally.copies + tally.wrongCopies),
    'copy recall': ratio(tally.copies, all.copies),
    'like precision': ratio(tally.like, tally.like + tally.wrongLike),
    'like recall': ratio(tally.like, all.like),
    'shared passages': tally.shared,
    'tenths (ms a report)': tenths.map(({ all }) => ((all / count) * TENTHS).toFixed(2)).join(' '),
    'of it preparing': tenths.map(({ preparing }) => ((preparing / count) * TENTHS).toFixed(2)).join(' '),
    'prepared again (a report)': tenths.map(({ again }) => ((again / count) * TENTHS).toFixed(2)).join(' '),
  }
  if (values.json) console.log(JSON.stringify(result))
  else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(28)} ${value}`)
  if (result['copy precision'] < FLOOR || result['copy recall'] < FLOOR || growth > GROWTH) process.exitCode = 1
}

const ratio = (part: number, whole: number): number => Number((part / Math.max(1, whole)).toFixed(4))

/** One line a report: its text and its story, or nothing where it is an echo. */
async function dump(file: string): Promise<void> {
  const out = createWriteStream(file)
  for (let report = 0; report < count; report++) {
    const member = memberAt(report)
    const line = JSON.stringify({ text: makeReading(seed, member).report.text, copyOf: member.role === 'echo' ? null : member.story })
    if (!out.write(`${line}\n`)) await new Promise<void>((resolve) => out.once('drain', resolve))
  }
  await new Promise<void>((resolve) => out.end(resolve))
}

if (values.dump) await dump(values.dump)
else await run()
