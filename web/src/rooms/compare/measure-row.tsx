import { Link } from '@tanstack/react-router'
import type { MeasureCard } from '../../../../src/api/shapes.ts'
import { formatBounds } from '../../../../src/export/figures.ts'
import { useWords } from '../../i18n/use-words.ts'
import { MeasureTitle } from './measure-title.tsx'
import css from './measures.module.css'
import { standing } from './range-words.ts'
import { Contested, GradeMark } from './standing.tsx'
import { COMPARE } from './words.ts'

/** One measure of the list: what is counted, how far its figures go apart, who carries it. */
export function MeasureRow({ card }: { card: MeasureCard }) {
  const { t, lang, label } = useWords(COMPARE)
  const { low, high } = card.range
  const range = formatBounds({ min: low.value, max: high.value, modifier: 'between', unit: card.unit }, lang, label)
  return (
    <article className={css.row} data-contested={card.contested}>
      <Link className={css.name} to="/compare/$measure" params={{ measure: card.id }} data-measure>
        <MeasureTitle card={card} />
      </Link>
      <div className={css.range}>
        <b>{range}</b>
        <RangeBar card={card} />
        <Ends card={card} />
      </div>
      <p className={css.support}>
        {t('figures', { count: card.figures })}
        <span aria-hidden="true"> · </span>
        {label('count.reports', { n: card.reports })}
        <span aria-hidden="true"> · </span>
        {label('count.outlets', { n: card.outlets })}
        <span aria-hidden="true"> · </span>
        <b>{label('count.origins', { n: card.origins })}</b>
      </p>
      <p className={css.grade}>
        <GradeMark grade={card.grade} />
        {card.contested ? <Contested /> : null}
      </p>
    </article>
  )
}

/** From zero to the highest; the dark part from the lowest on. An end that nobody closes fades out. */
function RangeBar({ card: { range } }: { card: MeasureCard }) {
  const top = Math.max(range.low.value ?? 0, range.high.value ?? 0)
  if (top <= 0 || range.low.value === range.high.value) return null
  const from = ((range.low.value ?? 0) / top) * 100
  return (
    <span className={css.bar} aria-hidden="true">
      <span
        style={{ insetInlineStart: `min(${from}%, 100% - 4px)`, insetInlineEnd: 0 }}
        data-open={range.high.value === null ? 'high' : range.low.value === null ? 'low' : undefined}
      />
    </span>
  )
}

/** Who stands at each end, where they are two. */
function Ends({ card }: { card: MeasureCard }) {
  const words = useWords(COMPARE)
  if (card.range.low.value === card.range.high.value) return null
  return (
    <span className={css.ends}>
      {(['low', 'high'] as const).map((end) => {
        const { value, by } = standing(card.range, end, card.unit, words)
        return by ? (
          <span key={end}>
            {value}: {by}
          </span>
        ) : null
      })}
    </span>
  )
}
