import type { EventType, Modality, Quantity } from '../../model.ts'
import { statementAt } from './chain.ts'
import type { Hit, Option } from './hits.ts'
import { Marks } from './marks.ts'
import { type Placed, type Scene, termOf } from './scene.ts'

interface Modal {
  modality: Modality
  /** A negation: only a finite verb right after it is denied. */
  verb?: boolean
  /** Words within which it reaches, where it is a common word. */
  near?: number
}
/** How an event stands to the facts, and the rule that says so. */
export interface Stance {
  modality: Modality
  why: string
}

/** Words back from a trigger in which the word that governs it is looked for. */
const REACH = 16
/** Words back from a figure that no trigger governs. */
const REACH_WITHOUT_TRIGGER = 3
/** Words back over a complementizer ('وعد بأن'). */
const REACH_OVER_THAT = 7
/** Prepositions right before a trigger that take it out of the reach of an earlier verb ('طالب بالتحقيق في مقتل'). */
const SHIELDS = new Set(['في', 'بشأن', 'حول', 'عن', 'ضد', 'حيال', 'إزاء', 'ازاء', 'من', 'على'])
const FULFILLED: Stance = { modality: 'actual', why: 'told-as-fact' }

/** The stance of the event that a trigger tells of; without one, of what is said around the figure. */
export function stanceOf(scene: Scene, hit: Hit | undefined, option: Option | undefined, figure: Placed<Quantity> | undefined): Stance {
  if (option?.trigger.modality && hit) return { modality: option.trigger.modality, why: `trigger:${option.trigger.id}` }
  const first = hit?.first ?? figure?.first
  if (first === undefined || (option && SILENT.has(option.trigger.type))) return FULFILLED
  if (option?.trigger.type === 'forecast') return { modality: 'possible', why: 'forecast' }
  if (hit && undoneAfter(scene, hit)) return { modality: 'denied', why: 'undone' }
  const local =
    verbStance(scene, hit, option) ?? governed(scene, first, hit, option) ?? betweenStance(scene, hit, figure) ?? purpose(hit, option)
  const stance =
    local ?? (isShielded(scene, first, option) ? undefined : saidStance(scene, first)) ?? lightPresent(scene, first) ?? FULFILLED
  return underCondition(scene, first, hit, option, stance)
}

/** A refusal to speak is itself the fact. */
const SILENT: ReadonlySet<EventType> = new Set(['no-comment', 'denial-of-knowledge'])

/** 'محاولة فرار أحبطها الحراس': right after the trigger, a verb undoes it. */
function undoneAfter(scene: Scene, { last }: Hit): boolean {
  for (let i = last + 1; i <= Math.min(scene.document.tokens.length - 1, last + 2); i++) {
    const undoing = scene.terms.at[i]?.some(
      ({ entry, features, suffix }) =>
        entry.class === 'modal' && (entry.value as Modal).modality === 'denied' && features?.tense === 'past' && suffix !== '',
    )
    if (undoing) return true
  }
  return false
}

const OPEN: ReadonlySet<Modality> = new Set(['planned', 'possible', 'demanded'])

/** 'سنطلق سراحهم إذا …': what is yet to come hangs on the condition in its sentence. */
function underCondition(scene: Scene, first: number, hit: Hit | undefined, option: Option | undefined, stance: Stance): Stance {
  const toCome =
    OPEN.has(stance.modality) || (stance.modality === 'actual' && option?.trigger.kind === 'verb' && option.features?.tense === 'present')
  if (!toCome || stance.modality === 'demanded') return stance
  const { last } = scene.document.sentences[scene.document.sentenceOf[first]!]!
  for (let i = (hit?.last ?? first) + 1; i <= last; i++) {
    if (modalAt(scene, i)?.modality === 'conditional' && !isVerbal(scene, i)) return { modality: 'conditional', why: 'condition-follows' }
  }
  return stance
}

const isVerbal = (scene: Scene, token: number): boolean =>
  scene.terms.at[token]!.some((term) => term.entry.class === 'modal' && term.entry.pos !== 'particle')

function verbStance(scene: Scene, hit: Hit | undefined, option: Option | undefined): Stance | undefined {
  if (!hit || option?.trigger.kind !== 'verb' || option.trigger.negated) return undefined
  if (hit.proclitics.endsWith('س')) return { modality: 'planned', why: 'future-prefix' }
  const before = scene.document.tokens[hit.first - 1]?.form ?? ''
  const present = option.features?.tense === 'present'
  if (present && /^[وفل]?قد$/u.test(before)) return { modality: 'possible', why: 'qad-with-present' }
  return isDenied(scene, hit.first) && !excepted(scene, hit) ? { modality: 'denied', why: 'negated-verb' } : undefined
}

