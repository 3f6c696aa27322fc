import type { Claim, ComparisonLink, Quantity } from '../../model.ts'
import { overlaps } from '../../text/spans.ts'
import { sortKey } from '../dates.ts'
import { oneLine } from '../direction.ts'
import { type Bounds, figureView } from '../figures.ts'
import { claimOfFigure, type Desk, type Sheet } from './desk.ts'
import { originKey } from './origins.ts'
import { bestUnder, type Policy } from './policy.ts'
import { type DisjointSets, disjointSets } from './sets.ts'
import type { Measure, OriginView } from './types.ts'

/** A figure of one report, with the claim it belongs to. */
interface Entry {
  sheet: Sheet
  quantity: Quantity
  claim: Claim | undefined
}

/** All figures and which of them measure the same thing. */
export interface Measures {
  list: Measure[]
  /** Index into `list` of a figure, where another report measures the same. */
  of: (sheet: Sheet, figureId: string | undefined) => number | undefined
  /** Figures that stand in one report only. */
  single: number
}

/** A figure and one that counts another part of it are side by side, but do not measure the same thing. */
const sameMeasure = (link: ComparisonLink): boolean => link.verdict !== 'scope'

interface Joined {
  entries: Entry[]
  links: { a: number; b: number; link: ComparisonLink }[]
}

/** Puts figures that the links compare into one measure each, and counts outlets and origins. */
export function gatherMeasures(desk: Desk, policy?: Policy): Measures {
  const { entries, links } = joinEntries(desk)
  const sets = joinLike(entries, links)
  const groups = Map.groupBy(entries.keys(), (i) => sets.first(i))
  const inside = Map.groupBy(
    links.filter(({ a, b }) => sets.first(a) === sets.first(b)),
    ({ a }) => sets.first(a),
  )
  const list: Measure[] = []
  const indexOf = new Map<string, number>()
  for (const [first, members] of groups) {
    for (const i of members) indexOf.set(entryKey(entries[i]!.sheet, entries[i]!.quantity.id), list.length)
    list.push(measure(members, entries, inside.get(first) ?? [], policy))
  }
  return { list, of: (sheet, id) => (id === undefined ? undefined : indexOf.get(entryKey(sheet, id))), single: countSingle(desk, indexOf) }
}

/** An open figure ('tens') fits many: it joins one measure and never makes two of them one. */
function joinLike(entries: readonly Entry[], links: Joined['links']): DisjointSets {
  const sets = disjointSets(entries.length)
  const open = (i: number): boolean => entries[i]!.quantity.min === null || entries[i]!.quantity.max === null
  for (const { a, b } of links) if (!open(a) && !open(b)) sets.join(a, b)
  for (const { a, b, link } of links) if (open(a) && open(b) && link.verdict === 'agrees') sets.join(a, b)
  const groups = entries.map((_, i) => sets.first(i))
  const attached = new Set<number>()
  for (const { a, b } of links) {
    const [loose, fixed] = open(a) ? [a, b] : [b, a]
    if (open(a) === open(b) || attached.has(groups[loose]!)) continue
    sets.join(loose, fixed)
    attached.add(groups[loose]!)
  }
  return sets
}

const entryKey = (sheet: Sheet, figureId: string): string => `${sheet.number}:${figureId}`

function joinEntries(desk: Desk): Joined {
  const entries: Entry[] = []
  const index = new Map<string, number>()
  const add = (path: string, span: { start: number; end: number }): number | undefined => {
    const sheet = desk.find(path)
    const quantity = sheet?.reading.mentions.quantities.find((q) => overlaps(q, span))
    if (!sheet || !quantity) return undefined
    const key = entryKey(sheet, quantity.id)
    if (!index.has(key)) index.set(key, entries.push({ sheet, quantity, claim: claimOfFigure(sheet, quantity) }) - 1)
    return index.get(key)
  }
  const links: Joined['links'] = []
  for (const link of comparisonsInOrder(desk)) {
    if (!sameMeasure(link)) continue
    const [a, b] = [add(link.a.path, link.a), add(link.b.path, link.b)]
    if (a !== undefined && b !== undefined) links.push({ a, b, link })
  }
  return { entries, links }
}

