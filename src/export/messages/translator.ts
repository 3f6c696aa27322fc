/** Languages of the interface and of the dossier's headings. */
export type Lang = 'ar' | 'en'

/** A message: plain, or one form per plural category (CLDR) chosen by the value `n`. `{name}` is filled in. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })
export type Catalogue<Key extends string> = Readonly<Record<Key, Message>>
export type Values = Readonly<Record<string, string | number>>
export type Translate<Key extends string> = (key: Key, values?: Values) => string

/** Numbers are written with Latin digits in both languages, as in the data files, so that they can be searched across both. */
const LOCALE: Record<Lang, string> = { ar: 'ar-u-nu-latn', en: 'en-GB' }

/** The BCP 47 locale that numbers and dates of a language are written in. @example localeOf('ar') // 'ar-u-nu-latn' */
export const localeOf = (lang: Lang): string => LOCALE[lang]

/**
 * Makes the look-up of one catalogue in one language. A number given as `n` chooses the plural and is grouped by thousands.
 *
 * @example translator({ reports: { one: '{n} report', other: '{n} reports' } }, 'en')('reports', { n: 2 }) // '2 reports'
 */
export function translator<Key extends string>(catalogue: Catalogue<Key>, lang: Lang): Translate<Key> {
  const plurals = new Intl.PluralRules(lang)
  const numbers = new Intl.NumberFormat(LOCALE[lang])
  return (key, values = {}) => {
    const pattern = choose(catalogue[key], values.n, plurals)
    return pattern.replace(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'number' ? numbers.format(value) : value
    })
  }
}

function choose(message: Message, n: string | number | undefined, plurals: Intl.PluralRules): string {
  if (typeof message === 'string') return message
  const category = typeof n === 'number' ? plurals.select(n) : 'other'
  return message[category] ?? message.other
}
