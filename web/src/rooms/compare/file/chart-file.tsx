import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { filePalette } from '../palette.ts'
import type { Saved } from './save.ts'
import { Sheet } from './sheet.tsx'

/** The chart as an SVG document that needs nothing else: no font, style, script or picture from outside. */
export function chartFile(saved: Saved, made = new Date()): string {
  const holder = document.createElement('div')
  const root = createRoot(holder)
  flushSync(() => root.render(<Sheet {...saved} palette={filePalette()} made={made} />))
  const svg = new XMLSerializer().serializeToString(holder.firstElementChild!)
  root.unmount()
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`
}
