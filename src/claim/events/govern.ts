import type { Quantity } from '../../model.ts'
import { isBodiesMoved, isBody } from './bodies.ts'
import type { Hit, Option } from './hits.ts'
import { Marks } from './marks.ts'
import { hitsOf, type Placed, type Scene } from './scene.ts'

/** What a figure is a figure of: the hit that governs it, how it is read, and why. */
export interface Government {
  hit: Hit
  option: Option
  /** Where the tie was found. */
  tie: 'clause' | 'sentence' | 'own-noun' | 'whole' | 'paragraph'
  score: number
}

/** Event types that say where people figures stand, but count them only when nothing nearer does. */
const CONTEXT_TYPES = new Set([
  'attack',
  'agreement',
  'campaign',
  'other',
  'forecast',
  'capture-territory',
  'no-comment',
  'denial-of-knowledge',
  'deploy',
])
/** Populations that are themselves the outcome of an event. */
const OUTCOMES = new Set(['dead', 'wounded', 'missing', 'casualties'])
/** Least score at which a tie is believed. */
const BELIEVED = 20
/** What a noun of outcome loses where a verb says that something else comprises it. */
const COMPRISED_OWN = 14
/** Weights of the tie between a figure and a trigger; found on the project's corpus. */
const WEIGHT = {
  left: 100,
  right: 84,
  rightTouching: 91,
  /** The figure stands where the frame of the verb wants it: 'أفرج عن 5', 'قتل 5'. */
  framed: 8,
  rightMasdar: 42,
  rightIdiom: 66,
  stateLeft: 48,
  stateReckoned: 92,
  stateRight: 58,
  ownOutcome: 94,
  ownMasdar: 97,
  ownState: 46,
  weak: -28,
  context: -26,
  contextThing: -6,
  perToken: 2,
  perTokenMost: 34,
  between: -16,
  /** What a noun for bodies loses to the deed done with them. */
  moved: 60,
  /** The predicate right after another figure is that figure's. */
  taken: -25,
} as const

/** The trigger that governs a figure, in its clause or its sentence. */
export function governorOf(scene: Scene, figure: Placed<Quantity>): Government | undefined {
  let best: Government | undefined
  const hits = hitsOf(scene, figure.sentence)
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i]!
    for (const option of hit.options) {
      if (!counts(option, figure.mention)) continue
      const score = tieScore(scene, figure, hits, i, option)
      if (score < BELIEVED || (best && score <= best.score)) continue
      best = { hit, option, score, tie: tieOf(figure, hit, option) }
    }
  }
  return best
}

const tieOf = (figure: Placed<Quantity>, hit: Hit, option: Option): Government['tie'] => {
  if (option.trigger.kind === 'state' && hit.first >= figure.first && hit.last <= figure.last) return 'own-noun'
  return hit.clause === figure.clause ? 'clause' : 'sentence'
}

/** Whether a trigger can be an event of what the figure counts. */
export function counts({ trigger }: Option, quantity: Quantity): boolean {
  const of = quantity.counted?.of
  if (trigger.of && quantity.unit === 'person' && of !== undefined && !trigger.of.has(of)) return false
  if (trigger.of && quantity.unit !== 'person' && !countsThings(trigger.of, quantity)) return false
  return !(isMoney(quantity) && !MONEY_TYPES.has(trigger.type))
}

/** Things by their noun; 'vehicles' and 'weapons' for those that name no other use: an aid truck is no deployment. */
const countsThings = (of: ReadonlySet<string>, { unit, counted }: Quantity): boolean =>
  (counted !== undefined && of.has(counted.of)) || (of.has(`${unit}s`) && !(counted !== undefined && CIVIL_VEHICLES.has(counted.of)))

const CIVIL_VEHICLES = new Set(['trucks', 'buses', 'cars', 'ambulances', 'ships', 'boats', 'lorries', 'planes', 'trains'])

const MONEY_TYPES = new Set(['ransom', 'campaign', 'other'])
/** Currency codes are three capital letters (ISO 4217); the reader also gives bare names such as 'dinar'. */
const BARE_CURRENCIES = new Set(['dinar', 'dollar', 'pound', 'lira', 'riyal', 'dirham', 'rial', 'currency', 'money'])
/** Whether a quantity is a sum of money. @example isMoney({ unit: 'USD', … }) // true */
export const isMoney = ({ unit }: Pick<Quantity, 'unit'>): boolean => /^[A-Z]{3}$/u.test(unit) || BARE_CURRENCIES.has(unit)

