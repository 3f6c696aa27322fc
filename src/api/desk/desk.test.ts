import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv, csvHead, csvRow } from '../../export/csv.ts'
import { protect } from '../../export/index.ts'
import { collect, type Ledger, reportKey } from '../../ledger/index.ts'
import type { Reading } from '../../model.ts'
import type { ClaimQuery, FacetName, MeasureCard, ReportCard, ReportQuery } from '../shapes.ts'
import { type Desk, openDesk } from './index.ts'
import { openPlainDesk } from './testing/plain.ts'
import { addTo, deskOptions, KEY, ledgerOf, PRIVATE_NAME, someReadings } from './testing/world.ts'

let readings: Reading[]
let ledger: Ledger
let desk: Desk
let plain: Desk
let remove: () => Promise<void>

beforeAll(async () => {
  readings = await someReadings()
  ;({ ledger, remove } = await ledgerOf(readings))
  desk = await openDesk(deskOptions(ledger))
  plain = await openPlainDesk(deskOptions(ledger))
}, 60_000)
afterAll(() => remove())

const QUERIES: [string, ClaimQuery][] = [
  ['everything', {}],
  ['a type', { type: 'hold' }],
  ['two types and a modality', { type: ['exchange', 'kidnap'], modality: 'actual' }],
  ['three facets', { type: ['hold', 'exchange', 'escape'], modality: 'actual', population: ['women', 'prisoners', 'children'] }],
  ['an actor', { actor: 'example-fawj-al-nakhil' }],
  ['figures alone', { figures: 'true' }],
  ['contested ones', { contested: 'true' }],
  ['undated ones', { undated: 'true', modality: 'actual' }],
  ['days', { from: '2019-01-01', to: '2020-12-31' }],
  ['a bound below', { min: 100 }],
  ['bounds', { min: 10, max: 200 }],
  ['words', { q: 'سجن' }],
  ['a word behind proclitics, and a facet', { q: 'للسجن', modality: 'actual' }],
  ['two words', { q: 'سجينا سبها' }],
  ['what is nowhere', { type: 'trial', q: 'ززز' }],
]

/** Local sources are told by their report's number in the yardstick. */
const withoutLocal = (name: string): boolean => !/^report \w+:/u.test(name)

