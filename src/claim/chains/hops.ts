import type { Act, Actor, Hop, Span } from '../../model.ts'
import { earlierMaker } from './antecedent.ts'
import { formAt, type Grammar, has, MARK } from './grammar.ts'
import { genderOf, isNamed } from './naming.ts'
import { nounPhrase } from './noun-phrase.ts'
import { kindAt, type NounPhrase } from './nouns.ts'

/** The span of a token range. */
export const spanOf = (grammar: Grammar, first: number, last: number): Span => ({
  start: grammar.document.tokens[first]!.start,
  end: grammar.document.tokens[last]!.end,
})

/**
 * A hop from the noun phrase that names a source. A document stands for who made it, where the text says who:
 * 'تقرير نشره معهد …' names the institute.
 */
export function makeHop(grammar: Grammar, phrase: NounPhrase, act: Act, cue: Span | undefined): Hop {
  const named = (phrase.kind === 'document' ? makerOf(grammar, phrase) : undefined) ?? phrase
  const span = trimmed(grammar, named)
  const maker = named.kind === 'document' ? earlierMaker(grammar, named) : undefined
  const actor = principalActor(maker ?? named)
  grammar.genders.set(span.start, genderOf(grammar, named))
  return {
    text: nameText(grammar, span),
    ...span,
    ...(actor?.actor === undefined ? {} : { actor: actor.actor }),
    ...(cue === undefined ? {} : { cue }),
    act,
    named: isNamed(grammar, maker ?? named),
  }
}

/** The words of a name; 'لل' gives its article back: 'لأمم المتحدة' is written 'الأمم المتحدة'. */
function nameText({ document: { text } }: Grammar, span: Span): string {
  const words = text.slice(span.start, span.end)
  return text[span.start - 1] === 'ل' && words.startsWith('ل') ? `ا${words}` : words
}

/** The phrase without the proclitic of its first word and without marks at its ends. */
function trimmed(grammar: Grammar, phrase: NounPhrase): Span {
  const span = spanOf(grammar, phrase.first, phrase.last)
  const known = grammar.terms.at[phrase.first]?.find(
    (term) => term.proclitics !== '' && (term.entry.class === 'source-noun' || term.entry.class === 'actor'),
  )
  const whole = grammar.terms.at[phrase.first]?.some((term) => term.proclitics === '' && term.entry.class !== 'stop-word')
  const actor = grammar.actorAt[phrase.first]?.actor
  const preposition = !whole && DETERMINERS.test(formAt(grammar, phrase.first)) ? span.start + 1 : span.start
  const start = actor && actor.start > span.start ? actor.start : known && !whole ? known.start : preposition
  return { start, end: span.end }
}

/** 'لهذه الدول': the preposition is not part of the name. */
const DETERMINERS = /^[لب](هذا|هذه|هؤلاء|ذلك|تلك|احد|احدى|بعض)$/u

/** The person named, else the first actor named. */
function principalActor(phrase: NounPhrase): Actor | undefined {
  return phrase.actors.find((actor) => actor.type === 'person') ?? phrase.actors[0]
}

/** Prepositions and verbs that lead from a document to its maker: 'عن', 'ل', 'نشره', 'أصدرته', 'أعده'. */
const MAKER_VERBS = [
  'نشر',
  'تنشر',
  'اصدر',
  'تصدر',
  'اعد',
  'صدر',
  'صادر',
  'كتب',
  'بث',
  'اذاع',
  'اورد',
  'وجه',
  'وقع',
  'وزع',
  'سرب',
  'تداول',
  'اجر',
]
const MAKER_REACH = 8

/** Who made the document that a phrase names, where the text says so. */
export function makerOf(grammar: Grammar, phrase: NounPhrase): NounPhrase | undefined {
  const inside = makerInside(grammar, phrase)
  if (inside) return inside
  const limit = Math.min(grammar.document.tokens.length - 1, phrase.last + MAKER_REACH)
  for (let at = phrase.head + 1; at <= limit; at++) {
    const form = formAt(grammar, at).replace(/^و/u, '')
    if (MAKER_VERBS.some((verb) => form.startsWith(verb))) return makerAfter(grammar, at + 1, limit + MAKER_REACH)
    if (formAt(grammar, at) === 'ل') return nounPhrase(grammar, at + 1, limit + MAKER_REACH)
    if (formAt(grammar, at) === 'عن') return bodyAfter(grammar, at + 1, limit + MAKER_REACH)
    if (formAt(grammar, at).startsWith('ل') && grammar.terms.at[at]?.some((term) => /ل$/u.test(term.proclitics)))
      return nounPhrase(grammar, at, limit + MAKER_REACH)
    if (has(grammar, at, MARK.complementizer | MARK.punct)) return undefined
  }
  return undefined
}

const MAKER_PREPOSITIONS = new Set(['عن', 'من', 'في'])

/** 'بيان عن الوزارة', not 'تقرير عن السجون': only a body issues a document. */
function bodyAfter(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  const kind = kindAt(grammar, at)
  const type = grammar.actorAt[at]?.actor.type
  const issues = kind === 'institution' || kind === 'outlet' || (type !== undefined && type !== 'person' && type !== 'community')
  return issues ? nounPhrase(grammar, at, limit) : undefined
}

/** 'صدرت عن الوزارة', 'نشره المعهد' */
function makerAfter(grammar: Grammar, at: number, limit: number): NounPhrase | undefined {
  const start = MAKER_PREPOSITIONS.has(formAt(grammar, at)) ? at + 1 : at
  const last = Math.min(grammar.document.tokens.length - 1, limit)
  return start <= last ? nounPhrase(grammar, start, last) : undefined
}

/** 'تقرير الأمم المتحدة', 'بيان وزارة الدفاع': the maker stands in the phrase. */
function makerInside(grammar: Grammar, phrase: NounPhrase): NounPhrase | undefined {
  for (let at = phrase.first + 1; at <= phrase.last; at++) {
    if (has(grammar, at, MARK.preposition)) return undefined
    const kind = kindAt(grammar, at)
    if (grammar.actorAt[at] || (kind !== undefined && kind !== 'document' && kind !== 'unnamed'))
      return nounPhrase(grammar, at, Math.min(phrase.last + MAKER_REACH, grammar.document.tokens.length - 1))
  }
  return undefined
}

/** The same source: the same actor, or the same words. */
export const sameSource = (a: Hop, b: Hop): boolean =>
  a.text === b.text || (a.actor !== undefined && a.actor === b.actor && a.named === b.named)

/** Joins two chains; a source that ends the first and begins the second stands once. */
export const joinChains = (outer: readonly Hop[], inner: readonly Hop[]): Hop[] =>
  outer.length > 0 && inner.length > 0 && sameSource(outer.at(-1)!, inner[0]!) ? [...outer.slice(0, -1), ...inner] : [...outer, ...inner]
