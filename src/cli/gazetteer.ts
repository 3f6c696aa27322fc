import { readFileSync } from 'node:fs'
import { IsnadError } from '../errors.ts'
import { loadGazetteer } from '../read/gazetteer.ts'
import { importGazetteer } from '../read/gazetteer-import.ts'
import { EXIT, type Session } from './io.ts'
import { writeOut } from './output.ts'

/** `isnad gazetteer import`: a foreign table of places becomes one of this project's format; places known already are left out. */
export function importCommand(io: Session, table: string, options: { out?: string; country?: string[] }): number {
  const imported = importGazetteer(readTable(table), { known: loadGazetteer(), ...(options.country ? { countries: options.country } : {}) })
  writeOut(io, [imported.table], options.out)
  const skipped = Object.entries(imported.skipped).filter(([, n]) => n > 0)
  const reasons = skipped.map(([reason, n]) => `${n} ${reason}`).join(', ') || '0'
  io.err(`${io.t('gazetteer.summary', { places: imported.places, format: imported.format, skipped: reasons })}\n`)
  return EXIT.done
}

function readTable(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new IsnadError({ code: 'unreadable', message: `Cannot read the table ${file}`, hint: 'Check the path.', cause })
  }
}
