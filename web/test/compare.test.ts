import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeasureCard, MeasureDetail } from '../../src/api/shapes.ts'
import { LONG_STATES, measureOf } from '../src/rooms/compare/testing/fixture.ts'
import { axeFindings, openPage, themesOf, type View, withoutBrowser } from './browser.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

const LANGS = ['ar', 'en'] as const
const BROWSER_MS = 60_000

/** What a hostile report could make of a name. */
const HOSTILE = '<img src=x onerror="alert(1)">&\u202e]]> "</text><script>alert(1)</script>'

describe.skipIf(withoutBrowser)('comparing', { timeout: BROWSER_MS }, () => {
  let workbench: Workbench
  let contested: MeasureCard
  beforeAll(async () => {
    workbench = await openWorkbench()
    const response = await fetch(`${workbench.server.url}/api/measures?contested=true`)
    contested = ((await response.json()) as { rows: MeasureCard[] }).rows[0]!
  }, BROWSER_MS)
  afterAll(() => workbench.close())

  const at = (search = ''): string => `/compare/${contested.id}${search}`

  /** A page on which the server answers for this measure with a made-up one. */
  async function openMadeUp(detail: MeasureDetail, view: View) {
    const opened = await openPage(workbench.browser, workbench.server.url, view)
    await opened.page.route(`**/api/measures/${detail.card.id}*`, (route) => route.fulfill({ json: detail }))
    await opened.page.goto(`/compare/${detail.card.id}`)
    await opened.page.locator('[data-point]').first().waitFor()
    return opened
  }

  describe.each(LANGS)('in %s', (lang) => {
    it.each(themesOf(lang))('has nothing for axe to find, %s', async (theme) => {
      for (const path of ['/compare', at('?policy=source-ranked')]) {
        const { page, context, outside, errors } = await workbench.open(path, { lang, theme })
        await page
          .locator(path === '/compare' ? 'a[data-measure]' : '[data-point]')
          .first()
          .waitFor()
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
        if (path !== '/compare') await page.locator('main svg[role="img"]').waitFor()
        expect(await axeFindings(page), path).toEqual([])
        expect([outside, errors]).toEqual([[], []])
        await context.close()
      }
    })

    it('lists measures, narrows them, and opens one by keys', async () => {
      const { page, context } = await workbench.open('/compare', { lang })
      await page.locator('a[data-measure]').first().waitFor()
      const all = await page.locator('a[data-measure]').count()
      await page.getByRole('checkbox').check()
      await page.waitForURL(/contested=true/u)
      await expect.poll(() => page.locator('a[data-measure]').count()).toBeLessThan(all)
      expect(await page.locator('article[data-contested="false"]').count()).toBe(0)
      await page.locator('main').focus()
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/compare/${contested.id}`)
      await context.close()
    })

    it('runs time with the reading, and keeps numbers in order', async () => {
      const { page, context } = await openMadeUp(LONG_STATES['wide-values']!, { lang })
      const places = await Promise.all([0, 1, 2, 3, 4].map((i) => middleOf(page, i)))
      const inTime = places.toSorted((a, b) => (lang === 'ar' ? b - a : a - b))
      expect(places).toEqual(inTime)
      const ticks = await page.locator('#chart text').allTextContents()
      expect(ticks).toContain('100,000')
      await context.close()
    })

    it('goes from figure to figure by keys, shows the sentence, and opens the report at it', async () => {
      const { page, context } = await openMadeUp(LONG_STATES['wide-values']!, { lang })
      await page.locator('[data-point="0"]').focus()
      await page.keyboard.press(lang === 'ar' ? 'ArrowLeft' : 'ArrowRight')
      await expect
        .poll(() => page.locator('main aside, main section').filter({ hasText: 'ما لا يقل عن 100 سجين' }).count())
        .toBeGreaterThan(0)
      const { claim } = LONG_STATES['wide-values']!.points[1]!
      await expect.poll(() => new URL(page.url()).searchParams.get('point')).toBe(claim.key)
      expect(await page.locator('[data-point="1"]').getAttribute('aria-label')).toContain('الثانية')
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/reports/${claim.report}?claim=c1`)
      await context.close()
    })

    it('takes a value for the best only under a policy, and keeps the ranking in the address', async () => {
      const { page, context } = await workbench.open(at(), { lang })
      await page.locator('input[value="lowest"]').check()
      await page.waitForURL(/policy=lowest/u)
      await page.locator('[data-name="best"]').waitFor()
      await page.locator('input[value="source-ranked"]').check()
      await page.waitForURL(/policy=source-ranked/u)
      const names = page.locator('ol > li[draggable] bdi')
      const before = await names.allTextContents()
      await page.locator('ol > li[draggable]').first().focus()
      await page.keyboard.press('Alt+ArrowDown')
      const [first, second, ...rest] = before
      await expect.poll(() => names.allTextContents()).toEqual([second, first, ...rest])
      await page.waitForURL(/rank=/u)
      await page.reload()
      await expect.poll(() => names.allTextContents()).toEqual([second, first, ...rest])
      await context.close()
    })

    it('hands out a picture that stands alone', async () => {
      const { page, context } = await workbench.open(at(), { lang, theme: 'dark' })
      const svg = (await saved(page, 'svg')).text
      expect(svg).not.toMatch(/<script|<style|<image|<foreignObject|href=|url\(|var\(|@import/u)
      const parsed = await page.evaluate((text) => {
        const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml')
        const texts = [...root.querySelectorAll('text')].map(({ textContent }) => textContent)
        return { name: root.nodeName, direction: root.getAttribute('direction'), texts: texts.join('\n') }
      }, svg)
      expect(parsed).toMatchObject({ name: 'svg', direction: lang === 'ar' ? 'rtl' : 'ltr' })
      for (const name of contested.range.high.by) expect(parsed.texts).toContain(name)
      expect(parsed.texts).toContain(lang === 'ar' ? 'المصادر' : 'Sources')
      await context.close()
    })

    it('hands out the same as PNG, and the figures as a table', async () => {
      const { page, context } = await workbench.open(at(), { lang })
      const png = await saved(page, 'png')
      const size = await pictureOf(page, png.bytes)
      expect(size.width).toBe(2000)
      expect(size.height).toBeGreaterThan(600)
      expect(size.written).toBeGreaterThan(200)
      const csv = await saved(page, 'csv')
      expect(csv.text.trimEnd().split('\r\n')).toHaveLength(contested.figures + 1)
      await context.close()
    })

    it('stands long states on a phone and on a desk', async () => {
      for (const detail of Object.values(LONG_STATES)) {
        const { page, context, errors } = await openMadeUp(detail, { lang, width: 1280 })
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 800 })
          const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
          await expect.poll(over, { message: `${detail.card.id} at ${width}` }).toBeLessThanOrEqual(0)
        }
        expect(errors).toEqual([])
        await context.close()
      }
    })

    it('shows a hostile name as text, on the page and in the picture', async () => {
      const { page, context, errors } = await openMadeUp(
        measureOf({ origins: [HOSTILE], figures: [{ min: 1, max: 2, outlet: HOSTILE }] }),
        { lang },
      )
      expect(await page.locator('main img, main script').count()).toBe(0)
      const svg = (await saved(page, 'svg')).text
      const found = await page.evaluate((text) => {
        const drawing = new DOMParser().parseFromString(text, 'image/svg+xml')
        return drawing.querySelectorAll('parsererror, script, img, image').length
      }, svg)
      expect([found, errors]).toEqual([0, []])
      await context.close()
    })

    it('brings every figure onto paper', async () => {
      const { page, context } = await openMadeUp(LONG_STATES['two-hundred']!, { lang })
      const rows = page.locator('#figures tbody tr')
      expect(await rows.count()).toBeLessThan(200)
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      expect(await rows.count()).toBe(200)
      await context.close()
    })

    it('prints chart, table, pairs and sources, and nothing to press', async () => {
      const { page, context } = await workbench.open(at(), { lang, theme: 'dark' })
      await page.emulateMedia({ media: 'print' })
      const seen = await page.evaluate(() =>
        [...document.querySelectorAll('main button, nav')].filter((one) => one.checkVisibility()).map(({ className }) => className),
      )
      expect(seen.filter((name) => !/value|copy/u.test(name))).toEqual([])
      for (const part of ['#chart', '#figures table', '#origins']) expect(await page.locator(part).isVisible(), part).toBe(true)
      expect(await page.getByText(lang === 'ar' ? 'صُنع ببرنامج إسناد' : 'Made with Isnad').isVisible()).toBe(true)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--origin-1').trim())).toBe('#0e5a61')
      await context.close()
    })
  })

  it('says so where a measure is not there', async () => {
    const { page, context } = await workbench.open('/compare/nothing', { lang: 'en' })
    await page.getByRole('alert').waitFor()
    await context.close()
  })
})

async function middleOf(page: Page, point: number): Promise<number> {
  const box = await page.locator(`[data-point="${point}"] rect`).boundingBox()
  return box!.x + box!.width / 2
}

/** What a button of the head hands out. */
async function saved(page: Page, kind: 'svg' | 'png' | 'csv'): Promise<{ bytes: Buffer; text: string }> {
  const waiting: Promise<Download> = page.waitForEvent('download')
  await page.getByRole('button', { name: new RegExp(kind, 'iu') }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind}$`, 'u'))
  const bytes = readFileSync(await download.path())
  return { bytes, text: bytes.toString('utf8') }
}

/** Decodes a PNG: its size, and how many pixels of its title are dark. */
const pictureOf = (page: Page, bytes: Buffer): Promise<{ width: number; height: number; written: number }> =>
  page.evaluate(
    async (url) => {
      const image = new Image()
      image.src = url
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = 120
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      const written = data.filter((value, i) => i % 4 === 0 && value < 90).length
      return { width: image.naturalWidth, height: image.naturalHeight, written }
    },
    `data:image/png;base64,${bytes.toString('base64')}`,
  )
