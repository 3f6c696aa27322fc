import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from './badge.tsx'
import css from './rank.module.css'
import { fullRank, moved } from './state.ts'
import { COMPARE } from './words.ts'

/** The order in which sources are believed, changed by drag, by buttons or by keys. */
export function Rank({ detail, rank, onRank }: { detail: MeasureDetail; rank: readonly string[]; onRank: (rank: string[]) => void }) {
  const { t } = useWords(COMPARE)
  const named = detail.origins.flatMap(({ key }) => key ?? [])
  const order = fullRank(rank, named)
  const [said, say] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const dragged = useRef<number | null>(null)
  const nameOf = (key: string): string => detail.origins.find((origin) => origin.key === key)?.name ?? key
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= order.length || to === from) return
    onRank(moved(order, from, to))
    say(t('rank.moved', { name: nameOf(order[from]!), place: to + 1, total: order.length }))
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>(':scope > li')[to]?.focus())
  }
  if (order.length === 0) return <p className={css.hint}>{t('rank.none')}</p>
  return (
    <>
      <ol ref={list} className={css.rank} aria-label={t('rank.label')}>
        {order.map((key, i) => (
          <Source
            key={key}
            name={nameOf(key)}
            origin={detail.origins.findIndex((origin) => origin.key === key)}
            isFirst={i === 0}
            isLast={i === order.length - 1}
            onMove={(by) => move(i, i + by)}
            onDrag={() => {
              dragged.current = i
            }}
            onDrop={() => dragged.current !== null && move(dragged.current, i)}
          />
        ))}
      </ol>
      <p className={css.hint}>{t('rank.hint')}</p>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  )
}

interface SourceProps {
  name: string
  origin: number
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onDrag: () => void
  onDrop: () => void
}

function Source({ name, origin, isFirst, isLast, onMove, onDrag, onDrop }: SourceProps) {
  const { t } = useWords(COMPARE)
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined
    if (!by) return
    event.preventDefault()
    onMove(by)
  }
  const over = (event: DragEvent): void => event.preventDefault()
  return (
    <li
      draggable
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Alt with arrows moves what has the focus
      tabIndex={0}
      className={css.source}
      onKeyDown={onKeyDown}
      onDragStart={onDrag}
      onDragOver={over}
      onDrop={onDrop}
    >
      <Badge origin={origin} />
      <bdi className={css.name}>{name}</bdi>
      <button type="button" disabled={isFirst} onClick={() => onMove(-1)} aria-label={t('rank.up', { name })}>
        ↑
      </button>
      <button type="button" disabled={isLast} onClick={() => onMove(1)} aria-label={t('rank.down', { name })}>
        ↓
      </button>
    </li>
  )
}
