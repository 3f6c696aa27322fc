const HARAKAT_AND_TATWEEL = /[\u064B-\u0652\u0670\u0640]/g
const HAMZA_ALEF: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي' }

/**
 * The key under which two Arabic spellings count as one name here: no vowel signs, no tatweel, bare alef, ى as ي.
 * @example nameKey('أعزاز') === nameKey('اعزاز') // true
 */
export function nameKey(arabic: string): string {
  const bare = arabic.normalize('NFC').replace(HARAKAT_AND_TATWEEL, '')
  return [...bare].map((letter) => HAMZA_ALEF[letter] ?? letter).join('')
}

/**
 * The key under which a Latin spelling finds GeoNames' one: letters only, no diacritics, lower case.
 * @example latinKey('Ath Thawrah') === latinKey('Ath-Thawrah') // true
 */
export function latinKey(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll('ı', 'i').replaceAll('ł', 'l')
  return plain.replace(/[^a-z0-9]/g, '')
}

/** The last part of a hand entry's id. @example slug("Roj camp") // 'roj-camp' */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
  return plain.trim().replace(/[ -]+/g, '-')
}
