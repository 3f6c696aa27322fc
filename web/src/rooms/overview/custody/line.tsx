import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ClaimView, CustodyLine } from '../../../../../src/api/shapes.ts'
import { dayOf } from '../../../../../src/export/dates.ts'
import { formatBounds, nationalityLabel, populationLabel } from '../../../../../src/export/figures.ts'
import { Chain } from '../../../data/chain.tsx'
import { Evidence } from '../../../data/evidence.tsx'
import { nameIn } from '../../../data/names.ts'
import { reportAt } from '../../../data/report-at.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { OVERVIEW } from '../words.ts'
import css from './custody.module.css'
import { chainsOf, figuresOf } from './lines.ts'

interface LineProps {
  line: CustodyLine
  open: boolean
  /** It is printed, and shown once all lines are asked for. */
  later: boolean
  onToggle: () => void
}

/** A line of the custody table, and under it the sentences it is made of. */
export function Line({ line, open, later, onToggle }: LineProps) {
  const { t, lang, label, date } = useWords(OVERVIEW)
  const whom = [
    line.population ? populationLabel(line.population, label) : null,
    line.nationality ? nationalityLabel(line.nationality, lang, label) : null,
  ].filter((part) => part !== null)
  return (
    <>
      <tr className={css.line} data-open={open} data-later={later}>
        <Cell name="holder">
          <button type="button" className={css.toggle} aria-expanded={open} onClick={onToggle}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" className={css.caret}>
              <path
                d="M2 3.5 5 6.5 8 3.5"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.6"
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </svg>
            <span>
              {line.custodian ? (
                <bdi>{nameIn(lang, { name: line.custodian, nameAr: line.custodianAr })}</bdi>
              ) : (
                <i className={css.unknown}>{t('custody.no-holder')}</i>
              )}
              <span className="visually-hidden">{t('custody.sentences')}</span>
            </span>
          </button>
        </Cell>
        <Cell name="whom">{whom.length > 0 ? whom.join(t('comma')) : <i className={css.unknown}>{t('custody.no-one')}</i>}</Cell>
        <Cell name="where">
          {line.place ? <bdi>{nameIn(lang, line.place)}</bdi> : <i className={css.unknown}>{t('custody.no-place')}</i>}
        </Cell>
        <Cell name="figures">
          <Figures claims={figuresOf(line)} />
        </Cell>
        <Cell name="as-of">
          {line.asOf ? <AsOf asOf={line.asOf} date={date} /> : <i className={css.unknown}>{t('custody.no-date')}</i>}
        </Cell>
        <Cell name="says">
          <Chain chain={line.claims[0]?.chain ?? []} />
          <Others line={line} />
        </Cell>
      </tr>
      {open ? (
        <tr className={css.sentences}>
          <td colSpan={6}>
            <Sentences line={line} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** On a phone a line is a card: what stands in its cells says itself what it is, but for the chain. */
function Cell({ name, children }: { name: 'holder' | 'whom' | 'where' | 'figures' | 'as-of' | 'says'; children: ReactNode }) {
  const { t } = useWords(OVERVIEW)
  return (
    <td data-cell={name}>
      {name === 'says' ? (
        <span className={css.column} aria-hidden="true">
          {t('custody.says')}
        </span>
      ) : null}
      <div>{children}</div>
    </td>
  )
}

function AsOf({ asOf: { edtf, basis }, date }: { asOf: NonNullable<CustodyLine['asOf']>; date: (edtf: string) => string }) {
  const { t } = useWords(OVERVIEW)
  return basis === 'stated' ? (
    <bdi>{date(dayOf(edtf))}</bdi>
  ) : (
    <span className={css.reported}>{t('custody.reported', { date: date(dayOf(edtf)) })}</span>
  )
}

function Figures({ claims }: { claims: readonly ClaimView[] }) {
  const { t, lang, label } = useWords(OVERVIEW)
  if (claims.length === 0) return <i className={css.unknown}>{t('custody.no-figure')}</i>
  return (
    <ul className={css.figures}>
      {claims.map(({ key, figure, contested }) => (
        <li key={key}>
          <Link {...reportAt(key)} className={css.figure} data-contested={contested}>
            {formatBounds(figure!, lang, label)}
          </Link>
          {contested ? <span className={css.contested}>{t('custody.contested')}</span> : null}
        </li>
      ))}
    </ul>
  )
}

/** How many chains there are beside the one shown. */
function Others({ line }: { line: CustodyLine }) {
  const { t } = useWords(OVERVIEW)
  const others = chainsOf(line) - 1
  return others > 0 ? <span className={css.others}>{t('custody.others', { count: others })}</span> : null
}

function Sentences({ line }: { line: CustodyLine }) {
  const { t, date } = useWords(OVERVIEW)
  const more = line.count - line.claims.length
  return (
    <>
      <ul className={css.claims}>
        {line.claims.map((claim) => (
          <li key={claim.key}>
            <Evidence evidence={claim.evidence} />
            <div className={css.source}>
              <Chain chain={claim.chain} />
              <Link {...reportAt(claim.key)} className={css.report}>
                <bdi>{claim.title ?? t('untitled')}</bdi>
                {claim.published ? <span className={css.published}> {date(dayOf(claim.published))}</span> : null}
              </Link>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={css.unknown}>{t('custody.repeated', { count: more })}</p> : null}
    </>
  )
}
