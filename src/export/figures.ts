import type { Quantity, Report } from '../model.ts'
import { oneLine } from './direction.ts'
import { hasLabel, type Labels, type Lang, localeOf } from './messages/index.ts'

/** A figure as it is shown: the words of the text first, the bounds beside them. */
export interface FigureView {
  id: string
  /** The words of the text, on one line. */
  text: string
  start: number
  end: number
  min: number | null
  max: number | null
  modifier: Quantity['modifier']
  unit: string
  of?: string
  sex?: 'female' | 'male'
  age?: 'child' | 'adult'
  affiliation?: string
  nationality?: string
  /** What the figure is counted by, in the words of the text: 'one woman and her children'. */
  per?: string
}

/** Takes a quantity out of its report for showing. Offsets stay those of the report's text. */
export function figureView(report: Report, quantity: Quantity): FigureView {
  const { id, start, end, min, max, modifier, unit, counted, per } = quantity
  const { of, sex, age, affiliation, nationality } = counted ?? {}
  const view: FigureView = { id, text: oneLine(report.text.slice(start, end)), start, end, min, max, modifier, unit }
  if (of !== undefined) view.of = of
  if (sex) view.sex = sex
  if (age) view.age = age
  if (affiliation) view.affiliation = affiliation
  if (nationality) view.nationality = nationality
  if (per) view.per = oneLine(report.text.slice(per.start, per.end))
  return view
}

export type Bounds = Pick<Quantity, 'min' | 'max' | 'modifier' | 'unit'>

/**
 * The bounds of a figure; a vague or open figure is a bound, never a point.
 *
 * @example formatBounds({ min: 100, max: null, modifier: 'hundreds', unit: 'person' }, 'en', labels('en')) // 'at least 100'
 */
export function formatBounds(figure: Bounds, lang: Lang, t: Labels): string {
  const number = (value: number): string => withUnit(value, figure.unit, lang)
  const { min, max, modifier } = figure
  if (min === null && max === null) return t('bound.unknown')
  // In words: < and ≥ are mirrored in right-to-left text.
  if (min === null) return t(modifier === 'less-than' ? 'bound.less' : 'bound.most', { value: number(max!) })
  if (max === null) return t(modifier === 'more-than' ? 'bound.more' : 'bound.least', { value: number(min) })
  const value = min === max ? number(min) : t('bound.range', { low: plain(min, lang), high: number(max) })
  return modifier === 'about' ? t('bound.about', { value }) : value
}

const numbers = { ar: new Intl.NumberFormat(localeOf('ar')), en: new Intl.NumberFormat(localeOf('en')) }

const plain = (value: number, lang: Lang): string => numbers[lang].format(value)

function withUnit(value: number, unit: string, lang: Lang): string {
  if (unit === 'percent') return `${plain(value, lang)}%`
  if (/^[A-Z]{3}$/u.test(unit)) return `${plain(value, lang)} ${unit}`
  return plain(value, lang)
}

/** Label of a population or unit; a name outside the list stands for itself. @example populationLabel('women', labels('en')) // 'women' */
export function populationLabel(population: string | undefined, t: Labels): string {
  const key = `of.${population ?? ''}`
  return hasLabel(key) ? t(key) : (population ?? '')
}

/** 'FR' → 'France', 'foreign' → its label. */
export function nationalityLabel(nationality: string, lang: Lang, t: Labels): string {
  const key = `figure.${nationality}`
  if (hasLabel(key)) return t(key)
  if (!/^[A-Z]{2}$/u.test(nationality)) return nationality
  return new Intl.DisplayNames(localeOf(lang), { type: 'region', fallback: 'code' }).of(nationality) ?? nationality
}
