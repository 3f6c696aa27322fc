import type { Claim, EventType, Roles, Span } from '../../model.ts'
import { contains, overlaps } from '../../text/spans.ts'
import { chainNodes } from '../chains.ts'
import { flatten, oneLine } from '../direction.ts'
import { figureView } from '../figures.ts'
import type { Desk, Sheet } from './desk.ts'
import type { Measures } from './measures.ts'
import type { LegView, RoleView, Row, Segment } from './types.ts'

/** A row with what it was made of, while the dossier is built. */
export interface Draft {
  sheet: Sheet
  /** The claims of one sentence; the first has the chain that is drawn. */
  claims: Claim[]
  row: Row
}

/** A report's sentence, cut where its figures begin and end. White space is flattened; nothing else is changed. */
export function quoteOf(text: string, span: Span, figures: readonly Span[]): Segment[] {
  const marks = figures.filter((f) => contains(span, f)).sort((a, b) => a.start - b.start)
  const segments: Segment[] = []
  let at = span.start
  for (const mark of marks) {
    if (mark.start < at) continue
    segments.push({ text: text.slice(at, mark.start) }, { text: text.slice(mark.start, mark.end), figure: true })
    at = mark.end
  }
  segments.push({ text: text.slice(at, span.end) })
  return segments.map((s) => ({ ...s, text: flatten(s.text) })).filter((s) => s.text !== '')
}

/** Claims of a report as rows: what it repeats is one row, what one sentence says of one event is one row. */
export function draftRows(sheet: Sheet, measures: Measures): Draft[] {
  const { kept, times } = withoutRepeats(sheet)
  const bySentence = Map.groupBy(kept, (claim) => [claim.type, claim.modality, claim.evidence.start, claim.evidence.end].join('|'))
  return [...bySentence.values()].flatMap((claims) => {
    const drawn = Map.groupBy(withFigures(claims), sharedKey)
    return [...drawn.values()].map((group) => draft(sheet, group, measures, Math.max(...group.map((c) => times.get(c) ?? 1))))
  })
}

/** A row says who did it, to whom, where and when of all its figures: claims that differ in any of these stay apart. */
const sharedKey = ({ chain, place, time, roles, type }: Claim): string => {
  const { custodian, agent, patient } = roles
  const parties = type === 'exchange' ? [custodian] : [custodian, agent, patient]
  return JSON.stringify([chain.map((hop) => [hop.start, hop.end]), place?.place, time?.edtf, parties])
}

/** Of one sentence's claims of one type those with figures; the bare event only where there are none. */
function withFigures(claims: Claim[]): Claim[] {
  const counted = claims.filter((claim) => claim.figure !== undefined)
  return counted.length > 0 ? counted : claims
}

/** What a report says again (headline, summary, repeated paragraph) is kept once, in its fullest form. */
function withoutRepeats(sheet: Sheet): { kept: Claim[]; times: Map<Claim, number> } {
  const groups = Map.groupBy(sheet.reading.claims, (claim) => repeatKey(sheet, claim))
  const times = new Map<Claim, number>()
  const kept = [...groups.values()].flatMap((group) => fullest(sheet, group, times))
  return { kept: kept.sort((a, b) => a.evidence.start - b.evidence.start || order(a, b)), times }
}

const order = (a: Claim, b: Claim): number => (a.id < b.id ? -1 : 1)

function repeatKey(sheet: Sheet, claim: Claim): string {
  const q = claim.figure === undefined ? undefined : sheet.quantities.get(claim.figure)
  if (!q) return bareKey(claim)
  const { of, sex, age, nationality } = q.counted ?? {}
  return [claim.type, claim.modality, q.min, q.max, q.modifier, q.unit, of, sex, age, nationality].join('|')
}

/** Events without a figure: the same event, place, time and parties are one; refusals and what has no type of its own stay apart. */
function bareKey({ id, type, modality, place, time, roles }: Claim): string {
  const apart = type === 'other' || SECTIONS.denied.includes(type) || modality === 'denied'
  return JSON.stringify(apart ? [id] : [type, modality, place?.place, time?.edtf, roles.agent, roles.patient, roles.custodian])
}

