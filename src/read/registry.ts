import { readFileSync } from 'node:fs'
import { IsnadError } from '../errors.ts'
import { listData, loadData, parseYaml } from '../lang/data.ts'
import { type EntryWithForms, lexiconWords } from '../lang/lexicon.ts'
import { ActorType } from '../model.ts'
import { foldPhrase } from '../text/fold.ts'

/** Folder of the registry that the package brings along. */
export const REGISTRY = 'registry'

/** One actor of the registry. */
export interface ActorRecord {
  id: string
  type: ActorType
  /** Neutral English name. */
  en: string
  /** ISO 3166-1 alpha-2 of the country it belongs to. */
  country: string | undefined
  /** Id of the actor it is part of. */
  parent: string | undefined
  /** Office of a person, in English. */
  office: string | undefined
  /** Its names are common words too: they need a kind word or quotation marks beside them. */
  weak: boolean
  /** Words that make a weak name a name, folded. */
  kindwords: readonly string[]
}

/** How a name names: by a neutral name, by one side's loaded name, by a definite description, as a country that acts, as a member. */
export type NamedHow = 'name' | 'loaded' | 'short' | 'acting' | 'member'
/** One actor of a name. `weak`: this name of it needs a kind word or quotation marks beside it. */
export interface NameUse {
  actor: ActorRecord
  how: NamedHow
  weak: boolean
}
/** Every actor that a name may stand for. */
export interface ActorName {
  uses: NameUse[]
}

/** The registry in memory. */
export interface Registry {
  byId: ReadonlyMap<string, ActorRecord>
  /** Names by lexicon class and folded spelling. */
  names: Record<ActorClass, ReadonlyMap<string, ActorName>>
  /** The state of a country, by ISO 3166-1 alpha-2. */
  stateOf: ReadonlyMap<string, ActorRecord>
}

/** Lexicon classes of the registry: full and loaded names; definite descriptions; countries as actors; words for members. */
export type ActorClass = 'actor' | 'actor-short' | 'actor-acting' | 'actor-member'
const CLASS_OF: Record<NamedHow, ActorClass> = {
  name: 'actor',
  loaded: 'actor',
  short: 'actor-short',
  acting: 'actor-acting',
  member: 'actor-member',
}
const FIELDS: readonly (readonly [field: string, how: NamedHow])[] = [
  ['ar', 'name'],
  ['latin', 'name'],
  ['loaded', 'loaded'],
  ['short', 'short'],
  ['acting', 'acting'],
  ['members', 'member'],
]
const TYPES = new Set<string>(ActorType.options)

/**
 * Reads the package's registry and further registry files of the same shape (YAML, paths of the file system).
 *
 * @throws IsnadError bad-data with the file and the actor, unreadable when a file cannot be read
 * @example loadRegistry().byId.get('us')?.type // 'state'
 */
export function loadRegistry(extra: readonly string[] = []): Registry {
  const byId = new Map<string, ActorRecord>()
  const names = { actor: new Map(), 'actor-short': new Map(), 'actor-acting': new Map(), 'actor-member': new Map() }
  const stateOf = new Map<string, ActorRecord>()
  const sources = [
    ...listData(REGISTRY).map((path) => [path, loadData(path)] as const),
    ...extra.map((path) => [path, readExtra(path)] as const),
  ]
  for (const [path, rows] of sources) {
    if (!Array.isArray(rows)) throw badActor(path, 'the file is not a list of actors')
    for (const row of rows) addActor(row as Row, path, { byId, names, stateOf })
  }
  return { byId, names, stateOf }
}

/**
 * The registry's names as lexicon entries, one a spelling, of the classes `actor`, `actor-short`, `actor-acting` and `actor-member`.
 *
 * @example [...actorEntries(loadRegistry())].some((e) => e.class === 'actor')
 */
export function* actorEntries(registry: Registry): Generator<EntryWithForms<ActorName>> {
  for (const [ofClass, names] of Object.entries(registry.names)) {
    for (const [form, value] of names) yield { id: form, class: ofClass, pos: 'name', value, forms: [{ form }] }
  }
}

let own: Registry | undefined
function packageRegistry(): Registry {
  own ??= loadRegistry()
  return own
}

/**
 * Id of the actor of a registry (the package's own unless given) that a name stands for, when it stands for one only; quotation marks, brackets and
 * a kind word before the name are passed over.
 *
 * @example actorOfName('وكالة «رويترز»') // 'reuters'
 */
export function actorOfName(name: string, registry: Registry = packageRegistry()): string | undefined {
  let words = lexiconWords(foldPhrase(name)).filter((word) => !MARKS.has(word))
  while (words.length > 0) {
    const uses = registry.names.actor.get(words.join(' '))?.uses
    if (uses) return uses.length === 1 ? uses[0]!.actor.id : undefined
    words = words.slice(1)
  }
  return undefined
}
const MARKS = new Set([...'«»"“”()[]\'‘’.،,:-–—/|'])

type Row = Record<string, unknown>
interface Building {
  byId: Map<string, ActorRecord>
  names: Record<ActorClass, Map<string, ActorName>>
  stateOf: Map<string, ActorRecord>
}

const badActor = (path: string, why: string): IsnadError =>
  new IsnadError({ code: 'bad-data', message: `${path}: ${why}`, hint: 'registry/README.md shows the shape of an actor.' })

function readExtra(path: string): unknown {
  let source: string
  try {
    source = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new IsnadError({ code: 'unreadable', message: `Cannot read the registry file ${path}`, hint: 'Check the path.', cause })
  }
  return parseYaml(source, path)
}

function addActor(row: Row, path: string, into: Building): void {
  const actor = recordOf(row, path)
  if (into.byId.has(actor.id)) throw badActor(path, `actor ${actor.id} stands twice`)
  into.byId.set(actor.id, actor)
  if (actor.type === 'state' && actor.country && row.acting && !into.stateOf.has(actor.country)) into.stateOf.set(actor.country, actor)
  const strong = new Set(list(row.strong))
  for (const [field, how] of FIELDS) {
    for (const name of list(row[field]))
      addName(into.names[CLASS_OF[how]], name, { actor, how, weak: actor.weak && how !== 'loaded' && !strong.has(name) })
  }
}

function recordOf(row: Row, path: string): ActorRecord {
  const { id, type, en } = row
  if (typeof id !== 'string' || typeof en !== 'string' || typeof type !== 'string' || !TYPES.has(type))
    throw badActor(path, `actor ${String(id)} needs id, type and en`)
  if (list(row.ar).length + list(row.latin).length === 0) throw badActor(path, `actor ${id} has no name`)
  return {
    id,
    type: type as ActorType,
    en,
    country: text(row.country),
    parent: text(row.parent),
    office: text(row.office),
    weak: row.weak === true,
    kindwords: list(row.kindwords).map(foldPhrase),
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

function addName(names: Map<string, ActorName>, name: string, use: NameUse): void {
  const form = lexiconWords(foldPhrase(name)).join(' ')
  if (form === '') return
  const known = names.get(form)
  if (!known) names.set(form, { uses: [use] })
  else if (!known.uses.some((one) => one.actor === use.actor)) known.uses.push(use)
}
