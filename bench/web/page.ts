/**
 * The workbench's page at scale, in Chromium: the longest task while a list of a million claims is scrolled, and how long a report of
 * 100,000 words takes to open.
 *
 *   npm run build && node bench/web.ts --keep DIR && node bench/web/page.ts --keep DIR
 *
 * Exits 1 where a task takes 50 ms or more, or the report a second or more.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { packageRoot } from '../../src/lang/data.ts'
import { openBrowser, openPage } from '../../web/test/browser.ts'

const { values } = parseArgs({ options: { keep: { type: 'string' }, port: { type: 'string', default: '4799' } } })
if (!values.keep) throw new Error('Name the ledger that bench/web.ts has left: --keep DIR')

/** Milliseconds that a task of the page may take while scrolling, and that a long report may take to open. */
const BOUND = { task: 50, report: 1_000 }
const url = `http://127.0.0.1:${values.port}`
const WORDS = 100_000
const PATIENCE = 300_000

/** The server in a process of its own, as a user has it. */
async function startServer(): Promise<() => void> {
  const command = [join(packageRoot, 'dist', 'cli', 'main.js'), 'serve', '--ledger', values.keep!, '--port', values.port, '--no-open']
  const server = spawn(process.execPath, command, { stdio: 'ignore' })
  for (const since = performance.now(); performance.now() - since < PATIENCE; ) {
    if (await fetch(`${url}/api/settings`).catch(() => null)) return () => server.kill('SIGINT')
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error(`No answer from ${url}`)
}

/** Long tasks (50 ms and more, as the browser tells them) while something is done on the page. */
async function longTasks(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(OBSERVE)
  await work()
  await page.evaluate(CONTROL)
  await page.waitForTimeout(500)
  const tasks = await page.evaluate<number[]>('globalThis.tasks')
  if (tasks.length === 0) throw new Error('This browser tells of no long tasks, not even of one made on purpose.')
  return tasks.slice(0, -1)
}

/** Written as text: they run in the page, whose types are not ours. */
const OBSERVE = `globalThis.tasks = []
globalThis.watch?.disconnect()
globalThis.watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)))
globalThis.watch.observe({ entryTypes: ['longtask'] })`
/** A task that is long on purpose, the last one to be told of. */
const CONTROL = 'setTimeout(() => { for (const since = performance.now(); performance.now() - since < 80; ); }, 100)'

async function scroll(page: Page): Promise<Record<string, number[]>> {
  await page.goto(`${url}/claims`)
  await page.locator('[role="row"]').nth(5).waitFor({ timeout: PATIENCE })
  await page.waitForTimeout(2_000)
  await page.mouse.move(800, 500)
  const wheel = async (by: number, times: number): Promise<void> => {
    for (let i = 0; i < times; i++) {
      await page.mouse.wheel(0, by)
      await page.waitForTimeout(16)
    }
  }
  return {
    'wheel, line by line': await longTasks(page, () => wheel(120, 120)),
    'wheel, page by page': await longTasks(page, () => wheel(2_000, 120)),
    'to the end and back': await longTasks(page, async () => {
      for (const key of ['End', 'PageUp', 'PageUp', 'Home', 'PageDown', 'End', 'Home']) {
        await page.keyboard.press(key)
        await page.waitForTimeout(250)
      }
    }),
  }
}

/** A report of many words, added and then opened as if for the first time and again. */
async function openLong(page: Page): Promise<number[]> {
  const sentence = (n: number): string => `وقالت إدارة المخيم إن ${n} نازحا وصلوا يوم ${(n % 27) + 1} آذار/مارس 2021 إلى مدينة الرقة.`
  const text = `تقرير طويل\n\n${Array.from({ length: WORDS / 13 }, (_, i) => sentence(i + 12)).join('\n\n')}\n`
  const added = await fetch(`${url}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ text, title: 'تقرير طويل', outlet: 'منبر الصحراء', published: '2021-04-01' }),
  })
  const run = (await added.json()) as { id: string }
  let report: string | null = null
  while (!report) {
    await new Promise((done) => setTimeout(done, 500))
    // While the server reads a very long report it may let an idle connection go.
    const answer = await fetch(`${url}/api/runs/${run.id}`).catch(() => null)
    const told = (await answer?.json()) as { state: string; items: { report: string | null }[] } | undefined
    if (told && told.state !== 'running') report = told.items[0]!.report
  }
  const times: number[] = []
  for (let i = 0; i < 4; i++) {
    const started = performance.now()
    await page.goto(`${url}/reports/${report}`)
    await page.locator('[data-note]').first().waitFor({ timeout: PATIENCE })
    times.push(performance.now() - started)
  }
  return times
}

const stop = await startServer()
const browser = await openBrowser()
try {
  const { page } = await openPage(browser, url, { lang: 'ar' })
  const tasks = await scroll(page)
  for (const [name, long] of Object.entries(tasks))
    console.log(`${name.padEnd(24)} ${long.length} tasks of 50 ms or more, the longest ${Math.round(Math.max(0, ...long))} ms`)
  const [first, ...again] = await openLong(page)
  const median = again.toSorted((a, b) => a - b)[1]!
  console.log(`a report of ${WORDS} words  first ${Math.round(first!)} ms, then ${Math.round(median)} ms`)
  if (Object.values(tasks).flat().length > 0 || median >= BOUND.report) process.exitCode = 1
} finally {
  await browser.close()
  stop()
}
