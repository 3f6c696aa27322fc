import { describe, expect, it } from 'vitest'
import { annotate } from '../src/lang/annotate.ts'
import { loadEntries } from '../src/lang/ar/entries.ts'
import { listData } from '../src/lang/data.ts'
import type { Rule } from '../src/lang/rule.ts'
import type { Quantity, Time } from '../src/model.ts'
import { arabicLexicon } from '../src/read/lexicon.ts'
import { readQuantities } from '../src/read/quantities/index.ts'
import { quantityRules } from '../src/read/quantities/rules.ts'
import { readTimes, timeRules } from '../src/read/times/index.ts'
import { makeDocument } from '../src/text/document.ts'

/** The publication day that examples of rules are read against: a Friday. */
const PUBLISHED = { edtf: '2018-06-15', basis: 'given' } as const

const parse = (text: string) => {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  return { document, terms: annotate(document, arabicLexicon()) }
}

const timesOf = (text: string): Time[] => {
  const { document, terms } = parse(text)
  return readTimes(document, terms, { published: PUBLISHED })
}

const quantitiesOf = (text: string): Quantity[] => {
  const { document, terms } = parse(text)
  return readQuantities(document, terms, { times: readTimes(document, terms, { published: PUBLISHED }) })
}

const timeValue = ({ edtf, part, relative }: Time): string => {
  const value = edtf ?? (relative && 'shift' in relative ? relative.shift : 'unknown')
  return part ? `${value} ${part}` : value
}

const quantityValue = ({ min, max, modifier, unit, counted }: Quantity): string => {
  const value = min === max ? `${min}` : `${min ?? ''}..${max ?? ''}`
  return [value, ...(modifier === 'exact' ? [] : [modifier]), unit, ...(counted ? [counted.of] : [])].join(' ')
}

describe('every lexicon entry is found in its examples and nowhere in its counter-examples', () => {
  for (const file of listData('src/lang/ar/lexicon')) {
    it(file, () => {
      for (const { id, class: ofClass, examples, not } of loadEntries(file)) {
        const finds = (text: string): boolean =>
          parse(text).terms.at.some((here) => here?.some(({ entry }) => entry.id === id && entry.class === ofClass))
        for (const text of examples) expect.soft(finds(text), `${id} in '${text}'`).toBe(true)
        for (const text of not) expect.soft(finds(text), `${id} not in '${text}'`).toBe(false)
      }
    })
  }
})

describe('every time rule reads its examples', () => {
  for (const { name, examples, not } of timeRules as readonly Rule<never, unknown>[]) {
    it(name, () => {
      for (const [text, value] of examples) {
        const mine = timesOf(text).filter((time) => time.why?.includes(name))
        expect.soft(mine.map(timeValue), text).toContain(value)
      }
      for (const text of not)
        expect
          .soft(
            timesOf(text).filter((time) => time.why?.includes(name)),
            text,
          )
          .toEqual([])
    })
  }
})

describe('every quantity rule reads its examples', () => {
  for (const { name, examples, not } of quantityRules) {
    it(name, () => {
      for (const [text, value] of examples) {
        const mine = quantitiesOf(text).filter((quantity) => quantity.why?.includes(name))
        expect.soft(mine.map(quantityValue), text).toContain(value)
      }
      for (const text of not)
        expect
          .soft(
            quantitiesOf(text).filter((quantity) => quantity.why?.includes(name)),
            text,
          )
          .toEqual([])
    })
  }
})
