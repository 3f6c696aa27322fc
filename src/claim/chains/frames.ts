import type { Term } from '../../lang/annotate.ts'
import type { Sentence } from '../../text/document.ts'
import { addresseeAt, type Sides, sideSource, takeSources } from './addressees.ts'
import { isAnonymity } from './adverbs.ts'
import { type Frame, formAt, type Grammar, has, MARK, quoteOpening, type ReportVerb, reportVerbAt, termOf } from './grammar.ts'
import { isComma, isDefinite, kindAt } from './nouns.ts'
import { frameOfPreposition, type Short, shortFrame } from './short-frames.ts'

/** What follows a reporting verb: through whom, to whom, and where what is said begins. */
export interface FrameScan extends Sides {
  frame: Frame
  /** First token of what is said. */
  content: number
  /** Last token of what is said where a direct quotation bounds it. */
  quoteEnd: number | undefined
}

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
  const short: Short = { verb, from, hasSubject, found: { via: [], addressee: undefined }, limit: sentence.last }
  const complemented =
    from > sentence.last || has(grammar, from, MARK.complementizer) || has(grammar, Math.min(from + 1, sentence.last), MARK.complementizer)
  const named = isComma(formAt(grammar, from + 1)) // 'نزار بالطيب، … بأن'
  if (!quotes && !complemented && !named && frameOfPreposition(grammar, from, frames)) return shortFrame(grammar, short)
  if (frames.includes('object') && opensObject(grammar, from)) return shortFrame(grammar, short)
  return spokenFrame(grammar, short) ?? shortFrame(grammar, short)
}

/** 'إن', 'قوله', a colon, a quotation: where direct or indirect speech begins, if it does before the frame closes. */
function spokenFrame(grammar: Grammar, { verb, from, hasSubject, found, limit: last }: Short): FrameScan | undefined {
  const limit = Math.min(last, from + REACH)
  const { quotes } = verb.entry.value
  let at = quotes && isBeforeSource(grammar, verb, from) ? takeSources(grammar, from + 1, limit, found.via, from) : from
  while (at <= limit) {
    const opened = openedAt(grammar, verb, at, { from, found })
    if (opened !== undefined) return opened ?? undefined
    const next = nextPlace(grammar, at, { from, limit, found, hasSubject })
    if (next > at) at = next
    else if (at > from && closesFrame(grammar, at)) at = (found.via.length > 0 ? quotedAhead(grammar, at, limit) : undefined) ?? limit + 1
    else at++
  }
  return undefined
}

/** نقل عن, نسب إلى: what brings the source of a verb that quotes. */
const isBeforeSource = (grammar: Grammar, { entry }: Term<ReportVerb>, at: number): boolean =>
  formAt(grammar, at) === 'عن' || (formAt(grammar, at) === 'الى' && entry.value.frames.includes('ila'))

/** What begins at a token: the content of a complementizer or a quotation; null where the complementizer is another verb's. */
function openedAt(
  grammar: Grammar,
  verb: Term<ReportVerb>,
  at: number,
  { from, found }: { from: number; found: Sides },
): FrameScan | null | undefined {
  const { frames } = verb.entry.value
  const behind = found.via.length > 0
  if (has(grammar, at, MARK.complementizer) && !belongsToClause(grammar, at, from)) {
    const bySaying = termOf<string | undefined>(grammar, at, 'complementizer')?.entry.value === 'quoted'
    const taken = frames.includes('that') || behind || (bySaying && (verb.entry.value.quotes || BY_SAYING.test(formAt(grammar, at))))
    return taken ? contentAt(grammar, 'that', afterComplementizers(grammar, at), found) : null
  }
  const quoted = (frames.includes('quote') || behind) && !isPartial(grammar, frames, from, at) ? quotedContent(grammar, at) : undefined
  return quoted === undefined ? undefined : contentAt(grammar, 'quote', quoted, found)
}

/** 'أكد وقوع ثلاث عمليات … و«بعض الفرنسيين»': words quoted within the object are not where it begins. */
function isPartial(grammar: Grammar, frames: readonly Frame[], from: number, at: number): boolean {
  if (!frames.includes('object') || !grammar.quoteAt.has(at)) return false
  for (let i = from; i < at; i++) if (has(grammar, i, MARK.event | MARK.number) && !has(grammar, i, MARK.time | MARK.actor)) return true
  return false
}

/** 'بالقول', 'بقوله' go with any verb, 'قوله' with one that quotes. */
const BY_SAYING = /^(?:ب|القول)/u

