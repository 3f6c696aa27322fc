import { isCue, type Term, type Terms, termAt } from '../../lang/annotate.ts'
import type { Counted } from '../../model.ts'
import type { ActorName } from '../registry.ts'
import { type Amount, type CountedWord, countedAt, type Head, nationalityAt, type QuantityContext } from './draft.ts'
import { guessHead, guessMembers } from './guess.ts'

type Properties = Omit<Counted, 'start' | 'end' | 'text'>

/**
 * The head noun that an amount counts: directly behind it ('15 امرأة'), behind من ('40 من النساء والأطفال'),
 * or before it where both are definite ('التونسيين العشرة').
 */
export function readHead(context: QuantityContext, amount: Amount): Head | undefined {
  const { tokens } = context.document
  const next = tokens[amount.next]
  if (!next || next.breaks > 1) return undefined
  if (next.form === 'من') return behindOf(context, amount)
  return directHead(context, amount.next, amount) ?? (next.breaks === 0 ? guessHead(context, amount) : undefined)
}

function behindOf(context: QuantityContext, amount: Amount): Head | undefined {
  let at = amount.next + 1
  for (let skipped = 0; skipped < 2 && isCue(context.terms, at, 'before-head'); skipped++) at++
  if (context.numbers[at] || context.inTime[at]) return undefined
  const noun = countedAt(context.terms, at)
  if (noun?.features?.definite && noun.features.number === 'singular') return undefined
  const head = nounAt(context, at) ?? bodyAt(context, at) ?? guessMembers(context, at)
  if (head?.unit === 'family' && noun?.features?.number === 'singular')
    return { unit: 'person', counted: { of: 'people' }, first: at, next: head.next, start: head.start, why: 'figure.of-noun' }
  return head && { ...head, why: 'figure.of-noun' }
}

/** '4 من الجيش الحر', '3 من الشرطة': members of a body. */
function bodyAt({ terms }: QuantityContext, at: number): Head | undefined {
  const force = termAt<{ of: string }>(terms, at, 'force')
  const actor = termAt<ActorName>(terms, at, 'actor')
  const type = actor?.entry.value.uses[0]?.actor.type
  const found = actor && (!force || actor.last > force.last) ? actor : force
  if (found?.proclitics !== '' || (!force && type !== 'armed-group' && type !== 'coalition')) return undefined
  const of = found !== force && type !== 'state' ? 'fighters' : (force?.entry.value.of ?? 'people')
  return { unit: 'person', counted: { of, ...affiliationAt(terms, at) }, first: at, next: found.last + 1, start: found.start, why: '' }
}

/** A definite noun is counted only in a genitive behind a vague plural: 'مئات السجناء'. */
function directHead(context: QuantityContext, at: number, amount: Amount): Head | undefined {
  const noun = countedAt(context.terms, at) ?? nationalityAt(context.terms, at)
  if (noun?.proclitics !== '' || context.inTime[at]) return undefined
  if (noun.features?.definite && !amount.number.vague) return undefined
  const head = nounAt(context, at)
  return head && { ...head, why: 'figure.noun' }
}

/** The head noun at a token with what the words behind it say of it. */
export function nounAt(context: QuantityContext, at: number): Head | undefined {
  const counted = countedAt(context.terms, at)
  const nation = nationalityAt(context.terms, at)
  if (nation && (!counted || nation.last > counted.last)) return nationHead(context, nation)
  if (!counted) return undefined
  const { value } = counted.entry
  const base = { unit: value.unit, first: at, next: counted.last + 1, start: counted.start, why: '' }
  if (value.unit !== 'person') return { ...base, counted: { of: value.of } }
  const refined = refine(context, counted, properties(counted))
  return { ...base, next: refined.next, counted: refined.properties }
}

function properties(term: Term<CountedWord>): Properties {
  const { of, sex, age } = term.entry.value
  const female = term.features?.gender === 'f' && term.features.number !== undefined && isFeminine(term)
  return { of, ...(sex ? { sex } : female ? { sex: 'female' as const } : {}), ...(age ? { age } : {}) }
}

