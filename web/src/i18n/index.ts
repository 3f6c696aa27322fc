import i18next from 'i18next'
import { type Lang, localeOf } from '../../../src/export/messages/translator.ts'

/** The words of one room in both languages; plural forms as `key_one`, `key_few` … by CLDR, all six for Arabic. */
export interface Words {
  ar: Readonly<Record<string, string>>
  en: Readonly<Record<string, string>>
}

const numbers: Record<Lang, Intl.NumberFormat> = { ar: new Intl.NumberFormat(localeOf('ar')), en: new Intl.NumberFormat(localeOf('en')) }

/** A number in the digits and grouping of the interface. @example formatNumber(70000, 'en') // '70,000' */
export const formatNumber = (value: number, lang: Lang): string => numbers[lang].format(value)

void i18next.init({
  lng: 'en',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  resources: {},
  interpolation: { escapeValue: false }, // React escapes
})
i18next.services.formatter?.add('number', (value: number, lng) => formatNumber(value, lng === 'ar' ? 'ar' : 'en'))

/**
 * Makes a room's words known; called where they are written, so that they come with the room.
 *
 * @example export const ROOM = addWords('ledger', { ar: { title: 'السجل' }, en: { title: 'Ledger' } })
 */
export function addWords(room: string, words: Words): string {
  i18next.addResourceBundle('ar', room, words.ar)
  i18next.addResourceBundle('en', room, words.en)
  return room
}

export const changeLanguage = (lang: Lang): Promise<unknown> => i18next.changeLanguage(lang)
