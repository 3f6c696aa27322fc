import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquire } from '../../acquire/index.ts'
import { packageRoot } from '../../lang/data.ts'
import { type RunInput, type RunningServer, type ServerOptions, startServer } from '../index.ts'

/** A server over a ledger of its own, asked as a browser would ask it. */
export interface TestServer extends RunningServer {
  dir: string
  /** GET, as text and JSON. */
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  /** A request that changes something, as the workbench sends it. */
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** A request whose headers are exactly these: `fetch` does not let Host be chosen. */
  raw: (path: string, options: { method?: string; headers: Record<string, string>; body?: string | Uint8Array }) => Promise<Answer>
  logged: string[]
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked by their schemas
  json: any
}

/** How long reading the examples may take on a busy machine, in milliseconds. */
export const START_MS = 60_000

export const EXAMPLES = join(packageRoot, 'examples')
const EXAMPLE_FACTS = { registries: [join(EXAMPLES, 'registry.yaml')] }

export async function testServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const dir = options.ledgerDir ?? mkdtempSync(join(tmpdir(), 'isnad-api-'))
  const logged: string[] = []
  const server = await startServer({
    ledgerDir: dir,
    ports: [0],
    env: { ISNAD_KEY: 'test key', USER: 'tester', HOME: dir },
    now: () => new Date('2031-06-01T00:00:00Z'),
    log: (text) => logged.push(text),
    ...options,
  })
  const close = async (): Promise<void> => {
    await server.close()
    rmSync(dir, { recursive: true, force: true })
  }
  return { ...server, dir, logged, close, ...asking(server.url) }
}

/** The bundled examples, read. */
export async function exampleServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const server = await testServer({ facts: EXAMPLE_FACTS, ...options })
  await server.runs.finished(server.runs.start(exampleReports(), { total: exampleNames().length }))
  return server
}

export const exampleNames = (): string[] => readdirSync(EXAMPLES).filter((name) => /\.(?:txt|html)$/u.test(name))

async function* exampleReports(): AsyncGenerator<RunInput> {
  for await (const one of acquire([EXAMPLES], { now: new Date('2031-06-01T00:00:00Z') }))
    if (!('error' in one)) yield { name: one.source.path!, acquired: one }
}

function asking(url: string): Pick<TestServer, 'get' | 'send' | 'raw'> {
  return {
    get: async (path, headers = {}) => answerOf(await fetch(url + path, { headers })),
    send: async (method, path, body, headers = {}) => {
      const isJson = body !== undefined && !(body instanceof FormData)
      const type: Record<string, string> = isJson ? { 'content-type': 'application/json' } : {}
      const init = {
        method,
        headers: { origin: url, ...type, ...headers },
        ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : body }),
      }
      return answerOf(await fetch(url + path, init as RequestInit))
    },
    raw: (path, options) => ask(url, path, options),
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

const ask: (url: string, path: string, options: Parameters<TestServer['raw']>[1]) => Promise<Answer> = (url, path, options) =>
  new Promise((done, fail) => {
    const { hostname, port } = new URL(url)
    const sent = request({ host: hostname, port, path, method: options.method ?? 'GET', headers: options.headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () =>
        done({ status: response.statusCode!, headers: new Headers(response.headers as Record<string, string>), text, json: parsed(text) }),
      )
    })
    sent.on('error', fail)
    sent.end(options.body)
  })

/** A form with files. */
export function formOf(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): FormData {
  const form = new FormData()
  for (const [name, content] of Object.entries(files)) form.append('files', new File([content], name))
  return form
}
