import { describe, expect, it } from 'vitest'
import { arabicSpelling } from '../spelling.ts'
import { isWhole } from './whole.ts'

const listOf = (text: string): string[] => text.trim().split(/\s+/u)

describe('isWhole', () => {
  it.each(
    listOf(
      'وزير وزيرها وصول وصولهم وحدة وحدات وسيط كبير كبيرة كما كذلك بعدما لذلك فصيل فصائل فعليا بلدة بلدتهم لجنة لجنتها سفير سلاحهم كتيبة لواء',
    ),
  )('is sure of %s', (form) => expect(isWhole(form)).toBe(true))

  it.each(
    listOf('ورد وقال وصف وعد ودعا فقد فتح لحق سمع وهم وحي والان وكل بالسجن لحقوق بقيادة كوسيط سيكون وللجيش واحد باسم لسوريا بغداديين زير'),
  )('is not sure of %s', (form) => expect(isWhole(form)).toBe(false))

  it('leaves the lexicon one way to take such a word apart', () => {
    const proclitics = (form: string): string[] => [...new Set(arabicSpelling.splits(form).map((split) => split.proclitics))]
    expect(proclitics('وزيرهم')).toEqual([''])
    expect(proclitics('كبير')).toEqual([''])
    expect(proclitics('وردت')).toEqual(['', 'و'])
    expect(proclitics('ولحقوق')).toEqual(['', 'و', 'ول'])
  })
})
