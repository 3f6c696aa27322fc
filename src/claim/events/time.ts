import type { Claim, EventType, Statement, Time } from '../../model.ts'
import { Marks } from './marks.ts'
import { type Anchor, isBeforeCue, nearness, sameVoice, statementOf, TAKEN } from './nearness.ts'
import { type Placed, type Scene, termOf } from './scene.ts'

type ClaimTime = NonNullable<Claim['time']>

/** The time that the text gives for an event: in its clause, then in its sentence, then the day on which it was announced as done. */
export function timeOf(scene: Scene, anchor: Anchor): { time: ClaimTime; why: string } | undefined {
  let best: { placed: Placed<Time>; score: number } | undefined
  for (const placed of scene.by.times[anchor.sentence]!) {
    if (!isDate(placed.mention) || isRate(scene, placed)) continue
    const voiced = sameVoice(scene, anchor, placed.mention)
    if (!voiced && !isFrame(scene, anchor, placed)) continue
    const score = voiced
      ? nearness(scene, anchor, placed) - ofOneOfThem(scene, anchor, placed) - ofOtherPeriod(scene, anchor, placed)
      : FRAMED
    if ((STANDING.has(anchor.type) || isLater(scene, anchor)) && placed.clause !== anchor.clause) continue
    if (score >= TAKEN && (!best || score > best.score)) best = { placed, score }
  }
  if (!best) return dayOfAnnouncing(scene, anchor)
  const { mention, clause } = best.placed
  return {
    time: { edtf: asInterval(scene, anchor, best.placed), mention: mention.id },
    why: clause === anchor.clause ? 'time-in-clause' : 'time-in-sentence',
  }
}

/** 'خلال شهر نيسان سجل المرصد مقتل 5': a longer time at the head of the sentence is what is reported on; a day is that of the saying. */
const isFrame = (scene: Scene, anchor: Anchor, placed: Placed<Time>): boolean =>
  !isDay(placed.mention) && isBeforeCue(scene, anchor, placed)
const FRAMED = 70

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

/** '12 مقابل 21 في الفترة نفسها من 2019': the period is that of the figure before it. */
function ofOtherPeriod(scene: Scene, anchor: Anchor, placed: Placed<Time>): number {
  if (!isSamePeriod(scene, placed)) return 0
  return scene.figures.some(({ first, last }) => first > anchor.last && last < placed.first) ? ORDINAL_COST : PERIOD_GAIN
}

const PERIOD_GAIN = -20

const isSamePeriod = ({ document: { tokens } }: Scene, { first }: Placed<Time>): boolean =>
  tokens[first - 1]?.form === 'من' && SAME.has(tokens[first - 2]?.form ?? '') && PERIODS.has(tokens[first - 3]?.form ?? '')

const PERIODS = new Set(['الفترة', 'المدة', 'المرحلة'])

/** The months of the period named before, in the year that is named now. */
function samePeriod({ times }: Scene, placed: Placed<Time>): string | undefined {
  const year = placed.mention.edtf!
  const named = times.findLast(({ mention, last }) => last < placed.first && MONTHS.test(mention.edtf ?? ''))?.mention.edtf
  return /^\d{4}$/u.test(year) && named
    ? named
        .split('/')
        .map((end) => year + end.slice(YEAR))
        .join('/')
    : undefined
}

const MONTHS = /^\d{4}-\d{2}\/\d{4}-\d{2}$/u
const YEAR = 4

/** A date of the calendar: no duration, no bare time of day. */
const isDate = ({ edtf }: Time): boolean => edtf !== null && !/^[PT]/u.test(edtf)

/** '150 شخصا في اليوم': so many a day, a month, a year. */
const isRate = ({ document }: Scene, { first, last }: Placed<Time>): boolean =>
  first === last &&
  UNITS.has(document.tokens[first]!.form) &&
  document.tokens[first - 1]?.form === 'في' &&
  !SAME.has(document.tokens[last + 1]?.form ?? '')

const UNITS = new Set(['اليوم', 'الشهر', 'السنة', 'العام', 'الاسبوع', 'الليلة', 'الساعة'])
const SAME = new Set(['ذاته', 'ذاتها', 'نفسه', 'نفسها', 'عينه', 'عينها'])

/**
 * 'أعلنت المحكمة، الخميس، الإفراج عن 5', 'دعت البعثة الأربعاء إلى الإفراج': who announces a deed as its object does it by that;
 * who says that something happened only speaks of it.
 */
