import type { Term } from '../../lang/annotate.ts'
import type { Sentence } from '../../text/document.ts'
import { isAnonymity, skipAdverbs } from './adverbs.ts'
import type { FrameScan } from './frames.ts'
import { formAt, type Grammar, has, MARK, type ReportVerb, reportVerbAt, termOf } from './grammar.ts'
import { makerOf } from './hops.ts'
import { nounPhrase } from './noun-phrase.ts'
import { isComma, isDefinite, kindAt, type NounPhrase, type PhraseOptions } from './nouns.ts'

/** Words that are no part of a subject. */
const NOT_IN_SUBJECT =
  MARK.complementizer |
  MARK.preposition |
  MARK.relative |
  MARK.break |
  MARK.time |
  MARK.adverb |
  MARK.punct |
  MARK.number |
  MARK.particle |
  MARK.reportVerb

/** The noun phrase after a verb, where it can be its subject. */
export function postverbalSubject(grammar: Grammar, sentence: Sentence, at: number, options: PhraseOptions): NounPhrase | undefined {
  if (at > sentence.last || has(grammar, at, MARK.complementizer | MARK.relative) || isCircumstance(grammar, at)) return undefined
  if (has(grammar, at, MARK.preposition) && !has(grammar, at, MARK.actor)) return undefined
  if (!has(grammar, at, MARK.actor) && startsBi(grammar, at, options.stopAtBi === true)) return undefined
  if (isAddressed(grammar, at)) return undefined
  const phrase = nounPhrase(grammar, at, sentence.last, options)
  return phrase && !isAccusative(grammar, phrase.head) ? phrase : undefined
}

/** 'لقناة بلقيس': an actor's name behind ل. */
const isAddressed = (grammar: Grammar, at: number): boolean => {
  const actor = grammar.actorAt[at]?.actor
  return actor !== undefined && actor.start > grammar.document.tokens[at]!.start && /^[وف]?ل/u.test(formAt(grammar, at))
}

/** 'قائلا', 'مؤكدة': how, not who. */
const isCircumstance = (grammar: Grammar, at: number): boolean =>
  has(grammar, at, MARK.reportVerb) &&
  !has(grammar, at, MARK.sourceNoun | MARK.actor) &&
  reportVerbAt(grammar, at)?.features?.tense === 'participle'

/** 'للصحافيين', 'بأن': a preposition glued to the word. */
export function startsBi(grammar: Grammar, at: number, stopAtBi: boolean): boolean {
  const form = formAt(grammar, at)
  if (form.startsWith('لل')) return true
  if (stopAtBi && form.startsWith('ب') && form.length > 4 && !grammar.terms.at[at]?.some((term) => term.proclitics === '')) return true
  const terms = grammar.terms.at[at]
  const words = terms?.filter((term) => term.entry.class !== 'stop-word')
  return words !== undefined && words.length > 0 && words.every((term) => /[بل]$/u.test(term.proclitics))
}

/** 'الصحفيين', 'المسؤولين' behind a verb are its object. */
export const isAccusative = (grammar: Grammar, at: number): boolean =>
  formAt(grammar, at).endsWith('ين') &&
  termOf(grammar, at, 'source-noun')?.features?.number === 'plural' &&
  has(grammar, at, MARK.sourceNoun) &&
  !grammar.actorAt[at]

/** Longest rest of a name, in tokens, between what is known of it and the complementizer. */
const LONGEST_REST = 4
/** Longest subject, in tokens, of which no word is known. */
const LONGEST_UNKNOWN = 7

/** The subject up to the complementizer or quotation mark that closes it: unknown names belong to it. */
export function closingSubject(grammar: Grammar, phrase: NounPhrase, { content, addressee }: FrameScan): NounPhrase {
  const last = addressee ? addressee.first - 1 : lastBefore(grammar, content)
  const named = surnameEnd(grammar, phrase)
  if (named > phrase.last) return { ...phrase, last: named }
  return last > phrase.last && last - phrase.last <= LONGEST_REST && areNames(grammar, phrase.last + 1, last) ? { ...phrase, last } : phrase
}

