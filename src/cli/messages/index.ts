import { type Lang, type Translate, translator } from '../../export/messages/translator.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'

export type CliKey = keyof typeof en
export type CliMessages = Translate<CliKey>

/** The command line's messages in one language. @example cliMessages('en')('read.warnings') // 'Warnings' */
export const cliMessages = (lang: Lang): CliMessages => translator<CliKey>(lang === 'ar' ? ar : en, lang)
