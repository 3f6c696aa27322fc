import pc from 'picocolors'
import { isolate } from '../export/direction.ts'
import { layOut, type Sheet } from '../export/dossier/desk.ts'
import { findingView } from '../export/dossier/disagreements.ts'
import { rowOf } from '../export/dossier/rows.ts'
import * as say from '../export/phrases.ts'
import { directed, quoteLine, terminalInk } from '../export/terminal.ts'
import type { Finding, Reading } from '../model.ts'
import type { Session } from './io.ts'

interface View {
  io: Session
  p: say.Phrases
  colours: ReturnType<typeof pc.createColors>
  sheet: Sheet
}

/** One reading for people: what the report is, what it claims and through whom, what disagrees, warnings last. */
export function readingText(io: Session, reading: Reading, colour: boolean): string {
  const colours = pc.createColors(colour)
  const sheet = layOut([reading], []).sheets[0]!
  const view: View = { io, p: say.phrases(io.lang, terminalInk(colours)), colours, sheet }
  const parts = [headLines, claimLines, findingLines, warningLines].flatMap((part) => part(view))
  return `${directed(parts, io.lang)}\n\n`
}

function headLines({ io, p, colours, sheet }: View): string[] {
  const { view, reading } = sheet
  const { t } = p
  const { updated, language } = reading.report
  const facts = [
    view.outlet ? isolate(view.outlet) : t('report.no-outlet'),
    say.datePhrase(p, view),
    updated ? t('report.updated', { date: say.datePhrase(p, { published: updated }) }) : null,
    view.credits.length > 0 ? t('report.credited', { names: view.credits.map(isolate).join(io.lang === 'ar' ? '، ' : ', ') }) : null,
    t('count.claims', { n: view.claims }),
    reading.warnings.some((w) => w.code === 'unread-language') ? t('report.unread', { language }) : null,
  ]
  return [
    colours.bold(view.title ? isolate(view.title) : t('report.untitled')),
    `  ${facts.filter((fact) => fact).join(say.SEPARATOR)}`,
    `  ${colours.dim(isolate(view.path ?? view.url ?? view.id))}`,
  ]
}

/** Claims in the order of the text; a sentence is quoted once, under the last of its claims. */
function claimLines({ io, p, colours, sheet }: View): string[] {
  const claims = [...sheet.reading.claims].sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end)
  if (claims.length === 0) return ['', `  ${colours.dim(io.t('read.no-claims'))}`]
  const sentences = [...Map.groupBy(claims, ({ evidence }) => `${evidence.start}-${evidence.end}`).values()]
  return sentences.flatMap((group) => {
    const rows = group.map((claim) => rowOf(sheet, [claim]))
    const lines = rows.flatMap((row) => [
      `• ${say.rowHead(p, row)}`,
      ...say.legPhrases(p, row).map((leg) => `    ⇄ ${leg}`),
      `    ${say.chainPhrase(p, row.chain)}`,
    ])
    return ['', ...lines, `    ${quoteLine(colours, rowOf(sheet, group).quote)}`]
  })
}

function findingLines(view: View): string[] {
  const { findings } = view.sheet.reading
  const [apart, agreeing] = [findings.filter((f) => f.verdict !== 'agrees'), findings.filter((f) => f.verdict === 'agrees')]
  return [...findingGroup(view, view.io.t('read.disagrees'), apart), ...findingGroup(view, view.io.t('read.agrees'), agreeing)]
}

function findingGroup({ io, p, colours, sheet }: View, title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  const lines = findings.flatMap((finding) => {
    const found = findingView(sheet, finding)
    const verdict = `${p.t(`finding.${found.kind}`)}: ${p.t(`verdict.${found.verdict}`)}`
    const head = found.verdict === 'conflict' ? colours.red(verdict) : verdict
    return [
      `${found.verdict === 'agrees' ? '=' : '≠'} ${head}${say.SEPARATOR}${isolate(found.message[io.lang])}`,
      ...found.quotes.map((quote) => `    ${quoteLine(colours, quote)}`),
    ]
  })
  return ['', colours.bold(title), ...lines]
}

function warningLines({ io, colours, sheet }: View): string[] {
  const { warnings } = sheet.reading
  if (warnings.length === 0) return []
  return ['', colours.bold(io.t('read.warnings')), ...warnings.map((w) => `! ${colours.yellow(w.code)}: ${isolate(w.message)}`)]
}
