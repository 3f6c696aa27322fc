import type { ChainView } from '../../../src/api/shapes.ts'
import { SHELL } from '../app/words.ts'
import { useWords } from '../i18n/use-words.ts'
import css from './chain.module.css'

/** outlet ← newspaper ← institute: each arrow points at whoever took it over. `onHop` lets a reader light up where a source is named. */
export function Chain({ chain, onHop }: { chain: readonly ChainView[]; onHop?: (hop: ChainView | null) => void }) {
  const { t, label } = useWords(SHELL)
  return (
    <ol className={css.chain} aria-label={t('chain.label')}>
      {chain.map((hop, i) => (
        <li key={`${hop.kind} ${hop.span?.start ?? i} ${hop.text}`} className={css.step}>
          {i > 0 ? <Arrow /> : null}
          <span
            className={css.hop}
            data-kind={hop.kind}
            data-named={hop.named}
            data-origin={hop.origin}
            title={hop.act && hop.act !== 'say' ? label(`act.${hop.act}`) : undefined}
            onPointerEnter={onHop ? () => onHop(hop) : undefined}
            onPointerLeave={onHop ? () => onHop(null) : undefined}
          >
            <bdi>{hop.text || t('chain.no-outlet')}</bdi>
            {hop.origin ? <span className="visually-hidden"> ({t('chain.origin')})</span> : null}
            {!hop.named && hop.kind === 'hop' ? <span className="visually-hidden"> ({t('chain.unnamed')})</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Arrow() {
  return (
    <span className={css.arrow} aria-hidden="true">
      <svg
        aria-hidden="true"
        viewBox="0 0 16 10"
        width="16"
        height="10"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M15 5H1.5M5 1.5 1.5 5 5 8.5" />
      </svg>
    </span>
  )
}
