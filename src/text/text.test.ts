import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDocument } from './document.ts'
import { fold, foldWithOffsets } from './fold.ts'
import { numeralValue } from './numerals.ts'
import { pairQuotes } from './quotes.ts'
import { tokenize } from './tokens.ts'

const forms = (text: string): string[] => tokenize(text).map((token) => token.form)

describe('fold', () => {
  it.each([
    ['الإِفـــراجُ', 'الافراج'],
    ['ﻻ ﺷﻲء', 'لا شيء'],
    ['١٢٣ و۴۵۶', '123 و456'],
    ['گفت که می‌گوید', 'كفت كه ميكويد'],
    ['\u2067قال\u2069\u200f', 'قال'],
    ['على علي', 'على علي'],
    ['مدرسة', 'مدرسة'],
    ['REUTERS', 'reuters'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded))

  it('maps every folded unit back into the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { folded, offsets } = foldWithOffsets(text)
        expect(folded).toBe(fold(text))
        expect(offsets.length).toBe(folded.length + 1)
        for (let i = 0; i < folded.length; i++) expect(offsets[i]! <= offsets[i + 1]!).toBe(true)
      }),
    )
  })
})

describe('tokenize', () => {
  it.each([
    ['شملت200 رجلاً', ['شملت', '200', 'رجلا']],
    ['نحو15 مقاتلا', ['نحو', '15', 'مقاتلا']],
    ['الـ27', ['ال', '27']],
    ['١٬٧٠٠ شخص', ['1,700', 'شخص']],
    ['70.000 و2,5', ['70.000', 'و', '2,5']],
    ['2018/09/03', ['2018', '/', '09', '/', '03']],
    ['قال: «نعم».', ['قال', ':', '«', 'نعم', '»', '.']],
    ['ABC News', ['abc', 'news']],
  ])('%s', (text, expected) => expect(forms(text)).toEqual(expected))

  it('never loses a letter or digit, and its spans are in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'قال إنّ 12,5 «شيء» ـ\u200f\n.،a') }), (text) => {
        const tokens = tokenize(text)
        const letters = (part: string): string => part.replace(/[^\p{L}\p{N}]|\u0640/gu, '')
        expect(letters(tokens.map((token) => text.slice(token.start, token.end)).join(''))).toBe(letters(text))
        for (let i = 1; i < tokens.length; i++) expect(tokens[i]!.start >= tokens[i - 1]!.end).toBe(true)
      }),
    )
  })
})

describe('numeralValue', () => {
  it.each([
    ['200', 200],
    ['70.000', 70000],
    ['1,700', 1700],
    ['1.234.567', 1234567],
    ['2.5', 2.5],
    ['0.125', 0.125],
    ['1,234.5', 1234.5],
    ['1.2.3', null],
  ])('%s → %s', (form, value) => expect(numeralValue(form)).toBe(value))
})

const sentencesOf = (text: string): string[] =>
  makeDocument(text, [{ kind: 'body', start: 0, end: text.length }]).sentences.map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['قال د. سامي إنه بخير. ثم غادر.', 2],
    ['حملوها... ثم عادوا. انتهى', 2],
    ['بدأ عند الساعة (17.00 ت. غ) وانتهى.', 1],
    ['نقلت وكالة أ.ف.ب عن مصدر قوله ذلك.', 1],
    ['هل عاد؟ لا! لم يعد.', 3],
    ['سطر أول بلا نقطة\nيكمله سطر ثان.', 1],
    ['سطر أول.\nسطر ثان.', 2],
    ['عنوان\n\nفقرة', 2],
    ['قال "عدنا. لم نجد أحدا". وانتهى', 3],
  ])('%s', (text, count) => expect(sentencesOf(text)).toHaveLength(count))
})

describe('pairQuotes', () => {
  it.each([
    ['قال «نعم» ثم "لا"', [true, true]],
    ['قال ”نعم“ وسكت', [true]],
    ['قال "نعم ثم سكت', [false]],
    ['وصف «العملية "الكبرى" هناك» أمس', [true, true]],
    ['لا شيء', []],
  ])('%s', (text, closed) => expect(pairQuotes(tokenize(text)).map((quote) => quote.closed)).toEqual(closed))
})

describe('makeDocument', () => {
  it('covers only title and body, with offsets into the text', () => {
    const text = 'عنوان\nصورة\nنص.'
    const document = makeDocument(text, [
      { kind: 'title', start: 0, end: 5 },
      { kind: 'caption', start: 6, end: 10 },
      { kind: 'body', start: 11, end: 14 },
    ])
    expect(document.tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['عنوان', 'نص', '.'])
    expect(document.sentences.map((sentence) => sentence.block)).toEqual(['title', 'body'])
  })
})
