import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import { dayOf } from '../../../../src/export/dates.ts'
import { useWords } from '../../i18n/use-words.ts'
import css from './sources.module.css'
import { COMPARE } from './words.ts'

/** On paper only: the reports behind the figures, and when the page was made. On the screen each figure links to its report. */
export function PrintedSources({ detail }: { detail: MeasureDetail }) {
  const { t, date } = useWords(COMPARE)
  const reports = new Map(detail.points.map(({ claim }) => [claim.report, claim]))
  return (
    <section className={css.sources} aria-hidden="true">
      <h2>{t('file.sources')}</h2>
      <ol>
        {[...reports.values()].map(({ report, outlet, title, published }) => (
          <li key={report}>
            <bdi>{outlet ?? t('outlet.unknown')}</bdi> · <bdi>{title}</bdi> · {published ? date(dayOf(published)) : t('detail.day.none')} ·{' '}
            <bdi className={css.key}>{report.slice(0, 16)}</bdi>
          </li>
        ))}
      </ol>
      <p>{t('file.made', { date: date(new Date().toISOString().slice(0, 10)) })}</p>
    </section>
  )
}
