import type { Term } from '../../lang/annotate.ts'
import type { Features } from '../../lang/lexicon.ts'
import type { Act, Hop } from '../../model.ts'
import type { Sentence } from '../../text/document.ts'
import { addresseeAt } from './addressees.ts'
import { skipAdverbs, skipAside } from './adverbs.ts'
import { speakerOf } from './carry.ts'
import { formAt, type Grammar, has, MARK, type ReportParticle, type ReportVerb, reportVerbAt, termOf } from './grammar.ts'
import { joinChains, makeHop, spanOf } from './hops.ts'
import { nounPhrase } from './noun-phrase.ts'
import { kindAt, type NounPhrase } from './nouns.ts'
import type { Scene } from './state.ts'
import { isSourceLike, postverbalSubject } from './subjects.ts'

/** A source named by a particle: its hops, from the one nearest the outlet, and the last token of the phrase. */
export interface ParticleCue {
  hops: Hop[]
  hop: 'outer' | 'inner'
  last: number
  why: string[]
  /** 'حسب قوله', 'كما قالت': whoever speaks already. */
  self?: true
}

/**
 * Reads the source that a particle names: 'بحسب X', 'نقلا عن X', 'حسبما ذكر X', 'وفق ما نقلت X عن Y', 'على حد قوله'.
 * Undefined where no source follows ('وفق الاتفاق').
 */
export function particleCue(scene: Scene, at: number, particle: Term<ReportParticle>): ParticleCue | undefined {
  const { grammar, sentence, state } = scene
  const { takes, hop } = particle.entry.value
  if (takes === 'content') return undefined
  const why = [`particle:${particle.entry.id}`]
  const next = skipAdverbs(grammar, particle.last + 1, sentence.last)
  const self = selfSource(grammar, sentence, particle, next)
  if (self) {
    const hops = speakerOf(state.speakers, self.features)
    return hops && { hops, hop, last: self.last, why: [...why, 'goes-on'], self: true }
  }
  if (next > sentence.last || takes === 'self') return undefined
  const read = takes === 'noun' ? nounSource(grammar, sentence, next, particle, at) : verbSource(grammar, sentence, next, particle)
  return read && { hops: read.hops, hop, last: read.last, why }
}

type Read = Pick<ParticleCue, 'hops' | 'last'>

/** Nouns of speech that take the pronoun of whoever spoke: 'بحسب قوله', 'وفق روايتها'. */
const SELF = /^(?:قول|اقوال|تعبير|رواي(?:ت|ات)|وصف|زعم|مزاعم|ادعائ|كلام|شهاد(?:ت|ات)|افاد(?:ت|ات)|تقدير|تقديرات|حديث)(ه|ها|هم|هما|هن)$/u
const PERSON_OF: Record<string, NonNullable<Features['person']>> = { ه: '3ms', ها: '3fs', هم: '3mp', هما: '3d', هن: '3fp' }

/** 'على حد قوله', 'وفق روايتها', 'كما قالت.': the source is whoever spoke last. */
function selfSource(
  grammar: Grammar,
  sentence: Sentence,
  particle: Term<ReportParticle>,
  next: number,
): { features: Features; last: number } | undefined {
  const { takes } = particle.entry.value
  if (takes === 'self' || takes === 'noun') {
    const pronoun = SELF.exec(formAt(grammar, next))?.[1]
    return pronoun === undefined ? undefined : { features: { person: PERSON_OF[pronoun]! }, last: next }
  }
  const verb = takes === 'verb' ? reportVerbAt(grammar, next) : undefined
  if (!verb?.features || verb.features.tense === 'participle' || verb.suffix !== '') return undefined
  const ends = next === sentence.last || STOPS.has(formAt(grammar, next + 1))
  const clear = particle.entry.id === 'kama' || verb.features.person !== '3ms' // 'وفق ما أُعلن' names no one
  return ends && clear && verb.features.voice !== 'passive' ? { features: verb.features, last: next } : undefined
}

