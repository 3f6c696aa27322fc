/**
 * Pictures of every room in both languages, from the bundled examples, into docs/screenshots/. `npm run screenshots [-- --only reader --theme dark]`
 * Needs the built workbench (`npm run build`) and Chromium.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import type { MeasureCard, ReportCard } from '../src/api/shapes.ts'
import { packageRoot } from '../src/lang/data.ts'
import type { View } from '../web/test/browser.ts'
import { openWorkbench, type Workbench } from '../web/test/workbench.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    theme: { type: 'string' },
    out: { type: 'string' },
    width: { type: 'string' },
    full: { type: 'boolean' },
  },
})
const folder = values.out ?? join(packageRoot, 'docs', 'screenshots')
const size = { width: Number(values.width ?? 1280), height: 860 }
const theme = values.theme === 'dark' ? 'dark' : 'light'

interface Room {
  name: string
  path: (workbench: Workbench) => Promise<string>
  /** What is done on the page before the picture. */
  prepare?: (page: Page) => Promise<void>
}

const first = async <T>({ server }: Workbench, path: string, choose: (rows: T[]) => T | undefined): Promise<T> =>
  choose((await server.get(path)).json.rows as T[])!

const ROOMS: readonly Room[] = [
  { name: 'overview', path: async () => '/' },
  { name: 'reports', path: async () => '/reports' },
  {
    name: 'reader',
    path: async (workbench) => {
      const report = await first<ReportCard>(
        workbench,
        '/api/reports?limit=50',
        (rows) => rows.find(({ findings }) => findings > 0) ?? rows[0],
      )
      return `/reports/${report.key}`
    },
  },
  { name: 'ledger', path: async () => '/claims?figures=true' },
  { name: 'measures', path: async () => '/compare' },
  {
    name: 'compare',
    path: async (workbench) => {
      const measure = await first<MeasureCard>(workbench, '/api/measures?contested=true&limit=5', (rows) => rows[0])
      return `/compare/${encodeURIComponent(measure.id)}`
    },
  },
  { name: 'add', path: async () => '/add' },
]

async function shoot(workbench: Workbench, room: Room, view: View): Promise<void> {
  const { page, context, errors } = await workbench.open(await room.path(workbench), { ...size, theme, ...view })
  await page.waitForLoadState('networkidle')
  await room.prepare?.(page)
  await page.evaluate('document.fonts.ready')
  const name = [room.name, view.lang, ...(theme === 'dark' ? ['dark'] : [])].join('-')
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: values.full ?? false })
  for (const error of errors) console.error(`${name}: ${error}`)
  await context.close()
}

mkdirSync(folder, { recursive: true })
const workbench = await openWorkbench()
try {
  for (const room of ROOMS.filter(({ name }) => values.only === undefined || values.only === name))
    for (const lang of ['ar', 'en'] as const) await shoot(workbench, room, { lang })
} finally {
  await workbench.close()
}
