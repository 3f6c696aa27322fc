import { oneLine } from './direction.ts'
import type { DenialRow, Dossier, Row } from './dossier/types.ts'
import { buildDossier } from './dossier.ts'
import type { ExportFormat } from './format.ts'
import type { Lang } from './messages/index.ts'
import * as say from './phrases.ts'
import { clustersOf, rowSections } from './sections.ts'

/** Characters that mean something in Markdown or in the HTML that it may hold. */
const SPECIAL = /[\\`*_{}[\]#+!|~]/gu
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string =>
  oneLine(text)
    .replace(SPECIAL, '\\$&')
    .replace(/[&<>]/gu, (char) => ENTITIES[char]!)
/** As `escaped`, keeping a space at either end. */
const piece = (text: string): string => `${/^\s/u.test(text) ? ' ' : ''}${escaped(text)}${/\s$/u.test(text) ? ' ' : ''}`
/** HTML's own element for text of another direction; Markdown has none. */
const isolated = (text: string): string => `<bdi>${escaped(text)}</bdi>`

const ink: say.Ink = {
  label: piece,
  said: isolated,
  figure: (text) => `**${isolated(text)}**`,
  strong: (inked) => `**${inked}**`,
  faint: (inked) => inked,
  origin: (inked) => `**${inked}**`,
  unnamed: (inked) => `_${inked}_`,
  report: (number) => `[\\[${number}\\]](#r${number})`,
}

interface Page {
  p: say.Phrases
  dossier: Dossier
}

/** A sentence as a quotation; marks of figures that touch letters would not close, so they are set without spaces inside. */
const quoted = (quote: Row['quote']): string =>
  `<bdi>${quote
    .map((s) => (s.figure ? `<mark>${escaped(s.text)}</mark>` : piece(s.text)))
    .join('')
    .trim()}</bdi>`

function rowItem(p: say.Phrases, row: Row): string[] {
  return [
    `- ${say.rowHead(p, row)}`,
    ...say.legPhrases(p, row).map((leg) => `  - ⇄ ${leg}`),
    '',
    `  ${say.chainPhrase(p, row.chain)}`,
    '',
    `  > ${quoted(row.quote)}`,
    '',
    `  ${say.whereSaid(p, row)}`,
    '',
  ]
}

const heading = ({ p }: Page, id: string, text: string): string[] => ['', `<a id="${id}"></a>`, '', `## ${p.ink.label(text)}`, '']
const orNothing = ({ p }: Page, lines: string[]): string[] => (lines.length > 0 ? lines : [`_${p.t('dossier.nothing')}_`, ''])
const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function readPart(page: Page): string[] {
  const { p, dossier } = page
  const { t } = p
  const head = ['#', t('dossier.column.report'), t('dossier.column.outlet'), t('dossier.column.date'), t('dossier.column.claims'), '']
  const rows = dossier.reports.map((r) =>
    tableRow([
      `<a id="r${r.number}"></a>${r.number}`,
      isolated(r.title ?? t('report.untitled')),
      isolated(r.outlet ?? t('report.no-outlet')),
      escaped(say.datePhrase(p, r)),
      String(r.claims),
      say.kinship(p, r),
    ]),
  )
  const undated = dossier.reports.filter((r) => r.published === null).map((r) => ink.report(r.number))
  return [
    ...heading(page, 'read', t('dossier.read')),
    say.countsLine(p, dossier.counts),
    '',
    tableRow(head),
    tableRow(head.map(() => '---')),
    ...rows,
    ...(undated.length > 0 ? ['', t('dossier.undated-list', { reports: undated.join(' ') })] : []),
  ]
}

function custodyPart(page: Page): string[] {
  const { p, dossier } = page
  const { t } = p
  const head = (['custodian', 'population', 'place', 'as-of', 'figures'] as const).map((column) => t(`dossier.column.${column}`))
  const rows = dossier.custody.map((line) =>
    tableRow([
      line.custodian ? isolated(say.custodianName(p, line)!) : t('dossier.not-named'),
      escaped(say.populationPhrase(p, line.population, line.nationality)),
      line.place ? isolated(say.placeName(p, line)!) : t('dossier.not-named'),
      escaped(say.asOfPhrase(p, line.asOf)),
      line.entries.map((row) => custodyCell(p, row)).join('<br><br>'),
    ]),
  )
  const table = rows.length > 0 ? [tableRow(head), tableRow(head.map(() => '---')), ...rows] : []
  return [...heading(page, 'custody', t('dossier.custody')), ...orNothing(page, table)]
}

const custodyCell = (p: say.Phrases, row: Row): string =>
  [
    row.figures.map((f) => say.figurePhrase(p, f)).join(', '),
    say.chainPhrase(p, row.chain),
    `“${quoted(row.quote)}” ${say.whereSaid(p, row)}`,
  ]
    .filter((x) => x)
    .join('<br>')

const clusters = ({ p, dossier }: Page, all: readonly Row[]): string[] =>
  clustersOf(all, dossier.measures).flatMap(({ measure, rows }) => {
    return [...(measure ? ['', `≡ ${say.measureHead(p, measure)}`, ''] : []), ...rows.flatMap((row) => rowItem(p, row))]
  })

const sectionParts = (page: Page): string[] =>
  rowSections(page.dossier).flatMap(({ id, title, note, rows }) => [
    ...heading(page, id, page.p.t(title)),
    ...(note && rows.length > 0 ? [`_${page.p.t(note)}_`, ''] : []),
    ...orNothing(page, clusters(page, rows)),
  ])

function deniedPart(page: Page): string[] {
  const rows = page.dossier.denied.flatMap((row) => [...rowItem(page.p, row), tie(page.p, row), ''])
  return [...heading(page, 'denied', page.p.t('dossier.denied')), ...orNothing(page, rows)]
}

function tie({ t }: say.Phrases, { tie: tied }: DenialRow): string {
  if (!tied) return `  ↳ _${t('dossier.ties-to-none')}_`
  return `  ↳ ${t(tied.kind === 'same' ? 'dossier.denies' : 'dossier.asked-about')}: “${quoted(tied.row.quote)}” ${ink.report(tied.row.report)}`
}

function disagreementPart(page: Page): string[] {
  const { p, dossier } = page
  const between = dossier.between.flatMap((view) => [
    `### ${escaped(say.verdictPhrase(p, view))}`,
    '',
    isolated(view.why[p.lang]),
    '',
    tableRow([ink.report(view.a.report), ink.report(view.b.report)]),
    tableRow(['---', '---']),
    tableRow([ink.figure(view.a.figure), ink.figure(view.b.figure)]),
    tableRow([quoted(view.a.quote), quoted(view.b.quote)]),
    tableRow([say.chainPhrase(p, view.a.chain), say.chainPhrase(p, view.b.chain)]),
    '',
  ])
  const within = dossier.within.flatMap((view) => [
    `### ${escaped(`${p.t(`finding.${view.kind}`)}: ${p.t(`verdict.${view.verdict}`)}`)} ${ink.report(view.report)}`,
    '',
    isolated(view.message[p.lang]),
    '',
    ...view.quotes.flatMap((quote) => [`> ${quoted(quote)}`, '']),
  ])
  return [
    ...heading(page, 'disagreements', p.t('dossier.disagreements')),
    `**${p.t('dossier.between')}**`,
    '',
    ...orNothing(page, between),
    `**${p.t('dossier.within')}**`,
    '',
    ...orNothing(page, within),
  ]
}

function originsPart(page: Page): string[] {
  const { p, dossier } = page
  const lines = dossier.measures.flatMap((measure) => [
    `- **${p.ink.label(say.measureTitle(p, measure))}** · ${say.measurePhrase(p, measure)} · ${say.firstSeen(p, measure)}`,
    ...say.sourcePhrases(p, measure).map((source) => `  - ${source}`),
  ])
  const single = dossier.single > 0 ? ['', p.t('dossier.single', { n: dossier.single })] : []
  return [...heading(page, 'origins', p.t('dossier.origins')), ...orNothing(page, [...lines, ...single])]
}

function otherPart(page: Page): string[] {
  const { other, bare } = page.dossier
  if (other.length + bare === 0) return []
  return [
    ...heading(page, 'other', page.p.t('dossier.other')),
    ...clusters(page, other),
    ...(bare > 0 ? ['', page.p.t('dossier.bare', { n: bare })] : []),
  ]
}

function foot({ p, dossier }: Page): string[] {
  const masked = dossier.revealed === null ? p.t('dossier.masked') : p.t('dossier.revealed', { reason: escaped(dossier.revealed) })
  return ['', '---', '', p.t('dossier.legend'), '', masked, '', p.t('dossier.rules', { version: dossier.rules.join(', ') }), '']
}

/** A dossier as Markdown; an Arabic one is wrapped in a right-to-left block. */
export function renderMarkdown(dossier: Dossier, lang: Lang): string {
  const page: Page = { p: say.phrases(lang, ink), dossier }
  const { t } = page.p
  const parts = [readPart, custodyPart, sectionParts, deniedPart, disagreementPart, originsPart, otherPart, foot].flatMap((part) =>
    part(page),
  )
  const lines = [`# ${t('dossier.title')}`, '', t('dossier.lead'), ...parts]
  const all = lang === 'ar' ? ['<div dir="rtl" lang="ar">', '', ...lines, '</div>', ''] : lines
  return all.join('\n').replace(/\n{3,}/gu, '\n\n')
}

export const markdown: ExportFormat = {
  name: 'md',
  kind: 'dossier',
  mediaType: 'text/markdown',
  extension: 'md',
  write: (input) => [renderMarkdown(buildDossier(input.readings, input.links, input), input.lang)],
}
