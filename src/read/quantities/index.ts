import { perWord, type Term, type Terms, termAt } from '../../lang/annotate.ts'
import type { Quantity } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import { countriesOf } from '../actors/countries.ts'
import { amountOf, bounds, type Lead, leadAt, modifierAfter, withModifier } from './amounts.ts'
import { narrowed, understoodHead } from './bare.ts'
import { type Cardinal, readCardinals } from './cardinals.ts'
import { isWholeOfShare, lastPeople, saidBefore, wholeBehind, withCompany } from './company.ts'
import { type Amount, countedAt, type Figure, type Head, nationalityAt, type QuantityContext } from './draft.ts'
import { dualAt, singleAt } from './duals.ts'
import { nounAt, readHead } from './heads.ts'
import { isLabel } from './labels.ts'
import { currencyAt } from './money.ts'
import { withNationContext } from './nations.ts'
import { perAfter, withLaterPrices } from './per.ts'
import { readBounds, readRange } from './ranges.ts'
import { percentAt, shareAt, signBefore } from './shares.ts'

/** What quantities are read beside. */
export interface QuantityOptions {
  /** Times of the same document: a token in a date is no figure. */
  times: readonly { start: number; end: number }[]
  numbers?: readonly (Cardinal | undefined)[]
}

/**
 * Reads every quantity of a document that counts or measures something.
 *
 * @example readQuantities(document, terms, { times }) // '20 ألفاً ومائتي طفل' → 20200..20200, person, children
 */
export function readQuantities(document: Document, terms: Terms, options: QuantityOptions): Quantity[] {
  const numbers = options.numbers ?? readCardinals(document, terms)
  const context: QuantityContext = {
    document,
    terms,
    numbers,
    inTime: tokensInTimes(document, options.times),
    countries: countriesOf(document, terms),
  }
  const figures = readFigures(context)
  return figures.map((figure, i) => asQuantity(figure, i + 1, document))
}

/** An amount wherever it stands, whether or not it counts anything. */
export type BareAmount = Pick<Quantity, 'start' | 'end' | 'min' | 'max' | 'modifier'> & {
  /** A word says how exact it is. */
  said: boolean
}

/**
 * Reads every number with its modifier or range, counted or not.
 *
 * @example readAmounts(document, terms)[0]?.modifier // 'more-than' for 'أكثر من 20'
 */
export function readAmounts(document: Document, terms: Terms): BareAmount[] {
  const numbers = readCardinals(document, terms)
  const context: QuantityContext = { document, terms, numbers, inTime: new Uint8Array(document.tokens.length), countries: new Map() }
  const found: BareAmount[] = []
  let lead: Lead | undefined
  for (let at = 0; at < document.tokens.length; at++) {
    const cardinal = numbers[at]
    const next = cardinal ? undefined : leadAt(context, at, lead)
    if (next) lead = next
    if (next) at = next.next - 1
    if (!cardinal) continue
    const amount = readAmount(context, cardinal, lead)
    const after = modifierAfter(context, amount.next)
    const { start, min, max, modifier } = after ? withModifier(amount, after.entry.value.modifier) : amount
    const last = after && after.first === amount.next ? after.last : amount.next - 1
    found.push({ start, end: document.tokens[last]!.end, min, max, modifier, said: lead?.next === at || modifier !== 'exact' })
    at = last
  }
  return found
}

function readFigures(context: QuantityContext): Figure[] {
  const { tokens } = context.document
  const figures: Figure[] = []
  let lead: Lead | undefined
  for (let at = 0; at < tokens.length; at++) {
    const cardinal = context.numbers[at]
    const role = roleOf(context, at)
    if (context.inTime[at] || (!cardinal && role === 0)) continue
    const before = lead?.next === at ? lead : undefined
    const found = cardinal
      ? figureOf(context, cardinal, before, { near: lastOutside(context, figures, at), people: lastPeople(context, figures, at) })
      : wordFigure(context, at, role, before)
    if (found) {
      figures.push(found)
      at = found.next - 1
    } else if (cardinal) at = cardinal.next - 1
    else {
      lead = nextLead(context, at, role, lead)
      if (role & ROLE.lead && lead && lead.first <= at && lead.next > at) at = lead.next - 1
    }
  }
  return withLaterPrices(context, withNationContext(context, figures))
}

