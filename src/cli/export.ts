import { formatNamed } from '../export/index.ts'
import { EXIT, type Session } from './io.ts'
import { type LeavingOptions, leavingLedger } from './leaving.ts'
import { writeOut } from './output.ts'

/** `isnad export`: every claim as a row, or every reading and link as a line. The same set of reports gives the same bytes. */
export async function exportCommand(io: Session, options: LeavingOptions & { format: string; out?: string }): Promise<number> {
  const format = formatNamed(options.format, 'data')
  const leaving = await leavingLedger(io, options, `export ${format.name}`)
  writeOut(io, format.write({ ...leaving, lang: io.lang }), options.out)
  return EXIT.done
}
