import { useWords } from '../../../i18n/use-words.ts'
import { OVERVIEW } from '../words.ts'
import type { Timeline } from './bins.ts'
import { useStripName } from './chart.tsx'
import css from './timeline.module.css'

/** The same numbers as a table: for reading aloud, for copying. */
export function TimelineTable({ timeline }: { timeline: Timeline }) {
  const { t, date, number } = useWords(OVERVIEW)
  const name = useStripName()
  const strips = [timeline.all, ...timeline.strips]
  return (
    <details className={css.table}>
      <summary>{t('timeline.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label={t('timeline.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('timeline.when')}</th>
              {strips.map((strip) => (
                <th key={strip.types.join()} scope="col">
                  {name(strip)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {timeline.bins.map(({ from, edtf }, bin) =>
              timeline.all.counts[bin] ? (
                <tr key={from}>
                  <th scope="row">{date(edtf)}</th>
                  {strips.map((strip) => (
                    <td key={strip.types.join()}>{strip.counts[bin] ? number(strip.counts[bin]) : ''}</td>
                  ))}
                </tr>
              ) : null,
            )}
          </tbody>
        </table>
      </section>
    </details>
  )
}
