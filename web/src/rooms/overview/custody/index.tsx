import { useNavigate, useSearch } from '@tanstack/react-router'
import type { CustodyLine } from '../../../../../src/api/shapes.ts'
import type { Search } from '../../../app/search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { OVERVIEW } from '../words.ts'
import css from './custody.module.css'
import { Line } from './line.tsx'
import { lineKey, namedFirst } from './lines.ts'

/** Lines shown before all are asked for, and lines that are printed in any case. */
const SOME = 12
const PRINTED = 200

const opened = (line: Search[string]): string[] => [line ?? []].flat()

/** Who holds whom, where, as of when, and who says so. Each line opens its sentences. */
export function CustodyPanel({ lines }: { lines: readonly CustodyLine[] }) {
  const { t } = useWords(OVERVIEW)
  const { custody, line } = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const change = (more: (all: Search) => Search): void =>
    void navigate({ to: '/', search: (all: Search) => ({ ...all, ...more(all) }), replace: true, resetScroll: false })
  const open = opened(line)
  const toggle = (key: string): void =>
    change((all) => ({ line: opened(all.line).includes(key) ? opened(all.line).filter((one) => one !== key) : [...opened(all.line), key] }))
  const ordered = namedFirst(lines)
  const shown = custody === 'all' ? ordered : ordered.filter((one, i) => i < PRINTED || open.includes(lineKey(one)))
  if (lines.length === 0)
    return (
      <Panel title={t('custody.title')}>
        <p className={css.none}>{t('custody.none')}</p>
      </Panel>
    )
  return (
    <Panel title={t('custody.title')} aside={t('custody.lines', { count: lines.length })}>
      <table className={css.table}>
        <thead>
          <tr>
            {(['holder', 'whom', 'where', 'figures', 'as-of', 'says'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`custody.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((one, i) => {
            const key = lineKey(one)
            const isOpen = open.includes(key)
            return (
              <Line key={key} line={one} open={isOpen} later={i >= SOME && custody !== 'all' && !isOpen} onToggle={() => toggle(key)} />
            )
          })}
        </tbody>
      </table>
      {lines.length > SOME ? (
        <Button tone="quiet" className={css.more} onClick={() => change((all) => ({ custody: all.custody === 'all' ? undefined : 'all' }))}>
          {custody === 'all' ? t('custody.fewer') : t('custody.all', { count: lines.length })}
        </Button>
      ) : null}
    </Panel>
  )
}
