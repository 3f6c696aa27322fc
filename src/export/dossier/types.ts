import type { z } from 'zod'
import type { Act, EventType, Finding, Modality, PublicationBasis, Roles, Verdict } from '../../model.ts'
import type { ChainNode } from '../chains.ts'
import type { Bounds, FigureView } from '../figures.ts'

/* What a dossier says, apart from how it looks: terminal, Markdown and HTML print this one structure. */

/** A piece of a quoted sentence; figures of the row are marked in it. */
export interface Segment {
  text: string
  figure?: true
}

export interface ReportView {
  /** 1 for the first in order of publication; undated reports come last. */
  number: number
  id: string
  path: string | null
  url: string | null
  title: string | null
  outlet: string | null
  credits: string[]
  published: { edtf: string; basis: z.infer<typeof PublicationBasis> } | null
  language: string
  claims: number
  /** The report that this one is a near copy of, by number. */
  copyOf?: number
  /** Reports that a passage is shared with, by number. */
  sharesWith: number[]
}

export interface RoleView {
  role: keyof Roles
  name: string
  /** As the report writes it: what an Arabic page shows. */
  nameAr: string
  /** The outlet's own word, where it is loaded. */
  loaded?: string
  /** A place stands in this role. */
  place?: true
}

export interface LegView {
  giver: string
  receiver: string
  figures: string[]
  unwilling: boolean
}

/** One thing said in one sentence of one report, with all the figures that belong to it. */
export interface Row {
  report: number
  type: EventType
  modality: Modality
  /** What the source does: threatens, demands, denies. */
  act?: Act
  figures: FigureView[]
  roles: RoleView[]
  legs: LegView[]
  time: { edtf: string } | { text: string } | null
  place: string | null
  placeAr: string | null
  quote: Segment[]
  chain: ChainNode[]
  /** Copies that say the same, by number. */
  alsoIn: number[]
  /** How often this report says it. */
  times: number
  /** Index into `measures`, where other reports measure the same thing. */
  measure?: number
}

/** One line of the custody table. */
export interface CustodyRow {
  custodian: string | null
  custodianAr: string | null
  population: string | null
  nationality?: string
  place: string | null
  placeAr: string | null
  asOf: { edtf: string; basis: 'stated' | 'published' } | null
  entries: Row[]
}

export interface DenialRow extends Row {
  /** `same`: a claim of the same kind; `after`: the claim that the report tells before it. */
  tie: { kind: 'same' | 'after'; row: Row } | null
}

export interface Side {
  report: number
  figure: string
  quote: Segment[]
  chain: ChainNode[]
}

export interface ComparisonView {
  verdict: Verdict
  independent: boolean | 'unknown'
  why: { ar: string; en: string }
  a: Side
  b: Side
}

export interface FindingView {
  report: number
  kind: Finding['kind']
  verdict: Verdict
  message: { ar: string; en: string }
  quotes: Segment[][]
}

/** All reports' figures of one source. */
export interface OriginView {
  /** Name of the source; null where the report names none. */
  name: string | null
  /** Unnamed sources behind it, in the words of the reports. */
  behind: string[]
  reports: number[]
  /** Its figures, latest last. */
  figures: FigureView[]
}

/** One thing that several reports give a figure for. */
export interface Measure {
  type: EventType | null
  unit: string
  of?: string
  nationality?: string
  outlets: number
  /** Origins known to be independent of each other: unknown never adds one. */
  origins: number
  sources: OriginView[]
  /** Over the sources' latest figures; closed figures before open ones. */
  range: Bounds
  contested: boolean
  first: { report: number; edtf: string | null }
  best?: { policy: string; bounds: Bounds }
}

export interface Dossier {
  schema: 'isnad.dossier/1'
  rules: string[]
  reports: ReportView[]
  counts: { reports: number; copies: number; outlets: number; origins: number; undated: number }
  custody: CustodyRow[]
  taken: Row[]
  moved: Row[]
  harmed: Row[]
  prices: Row[]
  ahead: Row[]
  denied: DenialRow[]
  other: Row[]
  /** Claims without a figure and without a type of their own: counted here, listed in the exports. */
  bare: number
  between: ComparisonView[]
  within: FindingView[]
  measures: Measure[]
  /** Figures that stand in one report only. */
  single: number
  /** Why names are shown; null where rule 9 is in force. */
  revealed: string | null
}
