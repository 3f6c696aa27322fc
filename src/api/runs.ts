import { randomUUID } from 'node:crypto'
import type { Acquired } from '../acquire/index.ts'
import { asIsnadError, IsnadError } from '../errors.ts'
import type { Lang } from '../export/index.ts'
import { type Ledger, reportKey } from '../ledger/index.ts'
import { RULES_VERSION } from '../model.ts'
import { readReport } from '../pipeline.ts'
import type { FactOptions } from '../read/lexicon.ts'
import type { Desk } from './desk/index.ts'
import { told, whereOf } from './errors.ts'
import type { RunView } from './shapes.ts'

/** One report to be added: its bytes, or why there are none. */
export type RunInput = { name: string; acquired: Acquired } | { name: string; error: IsnadError }

type State = RunView['items'][number]['state']
interface Item {
  name: string
  state: State
  report: string | null
  claims: number | null
  error: IsnadError | null
}

/** An addition of reports. Its counts hold for all of it, its items for the newest and those that failed. */
interface Run {
  id: string
  state: RunView['state']
  total: number
  done: number
  added: number
  known: number
  failed: number
  items: Item[]
  isStopping: boolean
  steps: number
  listeners: Set<() => void>
  finished: Promise<void>
}

/** What is known of a run before it begins: how many reports will come, their names; `step` is told of each that is done. */
export interface Expected {
  total: number
  names?: readonly string[]
  step?: (item: { name: string; state: State; error: IsnadError | null }) => void
}

/** The additions of reports since the server started: one reads at a time, the others wait. */
export interface Runs {
  /** Starts to add reports. */
  start(inputs: AsyncIterable<RunInput> | Iterable<RunInput>, expected: Expected): string
  view(id: string, lang: Lang): RunView | null
  /** The run that is at work, if any. */
  current(): string | null
  /** Calls back at every step; returns what ends that. */
  watch(id: string, listener: () => void): () => void
  /** Stops a run after the report in hand. */
  stop(id: string): void
  /** How many steps a run has taken: it changes with every answer of `view`. */
  steps(id: string): number
  /** Resolves when a run is done or stopped. */
  finished(id: string): Promise<void>
  /** Stops all, and resolves when nothing is being read any more. */
  close(): Promise<void>
}

/** Items of a run that are kept to be shown. */
export const SHOWN_ITEMS = 500
/** Runs that are remembered. */
const REMEMBERED = 100
/** How often, in milliseconds, the desk takes in what a long run has added. */
const REFRESH_MS = 500

interface Options {
  ledger: Ledger
  desk: Desk
  facts: FactOptions
  log: (text: string) => void
}

export function makeRuns(options: Options): Runs {
  const runs = new Map<string, Run>()
  let last: Promise<void> = Promise.resolve()
  const stop = (run: Run): void => {
    run.isStopping = true
  }
  return {
    start(inputs, expected) {
      const run = newRun(expected)
      remember(runs, run)
      run.finished = last
        .then(() => work(run, inputs, { ...options, ...expected }))
        .catch((thrown) => options.log(whereOf(thrown)))
        .then(() => end(run))
      last = run.finished
      return run.id
    },
    view: (id, lang) => (runs.has(id) ? viewOf(runs.get(id)!, lang) : null),
    current: () => [...runs.values()].find((run) => run.state === 'running')?.id ?? null,
    watch(id, listener) {
      runs.get(id)?.listeners.add(listener)
      return () => runs.get(id)?.listeners.delete(listener)
    },
    stop: (id) => runs.has(id) && stop(runs.get(id)!),
    steps: (id) => runs.get(id)?.steps ?? 0,
    finished: (id) => runs.get(id)?.finished ?? Promise.resolve(),
    close() {
      for (const run of runs.values()) stop(run)
      return last
    },
  }
}

function newRun({ total, names = [] }: Expected): Run {
  const items = names.slice(0, SHOWN_ITEMS).map((name): Item => ({ name, state: 'waiting', report: null, claims: null, error: null }))
  const counts = { total, done: 0, added: 0, known: 0, failed: 0 }
  return {
    id: randomUUID(),
    state: 'running',
    ...counts,
    items,
    isStopping: false,
    steps: 0,
    listeners: new Set(),
    finished: Promise.resolve(),
  }
}

