import { type Acquired, type AcquireFailure, acquire, type Given } from '../acquire/index.ts'
import { asIsnadError, type IsnadError } from '../errors.ts'
import type { Reading } from '../model.ts'
import { readReport } from '../pipeline.ts'
import type { FactOptions } from '../read/lexicon.ts'
import type { Session } from './io.ts'

/** One input as it came out: read, or failed and why. `skipped`: passed over on purpose, which fails nothing. */
export type Outcome = { path: string; acquired: Acquired; reading: Reading } | { path: string; error: IsnadError; skipped?: true }

export interface GivenOptions {
  published?: string
  outlet?: string
  url?: string
  /** Further registry and gazetteer files to read with. */
  registry?: string[]
  gazetteer?: string[]
}

const givenOf = ({ published, outlet, url }: GivenOptions): Given => ({
  ...(published === undefined ? {} : { published }),
  ...(outlet === undefined ? {} : { outlet }),
  ...(url === undefined ? {} : { url }),
})

/** Acquires and reads inputs one after another; one that fails is one outcome, and the others go on. Stops when the session is aborted. */
export async function* readInputs(io: Session, inputs: string[], options: GivenOptions): AsyncGenerator<Outcome> {
  for await (const item of acquireInputs(io, inputs, options)) yield outcomeOf(item, options)
}

/** As {@link readInputs}, before anything is read. */
export async function* acquireInputs(io: Session, inputs: string[], options: GivenOptions): AsyncGenerator<Acquired | AcquireFailure> {
  for await (const item of acquire(inputs, { given: givenOf(options), now: io.now(), stdin: io.stdin, signal: io.signal })) {
    yield item
    // Reading is synchronous: without a turn of the loop Ctrl+C would not be heard between reports.
    await new Promise((resolve) => setImmediate(resolve))
    if (io.signal.aborted) return
  }
}

/** Whether nothing was said of the inputs beside what they say themselves. */
export const saysNothing = (options: GivenOptions): boolean =>
  Object.keys(givenOf(options)).length + (options.registry ?? []).length + (options.gazetteer ?? []).length === 0

const factsOf = ({ registry = [], gazetteer = [] }: GivenOptions): FactOptions => ({ registries: registry, gazetteers: gazetteer })

/** What an acquired input is called. */
export const nameOf = ({ source, id }: Acquired): string => source.path ?? source.url ?? id

/** Reads one input. */
export function outcomeOf(item: Acquired | AcquireFailure, options: GivenOptions): Outcome {
  if ('error' in item) return item
  const path = nameOf(item)
  try {
    return { path, acquired: item, reading: readReport(item, factsOf(options)) }
  } catch (thrown) {
    return { path, error: asIsnadError(thrown, `reading ${path}`) }
  }
}