describe('a desk', () => {
  test.each(QUERIES)('counts as a recount does: %s', async (_, query) => {
    const [found, wanted] = [await desk.facets(query), await plain.facets(query)]
    expect(found.total).toBe(wanted.total)
    const told = (view: typeof found) =>
      view.facets.map(({ name, values, distinct }) => ({
        name,
        distinct,
        values: values.map(({ value, count }) => `${value} ${count}`).filter(withoutLocal),
      }))
    expect(told(found)).toEqual(told(wanted))
  })

  test.each(QUERIES)('lists as a recount does: %s', async (_, query) => {
    for (const sort of ['report', 'time', 'value', 'newest'] as const) {
      const [found, wanted] = [await desk.claims({ ...query, sort, limit: 200 }), await plain.claims({ ...query, sort, limit: 200 })]
      expect(found.total).toBe(wanted.total)
      expect(found.rows.map((row) => row.key)).toEqual(wanted.rows.map((row) => row.key))
      expect(found.rows.map((row) => row.evidence)).toEqual(wanted.rows.map((row) => row.evidence))
    }
  })

  test('sums up as a recount does', async () => {
    const [found, wanted] = [await desk.overview(), await plain.overview()]
    expect(found.counts).toEqual(wanted.counts)
    expect(found.undatedClaims).toBe(wanted.undatedClaims)
    const sorted = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).sort()
    expect(sorted(found.timeline)).toEqual(sorted(wanted.timeline))
    expect(sorted(found.types)).toEqual(sorted(wanted.types))
    expect(sorted(found.places.map(({ id, count }) => [id, count]))).toEqual(sorted(wanted.places.map(({ id, count }) => [id, count])))
    const families = (view: typeof found) =>
      sorted(view.echoes.map(({ first, reports, outlets, origins }) => [first.key, reports, outlets, origins]))
    expect(families(found)).toEqual(families(wanted))
    const lines = (view: typeof found) =>
      sorted(view.custody.map(({ claims: _, custodian: __, custodianAr: ___, place, ...line }) => ({ ...line, place: place?.id })))
    expect(lines(found)).toEqual(lines(wanted))
  })

  test('lists the reports that a recount lists', async () => {
    const [copied] = (await plain.overview()).echoes
    const [{ outletId, outlet }] = (await plain.reports({ limit: 100 })).rows.filter((card) => card.outletId) as [ReportCard]
    const queries: ReportQuery[] = [{}, { undated: 'true' }, { findings: 'true' }, { copies: 'true' }, { copiesOf: copied!.first.key }]
    for (const query of [...queries, { outlet: outletId! }, { outlet: [outletId!, 'nobody'], findings: 'true' as const }]) {
      const [found, wanted] = [await desk.reports({ ...query, limit: 100 }), await plain.reports({ ...query, limit: 100 })]
      expect(found.rows.map((one) => one.key).sort(), JSON.stringify(query)).toEqual(wanted.rows.map((one) => one.key).sort())
      expect(found.total).toBe(wanted.total)
    }
    expect(await desk.reports({ outlet: outlet!, limit: 100 })).toEqual(await desk.reports({ outlet: outletId!, limit: 100 }))
    const names = (list: readonly ReportCard[]) => list.map((one) => one.outlet)
    const [found, wanted] = [await desk.reports({ sort: 'outlet', limit: 100 }), await plain.reports({ sort: 'outlet', limit: 100 })]
    expect(names(found.rows)).toEqual(names(wanted.rows))
    expect(names(found.rows)).not.toEqual(names((await desk.reports({ limit: 100 })).rows))
  })

  test('gathers the measures that a recount gathers', async () => {
    // A source is told by the fullest name that any report gives it, where the yardstick takes the name at hand.
    const unnamed = ({ id: _, range, place, ...card }: MeasureCard) => ({
      ...card,
      place: place?.id,
      range: [range.low.value, range.high.value],
    })
    const cards = async (from: Desk) => {
      const { rows } = await from.measures({ limit: 1000 })
      const members = await Promise.all(rows.map(async (card) => ({ card, members: await from.membersOf(card.id) })))
      return members
        .map(({ card, members }) =>
          JSON.stringify({ card: unnamed(card), members: members?.map((one) => `${one.report}:${one.claim}`).sort() }),
        )
        .sort()
    }
    expect(await cards(desk)).toEqual(await cards(plain))
    expect((await desk.measures({ contested: true, limit: 1 })).total).toBe((await desk.overview()).counts.contested)
  })
})

describe('a file of what was chosen', () => {
  const written = async (from: Desk, query: ClaimQuery): Promise<string[]> => {
    const rows: string[] = []
    for await (const piece of await from.pick(query)) rows.push(...piece.map(({ sheet, claim }) => csvRow(sheet, claim)))
    return rows
  }

  test.each(QUERIES)('has the rows that a recount chooses: %s', async (_, query) => {
    expect(await written(desk, query)).toEqual(await written(plain, query))
    expect((await written(desk, { ...query, sort: 'value' })).sort()).toEqual((await written(desk, query)).sort())
  })

  test('is the whole file where all is chosen', async () => {
    const { readings, links } = protect(await collect(ledger.readings()), await collect(ledger.links()), { key: KEY })
    expect(csvHead() + (await written(desk, {})).join('')).toBe([...csv.write({ readings, links, lang: 'en' })].join(''))
  })
})

