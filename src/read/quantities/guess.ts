import type { Terms } from '../../lang/annotate.ts'
import type { Amount, Head, QuantityContext } from './draft.ts'

/** Classes that a counted noun never belongs to. */
const NOT_NOUNS = new Set([
  'preposition',
  'complementizer',
  'relative',
  'clause-break',
  'kana',
  'adverb',
  'function',
  'report-verb',
  'report-particle',
  'direction',
  'pointer',
  'understood',
  'of-them',
  'number-modifier',
  'range-to',
  'range-open',
  'toll',
  'weekday',
  'month',
  'time-unit',
  'percent',
  'currency',
  'place',
  'designator',
  'ordinal',
  'number',
  'age-word',
  'since-word',
  'zone',
  'era',
  'meridiem',
  'day-part',
  'future-verb',
  'future-with-sin',
  'future-call',
  'fraction',
])

const isPlainWord = (terms: Terms, at: number): boolean =>
  !terms.at[at]?.some(
    (one) => (NOT_NOUNS.has(one.entry.class) && one.proclitics === '') || one.entry.class === 'number' || one.proclitics.startsWith('و'),
  )

/**
 * A noun that no lexicon has, told by the form a number gives its noun: a sound plural after 3–10, the accusative ـا after 11–99,
 * a word in ة after hundreds and thousands. Sound masculine plurals and words in ـيا are people.
 */
export function guessHead(context: QuantityContext, amount: Amount): Head | undefined {
  const token = context.document.tokens[amount.next]
  if (
    token?.kind !== 'word' ||
    context.inTime[amount.next] ||
    token.form.length < 4 ||
    token.form.startsWith('ال') ||
    token.form.startsWith('لل') ||
    context.document.tokens[amount.number.first - 1]?.form === 'ال' ||
    !isPlainWord(context.terms, amount.next)
  )
    return undefined
  const unit = guessUnit(token.form, amount.number.value)
  if (!unit) return undefined
  const counted = unit === 'person' ? { counted: { of: 'people' } } : {}
  return { unit, ...counted, first: amount.next, next: amount.next + 1, start: token.start, why: 'figure.unknown-noun' }
}

function guessUnit(form: string, value: number): 'person' | 'thing' | undefined {
  const rest = value % 100
  if (rest >= 3 && rest <= 10) return /(ون|ين)$/.test(form) ? 'person' : form.endsWith('ات') ? 'thing' : undefined
  if (rest >= 11) return /يا$/.test(form) ? 'person' : /[^و]ا$/.test(form) || form.endsWith('ة') ? 'thing' : undefined
  return form.endsWith('ة') ? 'thing' : undefined
}

/** 'اثنان من مرافقيه': a sound masculine plural before its pronoun. */
const OWN_PEOPLE = /(يه|يها|يهم|يهما|ائه|ائها|ائهم)$/

/** 'ثلاثة من النجارين', 'اثنان من منتسبيه': a sound masculine plural that no lexicon has is people. */
export function guessMembers({ document, terms }: QuantityContext, at: number): Head | undefined {
  const token = document.tokens[at]
  if (
    token?.kind !== 'word' ||
    token.form.length < 6 ||
    !((token.form.startsWith('ال') && token.form.endsWith('ين')) || OWN_PEOPLE.test(token.form)) ||
    !isPlainWord(terms, at)
  )
    return undefined
  return { unit: 'person', counted: { of: 'people' }, first: at, next: at + 1, start: token.start, why: '' }
}
