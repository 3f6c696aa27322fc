import { describe, expect, test } from 'vitest'
import { annotate } from '../../lang/annotate.ts'
import type { Warning } from '../../model.ts'
import { makeDocument } from '../../text/document.ts'
import { readActors } from '../actors/index.ts'
import { arabicKnowledge } from '../lexicon.ts'
import { readPlaces } from './index.ts'

const knowledge = arabicKnowledge()
function read(text: string) {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  const terms = annotate(document, knowledge.lexicon)
  const warnings: Warning[] = []
  const places = readPlaces(document, terms, { knowledge, actors: readActors(document, terms, { knowledge }), warnings })
  return { places, warnings }
}
const names = (text: string): string[] => read(text).places.map((one) => one.name)

describe('readPlaces', () => {
  test.each([
    ['وصلت القافلة إلى دمشق وحلب', ['Damascus', 'Aleppo']],
    ['في مخيم الهول شرقي الحسكة', ['Al-Hol camp', 'Al-Hasakah']],
    ['انتقل من بغداد إلى البصرة', ['Baghdad', 'Basra']],
    ['لقي المشروع نجاحا مالي', []],
    ['زار مالي والنيجر', ['Mali', 'Niger']],
    ['في مالي', ['Mali']],
    ['امرأة سورية وفرقة سورية', []],
    ['قوات سوريا الديمقراطية', []],
    ['وزارة الدفاع الأمريكية', []],
    ['عاد إلى المدينة مساء', []],
    ['قرب الحدود مع مالي', ['Mali']],
    ['فى القاهره والاسكندريه', ['Cairo', 'Alexandria']],
    ['قضت محكمة جنايات بغداد بحبسه', ['Baghdad']],
    ['قالت وزارة الخارجية العمانية إنهم نقلوا إلى مسقط', ['Muscat']],
    ['بعد عودته إلى مسقط رأسه', []],
    ['قال مصدر لـ"صوت دمشق" إن', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test.each([
    ['طرابلس', 'قالت السلطات الليبية إن طرابلس وبنغازي هادئتان', 'LY'],
    ['طرابلس', 'قالت السلطات اللبنانية إن طرابلس وصيدا هادئتان', 'LB'],
  ])('%s by the other places: %s', (name, text, country) => {
    const place = read(text).places.find((one) => text.slice(one.start, one.end) === name)
    expect(knowledge.gazetteer.byId.get(place!.place)?.country).toBe(country)
  })

  test('a governorate by its kind word, its seat without', () => {
    expect(read('في محافظة إدلب').places[0]?.kind).toBe('governorate')
    expect(read('في إدلب').places[0]?.kind).toBe('city')
  })

  test('a name that had evidence once is read bare afterwards', () => {
    const text = 'نقلوا إلى مخيم الهول. ويضم الهول آلافا.'
    expect(read(text).places.length).toBe(2)
  })

  test.each([
    ['بيروت - قال مسؤول إن', true],
    ['دمشق (رويترز) - قال مسؤول', true],
    ['في بيروت قال مسؤول', undefined],
    ['بيروت هادئة اليوم', undefined],
  ])('dateline: %s', (text, dateline) => {
    expect(read(text).places[0]?.dateline).toBe(dateline)
  })

  test('a capital that acts stands for its government', () => {
    expect(read('قالت المنظمة إن أنقرة ترفض العرض').places[0]).toMatchObject({ name: 'Ankara', metonymOf: 'turkey' })
    expect(read('التقيا في أنقرة').places[0]?.metonymOf).toBeUndefined()
  })

  test('a place that no gazetteer has is counted, not invented', () => {
    const { places, warnings } = read('قصفت الطائرات بلدة قرمشلوف')
    expect(places).toEqual([])
    expect(warnings[0]).toMatchObject({ code: 'unknown-places', message: expect.stringContaining('1 place') })
  })
})
