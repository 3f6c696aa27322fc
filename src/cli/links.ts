import pc from 'picocolors'
import { isolate } from '../export/direction.ts'
import { layOut } from '../export/dossier/desk.ts'
import { comparisonViews } from '../export/dossier/disagreements.ts'
import * as say from '../export/phrases.ts'
import { directed, quoteLine, terminalInk } from '../export/terminal.ts'
import { collect, openLedger } from '../ledger/index.ts'
import { EXIT, type Session, wantsColour } from './io.ts'
import { type LeavingOptions, leavingLedger } from './leaving.ts'

/** `isnad links`: what stands between reports. JSON is the working format, over the text as it was read. */
export async function linksCommand(io: Session, options: LeavingOptions & { json?: boolean }): Promise<number> {
  if (options.json) return printJson(io, options.ledger)
  const { readings, links } = await leavingLedger(io, options, 'links')
  const desk = layOut(readings, links)
  const colours = pc.createColors(wantsColour({ env: io.env, terminal: io.terminal.out }))
  const p = say.phrases(io.lang, terminalInk(colours))
  const copies = links.flatMap((link) => {
    if (link.kind !== 'copy') return []
    const relation = io.t(link.relation === 'near-copy' ? 'links.copy' : 'links.passage')
    return [`= ${relation} ${Math.round(link.similarity * 100)}%: ${isolate(link.a.path)} · ${isolate(link.b.path)}`]
  })
  const path = (number: number): string => isolate(desk.sheets[number - 1]?.view.path ?? `${number}`)
  const comparisons = comparisonViews(desk).flatMap((view) => [
    `≠ ${colours.bold(say.verdictPhrase(p, view))} · ${isolate(view.why[io.lang])}`,
    ...[view.a, view.b].map((side) => `    ${path(side.report)}: ${p.ink.figure(side.figure)} ${quoteLine(colours, side.quote)}`),
  ])
  const lines = [...copies.sort(), ...comparisons]
  io.out(`${directed(lines.length > 0 ? lines : [io.t('links.none')], io.lang)}\n`)
  return EXIT.done
}

async function printJson(io: Session, dir: string): Promise<number> {
  const ledger = await openLedger({ dir, create: false })
  try {
    for (const link of await collect(ledger.links())) io.out(`${JSON.stringify(link)}\n`)
  } finally {
    await ledger.close()
  }
  return EXIT.done
}
