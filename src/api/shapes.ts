import { z } from '@hono/zod-openapi'
import {
  Act,
  Bilingual,
  EventType,
  Finding,
  Link,
  Modality,
  Modifier,
  PlaceKind,
  PublicationBasis,
  Reading,
  Span,
  Verdict,
} from '../model.ts'

/*
 * What the HTTP API answers. The workbench imports these types; the OpenAPI document is made from them.
 * Offsets are UTF-16 code units of the text they come with, as it is after private names are masked. Days are EDTF.
 */

/** Key of a report in the ledger: hexadecimal SHA-256. */
export const ReportKey = z.string().regex(/^[0-9a-f]{64}$/u)

/** The one error shape. */
export const ApiError = z.object({ error: z.object({ code: z.string(), message: z.string(), hint: z.string() }) }).openapi('Error')

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

/** A report in a list. */
export const ReportCard = z
  .object({
    key: ReportKey,
    path: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    /** Value of the `outlet` facet that stands for it. */
    outletId: z.string().nullable(),
    published: z.object({ edtf: z.string(), basis: PublicationBasis }).nullable(),
    language: z.string(),
    claims: z.int(),
    findings: z.int(),
    /** The report that this one is a near copy of. */
    copyOf: ReportKey.nullable(),
  })
  .openapi('ReportCard')

const page = <T extends z.ZodType>(row: T) => z.object({ total: z.int(), rows: z.array(row), next: z.string().nullable() })

export const ReportPage = page(ReportCard).openapi('ReportPage')

/** A report found by its words; `hits` are spans inside `text`, which is one line around the first of them. */
export const SearchHit = z.object({ report: ReportCard, snippet: z.object({ text: z.string(), hits: z.array(Span) }) }).openapi('SearchHit')
export const SearchPage = page(SearchHit).openapi('SearchPage')

/** A link of the data contract, with the keys of the reports at its two ends. */
export const LinkView = z.object({ a: ReportKey, b: ReportKey, link: Link }).openapi('LinkView')
export const LinkPage = z.object({ rows: z.array(LinkView), next: z.string().nullable() }).openapi('LinkPage')

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
    /** `text`: the report's words; `name`: the neutral name; `actor`: value of the `actor` facet, where an actor stands in the role. */
    roles: z.array(
      z.object({
        role: z.string(),
        text: z.string(),
        name: z.string(),
        actor: z.string().optional(),
        loaded: z.boolean(),
        private: z.boolean(),
      }),
    ),
    legs: z.array(z.object({ giver: z.string(), receiver: z.string(), figures: z.array(z.string()), unwilling: z.boolean() })),
    time: z.string().nullable(),
    place: z.object({ id: z.string(), name: z.string(), text: z.string().nullable() }).nullable(),
    chain: z.array(ChainView),
    /** `key`: value of the `source` facet. */
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

const many = z.union([z.string(), z.array(z.string())]).optional()

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

