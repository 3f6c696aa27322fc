import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkReadings } from '../link/index.ts'
import { collect, openLedger } from './index.ts'

const script = fileURLToPath(new URL('./testing/fill.ts', import.meta.url))
let root = ''
let undisturbed = ''

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'isnad-hard-'))
  expect(spawnSync(process.execPath, [script, join(root, 'calm')]).status).toBe(0)
  undisturbed = await dump(join(root, 'calm'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Everything a ledger says and keeps, as one string. */
async function dump(dir: string): Promise<string> {
  const ledger = await openLedger({ dir })
  const readings = await collect(ledger.readings())
  const links = await collect(ledger.links())
  const claims = await ledger.claims()
  await ledger.close()
  const bytes = readdirSync(join(dir, 'bytes'), { recursive: true }).map(String).sort()
  return JSON.stringify([readings, links, claims, bytes])
}

const fill = (dir: string, seed: number) => spawn(process.execPath, [script, dir, String(seed)], { stdio: 'ignore' })
const ended = (child: ReturnType<typeof fill>) => new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))

describe('incidents of a ledger', () => {
  test('are split and joined by signed reviews, and back', async () => {
    const ledger = await openLedger({ dir: join(root, 'calm') })
    const before = await ledger.incidents()
    const one = before.find((incident) => incident.members.length === 6)!
    const figures = one.members.slice(0, 1).map(({ profile, figure }) => ({ path: profile.path, start: figure.start, end: figure.end }))
    const review = { by: 'N. N.', at: '2026-01-02T00:00:00Z', reason: 'another shelling' }
    const id = await ledger.review({ ...review, action: { kind: 'split', figures } })
    expect(await ledger.incidents()).toHaveLength(before.length + 1)
    await ledger.review({ ...review, at: '2026-01-03T00:00:00Z', action: { kind: 'undo', review: id } })
    expect(await ledger.incidents()).toHaveLength(before.length)
    await ledger.close()
  })
})

describe('a ledger in hard times', () => {
  test('holds the links that all its reports have among themselves', async () => {
    const [readings, links] = JSON.parse(undisturbed)
    expect(links.length).toBeGreaterThan(100)
    expect(new Set(links.map((one: unknown) => JSON.stringify(one)))).toEqual(
      new Set(linkReadings(readings).map((one) => JSON.stringify(one))),
    )
  })

  test('is the same when filled in another order', async () => {
    expect(await ended(fill(join(root, 'other'), 7))).toBe(0)
    expect(await dump(join(root, 'other'))).toBe(undisturbed)
  })

  test('is the same when the filling was killed again and again', async () => {
    const dir = join(root, 'killed')
    for (const after of [150, 250, 350, 450, 600]) {
      const child = fill(dir, after)
      const end = ended(child)
      await sleep(after)
      child.kill('SIGKILL')
      await end
    }
    expect(await ended(fill(dir, 3))).toBe(0)
    expect(await dump(dir)).toBe(undisturbed)
  })

  test('is the same when two processes fill it at once', async () => {
    const dir = join(root, 'two')
    expect(await Promise.all([ended(fill(dir, 1)), ended(fill(dir, 2))])).toEqual([0, 0])
    expect(await dump(dir)).toBe(undisturbed)
  })

  test.skipIf(process.platform === 'win32')(
    'says so when the disk is full, keeps what it had, and goes on when there is room',
    async () => {
      const dir = join(root, 'full')
      // A limit on file size stands in for a full disk: writes beyond it fail.
      const full = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 300; exec "$0" "$1" "$2"`, process.execPath, script, dir], {
        encoding: 'utf8',
      })
      expect(full.stderr).toContain('ledger-unwritable')
      expect(full.status).toBe(1)
      const ledger = await openLedger({ dir })
      expect((await ledger.count()).reports).toBe((await collect(ledger.readings())).length)
      await ledger.close()
      expect(await ended(fill(dir, 0))).toBe(0)
      expect(await dump(dir)).toBe(undisturbed)
    },
  )
})
