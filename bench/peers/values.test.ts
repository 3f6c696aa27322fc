import { describe, expect, it } from 'vitest'
import { parseValue, sameTime } from './values.ts'

describe('values of times', () => {
  it.each([
    ['2018-06-06', '2018-06-06'],
    ['2018-06', '2018-06-14'],
    ['2018-06-06', '2018-06'],
    ['XXXX-06-06', '2018-06-06'],
    ['2018-06-06', '2018-06-06TEV'],
    ['2018-06-06T10:30Z', '2018-06-06'],
    ['2018-06-04/2018-06-10', '2018-W23'],
    ['201X', '201'],
    ['2018-01/2018-03', '2018-Q1'],
    ['2017-10-12/2017-10-14', '2017-10-14'],
    ['P2W', 'P14D'],
  ])('%s is found as %s', (wanted, found) => expect(sameTime(wanted, found)).toBe(true))

  it.each([
    ['2018-06-06', '2017-06-06'],
    ['2018-06-06', 'PRESENT_REF'],
    ['XXXX-06', '2018'],
    ['2017-10-12/2017-10-14', '2017-10-13'],
    ['2017-10-12/2017-10-14', '2017-10-12/2017-10-15'],
    ['P5M', 'PT5M'],
    ['P5M', '2018-01'],
  ])('%s is not %s', (wanted, found) => expect(sameTime(wanted, found)).toBe(false))

  it('reads the first week of a year that begins in mid-week', () => {
    expect(parseValue('2020-W01')).toEqual({ kind: 'days', from: [2019, 12, 30], to: [2020, 1, 5] })
  })
})
