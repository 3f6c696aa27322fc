import pc from 'picocolors'
import { IsnadError } from '../errors.ts'
import { isolate, oneLine } from '../export/direction.ts'
import { type Account, explain } from '../export/explain.ts'
import { labels } from '../export/messages/index.ts'
import { directed } from '../export/terminal.ts'
import type { Hop, Reading, Span } from '../model.ts'
import { type GivenOptions, readInputs } from './inputs.ts'
import { EXIT, type Session, wantsColour } from './io.ts'

/** `isnad explain`: what was read off one place of a report, and by which rules. */
export async function explainCommand(io: Session, file: string, options: GivenOptions & { at: string }): Promise<number> {
  const reading = await readOne(io, file, options)
  const offset = offsetOf(io, file, reading, options.at)
  const colours = pc.createColors(wantsColour({ env: io.env, terminal: io.terminal.out }))
  io.out(`${directed(explainLines({ io, reading, colours }, offset), io.lang)}\n`)
  return EXIT.done
}

async function readOne(io: Session, file: string, options: GivenOptions): Promise<Reading> {
  const readings: Reading[] = []
  for await (const outcome of readInputs(io, [file], options)) {
    if ('error' in outcome) throw outcome.error
    readings.push(outcome.reading)
  }
  if (readings.length === 1) return readings[0]!
  throw new IsnadError({ code: 'bad-usage', message: io.t('error.many', { file, n: readings.length }), hint: io.t('error.many-hint') })
}

function offsetOf(io: Session, file: string, { report }: Reading, at: string): number {
  const { length } = report.text
  if (/^\d+$/u.test(at)) {
    if (Number(at) < length) return Number(at)
    throw new IsnadError({ code: 'bad-usage', message: io.t('error.offset', { file, at, length }), hint: io.t('error.offset-hint') })
  }
  const found = at === '' ? -1 : report.text.indexOf(at)
  if (found >= 0) return found
  throw new IsnadError({ code: 'bad-usage', message: io.t('error.not-words', { file, words: at }), hint: io.t('error.not-words-hint') })
}

interface Place {
  io: Session
  reading: Reading
  colours: ReturnType<typeof pc.createColors>
}

function explainLines(place: Place, offset: number): string[] {
  const { io, reading, colours } = place
  const { text } = reading.report
  const { line, block, groups } = explain(reading, offset, io.lang)
  const lines = groups.flatMap(({ kind, items }) => [
    '',
    colours.bold(io.t(`explain.${kind}`)),
    ...items.flatMap((account) => accountLines(place, account)),
  ])
  return [
    io.t('explain.offset', { offset: String(offset), length: String(text.length), rules: reading.rules }),
    `${io.t('explain.line')}: ${isolate(text.slice(line.start, line.end))}`,
    ...(block ? [`${io.t('explain.block')}: ${block.kind} ${range(block)}`] : []),
    ...(lines.length > 0 ? lines : ['', io.t('explain.nothing')]),
  ]
}

const range = ({ start, end }: Span): string => `[${start}, ${end})`

function accountLines({ io, reading, colours }: Place, account: Account): string[] {
  const { text } = reading.report
  return [
    `• ${isolate(text.slice(account.start, account.end))}`,
    `    ${account.facts.map(isolate).join(' · ')}`,
    ...(account.chain ? chainLines(io, reading, account.chain) : []),
    `    ${io.t('explain.scope')}: ${range(account)}`,
    `    ${io.t('explain.rules')}: ${colours.cyan(account.why.length > 0 ? account.why.join(', ') : io.t('explain.no-rules'))}`,
  ]
}

function chainLines(io: Session, { report }: Reading, chain: readonly Hop[]): string[] {
  if (chain.length === 0) return [`    ${io.t('explain.chain')}: ${io.t('explain.own')}`]
  return chain.map((hop) => {
    const cue = hop.cue
      ? ` · ${io.t('explain.cue')}: ${isolate(oneLine(report.text.slice(hop.cue.start, hop.cue.end)))} ${range(hop.cue)}`
      : ''
    return `    ${io.t('explain.chain')} ← ${isolate(hop.text)} ${range(hop)} · ${labels(io.lang)(`act.${hop.act}`)}${hop.named ? '' : ' · ?'}${hop.actor ? ` · ${hop.actor}` : ''}${cue}`
  })
}
