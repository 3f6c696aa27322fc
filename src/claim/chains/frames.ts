import type { Term } from '../../lang/annotate.ts'
import type { Sentence } from '../../text/document.ts'
import { fold } from '../../text/fold.ts'
import { type Frame, formAt, type Grammar, has, MARK, quoteOpening, type ReportVerb, reportVerbAt, termOf } from './grammar.ts'
import { makerOf } from './hops.ts'
import { isComma, type NounPhrase, nounPhrase } from './noun-phrase.ts'

/** What follows a reporting verb: through whom, to whom, and where what is said begins. */
export interface FrameScan {
  /** The sources behind the subject: نقلت X عن Y. */
  via: NounPhrase[]
  /** The outlet spoken to: قال X لوكالة Y. */
  addressee: NounPhrase | undefined
  frame: Frame
  /** First token of what is said. */
  content: number
  /** Last token of what is said where a direct quotation bounds it. */
  quoteEnd: number | undefined
}
type Sides = Pick<FrameScan, 'via' | 'addressee'>

/** Longest aside between commas, in tokens. */
const LONGEST_ASIDE = 14
/** How far, in tokens, what is said may begin after its verb. */
const REACH = 45

/** Walks on from the subject to where what is said begins, noting on the way whom it was said to and whose words they are. */
export function scanFrame(
  grammar: Grammar,
  sentence: Sentence,
  verb: Term<ReportVerb>,
  from: number,
  hasSubject: boolean,
): FrameScan | undefined {
  const { frames, quotes } = verb.entry.value
  const found: Found = { via: [], addressee: undefined }
  const limit = Math.min(sentence.last, from + REACH)
  const preposition = frameOfPreposition(grammar, from, frames)
  const short = (): FrameScan | undefined => shortFrame(grammar, { verb, preposition, from, hasSubject, found, limit: sentence.last })
  if (preposition && !quotes && !has(grammar, Math.min(from + 1, sentence.last), MARK.complementizer)) return short()
  if (frames.includes('object') && opensObject(grammar, from)) return short()
  let at = quotes && bringsSource(grammar, from) ? takeAll(grammar, from + 1, limit, found.via, from) : from
  while (at <= limit) {
    if (has(grammar, at, MARK.complementizer) && !belongsToClause(grammar, at, from)) {
      const plain = termOf<string | undefined>(grammar, at, 'complementizer')
      if (plain?.entry.value === 'quoted' || frames.includes('that') || found.via.length > 0)
        return contentAt(grammar, 'that', afterComplementizers(grammar, at), found)
      break
    }
    const aside = isComma(formAt(grammar, at)) ? asideEnd(grammar, at, limit) : undefined
    if (aside !== undefined) {
      at = aside
      continue
    }
    const jumped = sideSource(grammar, at, limit, found, at === from && hasSubject)
    if (jumped > at) {
      at = jumped
      continue
    }
    const quoted = frames.includes('quote') || found.via.length > 0 ? quotedContent(grammar, at) : undefined
    if (quoted !== undefined) return contentAt(grammar, 'quote', quoted, found)
    if (at > from && closesFrame(grammar, at)) break
    at++
  }
  return short()
}

/** '، طلب عدم ذكر اسمه، أن': past an aside between commas that ends right before what is said. */
function asideEnd(grammar: Grammar, at: number, limit: number): number | undefined {
  for (let next = at + 1; next <= Math.min(limit - 1, at + LONGEST_ASIDE); next++) {
    if (has(grammar, next, MARK.complementizer) || addresseeAt(grammar, next, limit)) return undefined
    if (isComma(formAt(grammar, next))) return has(grammar, next + 1, MARK.complementizer) ? next + 1 : undefined
  }
  return undefined
}

interface Found {
  via: NounPhrase[]
  addressee: NounPhrase | undefined
}

