import { expect, it } from 'vitest'
import { overlaps } from '../text/spans.ts'
import { sentenceAt } from './sentences.ts'

const SENTENCES = [
  { start: 2, end: 6 },
  { start: 6, end: 9 },
  { start: 12, end: 20 },
]

it('finds the sentences of every span as a look at each of them would', () => {
  for (let start = 0; start < 24; start++) {
    for (let end = start + 1; end < 25; end++) {
      const held = SENTENCES.filter((one) => overlaps(one, { start, end }))
      const wanted = {
        start: Math.min(start, ...held.slice(0, 1).map((one) => one.start)),
        end: Math.max(end, ...held.map((one) => one.end)),
      }
      expect(sentenceAt(SENTENCES, { start, end })).toEqual(wanted)
    }
  }
})
