/**
 * The workbench at scale: a ledger of invented claims, asked over HTTP as the workbench asks it. Prints the median of each question and
 * the server's memory; exits 1 where a question takes longer than the workbench may wait.
 *
 *   node bench/web.ts [--claims 1000000] [--seed 1] [--keep DIR] [--json]
 *
 * `--keep` leaves the ledger in a folder, and takes the one that is there.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../src/api/index.ts'
import { fillLedger } from './web/fill.ts'

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    json: { type: 'boolean' },
  },
})

/** Milliseconds that the median of a question may take, and times that each is asked. */
const BOUND = 300
const TIMES = 15
/** Megabytes that the server may hold. */
const MEMORY = 1_500

const dir = values.keep ?? mkdtempSync(join(tmpdir(), 'isnad-web-'))
const log = (text: string): void => void process.stderr.write(`${text}\n`)

async function fill(): Promise<void> {
  if (existsSync(join(dir, 'ledger.sqlite'))) return
  const started = performance.now()
  const told = (claims: number): void => void process.stderr.write(`\r${claims} claims written`)
  const { reports, claims } = await fillLedger(dir, { claims: Number(values.claims), seed: Number(values.seed), told })
  log(`\r${claims} claims of ${reports} reports written in ${seconds(started)} s`)
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)

/** Each question in several shapes: one that was just asked is answered from memory. */
interface Question {
  name: string
  paths: (nth: number) => string
}

async function questions(ask: (path: string) => Promise<Answer>): Promise<Question[]> {
  const { json } = await ask('/api/facets')
  const facet = (name: string): string[] =>
    json.facets.find((one: { name: string }) => one.name === name).values.map((one: { value: string }) => one.value)
  const [types, modalities, outlets, places, sources] = ['type', 'modality', 'outlet', 'place', 'source'].map(facet) as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ]
  const some = (list: readonly string[], nth: number): string => encodeURIComponent(list[nth % list.length]!)
  const three = (nth: number): string =>
    `type=${some(types, nth)}&type=${some(types, nth + 1)}&modality=${some(modalities, 0)}&outlet=${some(outlets, nth)}&outlet=${some(outlets, nth + 3)}`
  const measures = (await ask('/api/measures?contested=true&limit=100')).json.rows as { id: string }[]
  const total = (await ask('/api/claims?limit=1')).json.total as number
  // No word is asked for twice: what was just searched for is kept.
  const wide = [
    'قال',
    'سجينا',
    'نازحا',
    'معتقلا',
    'مدنيا',
    'مركز',
    'الزعفران',
    'وادي',
    'قتل',
    'يحتجز',
    'أفرج',
    'فر',
    'قرب',
    'لاجئا',
    'مقاتلا',
  ]
  const word = (nth: number): string => encodeURIComponent(wide[nth % wide.length]!)
  return [
    { name: 'overview', paths: () => '/api/overview' },
    { name: 'claims, three facets', paths: (nth) => `/api/claims?${three(nth)}&limit=50` },
    { name: 'facets, three facets', paths: (nth) => `/api/facets?${three(nth + 5)}` },
    {
      name: 'facets, two places, a source',
      paths: (nth) => `/api/facets?place=${some(places, nth)}&place=${some(places, nth + 1)}&source=${some(sources, nth)}`,
    },
    {
      name: 'search, one word',
      paths: (nth) => `/api/claims?q=${word(nth)}&limit=50`,
    },
    {
      name: 'search, two words, a facet',
      paths: (nth) => `/api/claims?q=${word(nth)}%20${word(nth + 4)}&type=${some(types, nth)}&limit=50`,
    },
    { name: 'compare one measure', paths: (nth) => `/api/measures/${measures[nth % measures.length]!.id}` },
    { name: 'measures, contested', paths: (nth) => `/api/measures?contested=true&limit=${20 + nth}` },
    {
      name: 'claims at a far position',
      paths: (nth) => `/api/claims?sort=time&at=${Math.floor((total * (nth + 1)) / (TIMES + 2))}&limit=50`,
    },
    {
      name: 'claims by value, far on',
      paths: (nth) => `/api/claims?sort=value&at=${Math.floor((total * (nth + 1)) / (TIMES + 2))}&limit=50`,
    },
    { name: 'reports, one word', paths: (nth) => `/api/reports?q=${word(nth)}&limit=20` },
  ]
}

interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers of our own server
  json: any
}

async function measure(url: string): Promise<{ name: string; first: number; median: number; worst: number }[]> {
  const ask = async (path: string): Promise<Answer> => {
    const response = await fetch(url + path)
    return { status: response.status, json: await response.json() }
  }
  const results = []
  for (const { name, paths } of await questions(ask)) {
    const times: number[] = []
    for (let nth = 0; nth < TIMES; nth++) {
      const started = performance.now()
      const { status, json } = await ask(paths(nth))
      times.push(performance.now() - started)
      if (status !== 200) throw new Error(`${paths(nth)}: ${status} ${JSON.stringify(json)}`)
    }
    const sorted = times.toSorted((a, b) => a - b)
    results.push({ name, first: times[0]!, median: sorted[TIMES >> 1]!, worst: sorted.at(-1)! })
  }
  return results
}

async function run(): Promise<void> {
  await fill()
  const started = performance.now()
  const server = await startServer({
    ledgerDir: dir,
    ports: [0],
    env: { ISNAD_KEY: 'bench', USER: 'bench', HOME: dir },
    now: () => new Date(),
  })
  const opened = seconds(started)
  const results = await measure(server.url)
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
  await server.close()
  const ledger = Math.round(statSync(join(dir, 'ledger.sqlite')).size / 2 ** 20)
  report({ results, opened, memory, ledger })
  if (memory > MEMORY || results.some(({ median }) => median > BOUND)) process.exitCode = 1
}

interface Report {
  results: Awaited<ReturnType<typeof measure>>
  opened: string
  memory: number
  ledger: number
}

function report({ results, opened, memory, ledger }: Report): void {
  if (values.json) {
    console.log(JSON.stringify({ results, opened, memory, ledger }))
    return
  }
  const ms = (value: number): string => value.toFixed(0).padStart(7)
  console.log(`${'question'.padEnd(32)}  first  median   worst (ms, ${TIMES} times; the median may take ${BOUND})`)
  for (const { name, first, median, worst } of results) console.log(`${name.padEnd(32)}${ms(first)} ${ms(median)} ${ms(worst)}`)
  console.log(`opened in ${opened} s; ${memory} MB held (${MEMORY} allowed); ledger ${ledger} MB`)
}

try {
  await run()
} finally {
  if (values.keep === undefined) rmSync(dir, { recursive: true, force: true })
}
