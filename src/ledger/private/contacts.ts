import type { Span } from '../../model.ts'
import { cues, nameKey } from './cues.ts'

/** What must not be carried on: a report about money appeals must not carry the appeal. */
export type ContactKind = 'phone' | 'email' | 'handle' | 'link' | 'wallet' | 'account'
export interface Contact extends Span {
  kind: ContactKind
}

/** Spaces, stops, hyphens, brackets and direction marks that people put between the digits of one number. */
const GAP = '[ \\t\\u00a0().\\-\\u2010-\\u2015\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]{0,3}'
const NUMBER = new RegExp(`(?:\\+${GAP})?\\d(?:${GAP}\\d){5,}`, 'gu')
const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/giu
const URL_LIKE = /(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12}(?:\/[^\s"'<>«»“”()]{0,400})?/giu
const HANDLE = /@[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]{2,63}/gu
/** Long runs of letters and digits: wallets, invite keys. Sentences have none. */
const TOKEN = /[a-z0-9]{24,128}/giu
/** ISO 13616: country, two check digits, up to 30 letters and digits, often in groups of four. */
const IBAN = /[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![A-Za-z0-9])/gu

/**
 * Phone numbers, handles, invite and payment links, e-mail addresses, wallets and account numbers in a text.
 * Digits of every Arabic kind count. Dates, times and figures are left alone.
 *
 * @example findContacts('هاتف ٠٩٤٤ ١٢٣ ٤٥٦')[0] // { kind: 'phone', start: 5, end: 17 }
 */
export function findContacts(text: string): Contact[] {
  const plain = latinDigits(text)
  return [
    ...matches(plain, EMAIL, 'email'),
    ...matches(plain, URL_LIKE, 'link').filter((m) => leadsToPerson(plain.slice(m.start, m.end))),
    ...matches(plain, HANDLE, 'handle'),
    ...matches(plain, TOKEN, 'wallet').filter((m) => isKeyLike(plain.slice(m.start, m.end))),
    ...matches(plain, IBAN, 'account'),
    ...matches(plain, NUMBER, 'phone').flatMap((m) => judgeNumber(plain, m)),
  ]
}

/** Arabic-Indic and Persian digits become Latin ones; the length stays the same. */
const latinDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))

function matches(text: string, pattern: RegExp, kind: ContactKind): Contact[] {
  return [...text.matchAll(pattern)].map((m) => ({ kind, start: m.index, end: m.index + m[0].length }))
}

const isKeyLike = (token: string): boolean => /\d/u.test(token) && /[a-z]/iu.test(token)

/** A link to an account, a closed group or a payment page: one of the listed sites, with something after the slash. */
function leadsToPerson(link: string): boolean {
  const [host = '', ...path] = link
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .split('/')
  if (path.join('').length === 0) return false
  const labels = host.split('.')
  return labels.some((_, i) => cues('sites').has(labels.slice(i).join('.')))
}

/** E.164: 8 to 15 digits after +; national numbers begin with 0 and have 9 digits or more. */
function judgeNumber(text: string, found: Contact): Contact[] {
  const written = text.slice(found.start, found.end)
  const digits = written.replace(/\D/gu, '')
  if (isDateOrFigure(written) || isCounted(text, found.end)) return []
  if (/^(?:\d{4}[ -]?){3}\d{1,7}$/u.test(written) && digits.length >= 13) return [{ ...found, kind: 'account' }]
  const before = wordsBefore(text, found.start)
  if (before.some((word) => cues('account').has(word))) return [{ ...found, kind: 'account' }]
  if (written.startsWith('+') && digits.length >= 8) return [found]
  if (digits.startsWith('0') && digits.length >= 9) return [found]
  if (digits.length >= 7 && before.some((word) => cues('phone').has(word))) return [found]
  return /^\d{11,}$/u.test(written) ? [{ ...found, kind: digits.length > 15 ? 'account' : 'phone' }] : []
}

const DATE = /(?:^|\D)(?:\d{1,2}[.\- ]\d{1,2}[.\- ](?:19|20)\d\d|(?:19|20)\d\d[.\- ]\d{1,2}[.\- ]\d{1,2})(?!\d)/u
/** Years in a row or a span of years: 2017-2018. */
const YEARS = /^(?:(?:19|20)\d\d[^\d]{1,3}){1,3}(?:19|20)\d\d$/u
/** Thousands in groups of three, or a decimal fraction. */
const GROUPED = /^(?:\d{1,3}(?:[ .\u00a0]\d{3})+|\d+\.\d+)$/u

const isDateOrFigure = (written: string): boolean =>
  DATE.test(written) || YEARS.test(written) || (GROUPED.test(written) && !/^0\d/u.test(written))

/** Whether a counted thing follows: then the number is a figure, whatever stands before it. */
function isCounted(text: string, end: number): boolean {
  const after = /^[\s\u00a0]{0,3}([\p{L}\p{M}$€£]+)/u.exec(text.slice(end, end + 40))
  return after !== null && (/^[$€£]/u.test(after[1]!) || cues('counted').has(nameKey(after[1]!)))
}

/** Code units before a number in which a word may say what it is. */
const CUE_REACH = 40
const PROCLITIC = /^[وفبلك]{1,2}(?=\p{L}{3})/u

function wordsBefore(text: string, start: number): string[] {
  const words = text.slice(Math.max(0, start - CUE_REACH), start).match(/[\p{L}\p{M}]+/gu) ?? []
  return words.slice(-5).flatMap((word) => {
    const key = nameKey(word)
    const bare = key.replace(PROCLITIC, '')
    return [key, bare, bare.replace(/^ال/u, ''), key.replace(/^لل/u, '')]
  })
}