const STOPS = new Set(['.', '،', ',', '؛', '!', '؟', ')'])

function nounSource(grammar: Grammar, sentence: Sentence, at: number, particle: Term<ReportParticle>, from: number): Read | undefined {
  const start = formAt(grammar, at) === 'ل' || formAt(grammar, at) === 'ما' ? at + 1 : at
  const phrase = nounPhrase(grammar, start, sentence.last)
  if (!phrase || !isSourceLike(grammar, phrase) || !headsSource(grammar, phrase.head) || carriesPronoun(grammar, start)) return undefined
  if (phrase.kind === 'document' && (particle.entry.id === 'ala-dhimmat' || isOwnDocument(grammar, phrase))) return undefined // 'على ذمة التحقيقات'
  const hop = makeHop(grammar, phrase, particle.entry.value.act, spanOf(grammar, from, particle.last))
  const inner = innerSource(grammar, sentence, phrase.last + 1, particle.entry.value.act)
  return inner ? { hops: joinChains([hop], inner.hops), last: inner.last } : { hops: [hop], last: phrase.last }
}

/** 'وفق إحصاء أجرته مطلع الشهر', 'بحسب بيان أصدرته.': the document of whoever speaks already; a maker after the verb is another's. */
function isOwnDocument(grammar: Grammar, phrase: NounPhrase): boolean {
  for (let at = phrase.head + 1; at <= phrase.last + 1 && at < grammar.marks.length; at++) {
    if (!MADE_IT.test(formAt(grammar, at))) continue
    return !has(grammar, Math.min(at + 1, grammar.marks.length - 1), MARK.actor | MARK.sourceNoun)
  }
  return false
}

/** Verbs of making and publishing a document, with the pronoun that stands for it. */
const MADE_IT =
  /^(?:اجر|اصدر|نشر|اعد|قدم|جمع|وضع|وزع|بث|رفع|انجز|ارسل|وجه|كتب|اطلق|وثق|سجل|القى|القا|تلا|عمم|اذاع|اعلن|احصى|احصا)(?:ت|وا|تا|ا|ن|ى)?(?:ه|ها|هم|هما)$/u

/** 'وفق خطة الأمم المتحدة' goes by a plan, 'وفق الأمم المتحدة' by a source: what heads the phrase is the source. */
const headsSource = (grammar: Grammar, head: number): boolean =>
  kindAt(grammar, head) !== undefined ||
  grammar.names.has(formAt(grammar, head)) ||
  grammar.actorAt[head] !== undefined ||
  grammar.quoteAt.has(head)

/** 'بحسب الصحيفة نقلا عن مصادر', 'نقلا عن قناة X عن مصدر' */
function innerSource(grammar: Grammar, sentence: Sentence, at: number, act: Act): Read | undefined {
  if (at > sentence.last) return undefined
  const particle = has(grammar, at, MARK.particle) ? termOf<ReportParticle>(grammar, at, 'report-particle') : undefined
  if (particle?.entry.value.hop === 'inner' && particle.entry.value.takes === 'noun')
    return nounSource(grammar, sentence, skipAdverbs(grammar, particle.last + 1, sentence.last), particle, at)
  if (formAt(grammar, at) !== 'عن' || at + 1 > sentence.last) return undefined
  const phrase = nounPhrase(grammar, at + 1, sentence.last)
  if (!phrase || !isSourceLike(grammar, phrase)) return undefined
  return { hops: [makeHop(grammar, phrase, act, spanOf(grammar, at, at))], last: phrase.last }
}

/** 'حسب عادته', 'بحسب شهادتها': nobody is named. */
const carriesPronoun = (grammar: Grammar, at: number): boolean =>
  grammar.terms.at[at]?.[0]?.suffix !== undefined && grammar.terms.at[at]![0]!.suffix !== ''