/** 'علاء الدين | عابدين، في تصريح': an unknown word between a person's name and a comma is the rest of the name. */
function surnameEnd(grammar: Grammar, phrase: NounPhrase): number {
  const next = phrase.last + 1
  const person = phrase.actors.at(-1)?.type === 'person' && grammar.terms.at[next] === undefined
  return person && grammar.document.tokens[next]?.kind === 'word' && isComma(formAt(grammar, next + 1)) ? next : phrase.last
}

/** Between the verb and 'إن' stands only a name of which no word is known. */
export function unknownSubject(grammar: Grammar, from: number, content: number): NounPhrase | undefined {
  const last = lastBefore(grammar, content)
  if (last < from || last - from >= LONGEST_UNKNOWN || !areNames(grammar, from, last)) return undefined
  if (has(grammar, from, MARK.reportVerb) || formAt(grammar, from).endsWith('ا')) return undefined // 'قائلا إن', 'مبتسما إن'
  return { first: from, last, head: from, kind: undefined, actors: [] }
}

function lastBefore(grammar: Grammar, content: number): number {
  let last = content - 1
  while (last >= 0 && (has(grammar, last, MARK.complementizer) || formAt(grammar, last) === ':' || grammar.quoteAt.has(last))) last--
  return last
}

/** 'العائلات', 'الصحفيين': somebody else, whom the verb may be told to. */
const isPeople = (grammar: Grammar, at: number): boolean =>
  isDefinite(formAt(grammar, at)) && kindAt(grammar, at) !== undefined && !/(ي|ية|ة)$/u.test(formAt(grammar, at))

function areNames(grammar: Grammar, first: number, last: number): boolean {
  for (let at = first; at <= last; at++)
    if (
      has(grammar, at, NOT_IN_SUBJECT) ||
      isPeople(grammar, at) ||
      formAt(grammar, at).startsWith('لل') ||
      grammar.document.tokens[at]!.kind === 'number'
    )
      return false
  return true
}

/** What {@link settleSubject} knows of the verb. */
export interface Around {
  at: number
  verb: Term<ReportVerb>
  post: NounPhrase | undefined
  scan: FrameScan
  /** Where a subject behind the verb may begin. */
  from: number
}
export interface Settled {
  subject: NounPhrase | undefined
  nested: boolean
  content: number
}

/** Chooses between the phrase after the verb and the one before it. Undefined where the verb has a subject that is no source. */
export function settleSubject(grammar: Grammar, sentence: Sentence, around: Around): Settled | undefined {
  const { at, scan, verb } = around
  const spoken = scan.frame === 'that' || scan.frame === 'quote'
  const post = around.post && isObjectOf(grammar, sentence, verb, around.post, spoken) ? undefined : around.post
  const pre = mayFollowSubject(verb) ? preverbalSubject(grammar, sentence, at) : undefined
  const content = around.post && (scan.frame === 'object' || scan.frame === 'bi' || !post) && !spoken ? around.post.first : scan.content
  const before: Settled | undefined = pre && { subject: pre.phrase, nested: pre.nested, content }
  if (pre && isFirm(grammar, pre, spoken || verb.entry.value.act !== 'report')) return before
  const nested = at > sentence.first && has(grammar, at - 1, MARK.complementizer)
  if (post && (spoken || isSourceLike(grammar, post) || isPersonal(grammar, verb, post, scan)))
    return { subject: post, nested, content: scan.content }
  if (pre && isSourceLike(grammar, pre.phrase)) return before
  const described = post ? undefined : indefiniteBefore(grammar, sentence, at)
  if (described) return { subject: described, nested: true, content }
  return post && isOtherSubject(grammar, verb, post, scan) ? undefined : { subject: undefined, nested, content }
}

