import { useSyncExternalStore } from 'react'

const paper = matchMedia('print')
let asked = false

function subscribe(hear: () => void): () => void {
  const say = (now: boolean) => (): void => {
    asked = now
    hear()
  }
  const [before, after] = [say(true), say(false)]
  paper.addEventListener('change', hear)
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  return () => {
    paper.removeEventListener('change', hear)
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  }
}

/** Whether the page is being put on paper: then all of it is drawn. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => asked || paper.matches)
