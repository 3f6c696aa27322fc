export { sortKey } from '../ledger/appearance.ts'

import { hasLabel, type Lang, labels, localeOf, type MessageKey } from './messages/index.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/u
const MONTH = /^(\d{4})-(\d{2})$/u
const YEARLESS = /^XXXX-(\d{2})(?:-(\d{2}))?$/u

/**
 * An EDTF date for people. What has no plain wording (durations) stays EDTF.
 *
 * @example formatDate('2017-10-12/2017-10-14', 'en') // '12 October 2017 – 14 October 2017'
 */
export function formatDate(edtf: string, lang: Lang): string {
  const [from, to] = edtf.split('/')
  if (to !== undefined) return `${formatDate(from ?? '', lang)} – ${formatDate(to, lang)}`
  const day = DAY.exec(edtf)
  if (day)
    return (
      named(lang, { day: 'numeric', month: 'long', year: 'numeric' }, Number(day[1]), Number(day[2]), Number(day[3])) + clock(day[4], lang)
    )
  const month = MONTH.exec(edtf)
  if (month && hasLabel(`season.${month[2]}`))
    return labels(lang)('season.year', { season: labels(lang)(`season.${month[2]}` as MessageKey), year: month[1]! })
  if (month && Number(month[2]) <= 12) return named(lang, { month: 'long', year: 'numeric' }, Number(month[1]), Number(month[2]), 1)
  const yearless = YEARLESS.exec(edtf)
  if (yearless?.[2]) return named(lang, { day: 'numeric', month: 'long' }, 2000, Number(yearless[1]), Number(yearless[2]))
  if (yearless) return named(lang, { month: 'long' }, 2000, Number(yearless[1]), 1)
  return edtf === '..' ? '…' : edtf
}

function named(lang: Lang, options: Intl.DateTimeFormatOptions, year: number, month: number, day: number): string {
  return formatOf(lang, options).format(new Date(Date.UTC(year, month - 1, day)))
}

/** Made once for each language and parts: a list of claims writes dates by the hundred. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${lang} ${Object.keys(options).join()}`
  const format = formats.get(name) ?? new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone: 'UTC' })
  formats.set(name, format)
  return format
}

/** 'T13:02Z' → ' 13:02 UTC'; a zone other than UTC is kept as it is written, none is added. */
const clock = (time: string | undefined, lang: Lang): string => {
  if (!time) return ''
  const words = time.slice(1).replace(/Z$/u, ' UTC')
  return lang === 'ar' ? ` \u2066${words}\u2069` : ` ${words}` // '15:45+02:00' must not turn round in a line of Arabic
}

/** The day of a date without its time of day. @example dayOf('2019-01-17T13:02Z') // '2019-01-17' */
export const dayOf = (edtf: string): string => edtf.replace(/T[^/]*/gu, '')
