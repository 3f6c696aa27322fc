import type { Spelling, Split } from '../lexicon.ts'
import { isWhole } from './segment/whole.ts'

/** Words that ى and ي tell apart (folded): على is not علي. */
const KEEP_ALEF_MAQSURA = new Set([
  'على',
  'الى',
  'حتى',
  'متى',
  'لدى',
  'مدى',
  'سوى',
  'هدى',
  'منى',
  'بنى',
  'نفى',
  'روى',
  'بقى',
  'مضى',
  'قضى',
  'رأى',
  'عدى',
  'سعى',
  'ادعى',
  'يدعى',
  'تدعى',
])

/** Spelling key: final ى written for ي (and the other way) is one letter, but for words that it tells apart. */
const key = (form: string): string => (form.endsWith('ى') && !KEEP_ALEF_MAQSURA.has(form) ? `${form.slice(0, -1)}ي` : form)

/** Object and possessive pronouns, longest first. ك and ي are left out: they end too many words. */
const SUFFIXES = ['هما', 'هم', 'هن', 'ها', 'نا', 'كم', 'ني', 'ه']
/** Shortest stem, in letters, that clitics may leave. */
const SHORTEST = 2

/**
 * Ways to take a folded Arabic word apart, the whole word first: و ف, then ب ل ك or س, then a pronoun at the end.
 * The article stays with the stem; 'لل' gives its article back. A word whose first letter is surely its own keeps it (وزير).
 *
 * @example splits('وبالسجن').map((s) => s.stem) // ['وبالسجن', 'بالسجن', 'السجن', …]
 */
function splits(form: string): Split[] {
  const found: Split[] = []
  for (const pro of proclitics(form)) {
    found.push({ ...pro, suffix: '' })
    for (const suffix of SUFFIXES) addSuffixed(found, pro, suffix)
  }
  return found
}

type Bare = Omit<Split, 'suffix'>

function proclitics(form: string): Bare[] {
  const found: Bare[] = [{ stem: form, cut: 0, proclitics: '' }]
  if (isWhole(form)) return found
  const first = form[0]!
  if ((first === 'و' || first === 'ف') && form.length - 1 >= SHORTEST) found.push({ stem: form.slice(1), cut: 1, proclitics: first })
  for (const base of [...found]) addPreposition(found, base)
  return found
}

function addPreposition(found: Bare[], base: Bare): void {
  const letter = base.stem[0]!
  const rest = base.stem.slice(1)
  if (rest.length < SHORTEST || !'بلكس'.includes(letter)) return
  const proclitics = base.proclitics + letter
  if (letter === 'ل' && rest.startsWith('ل')) found.push({ stem: `ا${rest}`, cut: base.cut + 1, proclitics })
  else if (letter === 'س' && !'يتنا'.includes(rest[0]!)) return
  found.push({ stem: rest, cut: base.cut + 1, proclitics })
}

function addSuffixed(found: Split[], pro: Bare, suffix: string): void {
  if (!pro.stem.endsWith(suffix) || pro.stem.length - suffix.length < SHORTEST) return
  const stem = pro.stem.slice(0, -suffix.length)
  found.push({ ...pro, stem, suffix })
  if (stem.endsWith('ت')) found.push({ ...pro, stem: `${stem.slice(0, -1)}ة`, suffix })
  else if (stem.endsWith('و')) found.push({ ...pro, stem: `${stem}ا`, suffix })
  else if (stem.endsWith('ا')) found.push({ ...pro, stem: `${stem.slice(0, -1)}ى`, suffix })
  else if (stem.endsWith('ئ') || stem.endsWith('ؤ')) found.push({ ...pro, stem: `${stem.slice(0, -1)}ء`, suffix })
}

/** Shortest word, in letters, whose end may be spelled without care. */
const SHORTEST_LOOSE = 3

/**
 * The careful spelling of a word whose end is written as many do, above all in Egypt: ه for ة (القاهره), ي for ى (حتي).
 *
 * @example careful('صحيفه') // 'صحيفة'
 */
function careful(form: string): string | undefined {
  if (form.length < SHORTEST_LOOSE) return undefined
  if (form.endsWith('ه')) return `${form.slice(0, -1)}ة`
  return form.endsWith('ي') ? `${form.slice(0, -1)}ى` : undefined
}

/** Words that a text must end in ه before its habit is judged, and how many of them to one in ة. */
const HABIT = { words: 4, ratio: 2 }

/** Whether a text writes ه for ة as a habit, so that 'اسره' is a family before it is 'his capture'. */
function isLoose(forms: Iterable<{ form: string }>): boolean {
  let bare = 0
  let dotted = 0
  for (const { form } of forms) {
    if (form.length <= SHORTEST_LOOSE) continue
    if (form.endsWith('ه')) bare++
    else if (form.endsWith('ة')) dotted++
  }
  return bare >= HABIT.words && bare > dotted * HABIT.ratio
}

/** Arabic spelling for the lexicon. */
export const arabicSpelling: Spelling = { key, splits, careful, isLoose }