/** Feminine by its form (معتقلة، معتقلات), not by its grammar (ضحية، رهينة، عائلة). */
const isFeminine = (term: Term<CountedWord>): boolean => !GRAMMATICAL.has(term.entry.id)
const GRAMMATICAL = new Set(['family', 'casualty', 'hostage', 'person', 'wounded', 'dead'])

const GENERIC = new Set(['people', 'men', 'citizens', 'women'])
/** Adjectives looked at behind the head noun. */
const ADJECTIVES = 3

/** Pairs of nouns that have a population of their own. */
const PAIRS: Record<string, string> = {
  'women+children': 'women-and-children',
  'children+women': 'women-and-children',
  'dead+wounded': 'casualties',
  'wounded+dead': 'casualties',
}

function refine(context: QuantityContext, head: Term<CountedWord>, start: Properties): { properties: Properties; next: number } {
  const pair = pairAfter(context, head)
  if (pair) return { properties: { of: pair.of }, next: pair.next }
  const suspected = suspectedFighters(context, head, start)
  if (suspected) return { properties: suspected, next: head.last + 1 }
  let found = start
  for (let at = head.last + 1; at <= head.last + ADJECTIVES; at++) {
    const more = wordBehind(context, head, at, found)
    if (!more) break
    found = more.properties
    if (more.last) break
  }
  return { properties: found, next: head.last + 1 }
}

/** Tokens behind a generic head in which 'كمقاتلين محتملين' may stand. */
const SUSPICION_REACH = 6

/** '30 مقاتلا محتملا', '300 شخص تم تعريفهم كمقاتلين محتملين'. */
function suspectedFighters({ terms, document }: QuantityContext, head: Term<CountedWord>, start: Properties): Properties | undefined {
  if (start.of === 'fighters') return termAt(terms, head.last + 1, 'suspected') ? { ...start, of: 'suspected-fighters' } : undefined
  if (!GENERIC.has(start.of)) return undefined
  for (let at = head.last + 1; at <= head.last + SUSPICION_REACH; at++) {
    if (document.tokens[at]?.kind === 'punct') return undefined
    const like = countedAt(terms, at)
    if (like?.proclitics === 'ك' && like.entry.value.of === 'fighters' && termAt(terms, at + 1, 'suspected'))
      return { ...start, of: 'suspected-fighters' }
  }
  return undefined
}

/** What one word behind the head says of it; `last`: nothing more is to come. */
function wordBehind(
  context: QuantityContext,
  head: Term<CountedWord>,
  at: number,
  found: Properties,
): { properties: Properties; last?: true } | undefined {
  const { terms, document } = context
  const token = document.tokens[at]
  if (token?.kind !== 'word' || token.breaks > 0) return undefined
  const affiliation = affiliationAt(terms, at)
  const nation = nationalityAt(terms, at)
  const role = countedAt(terms, at)
  const force = MEMBERS.has(head.entry.id) ? forceAt(terms, at) : undefined
  if (force) return { properties: { ...found, of: force.entry.value.of, ...affiliation }, last: true }
  if (nation?.proclitics === '') return { properties: { ...found, nationality: nation.entry.value.nationality } }
  if (affiliation) return { properties: { ...found, ...affiliation }, last: true }
  if (isPeople(role) && role.proclitics === '') return { properties: withRole(found, role.entry.value) }
  if (isPeople(role) && role.proclitics === 'ك' && !role.features?.definite)
    return { properties: withRole(found, role.entry.value), last: true }
  const listed = token.form === 'في' && document.tokens[at + 1]?.form === 'عداد' ? countedAt(terms, at + 2) : undefined
  if (isPeople(listed)) return { properties: withRole(found, listed.entry.value), last: true }
  if (token.form !== 'من' || at > head.last + 1) return undefined
  return { properties: partOf(context, at + 1, found, MEMBERS.has(head.entry.id)), last: true }
}

