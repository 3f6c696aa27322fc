import { type RefObject, useLayoutEffect, useState } from 'react'

/** `table`: aligned columns under a head; `cards`: one under the other, on a phone or beside an open panel on a small screen. */
export type Layout = 'table' | 'cards'

/** Heights in rem. A row's height never depends on what stands in it: the place of any of a million rows is known without drawing it. */
const ROW_REM: Record<Layout, number> = { table: 4.75, cards: 13.25 }
const HEAD_REM: Record<Layout, number> = { table: 2, cards: 0 }
/** Narrower than this, in rem, columns are too narrow to read. */
const TABLE_REM = 40

export interface Measured {
  layout: Layout
  /** Pixels. */
  rowHeight: number
  /** Pixels of rows in view, without the head. */
  view: number
}

const measure = (element: HTMLElement): Measured => {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const layout: Layout = element.clientWidth < TABLE_REM * rem ? 'cards' : 'table'
  return { layout, rowHeight: Math.round(ROW_REM[layout] * rem), view: Math.max(0, element.clientHeight - HEAD_REM[layout] * rem) }
}

/** How the list is laid out in the room that it has. */
export function useLayout(element: RefObject<HTMLElement | null>): Measured {
  const [measured, setMeasured] = useState<Measured>({ layout: 'table', rowHeight: 80, view: 0 })
  useLayoutEffect(() => {
    const scrolled = element.current
    if (!scrolled) return
    const take = (): void => {
      const next = measure(scrolled)
      setMeasured((before) =>
        before.layout === next.layout && before.rowHeight === next.rowHeight && before.view === next.view ? before : next,
      )
    }
    take()
    const observer = new ResizeObserver(take)
    observer.observe(scrolled)
    return () => observer.disconnect()
  }, [element])
  return measured
}
