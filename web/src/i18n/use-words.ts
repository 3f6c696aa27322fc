import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
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

/** @example const { t, label, date } = useWords(ROOM) */
export function useWords(room: string): Language {
  const { t, i18n } = useTranslation(room)
  const lang: Lang = i18n.language === 'ar' ? 'ar' : 'en'
  return { t, lang, label: catalogues[lang], date: (edtf) => formatDate(edtf, lang), number: (value) => formatNumber(value, lang) }
}
