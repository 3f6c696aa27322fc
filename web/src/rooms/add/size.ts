import { type Lang, localeOf } from '../../../../src/export/messages/translator.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const STEP = 1024

/** A number of bytes for people. @example sizeOf(67108864, 'en') // '64 MB' */
export function sizeOf(bytes: number, lang: Lang): string {
  const rank = bytes < STEP ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / Math.log2(STEP)))
  const value = bytes / STEP ** rank
  const format = {
    style: 'unit',
    unit: UNITS[rank]!,
    unitDisplay: rank === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && rank > 0 ? 1 : 0,
  } as const
  return new Intl.NumberFormat(localeOf(lang), format).format(value)
}
