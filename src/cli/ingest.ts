import type { Acquired, AcquireFailure } from '../acquire/index.ts'
import { asIsnadError, type IsnadError } from '../errors.ts'
import { type Ledger, openLedger } from '../ledger/index.ts'
import { RULES_VERSION } from '../model.ts'
import { failureLine } from './errors.ts'
import { acquireInputs, type GivenOptions, nameOf, type Outcome, outcomeOf, saysNothing } from './inputs.ts'
import { EXIT, type Session } from './io.ts'
import { barProgress, countFiles, lineProgress, type Progress } from './progress.ts'
import { noReport } from './read.ts'

export interface IngestOptions extends GivenOptions {
  ledger: string
}

/** What became of a run's reports. */
export interface IngestRun {
  added: number
  known: number
  /** Passed over on purpose: hidden files, other types. */
  skipped: number
  failures: { path: string; error: IsnadError }[]
}

/** `isnad ingest`: reads reports into a ledger. Stops after the report in hand; the next run goes on where it stopped. */
export async function ingestCommand(io: Session, inputs: string[], options: IngestOptions): Promise<number> {
  const ledger = await openLedger({ dir: options.ledger })
  const progress = io.terminal.err ? barProgress(countFiles(inputs), process.stderr) : lineProgress(io.err)
  let run: IngestRun
  try {
    run = await ingestAll(io, inputs, options, ledger, progress)
  } finally {
    progress.stop()
    await ledger.close()
  }
  summarise(io, run, options.ledger)
  if (io.signal.aborted) return EXIT.interrupted
  if (run.added + run.known + run.failures.length === 0) throw noReport(io, inputs)
  return run.failures.length > 0 ? EXIT.someFailed : EXIT.done
}

/** Adds every input to an open ledger. A report that cannot be read is a failure of its own; a ledger that cannot be written ends the run. */
export async function ingestAll(
  io: Session,
  inputs: string[],
  options: GivenOptions,
  ledger: Ledger,
  progress: Progress,
): Promise<IngestRun> {
  const run: IngestRun = { added: 0, known: 0, skipped: 0, failures: [] }
  for await (const item of acquireInputs(io, inputs, options)) {
    const path = 'error' in item ? item.path : nameOf(item)
    const line = (await isKnown(item, options, ledger)) ? countKnown(io, path, run) : await take(io, outcomeOf(item, options), ledger, run)
    progress.step(line, path)
  }
  return run
}

/** A report that the ledger has, read by these rules, is not read again, unless more is said of it now. */
const isKnown = async (item: Acquired | AcquireFailure, options: GivenOptions, ledger: Ledger): Promise<boolean> =>
  !('error' in item) && saysNothing(options) && ledger.known(item, RULES_VERSION)

function countKnown(io: Session, path: string, run: IngestRun): string {
  run.known++
  return io.t('ingest.known', { path })
}

async function take(io: Session, outcome: Outcome, ledger: Ledger, run: IngestRun): Promise<string> {
  const { path } = outcome
  if ('error' in outcome) {
    if (outcome.skipped) {
      run.skipped++
      return io.t('ingest.skipped', { path, message: outcome.error.message })
    }
    run.failures.push({ path, error: outcome.error })
    return io.t('ingest.failed', { path, message: outcome.error.message })
  }
  const status = await addTo(ledger, outcome)
  if (status === 'known') run.known++
  else run.added++
  return io.t(`ingest.${status}`, { path })
}

async function addTo(
  ledger: Ledger,
  { path, acquired, reading }: Extract<Outcome, { reading: unknown }>,
): Promise<'added' | 'known' | 'reread'> {
  try {
    return await ledger.add(acquired, reading)
  } catch (thrown) {
    throw asIsnadError(thrown, `adding ${path} to the ledger`)
  }
}

function summarise(io: Session, run: IngestRun, ledger: string): void {
  if (run.failures.length > 0) {
    io.err(`${io.t('ingest.failures')}\n`)
    for (const { path, error } of run.failures) io.err(`  ${failureLine(path, error)}\n    → ${error.hint}\n`)
  }
  const skipped = run.skipped > 0 ? ` · ${io.t('ingest.passed-over', { n: run.skipped })}` : ''
  io.out(`${io.t('ingest.summary', { added: run.added, known: run.known, failed: run.failures.length, ledger })}${skipped}\n`)
  if (io.signal.aborted) io.err(`${io.t('ingest.stopped')}\n`)
}
