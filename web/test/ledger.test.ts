import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClaimPage } from '../../src/api/shapes.ts'
import { axeFindings, themesOf, withoutBrowser } from './browser.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

const LANGS = ['ar', 'en'] as const

/** Numbers of the interface are in Latin digits; 'one' and 'two' are words in Arabic. */
const WORDS: Record<string, number> = { 'لا ادعاءات': 0, 'ادعاء واحد': 1, ادعاءان: 2 }
const countOf = (text: string): number => WORDS[text.trim()] ?? Number(text.replace(/\D/gu, ''))

const rowAt = (page: Page, row: number) => page.locator(`[role="row"][data-row="${row}"]`)
const sentenceAt = (page: Page, row: number) => rowAt(page, row).locator('q[data-clamped]')
const countShown = async (page: Page): Promise<number> => countOf((await page.getByTestId('count').textContent()) ?? '')
const grid = (page: Page) => page.getByRole('grid')
const searchOf = (page: Page) => new URL(page.url()).searchParams

/** Until the list stands that the address asks for. */
async function settled(page: Page): Promise<void> {
  await page.locator('[role="grid"][aria-busy="false"]').waitFor()
  await sentenceAt(page, 0).waitFor()
}

/** axe looks at every cell of every row. */
const LOOK_MS = 60_000

