import { findContacts } from '../../ledger/private/contacts.ts'
import { SMALL, smallCounts } from '../../ledger/private/counts.ts'
import { applyEdits, type Edit, type Edited } from '../../ledger/private/edits.ts'
import { type Everyone, everyonesNames, findNames, type NameIndex, ownNames, type Person, peopleOf } from '../../ledger/private/names.ts'
import { pathOf } from '../../link/key.ts'
import type { Claim, ComparisonLink, Finding, Hop, Link, Quantity, Reading, Span } from '../../model.ts'
import { overlaps } from '../../text/spans.ts'
import { populationLabel } from '../figures.ts'
import { type Lang, labels } from '../messages/index.ts'
import { type Bundle, portable } from './portable.ts'
import { pseudonyms } from './pseudonym.ts'

/** A reading as it leaves the ledger, with what was withheld from it. */
export interface ProtectedReading extends Reading {
  masked: { people: number; contacts: number; counts: number }
}

export interface ProtectedBundle extends Bundle {
  readings: ProtectedReading[]
}

/** What masking must know of the rest of a ledger where only some of its reports are at hand. */
export interface Surroundings {
  /** Full names of the private people of all reports. */
  everyone: Everyone
  /** Length of the folder name that all reports' paths begin with. */
  cut: number
  /** Ids of the quantities that are withheld of the reading at an index, those that comparisons carry there among them. */
  small: (index: number) => ReadonlySet<string>
}

/**
 * Rule 9, in one place: everything that leaves a ledger goes through here. Private people become pseudonyms wherever their names stand,
 * contact and payment details are withheld, and small counts that could point at one person are generalised.
 * The text changes, so all spans move with it; offsets of the original stay in the ledger.
 *
 * The readings are all there are, unless `surroundings` tell of the others: then a report comes out as it would among all of them.
 *
 * @param options `key` makes the pseudonyms: the ledger's own ({@link ledgerKey}).
 * @example protect(readings, links, { key }).readings[0]?.masked // { people: 2, contacts: 1, counts: 0 }
 */
export function protect(
  readings: readonly Reading[],
  links: readonly Link[],
  options: { key: string; surroundings?: Surroundings },
): ProtectedBundle {
  const bundle = portable(readings, links, options.surroundings?.cut)
  const veils = veilsFor(bundle, options)
  const byPath = new Map(bundle.readings.map((reading) => [pathOf(reading), veils.get(reading)!]))
  return {
    readings: bundle.readings.map((reading) => veilReading(reading, veils.get(reading)!)),
    links: bundle.links.map((link) => veilLink(link, byPath)),
  }
}

/** What is done to one report. */
interface Veil {
  edited: Edited
  /** Masks a text that stands outside `report.text`: the title, a name, a message. */
  words: (text: string) => string
  small: ReadonlySet<string>
  /** Whether a span of the original text holds a withheld count. */
  hides: (span: Span) => boolean
  counts: ProtectedReading['masked']
}

function veilsFor(bundle: Bundle, options: { key: string; surroundings?: Surroundings }): Map<Reading, Veil> {
  const { readings } = bundle
  const pseudonym = pseudonyms(options.key)
  const people = new Map(readings.map((reading) => [reading, peopleOf(reading, pseudonym)]))
  const { everyone, small } = options.surroundings ?? surroundingsOf(bundle, [...people.values()].flat())
  const namesOf = (reading: Reading): NameIndex => ({ own: ownNames(reading, people.get(reading)!), everyone })
  return new Map(readings.map((reading, i) => [reading, veilFor(reading, namesOf(reading), small(i))]))
}

function surroundingsOf({ readings, links }: Bundle, people: readonly Person[]): Pick<Surroundings, 'everyone' | 'small'> {
  const byPath = new Map(readings.map((reading) => [pathOf(reading), reading]))
  const small = smallCounts(readings, links, (path) => byPath.get(path))
  return { everyone: everyonesNames(people), small: (index) => small.get(readings[index]!)! }
}

