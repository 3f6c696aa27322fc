import type { ColumnType, Generated } from 'kysely'

/*
 * The tables, as Kysely sees them. Nothing is updated in place but `readings.current`, which is derived:
 * acquisitions, readings and reviews only grow; all other tables follow from the current readings.
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
export interface ClaimRow extends FacetColumns {
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

/** What claims are filtered and counted by besides. Tags are JSON (see derive.ts). */
export interface FacetColumns {
  /** Number of the sentence in the index of sentences. It depends on the order of ingest and never leaves the ledger. */
  sentence: number
  sex: string | null
  age: string | null
  nationality: string | null
  /** The figure stands in a headline. */
  headline: number
  /** 2: a named source says so; 1: an unnamed one; 0: the outlet itself. */
  voice: number
  source: string | null
  /** List of tags. */
  actors: string | null
  /** Whose custody the claim tells of; null where of none. */
  custody: string | null
}

/** A current reading as lists and counts need it. A reading that replaces another has a higher number: what is new is what is above. */
export interface CardRow {
  number: Generated<number>
  /** Number of the acquisition. */
  report: number
  claims: number
  findings: number
  /** Tag of the outlet. */
  outlet: string | null
  /** Publication: days since 1970-01-01 with the time of day as the fraction; null where unknown. */
  moment: number | null
  /** It has a date of publication, of whatever kind. */
  dated: number
  /** What reports are put in order by, before path and key. */
  appearance: string
  /** Its path is that of a file. */
  file: number
  /** Number of the last sentence of this card and of all before it. */
  sentences: number
}

/** A name of a private person of a report (words as spelling keys), and the fullest name that the report gives them. */
export interface PersonRow {
  report: number
  words: string
  fullest: string
}

/** A count of one to four people, by where it stands; `telling` (1) where the report alone makes it one to be withheld. */
export interface HandfulRow {
  report: number
  start: number
  telling: number
}

/** A place as readings mention it; of several mentions the first by its JSON. */
export interface PlaceRow {
  id: string
  json: string
}

/**
 * A link between two current readings; `id` sorts by path and names both ends. `a` and `b` are report numbers.
 * `verdict` is a comparison's, or the relation of a copy; the starts are those of the figures in `a` and `b`.
 */
export interface LinkRow {
  id: string
  kind: string
  a: number
  b: number
  verdict: string
  independent: string | null
  a_start: number | null
  b_start: number | null
  json: string
}

/** A link that was taken away; its row number may be given again. */
export interface UnlinkedRow {
  number: Generated<number>
  link: number
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
  hidden: string
  rank: ColumnType<number, never, never>
}

/** SQLite's full-text table of the sentences that claims stand in: folded words with their light forms, private ones apart. No text is kept. */
export interface SentenceRow {
  rowid: Generated<number>
  words: string
  hidden: string
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
  cards: CardRow
  people: PersonRow
  handfuls: HandfulRow
  places: PlaceRow
  unlinked: UnlinkedRow
  search: SearchRow
  sentences: SentenceRow
}
