import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Reading } from '../model.ts'
import { makeWorld, type World } from './testing/world.ts'

const REPORT = `الدفاع المدني: مقتل 12 شخصا في حلب

قال الدفاع المدني إن 12 شخصا قتلوا في مدينة حلب في 3 مايو 2031، وأصيب نحو 40 آخرين.
`

let world: World
let file: string
beforeAll(() => {
  world = makeWorld()
  file = join(world.dir, 'report.txt')
  writeFileSync(file, REPORT)
})
afterAll(() => world.remove())

describe('isnad read', () => {
  it('prints the contract, one reading a line, over the text as it stands', async () => {
    expect(await world.isnad('read', file, '--json')).toBe(0)
    const lines = world.out().trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    const reading = Reading.parse(JSON.parse(lines[0]!))
    expect(reading.report.text).toBe(REPORT)
    expect(reading.claims.length).toBeGreaterThan(0)
    expect(world.err()).toBe('')
  })

  it('takes what the file does not say', async () => {
    expect(
      await world.isnad('read', file, '--json', '--published', '2031-05-04', '--outlet', 'موقع المثال', '--url', 'https://example.org/1'),
    ).toBe(0)
    expect(JSON.parse(world.out()).report).toMatchObject({
      published: { edtf: '2031-05-04', basis: 'given' },
      outlet: { name: 'موقع المثال' },
      source: { url: 'https://example.org/1' },
    })
  })

  it('shows claims to people, in either language', async () => {
    expect(await world.isnad('read', file)).toBe(0)
    expect(world.out()).toMatch(/killed · \u2068[^\u2069]*12 شخصا/u)
    expect(await world.isnad('read', file, '--lang', 'ar')).toBe(0)
    expect(world.out()).toContain('قتلى')
  })

  it('reads standard input', async () => {
    const piped = makeWorld({ stdin: REPORT })
    expect(await piped.isnad('read', '-', '--json')).toBe(0)
    expect(JSON.parse(piped.out()).report.text).toBe(REPORT)
    piped.remove()
  })

  it('goes on after a file that cannot be read, and says which and why', async () => {
    expect(await world.isnad('read', join(world.dir, 'missing.txt'), file)).toBe(1)
    expect(world.err()).toContain('missing.txt')
    expect(world.err()).toContain('→')
    expect(world.out()).toContain('12 شخصا')
  })

  it('says that a folder holds no report', async () => {
    mkdirSync(join(world.dir, 'empty'))
    expect(await world.isnad('read', join(world.dir, 'empty'))).toBe(2)
    expect(world.err()).toContain('There is no report in')
  })
})

describe('isnad explain', () => {
  it('tells what was read off a place, by words or by offset, and by which rules', async () => {
    expect(await world.isnad('explain', file, '--at', '12 شخصا قتلوا')).toBe(0)
    const byWords = world.out()
    expect(byWords).toMatch(/Quantities[\s\S]+Claims/u)
    expect(byWords).toMatch(/rules: (?!not recorded)\S+/u)
    expect(byWords).toContain(`of ${REPORT.length}`)
    expect(await world.isnad('explain', file, '--at', String(REPORT.indexOf('12 شخصا قتلوا')))).toBe(0)
    expect(world.out()).toBe(byWords)
  })

  it.each([['99999'], ['لا ترد']])('refuses %s', async (at) => {
    expect(await world.isnad('explain', file, '--at', at)).toBe(2)
    expect(world.err()).toContain('report.txt')
  })
})

describe('isnad ingest', () => {
  it('adds, knows what is there, passes over other files, and says what failed and why', async () => {
    const folder = join(world.dir, 'reports')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.txt'), REPORT)
    writeFileSync(join(folder, 'b.txt'), REPORT.replaceAll('حلب', 'حمص'))
    writeFileSync(join(folder, 'empty.txt'), '')
    writeFileSync(join(folder, 'notes.md'), 'x')
    const ledger = join(world.dir, 'ledger')
    expect(await world.isnad('ingest', folder, '--ledger', ledger)).toBe(1)
    expect(world.out()).toContain('2 read · 0 already known · 1 failed')
    expect(world.out()).toContain('1 other file passed over')
    expect(world.err()).toMatch(/read .*a\.txt\n/u)
    expect(world.err()).toMatch(/Failed:\n.*empty\.txt: .+\n {4}→ .+/u)
    expect(await world.isnad('ingest', folder, '--ledger', ledger)).toBe(1)
    expect(world.out()).toContain('0 read · 2 already known · 1 failed')
  })

  it('stops after the report in hand, and the next run goes on', async () => {
    const folder = join(world.dir, 'many')
    mkdirSync(folder)
    for (let i = 0; i < 6; i++) writeFileSync(join(folder, `${i}.txt`), `${REPORT}${i}`)
    const ledger = join(world.dir, 'stopped')
    const stopped = makeWorld()
    const whenFirst = { ...stopped.io, err: (text: string) => (text.startsWith('read ') ? stopped.abort() : undefined) }
    const { run } = await import('./run.ts')
    expect(await run(['ingest', folder, '--ledger', ledger], whenFirst)).toBe(130)
    expect(stopped.out()).toContain('1 read · 0 already known')
    expect(await world.isnad('ingest', folder, '--ledger', ledger)).toBe(0)
    expect(world.out()).toContain('5 read · 1 already known · 0 failed')
    stopped.remove()
  })

  it('makes no ledger where it cannot, and says so', async () => {
    const blocked = join(world.dir, 'blocked')
    writeFileSync(blocked, 'a file stands here')
    expect(await world.isnad('ingest', file, '--ledger', blocked)).toBe(1)
    expect(world.err()).toMatch(/ledger-unwritable|unreadable|internal/u)
    expect(readFileSync(blocked, 'utf8')).toBe('a file stands here')
  })
})

describe('isnad demo', () => {
  it('prints the dossier of the bundled examples and leaves nothing behind', async () => {
    const before = readdirSync(world.dir)
    expect(await world.isnad('demo')).toBe(0)
    expect(world.out()).toMatch(/^Isnad dossier\n/u)
    expect(world.out()).toMatch(/17 reports · \d+ outlets · \d+ origins · \d+ copies collapsed/u)
    expect(world.out()).not.toMatch(/0000-000-000|example_dar_dafia|0x0000/u)
    expect(readdirSync(world.dir)).toEqual(before)
  })
})
