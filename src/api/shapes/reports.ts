import { z } from '@hono/zod-openapi'
import { Act, Finding, Link, PublicationBasis, Reading, Span } from '../../model.ts'
import { ClaimView } from './claims.ts'
import { many, page, ReportKey } from './common.ts'

/* Reports, and what stands between them. */

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

const yes = z.enum(['true']).optional()

/** Which reports: those that hold all words of `q`, and what else is asked for. `outlet` is a value of the facet, or a name. */
export const ReportQuery = z.object({
  q: z.string().max(500).optional(),
  undated: yes,
  /** `true`: only reports that hold findings. */
  findings: yes,
  /** `true`: only reports that copy another. */
  copies: yes,
  /** Only reports that carry the text of this one, itself included. */
  copiesOf: ReportKey.optional(),
  outlet: many,
  /** `newest` first (undated last) unless said otherwise; `outlet`: by its name (without one last). */
  sort: z.enum(['newest', 'outlet']).optional(),
})

export const ReportPage = page(ReportCard).openapi('ReportPage')

/** A report found by its words; `hits` are spans inside `text`, which is one line around the first of them. */
export const SearchHit = z.object({ report: ReportCard, snippet: z.object({ text: z.string(), hits: z.array(Span) }) }).openapi('SearchHit')

export const SearchPage = page(SearchHit).openapi('SearchPage')

/** A link of the data contract, with the keys of the reports at its two ends. */
export const LinkView = z.object({ a: ReportKey, b: ReportKey, link: Link }).openapi('LinkView')

export const LinkPage = z.object({ rows: z.array(LinkView), next: z.string().nullable() }).openapi('LinkPage')

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

export type ReportCard = z.infer<typeof ReportCard>
export type ReportQuery = z.infer<typeof ReportQuery>
export type ReportPage = z.infer<typeof ReportPage>
export type SearchHit = z.infer<typeof SearchHit>
export type SearchPage = z.infer<typeof SearchPage>
export type LinkPage = z.infer<typeof LinkPage>
export type CopyView = z.infer<typeof CopyView>
export type ReportDetail = z.infer<typeof ReportDetail>
export type Explanation = z.infer<typeof Explanation>
