import { Link } from '@tanstack/react-router'
import type { MeasureCard, RangeView } from '../../../../src/api/shapes.ts'
import { formatBounds, nationalityLabel, populationLabel } from '../../../../src/export/figures.ts'
import { nameIn } from '../../data/names.ts'
import { Unsure } from '../../data/unsure.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Panel } from '../../ui/panel.tsx'
import css from './contested.module.css'
import { OVERVIEW } from './words.ts'

/** Figures that exclude each other: the range over independent origins, and who stands at each end. */
export function ContestedPanel({ contested, total }: { contested: readonly MeasureCard[]; total: number }) {
  const { t, number } = useWords(OVERVIEW)
  const all = { to: '/compare', search: { contested: 'true' } } as const
  return (
    <Panel
      title={t('contested.title')}
      aside={total > contested.length ? <Link {...all}>{t('more.all', { n: number(total) })}</Link> : null}
    >
      {contested.length === 0 ? <p className={css.none}>{t('contested.none')}</p> : null}
      <ol className={css.list}>
        {contested.map((card) => (
          <li key={card.id}>
            <Contested card={card} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Contested({ card }: { card: MeasureCard }) {
  const { t, lang, label } = useWords(OVERVIEW)
  const { low, high } = card.range
  return (
    <article className={css.card}>
      <h3 className={css.title}>
        <Link to="/compare/$measure" params={{ measure: card.id }}>
          <MeasureName card={card} />
        </Link>
      </h3>
      <p className={css.range}>{formatBounds({ min: low.value, max: high.value, modifier: 'between', unit: card.unit }, lang, label)}</p>
      <Spread range={card.range} unit={card.unit} />
      <p className={css.support}>
        {label('count.reports', { n: card.reports })}
        {t('and')}
        {label('count.outlets', { n: card.outlets })}
        {t('and')}
        <b data-grade={card.grade}>{label('count.origins', { n: card.origins })}</b>
        <Unsure card={card} />
      </p>
    </article>
  )
}

/** What is measured: event, who, where, when. */
function MeasureName({ card: { type, of, nationality, place, time } }: { card: MeasureCard }) {
  const { t, lang, label, date } = useWords(OVERVIEW)
  const who = [of ? populationLabel(of, label) : '', nationality ? nationalityLabel(nationality, lang, label) : ''].filter(Boolean)
  return (
    <>
      <span className={css.what}>
        {label(`type.${type}`)}
        {who.length > 0 ? `${t('colon')}${who.join(t('comma'))}` : null}
      </span>
      {[place ? nameIn(lang, place) : null, time ? date(time) : null].map((part) =>
        part === null ? null : (
          <span key={part} className={css.where}>
            <bdi>{part}</bdi>
          </span>
        ),
      )}
    </>
  )
}

/** The two ends on a line that begins at nothing, each with who stands there. An open end has no bound. */
function Spread({ range: { low, high }, unit }: { range: RangeView; unit: string }) {
  const top = Math.max(low.value ?? 0, high.value ?? 0)
  const share = (value: number | null, open: number): number => (value === null || top === 0 ? open : (value / top) * 100)
  const [from, to] = [share(low.value, 0), share(high.value, 100)]
  return (
    <div className={css.spread}>
      <div className={css.track} aria-hidden="true">
        <span className={css.span} style={{ insetInlineStart: `${from}%`, inlineSize: `${Math.max(0, to - from)}%` }} />
        {low.value === null ? null : <span className={css.end} data-end="low" style={{ insetInlineStart: `${from}%` }} />}
        {high.value === null ? null : <span className={css.end} data-end="high" style={{ insetInlineStart: `${to}%` }} />}
      </div>
      <dl className={css.ends}>
        <End name="low" end={low} unit={unit} />
        <End name="high" end={high} unit={unit} />
      </dl>
    </div>
  )
}

function End({ name, end, unit }: { name: 'low' | 'high'; end: RangeView['low']; unit: string }) {
  const { t, lang, label } = useWords(OVERVIEW)
  const value = { min: end.value, max: end.value, modifier: 'exact', unit } as const
  return (
    <div data-end={name}>
      <dt>
        <span className={css.mark} data-end={name} aria-hidden="true" />
        {t(`contested.${name}`)} {end.value === null ? t('contested.open') : formatBounds(value, lang, label)}
      </dt>
      <dd>
        {end.by.length === 0 ? t('contested.unnamed') : null}
        {end.by.map((who, i) => (
          <span key={who}>
            {i > 0 ? t('comma') : ''}
            <bdi>{who}</bdi>
          </span>
        ))}
      </dd>
    </div>
  )
}
