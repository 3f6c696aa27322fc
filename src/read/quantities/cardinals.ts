import { perWord, type Term, type Terms, termAt } from '../../lang/annotate.ts'
import type { Modifier } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import { numeralValue } from '../../text/numerals.ts'
import type { Token } from '../../text/tokens.ts'

/** Value of a number word in the lexicon: see numbers.yaml. */
export interface NumberWord {
  kind: 'unit' | 'teen' | 'tens' | 'hundred' | 'scale' | 'some'
  n: number
  dual?: true
  plural?: true
  fused?: true
  only?: 'compound'
}

/** A number read off the text: tokens `first`..`next - 1`. */
export interface Cardinal {
  first: number
  next: number
  /** Offset in the text, after any proclitics. */
  start: number
  /** The value; of a vague plural its lower bound. */
  value: number
  /** Upper bound where it differs from the value: null for none. */
  max?: number | null
  vague?: Modifier
  definite: boolean
  /** It begins with digits. */
  digits: boolean
  /** The last scale word (1000, 1e6 …), 1 without one. */
  scale: number
  /** A lone dual such as مئتين، ألفا. */
  dual: boolean
  proclitics: string
}

interface Reader {
  tokens: readonly Token[]
  words: readonly (Term<NumberWord> | undefined)[]
  terms: Terms
}

/** The largest number taken for one; beyond it digits are codes. */
const LARGEST = 1e15

/**
 * Reads every number of a document, in digits and in words. Indexed by the token a number starts at; numbers never overlap.
 *
 * @example readCardinals(document, terms)[3]?.value // 20200 for '20 ألفاً ومائتي طفل'
 */
export function readCardinals(document: Document, terms: Terms): (Cardinal | undefined)[] {
  const { tokens } = document
  const words: (Term<NumberWord> | undefined)[] = new Array(tokens.length)
  const starts: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    const opens = opensNumber(terms, i)
    if (opens === 'word') words[i] = numberWord(terms, i)
    if (opens || tokens[i]!.kind === 'number') starts.push(i)
  }
  return cardinalsFrom({ tokens, words, terms }, starts)
}

/** Which numbers, besides those in digits, may begin with a word. */
const opensNumber = perWord((here): 'word' | 'fraction' | false =>
  has(here, 'number') ? 'word' : has(here, 'fraction') ? 'fraction' : false,
)
const has = (here: readonly Term[], ofClass: string): boolean => here.some(({ entry }) => entry.class === ofClass)

function cardinalsFrom(reader: Reader, starts: readonly number[]): (Cardinal | undefined)[] {
  const found: (Cardinal | undefined)[] = new Array(reader.tokens.length)
  let next = 0
  for (const at of starts) {
    if (at < next) continue
    const cardinal = reader.words[at] || reader.tokens[at]!.kind === 'number' ? readCardinal(reader, at) : partOfScale(reader, at)
    if (!cardinal) continue
    found[at] = cardinal
    next = cardinal.next
  }
  return found
}

/** Never behind ك ('كميات'), and ست never behind ل ('لست' is a verb). */
function numberWord(terms: Terms, at: number): Term<NumberWord> | undefined {
  const found = termAt<NumberWord>(terms, at, 'number')
  if (!found || found.proclitics.endsWith('ك') || found.suffix !== '') return undefined
  return found.proclitics.endsWith('ل') && found.entry.id === 'six' && found.last === found.first ? undefined : found
}

function readCardinal(reader: Reader, at: number): Cardinal | undefined {
  const word = reader.words[at]
  if (word?.entry.value.only === 'compound' && !startsCompound(reader, at)) return undefined
  const first = readAddend(reader, at, Number.POSITIVE_INFINITY)
  if (!first) return undefined
  const sum = addUp(reader, first)
  const { value, next } = addFraction(reader, sum)
  if (!(value <= LARGEST)) return undefined
  return {
    first: at,
    next,
    start: word?.start ?? reader.tokens[at]!.start,
    value,
    ...vagueness(sum, value),
    definite: word?.features?.definite === true || word?.proclitics.endsWith('لل') === true,
    digits: reader.tokens[at]!.kind === 'number',
    scale: sum.scale,
    dual: sum.next === at + 1 && word?.entry.value.dual === true,
    proclitics: word?.proclitics ?? '',
  }
}

/** أحد and إحدى count only before عشر and before a ten. */
function startsCompound({ words }: Reader, at: number): boolean {
  const next = words[at + 1]
  if (!next) return false
  const { kind, n } = next.entry.value
  return (kind === 'unit' && n === 10 && next.proclitics === '') || (kind === 'tens' && next.proclitics === 'و')
}

interface Sum {
  value: number
  next: number
  scale: number
  /** The word whose plural makes the number vague, with its count. */
  vague?: number
}