/** Comparison links in the order of the reports that they join, then of the figures. */
export function comparisonsInOrder(desk: Desk): ComparisonLink[] {
  const key = ({ a, b }: ComparisonLink): number[] => [desk.find(a.path)?.number ?? 0, desk.find(b.path)?.number ?? 0, a.start, b.start]
  return desk.links
    .filter((link) => link.kind === 'comparison')
    .sort((x, y) => {
      const other = key(y)
      return key(x).reduce((order, value, i) => order || value - other[i]!, 0)
    })
}

function countSingle(desk: Desk, indexOf: Map<string, number>): number {
  const figures = desk.sheets.flatMap((s) => s.reading.claims.flatMap((c) => (c.figure ? [entryKey(s, c.figure)] : [])))
  return new Set(figures.filter((key) => !indexOf.has(key))).size
}

function measure(all: readonly number[], entries: readonly Entry[], links: Joined['links'], policy?: Policy): Measure {
  const members = withoutHeadlines(all, entries)
  const kept = new Set(members)
  const inside = links.filter(({ a, b }) => kept.has(a) && kept.has(b))
  const groups = originGroups(members, entries, inside)
  const held = members.map((i) => entries[i]!).sort((x, y) => x.sheet.number - y.sheet.number)
  const firstEntry = held[0]!
  const current = groups.map((group) => currentEntry(group, entries, inside))
  const figures = current.flatMap((entry) => (entry ? [entry.quantity] : []))
  const { counted } = firstEntry.quantity
  return {
    type: typeOf(held),
    unit: firstEntry.quantity.unit,
    ...(counted ? { of: counted.of } : {}),
    ...(counted?.nationality ? { nationality: counted.nationality } : {}),
    outlets: countOutlets(held.map((e) => e.sheet)),
    origins: countIndependent(groups, entries, inside),
    sources: groups.map((group) => originView(group, entries)),
    range: rangeOver(figures),
    contested: inside.some(({ link }) => link.verdict === 'conflict'),
    first: { report: firstEntry.sheet.number, edtf: firstEntry.sheet.view.published?.edtf ?? null },
    ...(policy ? { best: { policy: policy.name, bounds: bestUnder(policy, current.flatMap(toCandidate)) } } : {}),
  }
}

/** The first type that says something. */
const typeOf = (entries: readonly Entry[]): Measure['type'] => {
  const types = entries.flatMap((e) => e.claim?.type ?? [])
  return types.find((type) => type !== 'other') ?? types[0] ?? null
}

/** A headline's figure is dropped where the report's prose gives the same measure: there it has its source. */
function withoutHeadlines(members: readonly number[], entries: readonly Entry[]): readonly number[] {
  const told = new Set(members.filter((i) => !inHeadline(entries[i]!)).map((i) => entries[i]!.sheet))
  return members.filter((i) => !inHeadline(entries[i]!) || !told.has(entries[i]!.sheet))
}

const inHeadline = ({ sheet, quantity }: Entry): boolean =>
  sheet.reading.report.blocks.some((b) => b.kind === 'title' && overlaps(b, quantity))

const toCandidate = (entry: Entry | undefined) =>
  entry ? [{ bounds: entry.quantity as Bounds, published: entry.sheet.view.published?.edtf ?? null }] : []

/** Outlets by actor or name; a report that names none stands for an outlet of its own. */
export const countOutlets = (sheets: readonly Sheet[]): number =>
  new Set(sheets.map(({ reading, view, number }) => reading.report.outlet?.actor ?? view.outlet ?? `report ${number}`)).size

