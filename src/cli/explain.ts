import pc from 'picocolors'
import { IsnadError } from '../errors.ts'
import { isolate, oneLine } from '../export/direction.ts'
import { figureView, formatBounds } from '../export/figures.ts'
import { labels } from '../export/messages/index.ts'
import { directed } from '../export/terminal.ts'
import type { Hop, Reading, Span } from '../model.ts'
import { type GivenOptions, readInputs } from './inputs.ts'
import { EXIT, type Session, wantsColour } from './io.ts'
import type { CliKey } from './messages/index.ts'

/** `isnad explain`: what was read off one place of a report, and by which rules. */
export async function explainCommand(io: Session, file: string, options: GivenOptions & { at: string }): Promise<number> {
  const reading = await readOne(io, file, options)
  const offset = offsetOf(io, file, reading, options.at)
  const colours = pc.createColors(wantsColour({ env: io.env, terminal: io.terminal.out }))
  io.out(`${directed(explainLines({ io, reading, offset, colours }), io.lang)}\n`)
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
  offset: number
  colours: ReturnType<typeof pc.createColors>
}

/** What is told of one thing at the offset, besides its text. */
interface Account extends Span {
  facts: string[]
  chain?: readonly Hop[]
  why: readonly string[] | undefined
}

function explainLines(place: Place): string[] {
  const { io, reading, offset } = place
  const { report } = reading
  const block = report.blocks.find((b) => holds(b, offset))
  const groups = accounts(place).flatMap(([key, all]) =>
    groupLines(
      place,
      key,
      all.filter((a) => holds(a, offset)),
    ),
  )
  return [
    io.t('explain.offset', { offset: String(offset), length: String(report.text.length), rules: reading.rules }),
    `${io.t('explain.line')}: ${isolate(lineAt(report.text, offset))}`,
    ...(block ? [`${io.t('explain.block')}: ${block.kind} ${range(block)}`] : []),
    ...(groups.length > 0 ? groups : ['', io.t('explain.nothing')]),
  ]
}

const holds = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end
const range = ({ start, end }: Span): string => `[${start}, ${end})`
const lineAt = (text: string, offset: number): string => {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end)
}

function accounts({ io, reading }: Place): [CliKey, Account[]][] {
  const { mentions, report } = reading
  const t = labels(io.lang)
  return [
    [
      'explain.quantities',
      mentions.quantities.map((q) => ({
        ...span(q),
        facts: [q.id, formatBounds(figureView(report, q), io.lang, t), q.modifier, q.unit, q.counted?.of ?? ''],
        why: q.why,
      })),
    ],
    [
      'explain.times',
      mentions.times.map((m) => ({
        ...span(m),
        facts: [m.id, m.edtf ?? JSON.stringify(m.relative ?? null), m.basis, m.modifier ?? '', m.part ?? ''],
        why: m.why,
      })),
    ],
    [
      'explain.places',
      mentions.places.map((m) => ({ ...span(m), facts: [m.id, m.name, m.place, m.kind, `${m.lat}, ${m.lon}`], why: m.why })),
    ],
    [
      'explain.actors',
      mentions.actors.map((m) => ({
        ...span(m),
        facts: [m.id, m.name, m.actor ?? '', m.type, m.private ? 'private' : '', m.loaded ? 'loaded' : ''],
        why: m.why,
      })),
    ],
    ['explain.statements', reading.statements.map((s) => ({ ...span(s), facts: [s.id], chain: s.chain, why: s.why }))],
    [
      'explain.claims',
      reading.claims.map((c) => ({
        ...c.evidence,
        facts: [c.id, t(`type.${c.type}`), t(`modality.${c.modality}`), c.figure ?? '', ...roles(c.roles)],
        chain: c.chain,
        why: c.why,
      })),
    ],
  ]
}

const span = ({ start, end }: Span): Span => ({ start, end })
const roles = (all: object): string[] => Object.entries(all).map(([role, id]) => `${role}=${id}`)

function groupLines(place: Place, key: CliKey, found: readonly Account[]): string[] {
  if (found.length === 0) return []
  return ['', place.colours.bold(place.io.t(key)), ...found.flatMap((account) => accountLines(place, account))]
}

function accountLines({ io, reading, colours }: Place, account: Account): string[] {
  const { text } = reading.report
  const why = account.why && account.why.length > 0 ? account.why.join(', ') : io.t('explain.no-rules')
  return [
    `• ${isolate(text.slice(account.start, account.end))}`,
    `    ${account.facts
      .filter((fact) => fact !== '')
      .map(isolate)
      .join(' · ')}`,
    ...(account.chain ? chainLines(io, reading, account.chain) : []),
    `    ${io.t('explain.scope')}: ${range(account)}`,
    `    ${io.t('explain.rules')}: ${colours.cyan(why)}`,
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
