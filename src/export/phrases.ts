import type { ChainNode } from './chains.ts'
import { dayOf, formatDate } from './dates.ts'
import type { ComparisonView, Measure, ReportView, Row, Segment } from './dossier/types.ts'
import { type FigureView, formatBounds, nationalityLabel, populationLabel } from './figures.ts'
import { hasLabel, type Labels, type Lang, labels } from './messages/index.ts'

/** How one medium writes the pieces of a line. Text comes in raw; what comes out is ready for the medium. */
export interface Ink {
  /** Words of the interface. */
  label: (text: string) => string
  /** Words of a report, of any direction. */
  said: (text: string) => string
  /** A figure in the words of the text. */
  figure: (text: string) => string
  strong: (inked: string) => string
  faint: (inked: string) => string
  /** The source that a chain ends at; a source that is not named. */
  origin: (inked: string) => string
  unnamed: (inked: string) => string
  /** A reference to a report by its number. */
  report: (number: number) => string
}

/** The phrases of a dossier in one language and one medium. */
export interface Phrases {
  t: Labels
  lang: Lang
  ink: Ink
}

export const phrases = (lang: Lang, ink: Ink): Phrases => ({ t: labels(lang), lang, ink })

export const SEPARATOR = ' · '
const join = (parts: readonly (string | null | undefined)[]): string => parts.filter((part) => part).join(SEPARATOR)

/** 'about 400 fighters (about 400)': the words of the text, the bounds beside them. */
export function figurePhrase({ t, lang, ink }: Phrases, figure: FigureView): string {
  const per = figure.per ? ` ${t('figure.per', { what: '\u0000' })}`.replace('\u0000', ink.said(figure.per)) : ''
  return `${ink.figure(figure.text)} ${ink.faint(ink.label(`(${formatBounds(figure, lang, t)})`))}${per}`
}

/** What is said, with its figures, parties, place and time. */
export function rowHead(p: Phrases, row: Row): string {
  const { t, ink } = p
  const modality = row.modality === 'actual' ? null : ink.label(t(`modality.${row.modality}`))
  const type = ink.strong(ink.label(t(`type.${row.type}`)))
  return join([
    modality ? `${type} (${modality})` : type,
    row.figures.map((figure) => figurePhrase(p, figure)).join(p.lang === 'ar' ? '، ' : ', '),
    ...row.roles.map((role) => rolePhrase(p, role, row)),
    row.place ? ink.said(placeName(p, row)!) : null,
    timePhrase(p, row),
  ])
}

/** Places and parties by the words of the report in Arabic, by their English names else. */
export const placeName = ({ lang }: Pick<Phrases, 'lang'>, { place, placeAr }: Pick<Row, 'place' | 'placeAr'>): string | null =>
  lang === 'ar' ? (placeAr ?? place) : place
export const custodianName = (
  { lang }: Pick<Phrases, 'lang'>,
  { custodian, custodianAr }: { custodian: string | null; custodianAr: string | null },
): string | null => (lang === 'ar' ? (custodianAr ?? custodian) : custodian)

function rolePhrase({ t, ink, lang }: Phrases, { role, loaded, ...names }: Row['roles'][number], row: Row): string | null {
  if (names.name === row.place) return null
  const name = lang === 'ar' ? names.nameAr : names.name
  const shown =
    loaded && loaded !== name
      ? fill(t('role.loaded', { name: '\u0001', word: '\u0002' }), [ink.said(name), ink.said(loaded)], ink)
      : ink.said(name)
  return `${ink.faint(ink.label(t(`role.${role}`)))} ${shown}`
}

/** Puts inked pieces into the holes \u0001, \u0002 … of a message, whose own words are inked as labels. */
function fill(message: string, pieces: readonly string[], ink: Ink): string {
  return message
    .split(/([\u0001-\u0008])/u)
    .map((part) => pieces[part.charCodeAt(0) - 1] ?? (part === '' ? '' : ink.label(part)))
    .join('')
}

function timePhrase({ t, lang, ink }: Phrases, { time }: Row): string | null {
  if (!time) return null
  if ('edtf' in time) return ink.label(formatDate(time.edtf, lang))
  return `${ink.said(time.text)} ${ink.faint(ink.label(`(${t('time.relative')})`))}`
}

/** outlet ← newspaper ← ◆ institute ← ? informed sources */
export function chainPhrase({ t, ink }: Phrases, chain: readonly ChainNode[]): string {
  return chain
    .map((node) => {
      const name = node.text === '' ? ink.label(t('report.no-outlet')) : ink.said(node.text)
      if (node.origin) return ink.origin(`◆ ${name}`)
      return node.named || node.kind !== 'hop' ? name : ink.unnamed(`? ${name}`)
    })
    .join(' ← ')
}

/** The sentence, its figures marked. */
export const quotePhrase = ({ ink }: Phrases, quote: readonly Segment[]): string =>
  quote.map((s) => (s.figure ? ink.figure(s.text) : ink.said(s.text))).join('')

/** Which report says it, which copies repeat it, how often it is said there. */
export function whereSaid({ t, ink }: Phrases, row: Row): string {
  const also = row.alsoIn.length > 0 ? fill(t('dossier.also-in', { reports: '\u0001' }), [row.alsoIn.map(ink.report).join(' ')], ink) : null
  return join([ink.report(row.report), also, row.times > 1 ? ink.label(t('count.occurrences', { n: row.times })) : null])
}

