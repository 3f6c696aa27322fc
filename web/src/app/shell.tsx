import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { useKeys } from '../ui/keys.ts'
import { HelpSheet } from './help-sheet.tsx'
import { NamesControl } from './names-control.tsx'
import { type Theme, usePreferences } from './preferences.tsx'
import { ROOMS } from './rooms.tsx'
import css from './shell.module.css'
import { SHELL } from './words.ts'

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }

/** What stands around every room: navigation, search, language, colours, and whether names are withheld. */
export function Shell() {
  const { t } = useWords(SHELL)
  const { lang, theme, setLang, setTheme } = usePreferences()
  const [help, setHelp] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  useKeys(
    {
      '?': () => setHelp(true),
      '/': () => search.current?.focus(),
      'g h': () => setLang(lang === 'ar' ? 'en' : 'ar'),
      'g t': () => setTheme(NEXT_THEME[theme]),
      ...Object.fromEntries(ROOMS.map(({ to, key }) => [`g ${key}`, () => void navigate({ to })])),
    },
    'everywhere',
  )
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {t('skip')}
      </a>
      <header className={css.bar}>
        <Link to="/" className={css.mark} aria-label={t('isnad')}>
          <span className={css.markAr} lang="ar">
            إسناد
          </span>
          <span className={css.markEn} lang="en">
            Isnad
          </span>
        </Link>
        <search className={css.search}>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void navigate({ to: '/claims', search: { q: search.current?.value || undefined } })
            }}
          >
            <input ref={search} type="search" dir="auto" aria-label={t('search.label')} placeholder={t('search.placeholder')} />
          </form>
        </search>
        <div className={css.tools}>
          <NamesControl />
          <button
            type="button"
            className={css.tool}
            onClick={() => setTheme(NEXT_THEME[theme])}
            aria-label={t('theme.label', { theme: t(`theme.${theme}`) })}
            title={t('theme.label', { theme: t(`theme.${theme}`) })}
          >
            <ThemeIcon theme={theme} />
          </button>
          <button type="button" className={css.tool} onClick={() => setHelp(true)} aria-label={t('help')} title={t('help')}>
            ?
          </button>
          <button
            type="button"
            className={css.language}
            lang={lang === 'ar' ? 'en' : 'ar'}
            onClick={() => setLang(lang === 'ar' ? 'en' : 'ar')}
            title={t('language.label')}
          >
            {t('language')}
          </button>
        </div>
      </header>
      <nav className={css.rail} aria-label={t('rooms')}>
        {ROOMS.map(({ to, name, icon }) => (
          <Link
            key={to}
            to={to}
            className={css.room}
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ exact: to === '/', includeSearch: false }}
          >
            {icon}
            <span>{t(name)}</span>
          </Link>
        ))}
      </nav>
      <main id="content" className={css.content} tabIndex={-1}>
        <Outlet />
      </main>
      <HelpSheet open={help} onOpenChange={setHelp} />
    </div>
  )
}

function ThemeIcon({ theme }: { theme: Theme }) {
  const path =
    theme === 'dark'
      ? 'M19 14a8 8 0 0 1-9-9 8 8 0 1 0 9 9z'
      : 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4'
  return (
    <svg
      viewBox="0 0 24 24"
      width="18"
      height="18"
      aria-hidden="true"
      fill={theme === 'system' ? 'none' : 'currentColor'}
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    >
      <path d={path} fill={theme === 'dark' ? 'currentColor' : 'none'} />
    </svg>
  )
}
