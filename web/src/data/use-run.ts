import { useEffect, useState } from 'react'
import type { RunView } from '../../../src/api/shapes.ts'
import { get, RequestError } from '../api/client.ts'

/** How long to wait, in milliseconds, before a stream that broke off is asked for again. */
const AGAIN_MS = 2000

/** What is known of one addition of reports: its latest state, or why there is none. */
export interface Followed {
  run: RunView | null
  error: unknown
}

/** Whether nothing more will come of it. */
export const hasEnded = ({ run, error }: Followed): boolean => (run !== null && run.state !== 'running') || isGone(error)

/** A server that does not answer may come back; a run that it does not know will not. */
const isGone = (error: unknown): boolean => error instanceof RequestError && error.code !== 'offline'

/**
 * Follows additions of reports by server-sent events, one after another as the server reads them; what failed is told in `lang`.
 *
 * @example const [{ run, error }] = useRuns([id], 'ar')
 */
export function useRuns(ids: readonly string[], lang: string): Followed[] {
  const [known, setKnown] = useState<ReadonlyMap<string, Followed>>(new Map())
  const nameOf = (id: string): string => `${lang} ${id}`
  const states = ids.map((id) => known.get(nameOf(id)) ?? NOTHING)
  const current = ids.find((_, i) => !hasEnded(states[i]!)) ?? null
  useEffect(() => {
    if (current === null) return
    return follow(current, lang, (state) => setKnown((before) => new Map(before).set(`${lang} ${current}`, state)))
  }, [current, lang])
  return states
}

const NOTHING: Followed = { run: null, error: null }

/** Returns what ends it. */
function follow(id: string, lang: string, tell: (state: Followed) => void): () => void {
  const path = `/api/runs/${encodeURIComponent(id)}`
  let events: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const take = (run: RunView): void => {
    if (run.state !== 'running') events?.close()
    tell({ run, error: null })
  }
  const open = (): void => {
    events = new EventSource(`${path}/events?lang=${lang}`)
    events.addEventListener('run', ({ data }: MessageEvent<string>) => take(JSON.parse(data) as RunView))
    events.addEventListener('error', () => void ask())
  }
  /** An event source does not say why it failed: the run itself is asked. */
  const ask = async (): Promise<void> => {
    events?.close()
    const state = await get<RunView>(path, { lang }).then(
      (run): Followed => ({ run, error: null }),
      (error: unknown): Followed => ({ run: null, error }),
    )
    if (isOver) return
    tell(state)
    if (!hasEnded(state)) timer = setTimeout(open, AGAIN_MS)
  }
  open()
  return () => {
    isOver = true
    events?.close()
    clearTimeout(timer)
  }
}