function verbSource(grammar: Grammar, sentence: Sentence, at: number, particle: Term<ReportParticle>): Read | undefined {
  const verb = reportVerbAt(grammar, at)
  if (particle.entry.value.takes === 'verb' && !verb) return undefined
  const from = skipAdverbs(grammar, skipAside(grammar, at + 1, sentence.last), sentence.last)
  const phrase = postverbalSubject(grammar, sentence, from, { stopAtBi: true, strict: particle.entry.value.takes === 'any-verb' })
  if (!phrase || !isSourceLike(grammar, phrase)) return undefined
  const after = phrase.last + 1
  if (particle.entry.id === 'kama' && (isConnective(grammar, sentence, at) || bringsContent(grammar, sentence, after))) return undefined
  const act = verb?.entry.value.act ?? particle.entry.value.act
  const hops = [makeHop(grammar, phrase, act, spanOf(grammar, at, at))]
  if (verb && quotesSource(verb) && formAt(grammar, after) === 'عن') {
    const behind = nounPhrase(grammar, after + 1, sentence.last)
    if (behind) return { hops: joinChains(hops, [makeHop(grammar, behind, act, spanOf(grammar, at, at))]), last: behind.last }
  }
  const told = after <= sentence.last ? addresseeAt(grammar, after, sentence.last) : undefined
  if (told) return { hops: joinChains([makeHop(grammar, told, 'report', spanOf(grammar, at, at))], hops), last: told.last }
  const inner = innerSource(grammar, sentence, after, act)
  return inner && has(grammar, after, MARK.particle)
    ? { hops: joinChains(hops, inner.hops), last: inner.last }
    : { hops, last: phrase.last }
}

const quotesSource = ({ entry: { value } }: Term<ReportVerb>): boolean => value.quotes === true || value.frames.includes('an')

/** 'كما' at the head of a sentence only joins it to the one before. */
const isConnective = (grammar: Grammar, sentence: Sentence, verb: number): boolean =>
  verb <= sentence.first + 1 && has(grammar, verb, MARK.reportVerb)

/** What the source says follows, so that the verb is a cue of its own. */
function bringsContent(grammar: Grammar, sentence: Sentence, at: number): boolean {
  for (let i = at; i <= Math.min(sentence.last, at + 4); i++) if (has(grammar, i, MARK.complementizer)) return true
  return formAt(grammar, at) === ':' || formAt(grammar, at) === 'الى' || formAt(grammar, at) === 'عن'
}

/** Gives a particle's source to the statements it stands behind, or makes a statement of the sentence. */
export function applyParticle({ grammar, sentence, drafts }: Scene, at: number, cue: ParticleCue): void {
  const atStart = at <= sentence.first + 1 || has(grammar, at - 1, MARK.break)
  const earlier = atStart ? [] : drafts.filter((draft) => draft.first < at)
  const outermost = earlier.find((draft) => !draft.nested && draft.last >= at - 1) ?? earlier.findLast((draft) => !draft.nested)
  if (outermost && cue.self) return
  if (outermost) {
    for (const draft of earlier) {
      if (draft !== outermost && !(draft.nested && draft.first >= outermost.first)) continue
      draft.chain = cue.hop === 'outer' ? joinOuter(cue.hops, draft.chain) : joinChains(draft.chain, cue.hops)
      draft.why.push(...cue.why)
    }
    return
  }
  const { last } = sentence
  const first = atStart ? Math.min(cue.last + 1, last) : sentence.first
  drafts.push({ first, last, chain: cue.hops, why: cue.why, end: 'sentence', nested: false, ...(atStart ? { opens: true } : {}) })
}

/** A trailing source stands nearer the outlet than the speaker; a source that is already there stands once. */
const joinOuter = (outer: readonly Hop[], chain: readonly Hop[]): Hop[] => {
  const fresh = outer.filter(
    (hop) => !chain.some((known) => known.text === hop.text || (known.actor !== undefined && known.actor === hop.actor)),
  )
  return [...fresh, ...chain]
}
