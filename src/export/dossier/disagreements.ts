import type { ComparisonLink, Finding, Span, Verdict } from '../../model.ts'
import { slice } from '../../text/spans.ts'
import { chainNodes } from '../chains.ts'
import { oneLine } from '../direction.ts'
import { claimOfFigure, type Desk, type Sheet, sentenceAround } from './desk.ts'
import { comparisonsInOrder } from './measures.ts'
import { quoteOf } from './rows.ts'
import type { ComparisonView, FindingView, Side } from './types.ts'

/** What a reader must look at first. */
const ORDER: readonly Verdict[] = ['conflict', 'update', 'scope', 'rounding', 'compatible', 'agrees']

/** Comparisons between reports, the gravest first. Plain agreement is told with the figure's origins, not here. */
export function comparisonViews(desk: Desk): ComparisonView[] {
  const links = comparisonsInOrder(desk).filter((link) => link.verdict !== 'agrees')
  const views = links.flatMap((link) => comparisonView(desk, link))
  return ORDER.flatMap((verdict) => views.filter((view) => view.verdict === verdict))
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
