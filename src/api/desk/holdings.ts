import { oneLine } from '../../export/direction.ts'
import { folderOf, sharedFolder } from '../../export/privacy/portable.ts'
import type { Custody } from '../../ledger/derive.ts'
import type { FeedCard, FeedClaim } from '../../ledger/index.ts'
import { addToEveryone, type Everyone } from '../../ledger/private/names.ts'
import type { Place } from '../../model.ts'
import type { FactOptions } from '../../read/lexicon.ts'
import { type Dictionary, FLAG, makeDictionary, makeRows, mark, NO_DAY, NONE, type Rows, reserve } from './columns.ts'
import { isWithinMonth, yearOf } from './days.ts'
import { type LinkTable, makeLinks } from './links.ts'
import { makeNames, type Names } from './names.ts'
import { type Masking, makeTags, type Tags } from './tags.ts'

/** A report on the desk; its place in the list never changes. */
export interface HeldReport {
  key: string
  /** Its number in the ledger. */
  number: number
  path: string
  isFile: boolean
  /** Publication, days since 1970-01-01 with the time of day as the fraction. */
  moment: number | null
  isDated: boolean
  appearance: string
  outlet: number
  findings: number
  /** Its rows: from, and how many. */
  from: number
  count: number
}

/** What a ledger holds, in columns and lists. */
export interface Holdings {
  reports: HeldReport[]
  byNumber: Map<number, number>
  byKey: Map<string, number>
  rows: Rows
  links: LinkTable
  /** Dictionaries of the columns that hold plain words. */
  words: Record<PlainColumn, Dictionary>
  source: Tags
  outlet: Tags
  actor: Tags
  /** Lists of actors' tags, by the number in the column `actors`. */
  actorLists: number[][]
  /** Tags of custodians and of those they hold, by the number in the column `custody`. */
  custodies: { holder: number; patient: number }[]
  patient: Tags
  places: Map<string, PlaceFact>
  /** Names that gazetteers and registries give. */
  names: Names
  /** Counts under five, by report and place of the figure; true where the report alone makes them to be withheld. */
  handfuls: Map<number, boolean>
  masking: Masking
  /** Folder that all files lie in; null before the first. */
  folder: string | null
}

export const PLAIN = [
  ...(['type', 'modality', 'place', 'population', 'nationality', 'sex', 'age', 'unit', 'year', 'modifier', 'edtf', 'claim'] as const),
] as const
export type PlainColumn = (typeof PLAIN)[number]

/** A place as reports mention it. */
export type PlaceFact = Pick<Place, 'name' | 'lat' | 'lon' | 'kind'> & { text: string }

export function makeHoldings(pseudonym: (fullest: string) => string, facts: FactOptions): Holdings {
  const everyone: Everyone = new Map()
  const masking = { pseudonym, everyone }
  const tags = [makeTags(), makeTags(), makeTags(), makeTags()] as const
  for (const one of tags) one.mask(masking, [])
  return {
    ...{ reports: [], byNumber: new Map(), byKey: new Map(), rows: makeRows(), links: makeLinks() },
    words: Object.fromEntries(PLAIN.map((name) => [name, makeDictionary()])) as Holdings['words'],
    ...{ source: tags[0], outlet: tags[1], actor: tags[2], patient: tags[3] },
    ...{ actorLists: [], custodies: [], places: new Map(), names: makeNames(facts), handfuls: new Map(), masking, folder: null },
  }
}

/** Arabic name of a place; null where neither the gazetteer nor a report gives one. */
export function arabicPlace({ names, places }: Pick<Holdings, 'names' | 'places'>, id: string): string | null {
  const words = places.get(id)?.text
  return names.place(id) ?? (words ? oneLine(words) : null)
}

/** A place as lists show it. */
export const placeNamed = (holdings: Holdings, id: string): { id: string; name: string; nameAr: string | null } => ({
  ...{ id, name: holdings.places.get(id)?.name ?? id },
  nameAr: arabicPlace(holdings, id),
})

/** The one name of a source, wherever it is named: the registry's in Arabic, as reports are, else the fullest that any report gives it. */
export const sourceNamed = ({ names, source }: Holdings, value: number, open: boolean): string =>
  names.actor(source.values.at(value))?.ar ?? oneLine(source.name(value, open))

/** The name of a figure's place among all reports. Reports are shorter than 2^26 code units (64 MiB). */
export const figureName = (report: number, start: number): number => report * 2 ** 26 + start

