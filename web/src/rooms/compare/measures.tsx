import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { MeasureCard } from '../../../../src/api/shapes.ts'
import { get } from '../../api/client.ts'
import type { Listing } from '../../api/queries.ts'
import { addRoomHelp } from '../../app/room-help.ts'
import type { Search } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Failed, Loading, Note } from '../../ui/states.tsx'
import { type Filter, filterOf } from './filter.ts'
import { Filters } from './filters.tsx'
import { MeasureRow } from './measure-row.tsx'
import css from './measures.module.css'
import { COMPARE } from './words.ts'

addRoomHelp({
  room: COMPARE,
  title: 'keys.title',
  keys: [
    ['j', 'keys.next'],
    ['k', 'keys.previous'],
    ['Enter', 'keys.open'],
  ],
})

const PAGE = 40

const measurePages = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['measures', 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Listing<MeasureCard>>('/api/measures', { ...filter, after: pageParam ?? undefined, limit: PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

/** What several reports give figures for, the contested first. */
export function MeasuresPage() {
  const { t } = useWords(COMPARE)
  const filter = filterOf(useSearch({ strict: false }) as Search)
  const navigate = useNavigate()
  const pages = useInfiniteQuery(measurePages(filter))
  const total = pages.data?.pages[0]?.total
  const change = (next: Filter): void => void navigate({ to: '/compare', search: { ...next }, replace: true, resetScroll: false })
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{t('title')}</h1>
        <p className={css.lead}>{t('lead')}</p>
      </header>
      <Filters filter={filter} onFilter={change} />
      <p className={css.count} aria-live="polite">
        {total === undefined ? '' : t('measures', { count: total })}
      </p>
      {pages.error ? <Failed error={pages.error} retry={() => void pages.refetch()} /> : null}
      {pages.isPending ? <Loading lines={9} /> : null}
      {total === 0 ? <Nothing isFiltered={Object.values(filter).some(Boolean)} onClear={() => change({})} /> : null}
      {total ? <List pages={pages.data?.pages ?? []} /> : null}
      {pages.hasNextPage ? (
        <Button className={css.more ?? ''} disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('list.more')}
        </Button>
      ) : null}
    </div>
  )
}

function Nothing({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useWords(COMPARE)
  if (isFiltered)
    return (
      <Note title={t('list.none')}>
        <Button onClick={onClear}>{t('list.clear')}</Button>
      </Note>
    )
  return (
    <Note title={t('list.empty')} hint={t('list.empty.hint')}>
      <Link to="/add">{t('add')}</Link>
    </Note>
  )
}

function List({ pages }: { pages: readonly Listing<MeasureCard>[] }) {
  const { t } = useWords(COMPARE)
  const list = useRef<HTMLOListElement>(null)
  const step = (by: 1 | -1) => () => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-measure]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  useKeys({ j: step(1), k: step(-1) })
  return (
    <>
      <ol ref={list} className={css.list}>
        {pages
          .flatMap(({ rows }) => rows)
          .map((card) => (
            <li key={card.id}>
              <MeasureRow card={card} />
            </li>
          ))}
      </ol>
      <p className={css.note}>{t('list.bar')}</p>
    </>
  )
}
