import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { forgetAnswers } from '../../api/queries.ts'
import { useRuns } from '../../data/use-run.ts'
import { useWords } from '../../i18n/use-words.ts'
import css from './reading-bar.module.css'
import { OVERVIEW } from './words.ts'

/** How often, in milliseconds, the page takes in what a run has added so far. */
const REFRESH_MS = 4000

/** Says that reports are being read at the moment, and keeps the page up with them. */
export function ReadingBar({ run: id }: { run: string }) {
  const { t, lang, number } = useWords(OVERVIEW)
  const run = useRuns([id], lang)[0]?.run
  const isRunning = run?.state === 'running'
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => void forgetAnswers(), REFRESH_MS)
    return () => {
      clearInterval(timer)
      void forgetAnswers()
    }
  }, [isRunning])
  if (!run || !isRunning) return null
  return (
    <div className={css.bar} role="status">
      <progress value={run.done} max={Math.max(run.total, 1)} aria-label={t('reading.label')} />
      <span>{t('reading.now', { done: number(run.done), count: run.total })}</span>
      <Link to="/add" search={{ run: id }}>
        {t('reading.see')}
      </Link>
    </div>
  )
}
