import { Link, type LinkProps } from '@tanstack/react-router'
import type { EchoFamily, ReportCard } from '../../../../src/api/shapes.ts'
import { dayOf } from '../../../../src/export/dates.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Panel } from '../../ui/panel.tsx'
import css from './reports.module.css'
import { OVERVIEW } from './words.ts'

/** The reports published last. */
export function NewestPanel({ newest, total }: { newest: readonly ReportCard[]; total: number }) {
  const { t, number } = useWords(OVERVIEW)
  return (
    <Panel title={t('newest.title')} aside={<Link to="/reports">{t('more.all', { n: number(total) })}</Link>}>
      <ol className={css.list}>
        {newest.map((card) => (
          <li key={card.key}>
            <Card card={card} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Card({ card }: { card: ReportCard }) {
  const { t, label, date } = useWords(OVERVIEW)
  return (
    <>
      <Link to="/reports/$key" params={{ key: card.key }} className={css.title}>
        <bdi>{card.title ?? t('untitled')}</bdi>
      </Link>
      <p className={css.about}>
        <bdi>{card.outlet ?? t('no-outlet')}</bdi>
        <span>{card.published ? date(dayOf(card.published.edtf)) : t('undated')}</span>
        <span>{label('count.claims', { n: card.claims })}</span>
        {card.copyOf ? <span className={css.copy}>{t('copy')}</span> : null}
      </p>
    </>
  )
}

/** Families of reports that carry one text: how many outlets, how many origins. */
export function EchoesPanel({ echoes, copies }: { echoes: readonly EchoFamily[]; copies: number }) {
  const { t } = useWords(OVERVIEW)
  return (
    <div id="echoes" className={css.anchor}>
      <Panel title={t('echoes.title')} aside={copies > 0 ? t('echoes.copies', { count: copies }) : null}>
        {echoes.length === 0 ? <p className={css.none}>{t('echoes.none')}</p> : null}
        <ol className={css.list}>
          {echoes.map((family) => (
            <li key={family.first.key}>
              <Family family={family} />
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  )
}

function Family({ family: { first, copies, reports, unsigned, outlets, origins, origin } }: { family: EchoFamily }) {
  const { t, label } = useWords(OVERVIEW)
  const more = reports - 1 - copies.length - unsigned
  return (
    <>
      <p className={css.sums}>
        <b>{label('count.outlets', { n: outlets })}</b>
        {t('and')}
        <b data-one={origins <= 1}>{label('count.origins', { n: origins })}</b>
        {origin ? (
          <>
            {origins > 1 ? t('echoes.among') : t('colon')}
            <bdi>{origin}</bdi>
          </>
        ) : null}
      </p>
      <p className={css.role}>{t('echoes.first')}</p>
      <Card card={first} />
      {copies.length > 0 ? <p className={css.role}>{t('echoes.then')}</p> : null}
      <ul className={css.copies}>
        {copies.map((copy) => (
          <li key={copy.key}>
            <CopyLine copy={copy} />
          </li>
        ))}
        {unsigned > 0 ? (
          <li>
            <Link to="/reports" search={{ copiesOf: first.key } as LinkProps['search']}>
              {t('echoes.unsigned', { count: unsigned })}
            </Link>
          </li>
        ) : null}
      </ul>
      {more > 0 ? <p className={css.about}>{t('echoes.more', { count: more })}</p> : null}
    </>
  )
}

function CopyLine({ copy }: { copy: ReportCard }) {
  const { t, date } = useWords(OVERVIEW)
  return (
    <>
      <Link to="/reports/$key" params={{ key: copy.key }}>
        <bdi>{copy.outlet ?? copy.title ?? t('untitled')}</bdi>
      </Link>{' '}
      <span className={css.when}>{copy.published ? date(dayOf(copy.published.edtf)) : t('undated')}</span>
    </>
  )
}
