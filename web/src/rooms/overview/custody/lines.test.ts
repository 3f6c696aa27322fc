import { describe, expect, it } from 'vitest'
import type { ClaimView, CustodyLine, FigureView } from '../../../../../src/api/shapes.ts'
import { chainsOf, figuresOf, lineKey } from './lines.ts'

const figure = (min: number, max: number | null = min): FigureView => ({
  id: `q${min}`,
  text: String(min),
  start: 0,
  end: 2,
  min,
  max,
  modifier: max === null ? 'at-least' : 'exact',
  unit: 'person',
})
const claim = (key: string, one: FigureView | null, ...chain: string[]): ClaimView =>
  ({ key, figure: one, chain: chain.map((text) => ({ text, kind: 'hop', named: true, origin: false })) }) as unknown as ClaimView

const line = (more: Partial<CustodyLine>): CustodyLine => ({
  custodian: 'Al-Sadd Forces',
  custodianAr: 'قوات السد',
  custodianId: 'sadd',
  population: 'women',
  nationality: 'FR',
  place: { id: 'maskanah', name: 'Maskanah', nameAr: 'مسكنة' },
  asOf: { edtf: '2021-10', basis: 'stated' },
  claims: [],
  count: 0,
  ...more,
})

describe('figuresOf', () => {
  it('has each figure once, however often it is said', () => {
    const claims = [
      claim('a:c1', figure(60)),
      claim('b:c1', figure(45)),
      claim('c:c1', figure(60)),
      claim('d:c1', null),
      claim('e:c1', figure(60, null)),
    ]
    expect(figuresOf({ claims }).map(({ key }) => key)).toEqual(['a:c1', 'b:c1', 'e:c1'])
  })
})

describe('chainsOf', () => {
  it('counts different chains', () => {
    expect(chainsOf({ claims: [claim('a:c1', null, 'x', 'y'), claim('b:c1', null, 'x', 'y'), claim('c:c1', null, 'x')] })).toBe(2)
  })
})

describe('lineKey', () => {
  it('differs wherever lines differ', () => {
    const lines = [line({}), line({ population: null }), line({ nationality: null }), line({ place: null }), line({ asOf: null })]
    expect(new Set(lines.map(lineKey)).size).toBe(5)
    expect(lineKey(line({ custodianId: null }))).toBe('Al-Sadd Forces~women~FR~maskanah~2021-10~stated')
  })
})