/** Entries by origin: one name, or joined by a link that says they go back to one origin. */
function originGroups(members: readonly number[], entries: readonly Entry[], links: Joined['links']): number[][] {
  const sets = disjointSets(entries.length)
  const byKey = new Map<string, number>()
  for (const i of members) {
    const key = originKey(entries[i]!.sheet, entries[i]!.claim)
    const known = key === null ? undefined : byKey.get(key)
    if (known !== undefined) sets.join(known, i)
    else if (key !== null) byKey.set(key, i)
  }
  for (const { a, b, link } of links) if (link.independent === false) sets.join(a, b)
  const groups = [...Map.groupBy(members, (i) => sets.first(i)).values()]
  const earliest = (group: readonly number[]): number => Math.min(...group.map((i) => entries[i]!.sheet.number))
  return groups.sort((a, b) => earliest(a) - earliest(b) || a[0]! - b[0]!)
}

/** Origins that are pairwise known to be independent, counted greedily from the first seen on; a named one alone counts as one. */
function countIndependent(groups: readonly number[][], entries: readonly Entry[], links: Joined['links']): number {
  const counted: number[][] = []
  for (const group of groups) {
    const known = group.some((i) => entries[i]!.claim?.origin)
    const apart = counted.every((other) => independent(group, other, links))
    if (known && apart) counted.push(group)
  }
  return counted.length
}

const independent = (a: readonly number[], b: readonly number[], links: Joined['links']): boolean =>
  links.some(({ a: x, b: y, link }) => link.independent === true && ((a.includes(x) && b.includes(y)) || (a.includes(y) && b.includes(x))))

/** The figure that an origin stands by now: its latest that no update replaces. */
function currentEntry(group: readonly number[], entries: readonly Entry[], links: Joined['links']): Entry | undefined {
  const replaced = new Set(links.flatMap(({ a, b, link }) => (link.verdict === 'update' ? outdated(a, b, entries) : [])))
  const standing = group.filter((i) => !replaced.has(i)).map((i) => entries[i]!)
  return standing.reduce<Entry | undefined>((best, entry) => (best && !later(entry, best) ? best : entry), undefined)
}

/** The earlier of two states; neither where the dates do not tell. */
function outdated(a: number, b: number, entries: readonly Entry[]): number[] {
  if (later(entries[a]!, entries[b]!)) return [b]
  return later(entries[b]!, entries[a]!) ? [a] : []
}

/** Whether `a` speaks of a later day than `b`: by the time of the event's state, else by publication. */
function later(a: Entry, b: Entry): boolean {
  const key = ({ claim, sheet }: Entry): string => sortKey(claim?.time?.edtf ?? sheet.view.published?.edtf)
  return key(a) !== '~' && (key(b) === '~' || key(a) > key(b))
}

/** Low and high over figures with two bounds; where there is none, over the bounds there are. */
function rangeOver(figures: readonly Bounds[]): Bounds {
  const closed = figures.filter((f) => f.min !== null && f.max !== null)
  const used = closed.length > 0 ? closed : figures
  const mins = used.flatMap((f) => (f.min === null ? [] : [f.min]))
  const maxes = used.flatMap((f) => (f.max === null ? [] : [f.max]))
  const min = mins.length > 0 ? Math.min(...mins) : null
  const max = maxes.length > 0 ? Math.max(...maxes) : null
  const same = used.every((f) => f.modifier === used[0]?.modifier)
  return { min, max, modifier: same ? (used[0]?.modifier ?? 'exact') : min === max ? 'about' : 'between', unit: figures[0]?.unit ?? '' }
}

function originView(group: readonly number[], entries: readonly Entry[]): OriginView {
  const own = group.map((i) => entries[i]!).sort((x, y) => x.sheet.number - y.sheet.number)
  const named = own.find((e) => e.claim?.origin)
  const behind = own.flatMap((e) => e.claim?.chain.filter((hop) => !hop.named).map((hop) => oneLine(hop.text)) ?? [])
  return {
    name: named?.claim?.origin ? oneLine(named.claim.origin.name) : null,
    behind: [...new Set(behind)],
    reports: [...new Set(own.map((e) => e.sheet.number))],
    figures: own.map((e) => figureView(e.sheet.reading.report, e.quantity)),
  }
}
