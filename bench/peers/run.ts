/**
 * The same texts through HeidelTime (Arabic), Maha, dateparser and Isnad's reader, one after the other, pinned to one core.
 *
 *   node bench/peers/run.ts [--eval DIR]… [--rounds N] [--seconds N] [--core N] [--check]
 *
 * Without --eval: the plain-text reports of examples/ and of corpus/reports. --check: exit code 1 unless Isnad is 20 times as fast as
 * the fastest peer and finds more that is right than the best. Every peer runs once a round; the best
 * pass of all rounds counts: it is the one least disturbed by whatever else the machine does.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../../src/lang/data.ts'
import { type Case, exampleCases, folderCases } from './cases.ts'
import { installPeers, type Peer } from './install.ts'
import { type Mention, type Score, scoreOf } from './score.ts'

const { values } = parseArgs({
  options: {
    eval: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    core: { type: 'string', default: '1' },
    check: { type: 'boolean', default: false },
  },
})

interface Result {
  name: string
  version: string
  reportsPerSecond: number
  peakMb: number
  mentions: Mention[]
}

type Failure = { name: string; reason: string }

const here = join(packageRoot, 'bench', 'peers')
const folder = join(packageRoot, '.bench', 'peers')
const cases = values.eval ? (await Promise.all(values.eval.map(folderCases))).flat() : await defaultCases()
const files = writeInput(cases)
const isnad = { name: 'Isnad', command: [process.execPath, join(here, 'isnad.ts')], input: 'jsonl', rest: [] } as const
const started: Peer[] = [isnad, { ...isnad, rest: ['times'] }, ...installPeers(folder, here)]
const rounds = Array.from({ length: Number(values.rounds) }, () => started.map(measure))
const results = started.map((_, peer) => overRounds(rounds.map((round) => round[peer]!)))
const [own, ownTimes, ...peers] = results.filter((one) => 'mentions' in one)
report()

async function defaultCases(): Promise<Case[]> {
  return [...(await exampleCases()), ...(await folderCases(join(packageRoot, 'corpus', 'reports')))]
}

function writeInput(all: readonly Case[]): Record<'jsonl' | 'tsv', string> {
  mkdirSync(folder, { recursive: true })
  const files = { jsonl: join(folder, 'cases.jsonl'), tsv: join(folder, 'cases.tsv') }
  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  writeFileSync(files.jsonl, all.map((one) => `${JSON.stringify(one)}\n`).join(''))
  writeFileSync(files.tsv, all.map(({ doc, published, text }) => `${doc}\t${published?.slice(0, 10) ?? ''}\t${base64(text)}\n`).join(''))
  return files
}

function measure(peer: Peer): Result | Failure {
  if ('reason' in peer) return peer
  const words = [...pinned(), ...peer.command, files[peer.input], values.seconds, ...peer.rest]
  const { stdout, stderr, error } = spawnSync(words[0]!, words.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28, cwd: folder })
  const line = stdout?.trim().split('\n').at(-1) ?? ''
  if (line.startsWith('{')) return JSON.parse(line) as Result
  return { name: peer.name, reason: error?.message ?? stderr.trim().split('\n').slice(-3).join(' | ') }
}

/** The fastest round stands for a peer; where none ran, the reason does. */
function overRounds(all: readonly (Result | Failure)[]): Result | Failure {
  const ran = all.filter((one) => 'mentions' in one).sort((a, b) => b.reportsPerSecond - a.reportsPerSecond)
  return ran[0] ?? all[0]!
}

/** `taskset` comes with util-linux; where it is missing, the run is not pinned. */
function pinned(): string[] {
  return spawnSync('taskset', ['-c', values.core, 'true']).status === 0 ? ['taskset', '-c', values.core] : []
}

function report(): void {
  const { times, numbers } = scoreOf(cases, [])
  const units = cases.reduce((sum, { text }) => sum + text.length, 0)
  console.log(`${cases.length} reports, ${units} UTF-16 code units; gold: ${times.gold} times, ${numbers.gold} numbers`)
  console.log(
    `${pinned().length > 0 ? `Each pinned to core ${values.core}` : 'Not pinned (no taskset)'}; reports per second of CPU time, best pass\n`,
  )
  console.log('|  | times found | right | extra | numbers found | right | extra | reports/s | Isnad is | peak memory |')
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|')
  for (const one of results) console.log('reason' in one ? `| ${one.name} | not run: ${one.reason} |` : row(one))
  verdict()
}

function row({ name, version, reportsPerSecond, peakMb, mentions }: Result): string {
  const { times, numbers } = scoreOf(cases, mentions)
  const cells = ({ found, right, extra }: Score): (string | number)[] => [found, right, extra]
  const counted = mentions.some(({ kind }) => kind === 'number') ? cells(numbers) : ['–', '–', '–']
  const speed = [reportsPerSecond.toFixed(reportsPerSecond < 10 ? 1 : 0), `${(own!.reportsPerSecond / reportsPerSecond).toFixed(1)} ×`]
  return `| ${[`${name} ${version}`.trim(), ...cells(times), ...counted, ...speed, `${peakMb.toFixed(0)} MB`].join(' | ')} |`
}

function verdict(): void {
  const right = ({ mentions }: Result): [number, number] => {
    const { times, numbers } = scoreOf(cases, mentions)
    return [times.right, numbers.right]
  }
  const best = [0, 1].map((kind) => Math.max(...peers.map((one) => right(one)[kind]!)))
  const fastest = Math.max(...peers.map((one) => one.reportsPerSecond))
  const ratio = own!.reportsPerSecond / fastest
  const ahead = right(own!).every((count, kind) => count > best[kind]!)
  const times = (ownTimes!.reportsPerSecond / fastest).toFixed(1)
  console.log(`\nThe whole reader is ${ratio.toFixed(1)} times as fast as the fastest peer, times alone ${times} times`)
  console.log(`Right: ${right(own!).join(' times, ')} numbers; the best peers ${best.join(' and ')}`)
  if (values.check && (ratio < 20 || !ahead)) process.exitCode = 1
}
