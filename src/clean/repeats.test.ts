import { describe, expect, it } from 'vitest'
import type { Block } from '../model.ts'
import { cleanText } from './plain.ts'

const A = 'قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي بعد وساطة.'
const B = 'وأضافت اللجنة أن قائمة ثانية ستعلن قريبا، من دون أن تحدد عدد من تشملهم.'
const C = 'ولم يصدر تعليق من الجهة التي احتجزتهم.'
const TITLE = 'وساطة محلية تنهي احتجاز سبعة عمال'

const repeated = (text: string): { text: string; of: string }[] => {
  const { blocks } = cleanText(text, {})
  return blocks
    .filter((one) => one.kind === 'repeat')
    .map((one) => ({ text: sliceOf(text, one), of: sliceOf(text, blocks[one.repeats!]!) }))
}
const sliceOf = (text: string, block: Block): string => text.slice(block.start, block.end).trim()

describe('stretches repeated within one report', () => {
  it('finds a second half that says the first again', () => {
    expect(repeated([TITLE, '', A, B, C, A, B, C].join('\n'))).toEqual([{ text: [A, B, C].join('\n'), of: [A, B, C].join('\n') }])
  })
  it('finds it when paragraphs are broken elsewhere', () => {
    const broken = `${A} ${B}\n\n${C}`.replace('عمال خرجوا', 'عمال\nخرجوا')
    expect(repeated([TITLE, '', broken, '', `${A}\n${B} ${C}`].join('\n')).map((one) => one.text)).toEqual([`${A}\n${B} ${C}`])
  })
  it('finds it inside one paragraph, beginning and ending in mid-line', () => {
    expect(repeated(`${TITLE}\n\n${A} ${B} ${C} ${A} وهذا كل شيء حتى الآن في الريف.`).map((one) => one.text)).toEqual([A])
  })
  it('marks the later of a standfirst and a lead that is the same', () => {
    expect(repeated([TITLE, A, '15/06/2018', `${A} ${B}`, C].join('\n')).map((one) => one.text)).toEqual([A])
  })
  it('marks a caption set twice, the later one', () => {
    expect(repeated([TITLE, '', A, '', 'عمال أمام المبنى/ رويترز', 'عمال أمام المبنى/ رويترز', '', B].join('\n'))).toEqual([
      { text: 'عمال أمام المبنى/ رويترز', of: 'عمال أمام المبنى/ رويترز' },
    ])
  })
  it('finds a title set again as a line', () =>
    expect(repeated([TITLE, '15/06/2018', TITLE, A, B].join('\n')).map((one) => one.text)).toEqual([TITLE]))

  it.each([
    ['a short formula', `${TITLE}\n\n${A} وقال إن الوضع هادئ. ${B} وقال إن الوضع هادئ. ${C}`],
    ['a sentence that goes on', `${TITLE}\n\n${A}\n${A.slice(0, -1)}، بحسب الشرطة.\n${B}`],
    ['a standfirst in other words', `${TITLE}\n\nسبعة عمال يغادرون مبنى قديما في الريف الغربي.\n${A}\n${B}`],
    ['nothing', `${TITLE}\n\n${A}\n${B}\n${C}`],
  ])('leaves %s', (_, text) => expect(repeated(text)).toEqual([]))
})
