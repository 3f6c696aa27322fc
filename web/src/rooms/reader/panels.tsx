import { useWords } from '../../i18n/use-words.ts'
import { Copies } from './copies.tsx'
import { Findings } from './findings.tsx'
import { useReader } from './looking.ts'
import { Original } from './original.tsx'
import css from './panels.module.css'
import { READER } from './words.ts'

export const PANELS = ['findings', 'copies', 'original'] as const
export type PanelName = (typeof PANELS)[number]

/** What is known about the report as a whole, one at a time: what in it disagrees, who else carries its words, the file it was read from. */
export function Panels({
  open,
  copy,
  setPanel,
}: {
  open: PanelName | null
  copy: string | null
  setPanel: (panel: PanelName | null) => void
}) {
  const { t, number } = useWords(READER)
  const { detail } = useReader()
  const counts: Record<PanelName, number | null> = { findings: detail.findings.length, copies: detail.copies.length, original: null }
  const contested = detail.findings.some(({ verdict }) => verdict === 'conflict')
  return (
    <section className={css.panels} aria-label={t('panels')}>
      <div className={css.tabs}>
        {PANELS.map((name) => {
          const count = counts[name]
          return (
            <button
              key={name}
              type="button"
              className={css.tab}
              data-panel={name}
              data-some={name === 'findings' ? contested : count !== null && count > 0}
              aria-expanded={open === name}
              aria-controls="reader-panel"
              onClick={() => setPanel(open === name ? null : name)}
            >
              {t(`panel.${name}`)}
              {count === null ? null : <span className={css.count}>{number(count)}</span>}
            </button>
          )
        })}
      </div>
      <div id="reader-panel" className={css.panel} hidden={open === null}>
        {open === 'findings' ? <Findings /> : null}
        {open === 'copies' ? <Copies open={copy} /> : null}
        {open === 'original' ? <Original /> : null}
      </div>
    </section>
  )
}
