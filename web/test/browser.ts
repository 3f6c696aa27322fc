import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Lang } from '../../src/export/messages/translator.ts'

/** Chromium: the one that CHROME_PATH names, else the first on the path; null where there is none. */
export function findBrowser(): string | null {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? named : null
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file)) ?? null
}

/** Why the browser's tests are left out, for `describe.skipIf`; null where they run. */
export const withoutBrowser: string | null = findBrowser() ? null : 'no Chromium on this machine (set CHROME_PATH, or install chromium)'
if (withoutBrowser) console.warn(`The workbench's tests were left out: ${withoutBrowser}.`)

/** What a browser needs to run headless in a container, and not to call home. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Chromium. @throws Error where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error(withoutBrowser ?? 'no browser')
  return chromium.launch({ executablePath, args: SWITCHES })
}

export interface View {
  lang?: Lang
  theme?: 'light' | 'dark'
  width?: number
  height?: number
}

/** A page as a user of that language and theme sees it. Requests that leave the machine are refused and kept in `outside`. */
export async function openPage(
  browser: Browser,
  origin: string,
  { lang = 'en', theme = 'light', width = 1280, height = 860 }: View = {},
): Promise<{ page: Page; context: BrowserContext; outside: string[]; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang === 'ar' ? 'ar-SY' : 'en-GB',
    colorScheme: theme,
    baseURL: origin,
    acceptDownloads: true,
  })
  const outside: string[] = []
  const errors: string[] = []
  await context.route('**', (route) => {
    const url = route.request().url()
    if (url.startsWith(origin) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue()
    outside.push(url)
    return route.abort()
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return { page, context, outside, errors }
}

/**
 * The themes that a language's pages are looked through in: light for Arabic, dark for English, so that each language and each theme is
 * seen once; both for both where ISNAD_EVERY_THEME is set.
 */
export const themesOf = (lang: Lang): ('light' | 'dark')[] =>
  process.env.ISNAD_EVERY_THEME ? ['light', 'dark'] : [lang === 'ar' ? 'light' : 'dark']

/** What axe-core finds on a page: rule and where. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** An empty folder that is removed by the function beside it. */
export function temporaryFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'isnad-web-'))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
