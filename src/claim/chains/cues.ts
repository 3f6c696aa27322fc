import type { Term } from '../../lang/annotate.ts'
import type { Sentence } from '../../text/document.ts'
import { isAnonymity, skipAdverbs, skipAside } from './adverbs.ts'
import { opensOwnClause } from './clauses.ts'
import { type FrameScan, quotationBefore, scanFrame } from './frames.ts'
import { formAt, type Grammar, has, MARK, type ReportVerb, reportVerbAt } from './grammar.ts'
import { isDefinite, type NounPhrase } from './nouns.ts'
import { closingSubject, isAccusative, postverbalSubject, settleSubject, startsBi, unknownSubject } from './subjects.ts'

/** A verb that attributes: who speaks, through whom, and where what is said begins. Tokens are indexes into the document. */
export interface VerbCue extends FrameScan {
  verb: Term<ReportVerb>
  /** Token of the verb. */
  at: number
  subject: NounPhrase | undefined
  /** The verb stands in a clause that a complementizer opened (إن الوزارة أكدت). */
  nested: boolean
  participle: boolean
  /** Someone already told of stands behind the speaker by a pronoun: 'نقلت عنه الصحيفة'. */
  pronoun: boolean
  /** 'لم ينف': what is not denied is said. */
  negated: boolean
}

/**
 * Reads the frame of the reporting verb at a token: subject, addressee, source behind, and where the content begins.
 * Undefined where the verb is none of its reporting uses here.
 */
export function readVerbCue(grammar: Grammar, sentence: Sentence, at: number): VerbCue | undefined {
  const verb = reportVerbAt(grammar, at)
  if (!verb || isAnonymity(grammar, at) || isRelative(grammar, sentence, at) || isNoun(grammar, sentence, at, verb)) return undefined
  const negated = isNegated(grammar, sentence, at)
  if (negated ? verb.entry.value.act !== 'deny' : verb.features?.jussive) return undefined
  const participle = verb.features?.tense === 'participle'
  if (participle && isAdjective(grammar, sentence, at, verb)) return undefined
  const pronoun = verb.entry.value.quotes === true && PRONOUN_SOURCES.has(formAt(grammar, at + 1))
  const found = findFrame(grammar, sentence, verb, pronoun ? at + 2 : skipAside(grammar, at + 1, sentence.last), participle)
  const passed = passedOn(grammar, sentence, at, found.post)
  const scan = passed ?? found.scan ?? quotationBefore(grammar, sentence, at, verb)
  if (!scan || (!passed && !isClear(grammar, verb, at, scan))) return undefined
  const settled = settleSubject(grammar, sentence, { at, verb, post: found.post, scan, from: found.from })
  if (
    !settled ||
    (settled.subject === found.post && found.post && !opensOwnClause(grammar, sentence, at, verb.proclitics) && !closesQuote(grammar, at))
  )
    return undefined
  if (!isVerbHere(grammar, sentence, at, scan, settled.subject) || namesNoOne(grammar, verb, at, settled.subject, scan)) return undefined
  return { verb, at, participle, pronoun, negated, ...scan, ...settled }
}

/** '«…» قال فلان' */
const closesQuote = (grammar: Grammar, at: number): boolean => grammar.quoteTo.has(at - 1)

const WHAT = new Set(['ما', 'عما', 'مما', 'بما', 'لما'])
const ABOUT = new Set(['عن', 'حول', 'بشان', 'من'])

/** 'نافية ما تناقلته مواقع محلية | عن …': what another source told is told of. */
function passedOn(grammar: Grammar, sentence: Sentence, at: number, post: NounPhrase | undefined): FrameScan | undefined {
  if (!post || at === sentence.first || !WHAT.has(formAt(grammar, at - 1)) || !ABOUT.has(formAt(grammar, post.last + 1))) return undefined
  const content = post.last + 2
  if (content > sentence.last) return undefined
  return {
    via: [],
    addressee: undefined,
    frame: 'an',
    content: has(grammar, content, MARK.complementizer) ? content + 1 : content,
    quoteEnd: undefined,
  }
}

const PRONOUN_SOURCES = new Set(['عنه', 'عنها', 'عنهم', 'عنهما'])

interface Found {
  /** Where the subject may begin. */
  from: number
  post: NounPhrase | undefined
  scan: FrameScan | undefined
}

/** The subject behind the verb and what follows it; a subject whose end nothing marks is read again, strictly. */
function findFrame(grammar: Grammar, sentence: Sentence, verb: Term<ReportVerb>, after: number, participle: boolean): Found {
  const from = skipAdverbs(grammar, after, sentence.last)
  const stopAtBi = verb.entry.value.frames.includes('bi')
  const read = (strict: boolean): Found => {
    const post = participle ? undefined : postverbalSubject(grammar, sentence, from, { stopAtBi, strict })
    const behind = post ? skipAdverbs(grammar, post.last + 1, sentence.last) : from
    return { from, post, scan: scanFrame(grammar, sentence, verb, behind, post !== undefined) }
  }
  const greedy = read(false)
  const spoken = greedy.scan && (greedy.scan.frame === 'that' || greedy.scan.frame === 'quote')
  if (!participle && !greedy.post && spoken && greedy.scan && greedy.scan.via.length === 0 && !startsAside(grammar, from))
    return { ...greedy, post: unknownSubject(grammar, from, greedy.scan.content) }
  if (greedy.post && greedy.scan && (greedy.scan.frame === 'that' || greedy.scan.frame === 'quote'))
    return { ...greedy, post: closingSubject(grammar, greedy.post, greedy.scan) }
  return greedy.post ? read(true) : greedy
}