/** A page: by `after` (keyset, for programs) or `at` (position, for a list that scrolls). */
export const PageQuery = z.object({
  after: z.string().optional(),
  at: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
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

/** Bounds over independent origins and who stands at each end. */
export const RangeView = z.object({
  low: z.object({ value: z.number().nullable(), by: z.array(z.string()) }),
  high: z.object({ value: z.number().nullable(), by: z.array(z.string()) }),
})

export const Grade = z.enum(['single-origin', 'two-origins', 'several-origins'])

/** One thing that several reports give figures for, in a list. */
export const MeasureCard = z
  .object({
    /** Stable while its first figure stays in it. */
    id: z.string(),
    type: EventType,
    unit: z.string(),
    of: z.string().nullable(),
    nationality: z.string().nullable(),
    place: z.object({ id: z.string(), name: z.string() }).nullable(),
    time: z.string().nullable(),
    range: RangeView,
    figures: z.int(),
    reports: z.int(),
    outlets: z.int(),
    origins: z.int(),
    grade: Grade,
    contested: z.boolean(),
  })
  .openapi('MeasureCard')

export const MeasurePage = page(MeasureCard).openapi('MeasurePage')

/** A figure of a measure, to be drawn. `day`: the day of the state it gives, else of publication (`basis`). */
export const PointView = z
  .object({
    claim: ClaimView,
    /** Index into `origins`. */
    origin: z.int(),
    day: z.string().nullable(),
    basis: z.enum(['stated', 'published']).nullable(),
    /** Its verdict against the measure's other figures: the gravest of them. */
    verdict: Verdict,
    /** Points (by index) that stand in copies of this point's report. */
    copies: z.array(z.int()),
    /** The point whose report this one copies. */
    copyOf: z.int().nullable(),
  })
  .openapi('Point')

export const PolicyName = z.enum(['range', 'lowest', 'ucdp', 'source-ranked'])

export const MeasureDetail = z
  .object({
    card: MeasureCard,
    points: z.array(PointView),
    /** Origins in the order of their first appearance. */
    origins: z.array(
      z.object({
        key: z.string().nullable(),
        name: z.string().nullable(),
        behind: z.array(z.string()),
        outlets: z.array(z.string()),
        first: z.string().nullable(),
        /** The point that this origin stands by now. */
        latest: z.int(),
        /** Not known to be independent of a named origin: it adds none to the count. */
        counted: z.boolean(),
      }),
    ),
    comparisons: z.array(
      z.object({
        a: z.int(),
        b: z.int(),
        verdict: Verdict,
        independent: z.union([z.boolean(), z.literal('unknown')]),
        why: Bilingual,
      }),
    ),
    /** What changed on the way from an origin to an outlet: 'possibly' became 'confirmed', a range became a number. */
    drift: z.array(z.object({ from: z.int(), to: z.int(), kind: z.string(), message: Bilingual })),
    policy: PolicyName,
    /** One value, only where a policy was chosen that gives one. `ucdp` keeps low and high beside it. */
    best: z.number().nullable(),
  })
  .openapi('Measure')

/** A line of the custody table: who holds whom, as of when, says who. */
export const CustodyLine = z
  .object({
    custodian: z.string().nullable(),
    custodianId: z.string().nullable(),
    population: z.string().nullable(),
    nationality: z.string().nullable(),
    place: z.object({ id: z.string(), name: z.string() }).nullable(),
    asOf: z.object({ edtf: z.string(), basis: z.enum(['stated', 'published']) }).nullable(),
    /** The first of its claims, and how many there are (repetitions and copies among them). */
    claims: z.array(ClaimView),
    count: z.int(),
  })
  .openapi('CustodyLine')

/** Reports that carry one text: the first, some of its copies, and of how many reports (the first included) it consists. */
export const EchoFamily = z
  .object({
    first: ReportCard,
    copies: z.array(ReportCard),
    reports: z.int(),
    outlets: z.int(),
    origins: z.int(),
    origin: z.string().nullable(),
  })
  .openapi('EchoFamily')

export const Overview = z
  .object({
    counts: z.object({
      reports: z.int(),
      copies: z.int(),
      outlets: z.int(),
      origins: z.int(),
      undated: z.int(),
      claims: z.int(),
      figures: z.int(),
      measures: z.int(),
      contested: z.int(),
      findings: z.int(),
    }),
    /** Claims of things that happened, by month (YYYY-MM) and event type. */
    timeline: z.array(z.object({ month: z.string(), type: EventType, count: z.int() })),
    /** Claims of things that happened which belong to no month (`modality=actual&undated=true`). */
    undatedClaims: z.int(),
    places: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        nameAr: z.string().nullable(),
        lat: z.number(),
        lon: z.number(),
        kind: PlaceKind,
        count: z.int(),
      }),
    ),
    types: z.array(z.object({ type: EventType, count: z.int() })),
    custody: z.array(CustodyLine),
    contested: z.array(MeasureCard),
    newest: z.array(ReportCard),
    echoes: z.array(EchoFamily),
  })
  .openapi('Overview')

/** A passage of this report that another report has too; `text` is how it stands there. */
export const CopyView = z
  .object({
    other: ReportCard,
    relation: z.enum(['near-copy', 'shared-passage']),
    similarity: z.number(),
    /** Whether this report is the earlier one; null where dates do not tell. */
    earlier: z.boolean().nullable(),
    passages: z.array(z.object({ here: Span, there: Span, text: z.string() })),
  })
  .openapi('Copy')

export const ReportDetail = z
  .object({
    card: ReportCard,
    reading: Reading,
    /** What was withheld from the text. */
    masked: z.object({ people: z.int(), contacts: z.int(), counts: z.int() }),
    claims: z.array(ClaimView),
    findings: z.array(Finding),
    copies: z.array(CopyView),
    source: z.object({
      sha256: z.string(),
      bytes: z.int(),
      mediaType: z.string(),
      path: z.string().nullable(),
      url: z.string().nullable(),
      retrievedAt: z.string().nullable(),
      /** The original holds names that are withheld: it is handed out only where they are lifted. */
      available: z.boolean(),
    }),
    rules: z.string(),
    newer: z.int().openapi({ description: 'Readings kept of this report besides the one in force.' }),
  })
  .openapi('Report')

