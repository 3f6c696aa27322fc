import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Overview } from '../../../../../src/api/shapes.ts'
import { claimsAt, type Search } from '../../../app/search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Panel } from '../../../ui/panel.tsx'
import { useWidth } from '../../../ui/use-width.ts'
import { OVERVIEW } from '../words.ts'
import { timelineOf } from './bins.ts'
import { Chart } from './chart.tsx'
import { TimelineTable } from './table.tsx'
import css from './timeline.module.css'

/** Narrowest bin that a finger still hits. */
const BIN_PX = 9

/** What happened when: a line for every event type over the months, each stretch leading to its claims. */
export function TimelinePanel({ overview }: { overview: Overview }) {
  const { t, number } = useWords(OVERVIEW)
  const year = yearOf(useSearch({ strict: false }) as Search)
  const [ref, width] = useWidth()
  const [told, setTold] = useState('')
  const timeline = timelineOf(overview.timeline, { most: Math.max(4, Math.floor(width / BIN_PX)), year })
  return (
    <Panel title={t('timeline.title')} aside={<Aside year={year} />}>
      {timeline ? (
        <>
          <p className={css.told}>{told || t('timeline.about', { max: number(timeline.all.total) })}</p>
          <Chart timeline={timeline} width={width} area={ref} onTell={setTold} zoomed={year !== undefined} />
          <Outside before={timeline.before} after={timeline.after} first={timeline.bins[0]!.from} last={timeline.bins.at(-1)!.to} />
          <TimelineTable timeline={timeline} />
        </>
      ) : (
        <p className={css.none}>{t('timeline.none')}</p>
      )}
      {overview.undatedClaims > 0 ? (
        <Link className={css.undated} {...claimsAt({ modality: 'actual', undated: 'true' })}>
          {t('timeline.undated', { count: overview.undatedClaims })}
        </Link>
      ) : null}
    </Panel>
  )
}

function yearOf({ year }: Search): number | undefined {
  return typeof year === 'string' && /^\d{4}$/u.test(year) ? Number(year) : undefined
}

function Aside({ year }: { year: number | undefined }) {
  const { t } = useWords(OVERVIEW)
  if (year === undefined) return <>{t('timeline.direction')}</>
  return (
    <Link to="/" search={(all: Search) => ({ ...all, year: undefined })} resetScroll={false}>
      {t('timeline.all-years')}
    </Link>
  )
}

/** What lies outside of the span shown, at either end. */
function Outside({ before, after, first, last }: { before: number; after: number; first: string; last: string }) {
  const { t } = useWords(OVERVIEW)
  if (before + after === 0) return null
  return (
    <p className={css.outside}>
      {before > 0 ? (
        <Link {...claimsAt({ modality: 'actual', to: dayBeside(first, -1) })}>{t('timeline.before', { count: before })}</Link>
      ) : (
        <span />
      )}
      {after > 0 ? (
        <Link {...claimsAt({ modality: 'actual', from: dayBeside(last, 1) })}>{t('timeline.after', { count: after })}</Link>
      ) : null}
    </p>
  )
}

/** @example dayBeside('2021-01-01', -1) // '2020-12-31' */
function dayBeside(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