function isDenied(scene: Scene, first: number): boolean {
  const before = first - 1
  if (before < 0 || scene.clauses[scene.clauseOf[first]!]!.first > before) return false
  if (scene.marks[before]! & Marks.still) return false
  const negation = scene.terms.at[before]?.some(
    (term) => term.entry.class === 'modal' && term.last === before && (term.entry.value as Modal).verb,
  )
  return negation === true || modalEnding(scene, before)?.verb === true
}

/** A two-word negation ('دون أن') that ends at a token. */
function modalEnding(scene: Scene, token: number): Modal | undefined {
  const term = scene.terms.at[token - 1]?.find((one) => one.entry.class === 'modal' && one.last === token)
  return term?.entry.value as Modal | undefined
}

const EXCEPTIONS = new Set(['سوى', 'الا', 'غير'])
/** 'لم يقتل سوى 3': three were killed. */
function excepted(scene: Scene, hit: Hit): boolean {
  const end = Math.min(scene.document.tokens.length - 1, hit.last + 4)
  for (let i = hit.last + 1; i <= end; i++) if (EXCEPTIONS.has(scene.document.tokens[i]!.form)) return true
  return false
}

function modalAt(scene: Scene, token: number): Modal | undefined {
  if ((scene.marks[token]! & Marks.modal) === 0 || scene.marks[token]! & Marks.still) return undefined
  return termOf<Modal>(scene.terms, token, 'modal')?.entry.value
}

/** The word to the left that governs the trigger: 'تعتزم تسليم', 'دعا إلى إطلاق', 'احتمال'. */
function governed(scene: Scene, first: number, hit: Hit | undefined, option: Option | undefined): Stance | undefined {
  const { document, clauses, clauseOf } = scene
  if (isShielded(scene, first, option)) return undefined
  const clause = clauses[clauseOf[first]!]!
  const floor = Math.max(clause.first, first - (hit ? REACH : REACH_WITHOUT_TRIGGER))
  for (let i = first - 1; i >= floor; i--) {
    const modal = coveringModal(scene, i, first)
    if (modal && first - i <= (modal.near ?? REACH) && reaches(scene, modal, option, i))
      return undone(scene, i, floor) ?? { modality: modal.modality, why: `governed-by:${document.tokens[i]!.form}` }
    if (isQadPresent(scene, i)) return { modality: 'possible', why: 'qad-with-present' }
    if (scene.marks[i]! & Marks.achieved) return isDenied(scene, i) ? { modality: 'denied', why: 'not-achieved' } : undefined
    if (scene.marks[i]! & Marks.adjunct) return undefined
  }
  return overThat(scene, first)
}

/** A bare negation reaches only the verb right after it ({@link verbStance}); a finite past verb answers to particles alone. */
function reaches(scene: Scene, modal: Modal, option: Option | undefined, at: number): boolean {
  if (modal.verb || (option?.trigger.type === 'refuse-repatriation' && modal.modality === 'denied')) return false
  const past = option?.trigger.kind === 'verb' && option.features?.tense === 'past'
  return !past || (isParticle(scene, at) && PARTICLES.has(modal.modality))
}

const PARTICLES: ReadonlySet<Modality> = new Set(['possible', 'conditional'])
const isParticle = (scene: Scene, at: number): boolean => termOf(scene.terms, at, 'modal')!.entry.pos === 'particle'

/** Words before a plan or an attempt within which what undoes it stands: 'فشلت مفاوضات', 'أحبط محاولة'. */
const UNDOING = 4

function undone(scene: Scene, at: number, floor: number): Stance | undefined {
  for (let i = at - 1; i >= Math.max(floor, at - UNDOING); i--) {
    if (modalAt(scene, i)?.modality === 'denied' && !modalAt(scene, i)?.verb)
      return { modality: 'denied', why: `governed-by:${scene.document.tokens[i]!.form}` }
    if (scene.marks[i]! & Marks.achieved) return FULFILLED
  }
  return undefined
}

/** 'قد تتضمن الصفقة': before a present verb the particle makes it possible. */
function isQadPresent({ document, terms }: Scene, at: number): boolean {
  if (!/^[وفل]?قد$/u.test(document.tokens[at]!.form)) return false
  return terms.at[at + 1]?.some(({ features }) => features?.tense === 'present') === true
}

/** Prepositions that take a phrase out of the reach of an earlier verb; of the others, a phrase of several words takes part in its clause. */
const FIRM_SHIELDS = new Set(['عن', 'بشأن', 'حول', 'حيال', 'ازاء'])

function isShielded(scene: Scene, first: number, option: Option | undefined): boolean {
  const before = scene.document.tokens[first - 1]?.form ?? ''
  if (!option || option.trigger.kind === 'verb' || ownPreposition(scene, first)) return false
  return option.trigger.kind === 'masdar' ? SHIELDS.has(before) : FIRM_SHIELDS.has(before)
}

