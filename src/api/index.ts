import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, resolve } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { IsnadError } from '../errors.ts'
import { keyFor } from '../export/index.ts'
import { type Ledger, openLedger } from '../ledger/index.ts'
import type { FactOptions } from '../read/lexicon.ts'
import { makeApp } from './app.ts'
import type { Api } from './context.ts'
import { openDesk } from './desk/index.ts'
import { brokenRequest, type Own, urlOf } from './guard.ts'
import { makeRuns, type Runs } from './runs.ts'

export { isLoopback } from './guard.ts'
export type { RunInput, Runs } from './runs.ts'

export interface ServerOptions {
  /** Folder of the ledger; made where it is missing. */
  ledgerDir: string
  /** What the workbench calls it; the folder's name where not said. */
  name?: string
  /** Ports to listen at, the first that is free; 0 is any. */
  ports: readonly number[]
  /** Address to listen at; the loopback one where nothing else is asked for. */
  host?: string
  /** Folder of the built workbench; without it a plain page stands in its place. */
  web?: string
  env: Readonly<Record<string, string | undefined>>
  now: () => Date
  /** Further registries and gazetteers to read reports with. */
  facts?: FactOptions
  /** What the person at the terminal should know. */
  log?: (text: string) => void
}

/** A server that answers. */
export interface RunningServer {
  url: string
  /** Where reports are added; what is added here is seen by the workbench too. */
  runs: Runs
  /** Whether anything was added or decided in the workbench, by the requests that came in. */
  touched: () => boolean
  /** Stops after the report in hand, closes the ledger. */
  close: () => Promise<void>
}

/**
 * Starts the HTTP API over a ledger, with the workbench at its address. It asks nothing of any other machine.
 *
 * @throws IsnadError `bad-usage` where the address cannot be had, and what opening a ledger throws
 * @example
 * const server = await startServer({ ledgerDir: './isnad-ledger', ports: [0], env: process.env, now: () => new Date() })
 * await fetch(`${server.url}/api/overview`)
 * await server.close()
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { ledgerDir, ports, host = '127.0.0.1' } = options
  const ledger = await openLedger({ dir: ledgerDir })
  try {
    const api = await makeApi(options, ledger)
    const own: Own = { host, port: 0 }
    const seen = { touched: false }
    const { fetch } = makeApp(api, { own, web: options.web, seen })
    const server = createServer(getRequestListener(fetch, { errorHandler: () => brokenRequest(own), overrideGlobalObjects: false }))
    own.port = await listenAtFirst(server, host, ports)
    return { url: urlOf(own), runs: api.runs, touched: () => seen.touched, close: () => closeAll(server, api) }
  } catch (thrown) {
    await ledger.close()
    throw thrown
  }
}

async function makeApi(options: ServerOptions, ledger: Ledger): Promise<Api> {
  const { ledgerDir, env, now, facts = {}, log = () => undefined } = options
  const key = keyFor(env, ledgerDir)
  const desk = await openDesk({ ledger, key, now, by: env.USER || env.LOGNAME || 'unknown', facts })
  const runs = makeRuns({ ledger, desk, facts, log })
  return { desk, ledger, runs, key, facts, now, log, version: versionOf(), name: options.name ?? basename(resolve(ledgerDir)) }
}

const versionOf = (): string => JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

async function listenAtFirst(server: Server, host: string, [port = 0, ...others]: readonly number[]): Promise<number> {
  try {
    return await listen(server, { host, port })
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EADDRINUSE' && others.length > 0) return listenAtFirst(server, host, others)
    throw cannotListen(thrown as Error, { host, port })
  }
}

function listen(server: Server, { host, port }: Own): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      done((server.address() as AddressInfo).port)
    })
  })
}

const cannotListen = (cause: Error, { host, port }: Own): IsnadError =>
  new IsnadError({
    code: 'bad-usage',
    message: `Cannot listen at ${host}, port ${port}: ${cause.message}`,
    hint: 'Choose another port with --port, or an address of this machine with --host.',
    cause,
  })

async function closeAll(server: Server, { runs, ledger }: Api): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  await runs.close()
  server.closeAllConnections()
  await closed
  await ledger.close()
}
