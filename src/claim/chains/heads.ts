import { formAt, type Grammar, has, MARK, reportVerbAt, termOf } from './grammar.ts'

/** Nouns of quantity that take 'من' and go on. */
export const PARTITIVES = new Set([
  'كل',
  'عدد',
  'مجموعة',
  'احد',
  'احدى',
  'بعض',
  'العديد',
  'عدة',
  'اثنين',
  'واحد',
  'واحدة',
  'اي',
  'معظم',
  'غالبية',
])
/** Words before the noun that says what the source is: 'كبير مفاوضي', 'مساعد وزير'. */
const BEFORE_HEAD = new Set([
  'ذات',
  'نفس',
  'هذا',
  'هذه',
  'اخر',
  'احدث',
  'اول',
  'ابرز',
  'اهم',
  'كبير',
  'كبيرة',
  'كبار',
  'مساعد',
  'مساعدة',
  'اما',
])
/** 'قال فلان:' at the head of a line is no name. */
export const isFiniteVerb = (grammar: Grammar, at: number): boolean =>
  has(grammar, at, MARK.reportVerb) &&
  !has(grammar, at, MARK.sourceNoun | MARK.actor) &&
  reportVerbAt(grammar, at)?.features?.tense !== 'participle'

/** 'وتعتزم', 'وقتل': every reading of the word is a verb. */
export function isOtherVerb(grammar: Grammar, at: number): boolean {
  const terms = grammar.terms.at[at]
  if (!terms || has(grammar, at, MARK.sourceNoun | MARK.actor)) return false
  const verbs = terms.filter((term) => term.entry.pos === 'verb' && term.suffix === '')
  return (
    verbs.length > 0 &&
    terms.every((term) => term.entry.pos === 'verb' || term.entry.class === 'stop-word' || /[بلك]$/u.test(term.proclitics))
  )
}

/** A finite verb, or a circumstance in the accusative ('مؤكدا'); 'مطلعة', 'موثوقة' are adjectives. */
export const isVerbalWord = (grammar: Grammar, at: number): boolean =>
  isFiniteVerb(grammar, at) ||
  (has(grammar, at, MARK.reportVerb) && !has(grammar, at, MARK.sourceNoun) && formAt(grammar, at).endsWith('ا'))

/** Past numbers ('4 دبلوماسيين'), quantities ('عدد من السكان', 'أحد الناجين') and 'كبير' to the noun itself. */
export function headOf(grammar: Grammar, start: number, limit: number): number {
  let at = start
  while (at < limit && (isNumeral(grammar, at) || BEFORE_HEAD.has(formAt(grammar, at)) || isPartitive(grammar, at, limit))) at++
  if (at > start && at < limit && formAt(grammar, at) === 'من') at++
  return at
}

/** '4', 'أربعة', 'ثلاثة' before the noun that they count. */
const isNumeral = (grammar: Grammar, at: number): boolean => has(grammar, at, MARK.number) || termOf(grammar, at, 'number')?.suffix === ''

/** Quantities that stand before their noun without 'من'. */
const BARE_PARTITIVES = new Set(['احد', 'احدى', 'بعض', 'معظم', 'غالبية', 'عدة'])

function isPartitive(grammar: Grammar, at: number, limit: number): boolean {
  if (at + 1 > limit || grammar.actorAt[at]) return false
  const form = formAt(grammar, at)
  const bare = form.startsWith('و') ? form.slice(1) : form
  return BARE_PARTITIVES.has(bare) || (PARTITIVES.has(bare) && formAt(grammar, at + 1) === 'من')
}