/** One leg of an exchange a line. */
export const legPhrases = ({ t, ink, lang }: Phrases, row: Row): string[] =>
  row.legs.map((leg) => {
    const figures = leg.figures.map(ink.figure).join(lang === 'ar' ? '، ' : ', ') || '…'
    const said = fill(
      t('exchange.leg', { giver: '\u0001', receiver: '\u0002', figures: '\u0003' }),
      [ink.said(leg.giver), ink.said(leg.receiver), figures],
      ink,
    )
    return leg.unwilling ? `${said} ${ink.label(t('exchange.unwilling'))}` : said
  })

/** 'women, foreign' */
export function populationPhrase({ t, lang }: Phrases, of: string | null | undefined, nationality?: string): string {
  const population = of ? populationLabel(of, t) : t('dossier.not-named')
  return nationality ? `${population}${lang === 'ar' ? '، ' : ', '}${nationalityLabel(nationality, lang, t)}` : population
}

/** What a measure measures: 'held: women, foreign' */
export function measureTitle(p: Phrases, measure: Measure): string {
  const type = measure.type ? p.t(`type.${measure.type}`) : ''
  const what = measure.of ? populationPhrase(p, measure.of, measure.nationality) : measure.unit === 'person' ? '' : measure.unit
  return [type, what].filter((part) => part !== '').join(p.lang === 'ar' ? '، ' : ', ')
}

/** '3 outlets, 1 origin · range over independent origins: 350 to 400 · conflict' */
export function measurePhrase(p: Phrases, measure: Measure): string {
  const { t, lang, ink } = p
  const counts = [t('count.outlets', { n: measure.outlets }), t('count.origins', { n: measure.origins })].join(lang === 'ar' ? '، ' : ', ')
  const best = measure.best && t('dossier.best', { policy: measure.best.policy, value: formatBounds(measure.best.bounds, lang, t) })
  return join([
    ink.strong(ink.label(counts)),
    ink.label(t('dossier.range', { range: formatBounds(measure.range, lang, t) })),
    measure.contested ? ink.strong(ink.label(t('verdict.conflict'))) : null,
    best ? ink.label(best) : null,
  ])
}

/** As {@link measurePhrase}, with what is measured: a row may hold figures of several measures. */
export const measureHead = (p: Phrases, measure: Measure): string =>
  `${p.ink.label(measureTitle(p, measure))}${SEPARATOR}${measurePhrase(p, measure)}`

/** '◆ The institute, from informed sources: about 400 fighters (about 400) [1] [2]' */
export const sourcePhrases = (p: Phrases, measure: Measure): string[] =>
  measure.sources.map((source) => {
    const { t, ink } = p
    const name = source.name === null ? ink.unnamed(ink.label(`? ${t('chain.no-origin')}`)) : ink.origin(`◆ ${ink.said(source.name)}`)
    const behind = source.behind.map(ink.said).join(p.lang === 'ar' ? '، ' : ', ')
    const from = behind === '' ? '' : ` ${fill(t('dossier.from', { sources: '\u0001' }), [behind], ink)}`
    const figures = [...new Set(source.figures.map((figure) => figurePhrase(p, figure)))].join(p.lang === 'ar' ? '، ' : ', ')
    return `${name}${from}: ${figures} ${source.reports.map(ink.report).join(' ')}`
  })

/** 'first seen 12 May 2031 in [1]' */
export function firstSeen({ t, lang, ink }: Phrases, { first }: Measure): string {
  if (first.edtf === null) return ink.label(t('dossier.first-seen-undated'))
  return fill(t('dossier.first-seen', { date: formatDate(dayOf(first.edtf), lang), report: '\u0001' }), [ink.report(first.report)], ink)
}

/** A report's date and how it was found. */
export function datePhrase({ t, lang }: Phrases, report: Pick<ReportView, 'published'>): string {
  return report.published ? `${formatDate(report.published.edtf, lang)} (${t(`basis.${report.published.basis}`)})` : t('report.undated')
}

/** 'copy of [1]', 'shares a passage with [3]' */
export function kinship({ t, ink }: Phrases, report: ReportView): string {
  const copy = report.copyOf === undefined ? null : fill(t('dossier.copy-of', { report: '\u0001' }), [ink.report(report.copyOf)], ink)
  const others = report.sharesWith.map(ink.report).join(' ')
  return join([copy, others === '' ? null : fill(t('dossier.shares-with', { report: '\u0001' }), [others], ink)])
}

/** Verdict and independence of a comparison. */
export const verdictPhrase = ({ t }: Phrases, view: ComparisonView): string => {
  const key = `dossier.independent.${view.independent}`
  return join([t(`verdict.${view.verdict}`), hasLabel(key) ? t(key) : null])
}

/** '12 May 2031', 'reported 12 May 2031', 'undated' */
export function asOfPhrase({ t, lang }: Phrases, asOf: { edtf: string; basis: 'stated' | 'published' } | null): string {
  if (!asOf) return t('report.undated')
  const date = formatDate(dayOf(asOf.edtf), lang)
  return asOf.basis === 'stated' ? date : t('dossier.as-reported', { date })
}

/** The counts under the title: reports, copies, outlets and origins, undated. */
export const countsLine = (
  { t }: Phrases,
  counts: { reports: number; copies: number; outlets: number; origins: number; undated: number },
): string =>
  join([
    t('count.reports', { n: counts.reports }),
    t('count.outlets', { n: counts.outlets }),
    t('count.origins', { n: counts.origins }),
    counts.copies > 0 ? t('count.copies', { n: counts.copies }) : null,
    counts.undated > 0 ? t('count.undated', { n: counts.undated }) : null,
  ])
