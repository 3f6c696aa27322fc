import { type Terms, termAt } from '../../lang/annotate.ts'
import type { Actor, ActorType } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import { type Body, bodyAt } from './bodies.ts'
import { type Draft, type Found, makeScene, type ReadContext, type Scene, spanOf, take } from './context.ts'
import { countriesOf } from './countries.ts'
import { hasVictimCue } from './fate.ts'
import { fixedBodyAt } from './fixed.ts'
import { isRelational, MARK } from './marks.ts'
import { addresseeAt, namedLater, ownNames, ownOutletAt } from './outlets.ts'
import { findPeople } from './people.ts'
import { findRepeats, personActors } from './persons.ts'
import { bodyOfCountry, findRegistered, type Registered } from './registered.ts'
import { antecedent } from './resolve.ts'
import { type ActingState, findActingStates } from './states.ts'

export type { ReadContext } from './context.ts'
export { type ActorScope, type Resolved, resolveActor } from './resolve.ts'

/**
 * The actors of a report: names of the registry, bodies by their kind words, people, countries that act, and the definite
 * descriptions that stand for one of them. In order of start, ids a1, a2 …
 *
 * @example readActors(document, terms, { knowledge: arabicKnowledge() })[0]?.actor // 'sdf'
 */
export function readActors(document: Document, terms: Terms, context: ReadContext): Actor[] {
  const scene = makeScene(document, terms, context)
  const registered = findRegistered(scene, countriesOf(document, terms))
  const bodies = findBodies(scene)
  const people = findPeople(scene)
  const repeats = findRepeats(scene, people)
  const states = findActingStates(scene).filter((state) => scene.taken[state.first] === 0 || state.why === 'state-after-cue')
  const drafts = [
    ...registered.map((one) => registeredActor(scene, one)),
    ...bodies.map((body) => bodyActor(scene, body)),
    ...personActors(scene, people, repeats),
    ...states.map(stateActor),
  ]
  const named = numbered(withOnePrivacy(drafts))
  for (const state of states) take(scene, state)
  return numbered([...named, ...descriptions(scene, named)])
}

function findBodies(scene: Scene): Body[] {
  const bodies: Body[] = []
  const own = ownNames(scene)
  for (let i = 0; i < scene.marks.length; i++) {
    if (scene.taken[i] === 1) continue
    const body = bodyFrom(scene, i, own)
    if (!body) continue
    bodies.push(body)
    take(scene, body)
    i = body.last
  }
  return bodies
}

const bodyFrom = (scene: Scene, i: number, own: readonly string[][]): Body | null =>
  ((scene.marks[i]! & MARK.org) !== 0 ? (bodyAt(scene, i) ?? namedLater(scene, i)) : null) ??
  fixedBodyAt(scene, i) ??
  ownOutletAt(scene, i, own) ??
  addresseeAt(scene, i)

const registeredActor = (scene: Scene, one: Registered): Draft => ({
  start: one.start,
  end: one.end,
  actor: one.actor.id,
  name: one.actor.en,
  type: one.actor.type,
  ...(one.how === 'loaded' ? { loaded: true as const } : {}),
  ...(one.actor.type === 'person' && isVictim(scene, one) ? { private: true as const } : {}),
  why: [one.why],
})

/** Whoever is held, accused or killed is private in that report, whatever the office. */
const isVictim = (scene: Scene, one: Found): boolean => hasVictimCue(scene, one.first)

/** 'وزارة الداخلية' with no country: that of the country that the report is about, where there is one. */
function bodyActor(scene: Scene, body: Body): Draft {
  const own = bodyOfCountry(scene, body)
  return own ? { ...plainBody(scene, body), actor: own.id, name: own.en, type: own.type } : plainBody(scene, body)
}

const plainBody = (scene: Scene, body: Body): Draft => ({
  start: body.start,
  end: body.end,
  name: textOf(scene, body),
  type: body.type,
  why: [body.why],
})
const stateActor = (one: ActingState): Draft => ({
  start: one.start,
  end: one.end,
  actor: one.actor.id,
  name: one.actor.en,
  type: one.actor.type as ActorType,
  why: [one.why],
})

const textOf = (scene: Scene, found: Found): string => scene.document.text.slice(found.start, found.end).replace(/\s+/gu, ' ')

/** A person of the registry who is private at one mention is so at all. */
function withOnePrivacy(drafts: readonly Draft[]): Draft[] {
  const hidden = new Set(drafts.filter((one) => one.private && one.actor).map((one) => one.actor))
  return drafts.map((one) => (one.type === 'person' && hidden.has(one.actor) && one.actor ? { ...one, private: true as const } : one))
}

/** In order of start; the drafts themselves become the actors. */
function numbered(drafts: Draft[]): Actor[] {
  const sorted = drafts.sort((a, b) => a.start - b.start || b.end - a.end)
  return sorted.map((draft, i) => Object.assign(draft, { id: `a${i + 1}` }))
}

/** 'التنظيم', 'الصحيفة': mentions of the registry's actors again, under a definite description. */
function descriptions(scene: Scene, actors: readonly Actor[]): Draft[] {
  const scope = { document: scene.document, terms: scene.terms, actors }
  const drafts: Draft[] = []
  for (let i = 0; i < scene.marks.length; i++) {
    if ((scene.marks[i]! & MARK.short) === 0 || scene.taken[i] === 1) continue
    const short = termAt(scene.terms, i, 'actor-short')
    if (!short || isOfAnother(scene, short.last)) continue
    const earlier = antecedent(scope, i)
    if (earlier?.actor === undefined) continue
    const { start, end } = spanOf(scene, i, short.last, short)
    drafts.push({ start, end, actor: earlier.actor, name: earlier.name, type: earlier.type, why: ['definite-description'] })
    i = short.last
  }
  return drafts
}

/** 'الحكومة البريطانية': the adjective of another makes it another's. */
function isOfAnother(scene: Scene, last: number): boolean {
  const next = scene.document.tokens[last + 1]
  return next !== undefined && next.breaks === 0 && isRelational(next.form)
}