/** Takes a card in with its claims; an earlier reading's rows are marked as gone. Returns the report's place in the list. */
export function putCard(holdings: Holdings, card: FeedCard, claims: readonly FeedClaim[], lists: Lists): number {
  const { reports, rows } = holdings
  const place = holdings.byNumber.get(card.report) ?? reports.length
  const before = reports[place]
  if (before) for (let row = before.from; row < before.from + before.count; row++) mark(rows, row, FLAG.gone, true)
  reports[place] = {
    ...{ key: card.id, number: card.report, path: card.path, isFile: card.file === 1, moment: card.moment, isDated: card.dated === 1 },
    ...{ appearance: card.appearance, outlet: holdings.outlet.put(card.outlet), findings: card.findings },
    ...{ from: rows.size, count: claims.length },
  }
  holdings.byNumber.set(card.report, place)
  holdings.byKey.set(card.id, place)
  if (card.file === 1) {
    const folder = folderOf(card.path)
    holdings.folder = holdings.folder === null ? folder : sharedFolder(holdings.folder, folder)
  }
  reserve(rows, claims.length)
  for (const claim of claims) putRow(holdings, place, claim, lists)
  return place
}

/** Dictionaries of what stands in the ledger as JSON: each is read once. */
export interface Lists {
  actors: Dictionary
  custody: Dictionary
}
export const makeLists = (): Lists => ({ actors: makeDictionary(), custody: makeDictionary() })

function putRow(holdings: Holdings, report: number, claim: FeedClaim, lists: Lists): void {
  const { rows, words } = holdings
  const row = rows.size++
  for (const name of ['type', 'modality', 'place', 'population', 'nationality', 'sex', 'age', 'unit', 'modifier', 'edtf', 'claim'] as const)
    rows[name][row] = words[name].put(claim[name])
  rows.report[row] = report
  rows.number[row] = claim.number
  rows.source[row] = holdings.source.put(claim.source)
  rows.outlet[row] = holdings.reports[report]!.outlet
  rows.actors[row] = actorsOf(holdings, claim.actors, lists)
  rows.custody[row] = custodyOf(holdings, claim.custody, lists)
  const [first, last] = daysIn(claim)
  rows.first[row] = first
  rows.last[row] = last
  rows.year[row] = words.year.put(yearOf(first, last))
  rows.start[row] = claim.start
  rows.sentence[row] = claim.sentence
  rows.measure[row] = NONE
  rows.min[row] = claim.min ?? Number.NaN
  rows.max[row] = claim.max ?? Number.NaN
  rows.flags[row] =
    (claim.figure ? FLAG.figure : 0) |
    (claim.headline ? FLAG.headline : 0) |
    (claim.voice === 2 ? FLAG.named : 0) |
    (claim.voice > 0 ? FLAG.chained : 0)
}

/** Days of a claim's time; an end that is open or unknown is no day. */
const daysIn = ({ first_day, last_day }: FeedClaim): [number, number] => [first_day ?? NO_DAY, last_day ?? NO_DAY]

function actorsOf({ actor, actorLists }: Holdings, json: string | null, { actors }: Lists): number {
  const id = actors.put(json)
  if (id === actorLists.length) actorLists.push((JSON.parse(json!) as string[]).map(actor.put))
  return id
}

function custodyOf({ actor, patient, custodies }: Holdings, json: string | null, { custody }: Lists): number {
  const id = custody.put(json)
  if (id === custodies.length) {
    const held = JSON.parse(json!) as Custody
    custodies.push({
      holder: actor.put(held.holder ? JSON.stringify(held.holder) : null),
      patient: patient.put(held.patient ? JSON.stringify(held.patient) : null),
    })
  }
  return id
}

/** Whether a row belongs to a month, as the timeline counts it. */
export const inMonth = ({ first, last }: Rows, row: number): boolean => isWithinMonth(first[row]!, last[row]!)

/** Takes names of private people in; returns those that were not known, and masks values that hold them. */
export function putPeople(holdings: Holdings, people: readonly { words: string; fullest: string }[]): string[] {
  const { masking } = holdings
  const fresh = people.filter(({ words, fullest }) =>
    addToEveryone(masking.everyone, { words: words.split(' '), fullest, pseudonym: masking.pseudonym(fullest) }),
  )
  const names = fresh.map((one) => one.words)
  if (names.length > 0) for (const tags of [holdings.source, holdings.outlet, holdings.actor, holdings.patient]) tags.mask(masking, names)
  return names
}
