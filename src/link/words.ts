import { loadData } from '../lang/data.ts'
import { fold } from '../text/fold.ts'

type List = 'stop' | 'beside' | 'others' | 'among' | 'of' | 'batch'
const lists = loadData('src/link/words.yaml') as Record<List, string[]>

/** The linker's word lists, folded. */
export const words = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.map(fold)])) as Record<List, string[]>

const stop = new Set(words.stop)

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
