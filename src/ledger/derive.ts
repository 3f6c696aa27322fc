import { reportKey } from '../link/key.ts'
import { momentOf } from '../link/when.ts'
import type { Claim, Reading, Span } from '../model.ts'
import { overlaps } from '../text/spans.ts'
import { appearanceOf } from './appearance.ts'
import { flat, type OriginKeys, originKeyOf, originKeys } from './origins.ts'
import { isHandful, tellingCounts } from './private/counts.ts'
import { nameWords } from './private/names.ts'
import type { OwnVeil } from './private/own.ts'
import type { CardRow, FacetColumns, HandfulRow, PersonRow, PlaceRow } from './schema.ts'
import { sentenceAt, sentencesOf } from './sentences.ts'

/**
 * A value with its name, as it may leave and, where that differs, as it stands in the report. What is private in the first two is sealed
 * (see `private/own.ts`). `shields`: public names in it that are not another report's private people; 1 where all of it is one.
 */
export type Tag = [key: string, name: string, openKey?: string | null, openName?: string | null, shields?: 1 | string[]]

/** Who holds whom, in one claim: the custodian, and whom where no figure says it. */
export interface Custody {
  holder?: Tag
  patient?: Tag
}

/** What the desk asks for of one report besides its claims' own rows. */
export interface Derived {
  card: Omit<CardRow, 'number' | 'report' | 'sentences'>
  /** One a claim, in order; `sentence` is an index into `sentences`. */
  facets: FacetColumns[]
  sentences: Span[]
  people: Omit<PersonRow, 'report'>[]
  handfuls: Omit<HandfulRow, 'report'>[]
  places: PlaceRow[]
}

/** Derives from a reading what lists, filters and counts go by. It depends on the reading alone. */
export function deriveFrom(reading: Reading, veil: OwnVeil): Derived {
  const { report, mentions, claims, findings } = reading
  const around = sentencesOf(reading)
  const sentences = new Map<string, number>()
  const spans: Span[] = []
  const numberOf = (evidence: Span): number => {
    const span = sentenceAt(around, evidence)
    const name = `${span.start} ${span.end}`
    if (!sentences.has(name)) sentences.set(name, spans.push(span) - 1)
    return sentences.get(name)!
  }
  const telling = tellingCounts(reading)
  const local = { local: `report ${reportKey(reading).slice(0, 12)}` }
  const context: Context = { reading, veil, open: originKeys(reading, local), keys: originKeys(reading, { ...local, hide: veil.hide }) }
  return {
    card: {
      claims: claims.length,
      findings: findings.length,
      outlet: report.outlet ? write(tagOf(report.outlet.actor, report.outlet.name, veil)) : null,
      moment: momentOf(report.published?.edtf),
      dated: report.published ? 1 : 0,
      appearance: appearanceOf(reading),
      file: report.source.path === undefined ? 0 : 1,
    },
    facets: claims.map((claim) => facetsOf(claim, numberOf(claim.evidence), context)),
    sentences: spans,
    people: [...new Map(veil.people.map(({ words, fullest }) => [words.join(' '), { words: words.join(' '), fullest }])).values()],
    handfuls: mentions.quantities.filter(isHandful).map(({ id, start }) => ({ start, telling: telling.has(id) ? 1 : 0 })),
    places: [...new Map(mentions.places.map((one) => [one.place, one])).values()].map(({ place, name, lat, lon, kind, start, end }) => ({
      id: place,
      json: JSON.stringify({ text: report.text.slice(start, end), name, lat, lon, kind }),
    })),
  }
}

interface Context {
  reading: Reading
  veil: OwnVeil
  /** Keys of origins as they stand in the report, and with what is private hidden. */
  open: OriginKeys
  keys: OriginKeys
}

function facetsOf(claim: Claim, sentence: number, context: Context): FacetColumns {
  const { reading, veil } = context
  const quantity = reading.mentions.quantities.find((one) => one.id === claim.figure)
  const actors = actorsIn(claim, reading).map(({ actor, name }) => tagOf(actor, name, veil))
  const custody = custodyOf(claim, context)
  return {
    sentence,
    sex: quantity?.counted?.sex ?? null,
    age: quantity?.counted?.age ?? null,
    nationality: quantity?.counted?.nationality ?? null,
    headline: quantity && reading.report.blocks.some((block) => block.kind === 'title' && overlaps(block, quantity)) ? 1 : 0,
    voice: claim.chain.some((hop) => hop.named) ? 2 : claim.chain.length > 0 ? 1 : 0,
    source: claim.origin ? write(sourceOf(claim.origin, context)) : null,
    actors: actors.length > 0 ? JSON.stringify([...new Set(actors.map(write))]) : null,
    custody: custody ? JSON.stringify(custody) : null,
  }
}

const write = (tag: Tag): string => JSON.stringify(tag)

/** An actor or outlet: by its id, else by its name. The id of one whose name is hidden would name them. */
function tagOf(actor: string | undefined, name: string, veil: OwnVeil): Tag {
  const key = actor ?? `name:${flat(name)}`
  const hidden = veil.hide(name)
  return hidden === name ? shielded([key, name], veil) : [veil.seal(`name:${flat(hidden)}`), veil.seal(hidden), key, name]
}

function sourceOf(origin: NonNullable<Claim['origin']>, { veil, open, keys }: Context): Tag {
  const openKey = originKeyOf(origin, open)
  const hidden = veil.hide(origin.name)
  const key = originKeyOf(hidden === origin.name ? origin : { name: hidden }, keys)
  if (hidden === origin.name && key === openKey) return shielded([key, origin.name], veil)
  return [veil.seal(key), veil.seal(hidden), openKey, origin.name]
}

function shielded([key, name]: Tag, veil: OwnVeil): Tag {
  const shields = veil.shields(name)
  if (shields.length === 0) return [key, name]
  return [key, name, null, null, shields[0] === nameWords(name).join(' ') ? 1 : shields]
}

/** Actors that stand in a claim's roles or give and receive in it. */
function actorsIn({ roles, legs = [] }: Claim, { mentions }: Reading): Reading['mentions']['actors'] {
  const ids = new Set([...Object.values(roles), ...legs.flatMap(({ giver, receiver }) => [giver, receiver])])
  return mentions.actors.filter((one) => ids.has(one.id))
}

const HELD: readonly string[] = ['hold', 'camp-population']

/** Whether a claim says who is held, as the dossier's custody table asks it: with a number of people, a name or a custodian. */
function custodyOf(claim: Claim, { reading, veil }: Context): Custody | null {
  const { type, modality, roles, figure } = claim
  if (modality !== 'actual' && modality !== 'generic') return null
  const { actors, places, quantities } = reading.mentions
  const actor = (id: string | undefined) => actors.find((one) => one.id === id)
  const isNamed = (id: string | undefined): boolean => actor(id) !== undefined || places.some((one) => one.id === id)
  const holder =
    type === 'transfer'
      ? (actor(roles.to) ?? actor(roles.custodian))
      : (actor(roles.custodian) ?? (type === 'hold' ? actor(roles.agent) : undefined))
  const isCounted = quantities.some((one) => one.id === figure && one.unit === 'person')
  if (!HELD.includes(type) && !(type === 'transfer' && holder)) return null
  if (!isCounted && !isNamed(roles.custodian) && !isNamed(roles.patient)) return null
  const patient = actor(roles.patient) ?? places.find((one) => one.id === roles.patient)
  return {
    ...(holder ? { holder: tagOf(holder.actor, holder.name, veil) } : {}),
    ...(patient ? { patient: tagOf(undefined, patient.name, veil) } : {}),
  }
}
