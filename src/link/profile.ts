import type { Reading } from '../model.ts'
import { type Document, makeDocument } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { type Token, tokenize } from '../text/tokens.ts'
import { type Figure, figuresOf } from './figures.ts'
import { hashText } from './hash.ts'
import { pathOf, reportKey } from './key.ts'
import { KIND } from './keys.ts'
import { fingerprintsOf, type Prints, storyBandsOf } from './sketch.ts'
import { daysOf, momentOf } from './when.ts'
import { hashesOf, isContent, looseStem, stemOf } from './words.ts'

/** What the linker keeps of one report: its prose as word hashes, its figures, its date, what it is about. Made from one reading alone. */
export interface Profile {
  key: string
  path: string
  /** Hash of each word of the prose, its span in the text, and the sentence it stands in. */
  words: Uint32Array
  starts: Uint32Array
  ends: Uint32Array
  sentences: Uint32Array
  /** Fingerprints; their hashes are keys of the index. */
  prints: Prints
  /** Hash of the outlet; 0 where unknown. */
  outlet: number
  /** Hash of what the report is most about; copies of one story mostly share it, unrelated reports mostly do not. */
  story: number
  /** Publication: days since 1970-01-01 with the time of day as the fraction; null where unknown. */
  moment: number | null
  /** Day of the report, since 1970-01-01: of its publication, else the last day its claims name; null where neither is known. */
  day: number | null
  /** Stems of the title and the first sentences, and of all the prose. */
  lead: ReadonlySet<number>
  stems: ReadonlySet<number>
  /** The stems in ascending order, for counting those of two reports at a glance. */
  sorted: Uint32Array
  /** Places and actors by weight, the weightiest first: `p:…`, `a:…`. */
  names: readonly string[]
  /** Bands of what a report with figures is about: lax ones for reports without a date, strict ones for those of one time. */
  about: { lax: Float64Array; strict: Float64Array }
  /** Agencies and papers the whole report is credited to. */
  credits: ReadonlySet<string>
  /** For each source: who carried it to this report somewhere in it. */
  carriers: ReadonlyMap<string, ReadonlySet<string>>
  figures: readonly Figure[]
}

/** Code units that stand for a report that has neither names nor a title. */
const TOPIC_REACH = 60

/** Sentences after the title that tell what a report is about. */
const LEAD_SENTENCES = 3

/**
 * Prepares a reading for linking.
 *
 * @example const profile = profileOf(readReport(acquired))
 */
export function profileOf(reading: Reading): Profile {
  const { report } = reading
  const document = makeDocument(report.text, report.blocks)
  const tokens = document.tokens.filter((token) => token.kind !== 'punct')
  const leadEnd = leadTokens(document)
  const names = namesOf(reading, document.tokens[leadEnd]?.end ?? 0)
  const lead = stemSet(document.tokens.slice(0, leadEnd + 1))
  const stems = stemSet(tokens)
  const figures = figuresOf(reading, document)
  const words = Uint32Array.from(tokens, (token) => hashesOf(token.form).word)
  return {
    key: reportKey(reading),
    path: pathOf(reading),
    words,
    starts: Uint32Array.from(tokens, (token) => token.start),
    ends: Uint32Array.from(tokens, (token) => token.end),
    sentences: Uint32Array.from(tokens, (token) => document.sentenceOf[token.index]!),
    prints: fingerprintsOf(words, KIND.print, breaksOf(document, tokens)),
    outlet: report.outlet ? hashText(report.outlet.actor ?? fold(report.outlet.name)) || 1 : 0,
    story: hashText(names[0] ?? fold(report.title ?? report.text.slice(0, TOPIC_REACH))),
    moment: momentOf(report.published?.edtf),
    day: dayOf(reading),
    lead,
    stems,
    sorted: Uint32Array.from(stems).sort(),
    names,
    about: figures.length === 0 ? NOTHING : aboutOf(lead, names),
    credits: new Set(report.credits.map((one) => sourceKey(one.actor, one.text))),
    carriers: carriersOf(reading),
    figures,
  }
}

/** Names of a report under which its figures are looked up, the weightiest first. */
const NAMES = 16
export const topNames = (profile: Pick<Profile, 'names'>): readonly string[] => profile.names.slice(0, NAMES)

const NOTHING: Profile['about'] = { lax: new Float64Array(), strict: new Float64Array() }

