import type { ChainNode } from './chains.ts'
import { isolate, oneLine } from './direction.ts'
import type { DenialRow, Dossier, Row, Segment, Side } from './dossier/types.ts'
import { buildDossier } from './dossier.ts'
import type { ExportFormat } from './format.ts'
import { STYLE } from './html-style.ts'
import { type Lang, localeOf, type MessageKey } from './messages/index.ts'
import * as say from './phrases.ts'
import { clustersOf, rowSections } from './sections.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text of a report or of the interface, safe between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (char) => ENTITIES[char]!)

const said = (text: string): string => `<bdi>${escapeHtml(oneLine(text))}</bdi>`

const ink: say.Ink = {
  label: escapeHtml,
  said,
  figure: (text) => `<span class="figure">${said(text)}</span>`,
  strong: (inked) => `<strong>${inked}</strong>`,
  faint: (inked) => `<span class="bounds">${inked}</span>`,
  origin: (inked) => `<span class="source origin">${inked}</span>`,
  unnamed: (inked) => `<span class="source unnamed">${inked}</span>`,
  report: (number) => `<a class="ref" href="#r${number}">${number}</a>`,
}

interface Page {
  p: say.Phrases
  dossier: Dossier
}

const quote = (segments: readonly Segment[]): string =>
  `<blockquote dir="auto">${segments
    .map((s) => (s.figure ? `<mark>${escapeHtml(s.text)}</mark>` : escapeHtml(s.text)))
    .join('')
    .trim()}</blockquote>`

function chain({ t }: say.Phrases, nodes: readonly ChainNode[]): string {
  if (nodes.length === 0) return ''
  const items = nodes.map((node) => {
    const name = node.text === '' ? escapeHtml(t('report.no-outlet')) : said(node.text)
    const act = node.act ? ` title="${escapeHtml(t(`act.${node.act}`))}"` : ''
    if (node.origin) return `<li><span class="source origin"${act}>◆ ${name}</span></li>`
    return `<li><span class="source${node.named ? '' : ' unnamed'}"${act}>${node.named || node.kind === 'outlet' ? '' : '? '}${name}</span></li>`
  })
  return `<ol class="chain">${items.join('')}</ol>`
}

function rowBody(p: say.Phrases, row: Row): string {
  const legs = say.legPhrases(p, row).map((leg) => `<li>${leg}</li>`)
  return [
    legs.length > 0 ? `<ul class="legs">${legs.join('')}</ul>` : '',
    quote(row.quote),
    chain(p, row.chain),
    `<p class="where">${say.whereSaid(p, row)}</p>`,
  ].join('')
}

const card = (p: say.Phrases, row: Row, after = ''): string =>
  `<article class="card"><p class="head">${say.rowHead(p, row)}</p>${rowBody(p, row)}${after}</article>`

const section = ({ p }: Page, id: string, title: MessageKey, body: string, note = ''): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(p.t(title))}</h2>${note}${body === '' ? `<p class="nothing">${escapeHtml(p.t('dossier.nothing'))}</p>` : body}</section>`

function table(className: string, head: readonly string[], rows: readonly string[]): string {
  if (rows.length === 0) return ''
  const cells = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')
  return `<div class="table"><table class="${className}"><thead><tr>${cells}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function readSection(page: Page): string {
  const { p, dossier } = page
  const { t } = p
  const head = ['#', t('dossier.column.report'), t('dossier.column.outlet'), t('dossier.column.date'), t('dossier.column.claims')]
  const rows = dossier.reports.map((r) => {
    const kin = say.kinship(p, r)
    const title = r.title ? said(r.title) : escapeHtml(t('report.untitled'))
    const outlet = r.outlet ? said(r.outlet) : escapeHtml(t('report.no-outlet'))
    return `<tr id="r${r.number}"><td class="number">${r.number}</td><th scope="row">${title}${kin ? `<p class="where">${kin}</p>` : ''}</th><td>${outlet}</td><td>${escapeHtml(say.datePhrase(p, r))}</td><td class="number">${r.claims}</td></tr>`
  })
  const undated = dossier.reports.filter((r) => r.published === null).map((r) => ink.report(r.number))
  const note = undated.length > 0 ? `<p class="note">${t('dossier.undated-list', { reports: undated.join(' ') })}</p>` : ''
  return section(page, 'read', 'dossier.read', table('reports', head, rows) + note)
}

