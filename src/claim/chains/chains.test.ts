import { describe, expect, test } from 'vitest'
import { annotate } from '../../lang/annotate.ts'
import { loadEntries } from '../../lang/ar/entries.ts'
import { readActors } from '../../read/actors/index.ts'
import { arabicKnowledge } from '../../read/lexicon.ts'
import { makeDocument } from '../../text/document.ts'
import { readVerbCue } from './cues.ts'
import { type Grammar, makeGrammar, reportVerbAt } from './grammar.ts'
import { readStatements } from './index.ts'
import { genderOf, isNamed } from './naming.ts'
import { nounPhrase } from './noun-phrase.ts'
import type { PhraseOptions } from './nouns.ts'
import { fits } from './speakers.ts'

const knowledge = arabicKnowledge()
function grammarOf(text: string): Grammar {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  const terms = annotate(document, knowledge.lexicon)
  return makeGrammar(document, terms, { actors: readActors(document, terms, { knowledge }), times: [] })
}
function statementsOf(text: string) {
  const { document, terms } = grammarOf(text)
  return readStatements(document, terms, { actors: readActors(document, terms, { knowledge }), times: [] })
}
const wordsOf = ({ document }: Grammar, first: number, last: number): string =>
  document.text.slice(document.tokens[first]!.start, document.tokens[last]!.end)

describe('nounPhrase', () => {
  const greedy: PhraseOptions = {}
  const strict: PhraseOptions = { strict: true }
  test.each([
    ['قال المتحدث باسم الوزارة إن', 'المتحدث باسم الوزارة', greedy],
    ['قال مسؤول في الشرطة للصحفيين إن', 'مسؤول في الشرطة', greedy],
    ['أعلنت وزارة الدفاع إسقاط مسيرة', 'وزارة الدفاع', strict],
    ['أعلنت الشرطة العثور على جثة', 'الشرطة', strict],
    ['أعلنت الشرطة الليبية العثور على جثة', 'الشرطة الليبية', strict],
    ['حثت الحكومة الأطراف على الهدوء', 'الحكومة', strict],
    ['قدرت مصادر غربية عدد المقاتلين', 'مصادر غربية', strict],
    ['قال أحد الناجين إن', 'أحد الناجين', greedy],
    ['قال 4 دبلوماسيين غربيين إن', '4 دبلوماسيين غربيين', greedy],
    ['قال مسؤول طلب عدم الكشف عن هويته إن', 'مسؤول', greedy],
    ['ذكرت صحيفة «صوت الجنوب» أن', 'صحيفة «صوت الجنوب»', greedy],
  ])('%s', (text, expected, options) => {
    const grammar = grammarOf(text)
    const phrase = nounPhrase(grammar, 1, grammar.document.tokens.length - 1, options)!
    expect(wordsOf(grammar, phrase.first, phrase.last)).toBe(expected)
  })

  test('no name begins with a finite verb', () => {
    expect(nounPhrase(grammarOf('وقال المدير: نعم'), 0, 3)).toBeUndefined()
  })
})

describe('isNamed and genderOf', () => {
  test.each([
    ['مصدر أمني رفيع', false, 'm'],
    ['مصادر مطلعة', false, 'f'],
    ['شهود عيان', false, 'plural'],
    ['مسؤولون أمريكيون', false, 'plural'],
    ['قيادي في الجيش', false, 'm'],
    ['متحدث عسكري', false, 'm'],
    ['متحدث باسم الجيش', true, 'm'],
    ['صحيفة بريطانية', false, 'f'],
    ['وسائل إعلام محلية', false, 'f'],
    ['وزارة الري', true, 'f'],
    ['رئيس بلدية درنة', true, 'm'],
    ['المصدر ذاته', false, 'm'],
    ['أحدهم', false, 'unknown'],
  ])('%s', (text, named, gender) => {
    const grammar = grammarOf(text)
    const phrase = nounPhrase(grammar, 0, grammar.document.tokens.length - 1)!
    expect([isNamed(grammar, phrase), genderOf(grammar, phrase)]).toEqual([named, gender])
  })
})

