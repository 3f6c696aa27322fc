import type { Act, Claim, EventType, Hop, Span, Statement } from '../../model.ts'
import { chainAt, originOf } from './chain.ts'
import { clauseRange, LONGEST_EVIDENCE } from './evidence.ts'
import type { Hit, Option } from './hits.ts'
import type { FigureDraft } from './legs.ts'
import { Marks } from './marks.ts'
import { stanceOf } from './modality.ts'
import { placeOf } from './place.ts'
import { rolesOf } from './roles.ts'
import { hitsOf, type Scene, spanOf } from './scene.ts'
import { type Draft, settingOf } from './share.ts'
import { timeOf } from './time.ts'
import type { Typing } from './types.ts'

/** Order of the contract: the first that fits wins. */
const WEAKER = new Set<EventType>(['other', 'forecast'])

/** Claims for the events of a report that carry no figure: one for each clause whose predicate tells of one. */
export function readOpenEvents(scene: Scene, figures: readonly FigureDraft[], typings: readonly Typing[]): Draft[] {
  const figuresBy = Map.groupBy(figures, ({ sentence }) => sentence)
  const told = new Set(typings.flatMap(({ government }) => (government ? [government.hit] : [])))
  const drafts: Draft[] = []
  const known = new Set<string>()
  for (const hit of scene.hits) {
    const option = suitable(scene, hit).find((one) => isPredicate(scene, hit, one))
    if (!option || told.has(hit) || repeats(figuresBy.get(hit.sentence) ?? [], hit, option) || isOverruled(scene, hit, option)) continue
    const key = `${hit.clause} ${option.trigger.type}`
    if (known.has(key)) continue
    known.add(key)
    drafts.push(openDraft(scene, hit, option))
  }
  const silent = drafts.filter(({ claim }) => SILENCE.has(claim.type))
  return [...drafts.filter((draft) => !isLeftUnsaid(silent, draft)), ...statementEvents(scene, [...figures, ...drafts])]
}

/** What somebody will not speak of is no claim: 'رفضت التعليق على أنباء الفدية'. */
const isLeftUnsaid = (drafts: readonly Draft[], { claim }: Draft): boolean =>
  !SILENCE.has(claim.type) &&
  drafts.some(
    (other) =>
      SILENCE.has(other.claim.type) &&
      other.claim.evidence.start === claim.evidence.start &&
      other.claim.evidence.end === claim.evidence.end,
  )

const SILENCE = new Set<EventType>(['no-comment', 'denial-of-knowledge'])

/** Words after a trigger among which the people it befalls are named. */
const NAMED = 4
/** Words before it, for a verb that comes after them. */
const BEFORE = 2

/** The readings of a hit that fit the people named after it; without any, those that leave open whom they befall. */
function suitable({ terms, document }: Scene, hit: Hit): Option[] {
  const { first, last } = document.sentences[hit.sentence]!
  for (let i = Math.max(first, hit.first - BEFORE); i <= Math.min(last, hit.last + NAMED); i++) {
    const named = terms.at[i]?.find(({ entry }) => entry.class === 'counted')
    const of = (named?.entry.value as { of?: string } | undefined)?.of
    if (of === undefined) continue
    const fitting = hit.options.filter(({ trigger }) => trigger.of === undefined || trigger.of.has(of))
    return fitting.sort((a, b) => Number(a.trigger.of === undefined) - Number(b.trigger.of === undefined))
  }
  const free = hit.options.filter(({ trigger }) => trigger.of === undefined)
  return free.length > 0 ? free : hit.options
}

/** A verbal noun of fighting, of a deal or of no type of its own says nothing beside another event in its clause. */
const isOverruled = (scene: Scene, hit: Hit, { trigger }: Option): boolean =>
  (trigger.type === 'repatriate' && hasType(scene, hit, 'refuse-repatriation')) ||
  ((WEAKER.has(trigger.type) || SETTING.has(trigger.type)) &&
    trigger.kind !== 'verb' &&
    hitsOf(scene, hit.sentence).some(
      (other) =>
        other !== hit &&
        other.clause === hit.clause &&
        other.options.some((one) => stronger(one.trigger.type, trigger.type) && one.trigger.kind !== 'state'),
    ))

const hasType = (scene: Scene, hit: Hit, type: EventType): boolean =>
  hitsOf(scene, hit.sentence).some((other) => other.clause === hit.clause && other.options.some(({ trigger }) => trigger.type === type))

