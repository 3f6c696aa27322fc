import type { ComparisonLink, Link, Reading } from '../model.ts'
import { accountsOf, type Estimate, estimateOf, type Member } from './estimates.ts'
import type { Figure } from './figures.ts'
import { makeGroups } from './groups.ts'
import { measureOf, populationRelation, typeRelation } from './measures.ts'
import { profileOf } from './profile.ts'

/** A figure of a report by where it stands. */
export interface FigureRef {
  path: string
  start: number
  end: number
}

/** A human's word on which figures belong to one event. Later ones see what earlier ones did. */
export type Regrouping = { kind: 'join'; figures: readonly FigureRef[] } | { kind: 'split'; figures: readonly FigureRef[] }

/** What several reports say of one event: a moment, a place, what happened, and every figure kept. */
export interface Incident {
  /** Path and position of its first figure: stable while that figure stays in it. */
  id: string
  /** Event types by how often they are claimed. */
  types: string[]
  place: string | null
  edtf: string | null
  members: Member[]
  measures: { type: string; unit: string; of: string; estimate: Estimate }[]
}

/**
 * Groups the figures of readings into incidents: those that links set beside each other, and those that one clause tells together.
 * `regroupings` are the reviews in force, oldest first; leaving one out undoes it.
 *
 * @example incidentsOf({ readings, links: linkReadings(readings) })[0]?.measures[0]?.estimate.origins
 */
export function incidentsOf(options: {
  readings: readonly Reading[]
  links: readonly Link[]
  regroupings?: readonly Regrouping[]
}): Incident[] {
  const members = options.readings
    .map(profileOf)
    .flatMap((profile) => profile.figures.map((figure) => ({ profile, figure })))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const at = new Map(members.map((member, i) => [nameOf(member), i]))
  const comparisons = options.links.filter((link) => link.kind === 'comparison')
  const edges = regrouped([...linkEdges(comparisons, at), ...clauseEdges(members)], options.regroupings ?? [], at)
  const groups = makeGroups(members.length)
  for (const [a, b] of edges) groups.join(a, b)
  return groups.all().map((group) =>
    incidentOf(
      group.map((i) => members[i]!),
      comparisons,
    ),
  )
}

const pad = (offset: number): string => String(offset).padStart(9, '0')
const refName = ({ path, start }: { path: string; start: number }): string => `${path} ${pad(start)}`
const nameOf = ({ profile, figure }: Member): string => refName({ path: profile.path, start: figure.start })

type Edge = [number, number]

const linkEdges = (links: readonly ComparisonLink[], at: ReadonlyMap<string, number>): Edge[] =>
  links.map((link): Edge => [at.get(refName(link.a)) ?? -1, at.get(refName(link.b)) ?? -1]).filter(([a, b]) => a >= 0 && b >= 0)

/** Figures of one report that tell one event: the same place and day, or harm told in one clause. */
function clauseEdges(members: readonly Member[]): Edge[] {
  const edges: Edge[] = []
  for (const own of Map.groupBy(members.keys(), (i) => members[i]!.profile.key).values()) {
    own.forEach((i, k) => {
      for (const j of own.slice(k + 1)) if (isToldTogether(members[i]!.figure, members[j]!.figure)) edges.push([i, j])
    })
  }
  return edges
}

function isToldTogether(f: Figure, g: Figure): boolean {
  if (f.stems === g.stems || sameSet(f.stems, g.stems)) return isKin(f.type, g.type)
  return isKin(f.type, g.type) && f.place !== null && f.place.place === g.place?.place && f.edtf !== null && f.edtf === g.edtf
}

const sameSet = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => a.size === b.size && [...a].every((one) => b.has(one))

/** Types of one event: one may stand for the other, or both are parts of the same harm. */
const isKin = (a: string, b: string): boolean =>
  typeRelation(a, b) !== 'apart' || measureOf(a).within.some((whole) => measureOf(b).within.includes(whole))

/** Applies reviews: a split cuts what ties its figures to others, a join ties its figures. */
function regrouped(edges: Edge[], regroupings: readonly Regrouping[], at: ReadonlyMap<string, number>): Edge[] {
  let standing = edges
  for (const { kind, figures } of regroupings) {
    const named = figures.map((figure) => at.get(refName(figure))).filter((i) => i !== undefined)
    const ties = named.slice(1).map((i): Edge => [named[0]!, i])
    standing = kind === 'join' ? standing.concat(ties) : standing.filter(([a, b]) => named.includes(a) === named.includes(b))
  }
  return standing
}

function incidentOf(members: Member[], links: readonly ComparisonLink[]): Incident {
  const figures = members.map((member) => member.figure)
  return {
    id: nameOf(members[0]!),
    types: mostCommon(figures.map((figure) => figure.type)),
    place: mostCommon(figures.flatMap((figure) => figure.place?.place ?? []))[0] ?? null,
    edtf: mostCommon(figures.flatMap((figure) => figure.edtf ?? []))[0] ?? null,
    members,
    measures: measuresOf(members, links),
  }
}

const mostCommon = (items: readonly string[]): string[] =>
  [...Map.groupBy(items, (item) => item)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([item]) => item)

/** Figures of one incident that measure the same, and what they come to. */
function measuresOf(members: Member[], links: readonly ComparisonLink[]): Incident['measures'] {
  const groups = makeGroups(members.length)
  members.forEach(({ figure: f }, i) => {
    for (let j = i + 1; j < members.length; j++) if (isSameMeasure(f, members[j]!.figure)) groups.join(i, j)
  })
  return groups.all().map((group) => {
    const own = group.map((i) => members[i]!)
    const { type, unit, of } = own[0]!.figure
    return { type, unit, of, estimate: estimateOf(accountsOf(byOrigin(own, links))) }
  })
}

const MEASURED = new Set(['same', 'near'])
const isSameMeasure = (f: Figure, g: Figure): boolean =>
  f.unit === g.unit &&
  f.modality === g.modality &&
  f.batch === g.batch &&
  MEASURED.has(typeRelation(f.type, g.type)) &&
  populationRelation(f.of, g.of, [f.type, g.type]) === 'same'

/** Figures that go back to one origin: by name, or because a link says that one report copies the other. */
function byOrigin(members: readonly Member[], links: readonly ComparisonLink[]): Member[][] {
  const at = new Map(members.map((member, i) => [nameOf(member), i]))
  const groups = makeGroups(members.length)
  for (const link of links) {
    const [a, b] = [at.get(refName(link.a)), at.get(refName(link.b))]
    if (link.independent === false && a !== undefined && b !== undefined) groups.join(a, b)
  }
  members.forEach(({ figure }, i) => {
    const same = members.findIndex((other) => other.figure.hops.length > 0 && other.figure.hops.at(-1) === figure.hops.at(-1))
    if (same >= 0) groups.join(same, i)
  })
  return groups.all().map((group) => group.map((i) => members[i]!))
}
