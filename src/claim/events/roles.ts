import { eventDefinitions, type RoleFinder } from '../../events/index.ts'
import type { Term } from '../../lang/annotate.ts'
import type { Actor, EventType, Quantity, Roles } from '../../model.ts'
import { isMoney } from './govern.ts'
import type { Hit, Option } from './hits.ts'
import { Marks } from './marks.ts'
import type { Placed, Scene } from './scene.ts'

/** What roles are found from: the trigger and the figure of a claim. */
export interface RoleGround {
  scene: Scene
  type: EventType
  hit: Hit
  option: Option
  figure: Placed<Quantity> | undefined
}

/** Mention ids of who did what to whom, by the frame of the event type. A finder that finds nothing leaves the role out. */
export function rolesOf(ground: RoleGround): Roles {
  const roles: Roles = {}
  const taken = new Set<string>()
  const frames = eventDefinitions().get(ground.type)!.roles
  for (const [role, finders] of Object.entries(frames) as [keyof Roles, RoleFinder[]][]) {
    for (const finder of finders) {
      const id = FINDERS[finder](ground)
      if (id === undefined || (taken.has(id) && role !== 'custodian')) continue
      roles[role] = id
      taken.add(id)
      break
    }
  }
  return roles
}

type Find = (ground: RoleGround) => string | undefined

const FINDERS: Record<RoleFinder, Find> = {
  subject: (ground) => (isUndergone(ground) ? undefined : subjectOf(ground)?.mention.id),
  undergoer: (ground) => (isUndergone(ground) ? subjectOf(ground)?.mention.id : undefined),
  object: (ground) => objectOf(ground)?.mention.id,
  possessor: (ground) => possessorOf(ground)?.mention.id,
  by: (ground) => cued(ground, 'by'),
  custody: (ground) => cued(ground, 'custody'),
  via: (ground) => cued(ground, 'via'),
  an: (ground) => after(ground, ['عن']),
  ala: (ground) => after(ground, ['على', 'علي']),
  with: (ground) => after(ground, ['مع']),
  from: (ground) => motion(ground, ['من']),
  to: (ground) => motion(ground, ['الى', 'نحو', 'صوب']),
  counterpart: (ground) => after(ground, ['مع']),
  'between-first': (ground) => between(ground)?.[0],
  'between-second': (ground) => between(ground)?.[1],
  instrument: () => undefined,
  price: (ground) => priceOf(ground)?.mention.id,
}

/** Events that their subject undergoes: whoever leaves, dies or falls into hands does not do it to others. */
const UNDERGONE = new Set<EventType>([
  'evacuate',
  'escape',
  'displace',
  'kill',
  'injure',
  'missing',
  'arrest',
  'return-home',
  'recruit',
  'hold',
  'transfer',
])
const isUndergone = ({ type, option }: RoleGround): boolean => option.trigger.patient === 'subject' && UNDERGONE.has(type)

const formAt = ({ document }: Scene, token: number): string => document.tokens[token]?.form ?? ''

/** Last token of the clause of a trigger, and of clauses that only go on describing it. */
const clauseEnd = ({ scene, hit }: RoleGround): number => scene.clauses[hit.clause]!.last
/** Words after a trigger among which its own arguments stand. */
const ARGUMENTS = 14
/** Words after a trigger among which a bare object stands. */
const NEAR_ARGUMENTS = 8

/** An actor that no preposition, و or genitive takes away from the verb. */
function isBare(scene: Scene, actor: Placed<Actor>): boolean {
  const before = actor.first - 1
  if (before >= 0 && scene.marks[before]! & Marks.preposition) return isMembers(scene, before)
  const token = scene.document.tokens[actor.first]!
  const cut = actor.mention.start - token.start
  return cut <= 0 || !/[بلك]$/u.test(token.form.slice(0, cut))
}

/** 'عناصر من جبهة النصرة': the group acts through its members. */
const isMembers = (scene: Scene, before: number): boolean =>
  formAt(scene, before) === 'من' && scene.terms.at[before - 1]?.some(({ entry }) => entry.class === 'counted') === true

const isPassive = ({ option, scene, hit }: RoleGround): boolean =>
  option.features?.voice === 'passive' ||
  (option.trigger.kind !== 'verb' && scene.terms.at[hit.first - 1]?.some((term) => term.entry.class === 'light') === true)