/** What a token may begin, besides a number; `single`: a noun that counts one before واحد. */
const ROLE = { noun: 1, part: 2, lead: 4, sign: 8, single: 16 } as const
const ROLES: Record<string, number> = {
  counted: ROLE.noun,
  nationality: ROLE.noun,
  few: ROLE.part,
  several: ROLE.part,
  fraction: ROLE.part,
  'number-modifier': ROLE.lead,
  'range-open': ROLE.lead,
  percent: ROLE.sign,
  currency: ROLE.sign,
}

const rolesAt = perWord((here) => here.reduce((roles, term) => roles | roleOfTerm(term), 0))
const isNoun = ({ entry }: Term): boolean => ROLES[entry.class] === ROLE.noun
const roleOfTerm = (term: Term): number => (isNoun(term) && term.features?.number !== 'dual' ? ROLE.single : (ROLES[term.entry.class] ?? 0))

/** A noun plays a part only in the dual, or before واحد. */
function roleOf(context: QuantityContext, at: number): number {
  const roles = rolesAt(context.terms, at) ?? 0
  if ((roles & ROLE.single) === 0) return roles
  return isBeforeOne(context, at) ? (roles & ~ROLE.single) | ROLE.noun : roles & ~ROLE.single
}

const isBeforeOne = ({ terms, numbers }: QuantityContext, at: number): boolean =>
  terms.notes[at] ? numbers[at + 1]?.value === 1 : terms.at[at]!.some((one) => isNoun(one) && numbers[one.last + 1]?.value === 1)

function wordFigure(context: QuantityContext, at: number, role: number, lead: Lead | undefined): Figure | undefined {
  if (role & ROLE.noun) {
    const head = dualAt(context, at) ?? singleAt(context, at)
    if (head) return finish(context, wordless(head, lead, head.why === 'figure.dual' ? 2 : 1), saidBefore(context, at, head))
  }
  return role & ROLE.part ? (fewAt(context, at, lead) ?? shareAt(context, at, lead)) : undefined
}

/** The modifier or range word that stands at a token; a sign between a modifier and its number is passed over. */
function nextLead(context: QuantityContext, at: number, role: number, lead: Lead | undefined): Lead | undefined {
  if (role & ROLE.sign && lead?.next === at && context.document.tokens[at]!.kind === 'punct') return { ...lead, next: at + 1 }
  return role & ROLE.lead ? (leadAt(context, at, lead) ?? lead) : lead
}

/** Figures in brackets that are passed over on the way back. */
const LOOK_BACK = 4

/** The last figure, but for one in brackets that the number itself does not share: '167 جنيها (9 دولارات) إلى 450'. */
function lastOutside({ document: { tokens } }: QuantityContext, figures: readonly Figure[], at: number): Figure | undefined {
  if (tokens[at - 1]?.form === '(') return figures.at(-1)
  for (let i = figures.length - 1; i >= Math.max(0, figures.length - LOOK_BACK); i--)
    if (tokens[figures[i]!.first - 1]?.form !== '(') return figures[i]
  return undefined
}

/** A number with its modifier, or the range it opens. */
function readAmount(context: QuantityContext, cardinal: Cardinal, lead: Lead | undefined): Amount {
  const range = readRange(context, cardinal, lead)
  if (range) return range
  const amount = amountOf(cardinal, lead)
  return readBounds(context, amount) ?? amount
}

/** Figures before a number: the nearest, and the last of people. */
interface Told {
  near?: Figure | undefined
  people?: Figure | undefined
}

/** It names rather than counts, or stands in 'كل 10 …'. */
const isUncounted = (context: QuantityContext, cardinal: Cardinal): boolean =>
  isLabel(context, cardinal) ||
  isAnaphor(cardinal) ||
  (context.document.tokens[cardinal.first - 1]?.form === 'كل' && !isWholeOfShare(context, cardinal.first))

