import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '../../ledger/index.ts'
import type { Link, Reading } from '../../model.ts'
import type { Io } from '../io.ts'
import { run } from '../run.ts'

/** A world of its own for each test: folder, environment, clock, what was printed. */
export interface World {
  dir: string
  io: Io
  out: () => string
  err: () => string
  abort: () => void
  /** Runs a command line; returns its exit code. Clears what was printed before. */
  isnad: (...args: string[]) => Promise<number>
  remove: () => void
}

export function makeWorld(options: { env?: Io['env']; stdin?: string; terminal?: boolean } = {}): World {
  const dir = mkdtempSync(join(tmpdir(), 'isnad-cli-'))
  const printed = { out: '', err: '' }
  const controller = new AbortController()
  const io: Io = {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    env: { HOME: dir, USER: 'tester', ISNAD_KEY: 'test key', ...options.env },
    terminal: { out: options.terminal ?? false, err: false },
    stdin: (async function* () {
      yield new TextEncoder().encode(options.stdin ?? '')
    })(),
    now: () => new Date('2031-06-01T00:00:00Z'),
    signal: controller.signal,
  }
  const isnad = async (...args: string[]): Promise<number> => {
    Object.assign(printed, { out: '', err: '' })
    return run(args, io)
  }
  return {
    dir,
    io,
    out: () => printed.out,
    err: () => printed.err,
    abort: () => controller.abort(),
    isnad,
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** Puts readings made by hand into a ledger; its links are the ledger's own. */
export async function fillLedger(dir: string, readings: readonly Reading[]): Promise<Link[]> {
  const ledger = await openLedger({ dir })
  const links: Link[] = []
  try {
    for (const reading of readings) {
      const { id, source, text } = reading.report
      await ledger.add({ id, source, bytes: new TextEncoder().encode(text) }, reading)
    }
    for await (const link of ledger.links()) links.push(link)
  } finally {
    await ledger.close()
  }
  return links
}
