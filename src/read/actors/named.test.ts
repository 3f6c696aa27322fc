import { describe, expect, test } from 'vitest'
import { annotate } from '../../lang/annotate.ts'
import type { Report } from '../../model.ts'
import { makeDocument } from '../../text/document.ts'
import { arabicKnowledge } from '../lexicon.ts'
import { readActors } from './index.ts'

/* Bodies, outlets and people that only the words around them name. */

const knowledge = arabicKnowledge()
function read(text: string, outlet?: string): string[] {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  const terms = annotate(document, knowledge.lexicon)
  const report = outlet === undefined ? undefined : ({ outlet: { name: outlet } } as Report)
  const actors = readActors(document, terms, { knowledge, ...(report ? { report } : {}) })
  return actors.map((one) => `${text.slice(one.start, one.end)}: ${one.type}${one.private ? ', private' : ''}`)
}

describe('bodies of a division, a force, a purpose', () => {
  test.each([
    ['نفت حكومة الإقليم ذلك', 'حكومة الإقليم: state'],
    ['قال متحدث باسم شرطة المقاطعة إن', 'شرطة المقاطعة: state'],
    ['أعلنت قيادة الجيش أمس', 'قيادة الجيش: state'],
    ['ذكرت استخبارات الجيش أن', 'استخبارات الجيش: state'],
    ['أحصت غرفة طوارئ جنوب كردفان القتلى', 'غرفة طوارئ جنوب كردفان: institution'],
    ['وزع مركز الأمل للأعمال الخيرية طرودا', 'مركز الأمل للأعمال الخيرية: institution'],
    ['أصدر مقر التنسيق الأوكراني لشؤون أسرى الحرب بيانا', 'مقر التنسيق الأوكراني لشؤون أسرى الحرب: state'],
    ['أكدت اللجنة الوطنية لشؤون أسرى الحرب', 'اللجنة الوطنية لشؤون أسرى الحرب: institution'],
    ['قالت مجموعة محامي الساحل إن', 'مجموعة محامي الساحل: institution'],
    ['وثقت شبكة أطباء الجنوب ذلك', 'شبكة أطباء الجنوب: institution'],
    ['بحسب مؤسسة الشهداء عن العثور على رفات', 'مؤسسة الشهداء: institution'],
    ['أوقفت قوات الأمن شخصين', 'قوات الأمن: state'],
    ['قال نادي قضاة الجنوب إن', 'نادي قضاة الجنوب: institution'],
    ['هاجمت المقاومة الشعبية الموقع', 'المقاومة الشعبية: armed-group'],
    ['تقدم الجيش الوطني في مأرب باليمن', 'الجيش الوطني: state'],
    ['قصف الجيش الوطني مواقع في سوريا قرب حلب', 'الجيش الوطني: armed-group'],
    ['ذكر بلاغ للمديرية العامة للأمن الوطني أن', 'لمديرية العامة للأمن الوطني: state'],
    ['قالت قناه النيل ان', 'قناه النيل: outlet'],
    ['قررت نيابه الزقازيق حبسه', 'نيابه الزقازيق: institution'],
  ])('%s', (text, expected) => expect(read(text)).toContain(expected))
})

test.each(['أوقفوا شخصين بجماعة أولاد تايمة', 'في مدينة بني ملال', 'بجماعة بني أنصار'])('a commune is no body: %s', (text) =>
  expect(read(text)).toEqual([]),
)

describe('names behind a word of naming', () => {
  test.each([
    ['خطفته جماعة مسلحة تطلق على نفسها "صقور الوادي"', 'صقور الوادي: armed-group'],
    ['قدرت منظمة إغاثة محلية تدعى "سايبان" العدد', 'سايبان: institution'],
  ])('%s', (text, expected) => expect(read(text)).toContain(expected))

  test('a man who is called something is no body', () => {
    expect(read('قال رجل يدعى "نديم" إن')).not.toContain('نديم: institution')
  })
})

describe('outlets without a kind word', () => {
  test.each([
    ['قال مصدر لـ"صوت السنديان" إن', undefined, 'صوت السنديان: outlet'],
    ['وأوضح مصدر أمني لـ«نداء البقاع» أن', undefined, 'نداء البقاع: outlet'],
    ['وأكد السنديان الحر أن الطريق مغلق', 'شبكة السنديان الحر الإخبارية', 'السنديان الحر: outlet'],
    ['وعلمت "السنديان" أن الطريق مغلق', 'وكالة السنديان للأنباء', 'السنديان: outlet'],
    ['في حصيلة تحوز "الجنوب نت" نسخة منها', undefined, 'الجنوب نت: outlet'],
  ])('%s', (text, outlet, expected) => expect(read(text, outlet)).toContain(expected))

  test.each([
    ['وقع تحت شجرة السنديان أمس', 'وكالة السنديان للأنباء'],
    ['جمع سلاحا لـ"أصدقاء الوادي" أمس', undefined],
  ])('no outlet in: %s', (text, outlet) => expect(read(text, outlet).filter((one) => one.endsWith('outlet'))).toEqual([]))
})

describe('people by initials, apposition and trade', () => {
  test.each([
    ['حرر الجيش المخطوفَين خ.م. وع.س. بعد مداهمة', ['خ.م.: person, private', 'ع.س.: person, private']],
    ['أوقفت الشرطة المتهم (ح.ع) في بيته', ['ح.ع: person, private']],
    ['وقالت الضحية س. م. إنها بخير', ['س. م.: person, private']],
    ['وقال ماتيو لوغانو، وهو والد أحد التلاميذ، إن', ['ماتيو لوغانو: person, private']],
    ['وقال قبطان السفينة راجاف كومبار لوكالة محلية', ['راجاف كومبار: person, private']],
    ['وقالت المتحدثة باسم مفوضية اللاجئين شاليا مانتي إن', ['شاليا مانتي: person']],
    ['وقال حاكم ولاية بورنو باباتوندا زوليم إن', ['باباتوندا زوليم: person']],
    ['وقال قائممقام القضاء علي صالح الأحمد إن', ['علي صالح الأحمد: person']],
    ['وقال حسام الجندى، عضو اللجنه، ان', ['حسام الجندى: person']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expect.arrayContaining(expected)))

  test.each(['أحد الموقوفين عائد من الخارج', 'نقلت أ.ف.ب ذلك', 'الساعة 5 م. وصلوا', 'وقال مصدر، وهو مسؤول، إن'])('nobody in: %s', (text) =>
    expect(read(text).filter((one) => one.includes('person'))).toEqual([]),
  )
})
