import { createHash, randomUUID } from 'node:crypto'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Lang } from '../export/index.ts'
import type { Api } from './context.ts'
import { Refusal } from './errors.ts'
import { languageOf } from './language.ts'
import { type ApiMessages, apiMessages } from './messages/index.ts'
import { ApiError } from './shapes.ts'

type Shape = z.ZodRawShape
type Values<S extends Shape> = z.output<z.ZodObject<S>>

/** A route: what it takes and answers, for the OpenAPI document and for the check of each request. */
export interface Route<P extends Shape, Q extends Shape> {
  method: 'get' | 'post' | 'put' | 'delete'
  /** As OpenAPI writes it: `/api/reports/{key}`. */
  path: string
  summary: string
  params?: P
  query?: Q
  /** Bodies that are taken, by media type. The handler reads them. */
  body?: Readonly<Record<string, z.ZodType>>
  status?: number
  /** What is answered, by media type. */
  answer: Readonly<Record<string, z.ZodType>>
  /** Statuses of the error shape besides 400 and 500. */
  errors?: readonly number[]
  /** What the answer depends on besides the ledger's revision. */
  also?: (params: Readonly<Record<string, string>>) => string
  /** `false`: nothing to be kept by a browser. */
  keep?: false
}

/** One request to a route, checked. */
export interface Call<P extends Shape, Q extends Shape> {
  c: Context
  params: Values<P>
  query: Values<Q>
  lang: Lang
  t: ApiMessages
}

/** Answers to everything of one server start: what a browser kept from another one is asked for again. */
const STARTED = randomUUID()

/**
 * Adds a route: describes it, checks what comes in, answers 304 where the browser has the answer already.
 * The handler returns what is sent as JSON, or a response of its own.
 *
 * @throws Refusal `bad-request` where parameters do not fit
 */
export function addRoute<P extends Shape = Shape, Q extends Shape = Shape>(
  app: OpenAPIHono,
  api: Api,
  route: Route<P, Q>,
  handle: (call: Call<P, Q>) => unknown,
): void {
  app.openAPIRegistry.registerPath(describe(route))
  app.on(route.method.toUpperCase(), route.path.replaceAll(/\{(\w+)\}/gu, ':$1'), async (c) => {
    const call = callOf(c, route)
    const tag = route.method === 'get' && route.keep !== false ? tagOf(c, api, [call.lang, route.also?.(c.req.param()) ?? '']) : null
    if (tag && has(c.req.header('if-none-match'), tag)) return c.body(null, 304, kept(tag))
    const answer = await handle(call)
    const response = answer instanceof Response ? answer : c.json(answer as object, (route.status ?? 200) as 200)
    for (const [name, value] of Object.entries(tag ? kept(tag) : { 'cache-control': 'no-store' })) response.headers.set(name, value)
    return response
  })
}

function describe<P extends Shape, Q extends Shape>(route: Route<P, Q>): Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0] {
  const content = (types: Readonly<Record<string, z.ZodType>>) =>
    Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }]))
  const failed = (status: number) => [status, { description: 'The error shape', content: content({ 'application/json': ApiError }) }]
  return {
    method: route.method,
    path: route.path,
    summary: route.summary,
    request: {
      ...(route.params ? { params: z.object(route.params) } : {}),
      ...(route.query ? { query: z.object(route.query) } : {}),
      ...(route.body ? { body: { required: true, content: content(route.body) } } : {}),
    },
    responses: {
      [route.status ?? 200]: { description: route.summary, content: content(route.answer) },
      ...Object.fromEntries([400, 403, 500, ...(route.errors ?? [])].sort().map(failed)),
    },
  }
}

function callOf<P extends Shape, Q extends Shape>(c: Context, route: Route<P, Q>): Call<P, Q> {
  const lang = languageOf(c)
  const lists = Object.entries(c.req.queries()).map(([name, all]) => [name, all.length === 1 ? all[0] : all])
  const params = check(z.object((route.params ?? {}) as P), c.req.param(), lang)
  const query = check(z.object((route.query ?? {}) as Q), Object.fromEntries(lists), lang)
  return { c, params, query, lang, t: apiMessages(lang) }
}

/**
 * Checks what came in against its schema.
 *
 * @throws Refusal `bad-request`, saying which field is wrong in the language asked for
 */
export function check<T extends z.ZodType>(schema: T, value: unknown, lang: Lang): z.output<T> {
  const checked = schema.safeParse(value, { error: z.locales[lang]().localeError })
  if (checked.success) return checked.data
  const detail = checked.error.issues
    .map(({ path, message }) => [path.join('.'), message].filter((part) => part !== '').join(': '))
    .join('; ')
  const t = apiMessages(lang)
  throw new Refusal({ status: 400, code: 'bad-request', message: t('bad-query', { detail }), hint: t('bad-query.hint') })
}

/** The tag of an answer: it depends on nothing but the ledger's revision, what is asked and in which language. */
function tagOf(c: Context, { desk }: Api, also: readonly string[]): string {
  const { pathname, search } = new URL(c.req.url)
  const all = JSON.stringify([STARTED, desk.revision(), 'GET', pathname, search, ...also])
  return `"${createHash('sha256').update(all).digest('base64url').slice(0, 22)}"`
}

const has = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim().replace(/^W\//u, '') === tag)

const kept = (tag: string): Record<string, string> => ({ etag: tag, 'cache-control': 'private, no-cache', vary: 'Accept-Language' })
