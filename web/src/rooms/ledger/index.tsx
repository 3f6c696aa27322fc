import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { facetsQuery } from '../../api/queries.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { DetailBody, DetailPanel } from './detail/detail.tsx'
import { Empty } from './empty.tsx'
import { Picked } from './export/picked.tsx'
import { Chips } from './facets/chips.tsx'
import { Rail } from './facets/rail.tsx'
import { givenOf } from './labels.ts'
import css from './ledger.module.css'
import { List } from './list/list.tsx'
import { type Shown, useClaimAt, useShown } from './list/use-claims.ts'
import { countedBy, queryFor } from './state/state.ts'
import { useLedger } from './state/use-ledger.ts'
import { Toolbar } from './toolbar.tsx'
import { LEDGER } from './words.ts'

/** Room for the facets beside the list, with and without the open claim; and for that beside the list. */
const WIDE = '(min-width: 62rem)'
const WIDER = '(min-width: 92rem)'

/** All claims: chosen by facets and words, walked by keyboard, each with its chain. */
export function LedgerRoom() {
  const { t } = useWords(LEDGER)
  const ledger = useLedger()
  const { filters, place, choose, go, settle } = ledger
  const query = useMemo(() => queryFor(filters), [filters])
  const { shown, first, isWaiting, error, retry } = useShown(query)
  const facets = useQuery(facetsQuery(useMemo(() => countedBy(filters), [filters])))
  const given = useMemo(() => givenOf(facets.data, first), [facets.data, first])
  const [isWide, isWider] = [useMedia(WIDE), useMedia(WIDER)]
  const [sheet, setSheet] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const rail = useRef<HTMLElement>(null)
  const room = useRef<HTMLDivElement>(null)

  const inRow = useClaimAt(shown, place.row === null ? null : place.row - 1)
  const isOpen = place.claim !== null
  const hasRail = isOpen ? isWider : isWide
  useEffect(() => {
    if (place.claim === '' && inRow) go({ claim: inRow.key })
  }, [place.claim, inRow, go])

  const toList = useCallback(() => room.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true }), [])
  const close = useCallback(() => {
    go({ claim: null })
    toList()
  }, [go, toList])
  const toFacets = (): void => {
    if (!hasRail) setSheet(true)
    else rail.current?.querySelector<HTMLElement>('input, button')?.focus()
  }
  useKeys({ '/': () => search.current?.focus(), f: toFacets, Escape: isOpen ? close : toList })

  const facetRail = <Rail filters={filters} facets={facets.data} isStale={facets.isPlaceholderData} choose={choose} />
  return (
    <div ref={room} className={css.room} data-open={isOpen && isWide} data-rail={hasRail} onPointerDownCapture={settle}>
      {hasRail ? (
        <search
          ref={rail}
          className={css.rail}
          aria-label={t('filters')}
          onKeyDown={(event) => (event.key === 'Escape' ? toList() : undefined)}
        >
          {facetRail}
        </search>
      ) : null}
      <div className={css.main}>
        <Toolbar
          filters={filters}
          choose={choose}
          shown={shown}
          search={search}
          onEnter={toList}
          onFilters={hasRail ? null : () => setSheet(true)}
        />
        <Chips filters={filters} given={given} choose={choose} />
        {shown ? <Picked shown={shown} ledger={ledger} /> : null}
        <Content error={error} retry={() => void retry()} shown={shown}>
          {shown?.total === 0 ? <Empty filters={filters} given={given} choose={choose} /> : null}
          {shown && shown.total > 0 ? <List shown={shown} ledger={ledger} isStale={isWaiting} /> : null}
        </Content>
      </div>
      {isOpen && isWide ? <DetailPanel ledger={ledger} inRow={inRow} total={shown?.total ?? 0} onClose={close} /> : null}
      <Sheet open={isOpen && !isWide} onClose={close} title={t('detail')} close={t('close')}>
        <DetailBody ledger={ledger} inRow={inRow} total={shown?.total ?? 0} />
      </Sheet>
      <Sheet
        open={sheet && !hasRail}
        onClose={() => setSheet(false)}
        title={t('filters')}
        close={t('close')}
        side="start"
        foot={
          <Button tone="main" onClick={() => setSheet(false)}>
            {t('show', { count: shown?.total ?? 0 })}
          </Button>
        }
      >
        {facetRail}
      </Sheet>
    </div>
  )
}

function Content({ error, retry, shown, children }: { error: unknown; retry: () => void; shown: Shown | null; children: ReactNode }) {
  if (error) return <Failed error={error} retry={retry} />
  return shown ? children : <Loading lines={12} />
}
