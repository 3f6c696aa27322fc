import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { IsnadError } from '../errors.ts'
import type { Session } from './io.ts'

/**
 * Writes pieces to standard output, or to a file that appears whole or not at all.
 *
 * @throws IsnadError `bad-usage` where the file cannot be written.
 */
export function writeOut(io: Session, pieces: Iterable<string>, file: string | undefined): void {
  if (file === undefined || file === '-') {
    for (const piece of pieces) io.out(piece)
    return
  }
  const part = `${file}.${process.pid}.part`
  try {
    writeFileSync(part, '')
    for (const piece of pieces) writeFileSync(part, piece, { flag: 'a' })
    renameSync(part, file)
  } catch (thrown) {
    rmSync(part, { force: true })
    throw cannotWrite(io, file, thrown)
  }
  io.err(`${io.t('written.to', { file })}\n`)
}

function cannotWrite(io: Session, file: string, thrown: unknown): IsnadError {
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return new IsnadError({
    code: 'bad-usage',
    message: io.t('error.write', { file, reason }),
    hint: io.t('error.write-hint'),
    cause: thrown,
  })
}
