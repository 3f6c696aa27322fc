import { Link } from '@tanstack/react-router'
import type { RunView } from '../../../../src/api/shapes.ts'
import { useWords } from '../../i18n/use-words.ts'
import css from './items.module.css'
import { labelOf } from './staging.ts'
import { ADD } from './words.ts'

type Item = RunView['items'][number]

/** Reports that could not be taken in: what went wrong, and what to do. */
export function FailedItems({ items }: { items: readonly Item[] }) {
  const { t } = useWords(ADD)
  const failed = items.filter(({ state }) => state === 'failed')
  if (failed.length === 0) return null
  return (
    <div className={css.failures}>
      <h3>{t('failed.title', { count: failed.length })}</h3>
      <ul>
        {failed.map(({ name, error }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none goes from the list
          <li key={`${name} ${i}`}>
            <bdi className={css.name}>{labelOf(name)}</bdi>
            <p dir="auto">{error?.message}</p>
            {error?.hint ? <p className={css.hint}>{error.hint}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

const MARKS: Record<Item['state'], string> = {
  waiting: 'M4 8h8',
  reading: 'M8 1.8a6.2 6.2 0 1 0 .01 0zM8 4.6V8l2.4 1.6',
  added: 'M3 8.5 6.5 12 13 4.5',
  known: 'M4 6h8M4 10h8',
  failed: 'M4 4l8 8M12 4l-8 8',
}

/** The reports of a run with what became of them; each leads to what was read off it. */
export function ReadItems({ items, all }: { items: readonly Item[]; all: number }) {
  const { t } = useWords(ADD)
  const shown = items.filter(({ state }) => state !== 'failed')
  const more = all - items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length
  if (shown.length === 0) return null
  return (
    <>
      <ul className={css.items}>
        {shown.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none goes from the list
          <li key={`${item.name} ${i}`} data-state={item.state}>
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className={css.mark}>
              <path d={MARKS[item.state]} />
            </svg>
            <ItemName item={item} />
            <ItemState item={item} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={css.hint}>{t('items.more', { count: more })}</p> : null}
    </>
  )
}

function ItemName({ item: { name, report } }: { item: Item }) {
  const label = <bdi className={css.name}>{labelOf(name)}</bdi>
  return report ? (
    <Link to="/reports/$key" params={{ key: report }}>
      {label}
    </Link>
  ) : (
    label
  )
}

function ItemState({ item: { state, claims } }: { item: Item }) {
  const { t, label } = useWords(ADD)
  return (
    <span className={css.state}>
      {t(`item.${state}`)}
      {claims === null ? null : <span>{label('count.claims', { n: claims })}</span>}
    </span>
  )
}
