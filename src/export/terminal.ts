import pc from 'picocolors'
import { isolate, isolateRaw, oneLine } from './direction.ts'
import type { CustodyRow, DenialRow, Dossier, Row } from './dossier/types.ts'
import { buildDossier } from './dossier.ts'
import type { ExportFormat } from './format.ts'
import type { Lang } from './messages/index.ts'
import * as say from './phrases.ts'
import { clustersOf, rowSections } from './sections.ts'

type Colours = ReturnType<typeof pc.createColors>

export type { Colours }

/** Right-to-left mark: a line of an Arabic interface runs from the right whatever it begins with. */
const RIGHT_TO_LEFT = '\u200f'

/** How a terminal writes the pieces of a line. */
export const terminalInk = (colours: Colours): say.Ink => ({
  label: (text) => oneLineKeepingEnds(text),
  said: isolate,
  figure: (text) => colours.yellow(isolate(text)),
  strong: colours.bold,
  faint: colours.dim,
  origin: colours.green,
  unnamed: colours.magenta,
  report: (number) => colours.cyan(`[${number}]`),
})

const oneLineKeepingEnds = (text: string): string => `${/^\s/u.test(text) ? ' ' : ''}${oneLine(text)}${/\s$/u.test(text) ? ' ' : ''}`

/** A quoted sentence as one isolate, its figures coloured inside it. */
export const quoteLine = (colours: Colours, quote: Row['quote']): string =>
  `“${isolateRaw(
    quote
      .map((s) => (s.figure ? colours.yellow(s.text) : s.text))
      .join('')
      .trim(),
  )}”`

/** Puts lines of an Arabic interface right to left; the indent stays before the mark. */
export const directed = (lines: readonly string[], lang: Lang): string =>
  lines.map((line) => (lang === 'ar' && line !== '' ? `${RIGHT_TO_LEFT}${line}` : line)).join('\n')

interface Page {
  p: say.Phrases
  colours: Colours
  dossier: Dossier
}

/** A row: what is said, its legs, its chain, its sentence, the report. */
export function rowLines(p: say.Phrases, colours: Colours, row: Row, where = say.whereSaid(p, row)): string[] {
  return [
    `• ${say.rowHead(p, row)}`,
    ...say.legPhrases(p, row).map((leg) => `    ⇄ ${leg}`),
    `    ${say.chainPhrase(p, row.chain)}`,
    `    ${quoteLine(colours, row.quote)}${where === '' ? '' : ` ${where}`}`,
  ]
}

const heading = ({ p, colours }: Page, text: string): string[] => ['', colours.bold(colours.underline(p.ink.label(text)))]

const orNothing = ({ p, colours }: Page, lines: string[]): string[] => (lines.length > 0 ? lines : [colours.dim(p.t('dossier.nothing'))])

function readLines(page: Page): string[] {
  const { p, dossier, colours } = page
  const reports = dossier.reports.flatMap((report) => {
    const kin = say.kinship(p, report)
    return [
      `${p.ink.report(report.number)} ${colours.bold(report.title ? isolate(report.title) : p.t('report.untitled'))}`,
      `    ${[report.outlet ? isolate(report.outlet) : p.t('report.no-outlet'), say.datePhrase(p, report), p.t('count.claims', { n: report.claims }), kin].filter((x) => x).join(say.SEPARATOR)}`,
    ]
  })
  return [...heading(page, p.t('dossier.read')), say.countsLine(p, dossier.counts), ...reports, ...undatedLine(page)]
}

function undatedLine({ p, dossier }: Page): string[] {
  const undated = dossier.reports.filter((r) => r.published === null).map((r) => p.ink.report(r.number))
  return undated.length > 0 ? [p.t('dossier.undated-list', { reports: undated.join(' ') })] : []
}

function custodyLines(page: Page): string[] {
  const { p, dossier } = page
  const lines = dossier.custody.flatMap((line) => [custodyHead(page, line), ...line.entries.flatMap((row) => entryLines(page, row))])
  return [...heading(page, p.t('dossier.custody')), ...orNothing(page, lines)]
}

/** Under its line of the table a row needs no more than its figures, chain and sentence. */
function entryLines({ p, colours }: Page, row: Row): string[] {
  const [head = '', ...rest] = rowLines(p, colours, row)
  const figures = row.figures.map((figure) => say.figurePhrase(p, figure)).join(', ')
  return [figures === '' ? head : `• ${figures}${row.modality === 'actual' ? '' : ` (${p.t(`modality.${row.modality}`)})`}`, ...rest].map(
    (line) => `  ${line}`,
  )
}

function custodyHead({ p, colours }: Page, line: CustodyRow): string {
  const custodian = line.custodian ? isolate(say.custodianName(p, line)!) : p.t('dossier.not-named')
  const place = line.place ? isolate(say.placeName(p, line)!) : `${p.t('dossier.column.place')}: ${p.t('dossier.not-named')}`
  return colours.bold(
    [custodian, isolate(say.populationPhrase(p, line.population, line.nationality)), place, say.asOfPhrase(p, line.asOf)].join(
      say.SEPARATOR,
    ),
  )
}

