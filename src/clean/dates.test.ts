import { describe, expect, it } from 'vitest'
import { readDate } from './dates.ts'
import { layOut } from './page.ts'
import { chooseOrder, edtfStamp, fromHijri, weekdayOf } from './stamp.ts'

const stampOf = (text: string): string | null => {
  const page = layOut(text)
  const date = readDate(page, 0, page.tokens.length - 1)
  return date && edtfStamp(date.calendar === 'hijri' ? fromHijri(date.day)! : date.day, date.time)
}

describe('dates as headers write them', () => {
  it.each([
    ['Wed, 04 Mar 2020 07:05:52 GMT', '2020-03-04T07:05Z'],
    ['Wed, 04 Mar 2020 07:05:52 +0400', '2020-03-04T07:05+04:00'],
    ['Wed, 04 Mar 2020 07:05:52 -0330', '2020-03-04T07:05-03:30'],
    ['2020-03-04T07:05:52+02:00', '2020-03-04T07:05+02:00'],
    ['2020-03-04T07:05:52.120Z', '2020-03-04T07:05Z'],
    ['2020-03-04', '2020-03-04'],
    ['2020/03/04 الساعة 13:02 بتوقيت غرينتش', '2020-03-04T13:02Z'],
    ['25/03/2020', '2020-03-25'],
    ['03/25/2020', '2020-03-25'],
    ['25.03.2020 | 19:46 GMT', '2020-03-25T19:46Z'],
    ['25/3/20', '2020-03-25'],
    ['٢٠٢٠/٣/٢٥ - ٧:٤٦ م', '2020-03-25T19:46'],
    ['25/03/2020 12:10 ص', '2020-03-25T00:10'],
    ['25/03/2020 00:00', '2020-03-25'],
    ['13:02 الأربعاء 25 مارس 2020', '2020-03-25T13:02'],
    ['الأربعاء 25 آذار/مارس 2020', '2020-03-25'],
    ['25 كانون الثاني (يناير) 2020', '2020-01-25'],
    ['25 تشرين الأول 2020', '2020-10-25'],
    ['25 جانفي 2020', '2020-01-25'],
    ['25 جويلية 2020', '2020-07-25'],
    ['25 دجنبر 2020', '2020-12-25'],
    ['25 من شهر أيار عام 2020', '2020-05-25'],
    ['مارس 25, 2020', '2020-03-25'],
    ['March 25, 2020', '2020-03-25'],
    ['14 رمضان 1440 هـ الموافق 19 مايو 2019 م', '2019-05-19'],
    ['1/4/1440 هـ - 2018/12/8 م', '2018-12-08'],
    ['14 رمضان 1440هـ', '2019-05-19'],
    ['25/07/2020 - 02:30 مساء بتوقيت القاهرة', '2020-07-25T14:30+02:00'],
    ['25/07/2020 - 14:30 (توقيت القدس)', '2020-07-25T14:30+03:00'],
    ['25/07/2020 14:30 (GMT+3)', '2020-07-25T14:30+03:00'],
  ])('%s', (text, edtf) => expect(stampOf(text)).toBe(edtf))

  it.each(['25 مارس', '3500', '12/2020', '1/2/3/4', '99/99/2020', '2020', '31/02/2020', 'الأربعاء', '7 آلاف 2020', '30/12'])(
    'no whole date: %s',
    (text) => expect(stampOf(text)).toBeNull(),
  )
})

describe('day and month that may be swapped', () => {
  const date = (text: string) => {
    const page = layOut(text)
    return readDate(page, 0, page.tokens.length - 1)!
  }
  it.each([
    ['06/11/2015', { sure: [], today: 5 }, '2015-11-06', 'weekday'],
    ['الأربعاء 05/06/2019', { sure: [] }, '2019-06-05', 'weekday'],
    ['05/06/2018', { sure: [{ year: 2018, month: 5, day: 7 }] }, '2018-05-06', 'near'],
    ['05/12/2019', { sure: [], notAfter: { year: 2019, month: 6, day: 1 } }, '2019-05-12', 'future'],
    ['05/06/2018', { sure: [] }, '2018-06-05', 'habit'],
    ['15/06/2018', { sure: [] }, '2018-06-15', 'only'],
    ['07/07/2018', { sure: [] }, '2018-07-07', 'only'],
  ] as const)('%s', (text, hints, edtf, why) => {
    const chosen = chooseOrder(date(text), hints)
    expect([edtfStamp(chosen.day, undefined), chosen.why]).toEqual([edtf, why])
  })
  it('counts weekdays from Monday', () => expect(weekdayOf({ year: 2018, month: 6, day: 17 })).toBe(7))
})
