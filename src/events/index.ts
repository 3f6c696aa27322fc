import { z } from 'zod'
import { IsnadError } from '../errors.ts'
import { conjugate } from '../lang/ar/conjugate.ts'
import { inflectNoun } from '../lang/ar/inflect.ts'
import { listData, loadData } from '../lang/data.ts'
import type { EntryWithForms, Features, FormOf, Pos } from '../lang/lexicon.ts'
import { Bilingual, EVENT_TYPES, EventType, type Roles } from '../model.ts'
import { fold, foldPhrase } from '../text/fold.ts'

const Words = z.array(z.string())
const VerbParts = z.strictObject({ past: z.string(), present: z.string(), short: z.string().optional() })
const State = z.strictObject({ singular: z.string(), plural: z.string().optional(), feminine: z.boolean().optional() })
const Patient = z.enum(['subject', 'object', 'an', 'ala', 'bi', 'li'])
const RoleFinder = z.enum([
  'subject',
  'undergoer',
  'object',
  'by',
  'possessor',
  'an',
  'ala',
  'from',
  'to',
  'with',
  'between-first',
  'between-second',
  'custody',
  'via',
  'counterpart',
  'instrument',
  'price',
])
/** How a role is found: the words of Arabic grammar, not of an event. */
export type RoleFinder = z.infer<typeof RoleFinder>

const RawTrigger = z.strictObject({
  id: z.string(),
  patient: Patient.default('object'),
  verbs: z.array(VerbParts).default([]),
  masdars: Words.default([]),
  states: z.array(State).default([]),
  idioms: Words.default([]),
  except: Words.default([]),
  with: Words.optional(),
  near: Words.optional(),
  /** Words after the trigger among which its companion may stand, where an idiom opens that far ('لقي … مصرعهم'). */
  reach: z.number().int().positive().optional(),
  without: Words.optional(),
  of: z.array(z.string()).optional(),
  weak: z.boolean().default(false),
  open: z.boolean().default(true),
  adjacent: z.boolean().default(false),
  negated: z.boolean().default(false),
  /** A noun that counts only as the figure's own. */
  own: z.boolean().default(false),
  past_only: z.boolean().default(false),
  /** Idioms that say in what state people are, as a noun does (المفرج عنهم). */
  stative: z.boolean().default(false),
  modality: z.enum(['demanded']).optional(),
})
/** What makes figures of two reports like, and what may become of them. */
const Compare = z.strictObject({
  /** The key of what is measured. */
  measure: z.string(),
  /** What is done with people (custody), harm to them, or anything else: within a domain outlets and readers name types differently. */
  domain: z.enum(['custody', 'harm', 'other']),
  /** Types under which another outlet may tell the same thing. */
  like: z.array(EventType).default([]),
  /** Types whose number holds this one as a part. */
  within: z.array(EventType).default([]),
  /** A later number of the same event may replace an earlier one. */
  cumulative: z.boolean().default(false),
  /** It is counted in the hours after, by many at once. */
  toll: z.boolean().default(false),
  /** A later number may be lower: the missing are found. */
  falls: z.boolean().default(false),
  /** Two reports of one event lie at most so many days apart. */
  timeDays: z.number().positive(),
  /** Two namings of one place lie at most so far apart, beyond the extent of the places themselves. */
  placeKm: z.number().nonnegative(),
  /** Populations that say no more than the type does: everyone killed is dead. */
  status: z.array(z.string()),
})
/** What makes figures of an event type comparable. */
export type Comparable = z.infer<typeof Compare>

const RawEvent = z.strictObject({
  type: EventType,
  label: Bilingual,
  plover: z.string().nullable(),
  acled: z.string().nullable(),
  compare: Compare,
  roles: z.partialRecord(
    z.enum(['agent', 'patient', 'custodian', 'from', 'to', 'counterpart', 'instrument', 'intermediary', 'price']),
    z.array(RoleFinder),
  ),
  triggers: z.array(RawTrigger),
})

/** Groups of populations that triggers name for short. */
const GROUPS: Record<string, readonly string[]> = {
  captives: ['prisoners', 'detainees', 'hostages'],
  fighting: ['fighters', 'suspected-fighters', 'soldiers', 'police', 'guards'],
  uprooted: ['displaced', 'refugees', 'migrants'],
  civil: [
    ...['civilians', 'people', 'citizens', 'women', 'men', 'children', 'women-and-children', 'families', 'wives', 'pupils', 'workers'],
    ...['journalists', 'aid-workers', 'officials', 'activists', 'leaders', 'mediators', 'migrants'],
  ],
}

/** The companion that stands for a number of people (`with: ['@person']`). */
export const PERSON_FIGURE = '@person'
/** The companion that stands for people, by number, by noun or by name. */
export const PEOPLE = '@people'
/** The companion that stands for the name of a place. */
export const PLACE_NAME = '@place'

/** How the words of a trigger stand for their event. */
export type TriggerKind = 'verb' | 'masdar' | 'state' | 'idiom'

/** A word or phrase that stands for an event. Companion words are folded. */
export interface Trigger {
  type: EventType
  id: string
  kind: TriggerKind
  /** What the verb does it to: its subject (فرّ), its object (قتل), or the noun after a preposition (أفرج عن). */
  patient: z.infer<typeof Patient>
  /** One of these follows within a few words. */
  with: ReadonlySet<string> | undefined
  /** Words within which `with` is looked for; undefined for the few of most triggers. */
  reach: number | undefined
  /** One of these stands somewhere in the surroundings. */
  near: ReadonlySet<string> | undefined
  /** None of these stands beside it. */
  without: ReadonlySet<string> | undefined
  /** Populations it is an event of, where the word alone does not say. */
  of: ReadonlySet<string> | undefined
  /** Counts only where nothing else governs. */
  weak: boolean
  /** Makes a claim without a figure. */
  open: boolean
  /** Counts only right beside a figure. */
  adjacent: boolean
  /** Counts only under a negation. */
  negated: boolean
  /** A noun that counts only as what the figure counts. */
  own: boolean
  pastOnly: boolean
  modality: 'demanded' | undefined
}

