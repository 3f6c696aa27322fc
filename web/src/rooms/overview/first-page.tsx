import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n/use-words.ts'
import css from './first-page.module.css'
import { OVERVIEW } from './words.ts'

const STEPS = ['add', 'ingest', 'examples'] as const
const COMMANDS: Partial<Record<(typeof STEPS)[number], string>> = {
  ingest: 'npx isnad ingest reports/',
  examples: 'npx isnad serve --examples',
}

/** What an empty ledger shows: what it is for, and the ways to fill it. */
export function FirstPage() {
  const { t } = useWords(OVERVIEW)
  return (
    <div className={css.page}>
      <h1>{t('first.title')}</h1>
      <p className={css.lead}>{t('first.lead')}</p>
      <ol className={css.steps}>
        {STEPS.map((step) => (
          <li key={step}>
            <h2>{t(`first.${step}`)}</h2>
            <p>{t(`first.${step}.about`)}</p>
            {COMMANDS[step] ? (
              <code dir="ltr">{COMMANDS[step]}</code>
            ) : (
              <Link to="/add" className={css.go}>
                {t('first.go')}
              </Link>
            )}
          </li>
        ))}
      </ol>
      <p className={css.stays}>{t('first.stays')}</p>
    </div>
  )
}
