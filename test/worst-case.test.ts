import { describe, expect, it } from 'vitest'
import { annotate } from '../src/lang/annotate.ts'
import type { Rule } from '../src/lang/rule.ts'
import { arabicLexicon } from '../src/read/lexicon.ts'
import { readQuantities } from '../src/read/quantities/index.ts'
import { quantityRules } from '../src/read/quantities/rules.ts'
import { readTimes, timeRules } from '../src/read/times/index.ts'
import { makeDocument } from '../src/text/document.ts'

/** Length of a worst case, in UTF-16 code units: one sentence without an end. */
const LENGTH = 100_000
/** A pass over 100 KB takes some tens of milliseconds; a rule that goes back over its text takes minutes. */
const LIMIT_MS = 3000

const repeated = (text: string): string => `${text.replace(/[.!؟?]/g, '')} `.repeat(Math.ceil(LENGTH / (text.length + 1)))
/** The same words with the last one cut off: every attempt begins and fails. */
const beginnings = (text: string): string => repeated(text.split(' ').slice(0, -1).join(' ') || text)

function timeOf(text: string): number {
  const start = performance.now()
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  const terms = annotate(document, arabicLexicon())
  const times = readTimes(document, terms, { published: { edtf: '2018-06-15', basis: 'given' } })
  readQuantities(document, terms, { times })
  return performance.now() - start
}

describe('no rule explodes on 100 KB of its own examples', () => {
  timeOf('تمهيد')
  const rules = [...(timeRules as readonly Rule<never, unknown>[]), ...quantityRules]
  for (const { name, examples } of rules) {
    it(name, () => {
      for (const [text] of examples.slice(0, 2)) {
        expect(timeOf(repeated(text)), text).toBeLessThan(LIMIT_MS)
        expect(timeOf(beginnings(text)), text).toBeLessThan(LIMIT_MS)
      }
    })
  }
})
