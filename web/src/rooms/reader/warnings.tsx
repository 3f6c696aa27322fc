import { localeOf } from '../../../../src/export/messages/index.ts'
import type { Warning } from '../../../../src/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import css from './head.module.css'
import { READER } from './words.ts'

/** Warnings that this room has words for; of some of them the words of the reading say more. */
const KNOWN = new Set([
  'unread-language',
  'date-order',
  'guessed-encoding',
  'hijri-date',
  'long-text',
  'no-article',
  'page-too-deep',
  'unknown-places',
  'unknown-speaker',
])
const SAYS_MORE = new Set(['date-order', 'hijri-date', 'guessed-encoding'])

/** What to be careful about, each kind once. */
export function Warnings({ warnings, language }: { warnings: readonly Warning[]; language: string }) {
  const { t } = useWords(READER)
  if (warnings.length === 0) return null
  const byCode = Map.groupBy(warnings, ({ code, message }) => (KNOWN.has(code) ? code : message))
  return (
    <ul className={css.warnings} aria-label={t('warnings')}>
      {[...byCode].map(([name, alike]) => (
        <li key={name}>
          <WarningWords alike={alike} language={language} />
        </li>
      ))}
    </ul>
  )
}

function WarningWords({ alike, language }: { alike: readonly Warning[]; language: string }) {
  const { t, lang, number } = useWords(READER)
  const { code } = alike[0]!
  const messages = [...new Set(alike.map(({ message }) => message))]
  return (
    <>
      {KNOWN.has(code) ? <b>{t(`warning.${code}`, { language: nameOf(language, lang) })}</b> : null}
      {alike.length > 1 ? ` (×${number(alike.length)})` : ''}{' '}
      {SAYS_MORE.has(code) || !KNOWN.has(code) ? (
        <bdi className={css.detail} lang="en">
          {messages.join(' · ')}
        </bdi>
      ) : null}
    </>
  )
}

/** @example nameOf('en', 'ar') // 'الإنجليزية' */
function nameOf(language: string, lang: 'ar' | 'en'): string {
  try {
    return new Intl.DisplayNames(localeOf(lang), { type: 'language' }).of(language) ?? language
  } catch {
    return language // no language tag at all
  }
}
