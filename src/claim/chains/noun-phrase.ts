import { isAnonymity } from './adverbs.ts'
import { formAt, type Grammar, has, MARK, quoteOpening, type SourceKind, termOf } from './grammar.ts'
import { headOf, isFiniteVerb, isOtherVerb, isVerbalWord, PARTITIVES } from './heads.ts'
import { endsStrictly } from './name-end.ts'
import { isComma, isDefinite, kindAt, type NounPhrase, type PhraseOptions, startsWithPreposition } from './nouns.ts'

/** Longest name of a source, in tokens. */
const LONGEST = 16
/** Longest quoted or bracketed name inside a noun phrase, in tokens. */
const LONGEST_QUOTED = 6

const CLOSES = MARK.complementizer | MARK.relative | MARK.break | MARK.adverb | MARK.time | MARK.particle
/** Of people told of one by one: 'أحدهم', 'بعضهم'. */
const PARTS = new Set(['احدهم', 'احدهما', 'احداهن', 'احدها', 'بعضهم', 'اغلبهم', 'معظمهم'])

/**
 * Reads the noun phrase that starts at a token, up to the word that closes it: a complementizer, a verb of saying,
 * a preposition that does not belong to the name, a time, a comma.
 *
 * @example nounPhrase(grammar, 1, 20, {}) // 'المتحدث باسم الوزارة' in 'قال المتحدث باسم الوزارة إن'
 */
export function nounPhrase(grammar: Grammar, start: number, limit: number, options: PhraseOptions = {}): NounPhrase | undefined {
  if (start > limit || isFiniteVerb(grammar, start)) return undefined
  const head = headOf(grammar, start, limit)
  if (isOtherVerb(grammar, head)) return undefined
  const found: NounPhrase = { first: start, last: start - 1, kind: undefined, head, actors: [] }
  const end = Math.min(limit, start + LONGEST - 1)
  let at = start
  while (at <= end) {
    if (isComplete(grammar, found, at) || (options.strict && at > found.head && endsStrictly(grammar, found, at))) break
    const next = step(grammar, found, at, end, options)
    if (next === undefined) break
    found.last = next
    at = next + 1
  }
  if (found.last < found.head) return undefined
  found.kind ??= PARTS.has(formAt(grammar, start)) ? 'unnamed' : undefined
  return withApposition(grammar, found, limit)
}

/** After a name only what belongs to names goes on: an adjective with the article, 'و' and another source, a person's name. */
function isComplete(grammar: Grammar, phrase: NounPhrase, at: number): boolean {
  const latest = phrase.actors.at(-1)
  if (!latest || grammar.document.tokens[phrase.last]!.end > latest.end + 1) return false
  const next = grammar.actorAt[at]?.actor
  if (has(grammar, at, MARK.punct | MARK.preposition) || termOf(grammar, at, 'name-complement')) return false
  if (joinsSource(grammar, at) || (latest.type === 'state' && joinsCountry(grammar, at))) return false
  if (latest.type === 'person') return true
  return next ? next.type !== 'person' : !formAt(grammar, at).startsWith('ال')
}

/** 'وشهود', 'والوزارة': a source joined by و. */
const joinsSource = (grammar: Grammar, at: number): boolean =>
  formAt(grammar, at).startsWith('و') && has(grammar, at, MARK.actor | MARK.sourceNoun) && !has(grammar, at, MARK.reportVerb)

/** 'فرنسا وألمانيا | وبريطانيا' */
const joinsCountry = (grammar: Grammar, at: number): boolean =>
  formAt(grammar, at).startsWith('و') &&
  grammar.terms.at[at]?.some((term) => term.entry.class === 'actor-acting' && term.proclitics === 'و') === true

