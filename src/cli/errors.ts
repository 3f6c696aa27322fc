import pc from 'picocolors'
import { asIsnadError, type IsnadError } from '../errors.ts'
import { isolate, oneLine } from '../export/direction.ts'
import { type Session, wantsColour } from './io.ts'

/** Prints an error in its one shape: what happened, to which input, what to do. */
export function printError(io: Session, error: IsnadError): void {
  const colours = pc.createColors(wantsColour({ env: io.env, terminal: io.terminal.err }))
  io.err(`${colours.red(`${io.t('error.title')} ${error.code}:`)} ${isolate(error.message)}\n  → ${isolate(error.hint)}\n`)
}

/** As {@link printError}, for anything thrown, with what was being done. */
export const printThrown = (io: Session, thrown: unknown, doing: string): void => printError(io, asIsnadError(thrown, doing))

/** One failed input as one line. */
export const failureLine = (path: string, error: IsnadError): string => `${oneLine(path)}: ${oneLine(error.message)} (${error.code})`
