import { type Term, termAt } from '../../lang/annotate.ts'
import type { ActorType } from '../../model.ts'
import type { Token } from '../../text/tokens.ts'
import { isAdjectiveRather } from '../country-adjective.ts'
import { bodyType } from './body-types.ts'
import { type Found, isFree, type Scene, spanOf } from './context.ts'
import { isRelational, isWord, MARK } from './marks.ts'
import { nameAt } from './names.ts'

/** How a kind word makes a name: see lexicon/org-kinds.yaml. */
export interface OrgKind {
  type: ActorType
  names: 'strong' | 'weak' | 'loose' | 'proper'
}

/** A body whose name is not in the registry: a kind word and what follows it. */
export interface Body extends Found {
  type: ActorType
  why: string
}

const QUOTES: Record<string, string> = { '«': '»', '"': '"', '“': '”', '”': '“', '(': ')', "'": "'", '‘': '’' }
/** Longest quoted name, in tokens. */
const QUOTED_REACH = 7
const NOT_IN_NAME = MARK.stop | MARK.ordinary

/**
 * The body's name that begins at a token with a kind word: كتيبة السهم، وزارة الصحة الليبية، صحيفة «…»، الفرقة 30، المحكمة الابتدائية.
 * Null where what follows makes no name.
 */
export function bodyAt(scene: Scene, i: number): Body | null {
  const term = termAt<OrgKind>(scene.terms, i, 'org-kind')
  if (term?.suffix !== '' || term.features?.number === 'dual') return null
  const kind = term.entry.value
  const made =
    quotedName(scene, term) ??
    (isDefiniteTerm(scene, term) ? definiteName(scene, term, kind) : (nationalGroup(scene, term, kind) ?? constructName(scene, term, kind)))
  if (!made || !isFree(scene, i, made.last)) return null
  return { ...spanOf(scene, i, made.last, term), start: term.start, type: bodyType(scene, term, kind, made), why: made.why }
}

/** What makes a kind word a name: where the name ends. */
export interface Made {
  last: number
  why: string
  /** The name carries the adjective of a country. */
  national?: boolean
}

function isDefiniteTerm(scene: Scene, term: Term): boolean {
  const form = scene.document.tokens[term.first]!.form.slice(term.proclitics.length)
  return form.startsWith('ال') || (term.proclitics.endsWith('ل') && form.startsWith('ل'))
}

/** صحيفة «ذا صن», تنظيم "الدولة": from the kind word to the closing mark. */
function quotedName(scene: Scene, term: Term): Made | null {
  const { tokens } = scene.document
  const open = tokens[term.last + 1]
  const closer = open && QUOTES[open.form]
  if (!open || !closer || open.breaks > 0 || !isWord(tokens[open.index + 1])) return null
  const no = isDefiniteTerm(scene, term) ? MARK.stop | MARK.verb : MARK.clauseEnd
  if (((scene.marks[open.index + 1] ?? 0) & no) !== 0) return null
  for (let at = open.index + 2; at <= open.index + QUOTED_REACH; at++) {
    const token = tokens[at]
    if (!token || scene.document.sentenceOf[at] !== scene.document.sentenceOf[open.index]) return null
    if (token.form === closer || (token.form === open.form && closer !== ')'))
      return at === open.index + 2 && isAbbreviation(tokens[at - 1]!) && closer === ')' ? null : { last: at, why: 'kind-word-quoted' }
    if ((scene.marks[at]! & no) !== 0) return null
  }
  return null
}

const isAbbreviation = (token: Token): boolean => token.form.length < 2

