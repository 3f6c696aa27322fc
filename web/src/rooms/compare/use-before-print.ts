import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'

/** Lets a list that shows its beginning show the rest on paper, where nothing can be pressed. */
export function useBeforePrint(show: () => void): void {
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    const hear = (): void => flushSync(() => latest.current())
    window.addEventListener('beforeprint', hear)
    return () => window.removeEventListener('beforeprint', hear)
  }, [])
}
