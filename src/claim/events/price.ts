import type { Scene } from './scene.ts'

/** Words of paying. Folded. */
const PRICE = new Set([
  'مقابل',
  'مقابله',
  'المبلغ',
  'مبلغ',
  'فدية',
  'الفدية',
  'المال',
  'الاموال',
  'تدفع',
  'دفع',
  'دفعت',
  'يكلف',
  'تكلف',
  'يحتاجون',
  'تحتاج',
  'ثمن',
  'ثمنا',
])

/** Whether a sentence speaks of what something costs. @example saysPrice(scene, 0) // true for 'مقابل مبلغ' */
export function saysPrice({ document }: Scene, sentence: number): boolean {
  const { first, last } = document.sentences[sentence]!
  for (let i = first; i <= last; i++) if (PRICE.has(document.tokens[i]!.form)) return true
  return false
}

const AID = /^[وفبل]*(?:ال)?(?:مساعد(?:ات|ه)|منح|غرام(?:ه|ات)|تغريم|تعويض|رواتب|تمويل|اعاد?ه اعمار)/u

/** Money handed out or fined is no price. @example isAid(scene, 0) // true for 'مساعدات بقيمة' */
export function isAid({ document }: Scene, sentence: number): boolean {
  const { first, last } = document.sentences[sentence]!
  for (let i = first; i <= last; i++) if (AID.test(document.tokens[i]!.form)) return true
  return false
}
