import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { ReportCard } from '../../../../src/api/shapes.ts'
import { claimsAt } from '../../app/search.ts'
import { SHELL } from '../../app/words.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Published } from './head.tsx'
import { fileName } from './original.tsx'
import css from './reports.module.css'
import { READER } from './words.ts'

/** One report: title, outlet, date and how it is known, what was found in it. */
export const ReportRow = memo(function ReportRow({ card, titleOf }: { card: ReportCard; titleOf: (key: string) => ReportCard | null }) {
  const { t } = useWords(READER)
  const shell = useWords(SHELL).t
  const { key, title, outlet, path, claims, findings, copyOf, language } = card
  return (
    <li className={css.row}>
      <h2 className={css.title} lang={language}>
        <Link to="/reports/$key" params={{ key }} data-row>
          <bdi>{title ?? shell('untitled')}</bdi>
        </Link>
      </h2>
      <p className={css.facts}>
        <bdi className={css.outlet} data-known={outlet !== null}>
          {outlet ?? shell('chain.no-outlet')}
        </bdi>
        <span>
          <Published card={card} />
        </span>
        {outlet ? null : <bdi className={css.path}>{fileName(path)}</bdi>}
        {copyOf ? <CopyOf copyOf={copyOf} first={titleOf(copyOf)} /> : null}
      </p>
      <p className={css.counts}>
        {claims > 0 ? (
          <Link {...claimsAt({ report: key })}>{t('claims', { count: claims })}</Link>
        ) : (
          <span>{t('claims', { count: 0 })}</span>
        )}
        {findings > 0 ? (
          <Link to="/reports/$key" params={{ key }} search={{ panel: 'findings' }} className={css.findings}>
            {t('findings', { count: findings })}
          </Link>
        ) : null}
      </p>
    </li>
  )
})

function CopyOf({ copyOf, first }: { copyOf: string; first: ReportCard | null }) {
  const { t } = useWords(READER)
  const shell = useWords(SHELL).t
  return (
    <span className={css.copy}>
      {t('copy-of')}{' '}
      <Link to="/reports/$key" params={{ key: copyOf }}>
        <bdi>{first ? (first.outlet ?? first.title ?? shell('untitled')) : t('copy-of.first')}</bdi>
      </Link>
    </span>
  )
}
