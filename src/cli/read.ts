import { IsnadError } from '../errors.ts'
import { printError } from './errors.ts'
import { type GivenOptions, readInputs } from './inputs.ts'
import { EXIT, type Session, wantsColour } from './io.ts'
import { readingText } from './read-view.ts'

/** `isnad read`: prints what each report claims; the reader's own files on their own machine, so nothing is masked. */
export async function readCommand(io: Session, inputs: string[], options: GivenOptions & { json?: boolean }): Promise<number> {
  const colour = wantsColour({ env: io.env, terminal: io.terminal.out })
  const counts = { read: 0, failed: 0 }
  for await (const outcome of readInputs(io, inputs, options)) {
    if ('error' in outcome) {
      if (outcome.skipped) continue
      counts.failed++
      printError(io, outcome.error)
      continue
    }
    counts.read++
    io.out(options.json ? `${JSON.stringify(outcome.reading)}\n` : readingText(io, outcome.reading, colour))
  }
  if (io.signal.aborted) return EXIT.interrupted
  if (counts.read + counts.failed === 0) throw noReport(io, inputs)
  return counts.failed > 0 ? EXIT.someFailed : EXIT.done
}

/** Nothing was found to read: most often a wrong folder. */
export const noReport = (io: Session, inputs: string[]): IsnadError =>
  new IsnadError({ code: 'not-found', message: io.t('read.none', { inputs: inputs.join(' ') }), hint: io.t('error.usage-hint') })
