import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/lang/data.ts'
import { withoutBrowser } from './browser.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

const LANGS = ['ar', 'en'] as const
const JOURNEY_MS = 120_000
const example = (name: string): string => join(packageRoot, 'examples', name)
const FIVE = [
  'swap-1-sada-al-nahr.txt',
  'swap-2-bawabat-al-sahl.txt',
  'swap-3-darb-al-khabar.txt',
  'swap-4-qaws-al-ufuq.txt',
  'kidnap-1-marfa.txt',
].map(example)

async function addFiles(page: Page, files: readonly string[]): Promise<void> {
  await page.setInputFiles('[data-input="files"]', [...files])
  await page.locator('[data-key="send"]').click()
  await expect.poll(() => page.locator('li[data-state="added"] a[href^="/reports/"]').count(), { timeout: 30_000 }).toBe(files.length)
}

describe.skipIf(withoutBrowser)('a sitting from start to end', { timeout: JOURNEY_MS }, () => {
  let workbench: Workbench
  beforeEach(async () => {
    workbench = await openWorkbench({ examples: false })
  }, JOURNEY_MS)
  afterEach(() => workbench.close())

  it.each(LANGS)('five files, the contested figure, its origin, the table taken along (%s)', async (lang) => {
    const { page, context, outside, errors } = await workbench.open('/add', { lang })
    await addFiles(page, FIVE)

    await page.locator('nav a[href="/"]').click()
    const contested = page.locator('article a[href^="/compare/"]').first()
    await contested.click()
    await page.waitForURL(/\/compare\//u)

    // 45 according to a newspaper that two outlets retell, 60 according to the council: two origins.
    await page.locator('[data-point]').first().waitFor()
    const table = page.locator('main table').first()
    const told = (await table.textContent()) ?? ''
    for (const words of ['45', '60', 'ذا هاربر لانترن', 'المجلس المدني']) expect(told).toContain(words)

    await page.goto('/claims?type=exchange&figures=true')
    await page.locator('[role="row"][aria-rowindex="2"], [data-row]').first().waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href*="format=csv"]').first().click()])
    const csv = readFileSync(await download.path(), 'utf8')
    const [head, ...rows] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data
    const column = (name: string): string[] => rows.map((row) => row[head!.indexOf(name)] ?? '')
    expect(new Set(column('type'))).toEqual(new Set(['exchange']))
    expect(column('origin').join()).toContain('ذا هاربر لانترن')
    expect(column('min')).toEqual(expect.arrayContaining(['45', '60']))
    expect([outside, errors]).toEqual([[], []])
    await context.close()
  })

  it.each(LANGS)('a passage, and the report it was copied from (%s)', async (lang) => {
    const { page, context, outside, errors } = await workbench.open('/add', { lang })
    await addFiles(page, FIVE.slice(0, 2))
    await page.locator('li[data-state="added"] a[href^="/reports/"]').last().click()
    await page.waitForURL(/\/reports\/[\da-f]{64}/u)
    const own = /[\da-f]{64}/u.exec(page.url())![0]
    await page.locator('article p').first().waitFor()
    await page
      .getByRole('button', { name: lang === 'ar' ? /^وهو في/u : /^Also in/u })
      .first()
      .click()
    const panel = page.locator('#reader-panel')
    await expect.poll(() => panel.locator('mark').count()).toBeGreaterThan(0)
    await panel.locator(`a[href^="/reports/"]:not([href*="${own}"])`).first().click()
    await page.waitForURL((url) => url.pathname.startsWith('/reports/') && !url.pathname.includes(own))
    await page.locator('[data-lit~="target"]').first().waitFor()
    expect([outside, errors]).toEqual([[], []])
    await context.close()
  })

  it('shows a hostile report as text in every room, and asks nothing of another machine', async () => {
    const evil = `<script>window.hurt=1</script><img src="https://example.org/x.png" onerror="window.hurt=2"><svg onload="window.hurt=3">`
    const figure = 'قال المجلس المدني في الرقة إن 40 شخصا وصلوا يوم 3 آذار/مارس 2021 إلى مدينة الرقة.'
    for (const [outlet, count] of [
      [`منبر ${evil}`, '40'],
      [`مرصد ${evil}`, '75'],
    ])
      await workbench.server.send('POST', '/api/reports', {
        text: `عنوان ${evil} \u202eمقلوب\u202c\n\n${figure.replace('40', count!)} ${evil}\n`,
        title: evil,
        outlet,
        published: '2021-03-04',
      })
    await expect.poll(async () => (await workbench.server.get('/api/reports')).json.total, { timeout: 20_000 }).toBe(2)
    const [{ key }] = (await workbench.server.get('/api/reports')).json.rows
    const measures = (await workbench.server.get('/api/measures')).json.rows as { id: string }[]
    for (const path of ['/', '/reports', `/reports/${key}`, '/claims', '/compare', ...measures.map(({ id }) => `/compare/${id}`), '/add']) {
      const { page, context, outside } = await workbench.open(path, { lang: 'ar' })
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate(() => 'hurt' in window), path).toBe(false)
      expect(await page.locator('main script, main img[src^="https"], main svg[onload]').count(), path).toBe(0)
      expect(outside, path).toEqual([])
      await context.close()
    }
  })
})
