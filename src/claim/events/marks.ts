import type { Terms } from '../../lang/annotate.ts'
import type { Document } from '../../text/document.ts'

/** One bit per thing that matters about a token to the event reader. */
export const Marks = {
  complementizer: 1,
  relative: 2,
  subordinator: 4,
  break: 8,
  /** A finite verb of any known kind begins here. */
  verb: 16,
  modal: 32,
  partOf: 64,
  outOf: 128,
  adjunct: 256,
  comprise: 512,
  reckon: 1024,
  figure: 2048,
  punct: 4096,
  preposition: 8192,
  /** A conjunction stands before the word: و، ف، ثم. */
  conjoined: 16384,
  still: 32768,
  /** A figure that counts people begins or goes on here. */
  person: 65536,
  /** Words of success: what was aimed at came about. */
  achieved: 131072,
  /** People are named here: a number of them, a noun for them, a person's name. */
  people: 262144,
  /** The name of a place begins or goes on here. */
  place: 524288,
  /** A participle of saying: 'مضيفا', 'داعية'. */
  circumstance: 2097152,
  /** Verb or verbal noun: the letters do not say ('ونقل'). */
  ambiguous: 4194304,
  /** 'بين', 'من بين' or the like before those who are spoken of: 'بين هؤلاء'. */
  between: 1048576,
} as const

const OF_CLASS: Record<string, number> = {
  complementizer: Marks.complementizer,
  relative: Marks.relative,
  subordinator: Marks.subordinator,
  'clause-break': Marks.break,
  'report-verb': Marks.verb,
  kana: Marks.verb,
  modal: Marks.modal,
  'part-of': Marks.partOf,
  'out-of': Marks.outOf,
  adjunct: Marks.adjunct,
  comprise: Marks.comprise,
  reckon: Marks.reckon,
  counted: Marks.people,
  preposition: Marks.preposition,
  light: Marks.verb,
  'modal-light': Marks.verb,
  achieved: Marks.achieved | Marks.verb,
}

/** Marks every token once. */
export function readMarks({ tokens }: Document, terms: Terms): Uint32Array {
  const marks = new Uint32Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'punct') marks[i]! |= Marks.punct
    const at = terms.at[i]
    if (at) for (const term of at) marks[i]! |= marksOf(term)
    if (marks[i]! & Marks.partOf) marks[i]! &= ~Marks.verb // 'بينهم' is no verb of saying
    if (at && isAmbiguous(at)) marks[i]! |= Marks.ambiguous
    if (i > 0 && CONJUNCTIONS.has(tokens[i - 1]!.form)) marks[i]! |= Marks.conjoined
  }
  coverStill(terms, marks)
  return marks
}

const isAmbiguous = (terms: NonNullable<Terms['at'][number]>): boolean => {
  const kinds = new Set(terms.filter(({ entry }) => entry.class === 'event').map(({ entry }) => (entry.value as { kind: string }).kind))
  return kinds.has('verb') && kinds.has('masdar')
}

const CONJUNCTIONS = new Set(['و', 'ثم', 'ف'])

function marksOf(term: NonNullable<Terms['at'][number]>[number]): number {
  const { entry, features, proclitics } = term
  let mark = OF_CLASS[entry.class] ?? 0
  const finite = features?.tense === 'past' || features?.tense === 'present'
  if (finite && (entry.class === 'event' || entry.class === 'modal' || entry.class === 'comprise')) mark |= Marks.verb
  if (entry.class === 'report-verb' && !finite) mark = (mark & ~Marks.verb) | Marks.circumstance
  if (entry.class === 'counted' && (entry.value as { unit?: string }).unit !== 'person') mark &= ~Marks.people
  if (proclitics.startsWith('و') || proclitics.startsWith('ف')) mark |= Marks.conjoined
  return mark
}

/** 'لا يزال', 'ما إذا': words that look like a negation or a condition and are none. */
function coverStill(terms: Terms, marks: Uint32Array): void {
  for (let i = 0; i < marks.length; i++) {
    const still = terms.at[i]?.find((term) => term.entry.class === 'modal-none')
    if (!still) continue
    for (let k = still.first; k <= still.last; k++) marks[k]! |= Marks.still
  }
}
