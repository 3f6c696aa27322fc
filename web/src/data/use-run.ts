import { useEffect, useState } from 'react'
import type { RunView } from '../../../src/api/shapes.ts'
import { get, RequestError } from '../api/client.ts'

/** How far an addition of reports is: null before the first word of it. */
export interface RunState {
  run: RunView | null
  error: unknown
}

/** How long to wait, in milliseconds, before a stream that broke off is asked for again. */
const AGAIN_MS = 2000

/**
 * Follows an addition of reports by server-sent events until it ends; what failed is told in `lang`.
 *
 * @example const { run, error } = useRun(id, 'ar')
 */
export function useRun(id: string, lang: string): RunState {
  const [state, setState] = useState<RunState>({ run: null, error: null })
  useEffect(() => follow(id, lang, setState), [id, lang])
  return state
}

/** Returns what ends it. */
function follow(id: string, lang: string, tell: (state: RunState) => void): () => void {
  let events: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const path = `/api/runs/${encodeURIComponent(id)}`
  const take = (run: RunView): void => {
    tell({ run, error: null })
    if (run.state !== 'running') events?.close()
  }
  const open = (): void => {
    events = new EventSource(`${path}/events?lang=${lang}`)
    events.addEventListener('run', ({ data }: MessageEvent<string>) => take(JSON.parse(data) as RunView))
    events.addEventListener('error', () => {
      events?.close()
      // An event source does not say why it failed: the run itself is asked.
      void get<RunView>(path, { lang }).then(
        (run) => {
          take(run)
          if (run.state === 'running') timer = setTimeout(open, AGAIN_MS)
        },
        (error: unknown) => {
          tell({ run: null, error })
          if (error instanceof RequestError && error.code === 'offline') timer = setTimeout(open, AGAIN_MS)
        },
      )
    })
  }
  open()
  return () => {
    events?.close()
    clearTimeout(timer)
  }
}
