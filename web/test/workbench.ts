import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { exampleServer, type TestServer, testServer } from '../../src/api/testing/server.ts'
import { packageRoot } from '../../src/lang/data.ts'
import { openBrowser, openPage, type View } from './browser.ts'

/** The built workbench: dist/web, or the folder that ISNAD_WEB names. */
const built = process.env.ISNAD_WEB ?? join(packageRoot, 'dist', 'web')

/** A real server with the built workbench, and a real browser. */
export interface Workbench {
  server: TestServer
  browser: Browser
  /** A page of the workbench, at an address on the server. */
  open: (path: string, view?: View) => ReturnType<typeof openPage>
  close: () => Promise<void>
}

/**
 * Starts server and browser: over the bundled examples, or over an empty ledger.
 *
 * @throws Error where the workbench is not built or there is no browser
 */
export async function openWorkbench({ examples = true }: { examples?: boolean } = {}): Promise<Workbench> {
  if (!existsSync(join(built, 'index.html'))) throw new Error(`The workbench is not built in ${built}: run npm run build.`)
  const browser = await openBrowser()
  const server = await (examples ? exampleServer({ web: built, name: 'examples' }) : testServer({ web: built }))
  return {
    server,
    browser,
    open: async (path, view) => {
      const opened = await openPage(browser, server.url, view)
      await opened.page.goto(path)
      await opened.page.locator('main h1, main h2').first().waitFor()
      return opened
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
