import type { EventType, Quantity } from '../../model.ts'
import { counts, type Government, governorOf, isMoney, isOutOf } from './govern.ts'
import type { Hit } from './hits.ts'
import { Marks } from './marks.ts'
import { isAid, saysPrice } from './price.ts'
import { hitsOf, type Placed, type Scene } from './scene.ts'

/** The type of event a figure counts, what ties it there, and the names of the rules. */
export interface Typing {
  type: EventType
  government: Government | undefined
  why: string[]
}

/** Types of figures in the order of the text; a part takes its whole's event, a bare figure its neighbour's. */
export function typeFigures(scene: Scene): Typing[] {
  const typings: Typing[] = []
  scene.figures.forEach((figure, i) => {
    typings.push(typeOf(scene, figure, i, typings))
  })
  return typings
}

function typeOf(scene: Scene, figure: Placed<Quantity>, index: number, before: readonly Typing[]): Typing {
  const own = governorOf(scene, figure)
  const whole = wholeOf(scene, figure, index)
  const inherited = whole === undefined ? undefined : before[whole]
  if (inherited && isShare(scene, figure) && !isSaidOf(figure, own)) return { ...inherited, why: [...inherited.why, 'share-of-whole'] }
  const part = isOutOf(scene, figure) && !own ? partOf(scene, figure, index, before) : undefined
  if (part) return part
  if (inherited && inherited.type !== 'other' && keepsWhole(figure, own)) return { ...inherited, why: [...inherited.why, 'part-of-whole'] }
  const swapped = swappedFor(scene, figure) || (own !== undefined && givenFor(scene, figure))
  if (swapped && (!own || SWAPPABLE.has(own.option.trigger.type))) return { type: 'exchange', government: own, why: ['people-for-people'] }
  if (own) return refine(scene, figure, own, before.slice(0, index))
  return (
    money(scene, figure) ?? fromParagraph(scene, figure, index, before) ?? { type: 'other', government: undefined, why: ['no-trigger'] }
  )
}

/** Words from a share to a predicate of its own: '40 بالمئة منهم جرحى'. */
const SAID_REACH = 4
const isSaidOf = ({ last }: Placed<Quantity>, own: Government | undefined): boolean =>
  own !== undefined && own.hit.first > last && own.hit.first - last <= SAID_REACH && own.option.trigger.type !== 'camp-population'

/** '60 بالمئة منهم': a share in percent has the event of what it is a share of. */
const isShare = ({ document: { tokens } }: Scene, { mention, last }: Placed<Quantity>): boolean =>
  mention.unit === 'percent' &&
  (OF_THEM.has(tokens[last]!.form) || OF_THEM.has(tokens[last + 1]?.form ?? '') || isOfMembers(tokens, last + 1))

const OF_THEM = new Set(['منهم', 'منهن', 'منها'])
const isOfMembers = (tokens: Scene['document']['tokens'], at: number): boolean =>
  tokens[at]?.form === 'من' && /^(?:افراد|عناصر|اعضا|سكان)(?:ها|هم|هن|ه|ئها|ئهم)$/u.test(tokens[at + 1]?.form ?? '')

/** The whole that a part is taken out of shares the part's predicate, read for what the whole counts. */
function partOf(scene: Scene, figure: Placed<Quantity>, index: number, before: readonly Typing[]): Typing | undefined {
  const government = before[index - 1]?.government
  if (!government || scene.figures[index - 1]!.sentence !== figure.sentence) return undefined
  const option = government.hit.options.find((one) => counts(one, figure.mention))
  return (
    option && {
      type: option.trigger.type,
      government: { ...government, option },
      why: [`trigger:${option.trigger.type}/${option.trigger.id}`, 'whole-of-part'],
    }
  )
}

/** '45 شخصا مقابل 11 أسيرا': people given for people, on either side of the word. */
function swappedFor(scene: Scene, figure: Placed<Quantity>): boolean {
  if (figure.mention.unit !== 'person') return false
  return scene.by.figures[figure.sentence]!.some((other) => {
    if (other === figure || other.mention.unit !== 'person') return false
    const [left, right] = other.first < figure.first ? [other, figure] : [figure, other]
    if (isCompared(scene, right)) return false
    return isReturned(scene, right) && right.first - left.last <= SWAP_REACH
  })
}

