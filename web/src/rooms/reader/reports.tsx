import './help.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ReportCard } from '../../../../src/api/shapes.ts'
import { get } from '../../api/client.ts'
import type { Listing } from '../../api/queries.ts'
import type { Search } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Failed, Loading, Note } from '../../ui/states.tsx'
import { ReportRow } from './report-row.tsx'
import css from './reports.module.css'
import { READER } from './words.ts'

const PAGE = 50

/** The reports of the ledger. What the address asks for is asked of the server as it is. */
export function ReportsPage() {
  const { t } = useWords(READER)
  const search = useSearch({ strict: false }) as Search
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReports(search)
  const list = useRef<HTMLOListElement>(null)
  useRowKeys(list)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{t('reports.title')}</h1>
        <p className={css.total} role="status">
          {data ? t('reports.count', { count: data.pages[0]?.total ?? 0 }) : ''}
        </p>
        <SearchBox />
      </header>
      <Limits search={search} />
      {isPending ? <Loading lines={9} /> : null}
      {error ? <Failed error={error} retry={() => void refetch()} /> : null}
      {data && rows.length === 0 ? <NoReports searched={Object.keys(search).length > 0} /> : null}
      <ol className={css.list} ref={list}>
        {rows.map((card) => (
          <ReportRow key={card.key} card={card} titleOf={(key) => rows.find((row) => row.key === key) ?? null} />
        ))}
      </ol>
      {hasNextPage ? (
        <p className={css.more}>
          <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
            {t('reports.more', { count: Math.max(0, (data?.pages[0]?.total ?? 0) - rows.length) })}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

const LIMITS = ['undated', 'findings', 'copies', 'copiesOf', 'outlet'] as const

/** What a link of another room narrowed the list to, each with a way to take it back. */
function Limits({ search }: { search: Search }) {
  const { t } = useWords(READER)
  const set = LIMITS.filter((name) => search[name] !== undefined)
  if (set.length === 0) return null
  return (
    <ul className={css.limits}>
      {set.map((name) => (
        <li key={name}>
          <Link to="/reports" search={(old: Search) => ({ ...old, [name]: undefined })} className={css.limit}>
            {t('reports.only', { what: t(`reports.only.${name}`) })} <span aria-hidden="true">×</span>
            <span className="visually-hidden">({t('reports.only.lift')})</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function useReports(search: Search) {
  return useInfiniteQuery({
    queryKey: ['reports', 'pages', search],
    queryFn: ({ pageParam, signal }) => get<Listing<ReportCard>>('/api/reports', { ...search, after: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
}

/** j and k go through the rows; Enter follows the link that has the focus. */
function useRowKeys(list: React.RefObject<HTMLOListElement | null>): void {
  const go = (by: 1 | -1): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  useKeys({ j: () => go(1), k: () => go(-1) })
}

/** Milliseconds without a key before the list follows. */
const PAUSE_MS = 250

function SearchBox() {
  const { t } = useWords(READER)
  const navigate = useNavigate()
  const asked = [(useSearch({ strict: false }) as Search).q].flat()[0] ?? ''
  const [words, setWords] = useState(asked)
  const typed = useDeferredValue(words)
  useEffect(() => {
    if (typed === asked) return
    const timer = setTimeout(
      () => void navigate({ to: '/reports', search: (old: Search) => ({ ...old, q: typed || undefined }), replace: true }),
      PAUSE_MS,
    )
    return () => clearTimeout(timer)
  }, [typed, asked, navigate])
  return (
    <input
      type="search"
      className={css.search}
      dir={words === '' ? undefined : 'auto'}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      aria-label={t('reports.search')}
      placeholder={t('reports.search')}
    />
  )
}

function NoReports({ searched }: { searched: boolean }) {
  const { t } = useWords(READER)
  return searched ? (
    <Note title={t('reports.none-found')} hint={t('reports.none-found.hint')}>
      <Link to="/reports">{t('reports.all')}</Link>
    </Note>
  ) : (
    <Note title={t('reports.none')} hint={t('reports.none.hint')}>
      <Link to="/add">{t('reports.add')}</Link>
    </Note>
  )
}
