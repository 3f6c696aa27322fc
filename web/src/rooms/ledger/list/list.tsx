// biome-ignore-all lint/a11y/useSemanticElements: a table's own elements cannot be placed by hand among a million rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row; cells are not walked
import { type CSSProperties, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import type { Ledger } from '../state/use-ledger.ts'
import { LEDGER } from '../words.ts'
import { useLayout } from './layout.ts'
import css from './list.module.css'
import { Row, rowId } from './row.tsx'
import { type Shown, useClaims } from './use-claims.ts'
import { useListKeys } from './use-list-keys.ts'
import { useWindow } from './use-window.ts'
import { barHeight, rowsInView } from './window.ts'

const COLUMNS = ['pick', 'what', 'figure', 'who', 'when', 'sentence', 'chain'] as const

/** All claims that fit, only those in view drawn. A grid for whoever hears it: rows are numbered among all of them. */
export function List({ shown, ledger, isStale }: { shown: Shown; ledger: Ledger; isStale: boolean }) {
  const { t } = useWords(LEDGER)
  const scrolled = useRef<HTMLDivElement>(null)
  const { layout, rowHeight, view } = useLayout(scrolled)
  const extent = useMemo(() => ({ rows: shown.total, rowHeight, view }), [shown.total, rowHeight, view])
  const { drawn, put, show } = useWindow(scrolled, extent)
  const { claimAt, broken, retry } = useClaims(shown, drawn.last < drawn.first ? null : drawn)
  const { place, go, arrival } = ledger
  const active = place.row === null ? null : Math.min(place.row, shown.total) - 1
  const picked = useMemo(() => new Set(place.picked), [place.picked])
  const keys = useListKeys({ ledger, total: shown.total, screen: rowsInView(extent), keyOf: (row) => claimAt(row)?.key, grid: scrolled })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, or another address, begins at its own row
  useLayoutEffect(() => {
    if (view === 0) return
    if (active === null) put(0)
    else show(active)
  }, [shown.key, arrival, view > 0])
  useEffect(() => {
    if (active !== null) show(active)
  }, [active, show])

  /** A link leads away: the way back leads to its row. */
  const press = (event: MouseEvent): void => {
    const link = (event.target as HTMLElement).closest('a')
    if (!link) return
    go({ row: Number(link.closest<HTMLElement>('[data-row]')?.dataset.row) + 1 })
    ledger.settle()
  }
  const click = (event: MouseEvent): void => {
    const target = event.target as HTMLElement
    const row = Number(target.closest<HTMLElement>('[data-row]')?.dataset.row ?? Number.NaN)
    if (Number.isNaN(row) || target.closest('a')) return
    if (target.closest('[data-pick]')) keys.pick(row)
    else go({ row: row + 1, ...(String(getSelection()) === '' ? { claim: claimAt(row)?.key ?? '' } : {}) })
  }
  const rows = Array.from({ length: Math.max(0, drawn.last - drawn.first + 1) }, (_, i) => drawn.first + i)
  return (
    <div className={css.room} data-stale={isStale}>
      {broken ? (
        <p className={css.broken} role="alert">
          {t('failed.rows')} <Button onClick={() => void retry()}>{t('retry')}</Button>
        </p>
      ) : null}
      <div
        ref={scrolled}
        className={css.scrolled}
        data-layout={layout}
        data-testid="claims"
        role="grid"
        tabIndex={0}
        aria-label={t('list.label')}
        aria-rowcount={shown.total + 1}
        aria-colcount={COLUMNS.length}
        aria-multiselectable="true"
        aria-busy={isStale}
        aria-activedescendant={active !== null && active >= drawn.first && active <= drawn.last ? rowId(active) : undefined}
        onKeyDown={keys.hear}
        onPointerDown={press}
        onClick={click}
      >
        <div role="rowgroup" className={css.head}>
          <div role="row" aria-rowindex={1} className={css.columns}>
            {COLUMNS.map((name, i) => (
              <span key={name} role="columnheader" aria-colindex={i + 1} data-column={name}>
                {name === 'pick' ? <span className="visually-hidden">{t('column.pick')}</span> : t(`column.${name}`)}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={css.body} style={{ '--height': `${barHeight(extent)}px` } as CSSProperties}>
          {rows.map((row) => (
            <Row
              key={row}
              row={row}
              top={row * rowHeight - drawn.shift}
              height={rowHeight}
              claim={claimAt(row)}
              isActive={row === active}
              isPicked={picked.has(row + 1)}
            />
          ))}
        </div>
      </div>
      <p className={css.printed}>{t('row.printed', { from: drawn.first + 1, to: drawn.last + 1, total: shown.total })}</p>
    </div>
  )
}
