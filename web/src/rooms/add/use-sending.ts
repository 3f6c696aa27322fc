import { useRef, useState } from 'react'
import type { Paste, RunView } from '../../../../src/api/shapes.ts'
import { send } from '../../api/client.ts'
import { batchesOf, type Staged } from './staging.ts'

/** How far files are on their way to the server. */
export interface Sending {
  isSending: boolean
  /** Files that have not left yet. */
  waiting: number
  error: unknown
  files: (files: readonly Staged[], limits: { bytes: number; files: number }) => Promise<void>
  paste: (paste: Paste) => Promise<boolean>
  /** Lets what is not sent yet stay. */
  stop: () => void
}

interface Options {
  /** Called with the id of each run that was started. */
  onRun: (id: string) => void
  /** Called with the files that are at the server now. */
  onSent: (files: readonly Staged[]) => void
}

/** Sends files in as many requests as the limits ask for, one after another, and pasted text. */
export function useSending({ onRun, onSent }: Options): Sending {
  const [state, setState] = useState({ isSending: false, waiting: 0, error: null as unknown })
  const isStopped = useRef(false)
  const start = (waiting: number): void => {
    isStopped.current = false
    setState({ isSending: true, waiting, error: null })
  }
  const end = (error: unknown): void => setState({ isSending: false, waiting: 0, error })
  return {
    ...state,
    async files(files, limits) {
      start(files.length)
      let waiting = files.length
      try {
        for (const batch of batchesOf(files, limits)) {
          if (isStopped.current) break
          const { id } = await send<RunView>('POST', '/api/reports', formOf(batch))
          waiting -= batch.length
          setState({ isSending: true, waiting, error: null })
          onSent(batch)
          onRun(id)
        }
        end(null)
      } catch (error) {
        end(error)
      }
    },
    async paste(paste) {
      start(1)
      try {
        onRun((await send<RunView>('POST', '/api/reports', paste)).id)
        end(null)
        return true
      } catch (error) {
        end(error)
        return false
      }
    },
    stop: () => {
      isStopped.current = true
    },
  }
}

function formOf(batch: readonly Staged[]): FormData {
  const form = new FormData()
  for (const { file } of batch) form.append('files', file, file.name)
  return form
}
