import { useEffect, useRef } from 'react'

/** What a key does. `g o` is two keys in a row; `?`, `/`, `j`, `ArrowDown` are one. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** How long the second key may be in coming. */
const ROW_MS = 900

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))

/** The key as it is printed on a Latin keyboard, whatever layout is on: an Arabic layout types other letters on the same keys. */
const latinKey = ({ key, code }: KeyboardEvent): string =>
  /^Key[A-Z]$/u.test(code) ? code.slice(3).toLowerCase() : key === '؟' ? '?' : key

/** Who listens, the newest last. A room comes after the shell and has the first word: its `/` is the search of the room. */
const hearers: ((event: KeyboardEvent) => void)[] = []

const tellAll = (event: KeyboardEvent): void => {
  for (const hear of hearers.toReversed()) hear(event)
}

/**
 * Listens for keys outside of fields, without modifiers. Works under an Arabic layout too.
 * Where several listen for a key, the one that came last has it.
 *
 * @example useKeys({ j: next, k: previous, '/': focusSearch })
 */
export function useKeys(map: KeyMap): void {
  const current = useRef(map)
  current.current = map
  const before = useRef({ key: '', at: 0 })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || event.defaultPrevented) return
      if (document.querySelector('[role="dialog"]')) return
      const key = latinKey(event)
      const row = event.timeStamp - before.current.at < ROW_MS ? `${before.current.key} ${key}` : key
      before.current = { key, at: event.timeStamp }
      const act = current.current[row] ?? current.current[key]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    if (hearers.length === 0) document.addEventListener('keydown', tellAll)
    hearers.push(hear)
    return () => {
      hearers.splice(hearers.indexOf(hear), 1)
      if (hearers.length === 0) document.removeEventListener('keydown', tellAll)
    }
  }, [])
}
