import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { IsnadError } from '../errors.ts'
import { GAZETTEER_COLUMNS, loadGazetteer, placeEntries } from './gazetteer.ts'

const folder = mkdtempSync(join(tmpdir(), 'isnad-gazetteer-'))
let files = 0
function table(...rows: string[]): string {
  const path = join(folder, `${files++}.tsv`)
  writeFileSync(path, [GAZETTEER_COLUMNS.join('\t'), ...rows].join('\n'))
  return path
}
const row = (id: string, ar: string, lat = '1', lon = '2', population = '', flags = ''): string =>
  [id, 'town', 'XA', '', id, ar, lat, lon, population, 'exact', flags, 'test'].join('\t')

describe('loadGazetteer', () => {
  const own = loadGazetteer()

  test('finds a place under every spelling of it', () => {
    for (const name of ['إدلب', 'ادلب']) expect(own.byName.get(name.replace('إ', 'ا'))?.candidates[0]?.country).toBe('SY')
  })

  test('reads flags', () => {
    const { candidates } = own.byName.get('دمشق')!
    expect(candidates.find((one) => one.kind === 'city')).toMatchObject({ capital: true, metonym: 'SY' })
  })

  test('adds a further table, the most populous namesake first', () => {
    const more = loadGazetteer([table(row('a', 'قلعة الاختبار', '1', '2', '10'), row('b', 'قلعة الاختبار', '3', '4', '900', 'common'))])
    expect(more.byName.get('قلعة الاختبار')?.candidates.map((one) => [one.id, one.common])).toEqual([
      ['b', true],
      ['a', false],
    ])
    expect(more.byId.size).toBe(own.byId.size + 2)
  })

  test('gives one lexicon entry a spelling', () => {
    const entries = [...placeEntries(own)]
    expect(entries.length).toBe(own.byName.size)
    expect(entries.every((one) => one.class === 'place' && one.pos === 'name')).toBe(true)
  })

  test.each([
    ['a latitude past the pole', [row('a', 'قلعة', '91')], ':2:'],
    ['a missing latitude', [row('a', 'قلعة', '')], ':2:'],
    ['no Arabic name', [row('ok', 'قلعة'), row('a', '')], ':3:'],
  ])('names file and line of %s', (_, rows, line) => {
    expect(() => loadGazetteer([table(...rows)])).toThrow(line)
  })

  test('says which column is missing', () => {
    const path = join(folder, 'columns.tsv')
    writeFileSync(path, 'id\tkind\tar\n')
    expect(() => loadGazetteer([path])).toThrow('country')
  })

  test('says that a table cannot be read', () => {
    expect(() => loadGazetteer([join(folder, 'none.tsv')])).toThrow(IsnadError)
  })
})
