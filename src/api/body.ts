import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { MAX_BYTES } from '../acquire/index.ts'
import type { Lang } from '../export/index.ts'
import { Refusal } from './errors.ts'
import { apiMessages } from './messages/index.ts'
import { boundaryOf, type FormFile, type FormProblem, readFiles } from './multipart.ts'
import { check } from './route.ts'

const MIB = 1024 * 1024

/** What one request may bring: a file as large as a report may be, and of those so many. Sizes in bytes. */
export const LIMITS = { file: MAX_BYTES, files: 500, total: 256 * MIB } as const

/** Most that JSON grows by when text is written in it: every byte of a control character becomes six. */
const JSON_LIMIT = MAX_BYTES + MIB

const typeOf = (c: Context): string => (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()

/** Whether the body of a request is a form. */
export const isForm = (c: Context): boolean => typeOf(c) === 'multipart/form-data'

/**
 * The JSON body of a request, checked.
 *
 * @throws Refusal for another type, what is no JSON, does not fit or is too large
 */
export async function jsonBody<T extends z.ZodType>(c: Context, schema: T, lang: Lang, types = 'application/json'): Promise<z.output<T>> {
  if (typeOf(c) !== 'application/json') throw badType(c, lang, types)
  const bytes = await collected(c, JSON_LIMIT, lang)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    const t = apiMessages(lang)
    throw new Refusal({ status: 400, code: 'bad-request', message: t('bad-json'), hint: t('bad-json.hint') })
  }
  return check(schema, value, lang)
}

async function collected(c: Context, limit: number, lang: Lang): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooMuch(limit, lang)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of streamOf(c)) {
    size += chunk.length
    if (size > limit) throw tooMuch(limit, lang)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The files of a form. @throws Refusal where it is broken, holds none, or is too large */
export async function formFiles(c: Context, lang: Lang): Promise<FormFile[]> {
  if (Number(c.req.header('content-length') ?? 0) > LIMITS.total) throw tooMuch(LIMITS.total, lang)
  const refuse = (problem: FormProblem): Refusal => formRefusal(problem, lang)
  const boundary = boundaryOf(c.req.header('content-type') ?? '')
  if (boundary === null) throw refuse('boundary')
  const files = await readFiles(streamOf(c), { boundary, limits: LIMITS, refuse })
  if (files.length > 0) return files
  const t = apiMessages(lang)
  throw new Refusal({ status: 400, code: 'bad-request', message: t('no-files'), hint: t('bad-form.hint') })
}

const streamOf = (c: Context): AsyncIterable<Uint8Array> => (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>

function formRefusal(problem: FormProblem, lang: Lang): Refusal {
  const t = apiMessages(lang)
  if (problem === 'total') return tooMuch(LIMITS.total, lang)
  if (problem === 'files')
    return new Refusal({ status: 413, code: 'too-large', message: t('too-many', { limit: LIMITS.files }), hint: t('too-many.hint') })
  return new Refusal({ status: 400, code: 'bad-request', message: t('bad-form', { detail: problem }), hint: t('bad-form.hint') })
}

function tooMuch(limit: number, lang: Lang): Refusal {
  const t = apiMessages(lang)
  return new Refusal({ status: 413, code: 'too-large', message: t('too-much', { limit: limit / MIB }), hint: t('too-much.hint') })
}

function badType(c: Context, lang: Lang, types: string): Refusal {
  const t = apiMessages(lang)
  const message = t('bad-type', { type: typeOf(c) })
  return new Refusal({ status: 415, code: 'unsupported-type', message, hint: t('bad-type.hint', { types }) })
}
