import { describe, expect, test } from 'vitest'
import { annotate } from '../../lang/annotate.ts'
import { makeDocument } from '../../text/document.ts'
import { arabicKnowledge } from '../lexicon.ts'
import { readActors, resolveActor } from './index.ts'

const knowledge = arabicKnowledge()
function read(text: string) {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  const terms = annotate(document, knowledge.lexicon)
  return { document, terms, actors: readActors(document, terms, { knowledge }) }
}
const written = (text: string): string[] => read(text).actors.map((one) => text.slice(one.start, one.end))
describe('names of the registry', () => {
  test.each([
    ['هاجمت قسد مواقع التنظيم', 'sdf', undefined],
    ['وقال المرصد السوري لحقوق الانسان', 'sohr', undefined],
    ['أسر مرتزقة داعش أمس', 'isis', true],
    ['ذكرت صحيفة "ديلي تلغراف"', 'daily-telegraph', undefined],
  ])('%s', (text, id, loaded) => {
    const found = read(text).actors.find((one) => one.actor === id || (id === 'daily-telegraph' && one.type === 'outlet'))
    expect(found, JSON.stringify(read(text).actors)).toBeDefined()
    expect(found!.loaded).toBe(loaded)
  })

  test('a verb is not the acronym that is spelled like it', () => {
    expect(written('أفاد شهود بوقوع انفجار')).toEqual([])
  })
})

describe('bodies by their kind word', () => {
  test.each([
    ['نفت كتيبة النخلة ذلك', 'كتيبة النخلة', 'armed-group'],
    ['انسحب اللواء 917 ليلا', 'اللواء 917', 'armed-group'],
    ['قالت وزارة الري العراقية إن', 'وزارة الري العراقية', 'state'],
    ['نشرت صحيفة «نداء التلال» تقريرا', 'صحيفة «نداء التلال»', 'outlet'],
    ['بحسب منظمة جسور النور التي', 'منظمة جسور النور', 'institution'],
    ['قال معهد دراسة الأنهار إن', 'معهد دراسة الأنهار', 'institution'],
    ['أعلنت السلطات القضائية التشادية أمس', 'السلطات القضائية التشادية', 'state'],
    ['تأسست الجمعية الوطنية لحماية المستهلك', 'الجمعية الوطنية لحماية المستهلك', 'institution'],
    ['وفق تحالف الأنهار السبعة', 'تحالف الأنهار', 'coalition'],
    ['تحدثت إلى إذاعة التلال أف أم', 'إذاعة التلال', 'outlet'],
    ['اختطفته مجموعة تشادية مسلحة', 'مجموعة تشادية مسلحة', 'armed-group'],
  ])('%s', (text, name, type) => {
    const found = read(text).actors.find((one) => text.slice(one.start, one.end).startsWith(name))
    expect(found, written(text).join(' | ')).toBeDefined()
    expect(found!.type).toBe(type)
  })

  test.each([
    'شركة الكهرباء',
    'عادت حركة السير',
    'قوة كبيرة',
    'منظمة إنسانية محلية',
    'في مركز الاحتجاز',
    'زعيم التنظيم',
    'قالت صحيفة بريطانية',
    'قرب موقع الانفجار',
    'جماعات مسلحة متناحرة',
  ])('no name in: %s', (text) => {
    expect(written(text)).toEqual([])
  })
})

describe('people', () => {
  test.each([
    ['وقال الناطق باسم الشرطة العقيد رامي الخزرجي إن', 'رامي الخزرجي', false],
    ['أكد وزير الزراعة الليبي سالم بو عجيلة أن', 'سالم بو عجيلة', false],
    ['قالت الناشطة ليلى المرزوقي إن', 'ليلى المرزوقي', true],
    ['اعتقلت الشرطة المدرس نبيل الهاشمي', 'نبيل الهاشمي', true],
    ['خطف العقيد سامر الحلاق', 'سامر الحلاق', true],
    ['وروى والد الطفل كريم ياسين', 'كريم ياسين', true],
    ['قال مقاتل يدعى أبو ريشة', 'أبو ريشة', true],
    ['وصف إدوارد كلينتون، مستشار الحاكم، ذلك', 'إدوارد كلينتون', false],
    ['قال الأمين العام للحلف، يوهان ستورك، إن', 'يوهان ستورك', false],
    ['زار رئيس اللجنة عبد الرحمن بن سعد المخيم', 'عبد الرحمن بن سعد', false],
    ['قال علاء الدين الشامي لإذاعة محلية', 'علاء الدين الشامي', true],
  ])('%s', (text, name, isPrivate) => {
    const found = read(text).actors.find((one) => one.type === 'person')
    expect(found && text.slice(found.start, found.end), written(text).join(' | ')).toBe(name)
    expect(found!.private ?? false).toBe(isPrivate)
  })

  test('a family name alone is the person named before', () => {
    const { actors } = read('قال المتحدث باسم البعثة ماجد الدليمي إن القافلة وصلت. وأضاف الدليمي أنها عادت.')
    const people = actors.filter((one) => one.type === 'person')
    expect(people.map((one) => one.name)).toEqual(['ماجد الدليمي', 'ماجد الدليمي'])
  })

  test.each([
    'قال مسؤول إن محافظة صلاح الدين آمنة',
    'طلب عدم ذكر اسمه بوقف القتال',
    'قبل شروق الشمس',
    'باسم المحكمة',
    'رئيس الوزراء قال إن',
  ])('nobody in: %s', (text) => {
    expect(read(text).actors.filter((one) => one.type === 'person')).toEqual([])
  })
})

describe('countries that act', () => {
  test.each([
    ['دعت كندا وأستراليا إلى الهدوء', ['canada', 'australia']],
    ['قالت المنظمة إن أنقرة ترفض العرض', ['turkey']],
    ['القوات المدعومة من واشنطن', ['us']],
    ['وصلوا إلى كندا أمس', []],
    ['تعيش أستراليا موجة حر', []],
    ['سكان تركيا يقررون', []],
  ])('%s', (text, states) => {
    const found = read(text).actors.filter((one) => one.type === 'state')
    expect(found.map((one) => one.actor)).toEqual(states)
  })
})

describe('resolveActor', () => {
  const resolve = (text: string, words: string) => {
    const scope = read(text)
    const start = text.lastIndexOf(words)
    const first = scope.document.tokens.findIndex((token) => token.end > start)
    const last = scope.document.tokens.findLastIndex((token) => token.start < start + words.length)
    return resolveActor(scope, { first, last })
  }

  test.each([
    ['قالت صحيفة «نداء التلال» إن الطريق مغلق. وأضافت الصحيفة أنه خطر.', 'الصحيفة', 'صحيفة «نداء التلال»', 'outlet'],
    ['نفت كتيبة النخلة ذلك. وقالت الكتيبة إنها انسحبت.', 'الكتيبة', 'كتيبة النخلة', 'armed-group'],
    ['أعلن المرصد السوري لحقوق الإنسان ذلك. وقال المرصد إن', 'المرصد', 'Syrian Observatory for Human Rights', 'institution'],
    ['قال المتحدث باسم كتيبة النخلة ماجد الدليمي', 'المتحدث باسم كتيبة النخلة ماجد الدليمي', 'ماجد الدليمي', 'person'],
  ])('%s', (text, words, name, type) => {
    expect(resolve(text, words)).toMatchObject({ name, type, named: true })
  })

  test('nobody for a source that stays nameless', () => {
    expect(resolve('قالت مصادر مطلعة إن', 'مصادر مطلعة')).toBeUndefined()
  })
})