/** 'الوزارة تؤكد', 'أما الوزارة فأكدت'; a verb with و begins a clause of its own, a participle has no subject. */
const mayFollowSubject = ({ features, proclitics }: Term<ReportVerb>): boolean =>
  features?.tense !== 'participle' && !proclitics.startsWith('و')

const PERSONAL_ACTS: ReadonlySet<string> = new Set(['demand', 'threaten', 'warn', 'acknowledge', 'decline'])

/** 'هددت الجبهة بالانسحاب': only somebody demands, threatens, warns, whatever noun names them. */
const isPersonal = (grammar: Grammar, verb: Term<ReportVerb>, post: NounPhrase, scan: FrameScan): boolean =>
  PERSONAL_ACTS.has(verb.entry.value.act) &&
  scan.frame !== 'object' &&
  isDefinite(formAt(grammar, post.head)) &&
  !has(grammar, post.head, MARK.event)

/** A subject that 'إن' or 'كان' announces, or that stands right before its verb. */
const isFirm = (grammar: Grammar, pre: Preverbal, spoken: boolean): boolean =>
  pre.adjacent && (isSourceLike(grammar, pre.phrase) || (pre.nested && spoken && !has(grammar, pre.phrase.head, MARK.event)))

/** 'واتهم الجيش بقتل': of a verb that needs an object the only noun is that object. */
function isObjectOf(grammar: Grammar, sentence: Sentence, verb: Term<ReportVerb>, post: NounPhrase, spoken: boolean): boolean {
  if (!verb.entry.value.transitive || spoken) return false
  const next = skipAdverbs(grammar, post.last + 1, sentence.last)
  if (next > sentence.last || has(grammar, next, MARK.preposition | MARK.punct | MARK.event)) return true
  return formAt(grammar, next).startsWith('ب') || formAt(grammar, next).startsWith('لل')
}

/** 'سجلت الليرة', 'أعلنت هدنة': the noun is the verb's subject and no source, so that nobody is said to speak. */
function isOtherSubject(grammar: Grammar, verb: Term<ReportVerb>, post: NounPhrase, scan: FrameScan): boolean {
  if (scan.frame !== 'object') return !verb.entry.value.transitive
  if (has(grammar, post.head, MARK.event) || AMOUNTS_TOLD.has(formAt(grammar, post.head))) return false
  const feminine = formAt(grammar, post.head).endsWith('ة')
  const person = verb.features?.person
  if (verb.entry.value.act === 'report') return true
  if (!isDefinite(formAt(grammar, post.head))) return feminine && person === '3fs'
  return feminine ? person === '3fs' : person === '3ms'
}
const AMOUNTS_TOLD = new Set(['عدد', 'اعداد', 'حصيلة', 'وجود', 'عدم', 'صحة', 'استمرار'])

/** Headed by a noun for sources or an actor's name, or bearing a person's name. */
export function isSourceLike(grammar: Grammar, phrase: NounPhrase): boolean {
  if (phrase.kind !== undefined) return true
  const head = grammar.actorAt[phrase.head] ?? grammar.actorAt[phrase.first]
  if (head) return true
  if (grammar.names.has(formAt(grammar, phrase.head)) && !isDefinite(formAt(grammar, phrase.head))) return true
  if (has(grammar, phrase.head, MARK.event)) return false
  return phrase.actors.some((actor) => actor.type === 'person') || startsQuoted(grammar, phrase)
}

/** '"عنب بلدي"': a name in quotation marks. */
const startsQuoted = (grammar: Grammar, phrase: NounPhrase): boolean => grammar.quoteAt.has(phrase.first) && phrase.actors.length > 0

interface Preverbal {
  phrase: NounPhrase
  /** Opened by 'أن'. */
  nested: boolean
  /** No comma between it and the verb. */
  adjacent: boolean
}

