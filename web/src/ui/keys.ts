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

interface Hearer {
  keys: () => KeyMap
  reach: Reach
}

/** `room`: keys of the room that is open; `everywhere`: keys of the shell, which a room may take for itself. */
type Reach = 'room' | 'everywhere'

const hearers: Hearer[] = []

/** What a key does: in a room before everywhere, the one that came last first. */
const actOf = (key: string): KeyMap[string] | undefined =>
  (['room', 'everywhere'] as const)
    .flatMap((reach) => hearers.filter((one) => one.reach === reach).toReversed())
    .map((one) => one.keys()[key])
    .find((act) => act !== undefined)

let before = { key: '', at: Number.NEGATIVE_INFINITY }

function hear(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || event.defaultPrevented) return
  if (document.querySelector('[role="dialog"]')) return
  const key = latinKey(event)
  const row = event.timeStamp - before.at < ROW_MS ? actOf(`${before.key} ${key}`) : undefined
  before = { key, at: event.timeStamp }
  const act = row ?? actOf(key)
  if (!act) return
  event.preventDefault()
  act(event)
}

/**
 * Listens for keys outside of fields, without modifiers. Works under an Arabic layout too.
 * Where several listen for a key, a room has it before the shell, and two keys in a row before one.
 *
 * @example useKeys({ j: next, k: previous, '/': focusSearch })
 */
export function useKeys(map: KeyMap, reach: Reach = 'room'): void {
  const current = useRef(map)
  current.current = map
  useEffect(() => {
    const hearer: Hearer = { keys: () => current.current, reach }
    if (hearers.length === 0) document.addEventListener('keydown', hear)
    hearers.push(hearer)
    return () => {
      hearers.splice(hearers.indexOf(hearer), 1)
      if (hearers.length === 0) document.removeEventListener('keydown', hear)
    }
  }, [reach])
}
