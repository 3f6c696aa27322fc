import { DROPPED, fold, foldedUnits, foldUnit, SEVERAL } from './fold.ts'
import { intern, LONGEST_FORM } from './intern.ts'

export type TokenKind = 'word' | 'latin' | 'number' | 'punct'

/** One token. `form` is its folded spelling; offsets are UTF-16 code units of the source. */
export interface Token {
  index: number
  start: number
  end: number
  kind: TokenKind
  form: string
  /** No white space stands between this token and the one before it. */
  glued: boolean
  /** Line breaks between this token and the one before it. */
  breaks: number
}

const CLASS = { other: 0, space: 1, newline: 2, arabic: 3, latin: 4, digit: 5, mark: 6, control: 7 } as const
const classes = new Uint8Array(0x10000)

const letter = /\p{L}/u
const arabicScript = /\p{Script=Arabic}/u
const mark = /\p{M}/u
for (let unit = 0; unit < 0x10000; unit++) classes[unit] = classify(unit)

function classify(unit: number): number {
  if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return CLASS.newline
  const char = String.fromCharCode(unit)
  if (unit === 0x0640 || mark.test(char)) return CLASS.mark
  if (unit === 0xad || unit === 0x61c || unit === 0xfeff || (unit >= 0x200b && unit <= 0x200f)) return CLASS.control
  if ((unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2060 && unit <= 0x2069)) return CLASS.control
  if (/\s/u.test(char)) return CLASS.space
  if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0x660 && unit <= 0x669) || (unit >= 0x6f0 && unit <= 0x6f9)) return CLASS.digit
  if (letter.test(char)) return arabicScript.test(char) ? CLASS.arabic : CLASS.latin
  return CLASS.other
}

/** Separators that may stand inside a numeral between two digits: . , ٫ ٬ ' */
const inNumeral = new Set([0x2e, 0x2c, 0x66b, 0x66c, 0x2019])

/**
 * Splits a stretch of text into tokens: Arabic words, Latin words, numerals, single punctuation marks.
 * Marks, tatweel and zero-width characters belong to the word they stand in; digits glued to letters are cut off.
 * Tokens are numbered from `firstIndex`.
 *
 * @example tokenize('شملت200 رجلاً').map((t) => t.form) // ['شملت', '200', 'رجلا']
 */
export function tokenize(text: string, start = 0, end = text.length, firstIndex = 0): Token[] {
  const tokens: Token[] = []
  let at = start
  let glued = false
  let breaks = 0
  while (at < end) {
    const kind = classes[text.charCodeAt(at)]!
    if (kind === CLASS.space || kind === CLASS.newline || kind === CLASS.control || kind === CLASS.mark) {
      if (kind === CLASS.newline && !(text.charCodeAt(at) === 0x0a && text.charCodeAt(at - 1) === 0x0d)) breaks++
      if (kind === CLASS.space || kind === CLASS.newline) glued = false
      at++
      continue
    }
    const token = scan(text, at, end, kind)
    token.index = firstIndex + tokens.length
    token.glued = glued
    token.breaks = breaks
    tokens.push(token)
    at = token.end
    glued = true
    breaks = 0
  }
  return tokens
}

/** A token whose place among its neighbours is still to be filled in. */
const unplaced = (start: number, end: number, kind: TokenKind, form: string): Token => ({
  index: 0,
  start,
  end,
  kind,
  form,
  glued: false,
  breaks: 0,
})

function scan(text: string, start: number, limit: number, kind: number): Token {
  if (kind === CLASS.digit) return scanNumeral(text, start, limit)
  if (kind === CLASS.arabic || kind === CLASS.latin) return scanWord(text, start, limit, kind)
  return unplaced(start, start + 1, 'punct', foldUnit(text.charCodeAt(start)))
}

const letters = new Uint16Array(LONGEST_FORM)

function scanWord(text: string, start: number, limit: number, kind: number): Token {
  let end = start
  let length = 0
  let plain = true
  for (let at = start; at < limit; at++) {
    const unit = text.charCodeAt(at)
    const next = classes[unit]!
    if (next === CLASS.control) continue
    if (next !== kind && next !== CLASS.mark) break
    end = at + 1
    const folded = foldedUnits[unit]!
    if (folded === DROPPED) continue
    if (folded === SEVERAL || length === LONGEST_FORM) plain = false
    else letters[length++] = folded
  }
  const form = plain ? intern(letters, length) : fold(text.slice(start, end))
  return unplaced(start, end, kind === CLASS.arabic ? 'word' : 'latin', form)
}

function scanNumeral(text: string, start: number, limit: number): Token {
  let form = ''
  let at = start
  while (at < limit) {
    const unit = text.charCodeAt(at)
    if (classes[unit] === CLASS.digit) form += foldUnit(unit)
    else if (inNumeral.has(unit) && at + 1 < limit && classes[text.charCodeAt(at + 1)] === CLASS.digit) form += numeralSeparator(unit)
    else break
    at++
  }
  return unplaced(start, at, 'number', form)
}

/** Arabic decimal sign to '.', Arabic thousands sign and apostrophe to ','. */
const numeralSeparator = (unit: number): string => (unit === 0x66b || unit === 0x2e ? '.' : ',')