/** Adds و-joined parts while each is of a smaller order than the one before. */
function addUp(reader: Reader, first: Sum): Sum {
  let sum = first
  while (sum.scale > 1 && sum.vague === undefined) {
    const at = afterAnd(reader, sum.next)
    if (at < 0) break
    const more = readAddend(reader, at, sum.scale)
    if (!more || more.value >= sum.scale || more.vague !== undefined) break
    sum = { value: sum.value + more.value, next: more.next, scale: more.scale }
    if (more.scale === 1) break
  }
  return sum
}

/** Index of the number that و joins on at a token, -1 where none is: the و is a clitic or a token of its own. */
function afterAnd({ tokens, words }: Reader, at: number): number {
  const token = tokens[at]
  if (!token) return -1
  if (words[at]?.proclitics === 'و') return at
  if (token.form !== 'و') return -1
  const next = tokens[at + 1]
  if (!next) return -1
  return next.kind === 'number' || words[at + 1]?.proclitics === '' ? at + 1 : -1
}

/** One part of a sum: a count below a thousand (or digits) with the scales it is multiplied by. `below`: the scale that it must stay under. */
function readAddend(reader: Reader, at: number, below: number): Sum | undefined {
  const group = readGroup(reader, at)
  if (group?.vague !== undefined) return timesScales(reader, group)
  if (group) {
    if (below !== Number.POSITIVE_INFINITY && reader.tokens[at]!.kind === 'number' && group.value >= below) return undefined
    return timesScales(reader, group)
  }
  return loneScale(reader, at)
}

/** ألف، ألفان، ملايين without a count before them. */
function loneScale(reader: Reader, at: number): Sum | undefined {
  const word = reader.words[at]?.entry.value
  if (word?.kind !== 'scale') return undefined
  if (word.plural) return { value: word.n, next: at + 1, scale: word.n, vague: word.n }
  return timesScales(reader, { value: word.n * (word.dual ? 2 : lone(reader, at)), next: at + 1, scale: word.n })
}

/** 'ألفا امرأة' is two thousand: the case ending of a lone ألفا before an indefinite noun can only be a dual's. */
function lone(reader: Reader, at: number): number {
  const token = reader.tokens[at]!
  const next = reader.tokens[at + 1]
  if (!token.form.endsWith('لفا') || next?.kind !== 'word' || next.breaks > 0) return 1
  return next.form.startsWith('ال') || next.form.startsWith('و') ? 1 : isPreposition(reader.terms, at + 1) ? 1 : 2
}

const isPreposition = (terms: Terms, at: number): boolean =>
  termAt(terms, at, 'preposition') !== undefined || termAt(terms, at, 'range-to') !== undefined

function timesScales(reader: Reader, group: Sum): Sum {
  let { value, next, scale, vague } = group
  for (;;) {
    const word = reader.words[next]
    if (word?.entry.value.kind !== 'scale' || word.proclitics !== '' || reader.tokens[next]!.breaks > 0) break
    value = rescale(reader, group, value) * word.entry.value.n * (word.entry.value.dual ? 2 : 1)
    scale = word.entry.value.n * (next > group.next ? scale : 1)
    if (vague !== undefined) vague = value
    next++
  }
  return { value, next, scale, vague }
}

/** '1.125 مليون' is a decimal, although '1.125' alone is a thousand. */
function rescale({ tokens }: Reader, group: Sum, value: number): number {
  const form = tokens[group.next - 1]!.form
  const single =
    group.value === value && value > 1000 && form.indexOf('.') > 0 && form.indexOf('.') === form.lastIndexOf('.') && !form.includes(',')
  return single ? Number(form) : value
}

/** A count below a thousand in words, or digits of any size. */
function readGroup(reader: Reader, at: number): Sum | undefined {
  const token = reader.tokens[at]!
  if (token.kind === 'number') return readDigits(reader, at)
  const word = reader.words[at]?.entry.value
  if (!word || word.kind === 'scale') return undefined
  if (word.kind === 'some') return { value: word.n, next: at + 1, scale: 1, vague: word.n }
  const hundreds = readHundreds(reader, at)
  if (hundreds?.vague !== undefined) return hundreds
  if (!hundreds) return readBelowHundred(reader, at)
  const rest = afterAnd(reader, hundreds.next)
  const more = rest < 0 ? undefined : reader.tokens[rest]!.kind === 'number' ? undefined : readBelowHundred(reader, rest)
  return more ? { value: hundreds.value + more.value, next: more.next, scale: 1 } : hundreds
}

/** مئة، مئتان، ثلاثمئة, and written apart: ثلاث مئة، أربعة مئة. */
function readHundreds({ words, tokens }: Reader, at: number): Sum | undefined {
  const word = words[at]!.entry.value
  if (word.kind === 'hundred') return { value: word.n, next: at + 1, scale: 1, ...(word.plural ? { vague: word.n } : {}) }
  const next = words[at + 1]
  if (word.kind !== 'unit' || word.n < 3 || word.n > 9 || !next || next.proclitics !== '' || tokens[at + 1]!.breaks > 0) return undefined
  const hundred = next.entry.value
  return hundred.kind === 'hundred' && hundred.n === 100 ? { value: word.n * 100, next: at + 2, scale: 1 } : undefined
}