/** 'رفات خمسة مقابل جثة جندي': given for people or their bodies without a number. */
function givenFor({ terms, marks, document }: Scene, { mention, last, sentence }: Placed<Quantity>): boolean {
  if (mention.unit !== 'person') return false
  const end = Math.min(document.sentences[sentence]!.last, last + SWAP_REACH / 2)
  for (let i = last + 1; i <= end; i++) {
    if (marks[i]! & (Marks.verb | Marks.punct)) return false
    if (terms.at[i]?.some(({ entry }) => entry.class === 'given-for'))
      return [i + 1, i + 2].some((at) => GIVEN.test(document.tokens[at]?.form ?? ''))
  }
  return false
}

const GIVEN = /^(?:ال)?(?:جث|جثمان|جثامين|رفات|اسير|اسرى|سجين|سجنا|معتقل|محتجز|رهين|رهائن|مختطف)/u

/** '12 مقابل 21 في الفترة نفسها': numbers of two times are set side by side. */
const isCompared = ({ document: { tokens } }: Scene, { last }: Placed<Quantity>): boolean =>
  [1, 2, 3].some((on) => PERIOD.has(tokens[last + on]?.form ?? ''))

const PERIOD = new Set(['الفترة', 'الفتره', 'العام', 'عام', 'السنة', 'السنه', 'سنة', 'سنه'])

/** Words between the people given and the people got. */
const SWAP_REACH = 14
const isReturned = ({ terms }: Scene, { first }: Placed<Quantity>): boolean =>
  [1, 2].some((back) => terms.at[first - back]?.some(({ entry }) => entry.class === 'given-for') === true)

/** A part keeps its whole's event unless a predicate right after it says otherwise ('بينهم 3 أصيبوا'). */
const keepsWhole = (figure: Placed<Quantity>, own: Government | undefined): boolean => {
  if (!own || own.tie === 'own-noun') return !own || own.option.trigger.type === 'hold'
  const after = own.hit.first > figure.last
  return !(after && own.option.trigger.kind !== 'state' && own.hit.first - figure.last <= 3 && own.hit.suffix === '')
}

/** Words between 'بينهم' and the part it introduces. */
const PART_REACH = 5

/** Index of the figure that this one is a part of: 'بينهم', 'منهم' before it. */
export function wholeOf(scene: Scene, figure: Placed<Quantity>, index: number): number | undefined {
  const previous = scene.figures[index - 1]
  if (!introducesPart(scene, figure) && !isShare(scene, figure) && !(previous && goesOnWithPart(scene, previous, figure))) return undefined
  if (previous && isMoney(previous.mention) && !isMoney(figure.mention)) return undefined
  if (!previous || figure.sentence - previous.sentence > 1) return undefined
  return previous.sentence === figure.sentence || sameParagraph(scene, previous, figure) ? wholeBehind(scene, index - 1) : undefined
}

/** 'بينهم 15 جنديا و4 متطوعين و11 مدنيا': parts joined in one list. */
function goesOnWithPart(scene: Scene, previous: Placed<Quantity>, figure: Placed<Quantity>): boolean {
  if (previous.sentence !== figure.sentence || previous.mention.unit !== 'person' || figure.mention.unit !== 'person') return false
  if (figure.first - previous.last > LIST_GAP || !isJoined(scene, figure)) return false
  for (let i = previous.last + 1; i < figure.first; i++) if (scene.marks[i]! & (Marks.verb | Marks.punct)) return false
  const index = scene.figures.indexOf(previous)
  return introducesPart(scene, previous) || (index > 0 && goesOnWithPart(scene, scene.figures[index - 1]!, previous))
}

/** Words from one part of a list to the next. */
const LIST_GAP = 4
const isJoined = ({ document: { tokens } }: Scene, { first }: Placed<Quantity>): boolean =>
  tokens[first - 1]?.form === 'و' || tokens[first]!.form.startsWith('و')

/** 'أربعة رهائن، هم 3 صينيين وموريتاني': an apposition tells who they are. */
const THEY = new Set(['هم', 'هن', 'هما', 'وهم', 'وهن', 'وهما'])
const isApposition = ({ document: { tokens }, marks }: Pick<Scene, 'document' | 'marks'>, { first }: Placed<Quantity>): boolean =>
  THEY.has(tokens[first - 1]?.form ?? '') && first > 1 && (marks[first - 2]! & (Marks.figure | Marks.punct)) !== 0

const sameParagraph = ({ document: { sentences } }: Scene, a: Placed<Quantity>, b: Placed<Quantity>): boolean =>
  sentences[b.sentence]!.paragraph - sentences[a.sentence]!.paragraph <= 1

