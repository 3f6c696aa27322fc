import type { MeasureDetail, PointView } from '../../../../../src/api/shapes.ts'
import { formatBounds } from '../../../../../src/export/figures.ts'
import type { Language } from '../../../i18n/use-words.ts'
import type { Palette } from '../palette.ts'
import type { ChartLayout, LayoutInput } from './layout.ts'
import { widthOf } from './text.ts'

/** What a drawing needs besides its layout; the same for the page and for a file. */
export interface Drawn {
  detail: MeasureDetail
  layout: ChartLayout
  palette: Palette
  words: Language
  /** What the axis counts. */
  what: string
}

/** From a distance along the line of reading to the x of the drawing, which runs to the right. */
export const across = ({ width, plot }: ChartLayout, lang: Language['lang'], u: number): number =>
  lang === 'ar' ? width - plot.u - u : plot.u + u

/** Sizes of the texts of labels and axes, and of the number on an origin's colour. */
export const TEXT = { label: 12, badge: 10, badgeHeight: 13 }
export const badgeWidth = (origin: number): number => Math.max(13, widthOf(String(origin + 1), TEXT.badge, 600) + 6)
const BADGE_GAP = 4

/** The value as a label of the chart. */
export const valueText = ({ claim: { figure } }: PointView, { lang, label }: Pick<Language, 'lang' | 'label'>): string =>
  figure ? formatBounds(figure, lang, label) : label('bound.unknown')

/** Widths of a label with and without its value. */
const labelWidths = (point: PointView, words: Language): number[] => {
  const badge = badgeWidth(point.origin)
  return [badge + BADGE_GAP + widthOf(valueText(point, words), TEXT.label, 500), badge]
}

/** The one value with the policy that gave it. */
export const bestText = ({ policy, best }: MeasureDetail, { t, number }: Language): string =>
  best === null ? '' : t('chart.best', { policy: t(`policy.${policy}`), value: number(best) })

/** Widths of everything that is written into a chart. */
export const writtenWidths = (detail: MeasureDetail, words: Language): Pick<LayoutInput, 'labelWidths' | 'tickWidth' | 'bestWidth'> => ({
  labelWidths: (point) => labelWidths(point, words),
  tickWidth: (value) => widthOf(words.number(value), TEXT.label),
  bestWidth: widthOf(bestText(detail, words), TEXT.label, 500) + 10,
})