/** 'أعلنت الوزارة | إصابة 5 …': the object itself begins, whatever clauses follow it. */
const opensObject = (grammar: Grammar, at: number): boolean =>
  has(grammar, at, MARK.event | MARK.number) && !has(grammar, at, MARK.actor | MARK.sourceNoun | MARK.adverb | MARK.time | MARK.particle)

/** Words before 'أن' that make an adverbial clause of it: 'بعد أن', 'قبل أن', 'دون أن'. */
const ADVERBIAL = new Set([
  'بعد',
  'قبل',
  'منذ',
  'دون',
  'بدون',
  'رغم',
  'حتى',
  'لولا',
  'غير',
  'شرط',
  'بشرط',
  'سوى',
  'الا',
  'مع',
  'كما',
  'لحين',
  'ريثما',
  'بمجرد',
  'الى',
  'بعيد',
  'قبيل',
  'عقب',
])

/** 'بعد أن', 'إلى أن': not the verb's own complementizer; 'إلى' is where the verb takes it. */
function belongsToClause(grammar: Grammar, at: number, from: number): boolean {
  if (at <= from) return false
  const before = formAt(grammar, at - 1)
  const bare = before.startsWith('و') && before.length > 3 ? before.slice(1) : before
  return ADVERBIAL.has(bare) && !(bare === 'الى' && at - 1 - from <= OWN_PREPOSITION)
}
/** How far, in tokens, a verb's own 'إلى' may stand from its subject. */
const OWN_PREPOSITION = 25

/** عن، على لسان، من: what brings the source of a verb that quotes. */
const bringsSource = (grammar: Grammar, at: number): boolean => formAt(grammar, at) === 'عن' || formAt(grammar, at) === 'الى'

/** Shortest quotation, in tokens with its marks, that can be speech of its own. */
const SHORTEST_SPEECH = 5

/** '«…»، قال فلان': the verb stands behind what is said. */
export function quotationBefore(grammar: Grammar, sentence: Sentence, at: number, verb: Term<ReportVerb>): FrameScan | undefined {
  if (!verb.entry.value.frames.includes('quote') || verb.proclitics !== '') return undefined
  const close = isComma(formAt(grammar, at - 1)) ? at - 2 : at - 1
  const quote = grammar.quoteTo.get(close)
  if (!quote || quote.open < sentence.first || quote.close - quote.open < SHORTEST_SPEECH) return undefined
  return { via: [], addressee: undefined, frame: 'quote', content: quote.open, quoteEnd: quote.close }
}

/** A quotation that is never closed bounds nothing. */
const contentAt = (grammar: Grammar, frame: Frame, content: number, found: Sides): FrameScan => {
  const quote = quoteOpening(grammar, content) ?? (content > 0 ? quoteOpening(grammar, content - 1) : undefined)
  return { ...found, frame, content, quoteEnd: quote?.closed && (frame === 'quote' || quote.open >= content - 1) ? quote.close : undefined }
}

/** The first token behind 'إن', 'قوله إن', 'أنه'. */
export function afterComplementizers(grammar: Grammar, at: number): number {
  let next = at + 1
  while (next < grammar.marks.length && has(grammar, next, MARK.complementizer)) next++
  return next
}

/** A colon, or a quotation of more than a name. */
function quotedContent(grammar: Grammar, at: number): number | undefined {
  if (formAt(grammar, at) === ':')
    return has(grammar, Math.max(at - 1, 0), MARK.number) && has(grammar, Math.min(at + 1, grammar.marks.length - 1), MARK.number)
      ? undefined
      : at + 1
  const quote = quoteOpening(grammar, at)
  if (!quote || (quote.close - quote.open <= SHORTEST_SPEECH && grammar.actorAt[at + 1] !== undefined)) return undefined
  return at
}

/** '، طلبوا عدم الكشف عن أسمائهم،': a clause between commas tells of the subject. */
function isParenthetical(grammar: Grammar, at: number): boolean {
  if (!isComma(formAt(grammar, at - 1)) || formAt(grammar, at).startsWith('و')) return false
  for (let next = at + 1; next < Math.min(grammar.marks.length, at + LONGEST_ASIDE); next++) {
    if (has(grammar, next, MARK.complementizer)) return false
    if (isComma(formAt(grammar, next))) return true
  }
  return false
}

