import { useWords } from '../../i18n/use-words.ts'
import { useLooking, useReader } from './looking.ts'
import { SHOWABLE, type Showable } from './model/show.ts'
import css from './toolbar.module.css'
import { READER } from './words.ts'

/** Key that switches each of them. */
export const keyOf = (kind: Showable): string => (kind === 'claims' ? '0' : String(SHOWABLE.indexOf(kind) + 1))

/** Legend of the underlines, each with a switch; and the way through the claims. */
export function Toolbar({ toggle, step }: { toggle: (kind: Showable) => void; step: (by: 1 | -1) => void }) {
  const { t } = useWords(READER)
  const { shown, index } = useReader()
  const kinds = SHOWABLE.filter((kind) => kind !== 'claims' || index.claims.length > 0)
  return (
    <div className={css.bar} role="toolbar" aria-label={t('legend')}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={css.kind}
          aria-pressed={shown.has(kind)}
          onClick={() => toggle(kind)}
          aria-keyshortcuts={keyOf(kind)}
        >
          <span className={css.sample} data-sample={kind}>
            {t(`kind.${kind}`)}
          </span>
          <kbd className={css.key}>{keyOf(kind)}</kbd>
        </button>
      ))}
      {index.claims.length > 0 ? <Steps step={step} /> : null}
    </div>
  )
}

function Steps({ step }: { step: (by: 1 | -1) => void }) {
  const { t } = useWords(READER)
  const { index } = useReader()
  const at = useLooking(({ current, pinned }) => index.byId.get(current ?? pinned ?? '')?.number ?? 0)
  const total = index.claims.length
  return (
    <div className={css.steps}>
      <button
        type="button"
        className={css.step}
        onClick={() => step(-1)}
        disabled={at === 1}
        aria-label={t('step.previous')}
        aria-keyshortcuts="k"
      >
        <StepIcon down={false} />
      </button>
      <span className={css.at}>{at === 0 ? t('claims', { count: total }) : t('step.at', { at, count: total })}</span>
      <button
        type="button"
        className={css.step}
        onClick={() => step(1)}
        disabled={at === total}
        aria-label={t('step.next')}
        aria-keyshortcuts="j"
      >
        <StepIcon down />
      </button>
    </div>
  )
}

const StepIcon = ({ down }: { down: boolean }) => (
  <svg
    viewBox="0 0 12 12"
    width="12"
    height="12"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={down ? 'M2 4l4 4 4-4' : 'M2 8l4-4 4 4'} />
  </svg>
)
