import { existsSync, readdirSync, statSync } from 'node:fs'
import { SingleBar } from 'cli-progress'
import { oneLine } from '../export/direction.ts'

/** How far a run is: a bar on a terminal, one line a report elsewhere. */
export interface Progress {
  step: (line: string, path: string) => void
  stop: () => void
}

const BAR_WIDTH = 28
/** Letters of a path's end that are shown beside the bar. */
const PATH_TAIL = 40

/** A bar that fills as files are read. `total` is a guess until the end: a file may hold several reports. */
export function barProgress(total: number, stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {file}',
    barsize: BAR_WIDTH,
    hideCursor: true,
    clearOnComplete: true,
    stream,
    etaBuffer: 50,
    gracefulExit: false,
  })
  bar.start(total, 0, { file: '' })
  let done = 0
  return {
    step: (_, path) => {
      done++
      if (done > total) bar.setTotal(done)
      bar.update(done, { file: oneLine(path).slice(-PATH_TAIL) })
    },
    stop: () => bar.stop(),
  }
}

export const lineProgress = (write: (text: string) => void): Progress => ({
  step: (line) => write(`${line}\n`),
  stop: () => undefined,
})

/** How many files lie under the inputs. */
export const countFiles = (inputs: readonly string[]): number => inputs.reduce((sum, input) => sum + countOne(input), 0)

function countOne(input: string): number {
  if (input === '-' || !existsSync(input) || !statSync(input).isDirectory()) return 1
  try {
    return readdirSync(input, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
  } catch {
    return 1
  }
}
