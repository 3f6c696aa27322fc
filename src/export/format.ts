import type { Link, Reading } from '../model.ts'
import type { Policy } from './dossier/policy.ts'
import type { Lang } from './messages/index.ts'

/** What an export is made of: readings and links already fit to leave the ledger. */
export interface ExportInput {
  readings: readonly Reading[]
  links: readonly Link[]
  /** Language of headings. */
  lang: Lang
  /** Chooses a single 'best' value beside each range. */
  policy?: Policy
  /** Why names are shown, where rule 9 was lifted. */
  revealed?: string
  /** Colour sequences, where the medium has them. */
  colour?: boolean
}

/** One way to write a ledger down. */
export interface ExportFormat {
  name: string
  /** A `dossier` tells, `data` lists. */
  kind: 'dossier' | 'data'
  mediaType: string
  extension: string
  /** Pieces of the file in order. */
  write: (input: ExportInput) => Iterable<string>
}
