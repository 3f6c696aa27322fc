import { IsnadError } from '../../../errors.ts'
import { byEvidence } from '../../../export/csv.ts'
import { layOut } from '../../../export/dossier/desk.ts'
import { type ProtectedReading, portable, protect } from '../../../export/index.ts'
import { collect } from '../../../ledger/index.ts'
import { pathOf } from '../../../link/key.ts'
import { momentOf } from '../../../link/when.ts'
import type { PageQuery } from '../../shapes.ts'
import type { Desk, DeskOptions, Listing } from '../index.ts'
import { claimView } from '../views.ts'

import {
  actorOf,
  byMoment,
  cardOf,
  chosen,
  facetsOf,
  type Held,
  has,
  holdsAll,
  nameKey,
  outletOf,
  type Row,
  rowOf,
  type State,
  select,
  sorted,
} from './recount.ts'
import { byWeight, measuresOf, overviewOf } from './sums.ts'

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
    source: row.values.source[0] === undefined ? null : { key: row.values.source[0], name: row.claim.origin?.name ?? '' },
    placeAr: () => null,
    actorAr: () => null,
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
    veil: (reading) => protect([...state.held.map((one) => one.reading), reading], [], options).readings.at(-1)!,
    cards: async (keys) => keys.flatMap((key) => state.byKey.get(key) ?? []).map(cardOf),
    reports: async ({ q = '', copiesOf, after, limit, ...query }) => {
      const found = state.held
        .filter(({ reading }) => holdsAll([reading.report.title, reading.report.outlet?.name, reading.report.text].join('\n'), q))
        .filter((one) => copiesOf === undefined || one.key === copiesOf || one.copyOf === copiesOf)
        .filter((one) => !query.undated || one.reading.report.published === null)
        .filter((one) => !query.findings || one.reading.findings.length > 0)
        .filter((one) => !query.copies || one.copyOf !== null)
        .filter((one) => has(outletOf(one), chosen(query.outlet)))
        .toSorted((a, b) => byMoment(b, a))
      if (query.sort === 'outlet') found.sort((a, b) => (outletName(a) < outletName(b) ? -1 : outletName(a) > outletName(b) ? 1 : 0))
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
    pick: async (query) => {
      const rows = sorted(select(state.rows, query), query.sort)
      const all = rows.map((row) => ({ sheet: row.report.sheet, claim: row.claim, view: () => view(row, query.q) }))
      const picked = query.sort ? all : all.sort((a, b) => a.sheet.number - b.sheet.number || byEvidence(a.claim, b.claim))
      return (async function* () {
        yield picked
      })()
    },
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

/** What reports are put in order by; none comes last. */
const outletName = ({ reading }: Held): string => nameKey(reading.report.outlet?.name ?? '\uffff')

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
