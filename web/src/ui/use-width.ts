import { useLayoutEffect, useState } from 'react'

/**
 * Width of an element in CSS pixels, kept up to date; 0 before it is laid out. The first value is its `ref`.
 *
 * @example const [ref, width] = useWidth(); return <div ref={ref}>…</div>
 */
export function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!element) return
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return [setElement, width]
}
