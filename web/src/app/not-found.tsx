import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/use-words.ts'
import { Note } from '../ui/states.tsx'
import { SHELL } from './words.ts'

export function NotFound() {
  const { t } = useWords(SHELL)
  return (
    <Note title={t('not-found.title')} hint={t('not-found.hint')}>
      <Link to="/">{t('not-found.home')}</Link>
    </Note>
  )
}
