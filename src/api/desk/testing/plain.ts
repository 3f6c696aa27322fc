import { IsnadError } from '../../../errors.ts'
import { oneLine } from '../../../export/direction.ts'
import { layOut, type Sheet } from '../../../export/dossier/desk.ts'
import { originKey } from '../../../export/dossier/origins.ts'
import { buildDossier } from '../../../export/dossier.ts'
import { type ProtectedReading, portable, protect } from '../../../export/index.ts'
import { collect } from '../../../ledger/index.ts'
import { hitsOf } from '../../../ledger/search.ts'
import { pathOf } from '../../../link/key.ts'
import { daysOf, momentOf } from '../../../link/when.ts'
import type { Claim, Link, Quantity } from '../../../model.ts'
import { fold } from '../../../text/fold.ts'
import {
  type ClaimQuery,
  FACETS,
  type FacetName,
  type FacetView,
  type MeasureCard,
  type Overview,
  type PageQuery,
  type ReportCard,
} from '../../shapes.ts'
import type { Desk, DeskOptions, Listing, MeasureOnDesk } from '../index.ts'
import { type Compared, groupAlike, type Measured, measureCard } from '../measures.ts'
import { claimView, type Mentioned } from '../views.ts'

/** One claim with its values. */
interface Row {
  report: Held
  claim: Claim
  number: number
  quantity: Quantity | undefined
  values: Record<FacetName, string[]>
  first: number
  last: number
  measure: string | null
  contested: boolean
}

interface Held {
  key: string
  reading: ProtectedReading
  sheet: Sheet
  copyOf: string | null
  moment: number | null
}

interface State {
  revision: string
  held: Held[]
  byKey: Map<string, Held>
  links: Link[]
  rows: Row[]
  measures: Map<string, MeasureOnDesk>
}

const nameKey = (name: string): string => `name:${fold(oneLine(name))}`
const actorOf = (mention: Mentioned): string => mention.actor ?? nameKey(mention.name)

/** A desk that reads the whole ledger at every change: for small ledgers, and as a yardstick. */
export async function openPlainDesk(options: DeskOptions): Promise<Desk> {
  let state = await load(options)
  let revealed = await revealedIn(options)
  const fresh = async (): Promise<void> => {
    revealed = await revealedIn(options)
    state = await load(options)
  }
  const placed = (row: Row) => ({
    report: row.report.key,
    outletId: row.values.outlet[0] ?? null,
    source: row.values.source[0] ?? null,
    measure: row.measure,
    contested: row.contested,
    actorOf,
  })
  const view = (row: Row, words?: string) => claimView(row.report.reading, row.claim, placed(row), words)
  return {
    revision: () => state.revision,
    refresh: fresh,
    bundle: async (keys) => {
      const held = keys.flatMap((key) => state.byKey.get(key) ?? [])
      const paths = new Set(held.map((one) => pathOf(one.reading)))
      const links = state.links.filter((link) => paths.has(link.a.path) || paths.has(link.b.path))
      const keyOf = new Map(state.held.map((one) => [pathOf(one.reading), one.key]))
      return {
        keys: held.map((one) => one.key),
        readings: held.map((one) => one.reading),
        links,
        ends: links.map(({ a, b }) => ({ a: keyOf.get(a.path)!, b: keyOf.get(b.path)! })),
      }
    },
    readings: async (keys) => new Map(keys.flatMap((key) => state.byKey.get(key) ?? []).map((one) => [one.key, one.reading])),
    cards: async (keys) => keys.flatMap((key) => state.byKey.get(key) ?? []).map(cardOf),
    reports: async ({ q = '', copiesOf, after, limit }) => {
      const found = state.held
        .filter(({ reading }) => holdsAll([reading.report.title, reading.report.outlet?.name, reading.report.text].join('\n'), q))
        .filter((one) => copiesOf === undefined || one.key === copiesOf || one.copyOf === copiesOf)
        .toSorted((a, b) => byMoment(b, a))
      return listing(found.map(cardOf), after, limit)
    },
    claimViews: async (refs, words) =>
      refs
        .flatMap((ref) => state.rows.find((row) => row.report.key === ref.report && row.claim.id === ref.claim) ?? [])
        .map((row) => view(row, words)),
    claims: async (query) => {
      const found = sorted(select(state.rows, query), query.sort)
      const page = pageOf(found, query)
      return { ...page, rows: page.rows.map((row) => view(row, query.q)) }
    },
    facets: async (query) => facetsOf(state.rows, query),
    overview: async () => overviewOf(state, view),
    measures: async ({ contested, type, q = '', after, limit }) => {
      const cards = [...state.measures.values()]
        .map((one) => one.card)
        .filter((card) => (!contested || card.contested) && (type === undefined || card.type === type))
        .filter((card) => holdsAll([card.place?.name, card.of, card.type, ...card.range.low.by, ...card.range.high.by].join(' '), q))
      return listing(cards.sort(byWeight), after, limit)
    },
    measure: async (id) => state.measures.get(id) ?? null,
    membersOf: async (id) => state.measures.get(id)?.members ?? null,
    revealed: () => revealed?.said ?? null,
    reveal: async (reason) => {
      const signed = { by: options.by, at: options.now().toISOString() }
      if (reason !== null) await options.ledger.review({ ...signed, reason, action: { kind: 'reveal', output: OUTPUT } })
      else if (revealed)
        await options.ledger.review({ ...signed, reason: 'names are withheld again', action: { kind: 'undo', review: revealed.id } })
      await fresh()
    },
  }
}