describe('every number', () => {
  test('of a facet is what its value selects', async () => {
    const base: ClaimQuery = { modality: ['actual', 'planned', 'generic'] }
    for (const { name, values } of (await desk.facets(base)).facets) {
      if (name === 'modality') continue
      for (const { value, count } of values.slice(0, 8)) expect((await desk.claims({ ...base, [name]: value, limit: 1 })).total).toBe(count)
    }
  })

  test('of the overview is what its filter selects', async () => {
    const overview = await desk.overview()
    const total = async (query: ClaimQuery): Promise<number> => (await desk.claims({ ...query, limit: 1 })).total
    for (const { month, type, count } of overview.timeline) {
      const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
      expect(await total({ modality: 'actual', type, from: `${month}-01`, to: last })).toBe(count)
    }
    expect(await total({ modality: 'actual', undated: 'true' })).toBe(overview.undatedClaims)
    for (const { id, count } of overview.places) expect(await total({ place: id })).toBe(count)
    for (const { type, count } of overview.types) expect(await total({ type })).toBe(count)
    expect(await total({})).toBe(overview.counts.claims)
    expect(await total({ figures: 'true' })).toBe(overview.counts.figures)
    expect((await desk.reports({ limit: 1 })).total).toBe(overview.counts.reports)
    const listed = async (query: ReportQuery): Promise<number> => (await desk.reports({ ...query, limit: 1 })).total
    expect(await listed({ undated: 'true' })).toBe(overview.counts.undated)
    expect(await listed({ copies: 'true' })).toBe(overview.counts.copies)
    for (const { first, reports } of overview.echoes) expect((await desk.reports({ copiesOf: first.key, limit: 1 })).total).toBe(reports)
    expect((await desk.facets({})).facets.find((facet) => facet.name === 'outlet')?.distinct).toBeLessThanOrEqual(overview.counts.outlets)
  })

  test('stands beside a name in both languages where there is one', async () => {
    const { facets } = await desk.facets({})
    const labels = (name: FacetName) => facets.find((facet) => facet.name === name)!.values.map((one) => one.label)
    expect(labels('place')).toContainEqual({ ar: 'الموصل', en: 'Mosul' })
    expect(labels('actor').every((label) => label !== null)).toBe(true)
    expect(labels('type').every((label) => label === null)).toBe(true)
  })
})

describe('a cursor', () => {
  test.each(['report', 'time', 'value', 'newest'] as const)('walks every claim once, in order of %s', async (sort) => {
    const walked: string[] = []
    let after: string | undefined
    do {
      const page = await desk.claims({ sort, limit: 17, ...(after ? { after } : {}) })
      expect(page.at).toBe(walked.length)
      walked.push(...page.rows.map((row) => row.key))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(walked).size).toBe(walked.length)
    expect(walked).toHaveLength((await desk.claims({ limit: 1 })).total)
    const middle = await desk.claims({ sort, at: 20, limit: 5 })
    expect(middle.rows.map((row) => row.key)).toEqual(walked.slice(20, 25))
  })

  test('of another list is refused', async () => {
    await expect(desk.claims({ after: 'nonsense', limit: 5 })).rejects.toMatchObject({ code: 'bad-usage' })
    await expect(desk.reports({ after: 'nonsense', limit: 5 })).rejects.toMatchObject({ code: 'bad-usage' })
  })

  test('walks reports and measures once', async () => {
    for (const list of [
      (after?: string) => desk.reports({ limit: 4, ...(after ? { after } : {}) }),
      (after?: string) => desk.measures({ limit: 4, ...(after ? { after } : {}) }),
    ]) {
      const walked: string[] = []
      let page = await list()
      for (;;) {
        walked.push(...page.rows.map((row) => ('key' in row ? row.key : row.id)))
        if (page.next === null) break
        page = await list(page.next)
      }
      expect(new Set(walked).size).toBe(page.total)
      expect(walked).toHaveLength(page.total)
    }
  })
})