function subjectOf(ground: RoleGround): Placed<Actor> | undefined {
  const { scene, hit, option, figure } = ground
  if (option.trigger.kind === 'state' || isPassive(ground)) return undefined
  if (option.trigger.kind === 'verb' && !FOLLOWS_SUBJECT.has(option.features?.person ?? '')) {
    const actor = scene.by.actors[hit.sentence]!.find(({ first, clause }) => first > hit.last && clause === hit.clause)
    if (actor && leadsTo(scene, hit.last + 1, actor.first) && !(figure && figure.first > hit.last && figure.first < actor.first))
      return actor
  }
  return subjectBefore(ground)
}

/** A plural or dual verb stands after its subject. */
const FOLLOWS_SUBJECT = new Set(['3mp', '3fp', '3d'])
const JOINING = new Set(['من', 'في', 'تابعين', 'تابعون', 'تابعة', 'ينتمون', 'الى', 'ل'])

/** Nothing stands between verb and subject but a time, adverbs, or a noun such as 'عناصر من', 'مسلحون تابعون'. */
function leadsTo(scene: Scene, from: number, to: number): boolean {
  if (to - from > NEAR_ARGUMENTS) return false
  for (let i = from; i < to; i++) {
    if (scene.times.some(({ first, last }) => first <= i && i <= last)) continue
    const terms = scene.terms.at[i]
    const counted = terms?.some(({ entry }) => entry.class === 'counted' || entry.class === 'adverb') === true
    if (!counted && scene.marks[i]! & Marks.preposition && !(JOINING.has(formAt(scene, i)) && i > from)) return false
    if (!counted && !JOINING.has(formAt(scene, i)) && (scene.marks[i]! & Marks.punct) === 0) return false
  }
  return true
}

/** Words before a verb among which its subject may stand first: '«جبهة النصرة» تخطف 7'. */
const BEFORE = 9

function subjectBefore({ scene, hit, option, figure }: RoleGround): Placed<Actor> | undefined {
  const light = scene.terms.at[hit.first - 1]?.some((term) => term.entry.class === 'light')
  if (option.trigger.kind !== 'verb' && !light) return undefined
  const clause = scene.clauses[hit.clause]!
  const floor = Math.max(clause.first, hit.first - BEFORE)
  const found = scene.by.actors[hit.sentence]!.findLast(
    (actor) => actor.last < hit.first && actor.first >= floor && actor.clause === hit.clause && isBare(scene, actor),
  )
  if (!found || (figure && figure.first > found.last && figure.last < hit.first)) return undefined
  return found
}

/** The noun right after a verbal noun: who does it, where whom it is done to follows. */
function possessorOf({ scene, hit, option, figure }: RoleGround): Placed<Actor> | undefined {
  if (option.trigger.kind !== 'masdar' && option.trigger.kind !== 'idiom') return undefined
  const next = scene.by.actors[hit.sentence]!.find(
    (actor) => actor.first > hit.last && actor.first <= hit.last + 2 && actor.clause === hit.clause && isBare(scene, actor),
  )
  if (!next) return undefined
  if (option.trigger.patient !== 'object') return next
  return figure && figure.first > next.last ? next : followedByLam(scene, next) ? next : undefined
}

const followedByLam = (scene: Scene, { last }: Placed<Actor>): boolean => {
  for (let i = last + 1; i <= last + 4; i++) if (/^ل[^ا]/u.test(formAt(scene, i))) return true
  return false
}

function objectOf(ground: RoleGround): Placed<Actor> | undefined {
  const { scene, hit, option } = ground
  if (option.trigger.patient !== 'object' && option.trigger.patient !== 'subject') return undefined
  const limit = Math.min(clauseEnd(ground), hit.last + NEAR_ARGUMENTS)
  const bare = scene.by.actors[hit.sentence]!.filter(
    (actor) =>
      actor.first > hit.last &&
      actor.first <= limit &&
      actor.clause === hit.clause &&
      isBare(scene, actor) &&
      !isCutOff(scene, hit.last + 1, actor.first),
  )
  if (option.trigger.kind === 'masdar' || isPassive(ground) || option.trigger.patient === 'subject') return bare[0]
  return bare[1]
}

