import { describe, expect, it } from 'vitest'
import { annotate } from '../../lang/annotate.ts'
import { makeDocument } from '../../text/document.ts'
import { arabicLexicon } from '../lexicon.ts'
import { readTimes } from '../times/index.ts'
import { readCardinals } from './cardinals.ts'
import { readQuantities } from './index.ts'
import { readNumbers } from './numbers.ts'

function parsed(text: string) {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  return { document, terms: annotate(document, arabicLexicon()) }
}

function figures(text: string) {
  const { document, terms } = parsed(text)
  const times = readTimes(document, terms, { published: null })
  return readQuantities(document, terms, { times }).map((one) => ({ ...one, text: text.slice(one.start, one.end) }))
}

const cardinals = (text: string): number[] => {
  const { document, terms } = parsed(text)
  return readCardinals(document, terms).flatMap((one) => (one ? [one.value] : []))
}

describe('readCardinals', () => {
  it.each([
    ['ثلاثمئة وخمسة وأربعون ألفا', [345_000]],
    ['مئتي', [200]],
    ['ألفا امرأة', [2000]],
    ['20 ألفاً ومائتي طفل', [20_200]],
    ['أربعة مئة', [400]],
    ['إحدى عشرة', [11]],
    ['مليونين ونصف المليون', [2_500_000]],
    ['نصف مليون', [500_000]],
    ['2.5 مليون', [2_500_000]],
    ['٧٠٬٠٠٠', [70_000]],
    ['70 000', [70_000]],
    ['1،200', [1200]],
    ['خمسة وعشرة', [5, 10]],
    ['أحد السكان', []],
    ['كميات', []],
    ['لست', []],
  ])('%s', (text, wanted) => {
    expect(cardinals(text)).toEqual(wanted)
  })
})

describe('readNumbers', () => {
  it.each([
    ['سالب خمسة', -5],
    ['عشرة فاصلة سبعة', 10.7],
    ['ثلاثة أرباع', 0.75],
    ['الخامس والعشرون', 25],
    ['ثلاثون بالمئة', 30],
  ])('%s', (text, wanted) => {
    const { document, terms } = parsed(text)
    expect(readNumbers(document, terms).map(({ value }) => value)).toEqual([wanted])
  })
})

