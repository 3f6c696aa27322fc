import type { ChainView, ClaimView } from '../../../../../src/api/shapes.ts'
import { SHELL } from '../../../app/words.ts'
import { useWords } from '../../../i18n/use-words.ts'
import css from './chain-lines.module.css'
import { LINES, linesOf } from './lines-of.ts'

/** The outlet, whom it names on the way, the origin among them: a line each, and the day of the report where there is room for it. */
export function ChainLines({ chain, published }: Pick<ClaimView, 'chain' | 'published'>) {
  const { t, date, number } = useWords(SHELL)
  const { lines, left } = linesOf(chain)
  const day = <small className={css.date}>{published === null ? t('undated') : <bdi>{date(published.slice(0, 10))}</bdi>}</small>
  return (
    <ol className={css.chain} aria-label={t('chain.label')}>
      {lines.map((hop, i) => (
        <li key={`${hop.kind} ${hop.span?.start ?? i} ${hop.text}`}>
          {i > 0 ? <Arrow /> : null}
          <Step hop={hop} />
          {i === 1 && left > 0 ? <small className={css.left}>+{number(left)}</small> : null}
          {i === 0 && lines.length === LINES ? day : null}
        </li>
      ))}
      {lines.length < LINES ? <li>{day}</li> : null}
    </ol>
  )
}

function Step({ hop }: { hop: ChainView }) {
  const { t } = useWords(SHELL)
  return (
    <>
      <bdi className={css.hop} data-origin={hop.origin} data-named={hop.named} title={hop.text}>
        {hop.text || t('chain.no-outlet')}
      </bdi>
      {hop.origin ? <span className="visually-hidden"> ({t('chain.origin')})</span> : null}
      {!hop.named && hop.kind === 'hop' ? <span className="visually-hidden"> ({t('chain.unnamed')})</span> : null}
    </>
  )
}

const Arrow = () => (
  <svg
    viewBox="0 0 16 10"
    width="14"
    height="9"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    className={css.arrow}
  >
    <path d="M15 5H1.5M5 1.5 1.5 5 5 8.5" />
  </svg>
)