/** Last token of the next piece of the phrase, undefined where the phrase ends. */
function step(grammar: Grammar, phrase: NounPhrase, at: number, limit: number, { stopAtBi }: PhraseOptions): number | undefined {
  if (at > phrase.first && beginsObject(grammar, phrase, at)) return undefined
  const actor = grammar.actorAt[at]
  if (actor && (at === phrase.first || !has(grammar, at, MARK.preposition))) {
    if (at > phrase.first && startsWithPreposition(grammar, at) && !belongsTo(grammar, phrase, at)) return undefined
    if (at > phrase.first && stopAtBi && actor.actor.actor === undefined && formAt(grammar, at).startsWith('ب')) return undefined
    noteKind(grammar, phrase, at)
    phrase.actors.push(actor.actor)
    return Math.min(actor.last, limit)
  }
  if (has(grammar, at, MARK.punct)) return quotedName(grammar, phrase, at)
  if (at < phrase.head) return at
  if (has(grammar, at, CLOSES | MARK.number)) return undefined
  if (has(grammar, at, MARK.preposition)) return prepositional(grammar, phrase, at, limit)
  if (at > phrase.first && (isVerbalWord(grammar, at) || isAnonymity(grammar, at))) return undefined
  if (at > phrase.first && termOf(grammar, at, 'name-complement') && phrase.kind !== 'unnamed') return at
  if (formAt(grammar, at) === 'باسم' && phrase.kind !== undefined) return at
  if (at > phrase.first && startsWithPreposition(grammar, at, stopAtBi)) return belongsTo(grammar, phrase, at) ? at : undefined
  if (at > phrase.first && stopAtBi && formAt(grammar, at).startsWith('ب') && formAt(grammar, at) !== 'باسم') return undefined
  if (at > phrase.first && phrase.kind === undefined && has(grammar, at, MARK.kana)) return undefined
  noteKind(grammar, phrase, at)
  return at
}

/** 'الأمين العام للأمم المتحدة', 'الناطق العسكري للحركة': a body behind ل belongs to the name of its office; an outlet or journalists are spoken to. */
function belongsTo(grammar: Grammar, phrase: NounPhrase, at: number): boolean {
  if (phrase.kind !== 'office' && phrase.kind !== 'institution' && phrase.kind !== 'document') return false
  if (!formAt(grammar, at).startsWith('ل')) return false
  const actor = grammar.actorAt[at]?.actor
  if (actor) return actor.type !== 'outlet' && actor.type !== 'person'
  const kind = kindAt(grammar, at)
  return kind === 'institution' || isFieldOf(grammar, phrase, at)
}

/** 'المديرية العامة للأمن', 'المنظمة الدولية للهجرة': what a body is for, behind its adjective. */
const isFieldOf = (grammar: Grammar, phrase: NounPhrase, at: number): boolean =>
  phrase.kind === 'institution' &&
  phrase.last > phrase.first &&
  isDefinite(formAt(grammar, phrase.last)) &&
  formAt(grammar, at).startsWith('لل')

/** After a whole name, a body or outlet that stands for itself, a number word or a verbal noun is the verb's object, not the name's. */
function beginsObject(grammar: Grammar, phrase: NounPhrase, at: number): boolean {
  const form = formAt(grammar, at)
  const definite = formAt(grammar, phrase.first).startsWith('ال') || phrase.actors.length > 0
  if (
    definite &&
    (PARTITIVES.has(form) || (has(grammar, at, MARK.event) && !form.startsWith('ال') && !has(grammar, at, MARK.actor | MARK.sourceNoun)))
  )
    return true
  if (isOtherPeople(grammar, phrase, at)) return true
  const term = termOf<{ kind: SourceKind }>(grammar, at, 'source-noun')
  if (term?.proclitics !== '' || (at - 1 === phrase.first && !definite)) return false
  const { kind } = term.entry.value
  if (kind === 'outlet') return true
  return (
    kind === 'institution' &&
    form.startsWith('ال') &&
    phrase.last === phrase.first &&
    definite &&
    phrase.kind !== undefined &&
    phrase.actors.length === 0
  )
}

/** 'إدارة السجن | العائلات': people behind a body or an office that is named whole. */
const isOtherPeople = (grammar: Grammar, phrase: NounPhrase, at: number): boolean =>
  (phrase.kind === 'institution' || phrase.kind === 'office') &&
  isDefinite(formAt(grammar, phrase.last)) &&
  formAt(grammar, at).startsWith('ال') &&
  kindAt(grammar, at) === 'unnamed' &&
  !/(ي|ية|يون|يين|ة)$/u.test(formAt(grammar, at))

/** The head says what the source is; behind a head that no lexicon knows, the noun it belongs to. */
function noteKind(grammar: Grammar, phrase: NounPhrase, at: number): void {
  if (at === phrase.head || (at === phrase.head + 1 && !isDefinite(formAt(grammar, phrase.head)) && !has(grammar, phrase.head, MARK.event)))
    phrase.kind ??= kindAt(grammar, at)
}

