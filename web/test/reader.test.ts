import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportCard, ReportDetail } from '../../src/api/shapes.ts'
import { axeFindings, themesOf, withoutBrowser } from './browser.ts'
import { openWorkbench, type Workbench } from './workbench.ts'

const LANGS = ['ar', 'en'] as const
const PROSE = 'أفادت صحيفة «قوس الأفق» نقلا عن شهود أن 40 مقاتلا سلموا أنفسهم لقوات السد في الباب يوم الثلاثاء.'

describe.skipIf(withoutBrowser)('the reader', () => {
  let workbench: Workbench
  let swap: ReportDetail
  let copy: ReportDetail
  beforeAll(async () => {
    workbench = await openWorkbench()
    swap = await detailOf('swap-1-sada-al-nahr.txt')
    copy = await detailOf('swap-2-bawabat-al-sahl.txt')
  }, 120_000)
  afterAll(() => workbench?.close())

  async function detailOf(name: string): Promise<ReportDetail> {
    const rows: ReportCard[] = (await workbench.server.get('/api/reports?limit=200')).json.rows
    const card = rows.find(({ path }) => path.split('/').at(-1)!.startsWith(name))
    return (await workbench.server.get(`/api/reports/${card!.key}`)).json
  }

  /** Pastes a report; gives its address. */
  async function pasted(text: string, more: Record<string, string> = {}): Promise<string> {
    const { json } = await workbench.server.send('POST', '/api/reports', { text, ...more })
    await workbench.server.runs.finished(json.id)
    return `/reports/${workbench.server.runs.view(json.id, 'en')!.items[0]!.report}`
  }

  const at = (detail: ReportDetail, search = ''): string => `/reports/${detail.card.key}${search}`
  const idOf = ({ key }: ReportDetail['claims'][number]): string => key.split(':')[1]!
  const claimOf = (words: string): ReportDetail['claims'][number] => swap.claims.find(({ figure }) => figure?.text === words)!
  const litTexts = (page: Page, role: string): Promise<string> =>
    page.locator(`[data-lit~="${role}"]`).evaluateAll((all) => all.map((one) => one.textContent).join(''))

  describe.each(LANGS)('in %s', (lang) => {
    describe.each(themesOf(lang))('in %s', (theme) => {
      it.each([
        ['a pinned claim', () => at(swap, `?claim=${idOf(claimOf('90 مقاتلا'))}&panel=findings`), '[data-lit~="figure"]'],
        ['copies side by side', () => at(swap, `?panel=copies&copy=${copy.card.key}`), '#reader-panel mark'],
        ['the original', () => at(swap, '?panel=original'), '#reader-panel dl'],
        ['the list', () => '/reports', '[data-row]'],
      ])('has nothing for axe to find with %s', async (_, address, ready) => {
        const { page, context, outside, errors } = await workbench.open(address(), { lang, theme })
        await page.locator(ready).first().waitFor()
        expect(await axeFindings(page)).toEqual([])
        expect([outside, errors]).toEqual([[], []])
        await context.close()
      })
    })

    it.each([360, 390, 800, 1280, 1600])('fits a window of %i pixels', async (width) => {
      const { page, context } = await workbench.open(at(swap, `?claim=${idOf(claimOf('90 مقاتلا'))}&panel=copies&copy=${copy.card.key}`), {
        lang,
        width,
      })
      const over = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      await page.locator('[data-lit~="figure"]').first().waitFor()
      expect(await over()).toBeLessThanOrEqual(0)
      await page.goto('/reports')
      await page.locator('[data-row]').first().waitFor()
      expect(await over()).toBeLessThanOrEqual(0)
      await context.close()
    })

    it('sets the text from right to left, whatever the interface', async () => {
      const { page, context } = await workbench.open(at(swap), { lang })
      const paragraph = page.locator('article p').last()
      expect(await paragraph.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
      await context.close()
    })

    it('puts notes beside their sentences, none over another', async () => {
      const { page, context } = await workbench.open(at(swap), { lang })
      await page.locator('[data-note]').first().waitFor()
      const boxes = await page.locator('[data-note]').evaluateAll((notes) => notes.map((note) => note.getBoundingClientRect().toJSON()))
      const text = (await page.locator('article p').last().boundingBox())!
      expect(boxes.length).toBeGreaterThan(5)
      boxes.forEach((box, i) => {
        if (i > 0) expect(box.top).toBeGreaterThanOrEqual(boxes[i - 1].bottom)
        expect(lang === 'ar' ? box.right <= text.x : box.left >= text.x + text.width).toBe(true)
      })
      await context.close()
    })

    it('puts claims below their paragraph on a phone', async () => {
      const { page, context } = await workbench.open(at(swap), { lang, width: 390, height: 844 })
      const note = page.locator('[data-note]').nth(2)
      await note.waitFor()
      const [paragraph, box] = [
        page.locator('p', { has: page.locator(`[data-at="${await note.getAttribute('data-note')}"]`) }),
        (await note.boundingBox())!,
      ]
      expect(box.y).toBeGreaterThanOrEqual((await paragraph.boundingBox())!.y)
      expect(box.width).toBeGreaterThan(300)
      await context.close()
    })
  })

  it('shows every letter of the report, marked without cutting words apart', async () => {
    const { page, context } = await workbench.open(at(swap), { lang: 'ar' })
    await page.locator('[data-marks]').first().waitFor()
    const shown = await page.locator('article h1, article p').evaluateAll((all) => all.map((one) => one.textContent).join(' '))
    const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()
    expect(flat(shown)).toBe(flat(swap.reading.report.text))
    const kinds = await page
      .locator('[data-marks]')
      .evaluateAll((all) => [...new Set(all.flatMap((one) => one.getAttribute('data-marks')!.split(' ')))].sort())
    expect(kinds).toEqual(['actor', 'figure', 'place', 'source', 'time'])
    const boxed = await page.locator('[data-marks]').evaluateAll((all) =>
      all.filter((one) => {
        const { marginInline, paddingInline, borderInlineWidth, display } = getComputedStyle(one)
        return [marginInline, paddingInline, borderInlineWidth].some((size) => size !== '0px') || display !== 'inline'
      }),
    )
    expect(boxed).toHaveLength(0)
    await context.close()
  })

  it('steps through the claims and pins one, which the address keeps', async () => {
    const { page, context } = await workbench.open(at(swap), { lang: 'en' })
    await page.locator('[data-note]').first().waitFor()
    for (let i = 0; i < 5; i++) await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.locator('button[id^="claim-"]:focus').waitFor()
    const focused = await page.evaluate(() => document.activeElement!.id.replace('claim-', ''))
    expect((await page.getByText('claim 4 of').count()) > 0).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.searchParams.get('claim') === focused)
    expect(await litTexts(page, 'evidence')).toContain('ثلاث دفعات')
    await page.reload()
    await page.locator(`#claim-${focused}[aria-expanded="true"]`).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => !url.searchParams.has('claim'))
    await context.close()
  })

  it('lights up figure, source, cue and scope of a claim, from the margin and from the sentence', async () => {
    const { page, context } = await workbench.open(at(swap), { lang: 'ar' })
    const claim = claimOf('90 مقاتلا')
    await page.locator('[data-note]').first().waitFor()
    await page.evaluate(() => document.fonts.ready) // then nothing moves under the pointer any more
    await page.locator(`#claim-${idOf(claim)}`).hover()
    expect(await litTexts(page, 'figure')).toBe('90 مقاتلا')
    expect(await litTexts(page, 'source')).toBe('«ذا هاربر لانترن»')
    expect(await litTexts(page, 'cue')).toBe('وأوضحت')
    expect(await litTexts(page, 'scope')).toMatch(/^الدفعة الأولى/u)
    await page.locator('[data-marks~="figure"]', { hasText: '22 أسيرا' }).hover()
    expect(await litTexts(page, 'figure')).toBe('22 أسيرا')
    const note = page.locator('[data-note][data-lit="true"]')
    expect(await note.count()).toBe(1)
    expect(await note.getByRole('list', { name: 'السلسلة' }).first().textContent()).toContain('ذا هاربر لانترن')
    await context.close()
  })

  it('lights up the sentence of a source in the chain', async () => {
    const { page, context } = await workbench.open(at(swap), { lang: 'ar' })
    await page.locator('[data-note]').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    await page.locator('[data-note]').getByText('شيخ عشيرة توسط').hover()
    expect(await litTexts(page, 'hop')).toBe('شيخ عشيرة توسط')
    await context.close()
  })

  it('hides a kind of mark by its key, as the address says', async () => {
    const { page, context } = await workbench.open(at(swap), { lang: 'en' })
    await page.locator('[data-marks~="figure"]').first().waitFor()
    await page.keyboard.press('1')
    await page.waitForURL(/show=time/u)
    expect(await page.locator('[data-marks~="figure"]').count()).toBe(0)
    expect(await page.locator('[data-marks~="place"]').count()).toBeGreaterThan(0)
    await page.keyboard.press('0')
    await page.locator('[data-note]').first().waitFor({ state: 'detached' })
    await page.reload()
    await page.locator('[data-marks~="place"]').first().waitFor()
    expect(await page.locator('[data-note], [data-marks~="figure"]').count()).toBe(0)
    await page.getByRole('button', { name: 'Figures' }).click()
    await page.locator('[data-marks~="figure"]').first().waitFor()
    await context.close()
  })

  it('offers comparison, citation and the rules of a claim', async () => {
    const claim = swap.claims.find(({ measure, figure }) => measure && figure?.text === '45 شخصا')!
    const { page, context } = await workbench.open(at(swap, `?claim=${idOf(claim)}`), { lang: 'en' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy citation' }).click()
    await page.getByText('Citation copied.').waitFor()
    const cited = await page.evaluate(() => navigator.clipboard.readText())
    for (const part of ['45 people', '45 شخصا', 'وقالت الصحيفة إن الدفعة الثانية', '13 November 2021', '←', swap.source.sha256, swap.rules])
      expect(cited).toContain(part)
    await page.getByRole('button', { name: 'Explain' }).click()
    await page.getByText('figure.number', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Compare with other reports' }).click()
    await page.waitForURL(`**/compare/${claim.measure}`)
    await context.close()
  })

  it('shows what a report says against itself, and leads to both places', async () => {
    const camp = await detailOf('camp-1-bawabat-al-sahl.txt')
    const { page, context } = await workbench.open(at(camp), { lang: 'en' })
    await page.keyboard.press('f')
    const sentences = page.locator('#reader-panel a[href*="at="]')
    await sentences.first().waitFor()
    expect(await sentences.count()).toBeGreaterThanOrEqual(2)
    await sentences.first().click()
    await page.waitForURL(/at=\d+-\d+/u)
    const target = page.locator('[data-lit~="target"]').first()
    await target.waitFor()
    await expect
      .poll(() => target.evaluate((one) => one.getBoundingClientRect().top > 60 && one.getBoundingClientRect().bottom < innerHeight))
      .toBe(true)
    await context.close()
  })

  it('leads from a passage to its copy, side by side with what differs, and to the other report', async () => {
    const { page, context } = await workbench.open(at(copy), { lang: 'en' })
    await page.getByRole('button', { name: 'Also in 1 other report' }).first().click()
    await page.waitForURL(/copy=/u)
    const panel = page.locator('#reader-panel')
    await panel.getByText('near copy').waitFor()
    const differing = await panel.locator('mark').evaluateAll((all) => all.map((one) => one.textContent))
    expect(differing).toContain('مسلحا')
    expect(differing).toContain('مقاتلا')
    await panel.getByRole('link', { name: 'Read it in the other report' }).first().click()
    await page.waitForURL(new RegExp(`/reports/${swap.card.key}\\?at=\\d+-\\d+`, 'u'))
    await page.locator('[data-lit~="target"]').first().waitFor()
    expect(await litTexts(page, 'target')).toContain('قوات السد سلّمت لواء الراية')
    await context.close()
  })

  it('names the original and says why it is not handed out', async () => {
    const { page, context } = await workbench.open(at(swap, '?panel=original'), { lang: 'ar' })
    const panel = page.locator('#reader-panel')
    await panel.getByText(swap.source.sha256).waitFor()
    expect(await panel.getByRole('link').count()).toBe(0)
    expect(await panel.textContent()).toContain('في الأصل أسماء محجوبة')
    await context.close()
  })

  it('says that a report cannot be read, and shows it', async () => {
    const text =
      'The council said on Tuesday that the convoy had left the town.\n\nNobody else could confirm it, and the road stayed closed.'
    const { page, context } = await workbench.open(await pasted(text), { lang: 'ar' })
    await page.getByText('هذا التقرير بلغة لا تُقرأ بعد').waitFor()
    await page.getByText('Nobody else could confirm it').waitFor()
    expect(
      await page
        .locator('article p')
        .last()
        .evaluate((one) => getComputedStyle(one).textAlign + getComputedStyle(one).unicodeBidi),
    ).toContain('plaintext')
    expect(await axeFindings(page)).toEqual([])
    await context.close()
  })

  it('shows a hostile report as text', async () => {
    const evil = `<script>window.hurt=1</script><img src=x onerror="window.hurt=2"><svg onload="window.hurt=3"></svg> \u202Eكتب\u202C javascript:alert(1)`
    const path = await pasted(`عنوان ${evil}\n\n${PROSE} ${evil}\n`, { title: evil, outlet: evil, url: 'https://example.org/%22onclick=' })
    const { page, context, outside } = await workbench.open(`${path}?panel=original`, { lang: 'ar' })
    await page.locator('[data-note]').first().waitFor()
    expect(await page.locator('article').textContent()).toContain('<img src=x onerror="window.hurt=2">')
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expect(await page.locator('article script, article img, article svg[onload], a[href^="javascript"]').count()).toBe(0)
    await page.goto('/reports')
    await page.locator('[data-row]').first().waitFor()
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expect(outside).toEqual([])
    await context.close()
  })

  it('draws only what is near the screen of a very long report, and finds its last claim', async () => {
    const path = await pasted(Array.from({ length: 900 }, (_, i) => PROSE.replace('40', String(40 + i))).join('\n\n'))
    const { page, context } = await workbench.open(path, { lang: 'ar' })
    await page.locator('[data-note]').first().waitFor()
    expect(await page.evaluate(() => document.querySelectorAll('main *').length)).toBeLessThan(2500)
    expect(await page.locator('article').textContent()).toContain('939 مقاتلا')
    const claims: ReportDetail['claims'] = await page.evaluate(
      async (address) => (await (await fetch(address)).json()).claims,
      `/api${path}`,
    )
    const last = claims.find(({ figure }) => figure?.text.startsWith('939'))!
    await page.goto(`${path}?claim=${idOf(last)}`)
    const figure = page.locator('[data-lit~="figure"]').first()
    await figure.waitFor()
    await expect
      .poll(() => figure.evaluate((one) => one.getBoundingClientRect().top > 60 && one.getBoundingClientRect().bottom < innerHeight))
      .toBe(true)
    await context.close()
  }, 90_000)

  it('prints the report with numbered claims, their chains and its source', async () => {
    const { page, context } = await workbench.open(at(swap), { lang: 'en' })
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('heading', { name: 'Claims', exact: true }).waitFor()
    expect(await page.locator('sup').count()).toBeGreaterThan(5)
    const text = (await page.locator('main').textContent())!
    expect(text).toContain(`[${swap.claims.length}]`)
    expect(text).toContain(swap.source.sha256)
    expect(await page.getByRole('toolbar').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('toolbar').waitFor()
    expect(await page.locator('sup').count()).toBe(0)
    await context.close()
  })

  it('lists reports, goes through them by keys, and finds by words', async () => {
    const { page, context } = await workbench.open('/reports', { lang: 'en' })
    await page.locator('[data-row]').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(href).toBe(await page.locator('[data-row]').nth(1).getAttribute('href'))
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${href}`)
    await page.goto('/reports')
    await page.getByRole('searchbox', { name: 'Search titles' }).fill('سبها')
    await page.waitForURL(/q=/u)
    await expect.poll(() => page.locator('[data-row]').count()).toBe(3)
    await page.getByRole('searchbox', { name: 'Search titles' }).fill('زرافة')
    await page.getByRole('heading', { name: 'No report matches' }).waitFor()
    await context.close()
  })

  it('says that a report is not there', async () => {
    const { page, context } = await workbench.open(`/reports/${'0'.repeat(64)}`, { lang: 'ar' })
    await page.getByRole('heading', { name: 'لا شيء في هذا العنوان' }).waitFor()
    await context.close()
  })
})
