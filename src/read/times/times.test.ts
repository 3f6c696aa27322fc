import { parse } from 'edtf'
import { describe, expect, it } from 'vitest'
import { annotate } from '../../lang/annotate.ts'
import { makeDocument } from '../../text/document.ts'
import { arabicLexicon } from '../lexicon.ts'
import { hijriOf, hijriToGregorian } from './hijri.ts'
import { readTimes, timeRules } from './index.ts'

function times(text: string, published: string | null = '2018-06-15') {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  const found = readTimes(document, annotate(document, arabicLexicon()), {
    published: published === null ? null : { edtf: published, basis: 'given' },
  })
  return found.map((time) => ({ ...time, text: text.slice(time.start, time.end) }))
}

const values = (text: string, published?: string | null) => times(text, published).map(({ edtf }) => edtf)

describe('readTimes', () => {
  it.each([
    ['وصل الثلاثاء إلى المدينة', ['2018-06-12']],
    ['ستعقد الجلسة الثلاثاء', ['2018-06-19']],
    ['دعا المجلس الأطراف للاجتماع يوم الاثنين', ['2018-06-18']],
    ['والجمعة الماضي عاد', ['2018-06-08']],
    ['في 20 حزيران', ['2018-06-20']],
    ['في 20 أيلول', ['2017-09-20']],
    ['في أيلول المقبل', ['2018-09']],
    ['في أيلول الماضي', ['2017-09']],
    ['بين 10 أيار و3 حزيران 2017', ['2017-05-10/2017-06-03']],
    ['في 15 الجاري', ['2018-06-15']],
    ['في 5 مايو/أيار، ثم في 7 منه', ['2018-05-05']],
    ['بعد غد الأحد', ['2018-06-17']],
    ['أنقذت الزوارق الليلة الماضية العشرات', ['2018-06-14']],
    ['وصل الأسرى الليلة قبل الماضية', ['2018-06-13']],
    ['قتل 15 اليوم في غارة', ['2018-06-15']],
    ['أصيب أربعة اليوم الجمعة', ['2018-06-15']],
    ['خلال الـ24 ساعة الماضية', ['PT24H']],
    ['في 14 رمضان 1439 هـ', ['2018-05-29']],
    ['11/15/2017 ثم 03/04/2017', ['2017-11-15', '2017-03-04']],
    ['03/04/2017', ['2017-04-03']],
    ['في 29 شباط الماضي', ['2016-02-29']],
    ['قد تنجز قبل نهاية آب', ['2018-08']],
    ['بحلول تشرين الثاني/نوفمبر', ['2018-11']],
    ['في أواخر آب', ['2017-08']],
    ['مقارنة مع الفترة ذاتها من 2016', ['2016']],
    ['الشهر الفارط', ['2018-05']],
    ['موفى سنة 2016', ['2016']],
    ['السداسي الثاني من سنة 2016', ['2016-41']],
    ['نحو 40 عائلة في اليوم', []],
    ['في اليوم الجمعة', ['2018-06-15']],
  ])('%s', (text, wanted) => {
    expect(values(text)).toEqual(wanted)
  })

  it.each([
    ['في نيسان الماضي', 'XXXX-04', undefined],
    ['6 حزيران الجاري', 'XXXX-06-06', undefined],
    ['مساء أمس', null, { shift: '-P1D' }],
    ['يوم الجمعة', null, { weekday: 5 }],
    ['قبل ستة أشهر', null, { shift: '-P6M' }],
    ['العام الماضي', null, { shift: '-P1Y' }],
  ])('an undated report keeps what is known of %s', (text, edtf, relative) => {
    expect(times(text, null)).toMatchObject([{ edtf, ...(relative ? { relative } : {}) }])
  })

  it('keeps a weekday that a header date in GMT contradicts by a day', () => {
    expect(values('اليوم السبت', '2018-06-15')).toEqual(['2018-06-16'])
  })

  it('says what bounds a time', () => {
    expect(times('منذ كانون الثاني 2018').map(({ modifier }) => modifier)).toEqual(['since'])
    expect(times('قبل حوالى أسبوعين').map(({ modifier }) => modifier)).toEqual(['about'])
  })

  it('starts behind proclitics', () => {
    expect(times('وبالأمس').map(({ text }) => text)).toEqual(['الأمس'])
  })

  it('gives valid EDTF for all that its rules read', () => {
    const read = timeRules.flatMap(({ examples }) => examples.flatMap(([text]) => values(text)))
    for (const edtf of read)
      if (edtf !== null && !edtf.startsWith('T') && !edtf.startsWith('P')) expect(() => parse(edtf), edtf).not.toThrow()
  })
})

describe('hijri', () => {
  it.each([
    [1432, 9, 14, { year: 2011, month: 8, day: 14 }],
    [1439, 9, 1, { year: 2018, month: 5, day: 16 }],
    [1445, 1, 1, { year: 2023, month: 7, day: 19 }],
  ])('%i-%i-%i', (year, month, day, gregorian) => {
    expect(hijriToGregorian(year, month, day)).toEqual(gregorian)
    expect(hijriOf(gregorian)).toEqual({ year, month, day })
  })

  it('knows nothing outside its table', () => {
    expect(hijriToGregorian(1200, 1, 1)).toBeUndefined()
  })
})
