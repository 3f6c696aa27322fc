import { afterAll, describe, expect, it } from 'vitest'
import { labels } from '../export/messages/index.ts'
import { first, sums, undated } from '../export/testing/fixture.ts'
import { languageOf, session, wantsColour } from './io.ts'
import { ar } from './messages/ar.ts'
import { en } from './messages/en.ts'
import { readingText } from './read-view.ts'
import { makeWorld } from './testing/world.ts'

const world = makeWorld()
afterAll(() => world.remove())

const COMMANDS = ['read', 'ingest', 'dossier', 'links', 'search', 'explain', 'export', 'demo', 'schema']

describe('help', () => {
  it.each(COMMANDS)('of %s has examples and exit codes', async (name) => {
    expect(await world.isnad(name, '--help')).toBe(0)
    expect(world.out()).toContain(`Examples:\n  ${name === 'read' ? 'isnad read' : 'isnad'}`)
    expect(world.out()).toContain('Exit codes: 0 done')
  })

  it('is there in Arabic', async () => {
    expect(await world.isnad('--help', '--lang', 'ar')).toBe(0)
    expect(world.out()).toContain('الأوامر:')
    for (const name of COMMANDS) expect(world.out()).toContain(`  ${name}`)
  })

  it('is printed for no command, which is wrong use', async () => {
    expect(await world.isnad()).toBe(2)
    expect(world.out()).toContain('Commands:')
  })
})

describe('wrong use', () => {
  it.each([
    [['rea'], 'unknown command'],
    [['read'], 'missing required argument'],
    [['read', '--wrong', 'x'], 'unknown option'],
    [['explain', 'x.txt'], "required option '--at"],
    [['read', 'x', '--lang', 'fr'], 'No interface language'],
    [['schema', 'claim'], 'no shape'],
  ])('%j', async (args, message) => {
    expect(await world.isnad(...args)).toBe(2)
    expect(world.err()).toContain(message)
    expect(world.err()).toContain('→')
    expect(world.out()).toBe('')
  })
})

describe('languageOf', () => {
  it.each([
    ['ar', {}, 'ar'],
    ['en', { LANG: 'ar_SY.UTF-8' }, 'en'],
    [undefined, { LANG: 'ar_SY.UTF-8' }, 'ar'],
    [undefined, { LANG: 'ar_SY.UTF-8', LC_ALL: 'C' }, 'en'],
    [undefined, { LC_ALL: 'ar' }, 'ar'],
    [undefined, { LANG: 'arn_CL.UTF-8' }, 'en'],
    [undefined, {}, 'en'],
    ['fr', {}, null],
  ])('%j with %j is %j', (asked, env, expected) => {
    expect(languageOf(asked, env)).toBe(expected)
  })
})

describe('wantsColour', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j, terminal %j: %j', (env, terminal, expected) => {
    expect(wantsColour({ env, terminal })).toBe(expected)
  })
})

describe('the catalogue', () => {
  it('fills the same holes in both languages', () => {
    const holes = (message: unknown): string => [...new Set(JSON.stringify(message).match(/\{\w+\}/gu) ?? [])].sort().join()
    expect(Object.keys(en).filter((key) => holes(en[key as keyof typeof en]) !== holes(ar[key as keyof typeof en]))).toEqual([])
  })
})

describe('schema', () => {
  it('is the JSON Schema of the contract', async () => {
    expect(await world.isnad('schema')).toBe(0)
    const schema = JSON.parse(world.out())
    expect(schema.$schema).toContain('json-schema.org')
    expect(schema.properties.schema.const).toBe('isnad.reading/1')
    expect(await world.isnad('schema', 'link')).toBe(0)
    expect(JSON.parse(world.out())).toMatchObject({ oneOf: [{}, {}] })
  })
})

describe('a reading for people', () => {
  const io = session(world.io, 'en')
  const plain = (text: string): string => text.replace(/[\u2068\u2069\u200f]/gu, '')

  it('shows the report, its date and how it was found', () => {
    expect(plain(readingText(io, first, false))).toContain(
      'تقرير: صفقات سرية في سجن الرحبة\n  موقع ضفاف · 12 May 2031 (from the dateline) · 9 claims\n  reports/dafaf.txt',
    )
    expect(plain(readingText(io, undated, false))).toContain('(outlet not named) · undated')
  })

  it('shows each claim with figure, place and chain, the sentence once under them', () => {
    const shown = plain(readingText(io, first, false))
    expect(shown).toContain(
      [
        '• held · نحو 400 مقاتل (about 400) · held by Jabal Forces · Rahba Prison',
        '    موقع ضفاف ← صحيفة «المرفأ الدولية» ← ◆ معهد مسار للدراسات',
        '• held · 120 امرأة أجنبية (120) · held by Jabal Forces · Rahba Prison',
        '    موقع ضفاف ← صحيفة «المرفأ الدولية» ← ◆ معهد مسار للدراسات',
        '    “نقلت صحيفة',
      ].join('\n'),
    )
    expect(shown).toContain('موقع ضفاف ← ◆ للصحيفة ← ? مصادر مطلعة')
  })

  it('shows the reader their own file unmasked', () => {
    expect(readingText(io, first, false)).toContain('سلمى الحمدان')
  })

  it('tells what disagrees, then warnings last', () => {
    const warned = { ...sums, warnings: [{ code: 'test', message: 'تنبيه' }] }
    expect(plain(readingText(io, warned, false))).toMatch(
      /What disagrees in this report\n≠ sum: conflict · 7,000 and 2,000[\s\S]+Warnings\n! test: تنبيه\n\n$/u,
    )
  })

  it('runs from the right in Arabic, and colours only where asked', () => {
    const shown = readingText(session(world.io, 'ar'), first, false)
    expect(shown).toContain(labels('ar')('count.claims', { n: 9 }))
    expect(shown.split('\n').filter((line) => line !== '' && !line.startsWith('\u200f'))).toEqual([])
    expect(shown).not.toContain('\u001b[')
    expect(readingText(io, first, true)).toContain('\u001b[')
  })
})