/** A figure that begins with a number. */
function figureOf(context: QuantityContext, cardinal: Cardinal, lead: Lead | undefined, told: Told): Figure | undefined {
  if (isUncounted(context, cardinal)) return postposed(context, cardinal)
  const amount = readAmount(context, cardinal, lead)
  if (context.inTime[amount.next] === 1 && !amount.number.vague && termAt(context.terms, amount.next, 'time-unit')) return undefined
  const after = postposed(context, cardinal)
  if (after) return after
  const head = headOf(context, amount, told)
  return head && finish(context, amount, head)
}

function headOf(context: QuantityContext, amount: Amount, { near, people }: Told): Head | undefined {
  const named =
    currencyAt(context, amount.next) ??
    symbolBefore(context, amount) ??
    percentAt(context, amount) ??
    wholeBehind(context, amount) ??
    readHead(context, amount)
  if (named) return saidBefore(context, amount.first, withCompany(context, narrowed(context, amount, named)))
  return understoodHead(context, amount, sameSentence(context, near, amount.first), people)
}

/** A lone 'واحد' counts nothing, nor does 'الثلاثة' without its noun. */
const isAnaphor = ({ value, digits, definite, vague }: Cardinal): boolean => !digits && (value <= 1 || (definite && !vague))

function sameSentence({ document }: QuantityContext, figure: Figure | undefined, at: number): Figure | undefined {
  return figure && document.sentenceOf[figure.first] === document.sentenceOf[at] ? figure : undefined
}

/** 'التونسيين العشرة', 'الجنود الـ15': the definite noun stands before its definite number. */
function postposed(context: QuantityContext, cardinal: Cardinal): Figure | undefined {
  const { tokens } = context.document
  const article = tokens[cardinal.first - 1]?.form === 'ال' && tokens[cardinal.first]!.glued
  if (!article && !cardinal.definite) return undefined
  const at = cardinal.first - (article ? 2 : 1)
  if (at < 0 || cardinal.vague || cardinal.value < 2) return undefined
  const noun = countedAt(context.terms, at) ?? nationalityAt(context.terms, at)
  if (!noun?.features?.definite || noun.last !== at) return undefined
  const head = nounAt(context, at)
  if (!head || (article && readHead(context, amountOf(cardinal, undefined)))) return undefined
  const amount = { ...amountOf(cardinal, undefined), first: at, start: head.start }
  return { ...finish(context, amount, { ...head, next: cardinal.next }), why: ['figure.postposed'] }
}

/** '$10', '% 7' have their unit before them. */
function symbolBefore(context: QuantityContext, amount: Amount): Head | undefined {
  const at = signBefore(context, amount, 'currency')
  if (at < 0) return undefined
  const head = currencyAt(context, at)
  return head && { ...head, first: -1, next: amount.next, symbol: at }
}

/** An amount carried by the form of a noun. */
function wordless(head: Head, lead: Lead | undefined, value: number): Amount {
  const number: Cardinal = {
    first: head.first,
    next: head.next,
    start: head.start,
    value,
    definite: false,
    digits: false,
    scale: 1,
    dual: value === 2,
    proclitics: '',
  }
  return { ...amountOf(number, lead), why: [] }
}

/** 'بضعة أشخاص': 3 to 9; 'بضع مئات' as many hundreds; 'عدة آلاف' stays vague. */
function fewAt(context: QuantityContext, at: number, lead: Lead | undefined): Figure | undefined {
  const few = termAt<{ min: number; max: number }>(context.terms, at, 'few')
  const several = few ?? termAt(context.terms, at, 'several')
  if (several?.suffix !== '') return undefined
  const scale = context.numbers[several.last + 1]
  if (scale?.vague && scale.proclitics === '') return figureOf(context, { ...scale, first: at, start: several.start }, lead, {})
  if (!few) return undefined
  const number: Cardinal = {
    first: at,
    next: few.last + 1,
    start: few.start,
    value: few.entry.value.min,
    definite: false,
    digits: false,
    scale: 1,
    dual: false,
    proclitics: few.proclitics,
  }
  const amount: Amount = {
    ...amountOf(number, lead),
    min: few.entry.value.min,
    max: few.entry.value.max,
    modifier: 'between',
    why: ['figure.few'],
  }
  const head = readHead(context, { ...amount, number: { ...number, value: 5 } })
  return head && finish(context, amount, head)
}