/** Past an aside, a source or an addressee; the same token where there is none. */
function nextPlace(
  grammar: Grammar,
  at: number,
  { from, limit, found, hasSubject }: { from: number; limit: number; found: Sides; hasSubject: boolean },
): number {
  const aside = isComma(formAt(grammar, at)) ? asideEnd(grammar, at, limit) : undefined
  return aside ?? sideSource(grammar, at, limit, found, at === from && hasSubject)
}

/** '، طلب عدم ذكر اسمه، أن': past an aside between commas that ends right before what is said. */
function asideEnd(grammar: Grammar, at: number, limit: number): number | undefined {
  for (let next = at + 1; next <= Math.min(limit - 1, at + LONGEST_ASIDE); next++) {
    if (has(grammar, next, MARK.complementizer | MARK.particle) || addresseeAt(grammar, next, limit)) return undefined
    if (isComma(formAt(grammar, next))) return has(grammar, next + 1, MARK.complementizer) ? next + 1 : undefined
  }
  return undefined
}

/** How far, in tokens, 'قوله' may stand behind a clause that describes the source. */
const QUOTED_REACH = 12

/** 'عن مسؤول وصفه بالكبير | قوله': the verb of a clause that describes the source does not close the frame. */
function quotedAhead(grammar: Grammar, at: number, limit: number): number | undefined {
  for (let next = at + 1; next <= Math.min(limit, at + QUOTED_REACH); next++)
    if (has(grammar, next, MARK.complementizer))
      return termOf<string | undefined>(grammar, next, 'complementizer')?.entry.value === 'quoted' ? next : undefined
  return undefined
}

/** 'أعلنت الوزارة | إصابة 5 …': the object itself begins, whatever clauses follow it. */
const opensObject = (grammar: Grammar, at: number): boolean =>
  has(grammar, at, MARK.event | MARK.number) && !has(grammar, at, MARK.actor | MARK.sourceNoun | MARK.adverb | MARK.time | MARK.particle)

/** Words before 'أن' that make an adverbial clause of it: 'بعد أن', 'قبل أن', 'دون أن'. */
const ADVERBIAL = new Set('بعد قبل منذ دون بدون رغم حتى لولا غير شرط بشرط سوى الا مع كما لحين ريثما بمجرد الى بعيد قبيل عقب'.split(' '))
/** How far, in tokens, a verb's own 'إلى' may stand from its subject. */
const OWN_PREPOSITION = 25

/** 'بعد أن', 'إلى أن': not the verb's own complementizer; 'إلى' is where the verb takes it. */
function belongsToClause(grammar: Grammar, at: number, from: number): boolean {
  if (at <= from) return false
  const before = formAt(grammar, at - 1)
  const bare = before.startsWith('و') && before.length > 3 ? before.slice(1) : before
  return ADVERBIAL.has(bare) && !(bare === 'الى' && at - 1 - from <= OWN_PREPOSITION)
}

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
  if (formAt(grammar, at) === ':') return isClock(grammar, at) ? undefined : at + 1
  const quote = quoteOpening(grammar, at)
  if (!quote || (quote.close - quote.open <= SHORTEST_SPEECH && grammar.actorAt[at + 1] !== undefined)) return undefined
  return at
}

/** '12:30' */
const isClock = (grammar: Grammar, colon: number): boolean =>
  colon > 0 && colon + 1 < grammar.marks.length && has(grammar, colon - 1, MARK.number) && has(grammar, colon + 1, MARK.number)

/** Another finite reporting verb closes the frame, unless its clause tells of the source: after 'الذي', between commas, asking for no name. */
function closesFrame(grammar: Grammar, at: number): boolean {
  if (!has(grammar, at, MARK.reportVerb) || isParenthetical(grammar, at) || isAnonymity(grammar, at)) return false
  const verb = reportVerbAt(grammar, at)
  if (!verb || verb.proclitics === 'ب' || (has(grammar, at, MARK.preposition) && !has(grammar, at + 1, MARK.complementizer))) return false
  if (verb.features?.tense === 'participle') return isComma(formAt(grammar, at - 1)) || verb.proclitics !== '' // '، مشيرا إلى أن' has its own
  if (kindAt(grammar, at - 1) === 'document' && !isDefinite(formAt(grammar, at - 1))) return false // 'في بيان نشرته'
  return !has(grammar, at, MARK.sourceNoun) && !has(grammar, at - 1, MARK.relative) && formAt(grammar, at - 1) !== 'عدم'
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
