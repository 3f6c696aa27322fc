import { formAt, type Grammar, has, MARK, termOf } from './grammar.ts'
import { isDefinite, kindAt, type NounPhrase, startsWithPreposition } from './nouns.ts'

/** Nouns that begin what is said of: 'عدد المقاتلين', 'نحو 30'. */
const AMOUNTS = new Set(['عدد', 'اعداد', 'حصيلة', 'قيمة', 'نسبة', 'كلفة', 'حجم', 'بنحو', 'باكثر', 'عدم', 'وجود', 'صحة'])
const NISBA = /(ي|ية|يين|يون|يات)$/u

/**
 * Whether a name that nothing marks the end of has ended: after its last definite noun or adjective only another definite
 * adjective, a rank or a person's name belongs to it, not a bare noun ('وزارة الدفاع | إسقاط', 'واشنطن | الطرفين').
 */
export function endsStrictly(grammar: Grammar, phrase: NounPhrase, at: number): boolean {
  if (AMOUNTS.has(formAt(grammar, at)) || isOutcome(grammar, at)) return true
  const named = grammar.actorAt[at]?.actor
  if (named && named.type !== 'person' && named.type !== 'community')
    return isClosed(grammar, phrase) && !startsWithPreposition(grammar, at)
  if (grammar.actorAt[at] || has(grammar, at, MARK.punct | MARK.preposition) || formAt(grammar, at) === 'باسم') return false
  if (!isClosed(grammar, phrase)) return false
  if (isDefinite(formAt(grammar, at)))
    return has(grammar, at, MARK.event) || isNewParty(grammar, phrase, at) || !isAdjective(grammar, phrase, at)
  return !isNamePart(grammar, at)
}

/** A verbal noun of an event is what is told of. */
const isOutcome = (grammar: Grammar, at: number): boolean =>
  has(grammar, at, MARK.event) && !has(grammar, at, MARK.actor | MARK.sourceNoun) && !isDefinite(formAt(grammar, at))

/** The last word is definite, an adjective in ي, or an actor's name. */
function isClosed(grammar: Grammar, phrase: NounPhrase): boolean {
  const last = formAt(grammar, phrase.last)
  if (phrase.last > phrase.head && termOf(grammar, phrase.head, 'kunya')) return true
  if (isDefinite(last)) return true
  if (NISBA.test(last) && (phrase.kind === 'unnamed' || phrase.kind === 'outlet')) return phrase.last > phrase.head
  return phrase.actors.length > 0 && grammar.document.tokens[phrase.last]!.end <= phrase.actors.at(-1)!.end
}

/** 'الطرفين', 'الحكومة' behind a whole name: somebody else; 'المسلحة', 'العسكري' are adjectives. */
function isNewParty(grammar: Grammar, phrase: NounPhrase, at: number): boolean {
  const form = formAt(grammar, at)
  if (form.startsWith('و') || form.startsWith('ف')) return false
  const single = phrase.kind === undefined && phrase.actors.length > 0
  const kind = kindAt(grammar, at)
  if (kind === 'institution' || kind === 'outlet') return true
  if (phrase.kind === 'unnamed' && kind === 'office' && isDefinite(formAt(grammar, phrase.last)) && phrase.last > phrase.head) return true
  return (single && !NISBA.test(form)) || (kind === 'unnamed' && !/(ة|ي)$/u.test(form))
}

const ADJECTIVE_CLASSES = new Set(['org-adjective', 'nationality', 'title', 'general-title', 'ordinal'])

/** A definite word that may be an adjective of the name: in ي, feminine behind a feminine noun, of the form م…, or known as one. */
function isAdjective(grammar: Grammar, phrase: NounPhrase, at: number): boolean {
  const form = formAt(grammar, at)
  if (NISBA.test(form) || /^[وف]?ال[مأ]/u.test(form) || form.startsWith('و')) return true
  const kind = kindAt(grammar, at)
  if (kind !== undefined) return kind === 'office' || kind === 'unnamed'
  const feminine = form.endsWith('ة')
  if (grammar.terms.at[at]?.some((term) => ADJECTIVE_CLASSES.has(term.entry.class))) return true
  const head = formAt(grammar, phrase.head)
  return feminine ? true : !head.endsWith('ة') && !/^ال(?:ا.{2,}|ت.{2,})$/u.test(form)
}

const NAME_CLASSES = new Set(['given-name', 'name-link', 'kunya', 'title', 'name-complement', 'nationality'])
const isNamePart = (grammar: Grammar, at: number): boolean =>
  kindAt(grammar, at) === 'office' ||
  SOURCE_ADJECTIVES.has(formAt(grammar, at)) ||
  grammar.terms.at[at]?.some((term) => term.proclitics === '' && NAME_CLASSES.has(term.entry.class)) === true

/** Adjectives of nameless sources that do not end in ي. */
const SOURCE_ADJECTIVES = new Set(
  'كبير كبيرة كبار رفيع رفيعة بارز بارزة سابق سابقة سابقون سابقين مطلع مطلعة مقرب مقربة خاص خاصة موثوق موثوقة مختلفة متعددة عدة اخرى اخر مستقل مستقلة موالية معارضة مسربة'.split(
    ' ',
  ),
)
