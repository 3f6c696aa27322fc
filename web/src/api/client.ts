import type { ApiError } from '../../../src/api/shapes.ts'

/** What the server said went wrong, in its one error shape; `offline` where it did not answer at all. */
export class RequestError extends Error {
  readonly code: string
  readonly hint: string

  constructor({ code, message, hint }: ApiError['error'], cause?: unknown) {
    super(message, { cause })
    this.name = 'RequestError'
    this.code = code
    this.hint = hint
  }
}

type Value = string | number | boolean | undefined | readonly (string | number)[]

/**
 * A query string of what is set; lists repeat their name.
 *
 * @example queryOf({ type: ['hold', 'kill'], q: undefined }) // 'type=hold&type=kill'
 */
export function queryOf(values: Readonly<Record<string, Value>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== '') params.append(name, String(one))
  return params.toString()
}

/** Asks the server for JSON. @throws RequestError */
export async function get<T>(path: string, query: Readonly<Record<string, Value>> = {}, signal?: AbortSignal): Promise<T> {
  const words = queryOf(query)
  return request<T>(words === '' ? path : `${path}?${words}`, signal ? { signal } : {})
}

/** Sends JSON or a form. @throws RequestError */
export const send = <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> =>
  request<T>(path, body instanceof FormData ? { method, body } : { method, headers: JSON_BODY, body: JSON.stringify(body ?? {}) })

const JSON_BODY = { 'content-type': 'application/json' }

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, { ...init, headers: { ...init.headers, 'accept-language': document.documentElement.lang } }).catch(
    (cause: unknown) => {
      if (init.signal?.aborted) throw cause
      throw new RequestError({ code: 'offline', message: '', hint: '' }, cause)
    },
  )
  if (response.ok) return (await response.json()) as T
  throw new RequestError(await errorOf(response))
}

async function errorOf(response: Response): Promise<ApiError['error']> {
  const body = (await response.json().catch(() => null)) as ApiError | null
  return body?.error ?? { code: 'internal', message: `${response.status} ${response.statusText}`, hint: '' }
}
