import { type KeyboardEvent, type Ref, useId } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { ExportLinks } from './export/links.tsx'
import { useDraft } from './facets/use-draft.ts'
import type { Shown } from './list/use-claims.ts'
import { choicesOf } from './state/choices.ts'
import { type Filters, SORTS, type Sort } from './state/state.ts'
import css from './toolbar.module.css'
import { LEDGER } from './words.ts'

/** A search waits for a pause in the typing. */
const STILL_MS = 250

interface Props {
  filters: Filters
  choose: (filters: Filters, how?: 'step' | 'replace') => void
  shown: Shown | null
  search: Ref<HTMLInputElement>
  /** To the list, once the search is typed. */
  onEnter: () => void
  /** Where the facets do not stand beside the list. */
  onFilters: (() => void) | null
}

/** Search, order, how many there are, and the way out as a file. */
export function Toolbar({ filters, choose, shown, search, onEnter, onFilters }: Props) {
  const { t, number } = useWords(LEDGER)
  const draft = useDraft(filters.q, (q) => choose({ ...filters, q }, 'replace'), STILL_MS)
  const sort = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    draft.onKeyDown(event)
    if (event.key === 'Enter' || event.key === 'Escape') onEnter()
  }
  const chosen = choicesOf(filters).length
  return (
    <div className={css.toolbar}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <input
        ref={search}
        type="search"
        dir="auto"
        className={css.search}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        {...draft}
        onKeyDown={onKeyDown}
      />
      {onFilters ? (
        <Button className={css.filters} onClick={onFilters} aria-label={chosen > 0 ? t('filters.chosen', { count: chosen }) : undefined}>
          {t('filters')}
          {chosen > 0 ? <span className={css.badge}>{number(chosen)}</span> : null}
        </Button>
      ) : null}
      <span className={css.sort}>
        <label htmlFor={sort} className="visually-hidden">
          {t('sort.label')}
        </label>
        <select id={sort} value={filters.sort} onChange={(event) => choose({ ...filters, sort: event.target.value as Sort })}>
          {SORTS.map((name) => (
            <option key={name} value={name}>
              {t(`sort.${name}`)}
            </option>
          ))}
        </select>
      </span>
      <b className={css.count} role="status" data-testid="count">
        {shown ? t('claims', { count: shown.total }) : ''}
      </b>
      {shown ? <ExportLinks query={shown.query} /> : null}
    </div>
  )
}