describe('readQuantities', () => {
  it.each([
    ['وشملت200  من المقاتلين', '200  من المقاتلين', 200, 200, 'person', 'fighters'],
    ['قتل 39 شخصا على الأقل', '39 شخصا على الأقل', 39, null, 'person', 'people'],
    ['نحو ألفي مقاتل أجنبي', 'نحو ألفي مقاتل', 2000, 2000, 'person', 'fighters'],
    ['مئات الآلاف من النازحين', 'مئات الآلاف من النازحين', 100_000, null, 'person', 'displaced'],
    ['لا يزيد على 50 كيلومترا', 'لا يزيد على 50 كيلومترا', null, 50, 'kilometre', 'distance'],
    ['أكثر من 100 وأقل من 300 عائلة', 'أكثر من 100 وأقل من 300 عائلة', 100, 300, 'family', 'families'],
  ])('%s', (text, span, min, max, unit, of) => {
    expect(figures(text)).toMatchObject([{ text: span, min, max, unit, counted: { of } }])
  })

  it.each([
    ['قتل حارس وأصيب مدنيان اثنان', [['مدنيان اثنان', 2, 'civilians']]],
    ['اعتقلوا صحافيين اثنين', [['صحافيين اثنين', 2, 'journalists']]],
    ['مقتل جندي وإصابة مسعفين في القصف', [['مسعفين', 2, 'aid-workers']]],
    ['أطلق سراح سجينَين', [['سجينَين', 2, 'prisoners']]],
    [
      'فر 3 من مجموع 90 نزيلا',
      [
        ['3', 3, 'prisoners'],
        ['90 نزيلا', 90, 'prisoners'],
      ],
    ],
    [
      'خطف 12 جنديا وأصيب 4 آخرون',
      [
        ['12 جنديا', 12, 'soldiers'],
        ['4 آخرون', 4, 'soldiers'],
      ],
    ],
    [
      'وصل 20 لاجئا. وقال إن خمسة منهم مرضى',
      [
        ['20 لاجئا', 20, 'refugees'],
        ['خمسة منهم', 5, 'refugees'],
      ],
    ],
    ['احتجز صحافي وأربعة من زملائه', [['أربعة من زملائه', 4, 'journalists']]],
    [
      '9 نساء في السجن و14 في المشفى',
      [
        ['9 نساء', 9, 'women'],
        ['14', 14, 'women'],
      ],
    ],
    ['دفنت جثامين 8 سوريين', [['8 سوريين', 8, 'dead']]],
    ['خلية من أربعة عناصر', [['أربعة عناصر', 4, 'suspected-fighters']]],
    ['لا يزال 30 شخصا في عداد المفقودين', [['30 شخصا', 30, 'missing']]],
    ['عدد اللاجئين يناهز 5 آلاف شخص', [['يناهز 5 آلاف شخص', 5000, 'refugees']]],
    [
      'عدد القتلى 12 والجرحى 40',
      [
        ['12', 12, 'dead'],
        ['40', 40, 'wounded'],
      ],
    ],
    ['قتل آلافا آخرين', [['آلافا آخرين', 1000, 'people']]],
    [
      'تضررت 60 أسرة و7 أسر أخرى',
      [
        ['60 أسرة', 60, 'families'],
        ['7 أسر', 7, 'families'],
      ],
    ],
    ['شيع الأهالي رفات أربعة سوريين وجثة جندي', [['أربعة سوريين', 4, 'dead']]],
    [
      'اعتقل 50 طالبا ولا يزال 20 رهن التحقيق',
      [
        ['50 طالبا', 50, 'pupils'],
        ['20', 20, 'pupils'],
      ],
    ],
    ['قتل 6 من عائلة واحدة', [['6 من عائلة', 6, 'people']]],
    ['ثلاثة أخماس السكان', [['ثلاثة أخماس السكان', 60, 'people']]],
    ['ثلاثة عناصر من الدفاع المدني', [['ثلاثة عناصر', 3, 'aid-workers']]],
  ] as const)('knows whom %s counts', (text, wanted) => {
    expect(figures(text).map((one) => [one.text, one.min, one.counted?.of])).toEqual(wanted)
  })

  it('gives a price what a later sentence says it is for', () => {
    const text = 'طلبوا 9 آلاف دولار. وقالت المصادر إن هذا المبلغ مقابل تحرير رجل مسن.'
    const [found] = figures(text)
    expect(text.slice(found?.per?.start, found?.per?.end)).toBe('رجل')
  })

  it.each([
    'الفرقة 30',
    'مقابل 2019 في المقابل',
    'القرار 2254',
    'أحداث 11 أيلول',
    'طائرة من طراز إف-16',
    'البالغ من العمر 30 عاما',
    'الساعة السابعة',
    'القرن العشرين',
    'الطابق الثالث',
    'حركة طالبان',
    'في عام 2011',
    'قبل ثلاثة أيام',
    '1- المقدمة',
  ])('reads no figure in %s', (text) => {
    expect(figures(text)).toEqual([])
  })

  it('tells nationality, sex and affiliation', () => {
    expect(figures('7 معتقلات سوريات')[0]?.counted).toMatchObject({ of: 'detainees', sex: 'female', nationality: 'SY' })
    expect(figures('سبعة من عناصر تنظيم داعش')[0]?.counted).toMatchObject({ of: 'fighters', affiliation: 'isis' })
  })

  it('takes a bare nationality for what the people around it are', () => {
    expect(figures('أفرجوا عن 200 مقاتل وألماني واحد').map(({ counted }) => counted?.of)).toEqual(['fighters', 'fighters'])
    expect(figures('اختطفت المجموعة 150 تونسيا').map(({ counted }) => counted?.of)).toEqual(['hostages'])
    expect(figures('منع 6 آلاف ليبي من السفر').map(({ counted }) => counted?.of)).toEqual(['citizens'])
  })

  it('says what a price is for', () => {
    const text = 'دفعوا 30 ألف دولار لكل شخص'
    const [found] = figures(text)
    expect(text.slice(found?.per?.start, found?.per?.end)).toBe('شخص')
  })
})