/** 'قتل 30 شخصا، وفق المرصد': a mark or a particle of attribution ends what the verb is done to. */
const isCutOff = ({ marks, terms }: Scene, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (marks[i]! & Marks.punct || terms.at[i]?.some(({ entry }) => entry.class === 'report-particle')) return true
  return false
}

/** The actor (or place) that a word such as 'على يد', 'لدى', 'بوساطة' announces. */
function cued({ scene, hit }: RoleGround, role: string): string | undefined {
  const { last } = scene.document.sentences[hit.sentence]!
  for (let i = Math.max(scene.document.sentences[hit.sentence]!.first, hit.first - BEFORE); i <= last; i++) {
    const cue = scene.marks[i]! & Marks.roleCue ? scene.terms.at[i]?.find((term) => isCue(term, role)) : undefined
    if (!cue) continue
    const actor = scene.by.actors[hit.sentence]!.find((one) => one.first > cue.last && one.first <= cue.last + 3)
    if (actor) return actor.mention.id
  }
  return undefined
}

const isCue = (term: Term, role: string): boolean => term.entry.class === 'role-cue' && (term.entry.value as { role: string }).role === role

/** The actor right after one of the prepositions that follows the trigger. */
function after(ground: RoleGround, prepositions: readonly string[]): string | undefined {
  const { scene, hit } = ground
  const limit = Math.min(clauseEnd(ground), hit.last + ARGUMENTS)
  for (let i = hit.last + 1; i <= limit; i++) {
    if (!prepositions.includes(formAt(scene, i))) continue
    const actor = scene.by.actors[hit.sentence]!.find((one) => one.first > i && one.first <= i + 2)
    if (actor) return actor.mention.id
  }
  return undefined
}

/** Where from and where to: the place after the preposition in the clause, else the actor. Another verb ends the search. */
function motion(ground: RoleGround, prepositions: readonly string[]): string | undefined {
  const { scene, hit, option } = ground
  if (option.trigger.kind === 'state') return undefined
  const limit = Math.min(clauseEnd(ground), hit.last + ARGUMENTS)
  for (let i = hit.last + 1; i <= limit; i++) {
    if (scene.marks[i]! & Marks.verb) return undefined
    if (!prepositions.includes(formAt(scene, i)) || scene.marks[i]! & (Marks.partOf | Marks.outOf)) continue
    const place = scene.by.places[hit.sentence]!.find((one) => one.first > i && one.first <= i + 3 && one.clause === scene.clauseOf[i])
    if (place) return place.mention.id
    const actor = scene.by.actors[hit.sentence]!.find((one) => one.first > i && one.first <= i + 2)
    if (actor && PARTIES.has(actor.mention.type)) return actor.mention.id
  }
  return undefined
}

const PARTIES = new Set<Actor['type']>(['armed-group', 'state', 'coalition', 'institution'])

/** 'بين X وY', 'بين X وبين Y': both sides. */
export function between({ scene, hit }: RoleGround): [string, string] | undefined {
  const { last } = scene.document.sentences[hit.sentence]!
  for (let i = hit.last + 1; i <= Math.min(last, hit.last + ARGUMENTS); i++) {
    if (formAt(scene, i) !== 'بين') continue
    const sides = scene.by.parties[hit.sentence]!.filter(
      (one) => one.first > i && one.first <= i + ARGUMENTS * 2 && one.sentence === hit.sentence,
    )
    const [one, other] = distinct(sides)
    if (one && other) return [one.mention.id, other.mention.id]
  }
  return undefined
}

const distinct = (actors: Placed<Actor>[]): Placed<Actor>[] =>
  actors.filter(
    (one, i) => i === actors.findIndex((other) => (other.mention.actor ?? other.mention.name) === (one.mention.actor ?? one.mention.name)),
  )

/** The sum of money in the sentence, nearest to the trigger. */
export function priceOf({ scene, hit }: RoleGround): Placed<Quantity> | undefined {
  const sums = scene.by.figures[hit.sentence]!.filter((one) => isMoney(one.mention))
  return sums.sort((a, b) => Math.abs(a.first - hit.last) - Math.abs(b.first - hit.last))[0]
}
