import { Link } from '@tanstack/react-router'
import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import { claimsAt } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { OriginName } from './badge.tsx'
import { valueText } from './chart/drawn.ts'
import css from './origins.module.css'
import { COMPARE } from './words.ts'

type Origin = MeasureDetail['origins'][number]

/** Who says it in the end, in the order of their first appearance. */
export function Origins({ detail, onActive }: { detail: MeasureDetail; onActive: (index: number) => void }) {
  const { t, label } = useWords(COMPARE)
  const title = t('origins.title')
  return (
    <Panel title={title} aside={label('count.origins', { n: detail.card.origins })} className={css.panel ?? ''}>
      <ol className={css.list} id="origins">
        {detail.origins.map((origin, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an origin is its place in the order of appearance
          <OriginView key={i} origin={origin} index={i} detail={detail} onActive={onActive} />
        ))}
      </ol>
    </Panel>
  )
}

interface OriginProps {
  origin: Origin
  index: number
  detail: MeasureDetail
  onActive: (index: number) => void
}

function OriginView({ origin, index, detail, onActive }: OriginProps) {
  const words = useWords(COMPARE)
  const { t, date } = words
  const latest = detail.points[origin.latest]
  return (
    <li className={css.origin}>
      <p className={css.name}>
        <OriginName origin={index} name={origin.name} />
        {origin.counted ? null : (
          <span className={css.none} title={t('origin.adds-none.about')}>
            {t('origin.adds-none')}
          </span>
        )}
      </p>
      {origin.behind.length > 0 ? (
        <p className={css.soft}>{t('origin.behind', { names: origin.behind.join(words.lang === 'ar' ? '، ' : ', ') })}</p>
      ) : null}
      <p className={css.soft}>{origin.first ? t('origin.first', { date: date(origin.first) }) : t('origin.first.unknown')}</p>
      {latest ? (
        <p>
          {t('origin.stands-by')}{' '}
          <button type="button" className={css.value} onClick={() => onActive(origin.latest)}>
            {valueText(latest, words)}
          </button>
        </p>
      ) : null}
      {origin.outlets.length > 0 ? (
        <p className={css.outlets}>
          {t('origin.carried')}{' '}
          {origin.outlets.map((outlet, i) => (
            <span key={outlet}>
              {i > 0 ? (words.lang === 'ar' ? '، ' : ', ') : ''}
              <bdi>{outlet}</bdi>
            </span>
          ))}
        </p>
      ) : null}
      {origin.key ? (
        <Link className={css.link} {...claimsAt({ source: origin.key })}>
          {t('origin.claims')}
        </Link>
      ) : null}
    </li>
  )
}