/** 'نفى أن', 'وعد بأن', 'يخشى أن': the clause opens with the complementizer, the word that governs it stands before. */
function overThat(scene: Scene, first: number): Stance | undefined {
  const { clauses, clauseOf, document } = scene
  const clause = clauses[clauseOf[first]!]!
  if (clause.kind !== 'that' || clause.parent < 0 || first - clause.first > REACH) return undefined
  const outer = clauses[clause.parent]!
  for (let i = clause.first - 1; i >= Math.max(outer.first, clause.first - REACH_OVER_THAT); i--) {
    const modal = modalAt(scene, i)
    if (modal && !modal.verb && (clause.first - i <= NOUN_REACH || isFiniteVerb(scene, i)))
      return { modality: modal.modality, why: `governed-by:${document.tokens[i]!.form}` }
    if (scene.marks[i]! & Marks.adjunct) return undefined
  }
  return undefined
}

/** Words between a noun and the clause it governs: 'احتمال أن', 'خشية من أن'. */
const NOUN_REACH = 3
const isFiniteVerb = (scene: Scene, token: number): boolean => termOf(scene.terms, token, 'modal')!.features?.tense !== undefined

const coveringModal = (scene: Scene, token: number, first: number): Modal | undefined => {
  const modal = modalAt(scene, token)
  if (!modal) return undefined
  const term = termOf<Modal>(scene.terms, token, 'modal')!
  return term.last < first ? modal : undefined
}

/** 'فشل في إطلاق', 'نجا من محاولة اغتيال': the preposition is that of the governing word. */
function ownPreposition(scene: Scene, first: number): boolean {
  for (let i = first - 2; i >= Math.max(0, first - 4); i--) {
    const modal = modalAt(scene, i)
    if (modal && !modal.verb) return true
  }
  return false
}

/** 'ثلاثة أسرى يمكن إدراجهم في …': the word stands between figure and trigger. */
function betweenStance(scene: Scene, hit: Hit | undefined, figure: Placed<Quantity> | undefined): Stance | undefined {
  if (!hit || !figure || hit.first < figure.last) return undefined
  for (let i = figure.last + 1; i < hit.first; i++) {
    const modal = modalAt(scene, i)
    if (modal && !modal.verb) return { modality: modal.modality, why: `governed-by:${scene.document.tokens[i]!.form}` }
  }
  return undefined
}

const PURPOSES = new Set<EventType>(['release', 'repatriate', 'evacuate', 'transfer', 'breakout', 'return-home'])

/** 'مفاوضات للإفراج عن': what is aimed at has not come about. */
const purpose = (hit: Hit | undefined, option: Option | undefined): Stance | undefined =>
  hit && option?.trigger.kind === 'masdar' && hit.proclitics.endsWith('ل') && PURPOSES.has(option.trigger.type)
    ? { modality: 'planned', why: 'purpose' }
    : undefined

/** Words from the start of what a sentence says within which a plan, a wish or a denial opens it. */
const OPENED = 3

/** The stance of a sentence that no trigger tells of: by the word that opens it, else by the act of its source. */
export function openingStance(scene: Scene, first: number): Stance {
  for (let i = first; i <= Math.min(scene.document.tokens.length - 1, first + OPENED); i++) {
    const term = scene.terms.at[i]?.find(({ entry }) => entry.class === 'modal')
    if (term) return { modality: (term.entry.value as Modal).modality, why: `opened-by:${scene.document.tokens[i]!.form}` }
  }
  return saidStance(scene, first) ?? FULFILLED
}

/** What a source denies, demands or threatens, by the act of the statement it stands in, when it opens the statement. */
function saidStance(scene: Scene, first: number): Stance | undefined {
  const at = scene.document.tokens[first]!.start
  const statement = statementAt(scene.statements, at)
  const act = statement?.chain.at(-1)?.act
  if (!statement || !act || at - statement.start > OPENING || verbBetween(scene, statement.start, first)) return undefined
  const modality = MODALITY_OF_ACT[act]
  return modality ? { modality, why: `act:${act}` } : undefined
}

function verbBetween({ marks, document }: Scene, start: number, first: number): boolean {
  for (let i = first - 1; i >= 0 && document.tokens[i]!.start >= start; i--) if (marks[i]! & Marks.verb) return true
  return false
}

/** UTF-16 code units from the start of a statement in which its act reaches an event. */
const OPENING = 40
const MODALITY_OF_ACT: Partial<Record<string, Modality>> = { deny: 'denied', demand: 'demanded', threaten: 'conditional' }

/** 'يتم احتجاز': told in the present, without a time, it is a practice. */
function lightPresent(scene: Scene, first: number): Stance | undefined {
  const { document, terms } = scene
  const sentence = document.sentenceOf[first]!
  if (document.sentences[sentence]!.block === 'title') return undefined
  for (let i = first - 1; i >= Math.max(0, first - 2); i--) {
    if (document.sentenceOf[i] !== sentence) return undefined
    if (!termOf(terms, i, 'modal-light')) continue
    const dated = scene.times.some((time) => time.sentence === sentence)
    return dated ? undefined : { modality: 'generic', why: 'practice' }
  }
  return undefined
}
