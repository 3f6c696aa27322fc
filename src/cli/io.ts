import type { Lang } from '../export/messages/translator.ts'
import { type CliMessages, cliMessages } from './messages/index.ts'

/** What a command may touch of the world: everything comes in here, so that commands can be run in a test. */
export interface Io {
  out: (text: string) => void
  err: (text: string) => void
  env: Readonly<Record<string, string | undefined>>
  /** Whether output and errors go to a terminal. */
  terminal: { out: boolean; err: boolean }
  stdin: AsyncIterable<Uint8Array>
  now: () => Date
  /** Aborted by Ctrl+C: a command stops after what it is at. */
  signal: AbortSignal
}

/** What every command gets besides its own options. */
export interface Session extends Io {
  lang: Lang
  t: CliMessages
}

/** Exit codes of every command. */
export const EXIT = { done: 0, someFailed: 1, wrongUse: 2, interrupted: 130 } as const

/** Puts language and messages to the world. */
export const session = (io: Io, lang: Lang): Session => ({ ...io, lang, t: cliMessages(lang) })

/**
 * The interface language: as asked for, else by the environment, else English.
 *
 * @example languageOf(undefined, { LANG: 'ar_SY.UTF-8' }) // 'ar'
 */
export function languageOf(asked: string | undefined, env: Io['env']): Lang | null {
  if (asked !== undefined) return asked === 'ar' || asked === 'en' ? asked : null
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^ar(?:[_.@-]|$)/u.test(locale) ? 'ar' : 'en'
}

/**
 * Whether to colour: NO_COLOR wins, then FORCE_COLOR, then whether a terminal that can is there.
 *
 * @example wantsColour({ env: { NO_COLOR: '1' }, terminal: true }) // false
 */
export function wantsColour({ env, terminal }: { env: Io['env']; terminal: boolean }): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0'
  return terminal && env.TERM !== 'dumb'
}
