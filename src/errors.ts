/** Codes a caller may act on; the message is for people. */
export type ErrorCode =
  | 'bad-usage'
  | 'not-found'
  | 'unreadable'
  | 'not-text'
  | 'too-large'
  | 'ledger-locked'
  | 'ledger-unwritable'
  | 'ledger-version'
  | 'bad-data'
  | 'internal'

/**
 * The one error shape of library, CLI and HTTP.
 *
 * @example
 * throw new IsnadError({ code: 'not-found', message: 'No such file: a.txt', hint: 'Check the path.' })
 */
export class IsnadError extends Error {
  readonly code: ErrorCode
  /** What the reader of the message can do next. */
  readonly hint: string

  constructor(options: { code: ErrorCode; message: string; hint: string; cause?: unknown }) {
    super(options.message, { cause: options.cause })
    this.name = 'IsnadError'
    this.code = options.code
    this.hint = options.hint
  }
}

/**
 * Turns anything thrown into an IsnadError, keeping the original as its cause.
 *
 * @example
 * try { work() } catch (thrown) { report(asIsnadError(thrown, 'reading a.txt')) }
 */
export function asIsnadError(thrown: unknown, doing: string): IsnadError {
  if (thrown instanceof IsnadError) return thrown
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return new IsnadError({
    code: 'internal',
    message: `Failed while ${doing}: ${reason}`,
    hint: 'Run again with the one input that fails, and report it with that input.',
    cause: thrown,
  })
}
