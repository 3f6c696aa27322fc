import type { EventType, Span, Statement } from '../../model.ts'
import { statementAt } from './chain.ts'
import type { Hit } from './hits.ts'
import { Marks } from './marks.ts'
import { hitsOf, type Placed, type Scene } from './scene.ts'

/** What a time or a place is looked for: the tokens of the event, in its sentence and clause. */
export interface Anchor {
  first: number
  last: number
  sentence: number
  clause: number
  /** Clause of the figure, where it is another one. */
  figureClause: number
  /** Token whose statement is the claim's: the figure's, or the event's own. */
  voice: number
  type: EventType
  /** The event is only spoken of again here: a relative clause may say when and where it was. */
  again?: true
}

/** Least score at which a mention is taken for the event's own. */
export const TAKEN = 20
const WEIGHT = { same: 100, figure: 90, related: 58, fronted: 80, far: 12, perToken: 1.5, beforeHit: -6 } as const

/** A time or place of the words that announce a source is not the event's: both must stand in one statement, or in none. */
export const sameVoice = (scene: Scene, anchor: Anchor, mention: Span): boolean => {
  const { statements } = scene
  const statement = statementOf(scene, anchor)
  const other = statementAt(statements, mention.start)
  if (statement && statement === other && isOfCue(scene, statement, mention)) return false
  if (statement === other) return statement !== undefined || !insideCue(statements, mention)
  return statement !== undefined && other !== undefined && statement.end === other.end && mention.start >= statement.start
}

/** The statement that holds what is claimed. */
export const statementOf = ({ document, statements }: Scene, anchor: Anchor): Statement | undefined =>
  statementAt(statements, document.tokens[anchor.voice]!.start)

/** 'أكد …، في تصريح اليوم، الإفراج عن': what stands before the object of a verb of saying belongs to the saying. */
function isOfCue({ hits, document }: Scene, { start, end, why }: Statement, mention: Span): boolean {
  if (!why?.[0]?.endsWith('/object')) return false
  const first = hits.find((hit) => document.tokens[hit.first]!.start >= start)
  return first !== undefined && document.tokens[first.first]!.start < end && mention.end <= document.tokens[first.first]!.start
}

const insideCue = (statements: Scene['statements'], mention: Span): boolean =>
  statements.some(({ chain }) => chain.some(({ cue }) => cue && cue.start <= mention.start && mention.end <= cue.end))

/** How closely a mention of the sentence is tied to an event. */
export function nearness(scene: Scene, anchor: Anchor, placed: Placed<Span>): number {
  const after = placed.first > anchor.last
  const gap = after ? placed.first - anchor.last - 1 : anchor.first - placed.last - 1
  const base = clauseScore(scene, anchor, placed.clause, placed)
  const cost = behindAdjunct(scene, anchor, placed) + ofAnother(scene, anchor, placed)
  return base - Math.max(0, gap) * WEIGHT.perToken + (after ? 0 : WEIGHT.beforeHit) - cost
}

function clauseScore(scene: Scene, anchor: Anchor, clause: number, placed: Placed<Span>): number {
  if (clause === anchor.clause) return WEIGHT.same
  if (clause === anchor.figureClause) return WEIGHT.figure
  if (isFronted(scene, placed)) return WEIGHT.fronted
  const own = scene.clauses[anchor.clause]!
  const other = scene.clauses[clause]!
  if (follows(scene, anchor.clause, clause)) return WEIGHT.related
  if (isMeanwhile(scene, anchor) && own.parent >= 0 && (own.parent === clause || follows(scene, own.parent, clause))) return WEIGHT.related
  if (
    other.kind === 'when' &&
    (other.parent === anchor.clause || follows(scene, other.parent, anchor.clause)) &&
    WHILE.has(scene.document.tokens[other.first]!.form)
  )
    return WEIGHT.related
  if (other.kind === 'relative' && anchor.again && other.parent === anchor.clause) return WEIGHT.related
  if (other.kind === 'relative' || other.kind === 'when' || other.kind === 'that') return WEIGHT.far
  return other.parent === anchor.clause || own.parent === clause ? WEIGHT.related : WEIGHT.far
}