/** The body that people belong to, where its name means one actor. */
function affiliationAt(terms: Terms, at: number): { affiliation: string } | undefined {
  const uses = termAt<ActorName>(terms, at, 'actor')?.entry.value.uses
  const [use] = uses ?? []
  return use && uses!.length === 1 && !use.weak && AFFILIATES.has(use.actor.type) ? { affiliation: use.actor.id } : undefined
}

const AFFILIATES = new Set(['armed-group', 'coalition', 'state'])

/** A body of the state that a word names by its kind, unless the words name an armed group: 'قوات …'. */
function forceAt(terms: Terms, at: number): Term<{ of: string }> | undefined {
  const force = termAt<{ of: string }>(terms, at, 'force')
  if (force?.proclitics !== '') return undefined
  const actor = termAt<ActorName>(terms, at, 'actor')
  const type = actor && actor.last > force.last ? actor.entry.value.uses[0]?.actor.type : undefined
  return type === 'armed-group' || type === 'coalition' ? undefined : force
}

/** People by any noun, families too: 'أفراد عائلاتهم'. */
const isPeople = (term: Term<CountedWord> | undefined): term is Term<CountedWord> =>
  term?.entry.value.unit === 'person' || term?.entry.value.of === 'families'

/** Nouns for members, which take their population from the body they belong to. */
const MEMBERS = new Set(['fighter', 'person', 'resident', 'man', 'member', 'volunteer', 'soldier', 'guard', 'worker'])

const withRole = (found: Properties, role: CountedWord): Properties =>
  GENERIC.has(found.of) && !GENERIC.has(role.of) ? { ...found, of: role.of } : role.of === 'families' ? { ...found, of: 'families' } : found

/** '15 امرأة من زوجات …', 'العشرات من أفراد عائلاتهم', '7 عناصر من الشرطة'. */
function partOf({ terms }: QuantityContext, at: number, found: Properties, members: boolean): Properties {
  const whole = { ...found, ...affiliationAt(terms, at) }
  const force = forceAt(terms, at)
  if (force && members) return { ...whole, of: force.entry.value.of }
  const group = countedAt(terms, at)
  const predicate = group ? countedAt(terms, group.last + 1) : undefined
  if (predicate?.proclitics === '' && !predicate.features?.definite && predicate.entry.value.unit === 'person' && GENERIC.has(found.of))
    return { ...whole, of: predicate.entry.value.of }
  if (!isPeople(group) || !GENERIC.has(found.of) || GENERIC.has(group.entry.value.of)) return whole
  return { ...whole, of: group.entry.value.of }
}

function pairAfter({ terms, document }: QuantityContext, head: Term<CountedWord>): { of: string; next: number } | undefined {
  const joined = document.tokens[head.last + 1]?.form === 'و' ? head.last + 2 : head.last + 1
  const other = countedAt(terms, joined)
  if (
    !other ||
    (head.features?.number === 'dual' && other.features?.number === 'singular') ||
    other.features?.number === 'dual' ||
    (joined === head.last + 1 && other.proclitics !== 'و')
  )
    return undefined
  const of = PAIRS[`${head.entry.value.of}+${other.entry.value.of}`]
  return of ? { of, next: other.last + 1 } : undefined
}

/** A nationality standing for people: '6 آلاف ليبي', '10 تونسيين مختطفين'. */
function nationHead(context: QuantityContext, nation: NonNullable<ReturnType<typeof nationalityAt>>): Head {
  const { nationality, group } = nation.entry.value
  const base: Properties = { of: group ? 'people' : 'citizens', nationality }
  let of = base.of
  for (let at = nation.last + 1; at <= nation.last + 2; at++) {
    const role = countedAt(context.terms, at)
    const token = context.document.tokens[at]
    if (token?.kind !== 'word' || token.form === 'و' || role?.proclitics.startsWith('و')) break
    if (role?.entry.value.unit !== 'person' || role.proclitics !== '' || GENERIC.has(role.entry.value.of)) continue
    of = role.entry.value.of
    break
  }
  return {
    unit: 'person',
    first: nation.first,
    next: nation.last + 1,
    start: nation.start,
    counted: { ...base, of },
    why: 'figure.nationality',
  }
}
