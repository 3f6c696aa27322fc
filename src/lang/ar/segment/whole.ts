import { cheapest } from './candidates.ts'
import { loadWords, STEM, stemBits, type Words } from './words.ts'

let lists: Words | undefined

const CLITICS = 'وفبلكس'
/** Shortest word, in letters, that is judged. */
const SHORTEST = 3
const KNOWN = STEM.noun | STEM.free | STEM.joined
const VERB = STEM.past | STEM.present

/**
 * Whether the first letter of a folded word is surely its own and no clitic: the rest of it may be a word too (و+زير), but the whole
 * is a noun or a word of structure of the lists (وزير), and nothing else. Verbs are never sure: ورد is 'came' and 'and a reply'.
 *
 * @example isWhole('وزيرها') // true
 */
export function isWhole(form: string): boolean {
  if (form.length < SHORTEST || !CLITICS.includes(form[0]!)) return false
  lists ??= loadWords({ lexicons: false })
  if (isFixedCut(form, lists)) return false
  const offsets = Array.from({ length: form.length + 1 }, (_, at) => at)
  const cut = cheapest({ form, spelled: form, offsets }, lists)
  if (cut.conjunction + cut.preposition + cut.future > 0) return false
  return isSure(stemBits(lists, standing(form.slice(0, form.length - cut.pronoun), cut.pronoun > 0)), form)
}

/** A stem as it stands alone: the ت that a pronoun hangs on is ة but in plurals. */
const standing = (stem: string, owned: boolean): string =>
  owned && stem.endsWith('ت') && !stem.endsWith('ات') ? `${stem.slice(0, -1)}ة` : stem

const isFixedCut = (form: string, { fixed }: Words): boolean => (fixed.get(form)?.length ?? 1) > 1

/** A hamza on the second letter is lost in folding: واحد may be و+أحد, and so no word in ا is sure. */
const isSure = (bits: number, form: string): boolean => form[1] !== 'ا' && (bits & KNOWN) !== 0 && (bits & (VERB | STEM.derived)) === 0
