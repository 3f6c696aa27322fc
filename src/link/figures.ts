import type { Claim, Hop, Modality, Modifier, Place, Quantity, Reading } from '../model.ts'
import type { Document } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { contains } from '../text/spans.ts'
import type { Token } from '../text/tokens.ts'
import { sourceKey, stemSet } from './profile.ts'
import { type Days, daysOf } from './when.ts'
import { hasAny, stemOf } from './words.ts'

/** A figure of one report with what decides whether another report's figure measures the same. */
export interface Figure {
  start: number
  end: number
  text: string
  min: number | null
  max: number | null
  modifier: Modifier
  unit: string
  /** What is counted: a population, or a plain noun. */
  of: string
  sex?: string
  age?: string
  affiliation?: string
  nationality?: string
  type: string
  modality: Modality
  edtf: string | null
  days: Days | null
  place: (Pick<Place, 'place' | 'lat' | 'lon' | 'kind'> & { /** Stem of the words that name it. */ word: string }) | null
  /** Stems of the clause it stands in, and of that sentence with the one before it: a toll often refers back. */
  stems: ReadonlySet<number>
  context: ReadonlySet<number>
  /** Names in the clause. */
  names: ReadonlySet<string>
  /** It stands beside one who is not counted in it ('the commander with seven men'). */
  beside: boolean
  /** It counts a part of a number given before ('among them'). */
  among: boolean
  /** It counts those given in return, and who gives them where the exchange says so. */
  returned: boolean
  giver: string | null
  /** It counts one batch of several. */
  batch: boolean
  title: boolean
  /** Keys of the named sources from the outlet to the origin, and whether any source at all is named or meant. */
  hops: readonly string[]
  cued: boolean
  /** Unnamed sources stand behind the last named one: who they are, and whether others had it from them too, is not known. */
  opaque: boolean
  /** Source as people call it; null where the outlet speaks for itself. */
  source: string | null
}

/** Figures of a reading, each with its claim; a figure without a claim is of type `other`. */
export function figuresOf(reading: Reading, document: Document): Figure[] {
  const claims = new Map(reading.claims.filter((claim) => claim.figure).map((claim) => [claim.figure, claim]))
  return reading.mentions.quantities.flatMap((quantity) => {
    const at = tokenAt(document.tokens, quantity.start)
    return at < 0 ? [] : [figureOf(reading, document, quantity, claims.get(quantity.id), at)]
  })
}

function figureOf(reading: Reading, document: Document, quantity: Quantity, claim: Claim | undefined, at: number): Figure {
  const { start, end, min, max, modifier, unit, counted } = quantity
  const sentence = document.sentences[document.sentenceOf[at]!]!
  const clause = claim && contains(sentence, claim.evidence) ? claim.evidence : sentence
  const inside = document.tokens.slice(sentence.first, sentence.last + 1).filter((token) => contains(clause, token))
  return {
    ...{ start, end, min, max, modifier, unit, text: reading.report.text.slice(start, end).replace(/\s+/gu, ' ') },
    of: counted?.of ?? unit,
    ...{ sex: counted?.sex, age: counted?.age, affiliation: counted?.affiliation, nationality: counted?.nationality },
    type: claim?.type ?? 'other',
    modality: claim?.modality ?? 'actual',
    edtf: claim?.time?.edtf ?? null,
    days: daysOf(claim?.time?.edtf),
    place: placeOf(reading, claim),
    stems: stemSet(inside),
    context: stemSet(document.tokens.slice((document.sentences[sentence.index - 1] ?? sentence).first, sentence.last + 1)),
    names: namesIn(reading, clause),
    ...cuesOf(document.tokens, at, end),
    giver: giverOf(reading, claim),
    batch: hasAny(
      inside.map((token) => token.form),
      'batch',
    ),
    title: sentence.block === 'title',
    ...sourcesOf(reading, claim?.chain ?? []),
  }
}

/** Index of the first token that ends after an offset and stands at it; -1 where the offset is not in the prose. */
function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (tokens[mid]!.end <= offset) low = mid + 1
    else high = mid
  }
  const token = tokens[low]
  return token && token.start <= offset ? low : -1
}

function placeOf(reading: Reading, claim: Claim | undefined): Figure['place'] {
  const wanted = claim?.place
  if (!wanted) return null
  const mention =
    reading.mentions.places.find((one) => one.id === wanted.mention) ?? reading.mentions.places.find((one) => one.place === wanted.place)
  if (!mention) return null
  const word = stemOf(fold(reading.report.text.slice(mention.start, mention.end)))
  return { place: mention.place, lat: mention.lat, lon: mention.lon, kind: mention.kind, word }
}

function namesIn(reading: Reading, clause: { start: number; end: number }): Set<string> {
  const names = new Set<string>()
  for (const one of reading.mentions.places) if (contains(clause, one)) names.add(`p:${one.place}`)
  for (const one of reading.mentions.actors) if (contains(clause, one)) names.add(`a:${one.actor ?? one.name}`)
  return names
}

/** Words before and after a number within which a cue belongs to it. */
const REACH = 3

function cuesOf(tokens: readonly Token[], at: number, end: number): Pick<Figure, 'beside' | 'among' | 'returned'> {
  const last = tokens.findIndex((token, i) => i >= at && token.end >= end)
  const until = last < 0 ? at : last
  const form = (token: Token): string => token.form
  const before = tokens.slice(Math.max(0, at - REACH), at).map(form)
  const inside = tokens.slice(at, until + 1).map(form)
  const after = tokens.slice(until + 1, until + 1 + REACH).map(form)
  return {
    beside: hasAny(before.slice(-2), 'beside') || hasAny([...inside, ...after.slice(0, 1)], 'others'),
    returned: hasAny(before, 'return'),
    among: hasAny(before, 'among') || hasAny([...inside.slice(1), ...after.slice(0, 2)], 'of'),
  }
}

/** Who gives the people that a figure of an exchange counts. */
function giverOf({ mentions }: Reading, claim: Claim | undefined): string | null {
  const leg = claim?.legs?.find(({ figures }) => figures.includes(claim.figure ?? ''))
  const giver = leg && mentions.actors.find(({ id }) => id === leg.giver)
  return giver ? (giver.actor ?? fold(giver.name)) : null
}

const sourcesOf = (reading: Reading, chain: readonly Hop[]): Pick<Figure, 'hops' | 'cued' | 'opaque' | 'source'> => ({
  hops: chain.filter((hop) => hop.named).map((hop) => sourceKey(hop.actor, hop.text)),
  cued: chain.length > 0,
  opaque: chain.at(-1)?.named === false,
  source: chain.length > 0 ? nameOf(reading, chain.findLast((hop) => hop.named) ?? chain.at(-1)!) : null,
})

/** A source by the fullest name the report gives it: 'the newspaper' tells a reader of two reports nothing. */
function nameOf(reading: Reading, hop: Hop): string {
  const texts = reading.mentions.actors
    .filter((one) => hop.actor !== undefined && one.actor === hop.actor)
    .map((one) => reading.report.text.slice(one.start, one.end).replace(/\s+/gu, ' '))
  return [hop.text, ...texts].reduce((best, text) => (text.split(' ').length > best.split(' ').length ? text : best))
}
