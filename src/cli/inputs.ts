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
  const items = acquire(inputs, { given: givenOf(options), now: io.now(), stdin: io.stdin, signal: io.signal })
  for await (const item of items) {
    yield outcomeOf(item, factsOf(options))
    // Reading is synchronous: without a turn of the loop Ctrl+C would not be heard between reports.
    await new Promise((resolve) => setImmediate(resolve))
    if (io.signal.aborted) return
  }
}

const factsOf = ({ registry = [], gazetteer = [] }: GivenOptions): FactOptions => ({ registries: registry, gazetteers: gazetteer })

function outcomeOf(item: Acquired | AcquireFailure, facts: FactOptions): Outcome {
  if ('error' in item) return item
  const path = item.source.path ?? item.source.url ?? item.id
  try {
    return { path, acquired: item, reading: readReport(item, facts) }
  } catch (thrown) {
    return { path, error: asIsnadError(thrown, `reading ${path}`) }
  }
}