const wholeBehind = (scene: Scene, index: number): number => wholeOf(scene, scene.figures[index]!, index) ?? index

/** Whether 'بينهم' or the like introduces a figure, itself or a figure it is joined to. */
export function introducesPart({ marks, document }: Scene, figure: Placed<Quantity>): boolean {
  const { first } = document.sentences[figure.sentence]!
  if (isApposition({ document, marks }, figure)) return true
  for (let i = figure.first - 1; i >= Math.max(first, figure.first - PART_REACH); i--) {
    if (marks[i]! & Marks.partOf) return true
    if (marks[i]! & (Marks.verb | Marks.punct)) return false
  }
  return false
}

function refine(scene: Scene, figure: Placed<Quantity>, government: Government, before: readonly Typing[]): Typing {
  const { type } = government.option.trigger
  const why = [`trigger:${type}/${government.option.trigger.id}`, `bound-by-${government.tie}`]
  if (isMoney(figure.mention) && type !== 'ransom') return money(scene, figure) ?? { type, government, why }
  const same = sameMove(type, government, before)
  if (same) return { type: same, government, why: [...why, 'moved-together'] }
  const leg =
    SWAPPABLE.has(type) && (figure.mention.unit === 'person' || isDeal(type, figure))
      ? inExchange(scene, figure, government, before)
      : undefined
  if (leg) return { type: 'exchange', government: leg, why: [...why, 'leg-of-exchange'] }
  if (type === 'arrest' && SEIZED.has(figure.mention.unit)) return { type: 'other', government, why: [...why, 'seized'] }
  const refusal = type === 'repatriate' ? earlierInClause(scene, government, 'refuse-repatriation') : undefined
  if (refusal) return { type: 'refuse-repatriation', government: { ...government, ...refusal }, why: [...why, 'refused'] }
  const plan = BROKEN_OUT.has(type) ? brokenOpen(scene, government) : undefined
  if (plan) return { type: 'breakout', government: { ...government, ...plan }, why: [...why, 'by-breaking-in'] }
  const sentence =
    (type === 'execute' && !isCarriedOut(scene, government)) || (SENTENCES.has(type) && government.hit.proclitics.endsWith('ب'))
      ? earlierInClause(scene, government, 'trial')
      : undefined
  if (sentence) return { type: 'trial', government: { ...government, ...sentence }, why: [...why, 'sentenced'] }
  if (type === 'release' && pricedInClause(scene, government)) return { type: 'ransom', government, why: [...why, 'for-a-price'] }
  return { type, government, why }
}

/** Things that are seized, not arrested: 'ضبط ثلاث بنادق'. */
const SEIZED = new Set(['weapon', 'vehicle', 'thing', 'quintal', 'kilogram', 'gram', 'ton', 'litre'])

/** What an attack on a prison leads to: 'اقتحموا سجنا وحرروا 30', 'هجوم على سجن سمح بفرار 30'. */
const BROKEN_OUT = new Set<EventType>(['release', 'escape'])

/** The attack on a prison told of before in the sentence. */
const brokenOpen = (scene: Scene, { hit }: Government): Pick<Government, 'hit' | 'option'> | undefined => {
  for (const other of hitsOf(scene, hit.sentence)) {
    const option = other.first < hit.first ? other.options.find(({ trigger }) => trigger.type === 'breakout') : undefined
    if (option) return { hit: other, option }
  }
  return undefined
}

const SWAPPABLE = new Set<EventType>(['release', 'transfer', 'hold', 'agreement', 'escape', 'evacuate', 'return-home', 'repatriate'])

/**
 * A release or a handing-over is a leg of an exchange when the sentence, or the talk it goes on with, is of one.
 * People only said to be held are so where the exchange comprises them.
 */
function inExchange(scene: Scene, figure: Placed<Quantity>, government: Government, before: readonly Typing[]): Government | undefined {
  const { option, hit } = government
  const swap = talkedOf(scene, figure.sentence, hit)
  const { type } = option.trigger
  if (type === 'hold') {
    if (!has(scene, figure.sentence, Marks.comprise)) return undefined
    return swap ? { ...government, ...swap } : goesOnWithDeal(scene, figure.sentence, before) ? government : undefined
  }
  if (swap) return LEAVING.has(type) && !CAPTIVE.has(figure.mention.counted?.of ?? '') ? undefined : government
  const goesOn = goesOnWithDeal(scene, figure.sentence, before)
  if (type === 'agreement') return goesOn || (isDeal(type, figure) && isAboutExchange(scene)) ? government : undefined
  if (goesOn) return government
  if (LEAVING.has(type)) return undefined
  return reciprocal(scene, figure.sentence) || answered(scene, figure.sentence) || bothFree(scene, figure.sentence) ? government : undefined
}

