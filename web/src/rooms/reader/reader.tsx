import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useLayoutEffect, useMemo, useState } from 'react'
import type { ReportDetail } from '../../../../src/api/shapes.ts'
import type { Search } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useKeys } from '../../ui/keys.ts'
import { useMedia } from '../../ui/use-media.ts'
import { Head } from './head.tsx'
import { litClaim, makeLooking, ReaderContext, type ReaderState, rememberLit } from './looking.ts'
import { indexReport } from './model/index.ts'
import { SHOWABLE, type Showable, shownBy, showWithout, spanIn } from './model/show.ts'
import { PANELS, type PanelName, Panels } from './panels.tsx'
import { Printed } from './printed.tsx'
import css from './reader.module.css'
import { ReportText } from './text.tsx'
import { keyOf, Toolbar } from './toolbar.tsx'
import { usePrinting } from './use-printing.ts'
import { useSteps } from './use-steps.ts'
import { READER } from './words.ts'

/** There is no room for a margin beside the text; as in the style sheets. */
const NARROW = '(max-width: 62rem)'

const first = (value: string | string[] | undefined): string | null => [value].flat()[0] ?? null

/** An open report. What is shown, pinned and opened is in the address. */
export function Reader({ detail }: { detail: ReportDetail }) {
  const { t } = useWords(READER)
  const search = useSearch({ strict: false }) as Search
  const change = useChange()
  const state = useReaderState(detail, search, change)
  const step = useSteps(state, { claim: first(search.claim), at: first(search.at) })
  const panel = (PANELS as readonly string[]).includes(first(search.panel) ?? '') ? (first(search.panel) as PanelName) : null
  const toggle = (kind: Showable): void => change({ show: showWithout(state.shown, kind) })
  const setPanel = (next: PanelName | null): void => change({ panel: next ?? undefined, copy: undefined })
  const open = (name: PanelName) => () => setPanel(panel === name ? null : name)
  const letGo = (): void => {
    state.looking.set({ current: null, hover: null, at: null })
    change({ claim: undefined, at: undefined })
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    f: open('findings'),
    d: open('copies'),
    i: open('original'),
    Escape: letGo,
    ...Object.fromEntries(SHOWABLE.map((kind) => [keyOf(kind), () => toggle(kind)])),
  })
  return (
    <ReaderContext value={state}>
      <div className={css.reader}>
        <Head />
        <Panels open={panel} copy={first(search.copy)} setPanel={setPanel} />
        {state.index.isMarked ? <Toolbar toggle={toggle} step={step} /> : null}
        {state.index.text.trim() === '' ? <p className={css.empty}>{t('empty')}</p> : <ReportText />}
        {state.index.claims.length === 0 ? <p className={css.empty}>{t('no-claims')}</p> : null}
        {state.printing ? <Printed /> : null}
      </div>
    </ReaderContext>
  )
}

/** Changes what the address says after '?', in place. */
function useChange(): (search: Record<string, string | string[] | undefined>) => void {
  const navigate = useNavigate()
  return useCallback(
    (search) => void navigate({ to: '.', search: (old: Search) => ({ ...old, ...search }), replace: true, resetScroll: false }),
    [navigate],
  )
}

function useReaderState(detail: ReportDetail, search: Search, change: ReturnType<typeof useChange>): ReaderState {
  const index = useMemo(() => indexReport(detail), [detail])
  const litOf = useMemo(() => rememberLit(detail), [detail])
  const pinned = pinnedIn(search)
  const [looking] = useState(() => makeLooking({ pinned, at: spanIn(search.at) }))
  const at = first(search.at)
  // Before the page is painted, so that what the address names is lit at once.
  useLayoutEffect(() => looking.set({ pinned }), [looking, pinned])
  useLayoutEffect(() => looking.set({ at: spanIn(at ?? undefined) }), [looking, at])
  const showKey = [search.show ?? '*'].flat().join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is new at every turn, its names are not
  const shown = useMemo(() => shownBy(search.show), [showKey])
  const narrow = useMedia(NARROW)
  const printing = usePrinting()
  return useMemo(
    () => ({
      detail,
      index,
      looking,
      shown,
      narrow,
      printing,
      litOf,
      pin: (id) => {
        looking.set({ pinned: id, current: id ?? litClaim({ ...looking.get(), pinned: null }) })
        change({ claim: id ?? undefined })
      },
      openCopy: (copy) => {
        change({ panel: 'copies', copy })
        scrollTo({ top: 0 })
      },
    }),
    [detail, index, looking, shown, narrow, printing, litOf, change],
  )
}

/** Id of the claim that the address pins; a key of a claim is taken too. */
function pinnedIn(search: Search): string | null {
  const words = first(search.claim)
  return words?.split(':').at(-1) ?? null
}