/** 0–99 in words: خمسة، خمسة عشر، عشرون، خمسة وعشرون. */
function readBelowHundred({ words, tokens, terms }: Reader, at: number): Sum | undefined {
  const word = words[at]?.entry.value
  if (!word || (word.kind !== 'unit' && word.kind !== 'teen' && word.kind !== 'tens')) return undefined
  if (word.kind !== 'unit') return { value: word.n, next: at + 1, scale: 1 }
  const next = words[at + 1]
  if (
    word.n > 0 &&
    word.n < 10 &&
    next?.entry.value.n === 10 &&
    next.entry.value.kind === 'unit' &&
    next.proclitics === '' &&
    !tokens[at + 1]!.breaks
  ) {
    return { value: 10 + word.n, next: at + 2, scale: 1 }
  }
  const rest = word.n > 0 && word.n < 10 ? afterAnd({ words, tokens, terms }, at + 1) : -1
  const ten = rest < 0 ? undefined : words[rest]?.entry.value
  if (ten?.kind === 'tens') return { value: word.n + ten.n, next: rest + 1, scale: 1 }
  return { value: word.n, next: at + 1, scale: 1 }
}

/** A numeral; groups of three digits behind a space or an Arabic comma belong to it ('70 000', '1،234'). */
function readDigits({ tokens, words }: Reader, at: number): Sum | undefined {
  const head = tokens[at]!.form
  const value = numeralValue(head)
  if (value === null) return undefined
  let next = at + 1
  let total = value
  if (head.length > 3 || head[0] === '0' || !Number.isInteger(value)) return { value, next, scale: 1 }
  for (;;) {
    const from = isInnerComma(tokens, next) ? next + 1 : next
    if (!isThousandsGroup(tokens[from], from > next)) break
    total = total * 1000 + Number(tokens[from]!.form)
    next = from + 1
  }
  const decimals =
    next === at + 1 && isInnerComma(tokens, next) && tokens[next + 1]!.form.length < 3 && words[next + 2]?.entry.value.kind === 'scale'
  return decimals ? { value: Number(`${head}.${tokens[next + 1]!.form}`), next: next + 2, scale: 1 } : { value: total, next, scale: 1 }
}

const isInnerComma = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.form === '،' && tokens[at]!.glued && tokens[at + 1]?.kind === 'number' && tokens[at + 1]!.glued

const isThousandsGroup = (token: Token | undefined, glued: boolean): boolean =>
  token !== undefined && token.kind === 'number' && token.glued === glued && token.breaks === 0 && /^\d{3}(\.\d+)?$/.test(token.form)

/** نصف مليون، ربع مليار. */
function partOfScale({ terms, words }: Reader, at: number): Cardinal | undefined {
  const fraction = termAt<number>(terms, at, 'fraction')
  const scale = fraction ? words[at + 1] : undefined
  if (!fraction || scale?.entry.value.kind !== 'scale' || scale.proclitics !== '' || scale.entry.value.plural) return undefined
  const { n } = scale.entry.value
  const { start, proclitics } = fraction
  return {
    first: at,
    next: at + 2,
    start,
    value: fraction.entry.value * n,
    definite: false,
    digits: false,
    scale: n,
    dual: false,
    proclitics,
  }
}

/** مليون ونصف، ثلاثة ونصف، مليونين ونصف المليون. */
function addFraction(reader: Reader, sum: Sum): { value: number; next: number } {
  const none = { value: sum.value, next: sum.next }
  if (sum.vague !== undefined) return none
  const at = reader.tokens[sum.next]?.form === 'و' ? sum.next + 1 : sum.next
  const fraction = termAt<number>(reader.terms, at, 'fraction')
  if (!fraction || fraction.features?.definite || !(fraction.proclitics === 'و' || at > sum.next)) return none
  const named = reader.words[at + 1]?.entry.value
  const unit = named?.kind === 'scale' && !named.plural && !named.dual ? named.n : undefined
  return { value: sum.value + fraction.entry.value * (unit ?? sum.scale), next: at + (unit ? 2 : 1) }
}

function vagueness(sum: Sum, value: number): Pick<Cardinal, 'vague' | 'max'> {
  if (sum.vague === undefined) return {}
  return { vague: vagueName(value), max: null }
}

function vagueName(value: number): Modifier {
  if (value >= 1_000_000) return 'millions'
  if (value >= 100_000) return 'hundreds-of-thousands'
  if (value >= 10_000) return 'tens-of-thousands'
  if (value >= 1000) return 'thousands'
  return value >= 100 ? 'hundreds' : 'tens'
}
