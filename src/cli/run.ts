import { readFileSync } from 'node:fs'
import { IsnadError } from '../errors.ts'
import { EXIT, type Io, languageOf, type Session, session } from './io.ts'
import { buildProgram, CommanderError } from './program.ts'

/**
 * Runs one command line and returns its exit code; nothing is thrown.
 *
 * @param args as typed, without the program's own name
 * @example await run(['read', 'report.txt'], io) // 0
 */
export async function run(args: string[], io: Io): Promise<number> {
  const lang = languageOf(askedLanguage(args), io.env)
  const own = session(io, lang ?? 'en')
  let code: number = EXIT.done
  try {
    if (lang === null) throw badLanguage(own, askedLanguage(args) ?? '')
    const program = buildProgram(own, versionOf(), (result) => {
      code = result
    })
    if (args.length === 0) {
      program.outputHelp()
      return EXIT.wrongUse
    }
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (thrown) {
    return failed(own, thrown)
  }
}

/** The language is needed before the options are read: help is written in it. */
function askedLanguage(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  if (at < 0) return undefined
  const arg = args[at]!
  return arg === '--lang' ? (args[at + 1] ?? '') : arg.slice('--lang='.length)
}

const badLanguage = (io: Session, lang: string): IsnadError =>
  new IsnadError({ code: 'bad-usage', message: io.t('error.lang', { lang }), hint: io.t('error.lang-hint') })

const versionOf = (): string => JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

/** A command that asks for what is not there is as wrong as one that is mistyped. */
const isWrongUse = (thrown: unknown): boolean =>
  thrown instanceof IsnadError && (thrown.code === 'bad-usage' || thrown.code === 'not-found')

async function failed(io: Session, thrown: unknown): Promise<number> {
  const { printThrown } = await import('./errors.ts')
  if (!(thrown instanceof CommanderError)) {
    printThrown(io, thrown, 'running the command')
    return isWrongUse(thrown) ? EXIT.wrongUse : EXIT.someFailed
  }
  if (thrown.exitCode === 0) return EXIT.done
  const message = thrown.message.replace(/^error: /u, '')
  printThrown(io, new IsnadError({ code: 'bad-usage', message, hint: io.t('error.usage-hint') }), '')
  return EXIT.wrongUse
}
