import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readings } from '../export/testing/fixture.ts'
import { openLedger } from '../ledger/index.ts'
import { fillLedger, makeWorld, type World } from './testing/world.ts'

const SECRETS = ['سلمى', 'الحمدان', 'ياسر', '٠٩٤٤', 'dar_example', 'ثلاثة مدنيين']

let world: World
let ledger: string
beforeAll(async () => {
  world = makeWorld()
  ledger = join(world.dir, 'ledger')
  await fillLedger(ledger, readings)
})
afterAll(() => world.remove())

describe('what leaves a ledger', () => {
  it.each([
    ['dossier'],
    ['dossier', '--format', 'md'],
    ['dossier', '--format', 'html', '--lang', 'ar'],
    ['dossier', '--policy', 'lowest'],
    ['export'],
    ['export', '--format', 'jsonl'],
    ['links'],
    ['search', 'المحتجزين'],
  ])('isnad %s %s %s is masked', async (...args) => {
    expect(await world.isnad(...args.filter((arg) => arg !== undefined), '--ledger', ledger)).toBe(0)
    expect(world.out().length).toBeGreaterThan(20)
    expect(world.err()).toBe('')
    for (const secret of SECRETS) expect(world.out()).not.toContain(secret)
  })

  it('writes to a file that appears whole, and says where', async () => {
    const file = join(world.dir, 'dossier.html')
    expect(await world.isnad('dossier', '--format', 'html', '--out', file, '--ledger', ledger)).toBe(0)
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[\s\S]+<\/html>\n$/u)
    expect(world.out()).toBe('')
    expect(world.err()).toContain('dossier.html')
    expect(readdirSync(world.dir).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('says what is wrong where a file cannot be written', async () => {
    expect(await world.isnad('export', '--out', join(world.dir, 'nowhere', 'x.csv'), '--ledger', ledger)).toBe(2)
    expect(world.err()).toMatch(/Cannot write .*x\.csv/u)
  })

  it('gives the same bytes for the same reports in another order, and for another ledger of the same user', async () => {
    const own = makeWorld({ env: { ISNAD_KEY: undefined } })
    const dirs = [join(own.dir, 'one'), join(own.dir, 'two')] as const
    await fillLedger(dirs[0], readings)
    await fillLedger(dirs[1], [...readings].reverse())
    const exports: string[] = []
    for (const dir of dirs)
      for (const format of ['csv', 'jsonl']) {
        await own.isnad('export', '--format', format, '--ledger', dir)
        exports.push(own.out())
      }
    expect(exports.slice(0, 2)).toEqual(exports.slice(2))
    expect(existsSync(join(dirs[0], 'pseudonym.key'))).toBe(true)
    own.remove()
  })
})

describe('showing names', () => {
  it('is refused without a reason', async () => {
    expect(await world.isnad('dossier', '--reveal-names', '--ledger', ledger)).toBe(2)
    expect(world.err()).toContain('--reason')
    expect(world.out()).toBe('')
  })

  it('is refused for a blank reason', async () => {
    expect(await world.isnad('export', '--reveal-names', '--reason', '  ', '--ledger', ledger)).toBe(2)
  })

  it('is done for a reason, which the ledger keeps', async () => {
    const dir = join(world.dir, 'revealed')
    await fillLedger(dir, readings)
    expect(await world.isnad('dossier', '--reveal-names', '--reason', 'family tracing', '--ledger', dir)).toBe(0)
    expect(world.out()).toContain('سلمى الحمدان')
    expect(world.out()).toContain('family tracing')
    const kept = await openLedger({ dir, create: false })
    expect(await kept.reviews()).toMatchObject([
      { by: 'tester', at: '2031-06-01T00:00:00.000Z', reason: 'family tracing', action: { kind: 'reveal', output: 'dossier terminal' } },
    ])
    await kept.close()
  })
})

describe('commands on a ledger', () => {
  it('prints links in the shape of the contract, over the text as it was read', async () => {
    expect(await world.isnad('links', '--json', '--ledger', ledger)).toBe(0)
    for (const line of world
      .out()
      .trim()
      .split('\n')
      .filter((l) => l !== ''))
      expect(JSON.parse(line).kind).toMatch(/^(copy|comparison)$/u)
  })

  it('finds reports by their words, in the language asked for', async () => {
    expect(await world.isnad('search', 'المجلس', 'الرحبة', '--ledger', ledger, '--lang', 'ar')).toBe(0)
    expect(world.out()).toContain('تقرير واحد')
    expect(await world.isnad('search', 'كلمة', 'غائبة', '--ledger', ledger)).toBe(0)
    expect(world.out()).toContain('No report holds all of these words.')
  })

  it.each([
    [['search', 'x', '--limit', 'many'], 'not a number'],
    [['dossier', '--format', 'pdf'], 'No format is called'],
    [['dossier', '--format', 'csv'], 'No format is called'],
    [['export', '--format', 'html'], 'No format is called'],
    [['dossier', '--policy', 'truth'], 'No policy is called'],
  ])('%j is wrong use', async (args, message) => {
    expect(await world.isnad(...args, '--ledger', ledger)).toBe(2)
    expect(world.err()).toContain(message)
    expect(world.err()).toContain('→')
  })

  it.each([['dossier'], ['export'], ['links'], ['search', 'x']])('isnad %s says that there is no ledger', async (...args) => {
    expect(await world.isnad(...args.filter((arg) => arg !== undefined), '--ledger', join(world.dir, 'none'))).toBe(2)
    expect(world.err()).toContain('There is no ledger')
    expect(existsSync(join(world.dir, 'none'))).toBe(false)
  })
})
