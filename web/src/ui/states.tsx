import type { ReactNode } from 'react'
import { RequestError } from '../api/client.ts'
import { SHELL } from '../app/words.ts'
import { useWords } from '../i18n/use-words.ts'
import { Button } from './button.tsx'
import css from './states.module.css'

/** What is shown where there is nothing else to show: empty, not found, finished. */
export function Note({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className={css.note}>
      <h2>{title}</h2>
      {hint ? <p>{hint}</p> : null}
      {children ? <div className={css.actions}>{children}</div> : null}
    </div>
  )
}

/** Grey bars in the shape of what comes. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const { t } = useWords(SHELL)
  return (
    <div className={css.loading} role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move
        <span key={i} className={css.bar} />
      ))}
    </div>
  )
}

/** What went wrong, as the server says it, and a way to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useWords(SHELL)
  const known = error instanceof RequestError ? error : null
  const offline = known?.code === 'offline'
  const title = offline ? t('state.offline') : t('state.failed')
  const message = offline ? t('state.offline.hint') : [known?.message ?? String(error), known?.hint].filter(Boolean).join(' ')
  return (
    <div role="alert">
      <Note title={title} hint={message}>
        {retry ? <Button onClick={retry}>{t('state.retry')}</Button> : null}
      </Note>
    </div>
  )
}
