import { loadData } from '../lang/data.ts'
import { fold } from '../text/fold.ts'
import { hashText } from './hash.ts'

type List = 'stop' | 'beside' | 'others' | 'among' | 'of' | 'batch' | 'return'
const lists = loadData('src/link/words.yaml') as Record<List, string[]>

/** The linker's word lists, folded. */
export const words = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.map(fold)])) as Record<List, string[]>

const stop = new Set(words.stop)

/** 'And', 'as', 'in' written onto a word. */
const PROCLITICS = ['', 'و', 'ف', 'ك', 'ب', 'ل', 'من ']

/** Each list with every proclitic before every phrase, between spaces: made once, since every figure is asked for all of them. */
const cues = Object.fromEntries(
  Object.entries(words).map(([name, list]) => [name, list.flatMap((phrase) => PROCLITICS.map((one) => ` ${one}${phrase} `))]),
) as Record<List, string[]>

/** Whether any phrase of a list stands in a row of forms, proclitics apart. */
export function hasAny(forms: readonly string[], list: List): boolean {
  if (forms.length === 0) return false
  const line = ` ${forms.join(' ')} `
  return cues[list].some((cue) => line.includes(cue))
}

const PREFIXES = ['وبال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال', 'و', 'ف', 'ب', 'ل']
const SUFFIXES = ['تهم', 'ها', 'هم', 'هن', 'ات', 'ان', 'ون', 'ين', 'يه', 'ية', 'يا', 'ته', 'تا', 'وا', 'ه', 'ة', 'ي', 'ا', 'ت']
/** Letters that a stem keeps at least: Arabic roots have three. */
const STEM = 3

/**
 * A rough stem of a folded word, for telling whether two sentences speak of the same thing:
 * one prefix and one suffix off, three letters left at least (the light stemming known as Light10).
 *
 * @example stemOf('والسجناء') // 'سجناء'
 */
export function stemOf(form: string): string {
  const prefix = PREFIXES.find((one) => form.startsWith(one) && form.length - one.length >= STEM) ?? ''
  const rest = form.slice(prefix.length)
  const suffix = SUFFIXES.find((one) => rest.endsWith(one) && rest.length - one.length >= STEM) ?? ''
  return rest.slice(0, rest.length - suffix.length)
}

/** Whether a folded word says what a sentence is about. Short ones and those of the stop list do not. */
export const isContent = (form: string): boolean => form.length > 2 && !stop.has(form) && !(form.startsWith('و') && stop.has(form.slice(1)))

/** Spellings that a copy may change without changing a word: ة and ه, ى and ي. */
const loosen = (form: string): string => form.replaceAll('ة', 'ه').replaceAll('ى', 'ي')

/** Rough stem of a form in its loosest spelling. */
export const looseStem = (form: string): string => stemOf(loosen(form))

/** Hash of a form in its loosest spelling, and of its stem; the stem is null where the form says nothing of what a sentence is about. */
export interface FormHashes {
  word: number
  stem: number | null
}

/** Forms whose hashes are kept: few of a language's forms make most of its texts. */
const KEPT = 1 << 15
const kept = new Map<string, FormHashes>()

/** @example hashesOf('والسجناء').stem === hashesOf('السجناء').stem // true */
export function hashesOf(form: string): FormHashes {
  const known = kept.get(form)
  if (known) return known
  if (kept.size >= KEPT) kept.clear()
  const hashes = { word: hashText(loosen(form)), stem: isContent(form) ? hashText(looseStem(form)) : null }
  kept.set(form, hashes)
  return hashes
}