/** Another finite reporting verb, or a full stop, closes the frame. */
const closesFrame = (grammar: Grammar, at: number): boolean => {
  if (isParenthetical(grammar, at)) return false
  const verb = reportVerbAt(grammar, at)
  return (
    verb !== undefined &&
    verb.features?.tense !== 'participle' &&
    !has(grammar, at, MARK.sourceNoun) &&
    !has(grammar, at - 1, MARK.relative) &&
    verb.proclitics !== 'ب'
  )
}

/** عن Y (after نقل and its like), نقلا عن Y, لوكالة Y, في تصريح لـY. Returns the token to go on from. */
function sideSource(grammar: Grammar, at: number, limit: number, found: Found, afterSubject: boolean): number {
  const particle = termOf<{ hop: string; takes: string }>(grammar, at, 'report-particle')
  if (particle?.entry.value.hop === 'inner' && particle.entry.value.takes === 'noun')
    return takeAll(grammar, particle.last + 1, limit, found.via, at)
  if (found.addressee === undefined) {
    const phrase = addresseeAt(grammar, at, limit) ?? (afterSubject ? outletAt(grammar, at, limit) : undefined)
    if (phrase) {
      found.addressee = phrase
      return phrase.last + 1
    }
  }
  return at
}

/** 'عن X', 'عن X عن Y': every source behind the one before. */
function takeAll(grammar: Grammar, start: number, limit: number, into: NounPhrase[], at: number): number {
  let next = take(grammar, start, limit, into, at)
  while (next > at && next < limit && formAt(grammar, next) === 'عن' && into.at(-1)?.kind !== 'document') {
    const after = take(grammar, next + 1, limit, into, next)
    if (after === next) break
    next = after
  }
  return next
}

function take(grammar: Grammar, start: number, limit: number, into: NounPhrase[], at: number): number {
  const phrase = nounPhrase(grammar, start, limit)
  if (!phrase) return at
  into.push(phrase)
  const maker = phrase.kind === 'document' ? makerOf(grammar, phrase) : undefined
  return Math.max(phrase.last, maker?.last ?? 0) + 1
}

/** An outlet after ل, لـ, مع or لدى: the one that was spoken to. */
export function addresseeAt(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  const form = formAt(grammar, at)
  const separate = form === 'ل' || form === 'مع' || form === 'لدى'
  if ((!separate && !form.startsWith('ل')) || (separate && at >= limit)) return undefined
  if (form === 'ل') {
    const quoted = quotedOutlet(grammar, at + 1, limit)
    if (quoted) return quoted
  }
  const phrase = nounPhrase(grammar, separate ? at + 1 : at, limit)
  if (!phrase || !isOutlet(phrase)) return undefined
  const glued = separate || grammar.terms.at[at]?.some((term) => /ل$/u.test(term.proclitics)) === true || form.startsWith('لل')
  return glued ? phrase : undefined
}

/** Longest name in quotation marks, in tokens with its marks. */
const LONGEST_QUOTED_NAME = 7

/** 'لـ«الوسط»': what is named in quotation marks behind ل is an outlet. */
function quotedOutlet(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  const quote = quoteOpening(grammar, at)
  if (!quote?.closed || quote.close > limit || quote.close - quote.open > LONGEST_QUOTED_NAME) return undefined
  const actors = []
  for (let i = at; i <= quote.close; i++) if (grammar.actorAt[i]) actors.push(grammar.actorAt[i]!.actor)
  return { first: at, last: quote.close, head: at, kind: 'outlet', actors }
}

/** 'أبلغ مصدر أمني وكالة …': the outlet stands as the verb's object. */
function outletAt(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  if (has(grammar, at, MARK.punct)) return undefined
  const phrase = nounPhrase(grammar, at, limit)
  return phrase && isOutlet(phrase) ? phrase : undefined
}

