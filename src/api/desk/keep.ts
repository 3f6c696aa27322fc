import type { Feed, FeedCard, FeedClaim, FeedLink, Marks } from '../../ledger/index.ts'
import type { HandfulRow, PersonRow, PlaceRow } from '../../ledger/schema.ts'
import type { FactOptions } from '../../read/lexicon.ts'
import { FLAG, has } from './columns.ts'
import { type Copies, groupCopies } from './copies.ts'
import { type Measures, makeMeasures, namesOfLink } from './figures.ts'
import { figureName, type Holdings, makeHoldings, makeLists, type PlaceFact, putCard, putPeople } from './holdings.ts'
import { dropLink, putLink } from './links.ts'
import { makeOrders, type Orders } from './order.ts'
import { markWithheld, withheldFigures } from './withheld.ts'

/** Everything that a desk holds in memory, kept up with a ledger. */
export interface Keep {
  holdings: Holdings
  orders: Orders
  measures: Measures
  copies(): Copies
  withheld(): ReadonlySet<number>
  /** Changes with whatever changes what is held; `masks` with what changes how a report is masked. */
  version(): { all: string; masks: number }
  /** Reads what is new; tells whether anything was. */
  catchUp(): Promise<boolean>
}

/** What one step brings. */
interface News {
  cards: FeedCard[]
  claims: FeedClaim[]
  people: PersonRow[]
  handfuls: HandfulRow[]
  links: FeedLink[]
  unlinked: number[]
  places: PlaceRow[]
}

/** Cards and links taken in at once: what is asked in between sees all of a step or nothing. */
const STEP_CARDS = 1_000
const STEP_LINKS = 20_000

/** @param pseudonym what a private person's fullest name becomes. @param facts further tables of names. */
export function makeKeep(feed: Feed, pseudonym: (fullest: string) => string, facts: FactOptions = {}): Keep {
  const holdings = makeHoldings(pseudonym, facts)
  const orders = makeOrders(holdings)
  const measures = makeMeasures(holdings)
  const lists = makeLists()
  let seen: Marks = { card: 0, link: 0, unlinked: 0, reviews: -1 }
  let copies: Copies = { firstOf: new Int32Array(0), families: new Map() }
  let withheld: ReadonlySet<number> = new Set()
  let masks = 0
  let first = true

  const apply = (news: News): void => {
    const gone: number[] = []
    const dirty = new Set<number>()
    const fresh: number[] = []
    let remask = takeCards(holdings, news, { lists, gone, fresh })
    takePlaces(holdings, news.places)
    for (const id of [...dropAll(holdings, news.unlinked), ...putAll(holdings, news.links)])
      for (const name of namesOfLink(holdings, id)) dirty.add(name)
    if (first) return
    orders.update(fresh, gone.length > 0)
    measures.update(dirty, gone, orders.appearance())
    remask = settle() || remask
    if (remask) masks++
  }
  /** What follows from all reports and links together. */
  const settle = (): boolean => {
    copies = groupCopies(holdings, orders.appearance())
    const next = withheldFigures(holdings)
    markWithheld(holdings, next, withheld)
    const isSame = next.size === withheld.size && [...next].every((name) => withheld.has(name))
    withheld = next
    if (!isSame) orders.forget()
    return !isSame
  }

  return {
    ...{ holdings, orders, measures },
    copies: () => copies,
    withheld: () => withheld,
    version: () => ({ all: `${seen.card}.${seen.link}.${seen.unlinked}.${seen.reviews}`, masks }),
    catchUp: async () => {
      const marks = await feed.marks()
      const isSame = (Object.keys(marks) as (keyof Marks)[]).every((name) => marks[name] === seen[name])
      if (isSame) return false
      for await (const { news, reached } of steps(feed, seen, marks)) {
        apply(news)
        seen = { ...reached, reviews: marks.reviews }
      }
      if (first) {
        // Put in order once, where all is read: nobody asks yet.
        orders.update([], true)
        measures.update(null, [], orders.appearance())
        settle()
      }
      first = false
      return true
    },
  }
}

