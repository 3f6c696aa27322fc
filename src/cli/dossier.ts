import { formatNamed, policyNamed } from '../export/index.ts'
import { EXIT, type Session, wantsColour } from './io.ts'
import { type LeavingOptions, leavingLedger } from './leaving.ts'
import { writeOut } from './output.ts'

export interface DossierOptions extends LeavingOptions {
  format: string
  out?: string
  policy?: string
}

/** `isnad dossier`: the ledger as one dossier, in a terminal, as Markdown or as one HTML file. */
export async function dossierCommand(io: Session, options: DossierOptions): Promise<number> {
  const format = formatNamed(options.format, 'dossier')
  const policy = options.policy === undefined ? undefined : policyNamed(options.policy)
  const leaving = await leavingLedger(io, options, `dossier ${format.name}`)
  const colour = options.out === undefined && wantsColour({ env: io.env, terminal: io.terminal.out })
  writeOut(io, format.write({ ...leaving, lang: io.lang, colour, ...(policy ? { policy } : {}) }), options.out)
  return EXIT.done
}
