import { DirectionProvider } from '@base-ui/react/direction-provider'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Lang } from '../../../src/export/messages/translator.ts'
import { changeLanguage } from '../i18n/index.ts'

export type Theme = 'light' | 'dark' | 'system'

export interface Preferences {
  lang: Lang
  theme: Theme
  setLang: (lang: Lang) => void
  setTheme: (theme: Theme) => void
}

const Context = createContext<Preferences | null>(null)

/** Language and theme of this browser. Kept between visits; at first by the browser's own. */
export function usePreferences(): Preferences {
  const preferences = useContext(Context)
  if (!preferences) throw new Error('usePreferences outside of PreferencesProvider')
  return preferences
}

const keep = (name: string, value: string): void => {
  try {
    localStorage.setItem(`isnad.${name}`, value)
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

function kept(name: string): string | null {
  try {
    return localStorage.getItem(`isnad.${name}`)
  } catch {
    return null
  }
}

function firstLang(): Lang {
  const lang = kept('lang') ?? navigator.language
  return lang.startsWith('ar') ? 'ar' : 'en'
}

function firstTheme(): Theme {
  const theme = kept('theme')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

const darkest = matchMedia('(prefers-color-scheme: dark)')

function showTheme(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && darkest.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

function showLang(lang: Lang): void {
  document.documentElement.lang = lang
  document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr'
  void changeLanguage(lang)
}

// Before the first paint, so that nothing turns round.
showTheme(firstTheme())
showLang(firstLang())

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [lang, setLang] = useState(firstLang)
  const [theme, setTheme] = useState(firstTheme)
  useEffect(() => {
    const follow = (): void => showTheme(theme)
    follow()
    darkest.addEventListener('change', follow)
    return () => darkest.removeEventListener('change', follow)
  }, [theme])
  const value = useMemo<Preferences>(
    () => ({
      lang,
      theme,
      setLang: (next) => {
        keep('lang', next)
        showLang(next)
        setLang(next)
      },
      setTheme: (next) => {
        keep('theme', next)
        setTheme(next)
      },
    }),
    [lang, theme],
  )
  return (
    <Context value={value}>
      <DirectionProvider direction={lang === 'ar' ? 'rtl' : 'ltr'}>{children}</DirectionProvider>
    </Context>
  )
}