/** 'قتل 5 الأحد فيما أصيب 3': what fighting does to others in the same breath. */
const isMeanwhile = ({ clauses, document }: Scene, { clause, type }: Anchor): boolean =>
  OUTCOMES.has(type) && MEANWHILE.has(document.tokens[clauses[clause]!.first]!.form)

const MEANWHILE = new Set(['فيما', 'بينما'])

/** Clauses up from an outcome within which its event is told. */
const OUTCOME_DEPTH = 3

/** Whether a clause goes on with another: joined to it, or telling its outcome. */
function follows({ clauses, document }: Scene, inner: number, outer: number): boolean {
  let at = inner
  for (let depth = 0; depth < OUTCOME_DEPTH && at >= 0; depth++) {
    const { kind, parent, first } = clauses[at]!
    if (kind !== 'and' && !CONSEQUENCE.has(document.tokens[first]!.form)) return false
    if (parent === outer) return true
    at = parent
  }
  return false
}

/** What opens a clause of the outcome: 'قصفت سوقا الثلاثاء، ما تسبب في مقتل 5'. */
const CONSEQUENCE = new Set(['ما', 'مما', 'الامر'])
/** Subordinators of the same moment: 'قتل 5 عندما سقط صاروخ'. */
const WHILE = new Set(['عندما', 'حينما', 'حين', 'لما', 'وقتما'])
/** Words at the head of a sentence that still frame all of it: 'ويوم الجمعة، …'. */
const FRONT = 6

/** Whether a mention stands at the head of its sentence, before anything happens in it. */
export function isFronted(scene: Scene, placed: Placed<Span>): boolean {
  const { first } = scene.document.sentences[placed.sentence]!
  if (placed.first - first > FRONT) return false
  return !hitsOf(scene, placed.sentence).some((hit) => hit.last < placed.first)
}

/** Whether a mention opens its sentence before the words of saying, outside the statement of what is claimed. */
export function isBeforeCue(scene: Scene, anchor: Anchor, placed: Placed<Span>): boolean {
  const statement = statementOf(scene, anchor)
  const cue = statement?.chain.find((hop) => hop.cue)?.cue
  const { end } = placed.mention
  return statement !== undefined && cue !== undefined && end <= cue.start && end <= statement.start && isFronted(scene, placed)
}

/** What a mention loses that belongs to another doing. */
const ANOTHER = 70

/** Between event and mention another event is dated: 'اعتقل بعد هجوم وقع الثلاثاء'. */
function behindAdjunct(scene: Scene, anchor: Anchor, placed: Placed<Span>): number {
  if (placed.first <= anchor.last) return 0
  for (const hit of hitsOf(scene, anchor.sentence)) {
    if (hit.first <= anchor.last || hit.last >= placed.first) continue
    if (hit.first > 0 && scene.marks[hit.first - 1]! & Marks.adjunct && !hasOutcome(scene, hit.first)) return ANOTHER
  }
  if (fightsBetween(scene, anchor, placed)) return 0
  if (toldBetween(scene, anchor, placed)) return ANOTHER
  for (let i = anchor.last + 1; i < placed.first - 1; i++) if (isElsewhere(scene, i)) return ANOTHER
  return 0
}

/** What fighting does to people. */
const OUTCOMES: ReadonlySet<EventType> = new Set(['kill', 'injure', 'casualties', 'attack', 'displace', 'missing', 'capture-territory'])

/** 'قتل 5 بعد سقوط صاروخ في تعز': the fighting is the event itself. */
const fightsBetween = (scene: Scene, anchor: Anchor, placed: Placed<Span>): boolean =>
  OUTCOMES.has(anchor.type) &&
  hitsOf(scene, anchor.sentence).some(
    (hit) => hit.first > anchor.last && hit.last < placed.first && hit.options.some(({ trigger }) => trigger.type === 'attack'),
  )

