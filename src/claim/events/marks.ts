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
  batch: 8388608,
  placeKind: 16777216,
  inReturn: 33554432,
  roleCue: 67108864,
  event: 134217728,
  again: 268435456,
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
  batch: Marks.batch,
  'place-kind': Marks.placeKind,
  'given-for': Marks.inReturn,
  'role-cue': Marks.roleCue,
  event: Marks.event,
  'deal-again': Marks.again,
  'modal-none': Marks.still,
  achieved: Marks.achieved | Marks.verb,
}

/** Marks every token once. */
export function readMarks({ tokens }: Document, terms: Terms): Uint32Array {
  const marks = new Uint32Array(tokens.length)
  let conjunction = false
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'punct') marks[i]! |= Marks.punct
    if (conjunction) marks[i]! |= Marks.conjoined
    conjunction = token.kind === 'word' && CONJUNCTIONS.has(token.form)
    const at = terms.at[i]
    if (at) markTerms(marks, i, at)
  }
  return marks
}

type TermsHere = NonNullable<Terms['at'][number]>
type TermHere = TermsHere[number]
const CONJUNCTIONS = new Set(['و', 'ثم', 'ف'])

function markTerms(marks: Uint32Array, at: number, terms: TermsHere): void {
  let mark = 0
  for (const term of terms) {
    const own = marksOf(term)
    mark |= own
    if (own & Marks.still) for (let k = term.first + 1; k <= term.last; k++) marks[k]! |= Marks.still
  }
  if (mark & Marks.partOf) mark &= ~Marks.verb // 'بينهم' is no verb of saying
  if (mark & Marks.event && isAmbiguous(terms)) mark |= Marks.ambiguous
  marks[at]! |= mark
}

function isAmbiguous(terms: TermsHere): boolean {
  let verb = false
  let masdar = false
  for (const { entry } of terms) {
    if (entry.class !== 'event') continue
    const { kind } = entry.value as { kind: string }
    if (kind === 'verb') verb = true
    else if (kind === 'masdar') masdar = true
  }
  return verb && masdar
}

/** Marks of an entry: in its finite forms, and in all others. */
const known = new Map<TermHere['entry'], { finite: number; other: number }>()

function marksOf({ entry, features, proclitics }: TermHere): number {
  let marks = known.get(entry)
  if (!marks) {
    marks = { finite: entryMarks(entry, true), other: entryMarks(entry, false) }
    known.set(entry, marks)
  }
  const finite = features !== undefined && (features.tense === 'past' || features.tense === 'present')
  const joined = proclitics !== '' && (proclitics[0] === 'و' || proclitics[0] === 'ف') ? Marks.conjoined : 0
  return (finite ? marks.finite : marks.other) | joined
}

const FINITE_VERBS = new Set(['event', 'modal', 'comprise'])

function entryMarks(entry: TermHere['entry'], finite: boolean): number {
  const mark = OF_CLASS[entry.class] ?? 0
  if (entry.class === 'report-verb') return finite ? mark : (mark & ~Marks.verb) | Marks.circumstance
  if (entry.class === 'counted' && (entry.value as { unit?: string }).unit !== 'person') return mark & ~Marks.people
  return finite && FINITE_VERBS.has(entry.class) ? mark | Marks.verb : mark
}
