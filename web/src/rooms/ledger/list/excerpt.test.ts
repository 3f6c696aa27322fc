import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from './excerpt.ts'

const spanned = fc
  .tuple(fc.array(fc.constantFrom('أسيرا', '15', 'of', 'شملت', 'x'), { minLength: 1, maxLength: 60 }), fc.nat(), fc.nat())
  .map(([words, a, b]) => {
    const text = words.join(' ')
    const start = a % text.length
    return { text, span: { start, end: start + 1 + (b % (text.length - start)) } }
  })

describe('the sentence in a row', () => {
  it('keeps its marks on the same words', () => {
    fc.assert(
      fc.property(spanned, ({ text, span }) => {
        const shown = excerpt({ text, start: 0, end: text.length, figure: span, hits: [span] })
        expect(shown.text.slice(shown.figure!.start, shown.figure!.end)).toBe(text.slice(span.start, span.end))
        expect(shown.hits).toEqual([shown.figure])
        expect(shown.text.replace('…', '')).toBe(text.slice(text.length - shown.text.replace('…', '').length))
      }),
    )
  })

  it('stays whole where its mark stands near its beginning, or it has none', () => {
    const evidence = { text: 'أفرجت القوات عن 27 أسيرا', start: 0, end: 24, figure: { start: 16, end: 24 }, hits: [] }
    expect(excerpt(evidence)).toBe(evidence)
    expect(excerpt({ ...evidence, figure: null })).toEqual({ ...evidence, figure: null })
  })
})