const langOf = (reading: Reading): Lang => (reading.report.language.startsWith('ar') ? 'ar' : 'en')

function veilFor(reading: Reading, names: NameIndex, small: ReadonlySet<string>): Veil {
  const t = labels(langOf(reading))
  const counts = reading.mentions.quantities.filter((q) => small.has(q.id))
  const withheld = counts.map((q): Edit => ({ start: q.start, end: q.end, text: countMask(q, langOf(reading)) }))
  const repeated = new Map(counts.map((q) => [reading.report.text.slice(q.start, q.end), countMask(q, langOf(reading))]))
  const contacts = (text: string): Edit[] => findContacts(text).map(({ kind, start, end }) => ({ start, end, text: t(`mask.${kind}`) }))
  const editsOf = (text: string): { people: Edit[]; contacts: Edit[]; counts: Edit[] } => ({
    people: findNames(text, names),
    contacts: contacts(text),
    counts: occurrences(text, repeated),
  })
  const found = editsOf(reading.report.text)
  const all = (e: ReturnType<typeof editsOf>): Edit[] => [...e.people, ...e.contacts, ...e.counts]
  return {
    edited: applyEdits(reading.report.text, [...all(found), ...withheld]),
    words: remembered((text) => applyEdits(text, all(editsOf(text))).text),
    small,
    hides: (span) => counts.some((q) => overlaps(q, span)),
    counts: { people: found.people.length, contacts: found.contacts.length, counts: counts.length },
  }
}

/** The same names and messages come up again and again in claims and links. */
function remembered(mask: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const masked = known.get(text) ?? mask(text)
    known.set(text, masked)
    return masked
  }
}

const countMask = (q: Quantity, lang: Lang): string =>
  labels(lang)('mask.count', { limit: String(SMALL), population: populationLabel(q.counted?.of ?? 'people', labels(lang)) })

/** The words of a withheld count wherever else they stand: the title, a repeated paragraph, a caption. */
function occurrences(text: string, masks: ReadonlyMap<string, string>): Edit[] {
  const edits: Edit[] = []
  for (const [words, mask] of masks) {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const cutsWord = isLetter(text[at - 1]) || isLetter(text[at + words.length])
      if (!cutsWord) edits.push({ start: at, end: at + words.length, text: mask })
    }
  }
  return edits
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /\p{L}/u.test(char)

function veilReading(reading: Reading, veil: Veil): ProtectedReading {
  const { move } = veil.edited
  return {
    ...reading,
    report: veilReport(reading, veil),
    mentions: veilMentions(reading, veil),
    statements: reading.statements.map((s) => ({ ...move(s), chain: s.chain.map((hop) => veilHop(hop, veil)) })),
    claims: reading.claims.map((claim) => ({
      ...claim,
      chain: claim.chain.map((hop) => veilHop(hop, veil)),
      origin: veilOrigin(claim.origin, veil),
      evidence: move(claim.evidence),
    })),
    findings: reading.findings.map((finding) => veilFinding(reading, finding, veil)),
    warnings: reading.warnings.map((w) => ({ ...w, message: veil.words(w.message) })),
    masked: veil.counts,
  }
}

function veilReport({ report }: Reading, { edited, words }: Veil): Reading['report'] {
  const { move } = edited
  const moveDate = <T extends { span?: Span }>(date: T | null): T | null => (date?.span ? { ...date, span: move(date.span) } : date)
  return {
    ...report,
    source: {
      ...report.source,
      ...(report.source.path === undefined ? {} : { path: words(report.source.path) }),
    },
    title: report.title === null ? null : words(report.title),
    outlet: report.outlet && { ...report.outlet, name: words(report.outlet.name) },
    credits: report.credits.map((credit) => ({ ...credit, text: words(credit.text), span: move(credit.span) })),
    byline: report.byline === null ? null : words(report.byline),
    published: moveDate(report.published),
    updated: moveDate(report.updated),
    text: edited.text,
    blocks: report.blocks.map(move),
  }
}

