import { describe, expect, it } from 'vitest'
import { EventType, Modality, PublicationBasis, Verdict } from '../../model.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { hasLabel, labels } from './index.ts'

describe('labels', () => {
  it.each([
    [0, 'لا تقارير'],
    [1, 'تقرير واحد'],
    [2, 'تقريران'],
    [3, '3 تقارير'],
    [11, '11 تقريرا'],
    [100, '100 تقرير'],
    [1500, '1,500 تقرير'],
  ])('counts %i reports in Arabic as %s', (n, expected) => {
    expect(labels('ar')('count.reports', { n })).toBe(expected)
  })

  it.each([
    [1, '1 report'],
    [2, '2 reports'],
  ])('counts %i reports in English as %s', (n, expected) => {
    expect(labels('en')('count.reports', { n })).toBe(expected)
  })

  it('has a label for every value of the closed lists', () => {
    const keys = [
      ...EventType.options.map((v) => `type.${v}`),
      ...Modality.options.map((v) => `modality.${v}`),
      ...Verdict.options.map((v) => `verdict.${v}`),
      ...PublicationBasis.options.map((v) => `basis.${v}`),
    ]
    expect(keys.filter((key) => !hasLabel(key))).toEqual([])
  })

  it('fills the same holes in both languages', () => {
    const holes = (message: unknown): string[] => [...new Set(JSON.stringify(message).match(/\{\w+\}/gu) ?? [])].sort()
    const differing = Object.keys(en).filter(
      (key) => String(holes(en[key as keyof typeof en])) !== String(holes(ar[key as keyof typeof en])),
    )
    expect(differing).toEqual([])
  })

  it('gives every counted Arabic message all six plurals', () => {
    const counted = Object.values(ar).filter((message) => typeof message !== 'string')
    for (const message of counted) expect(Object.keys(message).sort()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero'])
  })
})
