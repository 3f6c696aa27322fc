import { ar } from './ar.ts'
import { en } from './en.ts'
import { type Lang, type Translate, translator } from './translator.ts'

export type MessageKey = keyof typeof en
export type Labels = Translate<MessageKey>

/** The labels of readings and dossiers in one language. @example labels('en')('count.reports', { n: 1 }) // '1 report' */
export function labels(lang: Lang): Labels {
  // Rules of plurals and numbers take a tenth of a millisecond to make: once a language, not once a report.
  made[lang] ??= translator(lang === 'ar' ? ar : en, lang)
  return made[lang]
}
const made: Partial<Record<Lang, Labels>> = {}

/** Whether a key is in the catalogue: populations and units are open lists. */
export const hasLabel = (key: string): key is MessageKey => Object.hasOwn(en, key)

export { type Lang, localeOf } from './translator.ts'
