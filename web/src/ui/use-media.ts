import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds. @example const isWide = useMedia('(min-width: 60rem)') */
export function useMedia(query: string): boolean {
  const listen = useCallback(
    (change: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', change)
      return () => list.removeEventListener('change', change)
    },
    [query],
  )
  return useSyncExternalStore(listen, () => matchMedia(query).matches)
}
