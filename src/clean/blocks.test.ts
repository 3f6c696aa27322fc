import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acquireBytes } from '../acquire/index.ts'
import { clean } from './index.ts'
import { cleanText } from './plain.ts'

const pieces = fc.constantFrom(
  'قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي. ',
  'قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي. ',
  '\n',
  '\r\n',
  '\n\n',
  'اقرأ أيضا: ',
  'تم النشر: 2019/01/17 الساعة 13:02 بتوقيت غرينتش',
  '[نُشر في 2017/11/15]',
  '[نُشر في ',
  '(أ ف ب)',
  '/ رويترز',
  'كتب: سامر الحلبي',
  'الوسوم',
  'مشاركة',
  'جميع الحقوق محفوظة',
  '«',
  '»',
  '"',
  '(',
  ')',
  '\u200f',
  '\u202b',
  '\u2066',
  '\u200b',
  '\ud800',
  '😀',
  '15/06/2018',
  'Fri, 15 Jun 2018 19:46:52 GMT',
  ' ',
  '\t',
  '.',
  'FILE PHOTO: a man in a town ',
)
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

describe('blocks', () => {
  it('partition any text, change nothing, and name earlier blocks as repeated', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { blocks } = cleanText(text, {})
        expect(blocks[0]!.start).toBe(0)
        expect(blocks.at(-1)!.end).toBe(text.length)
        blocks.forEach((block, i) => {
          if (i > 0) expect(block.start).toBe(blocks[i - 1]!.end)
          if (text.length > 0) expect(block.end).toBeGreaterThan(block.start)
          if (block.kind === 'repeat') expect(block.repeats).toBeLessThan(i)
          else expect(block.repeats).toBeUndefined()
        })
        expect(blocks.map((block) => text.slice(block.start, block.end)).join('')).toBe(text)
      }),
      { numRuns: 400 },
    )
  })

  it('keeps a text file character for character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (body) => {
        const text = `خبر ${body}`
        const { report } = clean(acquireBytes(Buffer.from(text, 'utf8'), { now: new Date(0), path: 'a.txt' }))
        if (report.source.mediaType === 'text/plain') expect(report.text).toBe(Buffer.from(text, 'utf8').toString('utf8'))
      }),
      { numRuns: 200 },
    )
  })

  it('spans of dates and credits hold what they name', () => {
    const text =
      'خبر من بلدة صغيرة في الريف\n\nتم النشر: 2019/01/17 الساعة 13:02 بتوقيت غرينتش\n\nقالت لجنة إن سبعة عمال خرجوا من المبنى القديم. (رويترز)'
    const { published, credits } = cleanText(text, {})
    expect(text.slice(published!.span!.start, published!.span!.end)).toBe('2019/01/17 الساعة 13:02 بتوقيت غرينتش')
    expect(text.slice(credits[0]!.span.start, credits[0]!.span.end)).toBe('رويترز')
  })
})
