import { oneLine } from '../../../export/direction.ts'
import { buildDossier } from '../../../export/dossier.ts'
import { pathOf } from '../../../link/key.ts'
import type { Claim, Link } from '../../../model.ts'
import type { MeasureCard, Overview } from '../../shapes.ts'
import type { MeasureOnDesk } from '../index.ts'
import { type Compared, groupAlike, type Measured, measureCard } from '../measures.ts'
import type { claimView } from '../views.ts'
import { actorOf, byMoment, cardOf, dateOf, isWithinMonth, outletOf, type Row, type State } from './recount.ts'

/* Measures and overview counted anew from everything, for comparison with what a desk keeps. */

export function measuresOf(rows: readonly Row[], links: readonly Link[]): Map<string, MeasureOnDesk> {
  const figures = rows.filter((row) => row.quantity !== undefined)
  const measured = figures.map(measuredOf)
  const order = [...figures.keys()].sort(
    (a, b) => figures[a]!.report.sheet.number - figures[b]!.report.sheet.number || measured[a]!.start - measured[b]!.start,
  )
  const at = new Map(order.map((i, position) => [`${measured[i]!.profile.path} ${measured[i]!.start}`, position]))
  const compared = links
    .flatMap((link): Compared[] => {
      if (link.kind !== 'comparison') return []
      const [a, b] = [at.get(`${link.a.path} ${link.a.start}`), at.get(`${link.b.path} ${link.b.start}`)]
      if (a === undefined || b === undefined) return []
      return [{ a: Math.min(a, b), b: Math.max(a, b), verdict: link.verdict, independent: link.independent }]
    })
    .sort((x, y) => x.a - y.a || x.b - y.b)
  const isOpen = (i: number): boolean => measured[order[i]!]!.figure.min === null || measured[order[i]!]!.figure.max === null
  const found = new Map<string, MeasureOnDesk>()
  for (const group of groupAlike(order.length, compared, isOpen)) {
    const place = new Map(group.map((i, position) => [i, position]))
    const inside = compared
      .filter(({ a, b }) => place.has(a) && place.has(b))
      .map((link) => ({ ...link, a: place.get(link.a)!, b: place.get(link.b)! }))
    const card = measureCard(
      group.map((i) => measured[order[i]!]!),
      inside,
    )
    for (const i of group) Object.assign(figures[order[i]!]!, { measure: card.id, contested: card.contested })
    found.set(card.id, {
      card,
      members: group.map((i) => ({ report: figures[order[i]!]!.report.key, claim: measured[order[i]!]!.claim })),
      figures: group.map((i) => measured[order[i]!]!),
    })
  }
  return found
}

export function measuredOf(row: Row): Measured {
  const { report, claim, quantity } = row
  const { min, max, modifier, unit, counted, start } = quantity!
  const named = claim.chain.filter((hop) => hop.named)
  return {
    claim: claim.id,
    start,
    headline: report.reading.report.blocks.some((block) => block.kind === 'title' && block.start <= start && start < block.end),
    type: claim.type,
    unit,
    of: counted?.of ?? null,
    nationality: counted?.nationality ?? null,
    place: claim.place ? { id: claim.place.place, name: claim.place.name, nameAr: null } : null,
    time: claim.time?.edtf ?? null,
    profile: { key: report.key, path: pathOf(report.reading), moment: report.moment, outlet: outletOf(report)[0] ?? '' },
    figure: {
      min,
      max,
      modifier,
      hops: named.length > 0 ? row.values.source : [],
      source: claim.origin ? oneLine(claim.origin.name) : null,
    },
  }
}

export const byWeight = (a: MeasureCard, b: MeasureCard): number =>
  Number(b.contested) - Number(a.contested) || b.reports - a.reports || (a.id < b.id ? -1 : 1)

export function overviewOf(state: State, view: (row: Row) => ReturnType<typeof claimView>): Overview {
  const { rows, held, measures } = state
  const readings = held.map((one) => one.reading)
  const dossier = buildDossier(readings, state.links)
  const cards = [...measures.values()].map((one) => one.card).sort(byWeight)
  const actual = rows.filter((row) => row.claim.modality === 'actual')
  const dated = actual.filter(isInMonth)
  const figures = rows.filter((row) => row.quantity)
  return {
    counts: {
      ...dossier.counts,
      claims: rows.length,
      figures: figures.length,
      measures: cards.length,
      contested: cards.filter((card) => card.contested).length,
      findings: readings.reduce((sum, reading) => sum + reading.findings.length, 0),
    },
    timeline: tally(dated, (row) => `${dateOf(row.first).slice(0, 7)} ${row.claim.type}`)
      .map(([name, count]) => {
        const [month, type] = name.split(' ') as [string, Claim['type']]
        return { month, type, count }
      })
      .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : b.count - a.count)),
    undatedClaims: actual.length - dated.length,
    places: placesOf(rows),
    types: tally(rows, (row) => row.claim.type).map(([type, count]) => ({ type: type as Claim['type'], count })),
    custody: custodyOf(rows, view),
    contested: cards.filter((card) => card.contested).slice(0, 20),
    newest: held
      .toSorted((a, b) => byMoment(b, a))
      .slice(0, 12)
      .map(cardOf),
    echoes: echoesOf(state),
  }
}

