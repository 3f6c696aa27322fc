import { type Term, termAt } from '../../lang/annotate.ts'
import { COUNTABLE, type CountedWord, countedAt, type Head, nationalityAt, type QuantityContext } from './draft.ts'
import { nounAt } from './heads.ts'

/**
 * A dual that carries its count: 'شخصان', 'طفلتين', 'غارتين'. Where the form may also be a plural (مواطنين),
 * the sentence must go on in the dual.
 */
export function dualAt(context: QuantityContext, at: number): Head | undefined {
  const term = countedAt(context.terms, at) ?? nationalityAt(context.terms, at)
  if (term?.suffix !== '' || context.inTime[at] || !isDual(context, term)) return undefined
  const head = nounAt(context, at)
  const word = term.entry.value as CountedWord
  if (!head || !(COUNTABLE.has(head.unit) || word.measure) || word.dual === false) return undefined
  return { ...head, next: saysTwo(context, term.last + 1) ? term.last + 2 : term.last + 1, why: 'figure.dual' }
}

/** 'مدنيين اثنين': the number two behind the dual. */
function saysTwo({ terms, inTime }: QuantityContext, at: number): boolean {
  const two = termAt<{ n: number; kind: string; only?: string }>(terms, at, 'number')
  return two?.entry.value.n === 2 && two.entry.value.kind === 'unit' && two.proclitics === '' && !two.features?.definite && inTime[at] !== 1
}

function isDual(context: QuantityContext, term: Term): boolean {
  const forms = context.terms.at[term.first]!.filter(
    (one) =>
      one.last === term.last &&
      (one.entry.class === 'counted' || one.entry.class === 'nationality') &&
      one.proclitics === term.proclitics &&
      one.suffix === '',
  )
  if (context.terms.at[term.first]!.some((one) => one.entry.class === 'actor' && one.last >= term.last)) return false
  const spelled = spellsDual(context, term)
  const dual = forms.some((one) => one.features?.number === 'dual' && !one.features.construct && (spelled || !one.features.definite))
  if (!dual || agreesWithDual(context, term.first)) return false
  if (spelled || saysTwo(context, term.last + 1)) return true
  const plural = forms.some((one) => one.features?.number === 'plural' && !one.features.construct)
  return !plural || goesOnInDual(context, term.last) || standsInToll(context, term.first)
}

/** 'مخطوفَين' with its fatha: the writer says that it is no plural. */
const spellsDual = ({ document: { text } }: QuantityContext, { start, end }: Term): boolean =>
  /\u064E[يى]ن[\u064B-\u0652]?$/u.test(text.slice(start, end))

/** Tokens around an indefinite object in which the other people of a toll are looked for. */
const TOLL_REACH = 10

/** 'قتلوا حارسا وأصابوا شرطيين', 'مقتل جندي وإصابة مدنيين': beside others counted one by one, right behind a word of killing or taking. */
function standsInToll(context: QuantityContext, at: number): boolean {
  const { document, terms } = context
  if (!termAt(terms, at - 1, 'toll') || termAt(terms, at, 'counted')?.proclitics !== '') return false
  const sentence = document.sentences[document.sentenceOf[at]!]!
  for (let i = Math.max(sentence.first + 1, at - TOLL_REACH); i <= Math.min(sentence.last, at + TOLL_REACH); i++) {
    const other = i === at ? undefined : countedAt(terms, i)
    if (other?.entry.value.unit !== 'person' || other.features?.definite || other.suffix !== '') continue
    if (termAt(terms, i - 1, 'toll') && other.proclitics === '' && ONE_OR_TWO.has(other.features?.number ?? '')) return true
    if (context.numbers.slice(Math.max(sentence.first, i - 3), i).some((one) => one?.next === i && !one.vague)) return true
  }
  return false
}
const ONE_OR_TWO = new Set(['singular', 'dual'])

/** 'طفلان شقيقان': the second dual is an adjective of the first. */
function agreesWithDual({ document: { tokens } }: QuantityContext, at: number): boolean {
  const before = tokens[at - 1]
  const token = tokens[at]!
  return (
    before !== undefined &&
    before.kind === 'word' &&
    token.breaks === 0 &&
    /(ان|ين)$/.test(before.form) &&
    before.form.length > 4 &&
    before.form.slice(-2) === token.form.slice(-2)
  )
}

const DUAL_PRONOUN = /(هما|اللذين|اللذان|اللتين|اللتان)$/
/** Words that end like the pronoun. */
const LIKE_PRONOUN = new Set(['مهما', 'درهما', 'فهما', 'وهما'])
/** Tokens behind an ambiguous dual in which the pronoun must stand. */
const PRONOUN_REACH = 40

/** A dual pronoun later in the sentence ('عنهما'). */
function goesOnInDual({ document }: QuantityContext, at: number): boolean {
  const last = Math.min(document.sentences[document.sentenceOf[at]!]!.last, at + PRONOUN_REACH)
  for (let i = at + 1; i <= last; i++) {
    const { form } = document.tokens[i]!
    if (DUAL_PRONOUN.test(form) && !LIKE_PRONOUN.has(form)) return true
  }
  return false
}

/** 'امرأة واحدة', 'ألماني واحد': a lone singular with واحد. */
export function singleAt(context: QuantityContext, at: number): Head | undefined {
  const term = countedAt(context.terms, at) ?? nationalityAt(context.terms, at)
  if (term?.suffix !== '' || term.features?.number !== 'singular' || term.features.definite) return undefined
  const one = termAt<{ n: number; kind: string; only?: string }>(context.terms, term.last + 1, 'number')
  if (one?.entry.value.n !== 1 || one.entry.value.only || one.proclitics !== '' || one.features?.definite) return undefined
  const head = nounAt(context, at)
  return head && COUNTABLE.has(head.unit) ? { ...head, next: one.last + 1, why: 'figure.single' } : undefined
}