/** الفرقة 30, السلطات القضائية الليبية, المؤسسة الوطنية للنفط: the article, then a number or adjectives that make a name. */
function definiteName(scene: Scene, term: Term, kind: OrgKind): Made | null {
  const { tokens } = scene.document
  const next = tokens[term.last + 1]
  if (!next || next.breaks > 0) return null
  if (
    kind.type === 'armed-group' &&
    (next.kind === 'number' || ((scene.marks[next.index]! & MARK.ordinal) !== 0 && (scene.marks[next.index]! & MARK.definite) !== 0))
  )
    return { last: next.index, why: 'kind-word-number' }
  if (kind.type === 'outlet' || kind.type === 'community') return null
  const adjectives = adjectivesFrom(scene, next.index)
  if (adjectives.count === 0 || !(adjectives.national || adjectives.institutional)) return null
  const complement = complementFrom(scene, adjectives.last + 1, kind)
  if (kind.names === 'weak' && !adjectives.national && !(adjectives.institutional && complement !== undefined)) return null
  if (adjectives.national && adjectives.count === 1 && !NATIONAL_ALONE.has(kind.type)) return null
  return {
    last: withAbout(scene, complement ?? adjectives.last),
    why: 'kind-word-adjective',
    national: adjectives.national,
  }
}

interface Adjectives {
  last: number
  count: number
  institutional: boolean
  national: boolean
}

/** Definite adjectives of relation or institution in a row. */
function adjectivesFrom(scene: Scene, from: number): Adjectives {
  const found: Adjectives = { last: from - 1, count: 0, institutional: false, national: false }
  for (let at = from; found.count < 4; at++) {
    const token = scene.document.tokens[at]
    if (!token || !isWord(token) || token.breaks > 0 || scene.taken[at] === 1) break
    const bits = scene.marks[at]!
    const isOrg = (bits & MARK.orgAdjective) !== 0 && (bits & MARK.definite) !== 0
    const armed = found.national && ARMED.has(token.form)
    if ((bits & NOT_IN_NAME) !== 0 && !armed) break
    if (!isOrg && !isRelational(token.form) && !armed) break
    found.national ||= (bits & MARK.nation) !== 0
    found.institutional ||= isOrg
    found.last = at
    found.count++
  }
  return found
}

/** 'الحكومة السورية' is one body; 'المنظمة البريطانية' only describes one. */
const NATIONAL_ALONE = new Set<ActorType>(['state', 'armed-group'])
const ARMED = new Set(['المسلحة', 'المسلح'])

/** للنفط, لحقوق الإنسان, لمكافحة الإرهاب: what an institution is for. Undefined where none stands there. */
function complementFrom(scene: Scene, at: number, kind: OrgKind): number | undefined {
  if (kind.type === 'armed-group' || kind.type === 'community') return undefined
  const { tokens } = scene.document
  const token = tokens[at]
  if (!isWord(token) || token.breaks > 0 || scene.taken[at] === 1) return undefined
  if (token.form.startsWith('لل') && token.form.length > 4 && isPurpose(scene, at))
    return afterJoin(scene, adjectivesFrom(scene, at + 1).last)
  const purpose = token.form.startsWith('ل') && token.form.length > 3 && (scene.marks[at]! & (MARK.stop | MARK.verb | MARK.title)) === 0
  if (!purpose) return undefined
  const end = definiteWithin(scene, at + 1)
  return end < 0 ? undefined : afterJoin(scene, end)
}

/** The definite noun within the next two words: 'لشؤون الأسرى', 'لشؤون أسرى الحرب'; -1 for none. */
function definiteWithin(scene: Scene, from: number): number {
  for (let at = from; at < from + 2; at++) {
    const token = scene.document.tokens[at]
    if (!isWord(token) || token.breaks > 0 || scene.taken[at] === 1 || (scene.marks[at]! & (MARK.stop | MARK.verb)) !== 0) return -1
    if ((scene.marks[at]! & MARK.definite) !== 0) return at
  }
  return -1
}

/** Nouns that go on with عن in the names of bodies. */
const TAKES_ABOUT = ['دفاع', 'افراج', 'بحث', 'كشف', 'تعبير', 'تنقيب', 'تعويض', 'ابلاغ', 'مسؤول', 'مسؤولة']

/** 'للدفاع عن حقوق الإنسان', 'للإفراج عن المعتقلين': the noun behind عن, with the definite one it governs. */
function withAbout(scene: Scene, last: number): number {
  const { tokens } = scene.document
  if (tokens[last + 1]?.form !== 'عن' || !TAKES_ABOUT.some((noun) => tokens[last]!.form.endsWith(noun))) return last
  const isPlain = (at: number): boolean =>
    isWord(tokens[at]) && tokens[at]!.breaks === 0 && (scene.marks[at]! & (MARK.stop | MARK.verb)) === 0
  const isEnd = (at: number): boolean => isPlain(at) && (scene.marks[at]! & MARK.definite) !== 0
  if (isEnd(last + 2)) return afterJoin(scene, last + 2)
  return isPlain(last + 2) && isEnd(last + 3) ? afterJoin(scene, last + 3) : last
}

