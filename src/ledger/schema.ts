import type { ColumnType, Generated } from 'kysely'

/*
 * The tables, as Kysely sees them. Nothing is updated in place but `readings.current`, which is derived:
 * acquisitions, readings and reviews only grow; claims, links and sketches follow from the current readings.
 */

/** One row a report: what was fetched, from where. The key is made of source identity and bytes, never of time. */
export interface AcquisitionRow {
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

/** A link between two current readings; `id` is the digest of its ends and kind. */
export interface LinkRow {
  id: string
  kind: string
  a: string
  b: string
  json: string
}

/** Where a report stands in the index of candidates: `space` tells the kinds of key apart. */
export interface SketchRow {
  space: number
  hash: number
  acquisition: string
  /** Outlet and story of the report, for learning what an outlet prints under everything. */
  outlet: number
  story: number
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
  reviews: ReviewRow
  search: SearchRow
}
