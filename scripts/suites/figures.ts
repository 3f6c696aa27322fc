import { annotate } from '../../src/lang/annotate.ts'
import { arabicLexicon } from '../../src/read/lexicon.ts'
import { readAmounts, readQuantities } from '../../src/read/quantities/index.ts'
import { readNumbers } from '../../src/read/quantities/numbers.ts'
import { makeDocument } from '../../src/text/document.ts'
import { type Case, sameStretch } from './cases.ts'

const parse = (text: string) => {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  return { document, terms: annotate(document, arabicLexicon()) }
}

const near = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) || Math.abs(a - b) < 5e-13
const spanOf = (one: Case): { start: number; end: number } => ({ start: one.span?.[0] ?? 0, end: one.span?.[1] ?? one.text.length })

/** Cardinals, ordinals, percentages: the value at the place; a negative case wants nothing of its kind. */
export function passesNumber(one: Case): boolean {
  const { document, terms } = parse(one.text)
  const kind = one.type?.startsWith('ordinal') ? 'ordinal' : one.type === 'percent' ? 'percent' : 'cardinal'
  const relative = one.type === 'ordinal.relative'
  const all = readNumbers(document, terms).filter((number) => (number.relative !== undefined) === relative)
  const found = all.filter(
    (number) =>
      number.kind === kind ||
      (kind === 'cardinal' && number.kind === 'percent') ||
      (kind === 'ordinal' && one.suite.startsWith('recognizers') && !one.negative),
  )
  if (one.negative) return found.length === 0
  if (one.values) return one.values.every((value) => found.some((number) => near(number.value, value)))
  const span = spanOf(one)
  if (relative) return found.some((number) => number.relative === one.value && sameStretch(one.text, number, span))
  return found.some((number) => near(number.value, Number(one.value)) && sameStretch(one.text, number, span))
}

/** Ranges and bounds; bounds are compared by value, not by whether they are inclusive. */
export function passesRange(one: Case): boolean {
  const { document, terms } = parse(one.text)
  const found = readAmounts(document, terms).filter(({ said }) => said)
  if (one.negative) return found.length === 0
  const { min, max } = one.value as { min: number | null; max: number | null }
  const same = (a: number | null, b: number | null): boolean => (a === null || b === null ? a === b : near(a, b))
  return found.some((amount) => same(amount.min, min) && same(amount.max, max) && sameStretch(one.text, amount, spanOf(one)))
}

const CURRENCIES: Record<string, string> = { $: 'USD', 'cent-unspecified': 'cent' }

/** Money: value (or bounds) and currency. */
export function passesMoney(one: Case): boolean {
  const { document, terms } = parse(one.text)
  const unit = CURRENCIES[one.currency ?? ''] ?? one.currency
  const wanted =
    typeof one.value === 'number' ? { min: one.value, max: one.value } : (one.value as { min: number | null; max: number | null })
  return readQuantities(document, terms, { times: [] }).some(
    (found) =>
      found.unit === unit &&
      (found.min === wanted.min || near(found.min ?? -1, wanted.min ?? -1)) &&
      (found.max === wanted.max || near(found.max ?? -1, wanted.max ?? -1)),
  )
}

/** What one of our units is in the suites' base units. */
const UNITS: Record<string, readonly [unit: string, factor: number]> = {
  metre: ['METERS', 1],
  kilometre: ['KILOMETERS', 1],
  centimetre: ['CENTIMETERS', 1],
  decimetre: ['DECIMETERS', 1],
  millimetre: ['MILLIMETERS', 1],
  mile: ['MILES', 1],
  yard: ['YARDS', 1],
  foot: ['FEET', 1],
  inch: ['INCHES', 1],
  gram: ['Gram', 1],
  kilogram: ['Gram', 1000],
  milligram: ['Gram', 0.001],
  ounce: ['Ounce', 1],
  cup: ['Cup', 1],
  millilitre: ['Millilitre', 1],
  litre: ['Litre', 1],
  gallon: ['Gallon', 1],
  hectolitre: ['Hectolitre', 1],
  celsius: ['Celsius', 1],
  fahrenheit: ['Fahrenheit', 1],
  degree: ['Degree', 1],
}
/** Metres in the length units that a suite converts. */
const METRES: Record<string, number> = {
  METERS: 1,
  KILOMETERS: 1000,
  CENTIMETERS: 0.01,
  DECIMETERS: 0.1,
  MILLIMETERS: 0.001,
  MILES: 1609.344,
  YARDS: 0.9144,
  FEET: 0.3048,
  INCHES: 0.0254,
}

/** Lengths, weights, volumes, temperatures: value in the unit, or in the suite's base unit. */
export function passesUnit(one: Case): boolean {
  const { document, terms } = parse(one.text)
  const found = readQuantities(document, terms, { times: [] })
  if (one.negative) return found.length === 0
  const value = Number(one.value)
  return found.some(({ unit, min, max }) => {
    const [name, factor] = UNITS[unit] ?? []
    if (!name || min === null || min !== max) return false
    if (name === one.unit) return near(min * factor!, value)
    return (
      one.unit !== undefined &&
      METRES[name] !== undefined &&
      METRES[one.unit] !== undefined &&
      near((min * METRES[name]) / METRES[one.unit]!, value)
    )
  })
}
