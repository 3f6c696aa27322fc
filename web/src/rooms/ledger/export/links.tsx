import type { ClaimQuery } from '../../../../../src/api/shapes.ts'
import { queryOf } from '../../../api/client.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LEDGER } from '../words.ts'
import css from './export.module.css'

const FORMATS = { csv: 'csv', json: 'jsonl' } as const

/** The claims that are listed, as files. */
export function ExportLinks({ query }: { query: ClaimQuery }) {
  const { t, lang } = useWords(LEDGER)
  return (
    <span className={css.links}>
      <span id="ledger-export">{t('export')}</span>
      {Object.entries(FORMATS).map(([name, format]) => (
        <a key={format} href={`/api/export?${queryOf({ format, lang, ...query })}`} download aria-label={t(`export.${name}.about`)}>
          {t(`export.${name}`)}
        </a>
      ))}
    </span>
  )
}
