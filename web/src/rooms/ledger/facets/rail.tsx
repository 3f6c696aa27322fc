import { memo } from 'react'
import type { FacetName, FacetView } from '../../../../../src/api/shapes.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Loading } from '../../../ui/states.tsx'
import { toggled } from '../state/choices.ts'
import { FACETS, type Filters, SWITCHES } from '../state/state.ts'
import { LEDGER } from '../words.ts'
import { Facet } from './facet.tsx'
import { Limits } from './limits.tsx'
import css from './rail.module.css'

/** Open when the room is entered; the others open where something of them is chosen. */
const FIRST_OPEN: ReadonlySet<FacetName> = new Set(['type', 'modality', 'place', 'source'])

/** Everything that narrows the list. */
export const Rail = memo(function Rail({
  filters,
  facets,
  isStale,
  choose,
}: {
  filters: Filters
  facets: FacetView | undefined
  isStale: boolean
  choose: (filters: Filters) => void
}) {
  const { t } = useWords(LEDGER)
  return (
    <div className={css.rail} aria-busy={isStale} data-stale={isStale}>
      <fieldset className={css.only}>
        <legend>{t('only')}</legend>
        {SWITCHES.map((name) => (
          <label key={name}>
            <input type="checkbox" checked={filters[name]} onChange={() => choose({ ...filters, [name]: !filters[name] })} />
            <span>{t(`only.${name}`)}</span>
          </label>
        ))}
      </fieldset>
      {facets ? null : <Loading lines={8} />}
      {FACETS.slice(0, 2).map((name) => (
        <OneFacet key={name} name={name} filters={filters} facets={facets} choose={choose} />
      ))}
      <Limits filters={filters} choose={choose} />
      {FACETS.slice(2).map((name) => (
        <OneFacet key={name} name={name} filters={filters} facets={facets} choose={choose} />
      ))}
    </div>
  )
})

function OneFacet({
  name,
  filters,
  facets,
  choose,
}: {
  name: FacetName
  filters: Filters
  facets: FacetView | undefined
  choose: (filters: Filters) => void
}) {
  const facet = facets?.facets.find((one) => one.name === name)
  if (!facet || (facet.distinct === 0 && filters[name].length === 0)) return null
  return (
    <Facet
      facet={facet}
      chosen={filters[name]}
      toggle={(value) => choose(toggled(filters, name, value))}
      isOpenFirst={FIRST_OPEN.has(name)}
    />
  )
}
