import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { acquire } from '../acquire/index.ts'
import { isLoopback, type RunInput, type RunningServer, startServer } from '../api/index.ts'
import { IsnadError } from '../errors.ts'
import { packageRoot } from '../lang/data.ts'
import { openBrowser } from './browser.ts'
import { EXIT, type Session } from './io.ts'
import { barProgress, countFiles, lineProgress } from './progress.ts'

export interface ServeOptions {
  ledger?: string
  port?: string
  host?: string
  /** Whether a browser may be opened. */
  open: boolean
  examples?: boolean
  registry?: string[]
  gazetteer?: string[]
}

/** Where a ledger is unless it is said. */
const LEDGER = './isnad-ledger'
/** The usual port, and how many after it are tried where it is taken. */
const PORT = 4747
const PORTS_TRIED = 20
const EXAMPLES = join(packageRoot, 'examples')

/**
 * `isnad serve`: the workbench over a ledger, until Ctrl+C. Paths without `--ledger` lie on a desk of their own, which is cleared
 * at the end unless something was added or decided on it.
 */
export async function serveCommand(io: Session, paths: string[], options: ServeOptions): Promise<number> {
  const inputs = options.examples ? [...paths, EXAMPLES] : paths
  requirePaths(io, inputs)
  const desk = layDesk(inputs, options.ledger)
  const stop = untilStopped(io)
  try {
    const server = await startServer(serverOptions(io, { desk, options, inputs }))
    try {
      announce(io, server, { desk, options })
      await Promise.race([readInputs(io, server, inputs), stop.promise])
      await stop.promise
    } finally {
      await server.close()
      desk.isKept ||= server.touched()
    }
    io.out(`${io.t(desk.isKept ? 'serve.kept' : 'serve.cleared', { ledger: desk.dir })}\n`)
    return EXIT.done
  } finally {
    stop.off()
    if (!desk.isKept) rmSync(desk.dir, { recursive: true, force: true })
  }
}

/** The folder of a ledger, and whether it stays when the server stops. */
interface OpenDesk {
  dir: string
  isKept: boolean
}

const layDesk = (inputs: readonly string[], ledger: string | undefined): OpenDesk => {
  if (ledger !== undefined || inputs.length === 0) return { dir: ledger ?? LEDGER, isKept: true }
  return { dir: mkdtempSync(join(tmpdir(), 'isnad-desk-')), isKept: false }
}

/** A mistyped path is told before a browser opens. */
function requirePaths(io: Session, inputs: readonly string[]): void {
  const missing = inputs.find((input) => input !== '-' && !existsSync(input))
  if (missing === undefined) return
  throw new IsnadError({ code: 'not-found', message: io.t('serve.no-path', { path: missing }), hint: io.t('serve.no-path-hint') })
}

interface Setting {
  desk: OpenDesk
  options: ServeOptions
  inputs: readonly string[]
}

function serverOptions(io: Session, { desk, options, inputs }: Setting): Parameters<typeof startServer>[0] {
  const web = join(packageRoot, 'dist', 'web')
  const registries = [...(options.registry ?? []), ...(options.examples ? [join(EXAMPLES, 'registry.yaml')] : [])]
  return {
    ledgerDir: desk.dir,
    name: basename(resolve(desk.isKept ? desk.dir : inputs[0]!)),
    ports: portsFor(io, options.port),
    ...(options.host === undefined ? {} : { host: options.host }),
    ...(existsSync(join(web, 'index.html')) ? { web } : {}),
    env: io.env,
    now: io.now,
    facts: { registries, gazetteers: options.gazetteer ?? [] },
    log: (text) => io.err(`${text}\n`),
  }
}

const LAST_PORT = 65_535

/** A port that was named is the one; else the usual one, or the next that is free. */
function portsFor(io: Session, asked: string | undefined): number[] {
  if (asked === undefined) return Array.from({ length: PORTS_TRIED }, (_, i) => PORT + i)
  const port = Number(asked)
  if (/^\d+$/u.test(asked) && port <= LAST_PORT) return [port]
  throw new IsnadError({ code: 'bad-usage', message: io.t('serve.bad-port', { port: asked }), hint: io.t('serve.bad-port-hint') })
}

function announce(io: Session, { url }: RunningServer, { desk, options }: Omit<Setting, 'inputs'>): void {
  const { host } = options
  io.out(`${io.t('serve.open', { url })}\n`)
  io.out(`${io.t(desk.isKept ? 'serve.ledger' : 'serve.passing', { ledger: desk.dir })}\n`)
  if (host !== undefined && !isLoopback(host)) io.err(`${io.t('serve.exposed', { host })}\n`)
  io.out(`${io.t('serve.stop')}\n`)
  if (options.open) openBrowser(url, { env: io.env, platform: process.platform, terminal: io.terminal.out })
}

/** Reads paths while the workbench is up already; what fails is told here and there. */
async function readInputs(io: Session, { runs }: RunningServer, inputs: readonly string[]): Promise<void> {
  if (inputs.length === 0) return
  const progress = io.terminal.err ? barProgress(countFiles(inputs), process.stderr) : lineProgress(io.err)
  const id = runs.start(reports(io, inputs), {
    total: countFiles(inputs),
    step: ({ name, state, error }) =>
      progress.step(
        io.t(`ingest.${state === 'known' || state === 'failed' ? state : 'added'}`, { path: name, message: error?.message ?? '' }),
        name,
      ),
  })
  await runs.finished(id)
  progress.stop()
  const view = runs.view(id, io.lang)
  if (!view) return
  for (const { name, error } of view.items) if (error && io.terminal.err) io.err(`${name}: ${error.message}\n  → ${error.hint}\n`)
  io.out(`${io.t('serve.read', { added: view.added, known: view.known, failed: view.failed })}\n`)
}

async function* reports(io: Session, inputs: readonly string[]): AsyncGenerator<RunInput> {
  for await (const found of acquire(inputs, { now: io.now(), stdin: io.stdin, signal: io.signal })) {
    if (!('error' in found)) yield { name: found.source.path ?? '-', acquired: found }
    else if (!found.skipped) yield { name: found.path, error: found.error }
  }
}

/** Resolves on Ctrl+C, and when the system asks the process to end. */
function untilStopped(io: Session): { promise: Promise<void>; off: () => void } {
  const { promise, resolve: stop } = Promise.withResolvers<void>()
  if (io.signal.aborted) stop()
  io.signal.addEventListener('abort', () => stop())
  const onTerm = (): void => stop()
  process.once('SIGTERM', onTerm)
  return { promise, off: () => void process.off('SIGTERM', onTerm) }
}