/**
 * One event type: names, roles with how each is found, what makes two figures of it comparable, and its place in two published schemes.
 *
 * Mappings: PLOVER root types after the codebook of the Political Language Ontology for Verifiable Event Records (Open Event Data Alliance);
 * ACLED event and sub-event types after the ACLED Codebook (2024).
 */
export interface EventDefinition {
  type: EventType
  label: Bilingual
  plover: string | null
  acled: string | null
  compare: Comparable
  roles: Partial<Record<keyof Roles, RoleFinder[]>>
}

const FOLDER = 'src/events'
let loaded: { raw: z.infer<typeof RawEvent>[]; definitions: Map<EventType, EventDefinition> } | undefined
let entries: EntryWithForms<Trigger>[] | undefined

/**
 * All event types in the order of the contract, one for each of EVENT_TYPES.
 *
 * @throws IsnadError bad-data when a type has no file, or a file does not fit
 * @example eventDefinitions().get('kill')?.compare.cumulative // true
 */
export const eventDefinitions = (): ReadonlyMap<EventType, EventDefinition> => load().definitions

/** Trigger words of every event type, for the one lexicon (class 'event'). */
export function eventEntries(): readonly EntryWithForms<Trigger>[] {
  entries ??= load().raw.flatMap((event) => event.triggers.flatMap((trigger) => entriesOf(event.type, trigger)))
  return entries
}

function load(): NonNullable<typeof loaded> {
  if (loaded) return loaded
  const raw = listData(FOLDER).map(readEvent)
  const definitions = new Map<EventType, EventDefinition>()
  for (const type of EVENT_TYPES) {
    const one = raw.find((event) => event.type === type)
    if (!one)
      throw new IsnadError({ code: 'bad-data', message: `${FOLDER}/${type}.yaml is missing`, hint: 'Every event type has one file.' })
    const { triggers: _, ...definition } = one
    definitions.set(type, definition)
  }
  loaded = { raw, definitions }
  return loaded
}

function readEvent(path: string): z.infer<typeof RawEvent> {
  const parsed = RawEvent.safeParse(loadData(path))
  if (parsed.success) return withoutDuplicates(path, parsed.data)
  throw new IsnadError({
    code: 'bad-data',
    message: `${path}: ${z.prettifyError(parsed.error)}`,
    hint: 'Correct that file; CONTRIBUTING.md shows the shape.',
  })
}

const LISTS = ['masdars', 'idioms', 'except', 'with', 'near', 'without'] as const

/** A word that stands twice in one list is an error of the file, as everywhere in the lexicon. */
function withoutDuplicates(path: string, event: z.infer<typeof RawEvent>): z.infer<typeof RawEvent> {
  for (const trigger of event.triggers) {
    for (const list of LISTS) {
      const words = (trigger[list] ?? []).map(foldPhrase)
      const twice = words.find((word, i) => words.indexOf(word) !== i)
      if (twice === undefined) continue
      throw new IsnadError({
        code: 'bad-data',
        message: `${path}: ${trigger.id}.${list} has ${twice} twice`,
        hint: 'Remove one of the two lines.',
      })
    }
  }
  return event
}

const foldedSet = (words: readonly string[] | undefined): ReadonlySet<string> | undefined =>
  words ? new Set(words.map(foldPhrase)) : undefined

function entriesOf(type: EventType, raw: z.infer<typeof RawTrigger>): EntryWithForms<Trigger>[] {
  const value = (kind: TriggerKind): Trigger => ({
    type,
    id: raw.id,
    kind,
    patient: raw.patient,
    with: foldedSet(raw.with),
    reach: raw.reach,
    near: foldedSet(raw.near),
    without: foldedSet(raw.without),
    of: raw.of ? new Set(raw.of.flatMap((name) => GROUPS[name] ?? [name])) : undefined,
    weak: raw.weak,
    open: raw.open,
    adjacent: raw.adjacent,
    negated: raw.negated,
    own: raw.own,
    pastOnly: raw.past_only,
    modality: raw.modality,
  })
  const except = foldedSet(raw.except)!
  const entry = (kind: TriggerKind, pos: Pos, forms: FormOf[]): EntryWithForms<Trigger>[] => {
    const kept = forms.filter(({ form }) => !except.has(fold(form)))
    return kept.length === 0 ? [] : [{ id: `${type}/${raw.id}/${kind}`, class: 'event', pos, value: value(kind), forms: kept }]
  }
  return [
    ...entry('verb', 'verb', raw.verbs.flatMap(conjugate)),
    ...entry('masdar', 'noun', raw.masdars.flatMap(masdarForms)),
    ...entry('state', 'noun', raw.states.flatMap(inflectNoun)),
    ...entry(
      raw.stative ? 'state' : 'idiom',
      'noun',
      raw.idioms.map((form) => ({ form })),
    ),
  ]
}

const DEFINITE: Features = { definite: true }

/** A verbal noun with and without article, and with the accusative ا (اعتقالا). Phrases stand as they are. */
function masdarForms(masdar: string): FormOf[] {
  if (masdar.includes(' ')) return [{ form: masdar }]
  const forms: FormOf[] = [{ form: masdar }]
  if (!masdar.startsWith('ال')) forms.push({ form: `ال${masdar}`, features: DEFINITE })
  if (!/[ةاىءت]$/u.test(masdar)) forms.push({ form: `${masdar}ا` })
  return forms
}