function finish(context: QuantityContext, amount: Amount, head: Head & { share?: number }): Figure {
  const { tokens, text } = context.document
  const first = head.first >= 0 && head.first < amount.first ? head.first : amount.first
  const cents = head.why === 'figure.money' ? centsAfter(context, head.next) : undefined
  const after = modifierAfter(context, cents?.next ?? head.next)
  const whole = cents ? addCents(amount, cents.value) : head.share && head.unit !== 'cent' ? scaled(amount, head.share) : amount
  const modified = after ? withModifier(whole, after.entry.value.modifier) : whole
  const next = after && after.first === (cents?.next ?? head.next) ? after.last + 1 : Math.max(cents?.next ?? head.next, amount.next)
  const end = head.first >= 0 ? tokens[(head.first < amount.first ? amount.next : head.next) - 1]!.end : 0
  const counted =
    head.counted &&
    (head.first >= 0
      ? { ...head.counted, start: head.start, end: Math.max(end, head.start), text: text.slice(head.start, end) }
      : understood(context, modified, head))
  const per = perAfter(context, next)
  const { min, max, modifier } = modified
  const start = startOf(context, amount, head)
  const why = [...amount.why, head.why]
  return { min, max, modifier, first, start, next, unit: head.unit, ...(counted ? { counted } : {}), ...(per ? { per } : {}), why }
}

/** A figure starts at its modifier or number, or at what stands before it: a postposed noun, a sign. */
function startOf({ document: { tokens } }: QuantityContext, amount: Amount, head: Head): number {
  if (head.first >= 0 && head.first < amount.first) return head.start
  return Math.min(amount.start, head.symbol === undefined ? amount.start : tokens[head.symbol]!.start)
}

/** The span of an understood noun is the number's own. */
function understood({ document: { tokens, text } }: QuantityContext, amount: Amount, head: Head): Figure['counted'] {
  const end = tokens[Math.max(amount.next, head.next) - 1]!.end
  return { ...head.counted!, start: amount.start, end, text: text.slice(amount.start, end) }
}

/** 'سبعة دولارات وخمسون سنتا'. */
function centsAfter(context: QuantityContext, at: number): { value: number; next: number } | undefined {
  const from = context.document.tokens[at]?.form === 'و' ? at + 1 : at
  const cardinal = context.numbers[from]
  if (!cardinal || cardinal.vague || (from === at && cardinal.proclitics !== 'و')) return undefined
  const small = currencyAt(context, cardinal.next)
  return small?.share ? { value: cardinal.value * small.share, next: small.next } : undefined
}

const addCents = (amount: Amount, cents: number): Amount => ({
  ...amount,
  ...bounds({ value: amount.number.value + cents }, amount.modifier),
})
const scaled = (amount: Amount, share: number): Amount => ({
  ...amount,
  min: amount.min === null ? null : amount.min * share,
  max: amount.max === null ? null : amount.max * share,
})

function asQuantity(figure: Figure, count: number, document: Document): Quantity {
  const { min, max, modifier, unit, counted, per, start, next, why } = figure
  return {
    id: `q${count}`,
    start,
    end: document.tokens[next - 1]!.end,
    min,
    max,
    modifier,
    unit,
    ...(counted ? { counted } : {}),
    ...(per ? { per } : {}),
    why: why.filter((one) => one !== ''),
  }
}

function tokensInTimes({ tokens }: Document, times: readonly { start: number; end: number }[]): Uint8Array {
  const inside = new Uint8Array(tokens.length)
  let i = 0
  for (const time of times) {
    while (i < tokens.length && tokens[i]!.end <= time.start) i++
    for (let k = i; k < tokens.length && tokens[k]!.start < time.end; k++) inside[k] = 1
  }
  return inside
}
