import { useWords } from '../../i18n/use-words.ts'
import { Panel } from '../../ui/panel.tsx'
import choice from './choice.module.css'
import type { CompareProps } from './compare-view.tsx'
import css from './policy.module.css'
import { Rank } from './rank.tsx'
import { POLICIES } from './state.ts'
import { COMPARE } from './words.ts'

/** Whether one value is taken for the best, and by what rule: only the user may say so. */
export function PolicyPanel({ detail, state, change }: CompareProps) {
  const { t } = useWords(COMPARE)
  return (
    <Panel title={t('policy.title')} className={css.panel ?? ''}>
      <fieldset className={choice.choice}>
        <legend className="visually-hidden">{t('policy.title')}</legend>
        {POLICIES.map((policy) => (
          <label key={policy}>
            <input type="radio" name="policy" value={policy} checked={policy === state.policy} onChange={() => change({ policy })} />
            <span>{t(`policy.${policy}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className={css.about}>{t(`policy.${state.policy}.about`)}</p>
      {state.policy === 'source-ranked' ? <Rank detail={detail} rank={state.rank} onRank={(rank) => change({ rank })} /> : null}
      <Outcome detail={detail} state={state} />
    </Panel>
  )
}

function Outcome({ detail, state }: Pick<CompareProps, 'detail' | 'state'>) {
  const { t, number } = useWords(COMPARE)
  const { low, high } = detail.card.range
  const show = (value: number | null): string => (value === null ? t('range.open') : number(value))
  const values = {
    range: [],
    lowest: [['best', detail.best] as const],
    ucdp: [['low', low.value] as const, ['best', detail.best] as const, ['high', high.value] as const],
    'source-ranked': [['best', detail.best] as const],
  }[state.policy]
  if (values.length === 0 || detail.policy !== state.policy) return null
  return (
    <dl className={css.outcome} aria-live="polite">
      {values.map(([name, value]) => (
        <div key={name} data-name={name}>
          <dt>{t(`policy.${name}`)}</dt>
          <dd>{name === 'best' && value === null ? t('policy.none') : show(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
