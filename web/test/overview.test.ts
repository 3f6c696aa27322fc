import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, themesOf, withoutBrowser } from './browser.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

const LANGS = ['ar', 'en'] as const

describe.skipIf(withoutBrowser)('the overview', { timeout: 60_000 }, () => {
  let workbench: Workbench
  beforeAll(async () => {
    workbench = await openWorkbench()
  }, 120_000)
  afterAll(() => workbench?.close())

  describe.each(LANGS)('in %s', (lang) => {
    it.each(themesOf(lang))('has nothing for axe to find, in %s', async (theme) => {
      const { page, context, outside, errors } = await workbench.open('/', { lang, theme })
      await page.locator('[data-ready="true"] canvas').waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect([outside, errors]).toEqual([[], []])
      await context.close()
    })

    it.each([360, 390, 760, 1600])('fits a window of %i pixels', async (width) => {
      const { page, context } = await workbench.open('/', { lang, width })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await context.close()
    })
  })

  it('counts what the ledger holds, each number leading to it', async () => {
    const { page, context } = await workbench.open('/', { lang: 'en' })
    const counts = await page
      .locator('[data-count] a')
      .evaluateAll((links) => links.map((link) => `${link.textContent} → ${link.getAttribute('href')}`))
    expect(counts).toContain('17 reports → /reports')
    expect(counts).toContain('2 copies among them → /#echoes')
    expect(counts).toContain('12 outlets → /?list=outlet')
    expect(counts).toContain('2 undated reports → /reports?undated=true')
    expect(counts.find((count) => count.includes('figures'))).toMatch(/→ \/claims\?figures=true$/u)
    expect(counts.find((count) => count.includes('contested'))).toMatch(/→ \/compare\?contested=true$/u)
    await context.close()
  })

  it('shows a contested figure with who stands at each end, and leads to its comparison', async () => {
    const { page, context } = await workbench.open('/', { lang: 'en' })
    const card = page
      .locator('article', { hasText: 'Abduction' })
      .or(page.locator('article', { hasText: 'abduction' }))
      .first()
    await expect(card.textContent()).resolves.toMatch(/6 to 9/u)
    await expect(card.textContent()).resolves.toMatch(/نقابة عمال الصحة في غاو/u)
    await card.getByRole('link').click()
    await page.waitForURL(/\/compare\/[\da-f]{16}$/u)
    await context.close()
  })

  it('opens the sentences of a custody line, and keeps them open in its address', async () => {
    const { page, context } = await workbench.open('/', { lang: 'ar' })
    const toggle = page.locator('button[aria-expanded]').first()
    await toggle.click()
    await expect(page.locator('table q').count()).resolves.toBe(1)
    await page.waitForURL(/line=/u)
    await page.reload()
    await page.locator('table q').waitFor()
    await page.locator('button[aria-expanded="true"]').press('Enter')
    await page.locator('table q').waitFor({ state: 'detached' })
    await page.locator('table td[data-cell="figures"] a').first().click()
    await page.waitForURL(/\/reports\/[\da-f]{64}\?claim=/u)
    await context.close()
  })

  it.each([
    ['en', 'ArrowRight'],
    ['ar', 'ArrowLeft'],
  ] as const)('lets time run with the writing in %s, and goes along it by %s', async (lang, later) => {
    const { page, context } = await workbench.open('/', { lang })
    const cells = page.locator('svg [data-cell^="0 "]')
    const sides = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().x))
    expect(sides).toEqual(sides.toSorted((a, b) => (lang === 'ar' ? b - a : a - b)))
    await cells.first().focus()
    await page.keyboard.press(later)
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(focused).toBe(await cells.nth(1).getAttribute('href'))
    expect(focused).toMatch(/^\/claims\?modality=actual&from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d$/u)
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toMatch(/^[1-9]/u)
    await context.close()
  })

  it('opens a year by its months, and says the same as a table', async () => {
    const { page, context } = await workbench.open('/', { lang: 'en' })
    await page.getByRole('link', { name: '2021 by months' }).click()
    await page.waitForURL(/year=2021/u)
    await page.getByText('As a table').click()
    const rows = page.locator('details tbody tr')
    await expect(rows.first().textContent()).resolves.toMatch(/2021/u)
    expect(await page.locator('svg [data-cell^="0 "]').count()).toBe(await rows.count())
    await page.getByRole('link', { name: 'All years' }).click()
    await page.waitForURL((url) => url.search === '')
    await context.close()
  })

  it('leads from a place on the map to its claims', async () => {
    const { page, context } = await workbench.open('/', { lang: 'en' })
    const map = page.locator('[data-ready="true"] canvas')
    await map.scrollIntoViewIfNeeded()
    await map.waitFor()
    const name = await page.locator('ol a[href^="/claims?place="]').first().textContent()
    // The name of the place with most claims stands beside its circle, or above or below it.
    const label = page.locator('[aria-hidden="true"] bdi', { hasText: name! }).first()
    await label.waitFor()
    const { x, y, width, height } = (await label.boundingBox())!
    const around = [
      [x - 10, y + height / 2],
      [x + width + 12, y + height / 2],
      [x + width / 2, y - 10],
      [x + width / 2, y + height + 10],
    ] as const
    for (const [left, top] of around) {
      await page.mouse.move(left, top)
      await page.waitForTimeout(200)
      if ((await map.evaluate((element) => getComputedStyle(element).cursor)) === 'pointer') break
    }
    await page.mouse.down()
    await page.mouse.up()
    await page.waitForURL(/\/claims\?place=/u)
    await context.close()
  })

  it('lists the places where no map can be drawn', async () => {
    const { page, context, errors } = await workbench.open('/reports', { lang: 'en' })
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
    await page.goto('/')
    await page.getByText('This browser cannot draw the map').waitFor()
    expect(await page.locator('ol a[href^="/claims?place="]').count()).toBeGreaterThan(5)
    expect(errors).toEqual([])
    await context.close()
  })

  it('names the outlets and the origins that it counts', async () => {
    const { page, context } = await workbench.open('/?list=source', { lang: 'ar' })
    const dialog = page.getByRole('dialog')
    await dialog.locator('li a').first().waitFor()
    expect(await dialog.locator('li').count()).toBeGreaterThan(10)
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.waitForURL((url) => url.search === '')
    await context.close()
  })

  it('prints its lists in full, without the map', async () => {
    const { page, context } = await workbench.open('/', { lang: 'en' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav[aria-label="Rooms"]').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    expect(await page.locator('ol a[href^="/claims?place="]:visible').count()).toBe(17)
    expect(await page.locator('td[data-cell="holder"]:visible').count()).toBe(17)
    await context.close()
  })
})

describe.skipIf(withoutBrowser)('the overview of an empty ledger', { timeout: 60_000 }, () => {
  let workbench: Workbench
  beforeAll(async () => {
    workbench = await openWorkbench({ examples: false })
  }, 120_000)
  afterAll(() => workbench?.close())

  it.each(LANGS)('says in %s how to fill it', async (lang) => {
    const { page, context } = await workbench.open('/', { lang })
    await page.locator('code', { hasText: 'isnad ingest' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.locator('main a[href="/add"]').click()
    await page.waitForURL(/\/add$/u)
    await context.close()
  })
})
