// biome-ignore-all lint/a11y/useSemanticElements: a table's own elements cannot be placed by hand among a million rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row; cells are not walked
import { Link } from '@tanstack/react-router'
import { type CSSProperties, memo, type ReactNode } from 'react'
import type { ClaimView } from '../../../../../src/api/shapes.ts'
import { Evidence } from '../../../data/evidence.tsx'
import { Figure } from '../../../data/figure.tsx'
import { ClaimType } from '../../../data/types.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { placeName, roleLabel, roleName } from '../labels.ts'
import { LEDGER } from '../words.ts'
import { ChainLines } from './chain-lines.tsx'
import { excerpt } from './excerpt.ts'
import css from './row.module.css'

export const rowId = (row: number): string => `claim-${row + 1}`

/** Roles shown in a row; the panel has all of them. */
const ROLES = 3

export interface RowProps {
  /** Counted from 0 among all claims that fit. */
  row: number
  /** Pixels. */
  top: number
  height: number
  /** Undefined while it is on its way. */
  claim: ClaimView | undefined
  isActive: boolean
  isPicked: boolean
}

/** A claim on its line, or its place while it is on its way. */
export const Row = memo(function Row({ row, top, height, claim, isActive, isPicked }: RowProps) {
  return (
    <div
      id={rowId(row)}
      role="row"
      className={css.row}
      aria-rowindex={row + 2}
      aria-selected={isPicked}
      data-active={isActive}
      data-row={row}
      style={{ '--top': `${top}px`, '--height': `${height}px` } as CSSProperties}
    >
      {claim ? <Cells claim={claim} row={row} isPicked={isPicked} /> : <Coming row={row} />}
    </div>
  )
})

function Cell({ name, column, children }: { name: string; column: number; children: ReactNode }) {
  return (
    <div role="gridcell" aria-colindex={column} className={css[name]} data-pick={name === 'pick' ? '' : undefined}>
      {children}
    </div>
  )
}

function Coming({ row }: { row: number }) {
  const { t } = useWords(LEDGER)
  return (
    <div role="gridcell" aria-colindex={1} className={css.coming}>
      <span className="visually-hidden">{t('row.loading', { n: row + 1 })}</span>
      <span className={css.bar} />
      <span className={css.bar} />
      <span className={css.bar} />
    </div>
  )
}

const Cells = memo(function Cells({ claim, row, isPicked }: { claim: ClaimView; row: number; isPicked: boolean }) {
  const { t } = useWords(LEDGER)
  return (
    <>
      <Cell name="pick" column={1}>
        <input type="checkbox" tabIndex={-1} checked={isPicked} readOnly aria-label={t('row.pick', { n: row + 1 })} />
      </Cell>
      <Cell name="what" column={2}>
        <ClaimType type={claim.type} modality={claim.modality} />
        <Contested claim={claim} />
      </Cell>
      <Cell name="figure" column={3}>
        {claim.figure ? <Figure figure={claim.figure} /> : null}
      </Cell>
      <Cell name="who" column={4}>
        <Who roles={claim.roles} />
      </Cell>
      <Cell name="when" column={5}>
        <When claim={claim} />
      </Cell>
      <Cell name="sentence" column={6}>
        <Evidence evidence={excerpt(claim.evidence)} lines={2} />
      </Cell>
      <Cell name="chain" column={7}>
        <ChainLines chain={claim.chain} published={claim.published} />
      </Cell>
    </>
  )
})

/** Leads to the figures that it stands against. */
function Contested({ claim: { contested, measure } }: { claim: ClaimView }) {
  const { t } = useWords(LEDGER)
  if (!contested || measure === null) return null
  return (
    <Link to="/compare/$measure" params={{ measure }} className={css.contested} tabIndex={-1} title={t('row.contested.about')}>
      {t('row.contested')}
    </Link>
  )
}

function Who({ roles }: Pick<ClaimView, 'roles'>) {
  const words = useWords(LEDGER)
  return roles.slice(0, ROLES).map((one) => (
    <span key={`${one.role} ${one.text}`} className={css.role}>
      <span className={css.roleLabel}>{roleLabel(one.role, words)}</span>
      <bdi className={css.name} title={roleName(one, words.lang)}>
        {roleName(one, words.lang)}
      </bdi>
    </span>
  ))
}

function When({ claim: { time, place } }: { claim: ClaimView }) {
  const { t, lang, date } = useWords(LEDGER)
  return (
    <>
      <span className={css.time} data-known={time !== null}>
        {time === null ? t('row.undated') : <bdi>{date(time)}</bdi>}
      </span>
      {place ? <bdi className={css.place}>{placeName(place, lang)}</bdi> : null}
    </>
  )
}
