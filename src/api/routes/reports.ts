import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Api } from '../context.ts'
import { addRoute } from '../route.ts'
import { Explanation, ReportDetail, ReportKey } from '../shapes.ts'
import { explanation, makeReportTexts, original } from '../views/report.ts'

const JSON_TYPE = 'application/json'
const params = { key: ReportKey }
const Bytes = z.string().openapi({ format: 'binary' })

/** One report: what was read off it, why, and its original. */
export function reportRoutes(app: OpenAPIHono, api: Api): void {
  const detailOf = makeReportTexts(api)
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/reports/{key}',
      summary: 'A report with its claims, findings, copies and source',
      params,
      answer: { [JSON_TYPE]: ReportDetail },
      errors: [404],
    },
    async ({ params: { key }, lang }) => new Response(await detailOf(key, lang), { headers: { 'content-type': JSON_TYPE } }),
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/reports/{key}/original',
      summary: 'The original bytes, where names are lifted',
      params,
      answer: { 'application/octet-stream': Bytes },
      errors: [404],
    },
    ({ params: { key }, lang }) => original(api, key, lang),
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/reports/{key}/explain',
      summary: 'What was read off one offset of a report, and by which rules',
      params,
      query: { at: z.coerce.number().int().nonnegative() },
      answer: { [JSON_TYPE]: Explanation },
      errors: [404],
    },
    ({ params: { key }, query: { at }, lang }) => explanation(api, { key, at }, lang),
  )
}