const byMoment = (a: Held, b: Held): number => (a.moment === b.moment ? 0 : (a.moment ?? -Infinity) - (b.moment ?? -Infinity))

const OUTPUT = 'workbench'

async function revealedIn({ ledger }: DeskOptions) {
  const one = (await ledger.reviews()).findLast(({ undone, action }) => !undone && action.kind === 'reveal' && action.output === OUTPUT)
  return one ? { id: one.id, said: { reason: one.reason, at: one.at, by: one.by } } : null
}

async function load(options: DeskOptions): Promise<State> {
  const { ledger, key } = options
  const [readings, links] = [await collect(ledger.readings()), await collect(ledger.links())]
  const keys = (await ledger.acquisitions()).map((one) => one.id)
  const reviews = await ledger.reviews()
  const shown = (await revealedIn(options)) ? withNothingMasked(portable(readings, links)) : protect(readings, links, { key })
  const desk = layOut(shown.readings, shown.links)
  const sheetOf = new Map(desk.sheets.map((sheet) => [sheet.reading, sheet]))
  const keyOf = new Map(shown.readings.map((reading, i) => [reading as object, keys[i]!]))
  const held = shown.readings.map((reading, i): Held => {
    const sheet = sheetOf.get(reading)!
    const first = sheet.view.copyOf
    return {
      key: keys[i]!,
      reading,
      sheet,
      copyOf: first === undefined ? null : keyOf.get(desk.sheets[first - 1]!.reading)!,
      moment: momentOf(reading.report.published?.edtf),
    }
  })
  const rows = held.flatMap((one) => one.reading.claims.map((claim, number) => rowOf(one, claim, number)))
  return {
    revision: `${keys.length}-${reviews.length}-${links.length}`,
    held,
    byKey: new Map(held.map((one) => [one.key, one])),
    links: shown.links,
    rows,
    measures: measuresOf(rows, shown.links),
  }
}

const withNothingMasked = ({ readings, links }: ReturnType<typeof portable>) => ({
  readings: readings.map((reading): ProtectedReading => ({ ...reading, masked: { people: 0, contacts: 0, counts: 0 } })),
  links,
})

const outletOf = ({ reading }: Held): string[] => {
  const { outlet } = reading.report
  return outlet ? [outlet.actor ?? nameKey(outlet.name)] : []
}

function rowOf(report: Held, claim: Claim, number: number): Row {
  const { reading, sheet } = report
  const quantity = reading.mentions.quantities.find((one) => one.id === claim.figure)
  const days = daysOf(claim.time?.edtf)
  const ids = [...Object.values(claim.roles), ...(claim.legs ?? []).flatMap((leg) => [leg.giver, leg.receiver])]
  const actors = reading.mentions.actors.filter((one) => ids.includes(one.id)).map(actorOf)
  const some = (value: string | undefined | null): string[] => (value ? [value] : [])
  const { of, nationality, sex, age } = quantity?.counted ?? {}
  const row = { first: days?.first ?? Number.NaN, last: days?.last ?? Number.NaN }
  return {
    ...{ report, claim, number, quantity, ...row, measure: null, contested: false },
    values: {
      type: [claim.type],
      modality: [claim.modality],
      place: some(claim.place?.place),
      actor: [...new Set(actors)],
      source: some(originKey(sheet, claim)),
      outlet: outletOf(report),
      population: some(of),
      nationality: some(nationality),
      sex: some(sex),
      age: some(age),
      unit: some(quantity?.unit),
      year: yearOf(row),
    },
  }
}