function dayOfAnnouncing(scene: Scene, anchor: Anchor): { time: ClaimTime; why: string } | undefined {
  const statement = statementOf(scene, anchor)
  if (!statement || !isDeed(statement, anchor.type)) return undefined
  const { first: from } = scene.document.sentences[anchor.sentence]!
  for (let i = from; i < anchor.first; i++) if (termOf(scene.terms, i, 'reckon')) return undefined
  const named = scene.by.times[anchor.sentence]!
  if (named.some(({ mention, first }) => first > anchor.last && mention.edtf === null)) return undefined
  const day = named.find((placed) => placed.last < anchor.first && isDay(placed.mention) && !isOfSaying(scene, placed))
  return day && { time: { edtf: day.mention.edtf!, mention: day.mention.id }, why: 'time-of-announcing' }
}

/** Who announces such a deed does it; a demand is made on the day of the words. */
const isDeed = ({ why, chain }: Statement, type: EventType): boolean =>
  (PERFORMED.has(type) && why?.[0]?.endsWith('/object') === true) || (chain.at(-1)?.act === 'demand' && !STANDING.has(type))

/** What is done by those who announce it; an arrest, a find or a death was before. */
const PERFORMED: ReadonlySet<EventType> = new Set(['release', 'pardon', 'exchange', 'agreement', 'repatriate', 'campaign'])

const DAY = /^[\dX]{4}-[\dX]{2}-\d{2}$/u
const isDay = ({ edtf, modifier }: Time): boolean => edtf !== null && DAY.test(edtf) && modifier === undefined

/** 'في تصريح اليوم', 'في بيان صدر أمس': within a few words after the preposition that opens where it was said. */
function isOfSaying({ document: { tokens }, marks }: Scene, { first }: Placed<Time>): boolean {
  for (let i = first - 1; i >= Math.max(0, first - SAYING); i--) {
    if (marks[i]! & Marks.punct) return false
    if (OPENS_SAYING.has(tokens[i]!.form) && i < first - 1) return true
  }
  return false
}

const SAYING = 4
const OPENS_SAYING = new Set(['في', 'خلال', 'عبر', 'اثناء', 'ضمن'])

const CLOSING = new Set(['حتى', 'وحتى', 'الى', 'والى', 'لغاية', 'ولغاية', 'و'])
/** Words between the two ends of a stretch of time. */
const JOINT = 3

/** 'منذ مساء أمس وحتى صباح اليوم': the time that closes what this one opens. */
function closing({ by, document }: Scene, { sentence, last, mention }: Placed<Time>): string | undefined {
  const next = by.times[sentence]!.find((one) => one.first > last)
  const end = next?.mention.edtf
  if (!next || !end || !isDate(next.mention) || end.includes('/') || end < mention.edtf!) return undefined
  if (next.first - last - 1 > JOINT) return undefined
  if (next.mention.modifier === 'until') return end
  for (let i = last + 1; i < next.first; i++) if (!CLOSING.has(document.tokens[i]!.form)) return undefined
  return next.first - last > 1 ? end : undefined
}

/** 'منذ شباط' opens an interval; what is said to close it, or a toll given as of a later day, closes it. */
function asInterval(scene: Scene, anchor: Anchor, placed: Placed<Time>): string {
  const { edtf, modifier } = placed.mention
  const date = edtf ?? ''
  if (date.includes('/')) return date
  if (isSamePeriod(scene, placed)) return samePeriod(scene, placed) ?? date
  if (modifier === 'since' || isAfter(scene, placed, 'منذ'))
    return `${date}/${closing(scene, placed) ?? asOf(scene, anchor, placed) ?? '..'}`
  if (isAfter(scene, placed, 'من')) return withEnd(date, closing(scene, placed))
  return modifier === 'until' ? opened(scene, placed) : date
}

const withEnd = (date: string, end: string | undefined): string => (end === undefined ? date : `${date}/${end}`)

/** 'حتى صباح اليوم' after 'منذ مساء أمس': the whole stretch. */
function opened(scene: Scene, placed: Placed<Time>): string {
  const before = scene.by.times[placed.sentence]!.findLast((one) => one.last < placed.first)
  const opens = before && isDate(before.mention) && (before.mention.modifier === 'since' || isAfter(scene, before, 'من'))
  return `${opens && closing(scene, before) !== undefined ? before.mention.edtf! : '..'}/${placed.mention.edtf!}`
}

const isAfter = ({ document }: Scene, { first }: Placed<Time>, form: string): boolean => document.tokens[first - 1]?.form === form

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
