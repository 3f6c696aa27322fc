import { describe, expect, test } from 'vitest'
import { annotate } from '../../lang/annotate.ts'
import { arabicLexicon } from '../../read/lexicon.ts'
import { makeDocument } from '../../text/document.ts'
import { splitClauses } from './clauses.ts'
import { readMarks } from './marks.ts'

/** The clauses of a text, each as its words; a clause that is taken up again is told in full. */
function clausesOf(text: string): string[] {
  const document = makeDocument(text, [{ kind: 'body', start: 0, end: text.length }])
  const { clauses, clauseOf } = splitClauses(document, readMarks(document, annotate(document, arabicLexicon())))
  return clauses.map((_, clause) =>
    document.tokens
      .filter(({ index, kind }) => clauseOf[index] === clause && kind !== 'punct')
      .map(({ form }) => form)
      .join(' '),
  )
}

describe('clauses', () => {
  test.each([
    ['قتل خمسة وأصيب عشرة', ['قتل خمسة', 'واصيب عشرة']],
    ['قال المسؤول إن ثلاثة قتلوا', ['قال المسؤول', 'ان ثلاثة قتلوا']],
    ['أن المئات، بينهم أجانب، غادروا المدينة', ['ان المئات بينهم اجانب غادروا المدينة']],
    ['نقل المهاجرون، الذين حوصروا، إلى المركز', ['نقل المهاجرون الى المركز', 'الذين حوصروا']],
    ['أفرجت عنهم بعدما دفعوا الفدية', ['افرجت عنهم', 'بعدما دفعوا الفدية']],
    ['هدد بوقف المفاوضات ونقل الأسرى', ['هدد بوقف المفاوضات ونقل الاسرى']],
  ])('%s', (text, clauses) => expect(clausesOf(text)).toEqual(clauses))
})
