import { Axes } from './axes.tsx'
import type { Drawn } from './drawn.ts'
import { Figures } from './figures.tsx'

/** The whole chart, without what only the page can do with it. */
export function Drawing(drawn: Drawn) {
  return (
    <>
      <Axes {...drawn} />
      <Figures {...drawn} />
    </>
  )
}
