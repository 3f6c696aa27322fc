import { describe, expect, it } from 'vitest'
import { makeDocument } from '../text/document.ts'
import { annotate } from './annotate.ts'
import { conjugate, participleForms } from './ar/conjugate.ts'
import { inflectNoun } from './ar/inflect.ts'
import { arabicSpelling } from './ar/spelling.ts'
import { parseYaml } from './data.ts'
import { compileLexicon, type EntryWithForms } from './lexicon.ts'

const forms = (list: { form: string }[]): Set<string> => new Set(list.map((one) => one.form))

describe('conjugate', () => {
  it.each([
    [{ past: 'قال', present: 'يقول' }, ['قالت', 'قالوا', 'قلن', 'يقولون', 'تقول', 'قيل', 'يقال', 'يقل']],
    [{ past: 'أفاد', present: 'يفيد' }, ['افادت', 'افدن', 'يفيدون', 'افيد', 'يفاد']],
    [{ past: 'نفى', present: 'ينفي' }, ['نفت', 'نفوا', 'ينفون', 'ينف', 'ينفى', 'نفي']],
    [{ past: 'دعا', present: 'يدعو' }, ['دعت', 'دعوا', 'يدعون', 'تدعو', 'دعي', 'يدعى']],
    [{ past: 'رد', present: 'يرد', short: 'ردد' }, ['ردت', 'رددن', 'يردون']],
    [{ past: 'بدأ', present: 'يبدأ' }, ['بدات', 'بداوا', 'بدؤوا', 'يبداون', 'يبدؤون']],
    [{ past: 'تبادل', present: 'يتبادل' }, ['تبادلوا', 'تبودل', 'يتبادلان']],
  ])('%o', (parts, expected) => {
    const made = forms(conjugate(parts))
    for (const form of expected) expect(made).toContain(form)
  })

  it.each([
    [{ past: 'أضاف', present: 'يضيف', participle: 'مضيف' }, ['مضيفا', 'مضيفة', 'مضيفين']],
    [{ past: 'نفى', present: 'ينفي', participle: 'ناف' }, ['نافيا', 'نافية', 'نافين']],
  ])('participles of %o', (parts, expected) => {
    for (const form of expected) expect(forms(participleForms(parts))).toContain(form)
  })
})

describe('inflectNoun', () => {
  it.each([
    [
      { singular: 'مقاتل', plural: 'مقاتلون', feminine: true },
      ['المقاتل', 'مقاتلا', 'مقاتلان', 'مقاتلي', 'المقاتلين', 'مقاتلة', 'مقاتلات', 'مقاتلتين'],
    ],
    [{ singular: 'طفل', plural: ['أطفال'] }, ['طفلين', 'الاطفال', 'اطفالا']],
    [{ singular: 'مستشفى', plural: ['مستشفيات'] }, ['مستشفيان', 'المستشفيات']],
  ])('%o', (parts, expected) => {
    for (const form of expected) expect(forms(inflectNoun(parts))).toContain(form)
  })
})

const entry = (id: string, pos: EntryWithForms['pos'], ...words: string[]): EntryWithForms => ({
  id,
  class: 'thing',
  pos,
  value: id,
  forms: words.map((form) => ({ form })),
})
const lexicon = compileLexicon(
  [
    entry('sdf', 'name', 'قوات سوريا الديمقراطية'),
    entry('syria', 'name', 'سوريا'),
    entry('regime', 'name', 'النظام السوري'),
    entry('say', 'verb', 'قال'),
    entry('about', 'particle', 'حوالي'),
  ],
  arabicSpelling,
)
const found = (text: string): string[] => {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  return annotate(document, lexicon).at.flatMap(
    (terms) => terms?.map((term) => `${term.entry.id}:${text.slice(term.start, term.end)}`) ?? [],
  )
}

describe('annotate', () => {
  it.each([
    ['وقوات سوريا الديمقراطية', ['sdf:قوات سوريا الديمقراطية', 'syria:سوريا']],
    ['للنظام السوري', ['regime:لنظام السوري']],
    ['في سوريا وبسوريا', ['syria:سوريا', 'syria:سوريا']],
    ['فقالها', ['say:قالها']],
    ['حوالى مئة', ['about:حوالى']],
    ['بقال', []],
    ['مقال', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))
})

const gulf = compileLexicon(
  [
    entry('cairo', 'name', 'القاهرة'),
    entry('court', 'noun', 'محكمة'),
    entry('court-cairo', 'noun', 'محكمة القاهرة'),
    entry('family', 'noun', 'أسرة'),
    entry('capture', 'noun', 'أسر'),
    entry('until', 'particle', 'حتى'),
    entry('paper', 'noun', 'صحيفة'),
  ],
  arabicSpelling,
)
const spelled = (text: string): string[] => {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  return annotate(document, gulf).at.flatMap((terms) => terms?.map((term) => `${term.entry.id}${term.suffix}`) ?? [])
}

describe('endings spelled without care', () => {
  it.each([
    ['فى القاهره', ['cairo']],
    ['بمحكمه القاهره', ['court-cairo', 'court', 'cairo']],
    ['حتي الصحيفه', ['until']],
    ['وتم اسره', ['captureه']],
    ['عادت اسره الى قريه بعيده وزارت صحيفه مصريه', ['family', 'captureه', 'paper']],
    ['عادت أسرة إلى قرية وزارت صحيفة عند أسره', ['family', 'paper', 'captureه']],
  ])('%s', (text, expected) => expect(spelled(text)).toEqual(expected))
})

describe('parseYaml', () => {
  it('names file and line of a duplicate key', () => {
    expect(() => parseYaml('a: 1\nb: 2\na: 3', 'words.yaml')).toThrow('words.yaml:3')
  })
})
