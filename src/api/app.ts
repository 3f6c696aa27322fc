import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { asIsnadError } from '../errors.ts'
import type { Api } from './context.ts'
import { Refusal, statusOf, told, whereOf } from './errors.ts'
import { guard, type Own, secured } from './guard.ts'
import { languageOf } from './language.ts'
import { apiMessages } from './messages/index.ts'
import { plainPage } from './page.ts'
import { addRoute } from './route.ts'
import { exportRoutes } from './routes/exports.ts'
import { ledgerRoutes } from './routes/ledger.ts'
import { measureRoutes } from './routes/measures.ts'
import { reportRoutes } from './routes/reports.ts'
import { runRoutes } from './routes/runs.ts'
import { settingsRoutes } from './routes/settings.ts'
import type { ApiError } from './shapes.ts'
import { webFile } from './static.ts'

export interface AppOptions {
  own: Own
  /** Folder of the built workbench. */
  web: string | undefined
  /** Notes whether a request added or decided anything. */
  seen: { touched: boolean }
}

/** All routes of the API, and the workbench at every other address. */
export function makeApp(api: Api, options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono()
  app.use(secured, guard(options.own), upToDate(api), noting(options.seen))
  for (const add of [settingsRoutes, ledgerRoutes, reportRoutes, measureRoutes, exportRoutes, runRoutes, description]) add(app, api)
  app.get('*', async (c) => {
    const page = c.req.path.startsWith('/api/') ? null : await webPage(c.req.path, options.web)
    return page ?? failed(c, unknownRoute(c, app), api)
  })
  app.notFound((c) => failed(c, unknownRoute(c, app), api))
  app.onError((thrown, c) => failed(c, thrown, api))
  return app
}

/** How often, in milliseconds, a question makes the desk look for what other processes added to the ledger. */
const LOOK_MS = 1000

function upToDate({ desk }: Api): MiddlewareHandler {
  let looked = -Infinity
  return async (c, next) => {
    if (c.req.method === 'GET' && c.req.path.startsWith('/api/') && performance.now() - looked > LOOK_MS) {
      looked = performance.now()
      await desk.refresh()
    }
    await next()
  }
}

const KEEPS_NOTHING = new Set(['/api/read'])

const noting =
  (seen: AppOptions['seen']): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const isChange = !['GET', 'HEAD'].includes(c.req.method) && !KEEPS_NOTHING.has(c.req.path)
    if (isChange && c.res.ok) seen.touched = true
  }

function description(app: OpenAPIHono, api: Api): void {
  const answer = { 'application/json': z.record(z.string(), z.unknown()) }
  addRoute(app, api, { method: 'get', path: '/api/openapi.json', summary: 'This description', answer }, () =>
    app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Isnad', version: api.version, license: { name: 'Apache-2.0' } } }),
  )
}

const webPage = async (path: string, web: string | undefined): Promise<Response | null> => {
  if (web !== undefined) return webFile(web, path)
  return path === '/' ? plainPage() : null
}

/** Nothing is there, or it takes another method. */
function unknownRoute(c: Context, app: OpenAPIHono): Refusal {
  const t = apiMessages(languageOf(c))
  const { path, method } = c.req
  const allowed = methodsAt(app, path)
  if (allowed.length === 0 || allowed.includes(method))
    return new Refusal({ status: 404, code: 'not-found', message: t('unknown-route', { path }), hint: t('unknown-route.hint') })
  const allow = allowed.join(', ')
  const message = t('method-not-allowed', { path, method })
  return new Refusal({
    status: 405,
    code: 'method-not-allowed',
    message,
    hint: t('method-not-allowed.hint', { allow }),
    headers: { allow },
  })
}

function methodsAt(app: OpenAPIHono, path: string): string[] {
  const at = app.routes.filter((route) => route.path.startsWith('/api/') && matches(route.path, path)).map(({ method }) => method)
  const methods = at.length > 0 || path.startsWith('/api/') ? at : ['GET']
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort()
}

function matches(pattern: string, path: string): boolean {
  const [parts, given] = [pattern.split('/'), path.split('/')]
  return parts.length === given.length && parts.every((part, i) => part.startsWith(':') || part === given[i])
}

/** Whatever was thrown, as an answer in the one error shape. */
export function failed(c: Context, thrown: unknown, { log }: Pick<Api, 'log'>): Response {
  const [error, status, headers] = answerTo(thrown, c)
  if (status === 500) log(`${c.req.method} ${c.req.path}: ${whereOf(thrown)}`)
  return c.json({ error } satisfies ApiError, status as 500, { ...headers, 'cache-control': 'no-store' })
}

function answerTo(thrown: unknown, c: Context): [ApiError['error'], number, Readonly<Record<string, string>>] {
  if (thrown instanceof Refusal) {
    const { code, message, hint, status, headers } = thrown
    return [{ code, message, hint }, status, headers]
  }
  const error = asIsnadError(thrown, 'answering')
  return [told(error, languageOf(c)), statusOf(error.code), {}]
}
