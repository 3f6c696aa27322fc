import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'

/**
 * A field whose value is taken after a moment of stillness, on Enter, or when it is left.
 *
 * @param value what is taken now; the field follows it unless something is being typed
 */
export function useDraft(value: string, take: (value: string) => void, still: number) {
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const taken = useRef(take)
  taken.current = take
  useEffect(() => () => clearTimeout(timer.current), [])
  const give = (next: string | null): void => {
    clearTimeout(timer.current)
    setDraft(null)
    if (next !== null && next !== value) taken.current(next)
  }
  return {
    value: draft ?? value,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const next = event.target.value
      setDraft(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => taken.current(next), still)
    },
    onBlur: () => give(draft),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Enter') give(draft)
    },
  }
}