function sectionLines(page: Page): string[] {
  return rowSections(page.dossier).flatMap(({ title, note, rows }) => {
    const lines = clusterLines(page, rows)
    return [
      ...heading(page, page.p.t(title)),
      ...(note && lines.length > 0 ? [page.colours.dim(page.p.t(note))] : []),
      ...orNothing(page, lines),
    ]
  })
}

const clusterLines = ({ p, dossier, colours }: Page, all: readonly Row[]): string[] =>
  clustersOf(all, dossier.measures).flatMap(({ measure, rows }) => {
    return [...(measure ? [`≡ ${say.measureHead(p, measure)}`] : []), ...rows.flatMap((row) => rowLines(p, colours, row))]
  })

function deniedLines(page: Page): string[] {
  const lines = page.dossier.denied.flatMap((row) => [...rowLines(page.p, page.colours, row), tieLine(page, row)])
  return [...heading(page, page.p.t('dossier.denied')), ...orNothing(page, lines)]
}

function tieLine({ p, colours }: Page, { tie }: DenialRow): string {
  if (!tie) return `    ↳ ${colours.dim(p.t('dossier.ties-to-none'))}`
  const label = p.t(tie.kind === 'same' ? 'dossier.denies' : 'dossier.asked-about')
  return `    ↳ ${colours.dim(label)}: ${quoteLine(colours, tie.row.quote)} ${p.ink.report(tie.row.report)}`
}

function disagreementLines(page: Page): string[] {
  const { p, dossier, colours } = page
  const between = dossier.between.flatMap((view) => [
    `≠ ${colours.bold(say.verdictPhrase(p, view))}${say.SEPARATOR}${isolate(view.why[p.lang])}`,
    ...[view.a, view.b].flatMap((side) => [
      `    ${p.ink.report(side.report)} ${p.ink.figure(side.figure)} ${quoteLine(colours, side.quote)}`,
      ...(side.chain.length > 0 ? [`        ${say.chainPhrase(p, side.chain)}`] : []),
    ]),
  ])
  const within = dossier.within.flatMap((view) => [
    `≠ ${colours.bold(`${p.t(`finding.${view.kind}`)}: ${p.t(`verdict.${view.verdict}`)}`)}${say.SEPARATOR}${isolate(view.message[p.lang])} ${p.ink.report(view.report)}`,
    ...view.quotes.map((quote) => `    ${quoteLine(colours, quote)}`),
  ])
  return [
    ...heading(page, p.t('dossier.disagreements')),
    colours.bold(p.t('dossier.between')),
    ...orNothing(page, between),
    colours.bold(p.t('dossier.within')),
    ...orNothing(page, within),
  ]
}

function originLines(page: Page): string[] {
  const { p, dossier, colours } = page
  const lines = dossier.measures.flatMap((measure) => [
    `≡ ${colours.bold(say.measureTitle(p, measure))}${say.SEPARATOR}${say.measurePhrase(p, measure)}${say.SEPARATOR}${say.firstSeen(p, measure)}`,
    ...say.sourcePhrases(p, measure).map((source) => `    ${source}`),
  ])
  const single = dossier.single > 0 ? [colours.dim(p.t('dossier.single', { n: dossier.single }))] : []
  return [...heading(page, p.t('dossier.origins')), ...orNothing(page, [...lines, ...single])]
}

function otherLines(page: Page): string[] {
  const { other, bare } = page.dossier
  if (other.length + bare === 0) return []
  const note = bare > 0 ? [page.colours.dim(page.p.t('dossier.bare', { n: bare }))] : []
  return [...heading(page, page.p.t('dossier.other')), ...clusterLines(page, other), ...note]
}

function footLines({ p, dossier, colours }: Page): string[] {
  const masked = dossier.revealed === null ? p.t('dossier.masked') : p.t('dossier.revealed', { reason: isolate(dossier.revealed) })
  return [
    '',
    colours.dim(p.t('dossier.legend')),
    colours.dim(masked),
    colours.dim(p.t('dossier.rules', { version: dossier.rules.join(', ') })),
  ]
}

/** A dossier as lines of a terminal. */
export function renderTerminal(dossier: Dossier, options: { lang: Lang; colour: boolean }): string {
  const colours = pc.createColors(options.colour)
  const page: Page = { p: say.phrases(options.lang, terminalInk(colours)), colours, dossier }
  const title = [colours.bold(page.p.t('dossier.title')), page.p.t('dossier.lead')]
  const parts = [readLines, custodyLines, sectionLines, deniedLines, disagreementLines, originLines, otherLines, footLines]
  return `${directed([...title, ...parts.flatMap((part) => part(page))], options.lang)}\n`
}

export const terminal: ExportFormat = {
  name: 'terminal',
  kind: 'dossier',
  mediaType: 'text/plain',
  extension: 'txt',
  write: (input) => [renderTerminal(buildDossier(input.readings, input.links, input), { lang: input.lang, colour: input.colour ?? false })],
}