describe('what leaves a desk', () => {
  test('is masked alone as among all', async () => {
    const all = protect(await collect(ledger.readings()), await collect(ledger.links()), { key: KEY })
    const keys = (await ledger.acquisitions()).map((one) => one.id)
    const together = await desk.bundle(keys)
    expect(together.readings).toEqual(all.readings)
    expect(new Set(together.links.map((link) => JSON.stringify(link)))).toEqual(new Set(all.links.map((link) => JSON.stringify(link))))
    for (const [i, key] of keys.entries()) {
      const alone = await desk.bundle([key])
      expect(alone.readings).toEqual([all.readings[i]])
      for (const link of alone.links) expect(all.links).toContainEqual(link)
    }
  })

  test('names nobody who is private, and nothing finds them by name', async () => {
    const told = JSON.stringify([
      await desk.overview(),
      await desk.facets({}),
      (await desk.claims({ limit: 200 })).rows,
      (await desk.reports({ limit: 100 })).rows,
    ])
    for (const name of [PRIVATE_NAME, 'سلمى الحمدان', 'ياسر الحمدان', '0944123456']) expect(told).not.toContain(name)
    for (const q of [PRIVATE_NAME, 'سلمى الحمدان', 'ياسر الحمدان']) {
      expect((await desk.claims({ q, limit: 1 })).total).toBe(0)
      expect((await desk.reports({ q, limit: 1 })).total).toBe(0)
    }
    expect((await desk.claims({ source: `name:${PRIVATE_NAME}`, limit: 1 })).total).toBe(0)
  })

  /** Claims of the two reports of one village. */
  const villagers = () => desk.claims({ report: readings.slice(-2).map(reportKey), limit: 10 })

  test('tells one private person apart by a pseudonym that filters find', async () => {
    const { rows } = await villagers()
    const [person] = rows.flatMap((row) => row.roles).filter((role) => role.private)
    expect(person?.actor).toMatch(/^name:person-[0-9a-f]{8}$/u)
    expect((await desk.claims({ actor: person!.actor!, limit: 10 })).total).toBe(1)
    expect((await desk.claims({ source: person!.actor!, limit: 10 })).rows.map((row) => row.origin?.key)).toEqual([person!.actor])
  })

  test('gives no count that is withheld, nor finds it by its words or bounds', async () => {
    const { rows } = await villagers()
    expect(rows.map((row) => [row.figure?.min, row.figure?.max])).toEqual([
      [null, 5],
      [null, 5],
    ])
    const report = readings.slice(-2).map(reportKey)
    expect((await desk.claims({ report, min: 4, limit: 10 })).total).toBe(2)
    expect((await desk.claims({ report: report.slice(0, 1), q: '3', limit: 10 })).total).toBe(0)
  })

  test('is open where names are lifted for a reason, until it is taken back', async () => {
    const before = desk.revision()
    await desk.reveal('a court order')
    expect(desk.revision()).not.toBe(before)
    expect(desk.revealed()).toMatchObject({ reason: 'a court order', by: 'tester' })
    const found = await desk.claims({ q: PRIVATE_NAME, limit: 10 })
    expect(found.total).toBe(2)
    expect(JSON.stringify(found.rows)).toContain(PRIVATE_NAME)
    expect((await desk.claims({ source: `name:${PRIVATE_NAME}`, limit: 1 })).total).toBe(1)
    await desk.reveal(null)
    expect(desk.revealed()).toBeNull()
    expect(JSON.stringify((await desk.claims({ q: 'محتجزين', limit: 10 })).rows)).not.toContain(PRIVATE_NAME)
    expect((await ledger.reviews()).map((review) => review.action.kind)).toEqual(['reveal', 'undo'])
  })
})

/** What a desk says, without what may differ between runs. */
async function said(one: Desk): Promise<unknown> {
  return [
    await one.overview(),
    await one.facets({ modality: 'actual' }),
    (await one.claims({ sort: 'time', limit: 200 })).rows,
    (await one.reports({ limit: 100 })).rows,
    (await one.measures({ limit: 200 })).rows,
  ]
}

describe('the order of ingest', () => {
  test('changes no answer, nor does taking reports in one by one', async () => {
    const other = await ledgerOf([])
    const growing = await openDesk(deskOptions(other.ledger))
    const shuffled = readings.toSorted((a, b) => (reportKey(a) < reportKey(b) ? -1 : 1))
    for (const reading of shuffled) {
      await addTo(other.ledger, reading)
      await growing.refresh()
    }
    const wanted = await said(desk)
    expect(await said(await openDesk(deskOptions(other.ledger)))).toEqual(wanted)
    expect(await said(growing)).toEqual(wanted)
    await other.remove()
  }, 60_000)

  test('does not matter where a reading replaces another', async () => {
    const old = readings.slice(0, 6).map((reading) => ({ ...reading, rules: '0.0.1', claims: reading.claims.slice(1, 4) }))
    const other = await ledgerOf([...old, ...readings.slice(6)])
    const growing = await openDesk(deskOptions(other.ledger))
    for (const reading of readings.slice(0, 6)) {
      await addTo(other.ledger, reading)
      await growing.refresh()
    }
    expect(await said(growing)).toEqual(await said(desk))
    await other.remove()
  }, 60_000)
})