const isPurpose = (scene: Scene, at: number): boolean =>
  (scene.marks[at]! & (MARK.stop | MARK.actor | MARK.place | MARK.title | MARK.org)) === 0

/** 'للثقافة والعلوم': a second definite word joined to the name. */
function afterJoin(scene: Scene, last: number): number {
  const next = scene.document.tokens[last + 1]
  const joins =
    isWord(next) &&
    next.breaks === 0 &&
    next.form.startsWith('وال') &&
    (scene.marks[next.index]! & (MARK.stop | MARK.actor | MARK.place | MARK.org | MARK.verb)) === 0
  return joins ? last + 1 : last
}

/** مجموعة ليبية مسلحة: indefinite, and yet one group by its country. */
function nationalGroup(scene: Scene, term: Term, kind: OrgKind): Made | null {
  if (kind.type !== 'armed-group') return null
  const [a, b] = [term.last + 1, term.last + 2]
  const isArmed = (at: number): boolean => INDEFINITE_ARMED.has(scene.document.tokens[at]?.form ?? '')
  const isNational = (at: number): boolean => (scene.marks[at]! & MARK.nation) !== 0 && (scene.marks[at]! & MARK.definite) === 0
  return (isArmed(a) && isNational(b)) || (isNational(a) && isArmed(b)) ? { last: b, why: 'kind-word-national' } : null
}
const INDEFINITE_ARMED = new Set(['مسلحة', 'مسلح'])

/** حملةٍ قام: a vowel sign of the indefinite on the kind word, so that nothing is governed by it. */
const isIndefinite = (scene: Scene, { last }: Term): boolean => {
  const unit = scene.document.text.charCodeAt(scene.document.tokens[last]!.end - 1)
  return unit >= 0x064b && unit <= 0x064d
}

function constructName(scene: Scene, term: Term, kind: OrgKind): Made | null {
  if (isIndefinite(scene, term)) return null
  const own = kind.type === 'state' ? ownedName(scene, term) : undefined
  if (own !== undefined) return { last: own, why: 'kind-word-of-another' }
  const core = coreFrom(scene, term.last + 1, kind, 0)
  if (core === null || isDistrict(scene, term, core) || isCommune(scene, term, core)) return null
  const wired = kind.type === 'outlet' ? newsEnding(scene, core.last) : undefined
  if (wired !== undefined) return { last: wired, why: 'kind-word-complement' }
  if (kind.names === 'weak' && !core.proper) return null
  if (kind.type === 'state' && core.person) return null
  if (
    (kind.names === 'proper' || kind.names === 'loose') &&
    !core.proper &&
    core.last === term.last + 1 &&
    !isQualified(scene, core.last + 1) &&
    complementFrom(scene, core.last + 1, kind) === undefined
  )
    return null
  const joined = kind.type === 'state' || kind.type === 'institution' ? afterJoin(scene, core.last) : core.last
  const adjectives = adjectivesFrom(scene, joined + 1)
  const last = withAbout(scene, complementFrom(scene, adjectives.last + 1, kind) ?? adjectives.last)
  return { last, why: 'kind-word-complement', national: adjectives.national }
}