const CAPTIVE = new Set(['prisoners', 'detainees', 'hostages', 'fighters', 'soldiers', 'wives', 'women-and-children'])
/** Leaving is a leg only where the sentence speaks of the deal. */
const LEAVING = new Set<EventType>(['escape', 'evacuate', 'return-home', 'repatriate'])

/** 'ثلاث صفقات': deals are counted, not people. */
const isDeal = (type: EventType, { mention }: Placed<Quantity>): boolean => type === 'agreement' && mention.unit !== 'person'

/** Exchanges a report must speak of for its deals to be exchanges. */
const ABOUT = 2
const isAboutExchange = ({ hits }: Scene): boolean =>
  hits.filter(({ options, again }) => !again && options.some(({ trigger }) => trigger.type === 'exchange')).length >= ABOUT

/** 'تسلم 12 امرأة وأطلق مقابلهن سبعة': two freeings in one sentence, one in return for the other. */
function bothFree(scene: Scene, sentence: number): boolean {
  const freeing = hitsOf(scene, sentence).filter(({ options }) =>
    options.some(({ trigger }) => FREEING.has(trigger.type) && trigger.kind === 'verb'),
  )
  if (freeing.length < 2) return false
  const { last } = scene.document.sentences[sentence]!
  for (let i = freeing[0]!.last; i <= last; i++) if (scene.marks[i]! & Marks.inReturn) return true
  return false
}

/** An exchange that the sentence speaks of beside the trigger. */
function talkedOf(scene: Scene, sentence: number, beside: Hit): Pick<Government, 'hit' | 'option'> | undefined {
  for (const hit of hitsOf(scene, sentence)) {
    const option = hit === beside ? undefined : hit.options.find(({ trigger }) => trigger.type === 'exchange')
    if (option) return { hit, option }
  }
  return undefined
}

function has({ marks, document }: Scene, sentence: number, mark: number): boolean {
  const { first, last } = document.sentences[sentence]!
  for (let i = first; i <= last; i++) if (marks[i]! & mark) return true
  return false
}

/** 'وفي المقابل أفرج': the sentence answers a release or an exchange told just before. */
function reciprocal(scene: Scene, sentence: number): boolean {
  const { first, last } = scene.document.sentences[sentence]!
  const opening = Math.min(last, first + 4)
  for (let i = first; i <= opening; i++) {
    if (scene.marks[i]! & Marks.inReturn) return freedBefore(scene, sentence)
  }
  return false
}

/** The next sentence answers this one: 'وفي المقابل أفرج'. */
const answered = (scene: Scene, sentence: number): boolean =>
  sentence + 1 < scene.document.sentences.length && reciprocal(scene, sentence + 1) && freesPeople(scene, sentence + 1)

const FREEING = new Set<EventType>(['exchange', 'release', 'transfer'])
const freedBefore = (scene: Scene, sentence: number): boolean => sentence > 0 && freesPeople(scene, sentence - 1)
const freesPeople = (scene: Scene, sentence: number): boolean =>
  hitsOf(scene, sentence).some(({ options }) => options.some(({ trigger }) => FREEING.has(trigger.type) && trigger.kind !== 'state'))

/** Sentences back in which a figure of an exchange keeps the talk on it. */
const DEAL_FIGURES = 6
/** Sentences back in which a deal must have been spoken of. */
const DEAL_REACH = 3

function goesOnWithDeal(scene: Scene, sentence: number, before: readonly Typing[]): boolean {
  if (hitsOf(scene, sentence).some(({ again, options }) => again && options[0]!.trigger.type === 'exchange')) return true
  const { first, last } = scene.document.sentences[sentence]!
  let again = false
  for (let i = first; i <= last && !again; i++) again = (scene.marks[i]! & Marks.again) !== 0
  if (!again) return false
  if (before.some(({ type }, i) => type === 'exchange' && sentence - scene.figures[i]!.sentence <= DEAL_FIGURES)) return true
  for (let s = sentence - 1; s >= Math.max(0, sentence - DEAL_REACH); s--) {
    if (hitsOf(scene, s).some(({ options }) => options.some(({ trigger }) => trigger.type === 'exchange'))) return true
  }
  return false
}

