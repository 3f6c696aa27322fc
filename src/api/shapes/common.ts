import { z } from '@hono/zod-openapi'

/* What several answers share. */

/** Key of a report in the ledger: hexadecimal SHA-256. */
export const ReportKey = z.string().regex(/^[0-9a-f]{64}$/u)

/** The one error shape. */
export const ApiError = z.object({ error: z.object({ code: z.string(), message: z.string(), hint: z.string() }) }).openapi('Error')

export const page = <T extends z.ZodType>(row: T) => z.object({ total: z.int(), rows: z.array(row), next: z.string().nullable() })

/** A place by its English name and, where one is known, the Arabic one. */
export const PlaceName = z.object({ id: z.string(), name: z.string(), nameAr: z.string().nullable() })

export const many = z.union([z.string(), z.array(z.string())]).optional()

/** A page: by `after` (keyset, for programs) or `at` (position, for a list that scrolls). */
export const PageQuery = z.object({
  after: z.string().optional(),
  at: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export type ApiError = z.infer<typeof ApiError>
export type PageQuery = z.infer<typeof PageQuery>
