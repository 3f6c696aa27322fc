import type { Features } from '../../lang/lexicon.ts'
import { formAt, type Gender, type Grammar, has, MARK } from './grammar.ts'
import { isDefinite, type NounPhrase } from './nouns.ts'

/**
 * Whether a phrase names its source: 'مصدر مطلع', 'مسؤول في الشرطة', 'صحيفة بريطانية', 'وسائل إعلام محلية' do not;
 * a person's name, an office with its body, a body or an outlet with a name do.
 */
export function isNamed(grammar: Grammar, phrase: NounPhrase): boolean {
  if (phrase.kind === 'document') return false
  if (phrase.actors.some((actor) => actor.type === 'person') || bearsName(grammar, phrase)) return true
  if (phrase.kind === 'unnamed' || isPart(grammar, phrase)) return false
  if (phrase.kind === undefined) return phrase.actors.length > 0 || !isPlural(grammar, phrase.head)
  return isIdentified(grammar, phrase)
}

/** 'أحد الناجين', '4 دبلوماسيين': some of many. */
const isPart = (grammar: Grammar, phrase: NounPhrase): boolean =>
  phrase.head > phrase.first && formAt(grammar, phrase.first) !== 'اما' && formAt(grammar, phrase.first) !== 'كل'

const PLURAL = /(ون|ين|ات)$/u
const isPlural = (grammar: Grammar, at: number): boolean => isDefinite(formAt(grammar, at)) && PLURAL.test(formAt(grammar, at))

/** 'الشيخ سالم', 'الناشطة ريم': a definite singular noun, then a bare word that is a name. */
function bearsName(grammar: Grammar, phrase: NounPhrase): boolean {
  const next = phrase.head + 1
  if (next > phrase.last || !isDefinite(formAt(grammar, phrase.head)) || isPlural(grammar, phrase.head)) return false
  return (
    !isDefinite(formAt(grammar, next)) &&
    !SAME.has(formAt(grammar, next)) &&
    !has(grammar, next, MARK.preposition | MARK.punct) &&
    formAt(grammar, next) !== 'باسم'
  )
}

const SAME = new Set(['ذاته', 'نفسه', 'عينه', 'ذاتها', 'نفسها', 'عينها', 'ذاتهم', 'انفسهم'])

const ADJECTIVE = /(ي|ية|يون|يين|يات|يتان|يتين)$/u

/** Definite in itself, by the noun it belongs to, by 'باسم' or by its name: 'وزير خارجية فرنسا', not 'قيادي في الجيش', 'متحدث عسكري'. */
function isIdentified(grammar: Grammar, phrase: NounPhrase): boolean {
  const form = formAt(grammar, phrase.head)
  if (isDefinite(form) || isNameItself(phrase)) return true
  if (formAt(grammar, phrase.head + 1) === 'باسم') return true
  for (let at = phrase.head + 1; at <= phrase.last; at++) {
    if (has(grammar, at, MARK.preposition)) return false
    if (isDefinite(formAt(grammar, at)) || has(grammar, at, MARK.punct)) return true
    const actor = grammar.actorAt[at]?.actor
    if (actor) return actor.type !== 'community'
    if (!ADJECTIVE.test(formAt(grammar, at)) && !isDescription(grammar, at)) return true
  }
  return false
}

/** The phrase is an actor of the registry from its first word: 'قوات سوريا الديمقراطية'. */
const isNameItself = (phrase: NounPhrase): boolean =>
  phrase.actors.some((actor) => actor.actor !== undefined && actor.type !== 'state' && actor.type !== 'community') &&
  phrase.kind !== 'office'

const DESCRIPTIONS = new Set(['اعلام', 'انباء', 'محلية', 'مستقلة', 'موالية', 'معارضة', 'مسلحة', 'كبرى', 'عدة', 'مختلفة', 'بارزة', 'تواصل'])
const isDescription = (grammar: Grammar, at: number): boolean =>
  DESCRIPTIONS.has(formAt(grammar, at)) || grammar.terms.at[at]?.some((term) => term.entry.class === 'nationality') === true

const FEMININE = /(ة|اء|ات)$/u

/** The gender that a verb takes after this source. @example genderOf(grammar, phrase) // 'f' for 'مصادر أمنية', 'plural' for 'شهود' */
export function genderOf(grammar: Grammar, phrase: NounPhrase): Gender {
  const noun = grammar.terms.at[phrase.head]?.find((term) => term.entry.class === 'source-noun' && term.suffix === '')
  if (noun) return ofNoun(noun.features, phrase.kind, noun.entry.id)
  const form = formAt(grammar, phrase.head)
  if (FEMININE.test(form)) return 'f'
  const given = grammar.terms.at[phrase.head]?.find((term) => term.entry.class === 'given-name')?.entry.id
  if (given === 'arabic-women') return 'f'
  if (given === 'arabic-men') return 'm'
  if (phrase.actors.length > 0 || phrase.kind !== undefined) return 'unknown'
  return isDefinite(form) && PLURAL.test(form) ? 'plural' : 'unknown'
}

/** Plurals of things and bodies take the feminine singular, plurals of people their own. */
function ofNoun(features: Features | undefined, kind: NounPhrase['kind'], id: string): Gender {
  if (features?.number === 'singular') return features.gender ?? 'm'
  if (!features?.number) return 'unknown'
  if (kind !== 'unnamed' && kind !== 'office') return 'f'
  return id === 'source' || features.gender === 'f' ? 'f' : 'plural'
}
