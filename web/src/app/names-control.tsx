import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Settings } from '../../../src/api/shapes.ts'
import { send } from '../api/client.ts'
import { forgetAnswers, settingsQuery } from '../api/queries.ts'
import { useWords } from '../i18n/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Failed } from '../ui/states.tsx'
import css from './names-control.module.css'
import { SHELL } from './words.ts'

/** Says whether private names are withheld, and lets the desk's user lift that for a reason which is kept. */
export function NamesControl() {
  const { t, date } = useWords(SHELL)
  const { data } = useQuery(settingsQuery)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const change = useMutation({
    mutationFn: (why: string | null) =>
      why === null ? send<Settings>('DELETE', '/api/settings/names') : send<Settings>('PUT', '/api/settings/names', { reason: why }),
    onSuccess: async () => {
      setOpen(false)
      setReason('')
      await forgetAnswers()
    },
  })
  const revealed = data?.revealed ?? null
  return (
    <>
      <button type="button" className={css.control} data-shown={revealed !== null} onClick={() => setOpen(true)}>
        <svg
          viewBox="0 0 24 24"
          width="18"
          height="18"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        >
          <path d="M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6z" />
          {revealed ? <circle cx="12" cy="12" r="2.6" /> : <path d="M4 20 20 4" />}
        </svg>
        <span>{revealed ? t('names.shown') : t('names.withheld')}</span>
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={t('names.title')} close={t('help.close')}>
        <p>{t('names.about')}</p>
        {revealed ? (
          <div className={css.form}>
            <p>{t('names.since', { at: date(revealed.at.slice(0, 10)), reason: revealed.reason })}</p>
            <Button tone="main" onClick={() => change.mutate(null)}>
              {t('names.withhold')}
            </Button>
          </div>
        ) : (
          <form
            className={css.form}
            onSubmit={(event) => {
              event.preventDefault()
              change.mutate(reason)
            }}
          >
            <label>
              <span>{t('names.reason')}</span>
              <input dir="auto" required value={reason} onChange={(event) => setReason(event.target.value)} />
              <small>{t('names.reason.hint')}</small>
            </label>
            <Button type="submit" disabled={reason.trim() === '' || change.isPending}>
              {t('names.lift')}
            </Button>
          </form>
        )}
        {change.error ? <Failed error={change.error} /> : null}
      </Dialog>
    </>
  )
}
