import { hostname, networkInterfaces } from 'node:os'
import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from './errors.ts'
import { languageOf } from './language.ts'
import { type ApiKey, apiMessages } from './messages/index.ts'

/** Where the server listens. The port is known once it does. */
export interface Own {
  host: string
  port: number
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
const EVERYWHERE = ['0.0.0.0', '::']
const HTTP_PORT = 80

/** Whether only this machine can reach an address. @example isLoopback('127.0.0.1') // true */
export const isLoopback = (host: string): boolean => LOOPBACK.includes(bracketed(host)) || /^127\.\d+\.\d+\.\d+$/u.test(host)

const bracketed = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)

/** The address to open. @example urlOf({ host: '127.0.0.1', port: 4747 }) // 'http://127.0.0.1:4747' */
export const urlOf = ({ host, port }: Own): string => `http://${withPort(EVERYWHERE.includes(host) ? '127.0.0.1' : bracketed(host), port)}`

const withPort = (host: string, port: number): string => (port === HTTP_PORT ? host : `${host}:${port}`)

/** Names that the server may be called by: the loopback ones, the one it was bound to, and where it was bound to all, this machine's. */
function names({ host }: Own): string[] {
  const machine = EVERYWHERE.includes(host)
    ? [hostname(), ...Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address))]
    : [host]
  return [...LOOPBACK, ...machine].map((name) => bracketed(name).toLowerCase())
}

const isOwnHost = (own: Own, host: string): boolean => names(own).some((name) => withPort(name, own.port) === host.toLowerCase())
const isOwnOrigin = (own: Own, origin: string): boolean => origin.startsWith('http://') && isOwnHost(own, origin.slice('http://'.length))

const FOREIGN_SITES = new Set(['cross-site', 'same-site'])
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Turns away what a page of another origin could send: a foreign Host (a name made to point here: DNS rebinding), a foreign Origin,
 * and a change without a word of where it comes from.
 */
export const guard =
  (own: Own): MiddlewareHandler =>
  async (c, next) => {
    if (!isOwnHost(own, c.req.header('host') ?? '')) throw refusal(c, own, 'wrong-host')
    const [origin, site] = [c.req.header('origin'), c.req.header('sec-fetch-site') ?? '']
    const isForeign = (origin !== undefined && !isOwnOrigin(own, origin)) || (isData(c) && FOREIGN_SITES.has(site))
    const isSilent = !SAFE.has(c.req.method) && origin === undefined && site !== 'same-origin'
    if (isForeign || isSilent) throw refusal(c, own, 'wrong-origin')
    await next()
  }

/** Following a link to a page of the workbench is no request of another page for data. */
const isData = (c: Context): boolean => c.req.path.startsWith('/api/')

function refusal(c: Context, own: Own, why: 'wrong-host' | 'wrong-origin'): Refusal {
  const t = apiMessages(languageOf(c))
  const hint: ApiKey = `${why}.hint`
  return new Refusal({ status: 403, code: 'forbidden', message: t(why), hint: t(hint, { url: urlOf(own) }) })
}

/** No inline script, nothing from elsewhere, no frame around it. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self' blob:",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
} as const

/** The content security policy, with a further source of styles for a page that brings its own. */
export const policy = (style = ''): string =>
  Object.entries(POLICY)
    .map(([name, value]) => `${name} ${value}${name === 'style-src' && style !== '' ? ` ${style}` : ''}`)
    .join('; ')

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
} as const

/** Puts the security headers on every answer, errors too. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next()
  fence(c.res.headers)
}

function fence(headers: Headers): void {
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value)
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy())
}

/** The answer to a request so broken that it has no address: most often its Host is no name at all. */
export function brokenRequest(own: Own): Response {
  const t = apiMessages('en')
  const error = { code: 'forbidden', message: t('wrong-host'), hint: t('wrong-host.hint', { url: urlOf(own) }) }
  const answer = Response.json({ error }, { status: 403, headers: { 'cache-control': 'no-store' } })
  fence(answer.headers)
  return answer
}
