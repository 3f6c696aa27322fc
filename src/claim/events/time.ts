import type { Claim, EventType, Span, Statement, Time } from '../../model.ts'
import { statementAt } from './chain.ts'
import { Marks } from './marks.ts'
import { hitsOf, type Placed, type Scene, termOf } from './scene.ts'

/** What a time or a place is looked for: the tokens of the event, in its sentence and clause. */
export interface Anchor {
  first: number
  last: number
  sentence: number
  clause: number
  /** Clause of the figure, where it is another one. */
  figureClause: number
  /** Token that tells in whose words the event stands. */
  voice: number
  type: EventType
  /** The event is only spoken of again here: a relative clause may say when and where it was. */
  again?: true
}

type ClaimTime = NonNullable<Claim['time']>

/** Least score at which a mention is taken for the event's own. */
const TAKEN = 20
const WEIGHT = { same: 100, figure: 90, related: 58, fronted: 80, far: 12, perToken: 1.5, beforeHit: -6 } as const

/** The time that the text gives for an event, in its clause and then in its sentence. */
export function timeOf(scene: Scene, anchor: Anchor): { time: ClaimTime; why: string } | undefined {
  let best: { placed: Placed<Time>; score: number } | undefined
  for (const placed of scene.by.times[anchor.sentence]!) {
    if (!isDate(placed.mention) || !sameVoice(scene, anchor, placed.mention)) continue
    const score = nearness(scene, anchor, placed) - ofOneOfThem(scene, anchor, placed)
    if ((STANDING.has(anchor.type) || isLater(scene, anchor)) && placed.clause !== anchor.clause) continue
    if (score >= TAKEN && (!best || score > best.score)) best = { placed, score }
  }
  if (!best) return undefined
  const { mention, clause } = best.placed
  return {
    time: { edtf: asInterval(scene, anchor, best.placed), mention: mention.id },
    why: clause === anchor.clause ? 'time-in-clause' : 'time-in-sentence',
  }
}

/** 'وأفرجت عنهما بعد أربعة أشهر': some while after what the clause before dates. */
const isLater = ({ times, document }: Scene, anchor: Anchor): boolean =>
  times.some(
    ({ mention, clause, first }) =>
      clause === anchor.clause && mention.edtf?.startsWith('P') === true && document.tokens[first - 1]?.form === 'بعد',
  )

/** Conditions that last: a time dates them only in their own clause. */
const STANDING: ReadonlySet<EventType> = new Set(['camp-population', 'hold'])

/** 'ثلاث عمليات، الأولى في شباط': the time is that of one of them, unless the figure comes after it. */
function ofOneOfThem({ terms }: Scene, anchor: Anchor, placed: Placed<Time>): number {
  if (placed.first <= anchor.last) return 0
  for (let i = anchor.last + (anchor.again ? 2 : 1); i < placed.first; i++) if (termOf(terms, i, 'ordinal')) return ORDINAL_COST
  return 0
}

const ORDINAL_COST = 90

const isDate = ({ edtf }: Time): boolean => edtf !== null && !edtf.startsWith('P')

/** A time or place of the words that announce a source is not the event's: both must stand in one statement, or in none. */
export const sameVoice = (scene: Scene, anchor: Anchor, mention: Span): boolean => {
  const { document, statements } = scene
  const statement = statementAt(statements, document.tokens[anchor.voice]!.start)
  const other = statementAt(statements, mention.start)
  if (statement && statement === other && isOfCue(scene, statement, mention)) return false
  if (statement === other) return statement !== undefined || !insideCue(statements, mention)
  return statement !== undefined && other !== undefined && statement.end === other.end && mention.start >= statement.start
}

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
  return base - Math.max(0, gap) * WEIGHT.perToken + (after ? 0 : WEIGHT.beforeHit) - behindAdjunct(scene, anchor, placed)
}

function clauseScore(scene: Scene, anchor: Anchor, clause: number, placed: Placed<Span>): number {
  if (clause === anchor.clause) return WEIGHT.same
  if (clause === anchor.figureClause) return WEIGHT.figure
  if (isFronted(scene, placed)) return WEIGHT.fronted
  const own = scene.clauses[anchor.clause]!
  const other = scene.clauses[clause]!
  if (follows(scene, anchor.clause, clause)) return WEIGHT.related
  if (other.kind === 'when' && other.parent === anchor.clause && WHILE.has(scene.document.tokens[other.first]!.form)) return WEIGHT.related
  if (other.kind === 'relative' && anchor.again && other.parent === anchor.clause) return WEIGHT.related
  if (other.kind === 'relative' || other.kind === 'when' || other.kind === 'that') return WEIGHT.far
  return other.parent === anchor.clause || own.parent === clause ? WEIGHT.related : WEIGHT.far
}

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
function isFronted(scene: Scene, placed: Placed<Span>): boolean {
  const { first } = scene.document.sentences[placed.sentence]!
  if (placed.first - first > FRONT) return false
  return !hitsOf(scene, placed.sentence).some((hit) => hit.last < placed.first)
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
  for (let i = anchor.last + 1; i < placed.first - 1; i++) if (ELSEWHERE.has(scene.document.tokens[i]!.form)) return ANOTHER
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

/** 'أثناء عودتهم من اجتماع في أعزاز': what follows tells of another doing, unless the time itself follows at once. */
const ELSEWHERE = new Set(['اثناء', 'لدى', 'بعد', 'قبل'])

/** 'إثر سقوط صاروخ يوم الأحد', 'في هجوم أمس': cause and outcome share their time and place. */
const CAUSES = new Set(['اثر', 'جراء', 'نتيجة', 'بسبب', 'خلال', 'اثناء'])
const hasOutcome = (scene: Scene, first: number): boolean => CAUSES.has(scene.document.tokens[first - 1]?.form ?? '')

/** 'منذ شباط' opens an interval; a toll given as of a later day closes it. */
function asInterval(scene: Scene, anchor: Anchor, placed: Placed<Time>): string {
  const { edtf, modifier } = placed.mention
  const date = edtf ?? ''
  if (date.includes('/')) return date
  if (modifier === 'since' || isAfterSince(scene, placed)) return `${date}/${asOf(scene, anchor, placed) ?? '..'}`
  return modifier === 'until' ? `../${date}` : date
}

const isAfterSince = ({ document }: Scene, { first }: Placed<Time>): boolean => document.tokens[first - 1]?.form === 'منذ'

/** 'وفق حصيلة صدرت الجمعة … منذ الاثنين': the day of the toll, given before the statement. */
function asOf(scene: Scene, anchor: Anchor, since: Placed<Time>): string | undefined {
  for (const { mention, sentence, first } of scene.times) {
    if (sentence !== anchor.sentence || mention === since.mention || first > anchor.first || !isDate(mention)) continue
    if (mention.edtf!.includes('/') || mention.edtf!.length !== since.mention.edtf!.length || mention.edtf! <= since.mention.edtf!) continue
    if (reckonedBefore(scene, sentence, first)) return mention.edtf!
  }
  return undefined
}

function reckonedBefore(scene: Scene, sentence: number, before: number): boolean {
  for (let i = scene.document.sentences[sentence]!.first; i < before; i++) if (termOf(scene.terms, i, 'reckon')) return true
  return false
}
