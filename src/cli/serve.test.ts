import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { browserCommand } from './browser.ts'
import { run } from './run.ts'
import { makeWorld, type World } from './testing/world.ts'

const REPORT = 'قال المجلس المدني في الرقة إن 40 شخصا وصلوا يوم 3 آذار/مارس 2021.\n'

let world: World
let reports: string
beforeEach(() => {
  world = makeWorld()
  reports = join(world.dir, 'reports')
  mkdirSync(reports)
  writeFileSync(join(reports, 'a.txt'), REPORT)
  writeFileSync(join(reports, 'empty.txt'), '')
})
afterEach(() => world.remove())

/** Runs `isnad serve` until `during` is done with the workbench, then stops it as Ctrl+C does. */
async function serving(args: string[], during: (url: string) => Promise<void>): Promise<number> {
  const code = run(['serve', '--no-open', ...args], world.io)
  try {
    await during(await printed(/(http:\/\/\S+)/u))
  } finally {
    world.abort()
  }
  return code
}

async function printed(wanted: RegExp): Promise<string> {
  for (let i = 0; i < 500; i++) {
    const found = wanted.exec(world.out())
    if (found) return found[1] ?? found[0]
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`not printed: ${wanted}\n${world.out()}\n${world.err()}`)
}

const ask = async (url: string): Promise<{ rows: { path: string }[]; total: number }> =>
  (await (await fetch(`${url}/api/reports`)).json()) as Awaited<ReturnType<typeof ask>>
const ledgerIn = (text: string): string => /Ledger: (\S+?),? ?(?:removed|\n|$)/u.exec(text)![1]!

describe('isnad serve', () => {
  it('lays reports on a desk, says what failed, and clears the desk at the end', async () => {
    let ledger = ''
    const code = await serving([reports, '--port', '0'], async (url) => {
      await printed(/1 read · 0 already known · 1 failed/u)
      expect(await ask(url)).toMatchObject({ total: 1, rows: [{ path: 'a.txt' }] })
      ledger = ledgerIn(world.out())
      expect(existsSync(ledger)).toBe(true)
    })
    expect(code).toBe(0)
    expect(world.out()).toMatch(/^The workbench is open at http:\/\/127\.0\.0\.1:\d+\n/u)
    expect(world.err()).toMatch(/read .*a\.txt\nfailed .*empty\.txt/u)
    expect(world.out()).toContain('was removed; your reports are where they were')
    expect([existsSync(ledger), existsSync(join(reports, 'a.txt'))]).toEqual([false, true])
  })

  it('keeps the desk where something was added on it', async () => {
    await serving([reports, '--port', '0'], async (url) => {
      await printed(/1 read/u)
      const headers = { origin: url, 'content-type': 'application/json' }
      const answer = await fetch(`${url}/api/reports`, { method: 'POST', headers, body: JSON.stringify({ text: `${REPORT} ثان` }) })
      expect(answer.status).toBe(202)
    })
    const ledger = ledgerIn(world.out())
    expect(existsSync(join(ledger, 'ledger.sqlite'))).toBe(true)
    expect(world.out()).toContain(`isnad serve --ledger ${ledger}`)
    const { rmSync } = await import('node:fs')
    rmSync(ledger, { recursive: true })
  })

  it('keeps a ledger that was named', async () => {
    const ledger = join(world.dir, 'kept')
    expect(await serving([reports, '--ledger', ledger, '--port', '0'], async () => void (await printed(/1 read/u)))).toBe(0)
    expect(existsSync(join(ledger, 'ledger.sqlite'))).toBe(true)
    expect(world.out()).toContain(`The ledger is kept in ${ledger}`)
  })

  it('warns of an address that others can reach', async () => {
    await serving([reports, '--port', '0', '--host', '0.0.0.0'], async () => undefined)
    expect(world.err()).toContain('There is no password')
  })

  it('tells the truth about a port that is taken', async () => {
    const other = createServer()
    const port = await new Promise<number>((done) => other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port)))
    expect(await world.isnad('serve', reports, '--no-open', '--port', String(port))).toBe(2)
    expect(world.err()).toContain(`port ${port}`)
    other.close()
  })

  it.each([
    [['nowhere.txt'], 'There is no nowhere.txt'],
    [['--port', 'many'], '“many” is not a port'],
    [['--port', '65536'], 'is not a port'],
  ])('%j is wrong use', async (args, message) => {
    const ledger = join(world.dir, 'none')
    expect(await world.isnad('serve', '--no-open', '--ledger', ledger, ...args)).toBe(2)
    expect(world.err()).toContain(message)
    expect(existsSync(ledger)).toBe(false)
  })
})

describe('a browser', () => {
  const url = 'http://127.0.0.1:4747'
  const desktop = { env: { DISPLAY: ':0' }, platform: 'linux', terminal: true } as const

  it.each([
    [desktop, ['xdg-open', url]],
    [{ ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } }, ['xdg-open', url]],
    [{ ...desktop, platform: 'darwin', env: {} } as const, ['open', url]],
    [{ ...desktop, platform: 'win32', env: {} } as const, ['cmd', '/c', 'start', '', url]],
    [{ ...desktop, env: {} }, null],
    [{ ...desktop, env: { DISPLAY: ':0', CI: 'true' } }, null],
    [{ ...desktop, terminal: false }, null],
    [{ ...desktop, env: { DISPLAY: ':0', BROWSER: 'none' } }, null],
  ])('%j: %j', (where, command) => expect(browserCommand(url, where)).toEqual(command))
})
