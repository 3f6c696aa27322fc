import type { RangeView } from '../../../../src/api/shapes.ts'
import { formatBounds } from '../../../../src/export/figures.ts'
import { localeOf } from '../../../../src/export/messages/translator.ts'
import type { Language } from '../../i18n/use-words.ts'
import { isolated } from './chart/text.ts'

/** Names said in full; of more the number is given. */
const NAMED = 3

/** @example listOf(['a', 'b'], words) // 'a and b' */
export function listOf(names: readonly string[], { lang, t }: Pick<Language, 'lang' | 't'>): string {
  const shown = names.slice(0, NAMED).map(isolated)
  const rest = names.length - shown.length
  return new Intl.ListFormat(localeOf(lang)).format(rest > 0 ? [...shown, t('range.more', { count: rest })] : shown)
}

/** An end of a range in words: its value, and who says so. `only` where both ends are one. */
export function standing(range: RangeView, end: 'low' | 'high' | 'only', unit: string, words: Language): { value: string; by: string } {
  const { value, by } = range[end === 'high' ? 'high' : 'low']
  return {
    value:
      value === null ? words.t('range.open') : formatBounds({ min: value, max: value, modifier: 'exact', unit }, words.lang, words.label),
    by: by.length > 0 ? words.t('range.by', { names: listOf(by, words) }) : '',
  }
}