/** Bands of a report's lead and names (see {@link storyBandsOf}). */
function aboutOf(lead: ReadonlySet<number>, names: readonly string[]): Profile['about'] {
  const items = [...lead, ...topNames({ names }).map((name) => hashText(name))]
  return { lax: storyBandsOf(items, KIND.story, 16, 2), strict: storyBandsOf(items, KIND.near, 16, 3) }
}

function dayOf(reading: Reading): number | null {
  const published = daysOf(reading.report.published?.edtf)
  if (published) return published.first
  const named = reading.claims.map((claim) => daysOf(claim.time?.edtf)).filter((days) => days !== null && days.last - days.first < MONTH)
  return named.length > 0 ? Math.max(...named.map((days) => days!.last)) : null
}

/** Claims dated to a longer period do not date an undated report. */
const MONTH = 31

/** Hashes of the stems of the content words among tokens. */
export function stemSet(tokens: Iterable<Token>): Set<number> {
  const stems = new Set<number>()
  for (const token of tokens) {
    const stem = token.kind === 'word' ? hashesOf(token.form).stem : null
    if (stem !== null) stems.add(stem)
  }
  return stems
}

/** Which words begin a paragraph. */
const breaksOf = (document: Document, tokens: readonly Token[]): number[] => {
  const paragraphOf = (token: Token): number => document.sentences[document.sentenceOf[token.index]!]!.paragraph
  return [...tokens.keys()].filter((i) => i === 0 || paragraphOf(tokens[i]!) !== paragraphOf(tokens[i - 1]!))
}

/** Index of the last token of the title and the first sentences; -1 in an empty report. */
function leadTokens(document: Document): number {
  const body = document.sentences.findIndex((sentence) => sentence.block === 'body')
  return document.sentences[Math.min(document.sentences.length, Math.max(0, body) + LEAD_SENTENCES) - 1]?.last ?? -1
}

/** What a name weighs besides each mention: for standing in the lead, and for being where a figure belongs. */
const IN_LEAD = 3
const OF_FIGURE = 2
/** A report with fewer names than this is looked up by its title too: titles' words are common, and bring many together. */
const NAMED = 2

function namesOf(reading: Reading, leadEnd: number): string[] {
  const weights = new Map<string, number>()
  const inLead = new Set<string>()
  const mention = (name: string, start: number): void => {
    const first = start < leadEnd && !inLead.has(name)
    if (first) inLead.add(name)
    weights.set(name, (weights.get(name) ?? 0) + 1 + (first ? IN_LEAD : 0))
  }
  for (const place of reading.mentions.places) {
    if (place.dateline) continue
    mention(`p:${place.place}`, place.start)
    // One name may be read as a city here and as its governorate there.
    mention(`s:${stemOf(fold(reading.report.text.slice(place.start, place.end)))}`, place.start)
  }
  for (const actor of reading.mentions.actors) if (actor.type !== 'outlet') mention(`a:${actor.actor ?? fold(actor.name)}`, actor.start)
  for (const { place, figure } of reading.claims)
    if (place && figure) weights.set(`p:${place.place}`, (weights.get(`p:${place.place}`) ?? 0) + OF_FIGURE)
  // A report that names next to nothing is also found by the words of its title.
  if (weights.size < NAMED) for (const stem of titleStems(reading)) weights.set(`w:${stem}`, weights.get(`w:${stem}`) ?? 0)
  return [...weights].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).map(([name]) => name)
}

const titleStems = (reading: Reading): string[] =>
  tokenize(reading.report.title ?? '')
    .filter((token) => token.kind === 'word' && isContent(token.form))
    .map((token) => looseStem(token.form))

/** The key by which a named source is the same in two reports: its id in the registry, else its name folded to stems. */
export const sourceKey = (actor: string | undefined, text: string): string =>
  actor ??
  `~${fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(stemOf)
    .join(' ')}`

function carriersOf(reading: Reading): Map<string, Set<string>> {
  const carriers = new Map<string, Set<string>>()
  for (const { chain } of [...reading.statements, ...reading.claims]) {
    const named = chain.filter((hop) => hop.named).map((hop) => sourceKey(hop.actor, hop.text))
    named.forEach((source, i) => {
      const known = carriers.get(source) ?? new Set<string>()
      for (const carrier of named.slice(0, i)) known.add(carrier)
      carriers.set(source, known)
    })
  }
  return carriers
}