function remember(runs: Map<string, Run>, run: Run): void {
  runs.set(run.id, run)
  for (const [id, { state }] of runs) if (runs.size > REMEMBERED && state !== 'running') runs.delete(id)
}

/** Reads and adds one report after another. One that fails is one failed item; the others go on. */
async function work(run: Run, inputs: AsyncIterable<RunInput> | Iterable<RunInput>, options: Options & Expected): Promise<void> {
  let refreshed = 0
  for await (const input of inputs) {
    if (run.isStopping) break
    const item = itemFor(run, input.name)
    tell(run)
    // Reading is synchronous: without a turn of the loop no other request would be answered between reports.
    await turn()
    await take(item, input, options)
    count(run, item)
    options.step?.(item)
    if (performance.now() - refreshed > REFRESH_MS) {
      await options.desk.refresh()
      refreshed = performance.now()
    }
    tell(run)
  }
  await options.desk.refresh()
  // What was expected was a guess where folders hold other files too.
  if (!run.isStopping) run.total = run.done
}

/** A run that came to an end before all was read was stopped: by its user, or by what went wrong with its inputs. */
function end(run: Run): void {
  run.state = run.done < run.total ? 'stopped' : 'done'
  tell(run)
  run.listeners.clear()
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const tell = (run: Run): void => {
  run.steps++
  for (const listener of run.listeners) listener()
}

function itemFor(run: Run, name: string): Item {
  const waiting = run.items.find((one) => one.state === 'waiting')
  const item: Item = waiting ?? { name, state: 'waiting', report: null, claims: null, error: null }
  if (!waiting) makeRoom(run.items).push(item)
  item.state = 'reading'
  return item
}

/** Of a long list the oldest goes that did not fail; where all failed, the oldest of them. */
function makeRoom(items: Item[]): Item[] {
  if (items.length < SHOWN_ITEMS) return items
  const oldest = items.findIndex((one) => one.state !== 'failed')
  items.splice(Math.max(0, oldest), 1)
  return items
}

async function take(item: Item, input: RunInput, options: Options): Promise<void> {
  const { ledger, facts } = options
  try {
    if ('error' in input) throw input.error
    if (await isKnown(input.acquired, options)) {
      const report = reportKey({ report: input.acquired })
      const [card] = await options.desk.cards([report])
      Object.assign(item, { state: 'known', report, claims: card?.claims ?? null })
      return
    }
    const reading = readReport(input.acquired, facts)
    const status = await ledger.add(input.acquired, reading)
    Object.assign(item, { state: status === 'known' ? 'known' : 'added', report: reportKey(reading), claims: reading.claims.length })
  } catch (thrown) {
    Object.assign(item, { state: 'failed', error: named(asIsnadError(thrown, `reading ${item.name}`), item, input) })
  }
}

/** The error with its file called what the item is called, not by the path that tells it from others of that name. */
function named(error: IsnadError, { name }: Item, input: RunInput): IsnadError {
  const path = 'acquired' in input ? input.acquired.source.path : undefined
  if (!path || path === name) return error
  const { code, cause } = error
  return new IsnadError({ code, message: error.message.replaceAll(path, name), hint: error.hint.replaceAll(path, name), cause })
}

/** Whether a report need not be read again: nothing is said of it that was not said when it was read. */
async function isKnown({ id, source, given }: Acquired, { ledger, facts }: Options): Promise<boolean> {
  const isBare = [Object.keys(given), facts.registries ?? [], facts.gazetteers ?? []].every((list) => list.length === 0)
  return isBare && ledger.known({ id, source }, RULES_VERSION)
}

function count(run: Run, { state }: Item): void {
  run.done++
  run.total = Math.max(run.total, run.done)
  if (state === 'added' || state === 'known' || state === 'failed') run[state]++
}

function viewOf({ id, state, total, done, added, known, failed, items }: Run, lang: Lang): RunView {
  const shown = items.map(({ error, ...item }) => ({ ...item, error: error && told(error, lang) }))
  return { id, state, total, done, added, known, failed, items: shown }
}
