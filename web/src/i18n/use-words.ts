import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import { formatDate } from '../../../src/export/dates.ts'
import { type Labels, type Lang, labels } from '../../../src/export/messages/index.ts'
import { formatNumber } from './index.ts'

const catalogues: Record<Lang, Labels> = { ar: labels('ar'), en: labels('en') }

/** Everything that depends on the interface language: a room's words, labels of the data, dates, numbers. */
export interface Language {
  t: TFunction
  lang: Lang
  /** Labels of event types, populations, verdicts, modalities: the catalogue of the exports. */
  label: Labels
  date: (edtf: string) => string
  number: (value: number) => string
}

const known = new Map<string, Language>()

function languageOf(lang: Lang, room: string): Language {
  const name = `${lang} ${room}`
  const language = known.get(name) ?? {
    t: i18next.getFixedT(lang, room),
    lang,
    label: catalogues[lang],
    date: (edtf) => formatDate(edtf, lang),
    number: (value) => formatNumber(value, lang),
  }
  known.set(name, language)
  return language
}

function listen(change: () => void): () => void {
  i18next.on('languageChanged', change)
  return () => i18next.off('languageChanged', change)
}

const current = (): Lang => (i18next.language === 'ar' ? 'ar' : 'en')

/**
 * The same object for as long as the language is the same: it may stand among what a memo depends on.
 *
 * @example const { t, label, date } = useWords(ROOM)
 */
export function useWords(room: string): Language {
  return languageOf(useSyncExternalStore(listen, current), room)
}