/** Claims of one figure that name different origins or places are different; a headline's never stands beside the body's. */
function fullest(sheet: Sheet, group: Claim[], times: Map<Claim, number>): Claim[] {
  const ranked = [...group].sort((a, b) => weight(sheet, b) - weight(sheet, a) || a.evidence.start - b.evidence.start || order(a, b))
  const kept: Claim[] = []
  for (const claim of ranked) {
    const same = kept.find((other) => restates(sheet, claim, other))
    if (same) times.set(same, (times.get(same) ?? 1) + 1)
    else kept.push(claim)
  }
  return kept
}

const weight = (sheet: Sheet, claim: Claim): number =>
  (inTitle(sheet, claim) ? 0 : 8) + claim.chain.length + (claim.time ? 1 : 0) + (claim.place ? 1 : 0) + (claim.legs ? 1 : 0)

const inTitle = (sheet: Sheet, claim: Claim): boolean =>
  sheet.reading.report.blocks.some((block) => block.kind === 'title' && overlaps(block, claim.evidence))

function restates(sheet: Sheet, claim: Claim, other: Claim): boolean {
  const origin = (c: Claim): string => c.origin?.actor ?? c.origin?.name ?? ''
  if (inTitle(sheet, claim)) return true
  const differs = (x: string | undefined, y: string | undefined): boolean => x !== undefined && y !== undefined && x !== y
  if (differs(claim.place?.place, other.place?.place) || differs(claim.time?.edtf, other.time?.edtf)) return false
  return origin(claim) === origin(other)
}

function draft(sheet: Sheet, claims: Claim[], measures: Measures, times: number): Draft {
  const measure = claims.map((c) => measures.of(sheet, c.figure)).find((m) => m !== undefined)
  const row = { ...rowOf(sheet, claims), times, ...(measure === undefined ? {} : { measure }) }
  return { sheet, claims, row }
}

/** The row of claims that one sentence makes of one event; the first has the chain that is drawn. */
export function rowOf(sheet: Sheet, claims: readonly Claim[]): Row {
  const head = claims[0]!
  const { report } = sheet.reading
  const quantities = claims.flatMap((c) => (c.figure === undefined ? [] : (sheet.quantities.get(c.figure) ?? [])))
  const price = head.roles.price === undefined ? undefined : sheet.quantities.get(head.roles.price)
  return {
    report: sheet.number,
    type: head.type,
    modality: head.modality,
    ...(head.chain.length > 0 ? { act: head.chain.at(-1)!.act } : {}),
    figures: quantities.map((q) => figureView(report, q)),
    roles: rolesOf(sheet, claims),
    legs: legsOf(sheet, claims),
    time: timeOf(sheet, claims),
    ...placeOf(sheet, claims),
    quote: quoteOf(report.text, head.evidence, price ? [...quantities, price] : quantities),
    chain: chainNodes(report, head),
    alsoIn: [],
    times: 1,
  }
}

/** The place by its English name, and by the words of the report. */
function placeOf(sheet: Sheet, claims: readonly Claim[]): Pick<Row, 'place' | 'placeAr'> {
  const place = claims.find((c) => c.place)?.place
  const mention = place?.mention === undefined ? undefined : sheet.places.get(place.mention)
  return { place: place?.name ?? null, placeAr: mention ? wordsOf(sheet, mention) : (place?.name ?? null) }
}

const wordsOf = ({ reading }: Sheet, { start, end }: Span): string => oneLine(reading.report.text.slice(start, end))

function timeOf(sheet: Sheet, claims: readonly Claim[]): Row['time'] {
  const time = claims.find((c) => c.time)?.time
  if (!time) return null
  const mention = time.mention === undefined ? undefined : sheet.times.get(time.mention)
  if (time.edtf || !mention) return { edtf: time.edtf }
  return { text: oneLine(sheet.reading.report.text.slice(mention.start, mention.end)) }
}

/** Roles of all claims of the row, each name once. */
function rolesOf(sheet: Sheet, claims: readonly Claim[]): RoleView[] {
  const seen = new Set<string>()
  const views: RoleView[] = []
  const figures = new Set(claims.map((c) => c.figure))
  const custodians = new Set(claims.flatMap((c) => c.roles.custodian ?? []))
  for (const claim of claims) {
    for (const [role, id] of Object.entries(claim.roles) as [keyof Roles, string | undefined][]) {
      // A figure stands beside the roles; who holds is named once, as custodian.
      if (id === undefined || figures.has(id) || (role === 'agent' && custodians.has(id))) continue
      const named = nameOf(sheet, id, role)
      if (!named || seen.has(`${role}|${named.name}`)) continue
      seen.add(`${role}|${named.name}`)
      views.push({ role, ...named })
    }
  }
  return views
}