const MONTH_DAYS = 31
const isWithinMonth = ({ first, last }: { first: number; last: number }): boolean => last - first < MONTH_DAYS
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

function yearOf(row: { first: number; last: number }): string[] {
  if (!Number.isFinite(row.first) || !Number.isFinite(row.last)) return []
  const [first, last] = [dateOf(row.first).slice(0, 4), dateOf(row.last).slice(0, 4)]
  return first === last || isWithinMonth(row) ? [first] : []
}

/** Whether a text holds every word asked for. */
const holdsAll = (text: string, words: string): boolean =>
  words
    .split(/\s+/u)
    .filter((word) => hitsOf(word, word).length > 0)
    .every((word) => hitsOf(text, word).length > 0)

const chosen = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat())

function select(rows: readonly Row[], query: ClaimQuery, but?: FacetName): Row[] {
  return rows.filter((row) => fits(row, query) && FACETS.every((name) => name === but || has(row.values[name], chosen(query[name]))))
}

const has = (values: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((one) => values.includes(one))

function fits(row: Row, query: ClaimQuery): boolean {
  const { min, max } = row.quantity ?? {}
  const reports = chosen(query.report)
  return (
    (reports.length === 0 || reports.includes(row.report.key)) &&
    (!query.figures || row.quantity !== undefined) &&
    (!query.contested || row.contested) &&
    (!query.undated || !isWithinMonth(row)) &&
    (query.min === undefined || (row.quantity !== undefined && (max ?? Infinity) >= query.min)) &&
    (query.max === undefined || (row.quantity !== undefined && (min ?? -Infinity) <= query.max)) &&
    inTime(row, query) &&
    (!query.q ||
      holdsAll(
        claimView(row.report.reading, row.claim, { ...row, report: '', outletId: null, source: null, actorOf }).evidence.text,
        query.q,
      ))
  )
}

function inTime(row: Row, { from, to }: ClaimQuery): boolean {
  if (from === undefined && to === undefined) return true
  const low = from === undefined ? -Infinity : daysOf(from)!.first
  const high = to === undefined ? Infinity : daysOf(to)!.last
  if (Number.isNaN(row.first)) return false
  return (row.first >= low && row.last <= high) || (isWithinMonth(row) && row.first >= low && row.first <= high)
}

function sorted(rows: readonly Row[], sort: ClaimQuery['sort'] = 'report'): Row[] {
  const value = (row: Row): number => {
    if (sort === 'time') return Number.isFinite(row.first) ? row.first : Infinity
    if (sort === 'value') return -(row.quantity?.max ?? row.quantity?.min ?? -Infinity)
    if (sort === 'newest') return -(row.report.moment ?? -Infinity)
    return 0
  }
  return rows
    .map((row, i) => ({ row, i, value: value(row) }))
    .sort((a, b) => (a.value === b.value ? a.i - b.i : a.value - b.value))
    .map(({ row }) => row)
}

function pageOf(
  rows: readonly Row[],
  { after, at = 0, limit }: PageQuery,
): { total: number; at: number; rows: Row[]; next: string | null } {
  const start = after === undefined ? at : rows.findIndex((row) => cursorOf(row) === after) + 1
  const page = rows.slice(start, start + limit)
  return { total: rows.length, at: start, rows: page, next: start + limit < rows.length && page.length > 0 ? cursorOf(page.at(-1)!) : null }
}

const cursorOf = (row: Row): string => `${row.report.key}:${row.number}`

function listing<T extends { key: string } | { id: string }>(all: readonly T[], after: string | undefined, limit: number): Listing<T> {
  const name = (one: T): string => ('key' in one ? one.key : one.id)
  const start = after === undefined ? 0 : all.findIndex((one) => name(one) === after) + 1
  if (after !== undefined && start === 0)
    throw new IsnadError({ code: 'bad-usage', message: 'The cursor is of another list.', hint: 'Begin again without `after`.' })
  const rows = all.slice(start, start + limit)
  return { total: all.length, rows, next: start + limit < all.length ? name(rows.at(-1)!) : null }
}

function facetsOf(rows: readonly Row[], query: ClaimQuery): FacetView {
  return {
    total: select(rows, query).length,
    facets: FACETS.map((name) => {
      const counts = new Map<string, number>(chosen(query[name]).map((value) => [value, 0]))
      for (const row of select(rows, query, name)) for (const value of row.values[name]) counts.set(value, (counts.get(value) ?? 0) + 1)
      const values = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      const kept = values.filter(([value], i) => i < 100 || chosen(query[name]).includes(value))
      return { name, values: kept.map(([value, count]) => ({ value, label: null, count })), distinct: values.length }
    }),
  }
}

function cardOf(held: Held): ReportCard {
  const { reading, key, copyOf } = held
  const { report, claims, findings } = reading
  return {
    key,
    path: pathOf(reading),
    url: report.source.url ?? null,
    title: report.title === null ? null : oneLine(report.title),
    outlet: report.outlet ? oneLine(report.outlet.name) : null,
    outletId: outletOf(held)[0] ?? null,
    published: report.published && { edtf: report.published.edtf, basis: report.published.basis },
    language: report.language,
    claims: claims.length,
    findings: findings.length,
    copyOf,
  }
}

function measuresOf(rows: readonly Row[], links: readonly Link[]): Map<string, MeasureOnDesk> {
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

function measuredOf(row: Row): Measured {
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
    place: claim.place ? { id: claim.place.place, name: claim.place.name } : null,
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

const byWeight = (a: MeasureCard, b: MeasureCard): number =>
  Number(b.contested) - Number(a.contested) || b.reports - a.reports || (a.id < b.id ? -1 : 1)

function overviewOf(state: State, view: (row: Row) => ReturnType<typeof claimView>): Overview {
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

const isInMonth = (row: Row): boolean => isWithinMonth(row)

function tally(rows: readonly Row[], nameOf: (row: Row) => string | null): [string, number][] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const name = nameOf(row)
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

function placesOf(rows: readonly Row[]): Overview['places'] {
  const mentions = new Map(rows.flatMap((row) => row.report.reading.mentions.places.map((place) => [place.place, place] as const)))
  return tally(rows, (row) => row.values.place[0] ?? null).flatMap(([id, count]) => {
    const place = mentions.get(id)
    return place ? [{ id, name: place.name, nameAr: null, lat: place.lat, lon: place.lon, kind: place.kind, count }] : []
  })
}

function custodyOf(rows: readonly Row[], view: (row: Row) => ReturnType<typeof claimView>): Overview['custody'] {
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
    if (!isHeld || !saysWho || (modality !== 'actual' && modality !== 'generic')) return []
    const published = row.report.reading.report.published?.edtf
    return [
      {
        row,
        custodian: holder ? oneLine(holder.name) : null,
        custodianId: holder ? actorOf(holder) : null,
        population: row.quantity?.counted?.of ?? (patient ? oneLine(patient.name) : null),
        nationality: row.quantity?.counted?.nationality ?? null,
        place: row.claim.place ? { id: row.claim.place.place, name: row.claim.place.name } : null,
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

function echoesOf({ held, byKey, rows }: State): Overview['echoes'] {
  const families = Map.groupBy(
    held.filter((one) => one.copyOf !== null),
    (one) => one.copyOf!,
  )
  return [...families]
    .map(([key, copies]) => {
      const first = byKey.get(key)!
      const all = [first, ...copies]
      const sources = tally(
        rows.filter((row) => all.includes(row.report) && (row.claim.chain.length > 0 || row.report === first)),
        (row) => row.values.source[0] ?? null,
      )
      const origin = rows.find((row) => row.values.source[0] === sources[0]?.[0])?.claim.origin?.name ?? null
      return {
        first: cardOf(first),
        copies: copies.map(cardOf),
        reports: all.length,
        outlets: new Set(all.map((one) => outletOf(one)[0] ?? one.key)).size,
        origins: sources.length,
        origin,
      }
    })
    .sort((a, b) => b.reports - a.reports)
    .slice(0, 20)
}
