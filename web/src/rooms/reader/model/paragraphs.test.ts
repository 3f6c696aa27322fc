import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsOf } from './paragraphs.ts'

const shown = (text: string): string[] =>
  paragraphsOf(text, [{ kind: 'body', start: 0, end: text.length }]).map(({ start, end }) => text.slice(start, end))

describe('paragraphsOf', () => {
  it.each([
    ['an empty line', 'سطر أول\n\nسطر ثان', ['سطر أول', 'سطر ثان']],
    ['the end of a sentence', 'انتهى الخبر.\nبدأ آخر', ['انتهى الخبر.', 'بدأ آخر']],
    ['a line too long to be wrapped', `${'كلمة '.repeat(30)}\nأخرى`, ['كلمة '.repeat(30).trim(), 'أخرى']],
  ])('breaks at %s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  it('keeps the line ends of a text that was wrapped', () => {
    expect(shown('قال المتحدث\nإن القافلة\nوصلت.\nثم عادت')).toEqual(['قال المتحدث\nإن القافلة\nوصلت.', 'ثم عادت'])
  })

  it('leaves out nothing but white space', () => {
    const text = fc.string({ maxLength: 80, unit: fc.constantFrom('ا', 'ب', ' ', '\n', '.', '\t', '\u00a0', '\r') })
    fc.assert(
      fc.property(text, fc.nat(80), (words, at) => {
        const cut = Math.min(at, words.length)
        const paragraphs = paragraphsOf(words, [
          { kind: 'title', start: 0, end: cut },
          { kind: 'body', start: cut, end: words.length },
        ])
        let from = 0
        for (const { start, end } of paragraphs) {
          expect(words.slice(from, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          from = end
        }
        expect(words.slice(from).trim()).toBe('')
      }),
    )
  })

  it('says which paragraph is the first of its block', () => {
    const text = 'عنوان\nأول.\nثان.'
    expect(
      paragraphsOf(text, [
        { kind: 'title', start: 0, end: 6 },
        { kind: 'body', start: 6, end: text.length },
      ]).map(({ kind, first }) => [kind, first]),
    ).toEqual([
      ['title', true],
      ['body', true],
      ['body', false],
    ])
  })
})
