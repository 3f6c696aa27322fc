import type { Reading } from '../model.ts'

/**
 * The first day that an EDTF value can mean, for sorting; of one with an open beginning its end. Values without a year sort last.
 *
 * @example sortKey('2018-06') // '2018-06'
 */
export function sortKey(edtf: string | undefined | null): string {
  const days = (edtf ?? '').split('/').filter((day) => /^\d/u.test(day))
  return days[0] ?? '~'
}

/** What reports are put in order by, before path and key: publication (undated last), outlet, title. */
export const appearanceOf = ({ report }: Pick<Reading, 'report'>): string =>
  [sortKey(report.published?.edtf), report.outlet?.name ?? '', report.title ?? ''].join('\u0000')
