import type { NameSpan } from './names.ts'

/** What a title says of the person it names. */
export type Status = 'office' | 'rank' | 'professional' | 'civil' | 'kin' | 'victim'

/** A person's name with what stands beside it. */
export interface Person extends NameSpan {
  status: Status | undefined
  /** Held, taken, accused, hurt, killed, by the words right before the name. */
  victim: boolean
  why: string
}

/** A title on its way to the name it belongs to. */
export interface Pending {
  status: Status
  first: number
  last: number
  victim: boolean
  /** A verb of naming people ('called', 'calls himself'), behind which any word is a name. */
  cue?: boolean
}
