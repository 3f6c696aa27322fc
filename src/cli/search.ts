import pc from 'picocolors'
import { IsnadError } from '../errors.ts'
import { formatDate } from '../export/dates.ts'
import { isolate, oneLine } from '../export/direction.ts'
import { protect } from '../export/index.ts'
import { labels } from '../export/messages/index.ts'
import { directed } from '../export/terminal.ts'
import { openLedger } from '../ledger/index.ts'
import { hitsOf, snippetOf } from '../ledger/search.ts'
import type { Reading } from '../model.ts'
import { EXIT, type Session, wantsColour } from './io.ts'
import { keyFor } from './leaving.ts'

/** `isnad search`: reports that hold all words, best first, private data masked. */
export async function searchCommand(io: Session, words: string[], options: { ledger: string; limit: string }): Promise<number> {
  const wanted = words.join(' ')
  const found = await readingsWith(io, wanted, options)
  const { readings } = protect(found, [], { key: keyFor(io, options.ledger) })
  const lines = readings.flatMap((reading) => hitLines(io, reading, wanted))
  const count = io.t('search.found', { n: readings.length })
  io.out(`${directed(readings.length > 0 ? [count, ...lines] : [io.t('search.none')], io.lang)}\n`)
  return EXIT.done
}

async function readingsWith(io: Session, words: string, options: { ledger: string; limit: string }): Promise<Reading[]> {
  const ledger = await openLedger({ dir: options.ledger, create: false })
  try {
    const hits = await ledger.search(words, { limit: countOf(io, options.limit) })
    const readings: Reading[] = []
    for (const hit of hits) {
      const reading = await ledger.reading(hit.id)
      if (reading) readings.push(reading)
    }
    return readings
  } finally {
    await ledger.close()
  }
}

function countOf(io: Session, value: string): number {
  const count = Number(value)
  if (Number.isInteger(count) && count > 0) return count
  throw new IsnadError({ code: 'bad-usage', message: io.t('error.number', { value }), hint: io.t('error.number-hint') })
}

function hitLines(io: Session, { report }: Reading, words: string): string[] {
  const colours = pc.createColors(wantsColour({ env: io.env, terminal: io.terminal.out }))
  const t = labels(io.lang)
  const date = report.published ? formatDate(report.published.edtf, io.lang) : t('report.undated')
  const outlet = report.outlet ? isolate(report.outlet.name) : t('report.no-outlet')
  const snippet = oneLine(snippetOf(report.text, hitsOf(report.text, words)[0]))
  return [
    '',
    colours.bold(report.title ? isolate(report.title) : t('report.untitled')),
    `    ${outlet} · ${date} · ${colours.dim(isolate(report.source.path ?? report.source.url ?? report.id))}`,
    `    …${isolate(snippet)}…`,
  ]
}
