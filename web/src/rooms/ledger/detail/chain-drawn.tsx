import type { ChainView } from '../../../../../src/api/shapes.ts'
import { SHELL } from '../../../app/words.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LEDGER } from '../words.ts'
import css from './chain-drawn.module.css'

/** The chain from the outlet down to the origin, a step a line: what each is, and what it does with what it heard. */
export function ChainDrawn({ chain }: { chain: readonly ChainView[] }) {
  const { t } = useWords(LEDGER)
  return (
    <ol className={css.chain}>
      {chain.map((hop, i) => (
        <li key={`${hop.kind} ${hop.span?.start ?? i} ${hop.text}`} data-origin={hop.origin} data-named={hop.named}>
          {i > 0 ? <span className={css.from}>{t('chain.from')}</span> : null}
          <Step hop={hop} />
        </li>
      ))}
    </ol>
  )
}

function Step({ hop }: { hop: ChainView }) {
  const { t, label } = useWords(LEDGER)
  const shell = useWords(SHELL)
  const marks = [
    t(`chain.${hop.kind}`),
    hop.act ? label(`act.${hop.act}`) : '',
    hop.named || hop.kind === 'outlet' ? '' : shell.t('chain.unnamed'),
  ]
  return (
    <span className={css.step}>
      <svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true" className={css.mark}>
        {hop.origin ? (
          <path d="M0 -6 6 0 0 6 -6 0z" fill="currentColor" />
        ) : (
          <circle r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />
        )}
      </svg>
      <bdi className={css.name}>{hop.text || shell.t('chain.no-outlet')}</bdi>
      {hop.origin ? <span className={css.origin}>{shell.t('chain.origin')}</span> : null}
      <small className={css.kind}>{marks.filter(Boolean).join(' · ')}</small>
    </span>
  )
}