/** What was read off one place of a report, and by which rules; spans are over the text as it is served. */
export const Explanation = z
  .object({
    at: z.int(),
    length: z.int(),
    rules: z.string(),
    line: z.object({ start: z.int(), end: z.int(), text: z.string() }),
    block: z.object({ kind: z.string(), start: z.int(), end: z.int() }).nullable(),
    groups: z.array(
      z.object({
        kind: z.enum(['quantities', 'times', 'places', 'actors', 'statements', 'claims']),
        items: z.array(
          z.object({
            start: z.int(),
            end: z.int(),
            text: z.string(),
            facts: z.array(z.string()),
            /** From the outlet towards the origin; empty where the outlet says so itself, null where nothing is said. */
            chain: z
              .array(
                z.object({
                  text: z.string(),
                  span: Span,
                  cue: Span.nullable(),
                  act: Act,
                  named: z.boolean(),
                  actor: z.string().nullable(),
                }),
              )
              .nullable(),
            /** Names of the rules. */
            why: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .openapi('Explanation')

/** What an addition of reports came to; sent whole with every event of `/api/runs/{id}/events`. */
export const RunView = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'stopped']),
    total: z.int(),
    done: z.int(),
    added: z.int(),
    known: z.int(),
    failed: z.int(),
    /** At most 500: of a longer run those that failed and the newest. */
    items: z.array(
      z.object({
        name: z.string(),
        state: z.enum(['waiting', 'reading', 'added', 'known', 'failed']),
        report: ReportKey.nullable(),
        claims: z.int().nullable(),
        error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('Run')

/** A text that was only read: nothing of it is kept. */
export const ReadAnswer = z
  .object({ reading: Reading, masked: z.object({ people: z.int(), contacts: z.int(), counts: z.int() }) })
  .openapi('ReadAnswer')

/** A pasted report. */
export const Paste = z.object({
  text: z.string().min(1),
  title: z.string().max(500).optional(),
  outlet: z.string().max(200).optional(),
  published: z.string().max(40).optional(),
  url: z.string().max(2000).optional(),
})

export const Settings = z
  .object({
    version: z.string(),
    rules: z.string(),
    ledger: z.string().openapi({ description: 'Name of the ledger’s folder.' }),
    /** Changes with every report, review and setting. */
    revision: z.string(),
    reports: z.int(),
    /** Why names are shown, since when; null where they are withheld. */
    revealed: z.object({ reason: z.string(), at: z.string(), by: z.string() }).nullable(),
    limits: z.object({ bytes: z.int(), files: z.int() }),
    run: z
      .string()
      .nullable()
      .openapi({ description: 'The run that adds reports at the moment: what `isnad serve PATH…` reads is one too.' }),
  })
  .openapi('Settings')

export type ApiError = z.infer<typeof ApiError>
export type FigureView = z.infer<typeof FigureView>
export type ChainView = z.infer<typeof ChainView>
export type ReportCard = z.infer<typeof ReportCard>
export type ClaimView = z.infer<typeof ClaimView>
export type FacetName = z.infer<typeof FacetName>
export type ClaimQuery = z.infer<typeof ClaimQuery>
export type PageQuery = z.infer<typeof PageQuery>
export type ClaimPage = z.infer<typeof ClaimPage>
export type FacetView = z.infer<typeof FacetView>
export type RangeView = z.infer<typeof RangeView>
export type MeasureCard = z.infer<typeof MeasureCard>
export type PointView = z.infer<typeof PointView>
export type PolicyName = z.infer<typeof PolicyName>
export type MeasureDetail = z.infer<typeof MeasureDetail>
export type CustodyLine = z.infer<typeof CustodyLine>
export type EchoFamily = z.infer<typeof EchoFamily>
export type Overview = z.infer<typeof Overview>
export type CopyView = z.infer<typeof CopyView>
export type ReportDetail = z.infer<typeof ReportDetail>
export type RunView = z.infer<typeof RunView>
export type ReportPage = z.infer<typeof ReportPage>
export type SearchHit = z.infer<typeof SearchHit>
export type SearchPage = z.infer<typeof SearchPage>
export type LinkPage = z.infer<typeof LinkPage>
export type MeasurePage = z.infer<typeof MeasurePage>
export type Explanation = z.infer<typeof Explanation>
export type ReadAnswer = z.infer<typeof ReadAnswer>
export type Paste = z.infer<typeof Paste>
export type Settings = z.infer<typeof Settings>
