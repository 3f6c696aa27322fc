/*
 * Spelling folded once, before look-up. One table, one entry per UTF-16 code unit:
 * what the unit becomes ('' when it is dropped). ة stays apart from ه and ى from ي: they tell words apart.
 */

const table: (string | undefined)[] = new Array(0x10000)

const map = (from: string, to: string): void => {
  for (const unit of from) table[unit.charCodeAt(0)] = to
}
const drop = (first: number, last = first): void => {
  for (let unit = first; unit <= last; unit++) table[unit] = ''
}

// Arabic and Arabic-compatibility presentation forms (Unicode blocks FB50–FDFF and FE70–FEFF).
for (let unit = 0xfb50; unit <= 0xfefc; unit++) {
  const plain = String.fromCharCode(unit).normalize('NFKC')
  if (plain !== String.fromCharCode(unit)) table[unit] = [...plain].filter((c) => c !== ' ').join('')
}
drop(0x0610, 0x061a) // honorifics and small marks
drop(0x064b, 0x065f) // harakat
drop(0x0670) // dagger alef
drop(0x06d6, 0x06dc)
drop(0x06df, 0x06e4)
drop(0x06e7, 0x06e8)
drop(0x06ea, 0x06ed)
drop(0x0640) // tatweel
drop(0x00ad) // soft hyphen
drop(0x061c) // Arabic letter mark
drop(0x200b, 0x200f) // zero width and direction marks
drop(0x202a, 0x202e) // bidi embeddings
drop(0x2060, 0x2069) // word joiner, invisible operators, bidi isolates
drop(0xfeff)
map('أإآٱ', 'ا')
map('یې', 'ي')
map('کڪ', 'ك')
map('ۀہھ', 'ه')
map('گ', 'ك')
for (let digit = 0; digit < 10; digit++) {
  table[0x0660 + digit] = String(digit)
  table[0x06f0 + digit] = String(digit)
}
for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = String.fromCharCode(unit + 32)
for (let unit = 0xfb50; unit <= 0xfefc; unit++) {
  const plain = table[unit]
  if (plain) table[unit] = [...plain].map((c) => table[c.charCodeAt(0)] ?? c).join('')
}

/**
 * What one UTF-16 code unit becomes under folding: '' when it is dropped, itself when it is untouched.
 *
 * @example foldUnit(0x0623) // 'ا'
 */
export const foldUnit = (unit: number): string => table[unit] ?? String.fromCharCode(unit)

/** In {@link foldedUnits}: the unit is dropped; the unit becomes several. */
export const DROPPED = 0
export const SEVERAL = 0xffff
/** What each UTF-16 code unit becomes under folding, where that is one unit. */
export const foldedUnits = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  const folded = table[unit]
  if (folded === undefined) return unit
  return folded.length > 1 ? SEVERAL : folded === '' ? DROPPED : folded.charCodeAt(0)
})

/**
 * Folds a string for look-up: presentation forms, harakat, tatweel, bidi controls, zero-width characters,
 * alef and Persian letter variants, digits and Latin case. Lengths may change: use {@link foldWithOffsets} for the way back.
 *
 * @example fold('الإِفـراج') // 'الافراج'
 */
export function fold(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    out += table[unit] ?? text[i]
  }
  return out
}

/**
 * Folds and keeps, for every folded code unit, the source offset it came from (plus the source length at the end).
 *
 * @example foldWithOffsets('أَب').offsets // [0, 2, 3]
 */
export function foldWithOffsets(text: string): { folded: string; offsets: number[] } {
  let folded = ''
  const offsets: number[] = []
  for (let i = 0; i < text.length; i++) {
    const piece = table[text.charCodeAt(i)] ?? text[i]!
    for (let k = 0; k < piece.length; k++) offsets.push(i)
    folded += piece
  }
  offsets.push(text.length)
  return { folded, offsets }
}

/**
 * Folds lexicon words: as {@link fold}, with white space made single.
 *
 * @example foldPhrase('  إلى  الأمام ') // 'الى الامام'
 */
export const foldPhrase = (phrase: string): string => fold(phrase).replace(/\s+/gu, ' ').trim()
