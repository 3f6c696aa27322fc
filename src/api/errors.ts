import type { ErrorCode, IsnadError } from '../errors.ts'
import type { Lang } from '../export/index.ts'
import { apiMessages } from './messages/index.ts'
import type { ApiError } from './shapes.ts'

/** Why a request is not answered, beside the codes of {@link IsnadError}. */
export type RefusalCode = 'bad-request' | 'not-found' | 'forbidden' | 'method-not-allowed' | 'too-large' | 'unsupported-type'

/** A request that is not answered, with its HTTP status. */
export class Refusal extends Error {
  readonly status: number
  readonly code: RefusalCode
  readonly hint: string
  readonly headers: Readonly<Record<string, string>>

  constructor(options: { status: number; code: RefusalCode; message: string; hint: string; headers?: Record<string, string> }) {
    super(options.message)
    this.name = 'Refusal'
    this.status = options.status
    this.code = options.code
    this.hint = options.hint
    this.headers = options.headers ?? {}
  }
}

const STATUS: Readonly<Record<ErrorCode, number>> = {
  'bad-usage': 400,
  'not-found': 404,
  unreadable: 422,
  'not-text': 422,
  'too-large': 413,
  'bad-data': 422,
  'ledger-locked': 503,
  'ledger-unwritable': 503,
  'ledger-version': 503,
  internal: 500,
}

/** The HTTP status that fits an error of the library. @example statusOf('not-found') // 404 */
export const statusOf = (code: ErrorCode): number => STATUS[code]

/**
 * An error of the library in the language asked for. English keeps the error's own words; Arabic says what its code means.
 * What went wrong inside is never told: it could quote a report.
 */
export function told(error: IsnadError, lang: Lang): ApiError['error'] {
  const { code, message, hint } = error
  if (lang === 'en' && code !== 'internal') return { code, message, hint }
  const t = apiMessages(lang)
  return { code, message: t(`code.${code}`), hint: t(`hint.${code}`) }
}

/** What was thrown and where, without its message: that could quote a report. */
export function whereOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown
  const cause = thrown.cause instanceof Error ? thrown.cause : thrown
  return [cause.name, ...(cause.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))].join('\n')
}