const nothing = (): News => ({ cards: [], claims: [], people: [], handfuls: [], links: [], unlinked: [], places: [] })

/** Reads what is new in steps; the last one of a small change holds all of it. */
async function* steps(feed: Feed, seen: Marks, marks: Marks): AsyncGenerator<{ news: News; reached: Marks }> {
  let news = nothing()
  let reached: Marks = { ...seen }
  while (reached.card < marks.card) {
    const cards = await feed.cards(reached.card, marks.card)
    if (cards.length === 0) break
    const [from, to] = [cards[0]!.number, cards.at(-1)!.number]
    news.cards.push(...cards)
    for (const claim of await feed.claims(from, to)) news.claims.push(claim)
    for (const person of await feed.people(from, to)) news.people.push(person)
    for (const count of await feed.handfuls(from, to)) news.handfuls.push(count)
    reached = { ...reached, card: to }
    if (news.cards.length < STEP_CARDS || to >= marks.card) continue
    yield { news, reached }
    news = nothing()
  }
  reached = { ...reached, card: marks.card }
  if (marks.card > seen.card) news.places = await feed.places()
  news.unlinked = await feed.unlinked(seen.unlinked, marks.unlinked)
  // The number of a link that was taken away may be given again.
  reached = { ...reached, unlinked: marks.unlinked, link: news.unlinked.reduce((least, row) => Math.min(least, row - 1), seen.link) }
  while (reached.link < marks.link) {
    const links = await feed.links(reached.link, marks.link)
    for (const link of links) news.links.push(link)
    reached = { ...reached, link: links.at(-1)?.row ?? marks.link }
    if (news.links.length < STEP_LINKS || reached.link >= marks.link) continue
    yield { news, reached }
    news = nothing()
  }
  yield { news, reached: { ...reached, link: marks.link } }
}

interface Taking {
  lists: ReturnType<typeof makeLists>
  gone: number[]
  fresh: number[]
}

/** Takes cards in with what belongs to them. Tells whether other reports may be masked otherwise now. */
function takeCards(holdings: Holdings, news: News, { lists, gone, fresh }: Taking): boolean {
  const { rows, handfuls, byNumber } = holdings
  const folder = holdings.folder
  const names = putPeople(holdings, news.people)
  const claims = Map.groupBy(news.claims, (claim) => claim.card)
  for (const card of news.cards) {
    const before = holdings.reports[byNumber.get(card.report) ?? -1]
    if (before) {
      for (let row = before.from; row < before.from + before.count; row++) if (!has(rows, row, FLAG.gone)) gone.push(row)
      forgetHandfuls(holdings, byNumber.get(card.report)!)
    } else fresh.push(holdings.reports.length)
    putCard(holdings, card, claims.get(card.number) ?? [], lists)
  }
  for (const { report, start, telling } of news.handfuls) handfuls.set(figureName(byNumber.get(report)!, start), telling === 1)
  return names.length > 0 || folder !== holdings.folder || gone.length > 0
}

function forgetHandfuls({ handfuls }: Holdings, report: number): void {
  for (const name of handfuls.keys()) if (Math.floor(name / 2 ** 26) === report) handfuls.delete(name)
}

function takePlaces({ places }: Holdings, rows: readonly PlaceRow[]): void {
  for (const { id, json } of rows) places.set(id, JSON.parse(json) as PlaceFact)
}

const dropAll = ({ links }: Holdings, rows: readonly number[]): number[] => rows.flatMap((row) => dropLink(links, row) ?? [])

const putAll = ({ links, byNumber }: Holdings, rows: readonly FeedLink[]): number[] =>
  rows.flatMap((link) => putLink(links, link, (report) => byNumber.get(report)) ?? [])
