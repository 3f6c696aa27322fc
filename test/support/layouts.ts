import { expect } from 'vitest'
import { cleanText } from '../../src/clean/plain.ts'

/* What the tests of page layouts share: sentences of an invented report, and the check of one layout. */

export const TITLE = 'وساطة محلية تنهي احتجاز سبعة عمال في الريف الغربي'
export const LEAD = 'قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي بعد وساطة استمرت أياما.'
export const NEXT = 'وأضافت اللجنة أن قائمة ثانية ستعلن قريبا، من دون أن تحدد عدد من تشملهم.'
export const LAST = 'ولم يصدر تعليق من الجهة التي احتجزتهم.'

export interface Layout {
  name: string
  lines: string[]
  title?: string
  outlet?: string | null
  published?: string | null
  updated?: string
  byline?: string
  credits?: string[]
  /** Must be no prose. */
  noise?: string[]
  /** Must be prose. */
  body?: string[]
}

const kindAt = (text: string, words: string, blocks: ReturnType<typeof cleanText>['blocks']): string => {
  const at = text.indexOf(words)
  return at < 0 ? 'absent' : (blocks.find((block) => block.start <= at && at < block.end)?.kind ?? 'none')
}

/** Cleans a layout's lines and holds the outcome against what it should be. */
export function checkLayout(layout: Layout): void {
  const text = layout.lines.join('\n')
  const cleaned = cleanText(text, {})
  expect(cleaned.title?.replace(/[\u200f\u202b\u202c]/gu, '')).toBe(layout.title ?? TITLE)
  if (layout.outlet !== undefined) expect(cleaned.outlet).toBe(layout.outlet)
  if (layout.published !== undefined) expect(cleaned.published?.edtf ?? null).toBe(layout.published)
  if (layout.updated !== undefined) expect(cleaned.updated?.edtf).toBe(layout.updated)
  if (layout.byline !== undefined) expect(cleaned.byline).toBe(layout.byline)
  if (layout.credits) expect(cleaned.credits.map((one) => one.text)).toEqual(layout.credits)
  const kinds = (list: string[]): string[] => list.map((words) => `${kindAt(text, words, cleaned.blocks)}: ${words}`)
  expect(kinds(layout.noise ?? []).filter((one) => /^(?:body|title|absent):/u.test(one))).toEqual([])
  expect(kinds(layout.body ?? []).filter((one) => !one.startsWith('body:'))).toEqual([])
}