/** Whether the words behind a verb are 'للصحفيين', 'بوضوح': to whom, or how, something is said. */
const startsAside = (grammar: Grammar, at: number): boolean =>
  has(grammar, at, MARK.complementizer | MARK.preposition) || startsBi(grammar, at, false) || isAccusative(grammar, at)

/** 'وثيقة مسربة', 'رسالة منسوبة': behind an indefinite noun of its own ending a participle is an adjective, no circumstance. */
function isAdjective(grammar: Grammar, sentence: Sentence, at: number, verb: Term<ReportVerb>): boolean {
  const before = at - 1
  if (before < sentence.first || verb.proclitics !== '') return before < sentence.first
  if (has(grammar, at, MARK.sourceNoun) && !has(grammar, before, MARK.punct)) return true // '38 متهما'
  const noun = formAt(grammar, before)
  if (has(grammar, before, MARK.punct) || isDefinite(noun) || grammar.actorAt[before]) return false
  const ending = formAt(grammar, at).at(-1)!
  return noun.endsWith(ending) || (ending === 'ة' && has(grammar, before, MARK.sourceNoun))
}

/** How far, in tokens, what is said may stand from a verb with an object pronoun ('أبلغته المصادر أن', not 'فدية قدرها'). */
const SUFFIXED_REACH = 8

/** A verb with an object pronoun speaks only before what is said, a word that joins clauses ('علما أن') never does. */
function isClear(grammar: Grammar, verb: Term<ReportVerb>, at: number, scan: FrameScan): boolean {
  if (has(grammar, at, MARK.break)) return false
  const said = scan.frame === 'that' || (scan.frame === 'quote' && scan.content > at)
  return verb.suffix === '' || (said && scan.content - at <= SUFFIXED_REACH && !hasRelative(grammar, at + 1, scan.content))
}

/** 'نفته الحكومة التي قالت إن': what is said belongs to another verb. */
function hasRelative(grammar: Grammar, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (has(grammar, at, MARK.relative)) return true
  return false
}

/** A word that is also a preposition or an adverb (بين) is a verb only before 'أن', or with a source at the head of the sentence. */
function isVerbHere(grammar: Grammar, sentence: Sentence, at: number, scan: FrameScan, subject: NounPhrase | undefined): boolean {
  if (!has(grammar, at, MARK.preposition | MARK.adverb)) return true
  if (scan.frame !== 'that') return false
  if (has(grammar, at + 1, MARK.complementizer)) return true
  return at === sentence.first && subject !== undefined && subject.first === at + 1 && has(grammar, subject.last + 1, MARK.complementizer)
}

const isNegated = (grammar: Grammar, sentence: Sentence, at: number): boolean => at > sentence.first && has(grammar, at - 1, MARK.negation)

/** Prepositions that a finite verb may follow: 'منذ أعلن', 'حتى قال'. */
const BEFORE_VERBS = new Set(['منذ', 'حتى', 'بينما', 'فيما', 'عقب'])

/** 'على علم بأن', 'في ذكر': behind a preposition stands no verb. */
const isNoun = (grammar: Grammar, sentence: Sentence, at: number, verb: Term<ReportVerb>): boolean =>
  at > sentence.first &&
  verb.proclitics === '' &&
  verb.features?.tense !== 'participle' &&
  (NEVER_BEFORE_VERBS.has(formAt(grammar, at - 1)) || followsPreposition(grammar, at))
const NEVER_BEFORE_VERBS = new Set(['عدم', 'مجرد', 'اي', 'بعدم'])

const followsPreposition = (grammar: Grammar, at: number): boolean =>
  grammar.terms.at[at - 1]?.some(
    ({ entry, proclitics, suffix }) => entry.id === 'preposition' && suffix === '' && !/[بلك]$/u.test(proclitics),
  ) === true &&
  !BEFORE_VERBS.has(formAt(grammar, at - 1)) &&
  !has(grammar, at - 1, MARK.break)

/** 'الذي قال', 'التي كانت قد أعلنت': the clause describes somebody; it is not the sentence's own cue. */
function isRelative(grammar: Grammar, sentence: Sentence, at: number): boolean {
  let before = at - 1
  while (before > sentence.first && has(grammar, before, MARK.kana | MARK.negation)) before--
  return before >= sentence.first && has(grammar, before, MARK.relative) && formAt(grammar, before) !== 'حيث'
}

/** Without a subject: a passive, or a form that is used for 'it is …': 'قيل إن', 'يُذكر أن', 'تبيّن أن'. */
function namesNoOne(grammar: Grammar, verb: Term<ReportVerb>, at: number, subject: NounPhrase | undefined, scan: FrameScan): boolean {
  if (subject || scan.via.length > 0) return false
  if (verb.features?.voice === 'passive' || isVowelledPassive(grammar, verb)) return true
  const form = formAt(grammar, at)
  const bare = form.slice(verb.proclitics.length)
  return verb.entry.value.impersonal?.includes(bare) === true
}

const DAMMA = '\u064f'
/** 'ذُكر', 'أُعلن': a damma on the first letter of a past verb. */
const isVowelledPassive = (grammar: Grammar, verb: Term<ReportVerb>): boolean =>
  verb.features?.tense === 'past' && grammar.document.text[verb.start + 1] === DAMMA
