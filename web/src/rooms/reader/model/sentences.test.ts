import { describe, expect, it } from 'vitest'
import { sentenceAround } from './sentences.ts'

const around = (text: string, words: string): string => {
  const start = text.indexOf(words)
  const { start: from, end } = sentenceAround(text, { start, end: start + words.length })
  return text.slice(from, end)
}

describe('sentenceAround', () => {
  it.each([
    ['قال ذلك. ثم عاد 7 منهم. وبقي آخرون', '7', 'ثم عاد 7 منهم.'],
    ['عنوان\nبلغ العدد 3.5 آلاف\nآخر', 'العدد', 'بلغ العدد 3.5 آلاف'],
    ['الأول هنا', 'الأول هنا', 'الأول هنا'],
    ['قال. عاد سبعة.', 'عاد سبعة.', 'عاد سبعة.'],
  ])('of %j around %j', (text, words, expected) => {
    expect(around(text, words)).toBe(expected)
  })

  it('is cut where it is very long', () => {
    expect(around(`${'كلمة '.repeat(400)}هنا${' كلمة'.repeat(400)}`, 'هنا').length).toBeLessThan(460)
  })
})
