import i18next from 'i18next'
import type { ClaimView, FacetView } from '../../../../src/api/shapes.ts'
import { nationalityLabel, populationLabel } from '../../../../src/export/figures.ts'
import { hasLabel, type Lang, localeOf } from '../../../../src/export/messages/index.ts'
import type { Language } from '../../i18n/use-words.ts'
import type { Choice } from './state/choices.ts'
import type { Many } from './state/state.ts'
import { LEDGER } from './words.ts'

type Bilingual = FacetView['facets'][number]['values'][number]['label']

const CURRENCY = /^[A-Z]{3}$/u

/** Values without a label stand for themselves, without what tells apart who is in no register. */
const bare = (value: string): string => value.replace(/^(?:name:|report \d+:|outlet:)/u, '')

function unitLabel(unit: string, lang: Lang): string {
  if (CURRENCY.test(unit)) return new Intl.DisplayNames(localeOf(lang), { type: 'currency' }).of(unit) ?? unit
  return wordOf(`unit.${unit}`, lang) ?? unit
}

const wordOf = (key: string, lang: Lang): string | null =>
  i18next.exists(key, { ns: LEDGER, lng: lang }) ? i18next.t(key, { ns: LEDGER, lng: lang }) : null

/** What a value of a facet is called. */
export function valueLabel(name: Many, value: string, given: Bilingual, { lang, label }: Pick<Language, 'lang' | 'label'>): string {
  if (given) return given[lang]
  const key = `${name}.${value}`
  if (hasLabel(key)) return label(key)
  if (name === 'population') return populationLabel(value, label)
  if (name === 'nationality') return nationalityLabel(value, lang, label)
  if (name === 'unit') return unitLabel(value, lang)
  if (name === 'report') return value.slice(0, 8)
  return wordOf(key, lang) ?? bare(value)
}

/** The values of all facets as the server labels them, and reports by their titles. */
export type Given = ReadonlyMap<string, Bilingual>

export function givenOf(facets: FacetView | undefined, claims: readonly ClaimView[] = []): Given {
  const labels = facets?.facets.flatMap(({ name, values }) => values.map(({ value, label }) => [`${name} ${value}`, label] as const)) ?? []
  const titles = claims.map(({ report, title }) => [`report ${report}`, title === null ? null : { ar: title, en: title }] as const)
  return new Map([...labels, ...titles])
}

/** What a chip says. */
export function choiceLabel(choice: Choice, given: Given, words: Language): string {
  const { t, date, number } = words
  if (choice.kind === 'words') return t('chosen.words', { words: `\u2068${choice.q}\u2069` })
  if (choice.kind === 'switch') return t(`only.${choice.name}`)
  if (choice.kind === 'value') return valueLabel(choice.name, choice.value, given.get(`${choice.name} ${choice.value}`) ?? null, words)
  if (choice.kind === 'days') {
    const [from, to] = [choice.from && date(choice.from), choice.to && date(choice.to)]
    return from && to ? t('days.between', { from, to }) : from ? t('days.since', { day: from }) : t('days.until', { day: to })
  }
  const [min, max] = [choice.min, choice.max].map((value) => (value === null ? null : number(value)))
  return min && max ? t('bounds.between', { min, max }) : min ? t('bounds.since', { min }) : t('bounds.until', { max })
}

/** Under which heading a choice stands; null where the chip says it itself. */
export function choiceGroup(choice: Choice, t: Language['t']): string | null {
  if (choice.kind === 'value') return t(`facet.${choice.name}`)
  return choice.kind === 'words' ? null : t(choice.kind === 'switch' ? 'only' : choice.kind)
}

type Role = ClaimView['roles'][number]

/**
 * Who stands in a role: in Arabic the report's words, in English the neutral name. A loaded word is never shown in its stead.
 */
export const roleName = ({ text, name, loaded }: Pick<Role, 'text' | 'name' | 'loaded'>, lang: Lang): string =>
  lang === 'ar' && !loaded && text !== '' ? text : name

export const placeName = ({ name, text }: NonNullable<ClaimView['place']>, lang: Lang): string => (lang === 'ar' && text ? text : name)

export const roleLabel = (role: string, { label }: Pick<Language, 'label'>): string => {
  const key = `role.${role}`
  return hasLabel(key) ? label(key) : role
}
