import { z } from '@hono/zod-openapi'
import { Bilingual, EventType, Verdict } from '../../model.ts'
import { ClaimView } from './claims.ts'
import { PlaceName, page } from './common.ts'

/* Figures of several reports that measure one thing. */

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
    place: PlaceName.nullable(),
    time: z.string().nullable(),
    range: RangeView,
    figures: z.int(),
    reports: z.int(),
    outlets: z.int(),
    origins: z.int(),
    /** Accounts besides, of outlets that name no source: not known to be independent, they add no origin. */
    unsure: z.int(),
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

export type RangeView = z.infer<typeof RangeView>
export type MeasureCard = z.infer<typeof MeasureCard>
export type MeasurePage = z.infer<typeof MeasurePage>
export type PointView = z.infer<typeof PointView>
export type PolicyName = z.infer<typeof PolicyName>
export type MeasureDetail = z.infer<typeof MeasureDetail>
