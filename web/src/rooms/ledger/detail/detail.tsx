import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ClaimView } from '../../../../../src/api/shapes.ts'
import { reportQuery } from '../../../api/queries.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Failed, Loading, Note } from '../../../ui/states.tsx'
import type { Ledger } from '../state/use-ledger.ts'
import { LEDGER } from '../words.ts'
import { ClaimInFull } from './claim.tsx'
import css from './detail.module.css'

interface Props {
  ledger: Ledger
  /** The claim of the row in the address; undefined while it is on its way, or where there is no row. */
  inRow: ClaimView | undefined
  total: number
}

/** The claim that the address names: the one of its row, or where that is another by now, the one out of its report. */
export function DetailBody({ ledger: { place }, inRow, total }: Props) {
  const { t } = useWords(LEDGER)
  const isElsewhere =
    place.claim !== null && place.claim !== '' && inRow?.key !== place.claim && (place.row === null || inRow !== undefined)
  const report = useQuery({ ...reportQuery(place.claim?.split(':')[0] ?? ''), enabled: isElsewhere })
  if (!isElsewhere) {
    return inRow ? (
      <>
        <p className={css.at} role="status">
          {t('detail.at', { n: place.row ?? 0, total })}
        </p>
        <ClaimInFull claim={inRow} />
      </>
    ) : (
      <Loading />
    )
  }
  if (report.isPending) return <Loading />
  const found = report.data?.claims.find((one) => one.key === place.claim)
  if (found)
    return (
      <>
        {place.row === null ? null : <p className={css.at}>{t('detail.moved')}</p>}
        <ClaimInFull claim={found} />
      </>
    )
  return report.error ? <Failed error={report.error} retry={() => void report.refetch()} /> : <Note title={t('detail.gone')} />
}

/** The panel beside the list. It takes the focus when it is opened, and gives it back to the list. */
export function DetailPanel(props: Props & { onClose: () => void }) {
  const { t } = useWords(LEDGER)
  const { ledger, total, onClose } = props
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [])
  const { row } = ledger.place
  const step = (by: number) => () => ledger.go({ row: (row ?? 0) + by, claim: '' })
  return (
    <aside className={css.panel} aria-labelledby="claim-detail" data-testid="detail">
      <header className={css.head}>
        <h2 id="claim-detail" ref={head} tabIndex={-1}>
          {t('detail')}
        </h2>
        <Button
          tone="quiet"
          aria-label={t('detail.previous')}
          title={t('detail.previous')}
          disabled={row === null || row <= 1}
          onClick={step(-1)}
        >
          <Turn d="M3 10 8 5l5 5" />
        </Button>
        <Button
          tone="quiet"
          aria-label={t('detail.next')}
          title={t('detail.next')}
          disabled={row === null || row >= total}
          onClick={step(1)}
        >
          <Turn d="M3 6l5 5 5-5" />
        </Button>
        <Button tone="quiet" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <Turn d="M4 4l8 8M12 4l-8 8" />
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <section className={css.body} tabIndex={0} aria-labelledby="claim-detail">
        <DetailBody {...props} />
      </section>
    </aside>
  )
}

function Turn({ d }: { d: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    >
      <path d={d} />
    </svg>
  )
}
