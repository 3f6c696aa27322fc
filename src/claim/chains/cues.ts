import type { Term } from '../../lang/annotate.ts'
import type { Sentence } from '../../text/document.ts'
import { type Frame, formAt, type Grammar, has, MARK, quoteOpening, type ReportVerb, termOf } from './grammar.ts'
import { makerOf } from './hops.ts'
import { isComma, type NounPhrase, nounPhrase } from './noun-phrase.ts'

/** A verb that attributes: who speaks, through whom, and where what is said begins. Tokens are indexes into the document. */
export interface VerbCue {
  verb: Term<ReportVerb>
  /** Token of the verb. */
  at: number
  subject: NounPhrase | undefined
  /** The source behind the subject: نقلت X عن Y. */
  via: NounPhrase[]
  /** The outlet spoken to: قال X لوكالة Y. */
  addressee: NounPhrase | undefined
  frame: Frame
  /** First token of what is said. */
  content: number
  /** Last token of what is said where a direct quotation bounds it. */
  quoteEnd: number | undefined
  /** The verb stands in a clause that a complementizer opened (إن الوزارة أكدت). */
  nested: boolean
  participle: boolean
}

/** Longest aside between commas, in tokens. */
const LONGEST_ASIDE = 14
/** How far, in tokens, what is said may begin after its verb. */
const REACH = 45

/**
 * Reads the frame of the reporting verb at a token: subject, addressee, source behind, and where the content begins.
 * Undefined where the verb is none of its reporting uses here.
 */
export function readVerbCue(grammar: Grammar, sentence: Sentence, at: number): VerbCue | undefined {
  const verb = termOf<ReportVerb>(grammar, at, 'report-verb')
  if (!verb || !isCueForm(verb) || isNegated(grammar, sentence, at) || isRelative(grammar, sentence, at)) return undefined
  const participle = verb.features?.tense === 'participle'
  const stopAtBi = verb.entry.value.frames.includes('bi')
  const after = skipAdverbs(grammar, at + 1, sentence.last)
  const post = participle ? undefined : postverbalSubject(grammar, sentence, after, stopAtBi)
  const scan =
    scanFrame(grammar, sentence, verb, post ? skipAdverbs(grammar, post.last + 1, sentence.last) : after, post !== undefined) ??
    quotationBefore(grammar, sentence, at, verb)
  if (!scan || !isClear(grammar, verb, at, scan)) return undefined
  return { verb, at, participle, ...scan, ...settleSubject(grammar, sentence, at, post, scan) }
}

/** First and second persons speak for themselves; a jussive is negated or commanded. */
const isCueForm = ({ features }: Term<ReportVerb>): boolean =>
  features?.jussive !== true && !['1s', '1p', '2'].includes(features?.person ?? '')

/** How far, in tokens, what is said may stand from a verb with an object pronoun ('أبلغته المصادر أن', not 'فدية قدرها'). */
const SUFFIXED_REACH = 8

/** A word that is also a preposition, an adverb or an elative (بين، أبرزها) is a verb only before what is said. */
function isClear(grammar: Grammar, verb: Term<ReportVerb>, at: number, scan: FrameScan): boolean {
  if (verb.suffix !== '' && (scan.frame !== 'that' || scan.content - at > SUFFIXED_REACH)) return false
  if (!has(grammar, at, MARK.preposition | MARK.adverb)) return true
  return scan.frame === 'that' && has(grammar, at + 1, MARK.complementizer)
}

const isNegated = (grammar: Grammar, sentence: Sentence, at: number): boolean => at > sentence.first && has(grammar, at - 1, MARK.negation)
/** 'الذي قال', 'التي تقول': the clause describes somebody; it is not the sentence's own cue. */
const isRelative = (grammar: Grammar, sentence: Sentence, at: number): boolean =>
  at > sentence.first && has(grammar, at - 1, MARK.relative) && formAt(grammar, at - 1) !== 'حيث'

export function skipAdverbs(grammar: Grammar, at: number, limit: number): number {
  let next = at
  while (next <= limit) {
    const range = adverbEnd(grammar, next)
    if (range === undefined) break
    next = range + 1
  }
  return next
}

