import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { Overview } from '../../../../src/api/shapes.ts'
import { overviewQuery, settingsQuery } from '../../api/queries.ts'
import { addRoomHelp } from '../../app/room-help.ts'
import type { Search } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { ContestedPanel } from './contested.tsx'
import { Counts } from './counts.tsx'
import { CustodyPanel } from './custody/index.tsx'
import { FirstPage } from './first-page.tsx'
import { ListingDialog } from './listing.tsx'
import css from './overview.module.css'
import { PlacesPanel } from './places/index.tsx'
import { ReadingBar } from './reading-bar.tsx'
import { EchoesPanel, NewestPanel } from './reports.tsx'
import { TimelinePanel } from './timeline/index.tsx'
import { OVERVIEW } from './words.ts'

addRoomHelp({
  room: OVERVIEW,
  title: 'title',
  keys: [
    ['← → ↑ ↓', 'keys.cells'],
    ['Home End', 'keys.ends'],
  ],
})

/** What the ledger holds. Every number leads to what it counts. */
export function OverviewRoom() {
  const { data, error, refetch } = useQuery(overviewQuery)
  const { data: settings } = useQuery(settingsQuery)
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading lines={12} />
  return (
    <>
      {settings?.run ? <ReadingBar run={settings.run} /> : null}
      {data.counts.reports === 0 ? <FirstPage /> : <Page overview={data} ledger={settings?.ledger} />}
    </>
  )
}

function Page({ overview, ledger }: { overview: Overview; ledger: string | undefined }) {
  const { t } = useWords(OVERVIEW)
  const { list } = useSearch({ strict: false }) as Search
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>
          {t('title')}
          {ledger ? (
            <span className={css.ledger}>
              <bdi>{ledger}</bdi>
            </span>
          ) : null}
        </h1>
        <Button tone="quiet" onClick={() => print()}>
          {t('print')}
        </Button>
      </header>
      <Counts counts={overview.counts} />
      <div className={css.columns}>
        <div className={css.column}>
          <ContestedPanel contested={overview.contested} total={overview.counts.contested} />
          <CustodyPanel lines={overview.custody} />
          <TimelinePanel overview={overview} />
        </div>
        <div className={css.column}>
          <PlacesPanel places={overview.places} />
          <EchoesPanel echoes={overview.echoes} copies={overview.counts.copies} />
          <NewestPanel newest={overview.newest} total={overview.counts.reports} />
        </div>
      </div>
      {list === undefined ? null : <ListingDialog />}
    </div>
  )
}
