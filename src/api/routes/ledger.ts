import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { Link, Reading } from '../../model.ts'
import type { Api } from '../context.ts'
import { Refusal } from '../errors.ts'
import { addRoute } from '../route.ts'
import {
  ClaimPage,
  ClaimQuery,
  FacetView,
  LinkPage,
  Overview,
  PageQuery,
  ReportKey,
  ReportPage,
  ReportQuery,
  SearchPage,
} from '../shapes.ts'
import { linkPage, linksOf } from '../views/links.ts'
import { searchPage } from '../views/search.ts'

const JSON_TYPE = 'application/json'
const { after, limit } = PageQuery.shape

/** Lists over the whole ledger. */
export function ledgerRoutes(app: OpenAPIHono, api: Api): void {
  addRoute(app, api, { method: 'get', path: '/api/overview', summary: 'What the ledger holds', answer: { [JSON_TYPE]: Overview } }, () =>
    api.desk.overview(),
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/reports',
      summary: 'Reports, newest first; with `q` those that hold all words',
      query: { ...ReportQuery.shape, after, limit },
      answer: { [JSON_TYPE]: ReportPage },
    },
    ({ query }) => api.desk.reports(query),
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/claims',
      summary: 'Claims, faceted, a page at a time',
      query: { ...ClaimQuery.shape, ...PageQuery.shape },
      answer: { [JSON_TYPE]: ClaimPage },
    },
    ({ query }) => api.desk.claims(query),
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/facets',
      summary: 'Values of each facet and how many claims they have',
      query: ClaimQuery.shape,
      answer: { [JSON_TYPE]: FacetView },
    },
    ({ query }) => api.desk.facets(query),
  )
  listsOfLinks(app, api)
}

function listsOfLinks(app: OpenAPIHono, api: Api): void {
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/links',
      summary: 'Copies and comparisons between reports, over the text as it is served',
      query: { report: ReportKey.optional(), after, limit },
      errors: [404],
      answer: { [JSON_TYPE]: LinkPage },
    },
    ({ query, lang }) => (query.report === undefined ? linkPage(api, query) : linksOf(api, query.report, lang)),
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/search',
      summary: 'Reports that hold all words, best first, with the place where they stand',
      query: { q: z.string().trim().min(1).max(500), after, limit },
      answer: { [JSON_TYPE]: SearchPage },
    },
    ({ query }) => searchPage(api, query),
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/schema/{shape}',
      summary: 'JSON Schema of the data contract: reading or link',
      params: { shape: z.string() },
      answer: { [JSON_TYPE]: z.record(z.string(), z.unknown()) },
      errors: [404],
    },
    ({ params, t }) => {
      if (params.shape === 'reading') return z.toJSONSchema(Reading)
      if (params.shape === 'link') return z.toJSONSchema(Link)
      throw new Refusal({ status: 404, code: 'not-found', message: t('unknown-shape', params), hint: t('unknown-shape.hint') })
    },
  )
}