/** 'اليوم الخميس', 'أيضا', '، الجمعة،': words between verb and subject that name no one. */
function adverbEnd(grammar: Grammar, at: number): number | undefined {
  if (has(grammar, at, MARK.actor)) return undefined
  if (has(grammar, at, MARK.adverb | MARK.time)) return at
  if (isComma(formAt(grammar, at)) && has(grammar, Math.min(at + 1, grammar.marks.length - 1), MARK.time | MARK.adverb)) return at
  if (formAt(grammar, at) === '(' && has(grammar, Math.min(at + 1, grammar.marks.length - 1), MARK.time)) return at
  if ((isComma(formAt(grammar, at)) || formAt(grammar, at) === ')') && at > 0 && has(grammar, at - 1, MARK.time)) return at
  return undefined
}

/** The noun phrase after a verb, where it can be its subject. */
export function postverbalSubject(grammar: Grammar, sentence: Sentence, at: number, stopAtBi: boolean): NounPhrase | undefined {
  if (at > sentence.last || has(grammar, at, MARK.complementizer | MARK.relative)) return undefined
  if (has(grammar, at, MARK.preposition) && !has(grammar, at, MARK.actor)) return undefined
  if (!has(grammar, at, MARK.actor) && startsBi(grammar, at, stopAtBi)) return undefined
  return nounPhrase(grammar, at, sentence.last, { stopAtBi })
}

/** 'للصحافيين', 'بأن': a preposition glued to the word. */
function startsBi(grammar: Grammar, at: number, stopAtBi: boolean): boolean {
  const form = formAt(grammar, at)
  if (form.startsWith('لل')) return true
  if (stopAtBi && form.startsWith('ب') && form.length > 4 && !grammar.terms.at[at]?.some((term) => term.proclitics === '')) return true
  const terms = grammar.terms.at[at]
  return terms?.every((term) => /[بل]$/u.test(term.proclitics)) === true
}

type FrameScan = Pick<VerbCue, 'via' | 'addressee' | 'frame' | 'content' | 'quoteEnd'>