/** What other events happen in. */
const SETTING = new Set<EventType>(['attack', 'capture-territory'])
const stronger = (one: EventType, than: EventType): boolean => one !== than && !WEAKER.has(one) && (WEAKER.has(than) || !SETTING.has(one))

/** A finite verb, a verbal noun or an idiom that carries its clause; not one that only dates or locates another event. */
function isPredicate(scene: Scene, hit: Hit, { trigger }: Option): boolean {
  if (hit.again || trigger.adjacent || !trigger.open || trigger.kind === 'state' || (trigger.weak && trigger.type !== 'other')) return false
  if (trigger.kind === 'verb' || trigger.type === 'no-comment' || trigger.type === 'denial-of-knowledge') return true
  if (hit.first === 0) return true
  const before = scene.marks[hit.first - 1]!
  if (before & Marks.adjunct || isCharge(scene, hit)) return false
  return !(SETTING.has(trigger.type) && (before & Marks.preposition || DEMONSTRATIVES.has(scene.document.tokens[hit.first - 1]!.form)))
}

const DEMONSTRATIVES = new Set(['تلك', 'هذه', 'هذا', 'ذلك'])
const CHARGED = new Set<EventType>(['trial', 'arrest'])
/** 'أدينوا بالقتل': what somebody is charged with. */
const isCharge = (scene: Scene, hit: Hit): boolean =>
  hit.proclitics.endsWith('ب') &&
  hitsOf(scene, hit.sentence).some(
    (other) => other.clause === hit.clause && other.first < hit.first && other.options.some(({ trigger }) => CHARGED.has(trigger.type)),
  )

/** A clause that only says again what a figure's claim says. */
const repeats = (figures: readonly FigureDraft[], hit: Hit, { trigger }: Option): boolean =>
  figures.some(({ claim, figure }) => figure.sentence === hit.sentence && figure.clause === hit.clause && claim.type === trigger.type)

function openDraft(scene: Scene, hit: Hit, option: Option): Draft {
  const { type } = option.trigger
  const stance = stanceOf(scene, hit, option, undefined)
  const anchor = {
    first: hit.first,
    last: hit.last,
    sentence: hit.sentence,
    clause: hit.clause,
    figureClause: hit.clause,
    voice: hit.first,
    type,
  }
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
  return { claim, nominal: option.trigger.kind !== 'verb', ...settingOf(scene, hit.sentence) }
}

function clauseEvidence(scene: Scene, hit: Hit): Claim['evidence'] {
  const { first, last } = clauseRange(scene, hit.first, hit.last)
  const span = spanOf(scene.document, first, last)
  return { start: span.start, end: Math.min(span.end, span.start + LONGEST_EVIDENCE) }
}

/** What a statement itself tells: a refusal to speak, or a demand for which no other claim stands. */
function statementEvents(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const events: Draft[] = []
  for (const statement of scene.statements) {
    const hop = statement.chain.at(-1)
    const type = hop?.cue && TYPE_OF_ACT[hop.act]
    if (!hop?.cue || !type) continue
    if (
      drafts.some(
        ({ claim }) =>
          statement.start <= claim.evidence.start + 1 && claim.evidence.start < statement.end && claim.modality === MODALITY[type],
      )
    )
      continue
    events.push(saidDraft(scene, statement, { type, cue: hop.cue, hop }))
  }
  return events
}

const TYPE_OF_ACT: Partial<Record<Act, 'no-comment' | 'other'>> = { decline: 'no-comment', demand: 'other' }
const MODALITY = { 'no-comment': 'actual', other: 'demanded' } as const

function saidDraft(scene: Scene, statement: Statement, { type, cue, hop }: { type: 'no-comment' | 'other'; cue: Span; hop: Hop }): Draft {
  const chain = type === 'no-comment' ? statement.chain.slice(0, -1) : statement.chain
  const start = cue.end <= statement.start ? cue.start : statement.start
  const speaker = scene.actors.find(({ mention }) => mention.start >= hop.start && mention.end <= hop.end)
  const claim: Claim = {
    id: '',
    type,
    modality: MODALITY[type],
    roles: speaker ? { agent: speaker.mention.id } : {},
    chain,
    origin: originOf(scene.report, chain),
    evidence: { start, end: Math.min(statement.end, start + LONGEST_EVIDENCE) },
    why: [`act:${hop.act}`],
  }
  const at = scene.document.tokens.findIndex((token) => token.end > start)
  return { claim, ...settingOf(scene, scene.document.sentenceOf[Math.max(0, at)]!) }
}
