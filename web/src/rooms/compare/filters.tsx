import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { facetsQuery } from '../../api/queries.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { type Filter, filterOf } from './filter.ts'
import css from './filters.module.css'
import { COMPARE } from './words.ts'

export function Filters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { t } = useWords(COMPARE)
  const set = (part: Record<string, string | undefined>): void => onFilter(filterOf({ ...filter, ...part }))
  return (
    <form className={css.filters} onSubmit={(event) => event.preventDefault()}>
      <Words words={filter.q ?? ''} onWords={(q) => set({ q })} />
      <Types type={filter.type} onType={(type) => set({ type })} />
      <label className={css.check}>
        <input
          type="checkbox"
          checked={filter.contested === 'true'}
          onChange={(event) => set({ contested: event.target.checked ? 'true' : undefined })}
        />
        {t('list.contested')}
      </label>
      {Object.keys(filter).length > 0 ? (
        <Button tone="quiet" onClick={() => onFilter({})}>
          {t('list.clear')}
        </Button>
      ) : null}
    </form>
  )
}

function Types({ type, onType }: { type: string | undefined; onType: (type: string | undefined) => void }) {
  const { t, label } = useWords(COMPARE)
  const { data } = useQuery(facetsQuery({ figures: 'true' }))
  const types = data?.facets.find(({ name }) => name === 'type')?.values.map(({ value }) => value) ?? []
  const all = type === undefined || types.includes(type) ? types : [...types, type]
  return (
    <label className={css.field}>
      <span>{t('list.type')}</span>
      <select value={type ?? ''} onChange={(event) => onType(event.target.value || undefined)}>
        <option value="">{t('list.type.any')}</option>
        {all.map((name) => (
          <option key={name} value={name}>
            {label(`type.${name}` as 'type.hold')}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Until what is typed is asked for. */
const TYPING_MS = 300

function Words({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const { t } = useWords(COMPARE)
  const [typed, setTyped] = useState(words)
  useEffect(() => setTyped(words), [words])
  useEffect(() => {
    if (typed === words) return
    const timer = window.setTimeout(() => onWords(typed), TYPING_MS)
    return () => window.clearTimeout(timer)
  })
  return (
    <label className={css.field}>
      <span>{t('list.words')}</span>
      <input
        type="search"
        dir="auto"
        value={typed}
        placeholder={t('list.words.placeholder')}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  )
}
