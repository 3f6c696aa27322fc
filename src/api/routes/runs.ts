import { createHash } from 'node:crypto'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { acquireBytes, type Given } from '../../acquire/index.ts'
import { IsnadError } from '../../errors.ts'
import type { Lang } from '../../export/index.ts'
import { readReport } from '../../pipeline.ts'
import { formFiles, isForm, jsonBody, LIMITS } from '../body.ts'
import type { Api } from '../context.ts'
import { Refusal } from '../errors.ts'
import { apiMessages } from '../messages/index.ts'
import type { FormFile } from '../multipart.ts'
import { addRoute } from '../route.ts'
import type { RunInput } from '../runs.ts'
import { Paste, ReadAnswer, RunView } from '../shapes.ts'

const JSON_TYPE = 'application/json'
const FORM_TYPE = 'multipart/form-data'
const params = { id: z.string() }
const Files = z.object({ files: z.array(z.string().openapi({ format: 'binary' })) })

/** Reports come in here: pasted, uploaded, or only read. */
export function runRoutes(app: OpenAPIHono, api: Api): void {
  addRoute(
    app,
    api,
    {
      method: 'post',
      path: '/api/read',
      summary: 'Reads a text and keeps nothing',
      body: { [JSON_TYPE]: Paste },
      answer: { [JSON_TYPE]: ReadAnswer },
      errors: [413, 415, 422],
    },
    async ({ c, lang }) => readOnly(api, await jsonBody(c, Paste, lang)),
  )
  addRoute(
    app,
    api,
    {
      method: 'post',
      path: '/api/reports',
      summary: 'Adds reports: files, or a pasted text. What fails is an item of the run.',
      body: { [FORM_TYPE]: Files, [JSON_TYPE]: Paste },
      status: 202,
      answer: { [JSON_TYPE]: RunView },
      errors: [413, 415],
    },
    async ({ c, lang }) => {
      const inputs = isForm(c)
        ? (await formFiles(c, lang)).map((file) => fileInput(api, file))
        : [pasteInput(api, await jsonBody(c, Paste, lang, `${FORM_TYPE} / ${JSON_TYPE}`))]
      return viewOf(api, startRun(api, inputs), lang)
    },
  )
  progressRoutes(app, api)
}

function progressRoutes(app: OpenAPIHono, api: Api): void {
  const answer = { [JSON_TYPE]: RunView }
  const also = ({ id }: Readonly<Record<string, string>>): string => String(api.runs.steps(id ?? ''))
  addRoute(
    app,
    api,
    { method: 'get', path: '/api/runs/{id}', summary: 'How far an addition is', params, answer, errors: [404], also },
    ({ params: { id }, lang }) => viewOf(api, id, lang),
  )
  addRoute(
    app,
    api,
    { method: 'delete', path: '/api/runs/{id}', summary: 'Stops an addition after the report in hand', params, answer, errors: [404] },
    ({ params: { id }, lang }) => {
      api.runs.stop(id)
      return viewOf(api, id, lang)
    },
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/runs/{id}/events',
      summary: 'The run after every step, as server-sent events; ends with the run',
      params,
      answer: { 'text/event-stream': z.string() },
      errors: [404],
      keep: false,
    },
    ({ c, params: { id }, lang }) => {
      viewOf(api, id, lang)
      return streamSSE(c, (stream) => tellSteps(api, { id, lang }, stream))
    },
  )
}

function viewOf({ runs }: Api, id: string, lang: Lang): RunView {
  const view = runs.view(id, lang)
  if (view) return view
  const t = apiMessages(lang)
  throw new Refusal({ status: 404, code: 'not-found', message: t('unknown-run', { id }), hint: t('unknown-run.hint') })
}

/** How long a stream may be silent, in milliseconds, before a comment keeps it open. */
const SILENCE_MS = 15_000

type EventStream = Parameters<Parameters<typeof streamSSE>[1]>[0]

/** Sends the run as it is now, then after every step. A reader that is slower than the run gets its latest state. */
async function tellSteps(api: Api, { id, lang }: { id: string; lang: Lang }, stream: EventStream): Promise<void> {
  let wake = (): void => undefined
  const unwatch = api.runs.watch(id, () => wake())
  stream.onAbort(() => {
    unwatch()
    wake()
  })
  try {
    for (let told = -1; !stream.aborted; ) {
      const step = api.runs.steps(id)
      const view = api.runs.view(id, lang)
      if (!view) return
      if (step !== told) await stream.writeSSE({ id: String(step), event: 'run', data: JSON.stringify(view) })
      else await stream.write(': \n\n')
      if (view.state !== 'running') return
      told = step
      if (api.runs.steps(id) !== told) continue
      await new Promise<void>((resolve) => {
        wake = once(resolve)
      })
    }
  } finally {
    unwatch()
  }
}

function once(resolve: () => void): () => void {
  const timer = setTimeout(resolve, SILENCE_MS)
  return () => {
    clearTimeout(timer)
    resolve()
  }
}

function startRun(api: Api, inputs: RunInput[]): string {
  const names = inputs.map(({ name }) => name)
  return api.runs.start(drained(inputs), { total: inputs.length, names })
}

/** Gives one after another and lets go of it: the bytes of a read report are not kept until the last is read. */
function* drained(inputs: RunInput[]): Generator<RunInput> {
  for (let next = inputs.shift(); next !== undefined; next = inputs.shift()) yield next
}

/** Length of the part of the hash that tells reports of the same file name apart. */
const HASH_DIGITS = 8

/**
 * What came as a file. Its name is a label; with the beginning of its hash it stays the only one of that name, whatever order files come in.
 */
function fileInput({ now }: Api, { name, bytes }: FormFile): RunInput {
  if (bytes === null) return { name, error: tooLarge(name) }
  const acquired = acquireBytes(bytes, { path: name, now: now() })
  return { name, acquired: { ...acquired, source: { ...acquired.source, path: labelled(name, acquired.id) } } }
}

const labelled = (name: string, id: string): string => `${name}#${id.slice('sha256:'.length).slice(0, HASH_DIGITS)}`

function tooLarge(name: string): IsnadError {
  const t = apiMessages('en')
  const message = t('file-too-large', { name, limit: LIMITS.file / (1024 * 1024) })
  return new IsnadError({ code: 'too-large', message, hint: t('file-too-large.hint') })
}

const PASTED = 'paste'

function pasteInput({ now }: Api, paste: Paste): RunInput {
  const bytes = bytesOf(paste)
  const path = labelled(PASTED, `sha256:${createHash('sha256').update(bytes).digest('hex')}`)
  return { name: paste.title?.trim() || PASTED, acquired: acquireBytes(bytes, { path, now: now(), given: givenOf(paste) }) }
}

/** A title that was given apart stands over the text, as it would in a file. */
const bytesOf = ({ title = '', text }: Paste): Uint8Array => Buffer.from(title.trim() === '' ? text : `${title.trim()}\n\n${text}`)

const givenOf = ({ published, outlet, url }: Paste): Given => ({
  ...(published ? { published } : {}),
  ...(outlet ? { outlet } : {}),
  ...(url ? { url } : {}),
})

function readOnly({ now, facts, desk }: Api, paste: Paste): ReadAnswer {
  const acquired = acquireBytes(bytesOf(paste), { path: PASTED, now: now(), given: givenOf(paste) })
  const { masked, ...reading } = desk.veil(readReport(acquired, facts))
  return { reading, masked }
}