/** An outlet, or somebody who works for one. */
export const isOutlet = (phrase: NounPhrase): boolean => phrase.kind === 'outlet' || phrase.actors.some((actor) => actor.type === 'outlet')

const PREPOSITION_OF: Partial<Record<Frame, string>> = { ila: 'الى', an: 'عن', min: 'من', ala: 'على' }

function frameOfPreposition(grammar: Grammar, at: number, frames: readonly Frame[]): Frame | undefined {
  const form = formAt(grammar, at)
  const standalone = frames.find((frame) => PREPOSITION_OF[frame] === form)
  if (standalone) return standalone
  if (frames.includes('bi') && form.startsWith('ب') && form.length > 2) return 'bi'
  return frames.includes('li') && form.startsWith('ل') && form.length > 3 ? 'li' : undefined
}

interface Short {
  verb: Term<ReportVerb>
  preposition: Frame | undefined
  from: number
  hasSubject: boolean
  found: Sides
  limit: number
}

/** No complementizer and no quotation: the object, or the noun after the verb's own preposition, is what is said. */
function shortFrame(grammar: Grammar, { verb, preposition, from, hasSubject, found, limit }: Short): FrameScan | undefined {
  const { frames, quotes, objects } = verb.entry.value
  if (quotes || from > limit) return undefined
  if (preposition)
    return { ...found, frame: preposition, content: preposition === 'bi' || preposition === 'li' ? from : from + 1, quoteEnd: undefined }
  if (objects && frames.includes('object') && !hasObject(grammar, objects, from, limit)) return undefined
  const bareObject = frames.includes('object') && !has(grammar, from, MARK.punct | MARK.preposition)
  if (bareObject || (hasSubject && frames.includes('object')) || towards(grammar, verb, from, limit))
    return { ...found, frame: 'object', content: from, quoteEnd: undefined }
  return undefined
}

/** How far, in tokens, a verb's object noun or preposition may stand from its subject. */
const OBJECT_REACH = 12

/** 'رفض | التعليق', 'حملت … | المسؤولية': one of the nouns that make the verb one of speech. */
function hasObject(grammar: Grammar, objects: readonly string[], from: number, limit: number): boolean {
  for (let at = from; at <= Math.min(limit, from + OBJECT_REACH) && !has(grammar, at, MARK.punct); at++) {
    const form = formAt(grammar, at)
    if (
      objects.some(
        (noun) => form === noun || form === `ال${noun}` || (form.startsWith(noun.replace(/ة$/u, 'ت')) && form.length <= noun.length + 2),
      )
    )
      return true
  }
  return false
}

/** 'التعليق', 'تعليقا', 'مسؤوليته' of 'تعليق', 'مسؤولية'. */
function isFormOf(form: string, noun: string): boolean {
  const bare = form.startsWith('ال') ? form.slice(2) : form
  const stem = noun.endsWith('ة') ? noun.slice(0, -1) : noun
  return bare.startsWith(stem) && bare.length <= stem.length + LONGEST_ENDING
}
const LONGEST_ENDING = 4

const PERSONAL_ACTS: ReadonlySet<string> = new Set(['demand', 'warn', 'threaten', 'claim'])

/** 'دعا الاتحاد | طرفي النزاع إلى': somebody who is called on stands between the verb and its preposition. */
function towards(grammar: Grammar, verb: Term<ReportVerb>, from: number, limit: number): boolean {
  if (!PERSONAL_ACTS.has(verb.entry.value.act) || has(grammar, from, MARK.punct | MARK.preposition)) return false
  for (let at = from + 1; at <= Math.min(limit, from + OBJECT_REACH) && !has(grammar, at, MARK.punct | MARK.break); at++)
    if (frameOfPreposition(grammar, at, verb.entry.value.frames)) return true
  return false
}