const DIVISIONS = new Set(['governorate', 'district', 'city', 'town'])
const FORCES = new Set(['الجيش', 'الشرطة', 'الشرطه', 'القوات', 'الدرك', 'الامن', 'الاركان'])
const FORCE_ADJECTIVES = new Set([
  'المسلحة',
  'المسلحه',
  'البرية',
  'البريه',
  'البحرية',
  'البحريه',
  'الجوية',
  'الجويه',
  'المشتركة',
  'المشتركه',
  'الداخلي',
])
/** 'شرطة الولاية', 'قيادة الجيش', 'استخبارات القوات المسلحة': an office of the division or force that the report is about. */
function ownedName(scene: Scene, term: Term): number | undefined {
  const { tokens } = scene.document
  const next = tokens[term.last + 1]
  if (!next || next.breaks > 0 || scene.taken[next.index] === 1) return undefined
  if (isDivision(scene, next.index)) return next.index
  if (!FORCES.has(next.form)) return undefined
  const of = tokens[next.index + 1]
  const named = of && of.breaks === 0 && (FORCE_ADJECTIVES.has(of.form) || isNational(scene, of.index) || isOrgAdjective(scene, of.index))
  if (next.form === 'القوات' && !named) return undefined
  return named ? adjectivesAfter(scene, of.index) : next.index
}

const isDivision = (scene: Scene, at: number): boolean => {
  const kind = termAt(scene.terms, at, 'place-kind')
  return kind?.features?.definite === true && kind.suffix === '' && DIVISIONS.has(kind.entry.id) && kind.features.number === 'singular'
}
const isNational = (scene: Scene, at: number): boolean =>
  (scene.marks[at]! & MARK.nation) !== 0 && isRelational(scene.document.tokens[at]!.form)
const isOrgAdjective = (scene: Scene, at: number): boolean =>
  (scene.marks[at]! & (MARK.orgAdjective | MARK.definite)) === (MARK.orgAdjective | MARK.definite)
const adjectivesAfter = (scene: Scene, at: number): number => Math.max(at, adjectivesFrom(scene, at + 1).last)

/** Tokens of an agency's name before the word that ends it. */
const NEWS_REACH = 4
const NEWS_ENDINGS = new Set(['للانباء', 'للاخبار', 'الاخبارية', 'الاعلامية', 'الفضائية'])
function newsEnding(scene: Scene, from: number): number | undefined {
  const { tokens } = scene.document
  for (let at = from; at < from + NEWS_REACH && isWord(tokens[at]); at++) {
    if (NEWS_ENDINGS.has(tokens[at]!.form)) return at
    if (at > from && (scene.marks[at]! & NOT_IN_NAME) !== 0) return undefined
  }
  return undefined
}

/** 'في مديرية عبس', 'بلدية بيت لاهيا' behind a preposition: a stretch of land, not an office. */
function isDistrict(scene: Scene, term: Term, core: { proper: boolean }): boolean {
  if (!core.proper || (scene.marks[term.first]! & MARK.placeKind) === 0) return false
  return term.proclitics.endsWith('ب') || (term.first > 0 && (scene.marks[term.first - 1]! & MARK.preposition) !== 0)
}

const COMMUNE = 'جماعة'
/** First words of place names of the Maghreb. */
const MAGHREB = new Set(['اولاد', 'ايت', 'بني', 'سيدي', 'عين', 'واد', 'دوار', 'تيزي', 'مولاي'])
/** 'جماعة بني أنصار', 'جماعة سيدي سليمان': the lowest division of Morocco, or the tribal name of a settlement behind its kind word. */
function isCommune(scene: Scene, term: Term, core: { proper: boolean; last: number }): boolean {
  const { tokens } = scene.document
  const head = tokens[term.first]!.form
  const next = tokens[term.last + 1]!
  if (head.endsWith(COMMUNE)) return MAGHREB.has(next.form) || (core.proper && scene.terms.at[next.index]?.[0]?.entry.class === 'place')
  return head === 'بني' && (isSettlementWord(scene, term.first - 1) || scene.terms.at[term.first]![0]!.entry.class === 'place')
}
const isSettlementWord = (scene: Scene, at: number): boolean =>
  ((scene.marks[at] ?? 0) & MARK.placeKind) !== 0 || (scene.document.tokens[at]?.form.endsWith(COMMUNE) ?? false)

/** A national or institutional adjective follows. */
const isQualified = (scene: Scene, at: number): boolean => {
  const bits = scene.marks[at] ?? 0
  return (bits & MARK.definite) !== 0 && (bits & (MARK.nation | MARK.orgAdjective)) !== 0
}

