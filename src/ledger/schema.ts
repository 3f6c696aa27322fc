import type { ColumnType, Generated } from 'kysely'

/*
 * The tables, as Kysely sees them. Nothing is updated in place but `readings.current`, which is derived:
 * acquisitions, readings and reviews only grow; claims, links and sketches follow from the current readings.
 */

/** One row a report: what was fetched, from where. The key is made of source identity and bytes, never of time. */
export interface AcquisitionRow {
  /** Short number for the tables that name reports often. It depends on the order of ingest and never leaves the ledger. */
  number: Generated<number>
  id: string
  report: string
  sha256: string
  /** Address where known, else path: what makes the acquisition this one. */
  source: string
  /** The name links use: path where known, else address. */
  path: string
  media_type: string
  /** UTC, ISO 8601. Never part of identity, never exported where byte equality is promised. */
  retrieved_at: string | null
}

/** A reading of an acquisition; older ones are kept, `current` (1 or 0) marks the one in force. */
export interface ReadingRow {
  acquisition: string
  rules: string
  digest: string
  given: number
  current: number
  json: string
}

/** One row a claim of a current reading, flattened for queries. */
export interface ClaimRow {
  acquisition: string
  number: number
  claim: string
  type: string
  modality: string
  figure: string | null
  min: number | null
  max: number | null
  modifier: string | null
  unit: string | null
  population: string | null
  place: string | null
  place_name: string | null
  edtf: string | null
  /** First and last day, counted from 1970-01-01; null where open or unknown. */
  first_day: number | null
  last_day: number | null
  origin: string | null
  origin_name: string | null
  start: number
  end: number
}

/** A link between two current readings; `id` sorts by path and names both ends. `a` and `b` are report numbers. */
export interface LinkRow {
  id: string
  kind: string
  a: number
  b: number
  json: string
}

/** A report under a key of the index of candidates (see src/link/keys.ts). */
export interface SketchRow {
  key: number
  report: number
}

/** Outlet and story of a report, for learning what an outlet prints under everything. */
export interface StandingRow {
  report: number
  outlet: number
  story: number
}

/** A fingerprint that is known to be boilerplate. */
export interface CommonRow {
  key: number
}

/** A signed review; `json` is the action. Undone by another review, never removed. */
export interface ReviewRow {
  id: string
  at: string
  by: string
  json: string
}

export interface MigrationRow {
  number: number
  name: string
}

/** SQLite's full-text table: folded words, and the same words without proclitics. */
export interface SearchRow {
  rowid: Generated<number>
  acquisition: string
  words: string
  light: string
  rank: ColumnType<number, never, never>
}

export interface Tables {
  schema_migrations: MigrationRow
  acquisitions: AcquisitionRow
  readings: ReadingRow
  claims: ClaimRow
  links: LinkRow
  sketches: SketchRow
  standings: StandingRow
  commons: CommonRow
  reviews: ReviewRow
  search: SearchRow
}
