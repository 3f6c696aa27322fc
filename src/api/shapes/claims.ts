import { z } from '@hono/zod-openapi'
import { Act, Bilingual, EventType, Modality, Modifier, Span } from '../../model.ts'
import { many, PlaceName, ReportKey } from './common.ts'

/* Claims, as rows, margin notes and facets show them. */

/** A figure: the words of the text first, its bounds beside them. */
export const FigureView = z
  .object({
    id: z.string(),
    text: z.string(),
    start: z.int(),
    end: z.int(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    modifier: Modifier,
    unit: z.string(),
    of: z.string().optional(),
    sex: z.enum(['female', 'male']).optional(),
    age: z.enum(['child', 'adult']).optional(),
    affiliation: z.string().optional(),
    nationality: z.string().optional(),
    per: z.string().optional(),
  })
  .openapi('Figure')

/** One source of a chain, from the outlet towards the origin; spans are there for what stands in the report's text. */
export const ChainView = z
  .object({
    text: z.string(),
    kind: z.enum(['outlet', 'credit', 'hop']),
    actor: z.string().optional(),
    act: Act.optional(),
    named: z.boolean(),
    origin: z.boolean(),
    span: Span.optional(),
    cue: Span.optional(),
  })
  .openapi('ChainNode')

/** One claim with everything a row, a margin note or a tooltip shows of it. */
export const ClaimView = z
  .object({
    /** Report key, colon, id of the claim in its reading. */
    key: z.string(),
    report: ReportKey,
    outlet: z.string().nullable(),
    /** Value of the `outlet` facet that stands for it. */
    outletId: z.string().nullable(),
    title: z.string().nullable(),
    published: z.string().nullable(),
    type: EventType,
    modality: Modality,
    figure: FigureView.nullable(),
    /** `text`: the report's words; `name`: the neutral name; `nameAr`: the gazetteer's or registry's in Arabic; `actor`: value of the `actor` facet, where an actor stands in the role. */
    roles: z.array(
      z.object({
        role: z.string(),
        text: z.string(),
        name: z.string(),
        nameAr: z.string().nullable(),
        actor: z.string().optional(),
        loaded: z.boolean(),
        private: z.boolean(),
      }),
    ),
    legs: z.array(z.object({ giver: z.string(), receiver: z.string(), figures: z.array(z.string()), unwilling: z.boolean() })),
    time: z.string().nullable(),
    place: PlaceName.extend({ text: z.string().nullable() }).nullable(),
    chain: z.array(ChainView),
    /** `key`: value of the `source` facet; `name`: its one name, as the registry or the fullest mention has it. */
    origin: z.object({ key: z.string(), name: z.string() }).nullable(),
    /** The sentence; `start` is its place in the report, `figure` and `hits` are spans inside `text`. */
    evidence: z.object({ text: z.string(), start: z.int(), end: z.int(), figure: Span.nullable(), hits: z.array(Span) }),
    /** The measure that compares this figure with others' figures. */
    measure: z.string().nullable(),
    contested: z.boolean(),
  })
  .openapi('Claim')

/** Facets of the ledger room; each value may be given several times (any of them), facets narrow each other (all of them). */
export const FACETS = [
  'type',
  'modality',
  'place',
  'actor',
  'source',
  'outlet',
  'population',
  'nationality',
  'sex',
  'age',
  'unit',
  'year',
] as const

export const FacetName = z.enum(FACETS)

/**
 * What to look for among the claims. `from` and `to` are days (YYYY-MM-DD), both inclusive: they take what lies between them whole,
 * and what spans a month or less and begins between them. A month of the timeline is `from` its first day `to` its last.
 */
export const ClaimQuery = z.object({
  q: z.string().max(500).optional(),
  type: many,
  modality: many,
  place: many,
  actor: many,
  source: many,
  outlet: many,
  population: many,
  nationality: many,
  sex: many,
  age: many,
  unit: many,
  year: many,
  report: many,
  /** `true`: only claims with a figure. */
  figures: z.enum(['true']).optional(),
  /** `true`: only claims whose measure is contested. */
  contested: z.enum(['true']).optional(),
  /** `true`: only claims that belong to no month: undated, open or spanning more than a month. */
  undated: z.enum(['true']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  min: z.coerce.number().optional(),
  max: z.coerce.number().optional(),
  sort: z.enum(['report', 'time', 'value', 'newest']).optional(),
})

export const ClaimPage = z
  .object({ total: z.int(), at: z.int(), rows: z.array(ClaimView), next: z.string().nullable() })
  .openapi('ClaimPage')

/** Values of each facet with the number of claims under the other facets' choice, the most frequent first. */
export const FacetView = z
  .object({
    total: z.int(),
    facets: z.array(
      z.object({
        name: FacetName,
        values: z.array(z.object({ value: z.string(), label: Bilingual.nullable(), count: z.int() })),
        /** How many values there are in all; `values` holds the first hundred and those that are chosen. */
        distinct: z.int(),
      }),
    ),
  })
  .openapi('Facets')

export type FigureView = z.infer<typeof FigureView>
export type ChainView = z.infer<typeof ChainView>
export type ClaimView = z.infer<typeof ClaimView>
export type FacetName = z.infer<typeof FacetName>
export type ClaimQuery = z.infer<typeof ClaimQuery>
export type ClaimPage = z.infer<typeof ClaimPage>
export type FacetView = z.infer<typeof FacetView>
