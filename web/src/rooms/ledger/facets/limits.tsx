import { useWords } from '../../../i18n/use-words.ts'
import { dayOf, type Filters, numberOf } from '../state/state.ts'
import { LEDGER } from '../words.ts'
import css from './limits.module.css'
import { useDraft } from './use-draft.ts'

const STILL_MS = 700

/** From when to when, and from how many to how many. */
export function Limits({ filters, choose }: { filters: Filters; choose: (filters: Filters) => void }) {
  const { t } = useWords(LEDGER)
  return (
    <div className={css.both}>
      <fieldset className={css.limits}>
        <legend>{t('days')}</legend>
        <Day label={t('days.from')} value={filters.from} take={(from) => choose({ ...filters, from })} />
        <Day label={t('days.to')} value={filters.to} take={(to) => choose({ ...filters, to })} />
      </fieldset>
      <fieldset className={css.limits}>
        <legend>{t('bounds')}</legend>
        <Bound label={t('bounds.min')} value={filters.min} take={(min) => choose({ ...filters, min })} />
        <Bound label={t('bounds.max')} value={filters.max} take={(max) => choose({ ...filters, max })} />
      </fieldset>
    </div>
  )
}

function Day({ label, value, take }: { label: string; value: string | null; take: (day: string | null) => void }) {
  const draft = useDraft(value ?? '', (text) => (text === '' || dayOf(text) ? take(dayOf(text)) : undefined), STILL_MS)
  return (
    <label>
      <span>{label}</span>
      <input type="date" min="1900-01-01" max="2100-12-31" {...draft} />
    </label>
  )
}

function Bound({ label, value, take }: { label: string; value: number | null; take: (value: number | null) => void }) {
  const draft = useDraft(value === null ? '' : String(value), (text) => take(numberOf(text)), STILL_MS)
  return (
    <label>
      <span>{label}</span>
      <input type="number" min="0" inputMode="numeric" {...draft} />
    </label>
  )
}