function custodySection(page: Page): string {
  const { p, dossier } = page
  const { t } = p
  const head = (['custodian', 'population', 'place', 'as-of', 'figures'] as const).map((column) => t(`dossier.column.${column}`))
  const absent = `<span class="role">${escapeHtml(t('dossier.not-named'))}</span>`
  const rows = dossier.custody.map((line) => {
    const entries = line.entries.map(
      (row) =>
        `<div class="entry"><p class="head">${row.figures.map((f) => say.figurePhrase(p, f)).join(', ')}</p>${rowBody(p, row)}</div>`,
    )
    const population = escapeHtml(say.populationPhrase(p, line.population, line.nationality))
    return `<tr><th scope="row">${line.custodian ? said(say.custodianName(p, line)!) : absent}</th><td>${population}</td><td>${line.place ? said(say.placeName(p, line)!) : absent}</td><td>${escapeHtml(say.asOfPhrase(p, line.asOf))}</td><td>${entries.join('')}</td></tr>`
  })
  return section(page, 'custody', 'dossier.custody', table('custody', head, rows))
}

const clusters = ({ p, dossier }: Page, all: readonly Row[]): string =>
  clustersOf(all, dossier.measures)
    .map(({ measure, rows }) => {
      const cards = rows.map((row) => card(p, row)).join('')
      return measure ? `<div class="cluster"><p>${say.measureHead(p, measure)}</p>${cards}</div>` : cards
    })
    .join('')

const rowParts = (page: Page): string[] =>
  rowSections(page.dossier).map(({ id, title, note, rows }) =>
    section(page, id, title, clusters(page, rows), note && rows.length > 0 ? `<p class="note">${escapeHtml(page.p.t(note))}</p>` : ''),
  )

const deniedSection = (page: Page): string =>
  section(page, 'denied', 'dossier.denied', page.dossier.denied.map((row) => card(page.p, row, tie(page.p, row))).join(''))

function tie({ t }: say.Phrases, { tie: tied }: DenialRow): string {
  if (!tied) return `<p class="tie">${escapeHtml(t('dossier.ties-to-none'))}</p>`
  const label = escapeHtml(t(tied.kind === 'same' ? 'dossier.denies' : 'dossier.asked-about'))
  return `<div class="tie">↳ ${label} ${ink.report(tied.row.report)}${quote(tied.row.quote)}</div>`
}

function side(p: say.Phrases, view: Side): string {
  return `<div>${ink.report(view.report)} ${ink.figure(view.figure)}${quote(view.quote)}${chain(p, view.chain)}</div>`
}

const badge = (kind: string, text: string): string => `<span class="badge ${kind}">${escapeHtml(text)}</span>`

function disagreementSection(page: Page): string {
  const { p, dossier } = page
  const between = dossier.between.map(
    (view) =>
      `<article class="card"><p class="head">${badge(view.verdict, say.verdictPhrase(p, view))} ${said(view.why[p.lang])}</p><div class="sides">${side(p, view.a)}${side(p, view.b)}</div></article>`,
  )
  const within = dossier.within.map(
    (view) =>
      `<article class="card"><p class="head">${badge(view.verdict, `${p.t(`finding.${view.kind}`)}: ${p.t(`verdict.${view.verdict}`)}`)} ${said(view.message[p.lang])} ${ink.report(view.report)}</p>${view.quotes.map(quote).join('')}</article>`,
  )
  const group = (title: MessageKey, items: string[]): string =>
    items.length > 0 ? `<h3>${escapeHtml(p.t(title))}</h3>${items.join('')}` : ''
  return section(page, 'disagreements', 'dossier.disagreements', group('dossier.between', between) + group('dossier.within', within))
}

