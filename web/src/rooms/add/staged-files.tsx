import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Failed } from '../../ui/states.tsx'
import { sizeOf } from './size.ts'
import css from './staged-files.module.css'
import type { Hindrance, Staged } from './staging.ts'
import type { Sending } from './use-sending.ts'
import { ADD } from './words.ts'

/** Files named in a list; of more, how many they are. */
const NAMED = 100

interface StagedFilesProps {
  staged: readonly Staged[]
  limits: { bytes: number }
  sending: Sending
  onChange: (staged: readonly Staged[]) => void
  onSend: () => void
}

/** What is about to be added, what will be left out and why, and the button that adds it. */
export function StagedFiles({ staged, limits, sending, onChange, onSend }: StagedFilesProps) {
  const { t, lang } = useWords(ADD)
  const ready = staged.filter(({ hindrance }) => hindrance === null)
  const left = staged.filter(({ hindrance }) => hindrance !== null)
  const size = ready.reduce((sum, { file }) => sum + file.size, 0)
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {staged.length > 0 ? t('staged.said', { ready: ready.length, left: left.length }) : ''}
      </p>
      {sending.error ? <Failed error={sending.error} /> : null}
      {left.length > 0 ? <LeftOut left={left} limit={sizeOf(limits.bytes, lang)} onClear={() => onChange(ready)} /> : null}
      {ready.length > 0 ? (
        <section className={css.staged} aria-labelledby="staged-title">
          <header className={css.head}>
            <h2 id="staged-title">{t('staged.title', { count: ready.length })}</h2>
            <span className={css.size}>{sizeOf(size, lang)}</span>
            <Button tone="quiet" onClick={() => onChange([])} disabled={sending.isSending}>
              {t('staged.clear')}
            </Button>
            <Button tone="main" onClick={onSend} disabled={sending.isSending} data-key="send">
              {sending.isSending ? t('staged.sending') : t('staged.send', { count: ready.length })}
            </Button>
          </header>
          <FileList files={ready} onRemove={(file) => onChange(staged.filter((one) => one !== file))} />
        </section>
      ) : null}
    </>
  )
}

function FileList({ files, onRemove }: { files: readonly Staged[]; onRemove: (file: Staged) => void }) {
  const { t, lang } = useWords(ADD)
  return (
    <ul className={css.files}>
      {files.slice(0, NAMED).map((one) => (
        <li key={`${one.path} ${one.file.size}`}>
          <bdi className={css.path}>{one.path}</bdi>
          <span className={css.size}>{sizeOf(one.file.size, lang)}</span>
          <button type="button" className={css.remove} onClick={() => onRemove(one)} aria-label={t('staged.remove', { name: one.path })}>
            ×
          </button>
        </li>
      ))}
      {files.length > NAMED ? <li>{t('staged.more', { count: files.length - NAMED })}</li> : null}
    </ul>
  )
}

const REASONS: readonly Hindrance[] = ['too-large', 'binary', 'empty', 'type', 'hidden']

/** Files that are not sent, by why; what to do about it. */
function LeftOut({ left, limit, onClear }: { left: readonly Staged[]; limit: string; onClear: () => void }) {
  const { t } = useWords(ADD)
  return (
    <section className={css.left} aria-labelledby="left-title">
      <header className={css.head}>
        <h2 id="left-title">{t('left.title', { count: left.length })}</h2>
        <Button tone="quiet" onClick={onClear}>
          {t('left.clear')}
        </Button>
      </header>
      {REASONS.map((reason) => {
        const files = left.filter(({ hindrance }) => hindrance === reason)
        if (files.length === 0) return null
        return (
          <div key={reason} className={css.reason}>
            <h3>{t(`left.${reason}`, { limit })}</h3>
            <p>{t(`left.${reason}.hint`)}</p>
            <ul>
              {files.slice(0, NAMED).map(({ path, file }) => (
                <li key={`${path} ${file.size}`}>
                  <bdi>{path}</bdi>
                </li>
              ))}
              {files.length > NAMED ? <li>{t('staged.more', { count: files.length - NAMED })}</li> : null}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
