import { useWords } from '../../../i18n/use-words.ts'
import { choiceGroup, choiceLabel, type Given } from '../labels.ts'
import { choicesOf, without } from '../state/choices.ts'
import { type Filters, NOTHING } from '../state/state.ts'
import { LEDGER } from '../words.ts'
import css from './chips.module.css'

/** What is chosen, each to be taken away. */
export function Chips({ filters, given, choose }: { filters: Filters; given: Given; choose: (filters: Filters) => void }) {
  const words = useWords(LEDGER)
  const { t } = words
  const choices = choicesOf(filters)
  if (choices.length === 0) return null
  return (
    <ul className={css.chips} aria-label={t('chosen')}>
      {choices.map((choice) => {
        const group = choiceGroup(choice, t)
        const what = choiceLabel(choice, given, words)
        return (
          <li key={`${choice.kind} ${group} ${what}`}>
            <button
              type="button"
              className={css.chip}
              onClick={() => choose(without(filters, choice))}
              aria-label={t('chosen.remove', { what: group ? `${group} ${what}` : what })}
            >
              {group ? <span className={css.group}>{group}</span> : null}
              <bdi>{what}</bdi>
              <span aria-hidden="true" className={css.cross}>
                ×
              </span>
            </button>
          </li>
        )
      })}
      <li>
        <button type="button" className={css.clear} onClick={() => choose({ ...NOTHING, sort: filters.sort })}>
          {t('chosen.clear')}
        </button>
      </li>
    </ul>
  )
}
