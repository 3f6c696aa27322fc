import { loadNow } from './lazy.ts'

/*
 * The language of a text: letters first, for they tell the languages written in Arabic letters apart; statistics of letter groups
 * (eld) where letters do not. Letter sets: the Unicode CLDR exemplar sets of fa, ur, ckb, ps, ug, without what two of them share.
 */

const SETS = {
  ckb: 'ڕڵێڤ',
  ur: 'ٹڈڑےںھہ',
  ps: 'ټډړږښڼۍ',
  ug: 'ۇۈۋڭ',
  persian: 'پچژگیک',
  arabic: 'ةأإىيك',
} as const
type Letters = keyof typeof SETS

const CLASS = new Uint8Array(0x10000)
const ARABIC = 1
const OTHER = 2
const letter = /\p{L}/u
const arabicScript = /\p{Script=Arabic}/u
for (let unit = 0x41; unit < 0x3000; unit++) {
  const char = String.fromCharCode(unit)
  if (letter.test(char)) CLASS[unit] = arabicScript.test(char) ? ARABIC : OTHER
}
for (let unit = 0xfb50; unit < 0xfeff; unit++) if (letter.test(String.fromCharCode(unit))) CLASS[unit] = ARABIC
for (let unit = 0x3040; unit < 0xd7a4; unit++) CLASS[unit] = OTHER

/** UTF-16 units looked at from the start, and again from the middle of a longer text. */
const SAMPLE = 4000
/** Units given to the statistics. */
const STATISTICS_SAMPLE = 1500
/** Share of a language's own letters from which they decide; Arabic quotes a foreign name with پ now and then. */
const TELLING = 0.008

/**
 * The language of a text as BCP 47; 'und' where there are no letters.
 *
 * @example detectLanguage('قال مسؤول إن المدينة هادئة.') // 'ar'
 * @example detectLanguage('او گفت که این شهر آرام است') // 'fa'
 */
export function detectLanguage(text: string): string {
  const sample = sampleOf(text)
  const { arabic, other, of } = count(sample)
  if (arabic + other === 0) return 'und'
  if (arabic * 3 < other) return byStatistics(sample, 'und')
  const share = (set: Letters): number => of[set] / Math.max(1, arabic)
  const [own] = OWN.toSorted((a, b) => of[b] - of[a])
  if (own && share(own) > TELLING) return own
  if (share('persian') > TELLING * 2) return of.persian > of.arabic ? 'fa' : byStatistics(sample, 'ar')
  return share('arabic') > TELLING * 2 ? 'ar' : byStatistics(sample, 'ar')
}

/** Languages known by letters that no other of them has. */
const OWN = ['ckb', 'ur', 'ps', 'ug'] as const

const sampleOf = (text: string): string =>
  text.length <= SAMPLE * 2 ? text : text.slice(0, SAMPLE) + text.slice(text.length >> 1, (text.length >> 1) + SAMPLE)

const MEMBER = new Map<number, Letters[]>()
for (const [name, letters] of Object.entries(SETS))
  for (const one of letters) MEMBER.set(one.charCodeAt(0), [...(MEMBER.get(one.charCodeAt(0)) ?? []), name as Letters])

function count(sample: string): { arabic: number; other: number; of: Record<Letters, number> } {
  const of: Record<Letters, number> = { ckb: 0, ur: 0, ps: 0, ug: 0, persian: 0, arabic: 0 }
  const units = new Uint16Array(0x700)
  let arabic = 0
  let other = 0
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i)
    const kind = CLASS[unit]
    if (kind === ARABIC) {
      arabic++
      if (unit < 0x700) units[unit]!++
    } else if (kind === OTHER) other++
  }
  for (const [unit, names] of MEMBER) for (const name of names) of[name] += units[unit]!
  return { arabic, other, of }
}

interface Detector {
  eld: { detect: (text: string) => { language: string } }
}

function byStatistics(sample: string, otherwise: string): string {
  const { eld } = loadNow<Detector>('eld/small')
  return eld.detect(sample.slice(0, STATISTICS_SAMPLE)).language || otherwise
}
