import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { forgetAnswers, settingsQuery } from '../../api/queries.ts'
import { addRoomHelp } from '../../app/room-help.ts'
import type { Search } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useKeys } from '../../ui/keys.ts'
import css from './add.module.css'
import { DropZone } from './drop-zone.tsx'
import { PasteForm } from './paste-form.tsx'
import { Runs } from './runs.tsx'
import { StagedFiles } from './staged-files.tsx'
import { type Picked, type Staged, stage } from './staging.ts'
import { useSending } from './use-sending.ts'
import { ADD } from './words.ts'

addRoomHelp({
  room: ADD,
  title: 'title',
  keys: [
    ['f', 'keys.files'],
    ['d', 'keys.folder'],
    ['p', 'keys.paste'],
  ],
})

/** What one request may bring, until the server has said it. */
const USUAL = { bytes: 64 * 1024 * 1024, files: 500 }

/** Reports come in here: files, folders, pasted text; how far they are, and what failed. */
export function AddRoom() {
  const { t } = useWords(ADD)
  const { data: settings } = useQuery(settingsQuery)
  const limits = settings?.limits ?? USUAL
  const [staged, setStaged] = useState<readonly Staged[]>([])
  const { ids, add, clear } = useRunIds(settings?.run ?? null)
  const onRun = (id: string): void => {
    add(id)
    void forgetAnswers() // the settings name the run now: other rooms see that it is under way
  }
  const sending = useSending({ onRun, onSent: (sent) => setStaged((all) => all.filter((one) => !sent.includes(one))) })
  const pick = (picked: readonly Picked[]): void => setStaged((all) => stage(all, picked, limits.bytes))
  const ready = staged.filter(({ hindrance }) => hindrance === null)
  const room = useRef<HTMLDivElement>(null)
  const press = (name: string): void => room.current?.querySelector<HTMLElement>(`[data-key="${name}"]`)?.click()
  useKeys({ f: () => press('files'), d: () => press('folder'), p: () => room.current?.querySelector('textarea')?.focus() })
  return (
    <div className={css.page} ref={room}>
      <header>
        <h1>{t('title')}</h1>
        <p className={css.stays}>
          <Shield />
          {settings ? t('stays.in', { ledger: `\u2068${settings.ledger}\u2069` }) : t('stays')}
        </p>
      </header>
      {ids.length > 0 ? <Runs ids={ids} waiting={sending.waiting} onStop={sending.stop} onClear={clear} /> : null}
      <div className={css.ways}>
        <div className={css.way}>
          <DropZone onPick={pick} limits={limits} />
          <StagedFiles
            staged={staged}
            limits={limits}
            sending={sending}
            onChange={setStaged}
            onSend={() => void sending.files(ready, limits)}
          />
        </div>
        <PasteForm sending={sending} />
      </div>
    </div>
  )
}

/** Ids of the runs that the page follows; they stand in its address. What is being read anyway is followed too. */
function useRunIds(running: string | null): { ids: string[]; add: (id: string) => void; clear: () => void } {
  const { run } = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const ids = [run ?? []].flat()
  const show = (change: (before: string[]) => string[]): void =>
    void navigate({
      to: '/add',
      search: (all: Search) => ({ ...all, run: change([all.run ?? []].flat()) }),
      replace: true,
      resetScroll: false,
    })
  const isNone = ids.length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that was cleared from the page is not shown again
  useEffect(() => {
    if (running !== null && isNone) show(() => [running])
  }, [running])
  return { ids, add: (id) => show((before) => [...before.filter((one) => one !== id), id]), clear: () => show(() => []) }
}

function Shield() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="18"
      height="18"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
    >
      <path d="M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6z" />
      <path d="m9 12 2 2 4-4" strokeLinecap="round" />
    </svg>
  )
}