function nameOf(sheet: Sheet, id: string, role: keyof Roles): Omit<RoleView, 'role'> | undefined {
  const actor = sheet.actors.get(id)
  if (actor) {
    const [name, words] = [oneLine(actor.name), wordsOf(sheet, actor)]
    return actor.loaded ? { name, nameAr: name, loaded: words } : { name, nameAr: words }
  }
  const place = sheet.places.get(id)
  if (place) return { name: place.name, nameAr: wordsOf(sheet, place), place: true }
  const quantity = sheet.quantities.get(id)
  return quantity && role === 'price' ? { name: wordsOf(sheet, quantity), nameAr: wordsOf(sheet, quantity) } : undefined
}

function legsOf(sheet: Sheet, claims: readonly Claim[]): LegView[] {
  const legs = claims.find((c) => c.legs && c.legs.length > 0)?.legs ?? []
  const { text } = sheet.reading.report
  return legs.map((leg) => ({
    giver: nameOf(sheet, leg.giver, 'agent')?.name ?? '?',
    receiver: nameOf(sheet, leg.receiver, 'counterpart')?.name ?? '?',
    figures: leg.figures.flatMap((id) => {
      const q = sheet.quantities.get(id)
      return q ? [oneLine(text.slice(q.start, q.end))] : []
    }),
    unwilling: leg.unwilling === true,
  }))
}

/** Rows of copies go into the row of the report they copy; a copy's own additions stay. */
export function collapseCopies(desk: Desk, drafts: readonly Draft[]): Draft[] {
  const kept = drafts.filter(({ sheet }) => sheet.view.copyOf === undefined)
  for (const draft of drafts) {
    const first = draft.sheet.view.copyOf
    if (first === undefined) continue
    const same = kept.find((other) => other.sheet.number === first && saysTheSame(desk, draft, other))
    if (!same) kept.push(draft)
    else if (!same.row.alsoIn.includes(draft.sheet.number)) same.row.alsoIn.push(draft.sheet.number)
  }
  return kept
}

function saysTheSame(desk: Desk, copy: Draft, original: Draft): boolean {
  if (copy.row.type !== original.row.type || copy.row.modality !== original.row.modality) return false
  if (copy.row.figures.length === 0) return original.row.figures.length === 0 && inSharedPassage(desk, copy, original)
  return copy.row.figures.every((f) =>
    original.row.figures.some((g) => g.min === f.min && g.max === f.max && g.unit === f.unit && g.of === f.of),
  )
}

/** Whether a passage that both reports share holds both sentences, at least in part. */
function inSharedPassage(desk: Desk, copy: Draft, original: Draft): boolean {
  const [c, o] = [copy.claims[0]!.evidence, original.claims[0]!.evidence]
  return desk.links.some((link) => {
    if (link.kind !== 'copy') return false
    const [a, b] = [desk.find(link.a.path), desk.find(link.b.path)]
    if (a === original.sheet && b === copy.sheet) return link.passages.some((p) => overlaps(p.a, o) && overlaps(p.b, c))
    if (a === copy.sheet && b === original.sheet) return link.passages.some((p) => overlaps(p.a, c) && overlaps(p.b, o))
    return false
  })
}

/** Event types by section; what is not listed is told under 'other'. */
export const SECTIONS: Readonly<Record<'held' | 'taken' | 'moved' | 'harmed' | 'prices' | 'denied', readonly EventType[]>> = {
  held: ['hold', 'camp-population'],
  taken: ['kidnap', 'arrest', 'screen'],
  moved: ['exchange', 'release', 'pardon', 'escape', 'breakout', 'evacuate', 'repatriate', 'transfer', 'return-home', 'displace'],
  harmed: ['kill', 'execute', 'injure', 'casualties', 'missing'],
  prices: ['ransom'],
  denied: ['no-comment', 'denial-of-knowledge'],
}
