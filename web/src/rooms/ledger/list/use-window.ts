import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { barAt, barEnd, type Extent, listAt, listEnd, listFor, rowsAt } from './window.ts'

/** Rows drawn beyond what is seen, so that a quick turn of the wheel shows no gap. */
const BEYOND = 6
/** Screens in one step of the bar: more than this was no wheel but the bar itself being pulled. */
const PULL = 3
/** Milliseconds of stillness after which the bar is set where it belongs. */
const STILL_MS = 150

/** Rows to draw, and what is taken from their place in the list to get their place in the scrolled element. */
export interface Drawn {
  first: number
  last: number
  shift: number
}

const NONE: Drawn = { first: 0, last: -1, shift: 0 }
const same = (a: Drawn, b: Drawn): boolean => a.first === b.first && a.last === b.last && a.shift === b.shift

/**
 * Scrolls a list that may be taller than an element can be. While it is scrolled, rows move with the element, pixel by pixel;
 * when it is still, the bar is set to where it stands in the whole.
 */
export function useWindow(element: RefObject<HTMLElement | null>, extent: Extent) {
  const [drawn, setDrawn] = useState(NONE)
  const at = useRef({ bar: 0, list: 0, shift: 0 })
  const size = useRef(extent)
  size.current = extent

  const draw = useCallback(() => {
    const rows = rowsAt(at.current.list, size.current, BEYOND)
    const next = rows ? { ...rows, shift: at.current.shift } : NONE
    setDrawn((before) => (same(before, next) ? before : next))
  }, [])

  /** Sets bar and rows to a place in the list. */
  const put = useCallback(
    (list: number) => {
      const bar = Math.round(barAt(list, size.current))
      const shift = Math.round(list - bar)
      at.current = { bar, list: bar + shift, shift }
      if (element.current) element.current.scrollTop = bar
      draw()
    },
    [draw, element],
  )

  const show = useCallback((row: number) => put(listFor(row, at.current.list, size.current)), [put])

  useLayoutEffect(() => {
    const scrolled = element.current
    if (!scrolled) return
    let still: ReturnType<typeof setTimeout> | undefined
    const rest = (): void => {
      if (Math.abs(barAt(at.current.list, size.current) - at.current.bar) >= 1) flushSync(() => put(at.current.list))
    }
    const follow = (): void => {
      const [bar, before] = [scrolled.scrollTop, at.current]
      const by = bar - before.bar
      if (Math.abs(by) < 0.5) return
      const pulled = Math.abs(by) > PULL * size.current.view
      const list = pulled ? listAt(bar, size.current) : Math.min(Math.max(before.list + by, 0), listEnd(size.current))
      const shift = pulled ? Math.round(list - bar) : before.shift
      at.current = { bar, list: pulled ? bar + shift : list, shift }
      const stuck = (bar <= 0 && list > 1) || (bar >= barEnd(size.current) - 1 && list < listEnd(size.current) - 1)
      if (stuck) flushSync(() => put(list))
      else draw()
      clearTimeout(still)
      still = setTimeout(rest, STILL_MS)
    }
    scrolled.addEventListener('scroll', follow, { passive: true })
    return () => {
      clearTimeout(still)
      scrolled.removeEventListener('scroll', follow)
    }
  }, [draw, element, put])

  const { rows, rowHeight, view } = extent
  // biome-ignore lint/correctness/useExhaustiveDependencies: another extent draws other rows
  useLayoutEffect(() => put(Math.min(at.current.list, listEnd(size.current))), [rows, rowHeight, view, put])
  return { drawn, put, show, at }
}
