import type { ComparisonLink, Finding, Span, Verdict } from '../../model.ts'
import { overlaps, slice } from '../../text/spans.ts'
import { chainNodes } from '../chains.ts'
import { oneLine } from '../direction.ts'
import { claimOfFigure, type Desk, type Sheet, sentenceAround } from './desk.ts'
import { comparisonsInOrder } from './measures.ts'
import { quoteOf } from './rows.ts'
import type { ComparisonView, FindingView, Side } from './types.ts'

/** What a reader must look at first. */
const ORDER: readonly Verdict[] = ['conflict', 'update', 'scope', 'rounding', 'compatible', 'agrees']

/**
 * Comparisons between reports, the gravest first; of copies, headlines and other repetitions of one pair only the fullest.
 * Plain agreement is told with the figure's origins, not here.
 */
export function comparisonViews(desk: Desk): ComparisonView[] {
  const links = comparisonsInOrder(desk).filter((link) => link.verdict !== 'agrees')
  const pairs = Map.groupBy(links, (link) => pairKey(desk, link))
  pairs.delete(null)
  const views = [...pairs.values()].flatMap((same) => comparisonView(desk, fullestOf(desk, same)))
  return ORDER.flatMap((verdict) => views.filter((view) => view.verdict === verdict))
}

/** Two reports (a copy counts as what it copies), two values, a verdict; null within a group of copies. */
function pairKey(desk: Desk, { a, b, verdict }: ComparisonLink): string | null {
  const ends = [a, b].map((end) => {
    const sheet = desk.find(end.path)
    const figure = sheet?.reading.mentions.quantities.find((q) => overlaps(q, end))
    return {
      report: sheet?.view.copyOf ?? sheet?.number ?? 0,
      value: [figure?.min, figure?.max, figure?.unit, figure?.counted?.of].join('..'),
    }
  })
  if (ends[0]!.report === ends[1]!.report) return null
  return JSON.stringify([verdict, ...ends.sort((x, y) => x.report - y.report)])
}

/** Of one pair's repetitions the first from the reports that are copied, with the most sources. */
function fullestOf(desk: Desk, links: readonly ComparisonLink[]): ComparisonLink {
  const weight = (link: ComparisonLink): number =>
    [link.a, link.b].reduce((sum, end) => {
      const sheet = desk.find(end.path)
      const claim = sheet && claimOfFigure(sheet, end)
      return sum + (claim?.chain.length ?? 0) - (sheet?.view.copyOf === undefined ? 0 : 10)
    }, 0)
  return links.reduce((best, link) => (weight(link) > weight(best) ? link : best))
}

function comparisonView(desk: Desk, link: ComparisonLink): ComparisonView[] {
  const [a, b] = [desk.find(link.a.path), desk.find(link.b.path)]
  if (!a || !b) return []
  return [{ verdict: link.verdict, independent: link.independent, why: link.why, a: sideOf(a, link.a), b: sideOf(b, link.b) }]
}

function sideOf(sheet: Sheet, span: Span): Side {
  const claim = claimOfFigure(sheet, span)
  const { report } = sheet.reading
  return {
    report: sheet.number,
    figure: oneLine(slice(report.text, span)),
    quote: quoteOf(report.text, sentenceAround(sheet, span), [span]),
    chain: claim ? chainNodes(report, claim) : [],
  }
}

/** What single reports say against themselves; what only adds up is left to `read`. */
export function findingViews(desk: Desk): FindingView[] {
  const views = desk.sheets.filter((s) => s.view.copyOf === undefined).flatMap((s) => s.reading.findings.map((f) => findingView(s, f)))
  return ORDER.flatMap((verdict) => views.filter((view) => view.verdict === verdict))
}

/** One finding with the sentences it stands on. */
export function findingView(sheet: Sheet, finding: Finding): FindingView {
  const { text } = sheet.reading.report
  const stretches = Map.groupBy(finding.evidence, (span) => {
    const around = sentenceAround(sheet, span)
    return `${around.start}-${around.end}`
  })
  const quotes = [...stretches.values()].map((spans) => quoteOf(text, sentenceAround(sheet, spans[0]!), spans))
  return { report: sheet.number, kind: finding.kind, verdict: finding.verdict, message: finding.message, quotes }
}
