import { type Lang, type Translate, translator } from '../../export/messages/translator.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'

export type ApiKey = keyof typeof en
export type ApiMessages = Translate<ApiKey>

const made: Record<Lang, ApiMessages> = { ar: translator<ApiKey>(ar, 'ar'), en: translator<ApiKey>(en, 'en') }

/** The API's messages in one language. @example apiMessages('en')('no-files') // 'The form holds no file.' */
export const apiMessages = (lang: Lang): ApiMessages => made[lang]
