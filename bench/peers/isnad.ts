/**
 * Isnad's own reader, measured as the peers are: the whole of src/text and src/read (times, quantities, actors and places), with the
 * full gazetteer and registry; with `times`, only what reading times takes (tokens, lexicon, numbers, times).
 *
 *   node bench/peers/isnad.ts CASES.jsonl SECONDS [times]
 */
import { existsSync, readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { annotate } from '../../src/lang/annotate.ts'
import type { Report, Time } from '../../src/model.ts'
import { read } from '../../src/read/index.ts'
import { arabicLexicon } from '../../src/read/lexicon.ts'
import { readCardinals } from '../../src/read/quantities/cardinals.ts'
import { readTimes } from '../../src/read/times/index.ts'
import { makeDocument } from '../../src/text/document.ts'
import type { Case } from './cases.ts'
import type { Mention } from './score.ts'

// As the command does (src/cli/main.ts).
setFlagsFromString('--no-allocation-site-pretenuring')

const [file, seconds, only] = process.argv.slice(2)
const cases = readFileSync(file!, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case)
const reports = cases.map(reportOf)
const timesOnly = only === 'times'
const { best, passes } = timed(() => reports.forEach(timesOnly ? timesOf : readOne), Number(seconds))
const result = {
  name: timesOnly ? 'Isnad, times alone' : 'Isnad',
  version: '',
  reportsPerSecond: reports.length / best,
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

function timesOf(report: Report): Time[] {
  const document = makeDocument(report.text, report.blocks)
  const terms = annotate(document, arabicLexicon())
  return readTimes(document, terms, report, { numbers: readCardinals(document, terms) })
}

function mentionsOf(doc: string, report: Report): Mention[] {
  const { times, quantities } = timesOnly ? { times: timesOf(report), quantities: [] } : read(report).mentions
  return [
    ...times.map(({ start, end, edtf }) => ({ doc, kind: 'time' as const, start, end, value: edtf })),
    ...quantities.map(({ start, end, min, max }) => ({ doc, kind: 'number' as const, start, end, value: min, max })),
  ]
}

/** CPU seconds of the best pass: warm-up for about `seconds`, then passes for about `seconds`. */
function timed(pass: () => void, seconds: number): { best: number; passes: number } {
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
  return { best: Math.min(...taken), passes: taken.length }
}

function peakMegabytes(): number {
  const status = '/proc/self/status'
  const line = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8')) : null
  return (line ? Number(line[1]) : process.resourceUsage().maxRSS) / 1024
}
