import type { Ledger } from '../ledger/index.ts'
import type { FactOptions } from '../read/lexicon.ts'
import type { Desk } from './desk/index.ts'
import type { Runs } from './runs.ts'

/** What every route works with. */
export interface Api {
  desk: Desk
  ledger: Ledger
  runs: Runs
  /** Key of the ledger's pseudonyms. */
  key: string
  /** Further registries and gazetteers that reports are read with. */
  facts: FactOptions
  now: () => Date
  version: string
  /** Name of the ledger's folder, without where it lies. */
  name: string
  /** What the person at the terminal should know; never told to a browser. */
  log: (text: string) => void
}
