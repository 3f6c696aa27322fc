import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 62rem)')

const subscribe = (hear: () => void): (() => void) => {
  narrow.addEventListener('change', hear)
  return () => narrow.removeEventListener('change', hear)
}

/** Whether there is no room for a margin beside the text. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches)
