import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Policy } from '../../link/estimates.ts'
import type { Api } from '../context.ts'
import { Refusal } from '../errors.ts'
import { addRoute } from '../route.ts'
import { ClaimQuery, MeasureDetail, MeasurePage, PageQuery, PolicyName } from '../shapes.ts'
import { makeMeasureDetails } from '../views/measure.ts'

const JSON_TYPE = 'application/json'
const { after, limit } = PageQuery.shape
const { q, contested } = ClaimQuery.shape

/** Figures that measure the same thing, and what they come to. */
export function measureRoutes(app: OpenAPIHono, api: Api): void {
  const detailOf = makeMeasureDetails(api)
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/measures',
      summary: 'What several reports give figures for, the contested first',
      query: { contested, type: z.string().optional(), q, after, limit },
      answer: { [JSON_TYPE]: MeasurePage },
    },
    ({ query: { contested, ...query } }) => api.desk.measures({ ...query, contested: contested === 'true' }),
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/measures/{id}',
      summary: 'A measure with every figure, its origins and comparisons; a best value only under a policy',
      params: { id: z.string() },
      query: {
        policy: PolicyName.default('range'),
        rank: z
          .union([z.string(), z.array(z.string())])
          .optional()
          .openapi({ description: 'For source-ranked: keys of origins, the most trusted first, repeated (`rank=a&rank=b`).' }),
      },
      answer: { [JSON_TYPE]: MeasureDetail },
      errors: [404],
    },
    async ({ params: { id }, query, t }) => {
      const detail = await detailOf(id, policyOf(query))
      if (detail) return detail
      throw new Refusal({ status: 404, code: 'not-found', message: t('unknown-measure', { id }), hint: t('unknown-measure.hint') })
    },
  )
}

function policyOf({ policy, rank = [] }: { policy: Policy['name']; rank?: string | string[] | undefined }): Policy {
  if (policy !== 'source-ranked') return { name: policy }
  const keys = [rank].flat() // a key may hold a comma
  return { name: policy, rank: keys.map((key) => key.trim()).filter((key) => key !== '') }
}