/** 'أفرجت عن 8 بحارة اختطفتهم عام 2021': a verb of another kind after those who are counted has what follows it. */
const toldBetween = (scene: Scene, anchor: Anchor, placed: Placed<Span>): boolean =>
  hitsOf(scene, anchor.sentence).some(
    (hit) =>
      hit.first > anchor.last &&
      hit.last < placed.first &&
      hit.clause === anchor.clause &&
      hit.clause === placed.clause &&
      !IN.has(scene.document.tokens[hit.first - 2]?.form ?? '') &&
      hit.options.every(({ trigger }) => trigger.kind === 'verb' && trigger.type !== anchor.type && !SETTINGS.has(trigger.type)),
  )

/** 'خلال عمليات نفذها الجيش': what the event happened in. */
const IN = new Set(['في', 'خلال', 'اثناء', 'ضمن', 'اثر', 'جراء'])
const SETTINGS: ReadonlySet<EventType> = new Set(['attack', 'campaign', 'agreement', 'capture-territory', 'deploy', 'other'])

/** 'أثناء عودتهم من اجتماع في أعزاز': what follows tells of another doing, unless the time itself follows at once. */
const ELSEWHERE = new Set(['اثناء', 'لدى', 'بعد', 'قبل'])

/** 'محتجزين لدى مهربين' names who holds them. */
const isElsewhere = (scene: Scene, at: number): boolean => {
  const { form } = scene.document.tokens[at]!
  return ELSEWHERE.has(form) && !(form === 'لدى' && holdsBefore(scene, at))
}

/** Words back from 'لدى' to who is held. */
const HELD = 3
const holdsBefore = ({ hits }: Scene, at: number): boolean =>
  hits.some((hit) => hit.last < at && at - hit.last <= HELD && isOfType(hit, (type) => type === 'hold' || type === 'arrest'))

/** 'إثر سقوط صاروخ يوم الأحد', 'في هجوم أمس': cause and outcome share their time and place. */
const CAUSES = new Set(['اثر', 'جراء', 'نتيجة', 'بسبب', 'خلال', 'اثناء'])
const hasOutcome = (scene: Scene, first: number): boolean => CAUSES.has(scene.document.tokens[first - 1]?.form ?? '')

/** '12 مقابل 21 في 2019': what follows the figure set beside another is that one's. */
const isCompared = ({ document, figures }: Scene, anchor: Anchor, placed: Placed<Span>): boolean =>
  figures.some(({ first, last }) => first > anchor.last && last < placed.first && COMPARED.has(document.tokens[first - 1]!.form))

/** Both sides of a deal are given at one time and place. */
const DEALS: ReadonlySet<EventType> = new Set(['exchange', 'ransom', 'release'])
const COMPARED = new Set(['مقابل', 'بدل', 'عوض'])

/** What is said of a result, and not of what it came from. */
function ofAnother(scene: Scene, anchor: Anchor, placed: Placed<Span>): number {
  const after = placed.first > anchor.last
  if (after && !DEALS.has(anchor.type) && isCompared(scene, anchor, placed)) return ANOTHER
  return isResult(scene.document, after ? anchor.last : placed.last, after ? placed.first : anchor.first) ? ANOTHER : 0
}

const COMMAS = new Set(['،', ','])

/** '، ليرتفع العدد منذ 2015 إلى': after a comma, ل with a verb of reaching opens what came of it. */
function isResult({ tokens }: Scene['document'], from: number, to: number): boolean {
  for (let i = from + 2; i < to; i++) if (COMMAS.has(tokens[i - 1]!.form) && RESULTS.has(tokens[i]!.form)) return true
  return false
}

const RESULTS = new Set(
  ['رتفع', 'بلغ', 'صل', 'صبح', 'زداد', 'تجاوز', 'تخطى', 'قفز', 'نخفض', 'تراجع', 'صعد'].flatMap((stem) => [`لي${stem}`, `لت${stem}`]),
)

/** Whether a hit may stand for an event of such a type. */
export const isOfType = (hit: Hit, fits: (type: EventType) => boolean): boolean => hit.options.some(({ trigger }) => fits(trigger.type))
