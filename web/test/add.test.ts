import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/lang/data.ts'
import { axeFindings, withoutBrowser } from './browser.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

const LANGS = ['ar', 'en'] as const
const example = (name: string): string => join(packageRoot, 'examples', name)
const SWAP = ['swap-1-sada-al-nahr.txt', 'swap-2-bawabat-al-sahl.txt', 'swap-3-darb-al-khabar.txt', 'swap-4-qaws-al-ufuq.txt'].map(example)
const NOISE = { name: 'noise.txt', mimeType: 'text/plain', buffer: Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)) }
const PDF = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }

/** Drops files on the page as a file manager does. */
async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((some) => {
    const transfer = new DataTransfer()
    for (const { name, text } of some) transfer.items.add(new File([text], name, { type: 'text/plain' }))
    return transfer
  }, files)
  const zone = page.locator('section[data-over]').last()
  await zone.dispatchEvent('dragenter', { dataTransfer: data })
  expect(await zone.getAttribute('data-over')).toBe('true')
  await zone.dispatchEvent('drop', { dataTransfer: data })
}

const ended = (page: Page) => page.locator('section[data-over="true"] progress')

describe.skipIf(withoutBrowser)('the room where reports are added', { timeout: 60_000 }, () => {
  let workbench: Workbench
  beforeEach(async () => {
    workbench = await openWorkbench({ examples: false })
  }, 120_000)
  afterEach(() => workbench?.close())

  it.each(LANGS)('takes five files dropped in %s, and shows the contested figure', async (lang) => {
    const { page, context, outside, errors } = await workbench.open('/add', { lang })
    const files = [...SWAP, example('escape-3-maraya-al-sahil.html')]
    await drop(
      page,
      files.map((file) => ({ name: file.split('/').at(-1)!, text: readFileSync(file, 'utf8') })),
    )
    await page.locator('[data-key="send"]').click()
    await ended(page).waitFor()
    expect(await page.locator('li[data-state="added"] a[href^="/reports/"]').count()).toBe(5)
    expect(await axeFindings(page)).toEqual([])
    await page.locator('section a[href="/"]').click()
    const card = page.locator('article a[href^="/compare/"]')
    await card.waitFor()
    await card.click()
    await page.waitForURL(/\/compare\/[\da-f]{16}$/u)
    expect([outside, errors]).toEqual([[], []])
    await context.close()
  })

  it('says before sending what will be left out, and after reading what failed, with what to do', async () => {
    const { page, context } = await workbench.open('/add', { lang: 'en', theme: 'dark' })
    await page.setInputFiles('[data-input="files"]', [PDF, NOISE, { ...NOISE, name: 'empty.txt', buffer: Buffer.alloc(0) }])
    await page.getByText('2 files are left out').waitFor()
    expect(await page.getByText('paste its text').isVisible()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Add 1 report' }).click()
    await page.getByText('1 file could not be taken in').waitFor()
    expect(await page.getByText('Give the report as plain text or HTML').isVisible()).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await context.close()
  })

  it('keeps what became of an addition at its address, in both languages', async () => {
    const { page, context } = await workbench.open('/add', { lang: 'en' })
    await page.setInputFiles('[data-input="files"]', SWAP.slice(0, 2))
    await page.locator('[data-key="send"]').click()
    await page.getByText('2 of 2 reports read').waitFor()
    await page.waitForURL(/\?run=/u)
    await page.reload()
    await page.getByText('2 of 2 reports read').waitFor()
    await page.getByRole('button', { name: 'العربية' }).click()
    await page.getByText('قُرئ 2 من تقريرين').waitFor()
    await page.getByRole('button', { name: 'أغلق' }).click()
    await page.waitForURL(/\/add$/u)
    await context.close()
  })

  it('knows a report that is there already', async () => {
    const { page, context } = await workbench.open('/add', { lang: 'en' })
    for (const said of ['1 new', '1 was there already']) {
      await page.setInputFiles('[data-input="files"]', SWAP[0]!)
      await page.getByRole('button', { name: 'Add 1 report' }).click()
      await page.getByText(said).waitFor()
      await page.getByRole('button', { name: 'Close' }).click()
    }
    await context.close()
  })

  it('takes a pasted text with what is known of it, and leads to its report', async () => {
    const { page, context } = await workbench.open('/add', { lang: 'ar' })
    await page.keyboard.press('p')
    await page.keyboard.insertText(readFileSync(example('camp-2-sada-al-nahr.txt'), 'utf8'))
    await page.fill('input[name="outlet"]', 'صدى النهر')
    await page.fill('input[name="published"]', 'last week')
    await page.locator('form[aria-labelledby="paste-title"] button[type="submit"]').click()
    expect(await page.locator('input[name="published"]:invalid').count()).toBe(1)
    await page.fill('input[name="published"]', '2021-03')
    await page.fill('input[name="url"]', 'https://sada.example/camp')
    await page.locator('form[aria-labelledby="paste-title"] button[type="submit"]').click()
    await ended(page).waitFor()
    expect(await page.locator('textarea').inputValue()).toBe('')
    await page.getByRole('link', { name: 'اقرأ التقرير' }).click()
    await page.waitForURL(/\/reports\/[\da-f]{64}$/u)
    await context.close()
  })

  it('takes many files in several requests, can be stopped, and loses nothing that was read', async () => {
    const { page, context } = await workbench.open('/add', { lang: 'en' })
    const text = readFileSync(SWAP[0]!, 'utf8')
    await drop(
      page,
      Array.from({ length: 620 }, (_, i) => ({ name: `report-${i}.txt`, text: `${text}\n${i}` })),
    )
    await page.getByRole('button', { name: 'Add 620 reports' }).click()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('heading', { name: 'Stopped' }).waitFor()
    const read = Number(/^(\d+) of/u.exec((await page.locator('section[data-over="true"] [role="status"]').textContent()) ?? '')?.[1])
    const { reports } = (await (await fetch(`${workbench.server.url}/api/settings`)).json()) as { reports: number }
    expect(reports).toBe(read)
    expect(read).toBeLessThan(620)
    await context.close()
  })

  it.each([
    ['ar', 'light', 1280],
    ['ar', 'dark', 390],
    ['en', 'dark', 1280],
    ['en', 'light', 360],
  ] as const)('is in order in %s, %s, at %i pixels', async (lang, theme, width) => {
    const { page, context } = await workbench.open('/add', { lang, theme, width })
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await context.close()
  })
})
