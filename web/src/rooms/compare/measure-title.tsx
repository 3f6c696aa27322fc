import type { MeasureCard } from '../../../../src/api/shapes.ts'
import { nameIn } from '../../data/names.ts'
import { useWords } from '../../i18n/use-words.ts'
import css from './measure-title.module.css'
import { countedWords, eventWords } from './point-words.ts'
import { COMPARE } from './words.ts'

/** Event and whom it counts; behind them where and when. */
export function MeasureTitle({ card }: { card: MeasureCard }) {
  const words = useWords(COMPARE)
  return (
    <span className={css.title}>
      <span className={css.what}>
        {eventWords(card.type, words)}
        <span className={css.of}>
          <bdi>{countedWords(card, words)}</bdi>
        </span>
      </span>
      <span className={css.where}>
        {card.place ? <bdi>{nameIn(words.lang, card.place)}</bdi> : null}
        {card.place && card.time ? <span aria-hidden="true"> · </span> : null}
        {card.time ? <bdi>{words.date(card.time)}</bdi> : null}
      </span>
    </span>
  )
}
