import { sentenceAt, sentencesOf } from '../../ledger/sentences.ts'
import { pathOf } from '../../link/key.ts'
import type { Actor, Claim, Link, Place, Quantity, Reading, Span, Time } from '../../model.ts'
import { overlaps } from '../../text/spans.ts'
import { sortKey } from '../dates.ts'
import { oneLine } from '../direction.ts'
import { disjointSets } from './sets.ts'
import type { ReportView } from './types.ts'

/** One reading on the desk, with its mentions by id. */
export interface Sheet {
  number: number
  reading: Reading
  view: ReportView
  quantities: Map<string, Quantity>
  actors: Map<string, Actor>
  places: Map<string, Place>
  times: Map<string, Time>
}

/** All readings in order of publication, with the links between them. */
export interface Desk {
  sheets: Sheet[]
  links: readonly Link[]
  /** The sheet that a link's path names. */
  find: (path: string) => Sheet | undefined
}

/** Lays readings out in an order that depends on what they are, never on when they came. */
export function layOut(readings: readonly Reading[], links: readonly Link[]): Desk {
  const ordered = [...readings].sort(byPublication)
  const sheets = ordered.map((reading, index) => sheet(reading, index + 1))
  const byRef = new Map(sheets.map((s) => [pathOf(s.reading), s]))
  const desk: Desk = { sheets, links, find: (path) => byRef.get(path) }
  markCopies(desk)
  return desk
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Dated before undated, earlier before later, then by outlet, title, place of origin and bytes. */
export function byPublication(a: Reading, b: Reading): number {
  const keys = (reading: Reading): string[] => {
    const { report } = reading
    return [sortKey(report.published?.edtf), report.outlet?.name ?? '', report.title ?? '', pathOf(reading), report.id]
  }
  const other = keys(b)
  return keys(a).reduce((order, key, i) => order || compare(key, other[i]!), 0)
}

/** A reading with its mentions by id. */
export function sheet(reading: Reading, number: number): Sheet {
  const { mentions } = reading
  return {
    number,
    reading,
    view: reportView(reading, number),
    quantities: byId(mentions.quantities),
    actors: byId(mentions.actors),
    places: byId(mentions.places),
    times: byId(mentions.times),
  }
}

const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> => new Map(items.map((item) => [item.id, item]))

const lineOrNull = (text: string | null | undefined): string | null => (text ? oneLine(text) : null)

/** What is shown of a report as a whole. */
export function reportView({ report, claims }: Reading, number: number): ReportView {
  return {
    number,
    id: report.id,
    path: report.source.path ?? null,
    url: report.source.url ?? null,
    title: lineOrNull(report.title),
    outlet: lineOrNull(report.outlet?.name),
    credits: report.credits.map((credit) => oneLine(credit.text)),
    published: report.published ? { edtf: report.published.edtf, basis: report.published.basis } : null,
    language: report.language,
    claims: claims.length,
    sharesWith: [],
  }
}

/** Near copies point at the first of their group; shared passages are noted on both sides. */
function markCopies(desk: Desk): void {
  const groups = disjointSets(desk.sheets.length)
  for (const link of desk.links) {
    const [a, b] = [desk.find(link.a.path), desk.find(link.b.path)]
    if (link.kind !== 'copy' || !a || !b) continue
    if (link.relation === 'near-copy') groups.join(a.number - 1, b.number - 1)
    else shareBothWays(a.view, b.view)
  }
  for (const { view, number } of desk.sheets) {
    const first = groups.first(number - 1) + 1
    if (first !== number) view.copyOf = first
    view.sharesWith.sort((x, y) => x - y)
  }
}

function shareBothWays(a: ReportView, b: ReportView): void {
  if (!a.sharesWith.includes(b.number)) a.sharesWith.push(b.number)
  if (!b.sharesWith.includes(a.number)) b.sharesWith.push(a.number)
}

/** The claim that a figure of a report belongs to: one whose figure it is before one that only names it in a role. */
export function claimOfFigure(s: Sheet, span: Span): Claim | undefined {
  const ids = new Set(s.reading.mentions.quantities.filter((q) => overlaps(q, span)).map((q) => q.id))
  const own = s.reading.claims.find((claim) => claim.figure !== undefined && ids.has(claim.figure))
  return own ?? s.reading.claims.find((claim) => Object.values(claim.roles).some((id) => id !== undefined && ids.has(id)))
}

const sentences = new WeakMap<Reading, Span[]>()

/** The sentence that holds a span; the span itself where the text around it is not prose. */
export function sentenceAround({ reading }: Pick<Sheet, 'reading'>, span: Span): Span {
  const all = sentences.get(reading) ?? sentencesOf(reading)
  sentences.set(reading, all)
  return sentenceAt(all, span)
}
