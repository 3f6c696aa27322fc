import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { RunView } from '../../../../src/api/shapes.ts'
import { send } from '../../api/client.ts'
import { forgetAnswers, overviewQuery } from '../../api/queries.ts'
import { hasEnded, useRuns } from '../../data/use-run.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { FailedItems, ReadItems } from './items.tsx'
import css from './runs.module.css'
import { sumOf } from './sums.ts'
import { ADD } from './words.ts'

interface RunsProps {
  ids: readonly string[]
  /** Files that have not been sent yet. */
  waiting: number
  onStop: () => void
  onClear: () => void
}

/** Additions of reports as one: how far they are, what failed, and at the end where to go on. */
export function Runs({ ids, waiting, onStop, onClear }: RunsProps) {
  const { t, lang } = useWords(ADD)
  const followed = useRuns(ids, lang)
  const views = followed.flatMap(({ run }) => run ?? [])
  const isOver = waiting === 0 && followed.every(hasEnded)
  const sums = sumOf(views, waiting)
  const items = views.flatMap((view) => view.items)
  useEffect(() => {
    if (isOver) void forgetAnswers()
  }, [isOver])
  const stop = (): void => {
    onStop()
    for (const [i, id] of ids.entries()) if (!hasEnded(followed[i]!)) void send<RunView>('DELETE', `/api/runs/${id}`).catch(() => undefined)
  }
  if (isOver && views.length === 0) return <Gone onClear={onClear} />
  return (
    <section className={css.runs} aria-labelledby="runs-title" data-over={isOver}>
      <header className={css.head}>
        <h2 id="runs-title">
          {isOver ? t(views.some(({ state }) => state === 'stopped') ? 'runs.stopped' : 'runs.done') : t('runs.reading')}
        </h2>
        {isOver ? (
          <Button tone="quiet" onClick={onClear}>
            {t('runs.clear')}
          </Button>
        ) : (
          <Button onClick={stop}>{t('runs.stop')}</Button>
        )}
      </header>
      <progress className={css.progress} value={sums.done} max={Math.max(sums.total, 1)} aria-label={t('runs.label')} />
      {sums.total > 0 ? <Sums sums={sums} isOver={isOver} /> : null}
      <FailedItems items={items} />
      {isOver ? <Onward items={items} /> : null}
      <ReadItems items={items} all={sums.done} />
    </section>
  )
}

function Sums({ sums: { done, total, added, known, failed }, isOver }: { sums: ReturnType<typeof sumOf>; isOver: boolean }) {
  const { t, number } = useWords(ADD)
  return (
    <p className={css.sums} role="status">
      <span>{t('runs.read', { done: number(done), count: total })}</span>
      <span>{t('runs.added', { count: added })}</span>
      {known > 0 ? <span>{t('runs.known', { count: known })}</span> : null}
      {failed > 0 ? (
        <span className={css.failed}>{t('runs.failed', { count: failed })}</span>
      ) : isOver ? (
        <span>{t('runs.none-failed')}</span>
      ) : null}
    </p>
  )
}

/** What to look at now. */
function Onward({ items }: { items: RunView['items'] }) {
  const { t } = useWords(ADD)
  const { data } = useQuery(overviewQuery)
  const only = items.length === 1 ? items[0]!.report : null
  return (
    <p className={css.onward}>
      <Link to="/" className={css.go}>
        {t('runs.overview')}
      </Link>
      {only ? (
        <Link to="/reports/$key" params={{ key: only }}>
          {t('runs.report')}
        </Link>
      ) : null}
      {data && data.counts.contested > 0 ? (
        <Link to="/compare" search={{ contested: 'true' }} className={css.contested}>
          {t('runs.contested', { count: data.counts.contested })}
        </Link>
      ) : null}
    </p>
  )
}

function Gone({ onClear }: { onClear: () => void }) {
  const { t } = useWords(ADD)
  return (
    <section className={css.runs} role="status">
      <p>{t('runs.gone')}</p>
      <Button tone="quiet" onClick={onClear}>
        {t('runs.clear')}
      </Button>
    </section>
  )
}