/** A quoted or bracketed name right after the word that says what it is: صحيفة «…»، صحيفة (…). */
function quotedName(grammar: Grammar, phrase: NounPhrase, at: number): number | undefined {
  const { tokens } = grammar.document
  const atStart = phrase.last < phrase.first
  if (tokens[at]!.form === '(' && !atStart) {
    const close = tokens.findIndex((token, i) => i > at && i <= at + LONGEST_QUOTED && token.form === ')')
    if (close < 0) return undefined
    noteActors(grammar, phrase, at, close)
    return close
  }
  const quote = quoteOpening(grammar, at)
  if (
    quote?.closed &&
    quote.close - at - 1 <= LONGEST_QUOTED &&
    (isNameQuote(grammar, at, quote.close) || (!atStart && carriesName(grammar, phrase)))
  ) {
    noteActors(grammar, phrase, at, quote.close)
    return quote.close
  }
  const initials = tokens[at]!.form === '.' && tokens[at]!.glued && tokens[at + 1]?.form.length === 1
  return initials ? at + 1 : undefined
}

/** A quotation that stands where a subject stands is a name when an actor fills it, or when speech is announced after it. */
const isNameQuote = (grammar: Grammar, open: number, close: number): boolean =>
  grammar.actorAt[open + 1] !== undefined || has(grammar, Math.min(close + 1, grammar.marks.length - 1), MARK.complementizer)

/** Outlets and bodies are named in quotation marks, office-holders and witnesses are quoted in them. */
const carriesName = (grammar: Grammar, phrase: NounPhrase): boolean => {
  if (phrase.actors.length > 0 && grammar.document.tokens[phrase.last]!.end <= phrase.actors.at(-1)!.end) return false
  const kind = kindAt(grammar, phrase.last) ?? phrase.kind
  return kind === 'outlet' || kind === 'institution' || kind === 'document'
}

function noteActors(grammar: Grammar, phrase: NounPhrase, from: number, to: number): void {
  for (let i = from; i <= to; i++) if (grammar.actorAt[i]) phrase.actors.push(grammar.actorAt[i]!.actor)
}

const INSIDE_NAME = new Set(['في', 'من', 'عن'])
const QUALIFIABLE: readonly (SourceKind | undefined)[] = ['unnamed', 'office', 'institution']

/** 'مصدر في الشرطة', 'عدد من السكان': the preposition and the noun after it belong to the source. */
function prepositional(grammar: Grammar, phrase: NounPhrase, at: number, limit: number): number | undefined {
  if (at === phrase.first || at >= limit) return undefined
  const form = formAt(grammar, at)
  const partitive = form === 'من' && PARTITIVES.has(formAt(grammar, at - 1))
  const qualifies = form === 'في' && QUALIFIABLE.includes(phrase.kind)
  if (!partitive && !(qualifies && INSIDE_NAME.has(form))) return undefined
  const next = at + 1
  if (has(grammar, next, MARK.time | MARK.number | MARK.complementizer | MARK.punct)) return undefined
  if (isDocument(grammar, next) || DEMONSTRATIVES.has(formAt(grammar, next))) return undefined // 'في تصريح', 'في هذه الرواية'
  if (!partitive && !has(grammar, next, MARK.actor) && !formAt(grammar, next).startsWith('ال') && grammar.terms.at[next] === undefined)
    return undefined
  return grammar.actorAt[next] ? grammar.actorAt[next]!.last : next
}

const DEMONSTRATIVES = new Set([
  'اتصال',
  'اتصالات',
  'ختام',
  'مستهل',
  'وقت',
  'حين',
  'اطار',
  'سياق',
  'رد',
  'معرض',
  'تعليق',
  'تعليقه',
  'ردها',
  'رده',
  'هذا',
  'هذه',
  'ذلك',
  'تلك',
  'هؤلاء',
])

const isDocument = (grammar: Grammar, at: number): boolean => kindAt(grammar, at) === 'document'

/** 'محدثنا، الحاج فلان،': a person named between commas right after the phrase is the phrase's own name. */
function withApposition(grammar: Grammar, phrase: NounPhrase, limit: number): NounPhrase {
  const comma = phrase.last + 1
  if (comma + 1 > limit || !isComma(formAt(grammar, comma)) || phrase.actors.some((actor) => actor.type === 'person')) return phrase
  for (let at = comma + 1; at <= Math.min(limit, comma + 3); at++) {
    const range = grammar.actorAt[at]
    if (range?.actor.type === 'person') return { ...phrase, last: range.last, actors: [...phrase.actors, range.actor] }
    if (has(grammar, at, CLOSES | MARK.preposition | MARK.punct | MARK.reportVerb)) return phrase
  }
  return phrase
}