describe('reportVerbAt', () => {
  test.each([
    ['ونقل عن', 0, 'naqala'],
    ['لنقل الجرحى', 0, undefined],
    ['ذكرت أن', 0, 'dhakara'],
    ['المدينة هادئة', 0, undefined],
  ])('%s', (text, at, id) => expect(reportVerbAt(grammarOf(text), at)?.entry.id).toBe(id))
})

describe('readVerbCue', () => {
  const cueOf = (text: string, at: number) => {
    const grammar = grammarOf(text)
    return readVerbCue(grammar, grammar.document.sentences[0]!, at)
  }
  test.each([
    ['أعلنت الوزارة إصابة 5 أشخاص بعد أن سقط صاروخ', 0, 'object'],
    ['حذرت الوزارة من أن السد قد ينهار', 0, 'that'],
    ['دعا الاتحاد طرفي النزاع إلى وقف القتال', 0, 'object'],
    ['هدد التنظيم في شريط مصور بقتل 4 رهائن', 0, 'bi'],
    ['رفض المتحدث التعليق على الأنباء', 0, 'object'],
  ])('%s', (text, at, frame) => expect(cueOf(text, at)?.frame).toBe(frame))

  test.each([
    ['هذا هو الرجل الذي قال إن الحرب انتهت', 4],
    ['لم تعلن الوزارة مقتل أحد', 1],
    ['يُذكر أن المدينة محاصرة', 0],
    ['قيل إن الحرب انتهت', 0],
    ['على علم بأن الحرب انتهت', 1],
    ['سجلت الليرة انخفاضا', 0],
    ['أعلنت هدنة في المدينة', 0],
    ['رفض 12 أسيرا ركوب الحافلة', 0],
    ['اشتبكوا بين الجيش والمسلحين', 1],
  ])('no cue: %s', (text, at) => expect(cueOf(text, at)).toBeUndefined())
})

describe('fits', () => {
  test.each([
    ['f', '3fs', true],
    ['f', '3ms', false],
    ['m', '3fs', false],
    ['plural', '3mp', true],
    ['unknown', '3ms', true],
  ] as const)('%s %s', (gender, person, expected) => expect(fits(gender, { person })).toBe(expected))
})

describe('readStatements', () => {
  const whyOf = (text: string): string[][] => statementsOf(text).statements.map(({ why }) => why ?? [])
  test.each([
    ['قال الوزير إن 5 أشخاص قتلوا.', 'scope:sentence'],
    ['قال الوزير: «قتل 5 أشخاص»، وغادر القاعة بعد ذلك.', 'scope:quotation'],
    ['طالبت النقابة بالإفراج عن 9 صحفيين، وهم محتجزون منذ عام.', 'scope:clause'],
    ['قال الوزير إن 5 أشخاص قتلوا، وقالت الشرطة إن 3 أصيبوا.', 'scope:next-source'],
  ])('%s ends for a reason', (text, reason) => expect(whyOf(text)[0]).toContain(reason))

  test('every statement tells its cue, how the source was found and why it ends', () => {
    const [why] = whyOf('وأكد مدير المستشفى وفاة 6 مرضى.')
    expect(why).toEqual(['verb:akkada/object', 'source-named', 'scope:sentence'])
  })

  test('a verb with nobody to go on with is a warning, not a source', () => {
    const { statements, warnings } = statementsOf('وأضاف أن 33 محتجزا أفرج عنهم.')
    expect(statements).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual(['unknown-speaker'])
  })

  test('a verb that goes on keeps the chain and brings its own act', () => {
    const { statements } = statementsOf('نفت الوزارة الخبر. وأضافت أن 5 أشخاص عادوا.')
    expect(statements.at(-1)!.chain.map(({ text, act }) => [text, act])).toEqual([['الوزارة', 'say']])
  })
})

test('the language knows at least 150 reporting verbs and 40 particles', () => {
  const verbs = loadEntries('src/lang/ar/lexicon/report-verbs.yaml').filter((one) => one.class === 'report-verb')
  const particles = loadEntries('src/lang/ar/lexicon/report-particles.yaml').flatMap(({ forms }) => forms)
  expect(new Set(verbs.map(({ id }) => id)).size).toBeGreaterThanOrEqual(150)
  expect(particles.length).toBeGreaterThanOrEqual(40)
})
