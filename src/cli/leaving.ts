import { IsnadError } from '../errors.ts'
import { type ExportInput, keyFor as keyIn, portable, protect } from '../export/index.ts'
import { collect, openLedger } from '../ledger/index.ts'
import type { Session } from './io.ts'

export interface LeavingOptions {
  ledger: string
  revealNames?: boolean
  reason?: string
}

/** The key of a ledger's pseudonyms: ISNAD_KEY, else the ledger's own, else the user's. */
export const keyFor = (io: Session, dir?: string): string => keyIn(io.env, dir)

/**
 * Everything of a ledger as it may leave it: masked, unless names are revealed for a reason, which is then kept in the ledger.
 *
 * @param output what is made of it, for the record: 'dossier html'
 * @throws IsnadError `not-found` where there is no ledger, `bad-usage` where a reason is missing.
 */
export async function leavingLedger(
  io: Session,
  options: LeavingOptions,
  output: string,
): Promise<Pick<ExportInput, 'readings' | 'links' | 'revealed'>> {
  const reason = options.reason?.trim()
  if (options.revealNames && !reason) {
    throw new IsnadError({ code: 'bad-usage', message: io.t('error.reason-missing'), hint: io.t('error.reason-hint') })
  }
  const ledger = await openLedger({ dir: options.ledger, create: false })
  try {
    const [readings, links] = [await collect(ledger.readings()), await collect(ledger.links())]
    if (!options.revealNames || !reason) return protect(readings, links, { key: keyFor(io, options.ledger) })
    await ledger.review({
      by: io.env.USER || io.env.LOGNAME || 'unknown',
      at: io.now().toISOString(),
      reason,
      action: { kind: 'reveal', output },
    })
    return { ...portable(readings, links), revealed: reason }
  } finally {
    await ledger.close()
  }
}
