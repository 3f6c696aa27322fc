/**
 * Isnad's own reader, measured as the peers are: the whole of src/text and src/read (times, quantities, actors and places), with the
 * full gazetteer and registry.
 *
 *   node bench/peers/isnad.ts CASES.jsonl SECONDS
 */
import { existsSync, readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import type { Report } from '../../src/model.ts'
import { read } from '../../src/read/index.ts'
import type { Case } from './cases.ts'
import type { Mention } from './score.ts'

// As the command does (src/cli/main.ts).
setFlagsFromString('--no-allocation-site-pretenuring')

const [file, seconds] = process.argv.slice(2)
const cases = readFileSync(file!, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case)
const reports = cases.map(reportOf)
const { median, passes } = timed(() => reports.forEach(readOne), Number(seconds))
const result = {
  name: 'Isnad',
  version: '',
  reportsPerSecond: reports.length / median,
  passes,
  peakMb: peakMegabytes(),
  mentions: cases.flatMap((one, i) => mentionsOf(one.doc, reports[i]!)),
}
console.log(JSON.stringify(result))

function reportOf({ doc, text, blocks, published }: Case): Report {
  return {
    id: doc,
    source: { path: doc, mediaType: 'text/plain' },
    title: null,
    outlet: null,
    credits: [],
    byline: null,
    published: published === null ? null : { edtf: published, basis: 'given' },
    updated: null,
    language: 'ar',
    text,
    blocks,
  }
}

function readOne(report: Report): void {
  read(report)
}

function mentionsOf(doc: string, report: Report): Mention[] {
  const { times, quantities } = read(report).mentions
  return [
    ...times.map(({ start, end, edtf }) => ({ doc, kind: 'time' as const, start, end, value: edtf })),
    ...quantities.map(({ start, end, min, max }) => ({ doc, kind: 'number' as const, start, end, value: min, max })),
  ]
}

/** CPU seconds of the median pass: warm-up for about `seconds`, then passes for about `seconds`. */
function timed(pass: () => void, seconds: number): { median: number; passes: number } {
  const cpu = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const taken: number[] = []
  for (let until = cpu() + seconds; cpu() < until; ) pass()
  for (let until = cpu() + seconds; cpu() < until; ) {
    const start = cpu()
    pass()
    taken.push(cpu() - start)
  }
  return { median: taken.sort((a, b) => a - b)[taken.length >> 1]!, passes: taken.length }
}

function peakMegabytes(): number {
  const status = '/proc/self/status'
  const line = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8')) : null
  return (line ? Number(line[1]) : process.resourceUsage().maxRSS) / 1024
}