/** The noun phrase that fills the clause between its beginning and the verb: 'الوزارة تؤكد', 'وكانت الوزارة قد أعلنت'. */
function preverbalSubject(grammar: Grammar, sentence: Sentence, at: number): Preverbal | undefined {
  let end = at - 1
  while (end >= sentence.first && has(grammar, end, MARK.kana | MARK.adverb | MARK.time) && !has(grammar, end, MARK.actor)) end--
  end = beforeAnonymity(grammar, sentence.first, end)
  for (let start = Math.max(sentence.first, end - 14); start <= end; start++) {
    if (!opensClause(grammar, sentence, start)) continue
    const phrase = nounPhrase(grammar, skipKana(grammar, start), end)
    if (!phrase || !reaches(grammar, phrase.last, end)) continue
    const nested = start > sentence.first && has(grammar, start - 1, MARK.complementizer)
    return { phrase, nested, adjacent: phrase.last === end }
  }
  return undefined
}

/** How far, in tokens, 'طلب عدم الكشف عن هويته' may reach. */
const ANONYMITY_REACH = 9

/** 'مسؤول | طلب عدم الكشف عن هويته | قال': the subject ends before the clause that tells of it. */
function beforeAnonymity(grammar: Grammar, first: number, end: number): number {
  for (let at = end; at > Math.max(first, end - ANONYMITY_REACH); at--)
    if (isAnonymity(grammar, at)) return isComma(formAt(grammar, at - 1)) ? at - 2 : at - 1
  return end
}

const skipKana = (grammar: Grammar, at: number): number =>
  (has(grammar, at, MARK.kana) && !has(grammar, at, MARK.actor)) || formAt(grammar, at) === 'اما' ? at + 1 : at

/** The phrase ends where the verb begins, but for a comma. */
const reaches = (grammar: Grammar, last: number, end: number): boolean =>
  last === end || (last === end - 1 && isComma(formAt(grammar, end)))

function opensClause(grammar: Grammar, sentence: Sentence, at: number): boolean {
  if (at === sentence.first) return true
  if (has(grammar, at - 1, MARK.complementizer | MARK.break | MARK.kana)) return !has(grammar, at, MARK.break)
  const before = formAt(grammar, at - 1)
  return isComma(before) || before === ':' || before === '-' || before === '–' || before === '؛' || before === '.'
}

/** Longest indefinite noun with its adjectives, in tokens, before a verb that describes it. */
const LONGEST_INDEFINITE = 3

/** 'تقارير تفيد بأن', 'معلومات أولية تشير إلى', 'رجل قال إن': an indefinite noun and the verb that tells what it says. */
function indefiniteBefore(grammar: Grammar, sentence: Sentence, at: number): NounPhrase | undefined {
  for (let start = at - 1; start >= Math.max(sentence.first, at - LONGEST_INDEFINITE); start--) {
    const kind = kindAt(grammar, start)
    if ((kind !== 'document' && kind !== 'unnamed') || isDefinite(formAt(grammar, start))) continue
    if (kind === 'document' && start > sentence.first && formAt(grammar, start - 1) === 'في') return undefined
    const phrase = nounPhrase(grammar, start, at - 1)
    return phrase?.last === at - 1 ? phrase : undefined
  }
  return madeBefore(grammar, sentence, at)
}

/** How far back, in tokens, a document may stand before its maker and the verb. */
const MADE_REACH = 10

/** 'تقرير سري للأمم المتحدة | يقول إن': the maker of an indefinite document stands right before the verb. */
function madeBefore(grammar: Grammar, sentence: Sentence, at: number): NounPhrase | undefined {
  for (let start = at - 2; start >= Math.max(sentence.first, at - MADE_REACH); start--) {
    if (kindAt(grammar, start) !== 'document' || isDefinite(formAt(grammar, start))) continue
    const document: NounPhrase = { first: start, last: start, head: start, kind: 'document', actors: [] }
    return makerOf(grammar, document)?.last === at - 1 ? document : undefined
  }
  return undefined
}
