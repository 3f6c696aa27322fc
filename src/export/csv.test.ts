import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { CSV_COLUMNS, csv, defuse } from './csv.ts'
import { makeReading } from './testing/build.ts'
import { links, readings } from './testing/fixture.ts'

const rowsOf = (text: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
const written = [...csv.write({ readings, links, lang: 'en' })].join('')

describe('csv', () => {
  it('begins with a byte order mark and the columns', () => {
    expect(written.startsWith(`\ufeff${CSV_COLUMNS.join(',')}\r\n`)).toBe(true)
  })

  it('has every column described in docs/exports.md', () => {
    const described = readFileSync(new URL('../../docs/exports.md', import.meta.url), 'utf8')
    expect(CSV_COLUMNS.filter((column) => !described.includes(`\`${column}\``))).toEqual([])
  })

  it('has one row a claim', () => {
    const rows = rowsOf(written)
    expect(rows).toHaveLength(readings.flatMap((r) => r.claims).length)
    expect(rows[0]).toMatchObject({
      report: '1',
      outlet: 'موقع ضفاف',
      type: 'hold',
      min: '400',
      modifier: 'about',
      population: 'fighters',
      custodian: 'Jabal Forces',
      origin_id: 'masar',
    })
    expect(rows[0]?.chain).toBe('موقع ضفاف ← صحيفة «المرفأ الدولية» ← معهد مسار للدراسات')
  })

  it('leaves an open bound empty', () => {
    expect(rowsOf(written).find((row) => row.figure === 'مئات العائلات')).toMatchObject({ min: '100', max: '', modifier: 'hundreds' })
  })

  it.each(['=1+1', '+7', '-3', '@SUM(A1)', '\tx', '\rx', '＝1'])('defuses %j', (cell) => {
    expect(defuse(cell)).toBe(`'${cell}`)
  })

  it.each(['x=1', '1-2', 'a@b', '', 'أسرى'])('leaves %j', (cell) => {
    expect(defuse(cell)).toBe(cell)
  })

  it('defuses, quotes and keeps one line for whatever a report holds', () => {
    const text = '=cmd|"x"!A1,\nقال إن 7 رجال هنا'
    const hostile = makeReading({ path: '=x.txt', text, title: '=cmd|"x"!A1,', claims: [{ type: 'other', in: text }] })
    const [row] = rowsOf([...csv.write({ readings: [hostile], links: [], lang: 'en' })].join(''))
    expect(row).toMatchObject({ path: "'=x.txt", title: `'=cmd|"x"!A1,`, sentence: `'=cmd|"x"!A1, قال إن 7 رجال هنا` })
  })
})
