import { z } from '@hono/zod-openapi'
import { EventType, PlaceKind } from '../../model.ts'
import { ClaimView } from './claims.ts'
import { PlaceName } from './common.ts'
import { MeasureCard } from './measures.ts'
import { ReportCard } from './reports.ts'

/* What the whole ledger holds. */

/** A line of the custody table: who holds whom, as of when, says who. */
export const CustodyLine = z
  .object({
    custodian: z.string().nullable(),
    /** The registry's name in Arabic. */
    custodianAr: z.string().nullable(),
    custodianId: z.string().nullable(),
    population: z.string().nullable(),
    nationality: z.string().nullable(),
    place: PlaceName.nullable(),
    asOf: z.object({ edtf: z.string(), basis: z.enum(['stated', 'published']) }).nullable(),
    /** The first of its claims, and how many there are (repetitions and copies among them). */
    claims: z.array(ClaimView),
    count: z.int(),
  })
  .openapi('CustodyLine')

/**
 * Reports that carry one text: the first, some of its copies, and of how many reports (the first included) it consists. Copies whose outlet
 * is unknown are a number: they are no outlets, and what they do not ascribe adds no origin.
 */
export const EchoFamily = z
  .object({
    first: ReportCard,
    copies: z.array(ReportCard),
    reports: z.int(),
    /** Copies whose outlet is unknown. */
    unsigned: z.int(),
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

export type CustodyLine = z.infer<typeof CustodyLine>
export type EchoFamily = z.infer<typeof EchoFamily>
export type Overview = z.infer<typeof Overview>