describe.skipIf(withoutBrowser)('the ledger', { timeout: LOOK_MS }, () => {
  let workbench: Workbench
  const claims = async (words: string): Promise<ClaimPage> =>
    (await (await fetch(`${workbench.server.url}/api/claims?${words}`)).json()) as ClaimPage
  beforeAll(async () => {
    workbench = await openWorkbench()
  }, 120_000)
  afterAll(() => workbench?.close())

  describe.each(LANGS)('in %s', (lang) => {
    it.each(themesOf(lang))('has nothing for axe to find, in %s', async (theme) => {
      const { page, context, outside, errors } = await workbench.open('/claims?type=kidnap&type=hold', { lang, theme })
      await settled(page)
      expect(await axeFindings(page)).toEqual([])
      await sentenceAt(page, 1).click()
      await page.getByTestId('detail').locator('article').waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect([outside, errors]).toEqual([[], []])
      await context.close()
    })

    it('has nothing for axe to find on a phone, its facets in a sheet', async () => {
      const { page, context, errors } = await workbench.open('/claims', { lang, width: 390, height: 844 })
      await settled(page)
      expect(await axeFindings(page)).toEqual([])
      await page.getByRole('button', { name: /^(?:Filters|التصفية)/u }).click()
      await page.getByRole('dialog').locator('[data-facet="type"]').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.getByRole('dialog').locator('[data-facet="type"] input[value="kidnap"]').click()
      await page.waitForURL(/type=kidnap/u)
      await page.keyboard.press('Escape')
      await settled(page)
      await sentenceAt(page, 0).click()
      await page.getByRole('dialog').locator('article').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(errors).toEqual([])
      await context.close()
    })

    it.each([360, 390, 760, 1100, 1600])('fits a window of %i pixels', async (width) => {
      const { page, context } = await workbench.open('/claims', { lang, width })
      await settled(page)
      const beyond = await page.evaluate(() => {
        const list = document.querySelector('[role="grid"]')!
        return [document.documentElement.scrollWidth - innerWidth, list.scrollWidth - list.clientWidth]
      })
      expect(beyond).toEqual([0, 0])
      await context.close()
    })

    it('narrows by three facets, and counts the rows it shows', async () => {
      const { page, context } = await workbench.open('/claims', { lang })
      await settled(page)
      for (const [facet, value] of [
        ['type', 'kidnap'],
        ['type', 'hold'],
        ['modality', 'actual'],
        ['unit', 'person'],
      ]) {
        const part = page.locator(`[data-facet="${facet}"]`)
        const toggle = part.locator('button[aria-expanded]')
        if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
        await part.locator(`input[value="${value}"]`).check()
        await page.waitForURL(new RegExp(`${facet}=.*${value}`, 'u'))
      }
      await settled(page)
      const { total } = await claims('type=kidnap&type=hold&modality=actual&unit=person')
      expect(total).toBeGreaterThan(0)
      await expect.poll(() => countShown(page)).toBe(total)
      expect(await grid(page).getAttribute('aria-rowcount')).toBe(String(total + 1))
      await grid(page).focus()
      await page.keyboard.press('End')
      await rowAt(page, total - 1).waitFor()
      expect(await rowAt(page, total).count()).toBe(0)
      const counts = await page.locator('[data-facet="type"] label[data-chosen="true"]').allTextContents()
      expect(counts.map((text) => Number(/\d+$/u.exec(text)?.[0])).reduce((a, b) => a + b)).toBe(total)
      await page.locator('ul[aria-label] button').first().click()
      await page.goBack()
      await expect.poll(() => countShown(page)).toBe(total)
      await context.close()
    })

    it('finds words, and marks them in their sentences', async () => {
      const { page, context } = await workbench.open('/claims', { lang })
      await settled(page)
      await page.keyboard.press('/')
      await page.keyboard.type('المخيم')
      await page.waitForURL(/q=/u)
      const { total } = await claims(`q=${encodeURIComponent('المخيم')}`)
      expect(total).toBeGreaterThan(0)
      await expect.poll(() => countShown(page)).toBe(total)
      await settled(page)
      const marks = await page
        .locator('[role="row"] q[data-clamped]')
        .evaluateAll((all) => all.map((one) => one.querySelector('mark')?.textContent))
      expect(marks.every((text) => text?.includes('مخيم'))).toBe(true)
      await page.keyboard.press('Enter')
      await expect(grid(page).evaluate((one) => one === document.activeElement)).resolves.toBe(true)
      await context.close()
    })

    it('is walked by keyboard alone, and stands there again when it is opened anew', async () => {
      const { page, context } = await workbench.open('/claims', { lang })
      await settled(page)
      for (const key of ['j', 'j', 'j', 'k', 'x', 'ArrowDown', 'x']) await page.keyboard.press(key)
      await expect.poll(() => grid(page).getAttribute('aria-activedescendant')).toBe('claim-3')
      await page.keyboard.press('Enter')
      const panel = page.getByTestId('detail')
      await panel.locator('article').waitFor()
      await page.keyboard.press('j')
      await page.waitForURL(/row=4&claim=[\da-f]{64}%3A\w+&rows=2-3$/u)
      const sentence = await panel.locator('article q').first().textContent()
      await page.reload()
      await panel.locator('article').waitFor()
      expect(await panel.locator('article q').first().textContent()).toBe(sentence)
      expect(await page.locator('[role="row"][aria-selected="true"]').count()).toBe(2)
      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'detached' })
      await expect.poll(() => searchOf(page).has('claim')).toBe(false)
      await page.keyboard.press('f')
      await expect(page.evaluate(() => document.activeElement?.tagName)).resolves.toBe('INPUT')
      await context.close()
    })
  })

  it('opens a claim in its report, and a contested one beside the others', async () => {
    const { page, context } = await workbench.open('/claims?contested=true', { lang: 'en' })
    await settled(page)
    await rowAt(page, 0).locator('a', { hasText: 'contested' }).click()
    await page.waitForURL(/\/compare\/[\da-f]+/u)
    await page.goBack()
    await settled(page)
    expect(searchOf(page).get('row')).toBe('1')
    await sentenceAt(page, 0).click()
    await page.getByTestId('detail').getByRole('link', { name: 'Open in the report' }).click()
    await page.waitForURL(/\/reports\/[\da-f]{64}\?claim=/u)
    await context.close()
  })

  it('says which filter to loosen where nothing fits', async () => {
    const { page, context } = await workbench.open('/claims?type=kidnap&q=zzz', { lang: 'en' })
    const ways = page.locator('main ul button:has-text("claims")')
    await ways.first().waitFor()
    const { total } = await claims('type=kidnap')
    const way = ways.filter({ hasText: 'zzz' })
    expect(await way.textContent()).toContain(`${total} claims`)
    await way.click()
    await expect.poll(() => countShown(page)).toBe(total)
    expect(Object.fromEntries(searchOf(page))).toEqual({ type: 'kidnap' })
    await context.close()
  })

  it('takes the month that the timeline leads to, and any limits typed', async () => {
    const { page, context } = await workbench.open('/claims', { lang: 'en' })
    await settled(page)
    await page.locator('input[type="number"]').first().fill('10')
    await page.keyboard.press('Enter')
    await page.waitForURL(/min=10/u)
    const { total } = await claims('min=10')
    await expect.poll(() => countShown(page)).toBe(total)
    await page.goto('/claims?from=2021-01-01&to=2021-12-31')
    expect(await page.locator('input[type="date"]').first().inputValue()).toBe('2021-01-01')
    await context.close()
  })

  it('copies the rows picked, as cells that no spreadsheet runs', async () => {
    const { page, context } = await workbench.open('/claims?figures=true', { lang: 'en' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await settled(page)
    for (const key of ['j', 'x', 'j', 'x', 'c']) await page.keyboard.press(key)
    await page.getByText('Copied 2 rows.').waitFor()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    const rows = text.split('\n').map((line) => line.split('\t'))
    const { rows: first } = await claims('figures=true&limit=2')
    expect(rows).toHaveLength(3)
    expect(rows.map((cells) => cells.length)).toEqual([16, 16, 16])
    expect(rows.slice(1).map((cells) => cells[14])).toEqual(first.map(({ evidence }) => evidence.text.replace(/\s+/gu, ' ').trim()))
    await context.close()
  })

  it('exports what is chosen', async () => {
    const { page, context } = await workbench.open('/claims?type=kidnap&sort=value', { lang: 'en' })
    await settled(page)
    const links = await page.locator('a[download]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    expect(links).toEqual(['csv', 'jsonl'].map((format) => `/api/export?format=${format}&lang=en&type=kidnap&sort=value`))
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').first().click()])
    expect(download.suggestedFilename()).toMatch(/\.csv$/u)
    await context.close()
  })

  it('says what went wrong, and tries again', async () => {
    const { page, context } = await workbench.open('/claims', { lang: 'en' })
    await settled(page)
    const error = { code: 'internal', message: 'The ledger is busy.', hint: 'Wait a moment.' }
    await context.route('**/api/claims?**', (route) => route.fulfill({ status: 500, json: { error } }))
    await page.locator('[data-facet="type"] input[type="checkbox"]').first().click()
    await page.getByText('The ledger is busy.').waitFor()
    await context.unroute('**/api/claims?**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await settled(page)
    await context.close()
  })

  it('reaches every one of a million rows', async () => {
    const TOTAL = 1_000_000
    const { rows: known } = await claims('limit=100')
    const { page, context } = await workbench.open('/', { lang: 'ar' })
    await context.route('**/api/claims?**', (route) => {
      const { searchParams } = new URL(route.request().url())
      const [at, limit] = ['at', 'limit'].map((name) => Number(searchParams.get(name)))
      const rows = Array.from({ length: Math.min(limit!, TOTAL - at!) }, (_, i) => {
        const number = String(at! + i).padStart(64, '0')
        return { ...known[i % known.length]!, key: `${number}:c1`, published: null, title: number }
      })
      return route.fulfill({ json: { total: TOTAL, at, rows, next: null } }).catch(() => undefined)
    })
    await page.goto('/claims')
    await settled(page)
    const scrolled = grid(page)
    expect(await scrolled.getAttribute('aria-rowcount')).toBe('1000001')
    expect(await scrolled.evaluate((one) => one.scrollHeight)).toBeLessThan(9_000_000)
    await scrolled.focus()
    await page.keyboard.press('End')
    await sentenceAt(page, TOTAL - 1).waitFor()
    await page.keyboard.press('PageUp')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => scrolled.getAttribute('aria-activedescendant')).toMatch(/^claim-9999\d\d$/u)
    await page.goto('/claims?row=500000')
    await sentenceAt(page, 499_999).waitFor()
    const topOf = (row: number): Promise<number> => rowAt(page, row).evaluate((one) => Math.round(one.getBoundingClientRect().top))
    const before = await topOf(499_999)
    const box = (await scrolled.boundingBox())!
    await page.mouse.move(box.x + 200, box.y + 200)
    await page.mouse.wheel(0, 100)
    await expect.poll(() => topOf(499_999)).toBe(before - 100)
    await scrolled.evaluate((one) => one.scrollTo(0, one.scrollHeight / 4))
    await expect.poll(() => page.locator('[role="row"][data-row^="2"] q[data-clamped]').count()).toBeGreaterThan(5)
    await context.close()
  })

  it('prints the claims in view with their sources', async () => {
    const { page, context } = await workbench.open('/claims?type=kidnap', { lang: 'en' })
    await settled(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText(/^Claims 1 to \d+ of \d+$/u).isVisible()).toBe(true)
    expect(await page.locator('[data-facet="type"]').isVisible()).toBe(false)
    const tops = await page.locator('[role="row"][data-row]').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
    expect(tops.slice(1).filter((one, i) => one.top < tops[i]!.bottom - 1)).toEqual([])
    await context.close()
  })
})