function originsSection(page: Page): string {
  const { p, dossier } = page
  const cards = dossier.measures.map((measure) => {
    const sources = say.sourcePhrases(p, measure).map((source) => `<li>${source}</li>`)
    return `<article class="card"><p class="head"><strong>${escapeHtml(say.measureTitle(p, measure))}</strong> · ${say.measurePhrase(p, measure)} · ${say.firstSeen(p, measure)}</p><ul class="sources">${sources.join('')}</ul></article>`
  })
  const single = dossier.single > 0 ? `<p class="note">${escapeHtml(p.t('dossier.single', { n: dossier.single }))}</p>` : ''
  return section(page, 'origins', 'dossier.origins', cards.join('') + single)
}

function otherSection(page: Page): string {
  const { other, bare } = page.dossier
  const note = bare > 0 ? `<p class="note">${escapeHtml(page.p.t('dossier.bare', { n: bare }))}</p>` : ''
  return other.length + bare > 0 ? section(page, 'other', 'dossier.other', clusters(page, other) + note) : ''
}

function header({ p, dossier }: Page): string {
  const { t } = p
  const { counts } = dossier
  const number = new Intl.NumberFormat(localeOf(p.lang))
  const tile = (key: MessageKey, n: number): string => `<li><b>${number.format(n)}</b>${escapeHtml(t(key))}</li>`
  const contents: [string, MessageKey][] = [
    ['read', 'dossier.read'],
    ['custody', 'dossier.custody'],
    ...rowSections(dossier).map(({ id, title }): [string, MessageKey] => [id, title]),
    ['denied', 'dossier.denied'],
    ['disagreements', 'dossier.disagreements'],
    ['origins', 'dossier.origins'],
    ...(dossier.other.length + dossier.bare > 0 ? [['other', 'dossier.other'] as [string, MessageKey]] : []),
  ]
  const links = contents.map(([id, key]) => `<li><a href="#${id}">${escapeHtml(t(key))}</a></li>`)
  const tiles = [
    tile('tile.reports', counts.reports),
    tile('tile.outlets', counts.outlets),
    tile('tile.origins', counts.origins),
    tile('tile.copies', counts.copies),
    tile('tile.undated', counts.undated),
  ]
  return `<header><h1>${escapeHtml(t('dossier.title'))}</h1><p class="lead">${escapeHtml(t('dossier.lead'))}</p><ul class="tiles">${tiles.join('')}</ul><nav aria-label="${escapeHtml(t('dossier.contents'))}"><ul>${links.join('')}</ul></nav></header>`
}

function footer({ p, dossier }: Page): string {
  const masked = dossier.revealed === null ? p.t('dossier.masked') : p.t('dossier.revealed', { reason: isolate(dossier.revealed) })
  const lines = [p.t('dossier.legend'), masked, p.t('dossier.rules', { version: dossier.rules.join(', ') })]
  return `<footer>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</footer>`
}

/** A dossier as one file that opens from disk. Its policy forbids scripts and anything from outside. */
export function renderHtml(dossier: Dossier, lang: Lang): string {
  const page: Page = { p: say.phrases(lang, ink), dossier }
  const sections = [
    readSection(page),
    custodySection(page),
    ...rowParts(page),
    deniedSection(page),
    disagreementSection(page),
    originsSection(page),
    otherSection(page),
  ]
  const direction = lang === 'ar' ? 'rtl' : 'ltr'
  return `<!doctype html>
<html lang="${lang}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.p.t('dossier.title'))}</title>
<style>${STYLE}</style>
</head>
<body>
${header(page)}
<main>
${sections.join('\n')}
</main>
${footer(page)}
</body>
</html>
`
}

export const html: ExportFormat = {
  name: 'html',
  kind: 'dossier',
  mediaType: 'text/html; charset=utf-8',
  extension: 'html',
  write: (input) => [renderHtml(buildDossier(input.readings, input.links, input), input.lang)],
}
