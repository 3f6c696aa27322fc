import { fold } from '../../../text/fold.ts'

/*
 * Patterns of derivation: which letters of a stem are its root. 1 2 3 4 are root letters in order, the rest stand as they are.
 */

const NOUNS = [
  ...[
    '123',
    '1ا23',
    '12ا3',
    '12و3',
    '12ي3',
    'م123',
    'ا123',
    'ت123',
    'م12و3',
    'م12ا3',
    'م12ي3',
    'م1ا23',
    'مت123',
    'م1ت23',
    'من123',
    'ت12ي3',
  ],
  ...['ت1ا23', 'ا12ا3', '1وا23', '12ائ3', 'ا1ا23', '123اء', '1ا2و3', '123ان', 'ا1ت2ا3', 'ان12ا3', 'مت1ا23', 'م1ا2ي3', 'ت1ا2ي3', 'مست123'],
  ...['ا123اء', '1وا2ي3', 'ا1ا2ي3', 'است12ا3', '1234', '12ا34', '12ا3ي4', '123ا4', '123و4', '123ي4', 'م1234', 'ت1234', 'مت1234'],
]
const PASTS = ['123', '1ا23', 'ا123', 'ت123', 'ت1ا23', 'ان123', 'ا1ت23', 'است123', '1234', 'ت1234']
const PRESENTS = ['123', '1ا23', 'ت123', 'ت1ا23', 'ن123', '1ت23', 'ست123', '1234', 'ت1234']
const PAST_ENDINGS = ['', 'ت', 'ا', 'تا', 'وا', 'نا', 'تم', 'ن', 'و', 'تمو']
const PRESENT_ENDINGS = ['', 'ون', 'وا', 'ان', 'ا', 'ين', 'ن', 'و']
const PERSONS = 'يتنا'

interface Pattern {
  /** Positions and code units of the letters that stand as they are. */
  fixed: readonly (readonly [at: number, unit: number])[]
  /** Positions of the root letters, in the order of the root. */
  root: readonly number[]
}

const compile = (pattern: string): Pattern => {
  const letters = [...pattern]
  const fixed = letters.flatMap((letter, at) => (/\d/u.test(letter) ? [] : [[at, letter.charCodeAt(0)] as const]))
  return { fixed, root: letters.flatMap((letter, at) => (/\d/u.test(letter) ? [at] : [])) }
}

function byLength(patterns: readonly string[]): Pattern[][] {
  const table: Pattern[][] = []
  for (const pattern of new Set(patterns)) {
    table[pattern.length] ??= []
    table[pattern.length]!.push(compile(pattern))
  }
  return table
}

const nouns = byLength(NOUNS)
const pasts = byLength(PASTS)
const presents = byLength(PRESENTS)

/** The roots by which patterns are read. */
export type Roots = ReadonlySet<string>

/** Compiles roots as spelled (hamza folded). @example rootsOf(['كتب']).has('كتب') // true */
export const rootsOf = (roots: readonly string[]): Roots => new Set(roots.map(fold))

function fits(stem: string, table: readonly Pattern[][], roots: Roots): boolean {
  const patterns = table[stem.length]
  if (!patterns) return false
  for (const pattern of patterns) if (standsIn(stem, pattern) && roots.has(rootOf(stem, pattern))) return true
  return false
}

function standsIn(stem: string, { fixed }: Pattern): boolean {
  for (const [at, unit] of fixed) if (stem.charCodeAt(at) !== unit) return false
  return true
}

const rootOf = (stem: string, { root }: Pattern): string => {
  let letters = ''
  for (const at of root) letters += stem[at]
  return letters
}

/** Whether a folded bare stem (no article, no ending) is a noun of a known root. @example isDerivedNoun('مكتوب', roots) */
export const isDerivedNoun = (stem: string, roots: Roots): boolean => fits(stem, nouns, roots)

/** Whether a folded word is a past form of a known root, with its subject's ending. @example isDerivedPast('انتخبوا', roots) */
export function isDerivedPast(form: string, roots: Roots): boolean {
  for (const ending of PAST_ENDINGS)
    if (form.endsWith(ending) && fits(form.slice(0, form.length - ending.length), pasts, roots)) return true
  return false
}

/** Whether a folded word is a present form of a known root, with its subject's prefix and ending. @example isDerivedPresent('ينتخبون', roots) */
export function isDerivedPresent(form: string, roots: Roots): boolean {
  if (!PERSONS.includes(form[0]!)) return false
  for (const ending of PRESENT_ENDINGS)
    if (form.endsWith(ending) && fits(form.slice(1, form.length - ending.length), presents, roots)) return true
  return false
}
