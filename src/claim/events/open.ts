import type { Claim, EventType } from '../../model.ts'
import { chainAt, originOf } from './chain.ts'
import { clauseRange, LONGEST_EVIDENCE } from './evidence.ts'
import type { Hit, Option } from './hits.ts'
import type { FigureDraft } from './legs.ts'
import { Marks } from './marks.ts'
import { stanceOf } from './modality.ts'
import { placeOf } from './place.ts'
import { rolesOf } from './roles.ts'
import { type Scene, spanOf } from './scene.ts'
import { type Draft, settingOf } from './share.ts'
import { timeOf } from './time.ts'
import type { Typing } from './types.ts'

/** Order of the contract: the first that fits wins. */
const WEAKER = new Set<EventType>(['other', 'forecast'])

/** Claims for the events of a report that carry no figure: one for each clause whose predicate tells of one. */
export function readOpenEvents(scene: Scene, figures: readonly FigureDraft[], typings: readonly Typing[]): Draft[] {
  const told = new Set(typings.flatMap(({ government }) => (government ? [government.hit] : [])))
  const drafts: Draft[] = []
  const ofClause = new Map<number, { hit: Hit; option: Option }>()
  for (const hit of scene.hits) {
    const option = hit.options.find((one) => isPredicate(scene, hit, one))
    if (!option) continue
    const before = ofClause.get(hit.clause)
    if (!before || outranks(option, before.option)) ofClause.set(hit.clause, { hit, option })
  }
  for (const { hit, option } of ofClause.values()) {
    if (told.has(hit) || repeats(figures, hit, option)) continue
    drafts.push(openDraft(scene, hit, option))
  }
  return drafts
}

const outranks = (one: Option, other: Option): boolean => WEAKER.has(other.trigger.type) && !WEAKER.has(one.trigger.type)

/** A finite verb, a verbal noun or an idiom that carries its clause; not one that only dates or locates another event. */
function isPredicate(scene: Scene, hit: Hit, { trigger }: Option): boolean {
  if (!trigger.open || trigger.kind === 'state' || (trigger.weak && trigger.type !== 'other')) return false
  if (trigger.kind === 'verb' || trigger.type === 'no-comment' || trigger.type === 'denial-of-knowledge') return true
  return hit.first === 0 || (scene.marks[hit.first - 1]! & Marks.adjunct) === 0
}

/** A clause that only says again what a figure's claim says. */
const repeats = (figures: readonly FigureDraft[], hit: Hit, { trigger }: Option): boolean =>
  figures.some(({ claim, figure }) => figure.sentence === hit.sentence && figure.clause === hit.clause && claim.type === trigger.type)

function openDraft(scene: Scene, hit: Hit, option: Option): Draft {
  const { type } = option.trigger
  const stance = stanceOf(scene, hit, option, undefined)
  const anchor = { first: hit.first, last: hit.last, sentence: hit.sentence, clause: hit.clause, figureClause: hit.clause }
  const when = timeOf(scene, anchor)
  const where = placeOf(scene, anchor)
  const chain = chainAt(scene.statements, scene.document.tokens[hit.first]!.start)
  const claim: Claim = {
    id: '',
    type,
    modality: stance.modality,
    roles: rolesOf({ scene, type, hit, option, figure: undefined }),
    ...(when ? { time: when.time } : {}),
    ...(where ? { place: where.place } : {}),
    chain,
    origin: originOf(scene.report, chain),
    evidence: clauseEvidence(scene, hit),
    why: [`trigger:${type}/${option.trigger.id}`, 'event-clause', stance.why, ...(when ? [when.why] : []), ...(where ? [where.why] : [])],
  }
  return { claim, ...settingOf(scene, hit.sentence) }
}

function clauseEvidence(scene: Scene, hit: Hit): Claim['evidence'] {
  const { first, last } = clauseRange(scene, hit.first, hit.last)
  const span = spanOf(scene.document, first, last)
  return { start: span.start, end: Math.min(span.end, span.start + LONGEST_EVIDENCE) }
}
