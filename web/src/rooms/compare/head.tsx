import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MeasureDetail, RangeView } from '../../../../src/api/shapes.ts'
import { SHELL } from '../../app/words.ts'
import { Unsure } from '../../data/unsure.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import type { ScaleName } from './chart/scale.ts'
import { saveChart, saveTable } from './file/save.ts'
import css from './head.module.css'
import { MeasureTitle } from './measure-title.tsx'
import { standing } from './range-words.ts'
import { Contested } from './standing.tsx'
import { COMPARE } from './words.ts'

/** What is measured, how it stands, its ends and who stands there; what can be taken along. */
export function Head({ detail, scale, what }: { detail: MeasureDetail; scale: ScaleName; what: string }) {
  const { t, label } = useWords(COMPARE)
  const { card } = detail
  return (
    <header className={css.head}>
      <nav className={css.crumb} aria-label={t('title')}>
        <Link to="/compare">{t('all')}</Link>
      </nav>
      <div className={css.line}>
        <h1>
          <MeasureTitle card={card} />
        </h1>
        <Takeaway detail={detail} scale={scale} what={what} />
      </div>
      <p className={css.support}>
        <a href="#figures">{label('count.outlets', { n: card.outlets })}</a>
        <span aria-hidden="true">·</span>
        <a href="#origins" className={css.origins}>
          {label('count.origins', { n: card.origins })}
        </a>
        <Unsure card={card} />
        <span aria-hidden="true">·</span>
        <a href="#figures">{t('figures', { count: card.figures })}</a>
        {card.contested ? <Contested /> : null}
      </p>
      <Range range={card.range} detail={detail} />
    </header>
  )
}

/** Both ends in words; one where they meet. */
function Range({ range, detail }: { range: RangeView; detail: MeasureDetail }) {
  const words = useWords(COMPARE)
  const ends = range.low.value === range.high.value ? (['only'] as const) : (['low', 'high'] as const)
  return (
    <>
      <dl className={css.range}>
        {ends.map((end) => {
          const { value, by } = standing(range, end, detail.card.unit, words)
          return (
            <div key={end} data-end={end}>
              <dt>{words.t(`range.${end}`)}</dt>
              <dd>
                <b>{value}</b> {by ? <span>{by}</span> : null}
              </dd>
            </div>
          )
        })}
        {detail.policy === 'range' ? null : <Best detail={detail} />}
      </dl>
      <p className={css.about}>{words.t('range.about')}</p>
    </>
  )
}

function Best({ detail }: { detail: MeasureDetail }) {
  const { t, number } = useWords(COMPARE)
  return (
    <div data-end="best">
      <dt>{t('policy.best')}</dt>
      <dd>
        {detail.best === null ? null : <b>{number(detail.best)}</b>}{' '}
        <span>{detail.best === null ? t('policy.none') : t(`policy.${detail.policy}`)}</span>
      </dd>
    </div>
  )
}

function Takeaway({ detail, scale, what }: { detail: MeasureDetail; scale: ScaleName; what: string }) {
  const words = useWords(COMPARE)
  const shell = useWords(SHELL)
  const [hasFailed, setFailed] = useState(false)
  const save = (kind: 'svg' | 'png'): void => {
    setFailed(false)
    saveChart(kind, { detail, scale, what, words }).catch(() => setFailed(true))
  }
  return (
    <div className={css.takeaway}>
      {(['svg', 'png'] as const).map((kind) => (
        <Button key={kind} onClick={() => save(kind)} aria-label={words.t(`save.${kind}.about`)} title={words.t(`save.${kind}.about`)}>
          {words.t(`save.${kind}`)}
        </Button>
      ))}
      <Button onClick={() => saveTable(detail, words)} aria-label={words.t('save.csv.about')} title={words.t('save.csv.about')}>
        {words.t('save.csv')}
      </Button>
      <Button onClick={() => window.print()}>{shell.t('print')}</Button>
      {hasFailed ? (
        <p role="alert" className={css.failed}>
          {words.t('save.failed')}
        </p>
      ) : null}
    </div>
  )
}