function tieScore(scene: Scene, figure: Placed<Quantity>, hits: readonly Hit[], index: number, option: Option): number {
  const hit = hits[index]!
  const { trigger } = option
  let score = baseScore(scene, figure, hit, option)
  if (trigger.weak) score += WEIGHT.weak
  if (CONTEXT_TYPES.has(trigger.type)) score += figure.mention.unit === 'person' ? WEIGHT.context : WEIGHT.contextThing
  if (isOutOf(scene, figure) && !(hit.clause === figure.clause && hit.last >= figure.first)) return Number.NEGATIVE_INFINITY
  if (hit.last < figure.first) {
    if (touchesEarlier(scene, figure, hit)) score += WEIGHT.taken
  }
  if (trigger.type === 'kill' && isBody(scene, hit)) score -= isBodiesMoved(scene, figure, hit) ? WEIGHT.moved : 0
  else if (trigger.type === 'transfer' && OUTCOMES.has(figure.mention.counted?.of ?? '') && !ofBodies(scene, figure)) score -= 24
  return score + crossing(scene, figure, hit) - distance(scene, figure, hit) + between(hits, index, figure)
}

/** 'تسع جثث': bodies are counted, not the killed. */
const ofBodies = (scene: Scene, figure: Placed<Quantity>): boolean =>
  hitsOf(scene, figure.sentence).some((hit) => hit.first >= figure.first && hit.last <= figure.last && isBody(scene, hit))

function baseScore(scene: Scene, figure: Placed<Quantity>, hit: Hit, option: Option): number {
  const { kind } = option.trigger
  if (hit.last >= figure.first && hit.first <= figure.last)
    return ownScore(figure, hit, option) - (comprises(scene, figure) ? COMPRISED_OWN : 0)
  if (hit.last < figure.first) {
    if (kind !== 'state') return WEIGHT.left + (isFramed(scene, figure, hit, option) ? WEIGHT.framed : 0)
    if (isAmong(scene, hit, figure)) return WEIGHT.ownMasdar
    return isReckoned(scene, hit, scene.clauseOf) ? WEIGHT.stateReckoned : WEIGHT.stateLeft
  }
  const gap = hit.first - figure.last - 1
  if (kind === 'state') return gap <= 4 ? WEIGHT.stateRight : WEIGHT.stateLeft
  if (kind === 'masdar' && isAchieved(scene, figure, hit)) return WEIGHT.right
  if (kind === 'masdar' && !isLight(scene, hit)) return gap === 0 && !/^[وف]/u.test(hit.proclitics) ? WEIGHT.ownMasdar : WEIGHT.rightMasdar
  if (kind === 'idiom') return gap <= 1 ? WEIGHT.right : WEIGHT.rightIdiom
  if (hit.suffix !== '' && kind === 'verb') return WEIGHT.rightMasdar
  return gap <= 2 ? WEIGHT.rightTouching : WEIGHT.right
}

const PREPOSITION_OF = { an: 'عن', ala: 'على', bi: 'ب', li: 'ل' } as const
/** Words after a trigger within which its own preposition brings in the figure. */
const FRAME_REACH = 6

function isFramed({ document }: Scene, figure: Placed<Quantity>, hit: Hit, { trigger }: Option): boolean {
  const gap = figure.first - hit.last - 1
  if (trigger.patient === 'object' || trigger.patient === 'subject') return gap === 0
  return gap <= FRAME_REACH && (document.tokens[figure.first - 1]?.form === PREPOSITION_OF[trigger.patient] || gap === 0)
}

/** 'تمكن آلاف السجناء من الهرب': the verb before the figure takes the verbal noun after it. */
function isAchieved({ marks, document, clauses }: Scene, figure: Placed<Quantity>, hit: Hit): boolean {
  if (!FROM_IN.has(document.tokens[hit.first - 1]?.form ?? '')) return false
  for (let i = figure.first - 1; i >= Math.max(clauses[figure.clause]!.first, figure.first - 4); i--)
    if (marks[i]! & Marks.achieved) return true
  return false
}

const FROM_IN = new Set(['من', 'في'])

/** 'تم فحصهم', 'جرى اعتقالهم': the verbal noun is the predicate. */
const isLight = ({ terms }: Scene, { first }: Hit): boolean =>
  terms.at[first - 1]?.some(({ entry }) => entry.class === 'light' || entry.class === 'modal-light') === true

/** Words between 'من بين' and the figure it introduces. */
const OUT_OF_REACH = 2

/** 'أفرج عن 10 من بين 150 مختطفا': what happened to the part did not happen to the whole. */
export function isOutOf({ marks }: Scene, figure: Placed<Quantity>): boolean {
  for (let i = figure.first - 1; i >= Math.max(0, figure.first - OUT_OF_REACH); i--) {
    if (marks[i]! & Marks.outOf) return (marks[i]! & Marks.partOf) === 0
  }
  return false
}

/** Whether the trigger stands right after an earlier figure, as its predicate: 'أن شخصين قتلا'. */
const touchesEarlier = (scene: Scene, figure: Placed<Quantity>, hit: Hit): boolean =>
  hit.options[0]!.trigger.kind === 'verb' &&
  scene.by.figures[hit.sentence]!.some(
    (other) =>
      other !== figure &&
      other.sentence === hit.sentence &&
      other.clause === hit.clause &&
      hit.first > other.last &&
      hit.first - other.last <= 2,
  )

