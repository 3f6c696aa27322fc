import { type Term, termAt } from '../../lang/annotate.ts'
import type { Counted } from '../../model.ts'
import { type Amount, type CountedWord, countedAt, type Head, nationalityAt, type QuantityContext } from './draft.ts'
import { guessHead } from './guess.ts'

type Properties = Omit<Counted, 'start' | 'end' | 'text'>

/** Words between من and the head noun: 'ثلاثة من كبار القادة'. */
const FILLERS = new Set(['كبار', 'ابرز', 'اهم', 'بين', 'اصل', 'كبري', 'مختلف', 'خيرة', 'اخطر', 'هؤلاء', 'هولاء', 'تلك', 'هذه'])

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
  const { tokens } = context.document
  let at = amount.next + 1
  for (let skipped = 0; skipped < 2 && tokens[at] && FILLERS.has(tokens[at]!.form); skipped++) at++
  if (context.numbers[at] || context.inTime[at]) return undefined
  const head = nounAt(context, at)
  return head && { ...head, why: 'figure.of-noun' }
}

/** A definite noun is counted only in a genitive behind a vague plural: 'مئات السجناء'. */
function directHead(context: QuantityContext, at: number, amount: Amount): Head | undefined {
  const noun = countedAt(context.terms, at) ?? nationalityAt(context.terms, at)
  if (!noun || noun.proclitics !== '' || context.inTime[at]) return undefined
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
  const { terms, document } = context
  let found = start
  const pair = pairAfter(context, head)
  if (pair) return { properties: { of: pair.of }, next: pair.next }
  for (let at = head.last + 1; at <= head.last + ADJECTIVES; at++) {
    const token = document.tokens[at]
    if (token?.kind !== 'word' || token.breaks > 0) break
    const nation = nationalityAt(terms, at)
    const role = countedAt(terms, at)
    if (nation && nation.proclitics === '') found = { ...found, nationality: nation.entry.value.nationality }
    else if (role?.entry.value.unit === 'person' && role.proclitics === '') found = withRole(found, role.entry.value)
    else if (token.form === 'من' && at === head.last + 1) {
      const inner = partOf(context, at + 1, found)
      return { properties: inner ?? found, next: head.last + 1 }
    } else {
      const force = termAt<{ of: string }>(terms, at, 'force')
      if (force && MEMBERS.has(head.entry.id)) return { properties: { ...found, of: force.entry.value.of }, next: head.last + 1 }
      break
    }
  }
  return { properties: found, next: head.last + 1 }
}

/** Nouns for members, which take their population from the body they belong to. */
const MEMBERS = new Set(['fighter', 'person', 'resident'])

const withRole = (found: Properties, role: CountedWord): Properties =>
  GENERIC.has(found.of) && !GENERIC.has(role.of) ? { ...found, of: role.of } : role.of === 'families' ? { ...found, of: 'families' } : found

/** '15 امرأة من زوجات …', 'العشرات من أفراد عائلاتهم', '7 عناصر من الشرطة'. */
function partOf({ terms }: QuantityContext, at: number, found: Properties): Properties | undefined {
  const force = termAt<{ of: string }>(terms, at, 'force')
  if (force) return { ...found, of: force.entry.value.of }
  const group = countedAt(terms, at)
  if (group?.entry.value.unit !== 'person' || !GENERIC.has(found.of)) return undefined
  return GENERIC.has(group.entry.value.of) ? undefined : { ...found, of: group.entry.value.of }
}

function pairAfter({ terms, document }: QuantityContext, head: Term<CountedWord>): { of: string; next: number } | undefined {
  const joined = document.tokens[head.last + 1]?.form === 'و' ? head.last + 2 : head.last + 1
  const other = countedAt(terms, joined)
  if (!other || (joined === head.last + 1 && other.proclitics !== 'و')) return undefined
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
