import { useWords } from '../../i18n/use-words.ts'
import css from './badge.module.css'
import { PAGE_PALETTE } from './palette.ts'
import { COMPARE } from './words.ts'

/** The number of an origin on its colour, as in the chart. */
export function Badge({ origin }: { origin: number }) {
  const { number } = useWords(COMPARE)
  return (
    <span className={css.badge} style={{ background: PAGE_PALETTE.origin(origin) }}>
      {number(origin + 1)}
    </span>
  )
}

/** An origin by number and name. */
export function OriginName({ origin, name }: { origin: number; name: string | null }) {
  const { t } = useWords(COMPARE)
  return (
    <span className={css.origin}>
      <Badge origin={origin} />
      {name === null ? <span className={css.unnamed}>{t('origin.unnamed')}</span> : <bdi>{name}</bdi>}
    </span>
  )
}