function ownScore(figure: Placed<Quantity>, hit: Hit, { trigger }: Option): number {
  if (trigger.kind === 'masdar' || trigger.kind === 'idiom') return WEIGHT.ownMasdar
  if (trigger.kind === 'verb') return WEIGHT.stateLeft
  const of = figure.mention.counted?.of
  return OUTCOMES.has(of ?? '') || OWN_OUTCOME_TYPES.has(trigger.type)
    ? WEIGHT.ownOutcome - (hit.last === figure.last ? 0 : 4)
    : WEIGHT.ownState
}

const OWN_OUTCOME_TYPES = new Set(['kill', 'injure', 'casualties', 'missing'])

/** Words before a state noun within which it is said to be counted: 'عدد القتلى', 'العدد النهائي للفارين', 'بين الفارين'. */
const RECKONED = 3
function isReckoned({ marks, document }: Scene, { first, clause }: Hit, clauseOf: Int32Array): boolean {
  if (document.tokens[first - 1]?.form === 'بين') return true
  for (let i = first - 1; i >= Math.max(0, first - RECKONED) && clauseOf[i] === clause; i--) if (marks[i]! & Marks.reckon) return true
  return false
}

/** 'بين المفرج عنهم سبعة جرحى': those who are counted are of these, whatever their noun says. */
const isAmong = ({ document }: Scene, { first, last }: Hit, figure: Placed<Quantity>): boolean =>
  document.tokens[first - 1]?.form === 'بين' && figure.first - last <= 3

/** What is comprised may stand as far off as it likes. */
const COMPRISED_DISTANCE = 8

function distance(scene: Scene, figure: Placed<Quantity>, hit: Hit): number {
  if (hit.last < figure.first && comprises(scene, figure)) return COMPRISED_DISTANCE
  const tokens = hit.last < figure.first ? figure.first - hit.last - 1 : Math.max(0, hit.first - figure.last - 1)
  return Math.min(WEIGHT.perTokenMost, tokens * WEIGHT.perToken)
}

/** Other predicates between the two weaken the tie. */
function between(hits: readonly Hit[], index: number, figure: Placed<Quantity>): number {
  const hit = hits[index]!
  let count = 0
  for (let i = index + 1; i < hits.length && hits[i]!.last < figure.first; i++) if (isPredicate(hits[i]!)) count++
  for (let i = index - 1; i >= 0 && hits[i]!.first > figure.last; i--) if (isPredicate(hits[i]!)) count++
  return hit.last < figure.first ? Math.max(-40, count * WEIGHT.between) : Math.max(-40, count * WEIGHT.between)
}

const isPredicate = (hit: Hit): boolean => hit.options.some(({ trigger }) => trigger.kind === 'verb' || trigger.kind === 'masdar')

/** What it costs that figure and trigger stand in different clauses. */
function crossing(scene: Scene, figure: Placed<Quantity>, hit: Hit): number {
  if (figure.clause === hit.clause) return 0
  if (resumes(scene, figure, hit)) return -4
  if (hit.last < figure.first && comprises(scene, figure)) return -6
  const inner = scene.clauses[figure.clause]!
  const outer = scene.clauses[hit.clause]!
  if (inner.parent === hit.clause) return costOf(inner.kind)
  if (outer.parent === figure.clause) return costOf(outer.kind)
  return -58
}

/** 'أن 4 رهائن، هم 3 صينيين وموريتاني، أفرج عنهم': the predicate goes on behind an apposition between commas. */
function resumes({ document: { tokens } }: Scene, figure: Placed<Quantity>, hit: Hit): boolean {
  if (hit.first - figure.last < 4 || tokens[figure.last + 1]?.form !== '،' || tokens[hit.first - 1]?.form !== '،') return false
  if (hit.options[0]!.trigger.kind === 'masdar') return false
  return [2, 3].some((on) => APPOSED.test(tokens[figure.last + on]?.form ?? ''))
}

const APPOSED = /^(?:و?(?:هم|هن|هما)|(?:بين|معظم|غالبيت|اغلب|اغلبيت|جميع|كل|احد|اكثر|من|ضمن|نصف|ثلث)(?:هم|هن|ها|هما)|وبينهم|وبينهن|اصل)$/u

const COSTS: Record<string, number> = { that: -30, relative: -42, when: -46, and: -44, new: -40, main: -50 }
const costOf = (kind: string): number => COSTS[kind] ?? -50

/** 'وشملت 200': the verb says that what was told before is made of the figure. */
function comprises({ marks, clauses }: Scene, figure: Placed<Quantity>): boolean {
  const { first } = clauses[figure.clause]!
  for (let i = Math.max(first, figure.first - 12); i < figure.first; i++) if (marks[i]! & Marks.comprise) return true
  return false
}