/** Longest chain of nouns before the definite one that ends it. */
const CHAIN = 4
/** The same where what follows may as well be an object: 'هاجمت كتيبة …'. */
const SHORT_CHAIN = 2

interface Core {
  last: number
  /** It ends in a proper name. */
  proper: boolean
  person?: true
}

/** The nouns that a kind word governs: a definite noun, a place, a name, or a chain of nouns that ends in one. */
function coreFrom(scene: Scene, at: number, kind: OrgKind, depth: number): Core | null {
  const token = scene.document.tokens[at]
  if (!token || token.breaks > 0 || scene.taken[at] === 1) return null
  if (token.kind === 'number') return kind.type === 'armed-group' && depth === 0 ? { last: at, proper: true } : null
  if (!isWord(token)) return null
  const bits = scene.marks[at]!
  const named = directedName(scene, at)
  if (named >= 0) return { last: named, proper: true }
  const person = (bits & (MARK.sureGiven | MARK.commonGiven)) === 0 ? null : nameAt(scene, at)
  if (person && person.proclitics === '') return { last: person.last, proper: true, person: true }
  if ((bits & NOT_IN_NAME) !== 0) return null
  if ((bits & MARK.definite) !== 0) return isDescription(scene, at) ? null : { last: at, proper: false }
  if (((bits & MARK.verb) !== 0 && (bits & (MARK.org | MARK.placeKind)) === 0) || !mayGovern(token)) return null
  const longer = depth < CHAIN ? coreFrom(scene, at + 1, kind, depth + 1) : null
  if (longer && (longer.proper || depth < (kind.type === 'institution' ? CHAIN : SHORT_CHAIN))) return longer
  return depth === 0 && standsAlone(token, kind) ? { last: at, proper: true } : null
}

/** 'قوات الجماعة', 'زعيم التنظيم': a body of that kind alone names none. */
const isDescription = (scene: Scene, at: number): boolean =>
  (scene.marks[at]! & MARK.org) !== 0 && ((scene.marks[at + 1] ?? 0) & MARK.definite) === 0

/** A bare noun of a name's chain: no ل before it, and no ي or ت of the present tense (تحرير, تنمية are nouns). */
function mayGovern({ form }: Token): boolean {
  if (form[0] === 'ل') return form.length < 4
  if (form[0] === 'ت') return form.endsWith('ة') || (form.length === 5 && form[3] === 'ي')
  return form[0] !== 'ي'
}

const DIRECTIONS = new Set(['شمال', 'جنوب', 'شرق', 'غرب', 'شمالي', 'جنوبي', 'شرقي', 'غربي', 'وسط'])
/** A place's name, with words of direction before it: 'شرق الجزيرة', 'شمال غرب سوريا'; -1 for none. */
function directedName(scene: Scene, at: number): number {
  let from = at
  while (from < at + 2 && DIRECTIONS.has(scene.document.tokens[from]?.form ?? '')) from++
  return from < scene.marks.length && scene.taken[from] === 0 ? longestName(scene, from, from > at) : -1
}

/** A place's name without clitics that begins here; -1 for none. */
function longestName(scene: Scene, at: number, directed: boolean): number {
  if (!directed && (scene.marks[at]! & MARK.placeKind) !== 0 && (scene.marks[at]! & MARK.definite) !== 0) return -1
  for (const term of scene.terms.at[at] ?? []) {
    if (term.entry.class !== 'place' || term.proclitics !== '' || term.suffix !== '') continue
    if (!directed && term.first === term.last && (scene.marks[at]! & MARK.place) === 0) continue
    if (!isAdjectiveRather(scene.document, scene.terms, term)) return term.last
  }
  return -1
}

/** A bare word that no list knows, and that is no adjective of the kind word. */
function standsAlone(token: Token, kind: OrgKind): boolean {
  const { form } = token
  if (token.kind === 'latin') return true
  if ((kind.names !== 'strong' && kind.names !== 'loose') || kind.type === 'state' || form.length < 3) return false
  if (form.endsWith('ية') || form.endsWith('ي') || form.endsWith('ا') || form.endsWith('ات') || form.endsWith('ين') || form.endsWith('ون'))
    return false
  return !form.endsWith('ة') || kind.type === 'community'
}
