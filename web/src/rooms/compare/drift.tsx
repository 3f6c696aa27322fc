import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import { Message } from '../../data/message.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Panel } from '../../ui/panel.tsx'
import css from './comparisons.module.css'
import { Side } from './side.tsx'
import { COMPARE } from './words.ts'

/** What was possible and became certain, what was rough and became exact, whose source was dropped. */
export function Drifts({ detail }: { detail: MeasureDetail }) {
  const { t, lang } = useWords(COMPARE)
  if (detail.drift.length === 0) return null
  return (
    <Panel title={t('drift.title')} className={css.panel ?? ''}>
      <ol className={css.list}>
        {detail.drift.map((drift) => (
          <li key={`${drift.from} ${drift.to} ${drift.kind}`} className={css.pair}>
            <p className={css.why}>
              <Message text={drift.message[lang]} />
            </p>
            <div className={css.sides}>
              <Side detail={detail} index={drift.from} heading={t('drift.before')} />
              <Side detail={detail} index={drift.to} heading={t('drift.after')} />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