/** Walks on from the subject to where what is said begins, noting on the way whom it was said to and whose words they are. */
function scanFrame(grammar: Grammar, sentence: Sentence, verb: Term<ReportVerb>, from: number, hasSubject: boolean): FrameScan | undefined {
  const { frames } = verb.entry.value
  const found: { via: NounPhrase[]; addressee: NounPhrase | undefined } = { via: [], addressee: undefined }
  const limit = Math.min(sentence.last, from + REACH)
  const preposition = frameOfPreposition(grammar, from, frames)
  if (preposition && !isQuotingVerb(verb) && !has(grammar, Math.min(from + 1, sentence.last), MARK.complementizer))
    return shortFrame(grammar, verb, preposition, from, hasSubject, found)
  let at = isQuotingVerb(verb) && formAt(grammar, from) === 'عن' ? take(grammar, from + 1, limit, found.via, from) : from
  while (at <= limit) {
    if (has(grammar, at, MARK.complementizer)) {
      const plain = termOf<string | undefined>(grammar, at, 'complementizer')
      if (plain?.entry.value === 'quoted' || frames.includes('that') || found.via.length > 0)
        return contentAt(grammar, 'that', afterComplementizers(grammar, at), found)
      break
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
  return shortFrame(grammar, verb, preposition, from, hasSubject, found)
}

/** '«…»، قال فلان': the verb stands behind what is said. */
function quotationBefore(grammar: Grammar, sentence: Sentence, at: number, verb: Term<ReportVerb>): FrameScan | undefined {
  if (!verb.entry.value.frames.includes('quote') || verb.proclitics !== '') return undefined
  const close = isComma(formAt(grammar, at - 1)) ? at - 2 : at - 1
  const quote = grammar.document.quotes.find(
    (one) => one.closed && one.close === close && one.open >= sentence.first && one.close - one.open > 4,
  )
  return quote && { via: [], addressee: undefined, frame: 'quote', content: quote.open, quoteEnd: quote.close }
}

const contentAt = (grammar: Grammar, frame: Frame, content: number, found: Pick<VerbCue, 'via' | 'addressee'>): FrameScan => {
  const quote = quoteOpening(grammar, content) ?? (content > 0 ? quoteOpening(grammar, content - 1) : undefined)
  return { ...found, frame, content, quoteEnd: quote && (frame === 'quote' || quote.open >= content - 1) ? quote.close : undefined }
}

function afterComplementizers(grammar: Grammar, at: number): number {
  let next = at + 1
  while (next < grammar.marks.length && has(grammar, next, MARK.complementizer)) next++
  return next
}

/** A colon, or a quotation of more than a name. */
function quotedContent(grammar: Grammar, at: number): number | undefined {
  if (formAt(grammar, at) === ':') return at + 1
  const quote = quoteOpening(grammar, at)
  if (!quote || (quote.close - quote.open <= 5 && grammar.actorAt[at + 1] !== undefined)) return undefined
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
  const verb = termOf<ReportVerb>(grammar, at, 'report-verb')
  return (
    verb !== undefined &&
    verb.features?.tense !== 'participle' &&
    !has(grammar, at, MARK.sourceNoun) &&
    !has(grammar, at - 1, MARK.relative) &&
    verb.proclitics !== 'ب'
  )
}

/** عن Y (after نقل and its like), نقلا عن Y, لوكالة Y, في تصريح لـY. Returns the token to go on from. */
function sideSource(
  grammar: Grammar,
  at: number,
  limit: number,
  found: { via: NounPhrase[]; addressee: NounPhrase | undefined },
  afterSubject: boolean,
): number {
  const particle = termOf<{ hop: string; takes: string }>(grammar, at, 'report-particle')
  if (particle?.entry.value.hop === 'inner' && particle.entry.value.takes === 'noun')
    return take(grammar, particle.last + 1, limit, found.via, at)
  if (found.addressee === undefined) {
    const phrase = addresseeAt(grammar, at, limit) ?? (afterSubject ? outletAt(grammar, at, limit) : undefined)
    if (phrase) {
      found.addressee = phrase
      return phrase.last + 1
    }
  }
  return at
}

function take(grammar: Grammar, start: number, limit: number, into: NounPhrase[], at: number): number {
  const phrase = nounPhrase(grammar, start, limit)
  if (!phrase) return at
  into.push(phrase)
  const maker = phrase.kind === 'document' ? makerOf(grammar, phrase) : undefined
  return Math.max(phrase.last, maker?.last ?? 0) + 1
}

/** An outlet after ل, لـ, مع or لدى: the one that was spoken to. */
function addresseeAt(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  const form = formAt(grammar, at)
  const separate = form === 'ل' || form === 'مع' || form === 'لدى'
  if (!separate && !form.startsWith('ل')) return undefined
  const phrase = nounPhrase(grammar, separate ? at + 1 : at, limit)
  if (!phrase || phrase.first > at + 1) return undefined
  const quotedName = form === 'ل' && quoteOpening(grammar, at + 1)?.close === phrase.last
  const glued = separate || grammar.terms.at[at]?.some((term) => /ل$/u.test(term.proclitics)) === true || form.startsWith('لل')
  return (isOutlet(phrase) || quotedName) && glued ? phrase : undefined
}

/** 'أبلغ مصدر أمني وكالة …': the outlet stands as the verb's object. */
function outletAt(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  if (has(grammar, at, MARK.punct)) return undefined
  const phrase = nounPhrase(grammar, at, limit)
  return phrase && isOutlet(phrase) ? phrase : undefined
}

const isOutlet = (phrase: NounPhrase): boolean => phrase.kind === 'outlet' || phrase.actors.some((actor) => actor.type === 'outlet')

const PREPOSITION_OF: Partial<Record<Frame, string>> = { ila: 'الى', an: 'عن', min: 'من', ala: 'على' }

function frameOfPreposition(grammar: Grammar, at: number, frames: readonly Frame[]): Frame | undefined {
  const form = formAt(grammar, at)
  const standalone = frames.find((frame) => PREPOSITION_OF[frame] === form)
  if (standalone) return standalone
  if (frames.includes('bi') && form.startsWith('ب') && form.length > 2) return 'bi'
  return frames.includes('li') && form.startsWith('ل') && form.length > 3 ? 'li' : undefined
}

/** No complementizer and no quotation: the object, or the noun after the verb's own preposition, is what is said. */
function shortFrame(
  grammar: Grammar,
  verb: Term<ReportVerb>,
  preposition: Frame | undefined,
  from: number,
  hasSubject: boolean,
  found: Pick<VerbCue, 'via' | 'addressee'>,
): FrameScan | undefined {
  const { frames } = verb.entry.value
  if (preposition === 'an' && isQuotingVerb(verb)) return undefined
  if (preposition)
    return { ...found, frame: preposition, content: preposition === 'bi' || preposition === 'li' ? from : from + 1, quoteEnd: undefined }
  const bareObject = frames.includes('object') && !has(grammar, from, MARK.punct) && !has(grammar, from, MARK.preposition)
  if (bareObject || (hasSubject && frames.includes('object'))) return { ...found, frame: 'object', content: from, quoteEnd: undefined }
  return undefined
}

/** نقل، نسب، اقتبس: their عن names a source, it does not bring the content. */
export const isQuotingVerb = (verb: Term<ReportVerb>): boolean =>
  verb.entry.value.frames.length === 1 && verb.entry.value.frames[0] === 'an'

/** Chooses between the phrase after the verb and the one before it. */
function settleSubject(
  grammar: Grammar,
  sentence: Sentence,
  at: number,
  post: NounPhrase | undefined,
  scan: FrameScan,
): Pick<VerbCue, 'subject' | 'nested' | 'content'> {
  const pre = preverbalSubject(grammar, sentence, at)
  const nested = pre
    ? has(grammar, Math.max(pre.phrase.first - 1, 0), MARK.complementizer) && pre.phrase.first > sentence.first
    : at > sentence.first && has(grammar, at - 1, MARK.complementizer)
  const postIsSource =
    post !== undefined &&
    (scan.frame !== 'object' ? isSourceLike(post) || scan.frame === 'that' || scan.frame === 'quote' : isSourceLike(post))
  if (postIsSource && !(pre && isSourceLike(pre.phrase) && !isSourceLike(post!))) return { subject: post, nested, content: scan.content }
  const content = post && (scan.frame === 'object' || scan.frame === 'bi') ? post.first : scan.content
  if (pre && isSourceLike(pre.phrase)) return { subject: pre.phrase, nested, content }
  return { subject: undefined, nested, content }
}

/** Headed by a noun for sources, or holding an actor. */
export const isSourceLike = (phrase: NounPhrase): boolean => phrase.kind !== undefined || phrase.actors.length > 0

/** The noun phrase that fills the clause between its beginning and the verb: 'الوزارة تؤكد', 'وكانت الوزارة قد أعلنت'. */
function preverbalSubject(grammar: Grammar, sentence: Sentence, at: number): { phrase: NounPhrase } | undefined {
  let end = at - 1
  while (end >= sentence.first && has(grammar, end, MARK.kana | MARK.adverb | MARK.time) && !has(grammar, end, MARK.actor)) end--
  for (let start = Math.max(sentence.first, end - 14); start <= end; start++) {
    if (!opensClause(grammar, sentence, start)) continue
    const phrase = nounPhrase(grammar, skipKana(grammar, start), end)
    if (phrase && reaches(grammar, phrase.last, end)) return { phrase }
  }
  return undefined
}

const skipKana = (grammar: Grammar, at: number): number => (has(grammar, at, MARK.kana) && !has(grammar, at, MARK.actor) ? at + 1 : at)

/** The phrase ends where the verb begins, but for a comma. */
const reaches = (grammar: Grammar, last: number, end: number): boolean =>
  last === end || (last === end - 1 && isComma(formAt(grammar, end)))

function opensClause(grammar: Grammar, sentence: Sentence, at: number): boolean {
  if (at === sentence.first) return true
  if (has(grammar, at - 1, MARK.complementizer | MARK.break | MARK.kana)) return true
  const before = formAt(grammar, at - 1)
  return isComma(before) || before === ':' || before === '-' || before === '–' || before === '؛' || before === '.'
}
