import type { MeasureCard, MeasureDetail, PointView } from '../../../../src/api/shapes.ts'
import { nationalityLabel, populationLabel } from '../../../../src/export/figures.ts'
import type { Language } from '../../i18n/use-words.ts'
import { valueText } from './chart/drawn.ts'
import { isolated } from './chart/text.ts'

/** The day of a figure, and what it is the day of. */
export function dayWords(point: PointView, words: Language): string {
  const { t } = words
  const day = dateWords(point, words)
  return day === null ? t('detail.day.none') : t(point.basis === 'published' ? 'detail.day.published' : 'detail.day.stated', { date: day })
}

/** The time that the text gives where it gives one, never a day more exact than that. */
export const dateWords = ({ day, basis, claim }: PointView, { date }: Language): string | null =>
  day === null ? null : date((basis === 'stated' ? claim.time : null) ?? day)

/** A figure in one line, for a screen reader. */
export function pointWords(detail: MeasureDetail, index: number, words: Language): string {
  const { t, label } = words
  const point = detail.points[index]!
  return t('chart.point', {
    value: valueText(point, words),
    origin: detail.origins[point.origin]?.name ?? t('origin.unnamed'),
    outlet: point.claim.outlet ?? t('outlet.unknown'),
    day: dayWords(point, words),
    verdict: label(`verdict.${point.verdict}`),
  })
}

/** What a measure counts; a price its currency. @example countedWords({ unit: 'person', of: 'women', nationality: 'FR' }, …) // 'women, France' */
export function countedWords(
  { unit, of, nationality }: Pick<MeasureCard, 'unit' | 'of' | 'nationality'>,
  { label, lang }: Language,
): string {
  const counted = unit === 'person' || of ? populationLabel(of ?? 'people', label) : unit
  return nationality ? [counted, nationalityLabel(nationality, lang, label)].join(lang === 'ar' ? '، ' : ', ') : counted
}

/** An event type at the beginning of a line. */
export const eventWords = (type: MeasureCard['type'], { label, lang }: Language): string => {
  const [first = '', ...rest] = label(`type.${type}`)
  return first.toLocaleUpperCase(lang) + rest.join('')
}

/** A measure in one line, as the title of a file or a page. */
export function measureWords(card: MeasureCard, words: Language): string {
  const { date } = words
  const parts = [eventWords(card.type, words), countedWords(card, words), card.place?.name, card.time && date(card.time)]
  return parts
    .filter((part): part is string => Boolean(part))
    .map(isolated)
    .join(' · ')
}