function veilMentions({ mentions }: Reading, veil: Veil): Reading['mentions'] {
  const { move } = veil.edited
  return {
    quantities: mentions.quantities.map((q) => veilQuantity(q, veil)),
    times: mentions.times.map(move),
    places: mentions.places.map(move),
    actors: mentions.actors.map((actor) => {
      const name = veil.words(actor.name)
      const { actor: id, ...rest } = move(actor)
      // A masked person's id in the registry would name them.
      return {
        ...rest,
        name,
        ...(id === undefined || name !== actor.name ? {} : { actor: id }),
        ...(name !== actor.name ? { private: true as const } : {}),
      }
    }),
  }
}

function veilQuantity(quantity: Quantity, { edited, small, words }: Veil): Quantity {
  const moved = edited.move(quantity)
  const counted = moved.counted && { ...edited.move(moved.counted), text: words(moved.counted.text) }
  const shown = { ...moved, ...(counted ? { counted } : {}), ...(moved.per ? { per: edited.move(moved.per) } : {}) }
  if (!small.has(quantity.id)) return shown
  const span = { start: moved.start, end: moved.end }
  return {
    ...shown,
    min: null,
    max: SMALL,
    modifier: 'less-than',
    ...(counted ? { counted: { ...counted, ...span, text: counted.of } } : {}),
  }
}

function veilHop(hop: Hop, { edited, words }: Veil): Hop {
  const text = words(hop.text)
  const { actor, ...moved } = { ...edited.move(hop), text, ...(hop.cue ? { cue: edited.move(hop.cue) } : {}) }
  return actor === undefined || /person-[0-9a-f]{8}/u.test(text) ? moved : { ...moved, actor }
}

/** A masked source's id in the registry would name it. */
function veilOrigin(origin: Claim['origin'], { words }: Veil): Claim['origin'] {
  const name = origin ? words(origin.name) : ''
  return origin && (name === origin.name ? origin : { name })
}

function veilFinding(reading: Reading, finding: Finding, veil: Veil): Finding {
  const evidence = finding.evidence.map((span) => veil.edited.move(span))
  const claimed = reading.claims.filter((c) => finding.claims?.includes(c.id)).map((c) => c.figure ?? '')
  const reveals = claimed.some((id) => veil.small.has(id)) || finding.evidence.some(veil.hides)
  if (reveals) return { ...finding, evidence, message: { ar: labels('ar')('mask.finding'), en: labels('en')('mask.finding') } }
  return { ...finding, evidence, message: { ar: veil.words(finding.message.ar), en: veil.words(finding.message.en) } }
}

function veilLink(link: Link, byPath: ReadonlyMap<string, Veil>): Link {
  const [a, b] = [byPath.get(link.a.path), byPath.get(link.b.path)]
  if (!a || !b) return link
  const [pathA, pathB] = [a.words(link.a.path), b.words(link.b.path)]
  if (link.kind === 'copy') {
    const passages = link.passages.map((p) => ({ a: a.edited.move(p.a), b: b.edited.move(p.b) }))
    return { ...link, a: { path: pathA }, b: { path: pathB }, passages }
  }
  return { ...link, a: { ...a.edited.move(link.a), path: pathA }, b: { ...b.edited.move(link.b), path: pathB }, why: veilWhy(link, a, b) }
}

/** A comparison's sentence quotes both figures: it is withheld with either of them. */
function veilWhy(link: ComparisonLink, a: Veil, b: Veil): ComparisonLink['why'] {
  if (a.hides(link.a) || b.hides(link.b)) return { ar: labels('ar')('mask.comparison'), en: labels('en')('mask.comparison') }
  return { ar: b.words(a.words(link.why.ar)), en: b.words(a.words(link.why.en)) }
}
