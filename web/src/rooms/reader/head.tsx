import { Link } from '@tanstack/react-router'
import type { ReportCard, ReportDetail } from '../../../../src/api/shapes.ts'
import { SHELL } from '../../app/words.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import css from './head.module.css'
import { useReader } from './looking.ts'
import { Warnings } from './warnings.tsx'
import { READER } from './words.ts'

/** Who published the report, when, and how that is known; what was withheld; what the reader was warned of. */
export function Head() {
  const { t } = useWords(READER)
  const shell = useWords(SHELL).t
  const { detail } = useReader()
  const hasTitle = detail.reading.report.blocks.some(({ kind }) => kind === 'title')
  return (
    <header className={css.head}>
      <div className={css.top}>
        <Link to="/reports" className={css.back}>
          {t('reports.title')}
        </Link>
        <Button tone="quiet" onClick={() => window.print()}>
          {shell('print')}
        </Button>
      </div>
      {hasTitle ? null : (
        <h1 className={css.title}>
          <bdi>{detail.card.title ?? shell('untitled')}</bdi>
        </h1>
      )}
      <Facts detail={detail} />
      <Withheld masked={detail.masked} />
      <Warnings warnings={detail.reading.warnings} language={detail.card.language} />
    </header>
  )
}

function Facts({ detail }: { detail: ReportDetail }) {
  const { t, date, label } = useWords(READER)
  const shell = useWords(SHELL).t
  const { card, reading } = detail
  const { credits, byline, updated } = reading.report
  return (
    <ul className={css.facts}>
      <li className={css.outlet} data-known={card.outlet !== null}>
        <bdi>{card.outlet ?? shell('chain.no-outlet')}</bdi>
      </li>
      <li>
        <Published card={card} />
      </li>
      {updated ? <li>{t('updated', { date: date(updated.edtf) })}</li> : null}
      {credits.length > 0 ? (
        <li>
          {t('credited')} <Names names={credits.map(({ text }) => text)} />
        </li>
      ) : null}
      {byline ? (
        <li>
          {t('byline')} <bdi>{byline}</bdi>
        </li>
      ) : null}
      {card.copyOf ? (
        <li className={css.copy}>
          <CopyOf card={card} first={detail.copies.find(({ other }) => other.key === card.copyOf)?.other} />
        </li>
      ) : null}
      <li className="visually-hidden">{label('count.claims', { n: detail.claims.length })}</li>
    </ul>
  )
}

/** When a report was published and how that is known. */
export function Published({ card: { published } }: { card: ReportCard }) {
  const { date, label } = useWords(READER)
  const shell = useWords(SHELL).t
  if (!published) return <span className={css.undated}>{shell('undated')}</span>
  return (
    <>
      <time dateTime={published.edtf}>{date(published.edtf)}</time> <span className={css.basis}>({label(`basis.${published.basis}`)})</span>
    </>
  )
}

function Names({ names }: { names: readonly string[] }) {
  const { t } = useWords(READER)
  return names.map((name, i) => (
    <span key={name}>
      {i > 0 ? t('comma') : null}
      <bdi>{name}</bdi>
    </span>
  ))
}

function CopyOf({ card, first }: { card: ReportCard; first: ReportCard | undefined }) {
  const { t } = useWords(READER)
  const shell = useWords(SHELL).t
  return (
    <>
      {t('copy-of')}{' '}
      <Link to="/reports/$key" params={{ key: card.copyOf! }}>
        <bdi>{first ? [first.title ?? shell('untitled'), first.outlet].filter(Boolean).join(' · ') : t('copy-of.first')}</bdi>
      </Link>
    </>
  )
}

function Withheld({ masked: { people, contacts, counts } }: { masked: ReportDetail['masked'] }) {
  const { t } = useWords(READER)
  const parts = [
    people > 0 ? t('withheld.people', { count: people }) : '',
    contacts > 0 ? t('withheld.contacts', { count: contacts }) : '',
    counts > 0 ? t('withheld.counts', { count: counts }) : '',
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  return (
    <p className={css.withheld}>
      <b>{t('withheld')}</b> {parts.join(t('comma'))}
    </p>
  )
}