/** Those who go along with what is evacuated or brought home are so too: 'غادرت 30 حافلة وعلى متنها 1500 مقاتل'. */
function sameMove(type: EventType, { hit }: Government, before: readonly Typing[]): EventType | undefined {
  if (type !== 'escape' && type !== 'return-home') return undefined
  const wanted = type === 'escape' ? 'evacuate' : 'repatriate'
  return before.some(
    (other) =>
      other.type === wanted &&
      other.government &&
      (other.government.hit === hit || (type === 'return-home' && other.government.hit.sentence === hit.sentence)),
  )
    ? wanted
    : undefined
}

/** 'نفذت السلطات حكم الإعدام': the sentence was carried out. */
function isCarriedOut({ document, clauses }: Scene, { hit }: Government): boolean {
  const { first } = clauses[hit.clause]!
  for (let i = first; i < hit.first; i++) if (CARRIED_OUT.test(document.tokens[i]!.form)) return true
  return false
}

const CARRIED_OUT = /^[وف]?[بل]?(?:ال)?(?:نفذ|ينفذ|تنفذ|تنفيذ)/u

/** What a court sentences people to: 'قضت محكمة بسجن 6'. */
const SENTENCES = new Set<EventType>(['hold', 'execute', 'kill', 'arrest'])

/** An event of another type that the clause tells of before the one that governs. */
function earlierInClause(scene: Scene, { hit }: Government, type: EventType): Pick<Government, 'hit' | 'option'> | undefined {
  for (const other of hitsOf(scene, hit.sentence)) {
    if (other.clause !== hit.clause || other.first >= hit.first) continue
    const option = other.options.find(({ trigger }) => trigger.type === type)
    if (option) return { hit: other, option }
  }
  return undefined
}

const pricedInClause = (scene: Scene, { hit }: Government): boolean =>
  hitsOf(scene, hit.sentence).some((other) => other.clause === hit.clause && other.options.some(({ trigger }) => trigger.type === 'ransom'))

/** Events that people are paid for. */
const PAID_FOR = new Set<EventType>(['ransom', 'release', 'exchange', 'kidnap', 'hold'])
/** A sum of money is a ransom where the talk is of freeing captives, in its sentence or in the one before or after. */
function money(scene: Scene, figure: Placed<Quantity>): Typing | undefined {
  if (!isMoney(figure.mention)) return undefined
  const here = freeingIn(scene, figure.sentence)
  if (here) return { type: 'ransom', government: here, why: ['money', 'freeing-in-sentence'] }
  if (isAid(scene, figure.sentence)) return undefined
  const beside = [figure.sentence - 1, figure.sentence + 1].some((sentence) => freeingIn(scene, sentence))
  return beside ? { type: 'ransom', government: undefined, why: ['money', 'freeing-beside'] } : undefined
}

/** Triggers of getting people out: with a price in the sentence, they are bought out. */
const GETTING_OUT = new Set(['clear-people-out', 'get-out-of-prison', 'smuggle-out'])
/** What a sum in a sentence is paid for; the word for ransom before all others. */
function freeingIn(scene: Scene, sentence: number): Government | undefined {
  if (sentence < 0 || sentence >= scene.document.sentences.length) return undefined
  const found = hitsOf(scene, sentence).flatMap((hit) => hit.options.map((option) => ({ hit, option, tie: 'sentence' as const, score: 0 })))
  const priced = saysPrice(scene, sentence)
  const freeing = found.filter(
    ({ option: { trigger } }) =>
      (PAID_FOR.has(trigger.type) && (priced || trigger.kind !== 'state')) || (priced && GETTING_OUT.has(trigger.id)),
  )
  return freeing.find(({ option }) => option.trigger.type === 'ransom') ?? freeing[0]
}

/** A person figure that nothing governs goes on with the event of the figure right before it in its paragraph. */
function fromParagraph(scene: Scene, figure: Placed<Quantity>, index: number, before: readonly Typing[]): Typing | undefined {
  if (figure.mention.unit === 'percent' || isMoney(figure.mention)) return undefined
  const previous = scene.figures[index - 1]
  const typing = before[index - 1]
  if (!previous || !typing || typing.type === 'other' || previous.mention.unit !== figure.mention.unit) return undefined
  const { sentences } = scene.document
  const near = figure.sentence - previous.sentence <= 1 && sentences[figure.sentence]!.paragraph === sentences[previous.sentence]!.paragraph
  return near ? { ...typing, why: [...typing.why, 'bound-by-paragraph'] } : undefined
}