export const isInMonth = (row: Row): boolean => isWithinMonth(row)

export function tally(rows: readonly Row[], nameOf: (row: Row) => string | null): [string, number][] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const name = nameOf(row)
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

export function placesOf(rows: readonly Row[]): Overview['places'] {
  const mentions = new Map(rows.flatMap((row) => row.report.reading.mentions.places.map((place) => [place.place, place] as const)))
  return tally(rows, (row) => row.values.place[0] ?? null).flatMap(([id, count]) => {
    const place = mentions.get(id)
    return place ? [{ id, name: place.name, nameAr: null, lat: place.lat, lon: place.lon, kind: place.kind, count }] : []
  })
}

export function custodyOf(rows: readonly Row[], view: (row: Row) => ReturnType<typeof claimView>): Overview['custody'] {
  const lines = rows.flatMap((row) => {
    const { type, modality, roles } = row.claim
    const actors = row.report.reading.mentions.actors
    const named = (id: string | undefined) => actors.find((one) => one.id === id)
    const holder =
      type === 'transfer'
        ? (named(roles.to) ?? named(roles.custodian))
        : (named(roles.custodian) ?? (type === 'hold' ? named(roles.agent) : undefined))
    const patient = named(roles.patient)
    const isHeld = type === 'hold' || type === 'camp-population' || (type === 'transfer' && holder !== undefined)
    const saysWho = row.quantity?.unit === 'person' || roles.custodian !== undefined || roles.patient !== undefined
    if (['sources', 'reports'].includes(row.quantity?.counted?.of ?? '')) return []
    if (!isHeld || !saysWho || (modality !== 'actual' && modality !== 'generic')) return []
    const published = row.report.reading.report.published?.edtf
    return [
      {
        row,
        custodian: holder ? oneLine(holder.name) : null,
        custodianAr: null,
        custodianId: holder ? actorOf(holder) : null,
        population: row.quantity?.counted?.of ?? (patient ? oneLine(patient.name) : null),
        nationality: row.quantity?.counted?.nationality ?? null,
        place: row.claim.place ? { id: row.claim.place.place, name: row.claim.place.name, nameAr: null } : null,
        asOf: row.claim.time
          ? { edtf: row.claim.time.edtf, basis: 'stated' as const }
          : published
            ? { edtf: published, basis: 'published' as const }
            : null,
      },
    ]
  })
  const groups = Map.groupBy(lines, ({ row: _, custodian: __, ...line }) => JSON.stringify(line))
  return [...groups.values()].map((same) => {
    const { row: _, ...line } = same[0]!
    return { ...line, claims: same.slice(0, 3).map(({ row }) => view(row)), count: same.length }
  })
}

export function echoesOf({ held, byKey, rows }: State): Overview['echoes'] {
  const families = Map.groupBy(
    held.filter((one) => one.copyOf !== null),
    (one) => one.copyOf!,
  )
  return [...families]
    .map(([key, copies]) => {
      const first = byKey.get(key)!
      const all = [first, ...copies]
      const sources = tally(
        rows.filter(
          (row) =>
            all.includes(row.report) && (row.claim.chain.some((hop) => hop.named) || (row.report === first && outletOf(first).length > 0)),
        ),
        (row) => row.values.source[0] ?? null,
      )
      const origin = rows.find((row) => row.values.source[0] === sources[0]?.[0])?.claim.origin?.name ?? null
      return {
        first: cardOf(first),
        copies: copies.filter((one) => outletOf(one).length > 0).map(cardOf),
        reports: all.length,
        unsigned: copies.filter((one) => outletOf(one).length === 0).length,
        outlets: new Set(all.flatMap(outletOf)).size,
        origins: sources.length,
        origin,
      }
    })
    .sort((a, b) => b.reports - a.reports)
    .slice(0, 20)
}
