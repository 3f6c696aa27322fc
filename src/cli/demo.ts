import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../lang/data.ts'
import { openLedger } from '../ledger/index.ts'
import { dossierCommand } from './dossier.ts'
import { ingestAll } from './ingest.ts'
import { EXIT, type Session } from './io.ts'
import { lineProgress } from './progress.ts'

/** `isnad demo`: reads the bundled examples into a ledger and prints their dossier. The ledger is kept only where asked for. */
export async function demoCommand(io: Session, options: { keep?: string }): Promise<number> {
  const dir = options.keep ?? mkdtempSync(join(tmpdir(), 'isnad-demo-'))
  try {
    io.err(`${io.t('demo.read')}\n`)
    await ingestExamples(io, dir)
    if (io.signal.aborted) return EXIT.interrupted
    await dossierCommand(io, { ledger: dir, format: 'terminal' })
    io.err(`${io.t('demo.next')}\n`)
    return EXIT.done
  } finally {
    if (options.keep === undefined) rmSync(dir, { recursive: true, force: true })
  }
}

async function ingestExamples(io: Session, dir: string): Promise<void> {
  const ledger = await openLedger({ dir })
  try {
    const run = await ingestAll(
      io,
      [join(packageRoot, 'examples')],
      { registry: [join(packageRoot, 'examples', 'registry.yaml')] },
      ledger,
      lineProgress(() => undefined),
    )
    for (const { error } of run.failures) throw error
  } finally {
    await ledger.close()
  }
}
